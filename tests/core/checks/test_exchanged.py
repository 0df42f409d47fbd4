"""Two figures of a row in each other's columns: no column adds up, both do when they are exchanged."""

import pytest

from core.checks.amounts import amounts
from core.checks.exchanged import exchanged
from core.checks.footing import down
from core.statements.statement import StatementKind
from tests.core.drawn_statement import drawn

TABLE = """
                  2003      2002      2001
    Wool        {wool}
    Yarn        10,300     9,000     8,000
    Total       {total}
"""
RIGHT, TOTAL = "30,000    31,000    32,000", "40,300    40,000    40,000"


def misses(wool: str, total: str = TOTAL) -> list[str]:
    """The subjects of the sums that are off, as footing reads the table."""
    table = drawn(TABLE.format(wool=wool, total=total))
    return [one.subject for one in down(table, amounts(table)).equations if one.off]


def test_two_columns_side_by_side_that_add_up_when_two_figures_change_places() -> None:
    assert misses(RIGHT) == []
    assert misses("31,000    30,000    32,000") == ["Total, 2003", "Total, 2002"]
    assert misses("30,000    32,000    31,000") == ["Total, 2002", "Total, 2001"]
    assert misses(RIGHT, "40,000    40,300    40,000") == ["Total, 2003", "Total, 2002"]


@pytest.mark.parametrize(
    ("wool", "total"),
    [
        ("32,000    31,000    30,000", TOTAL),  # not side by side
        ("31,000    30,500    32,000", TOTAL),  # exchanged, they do not add up either
        ("40,000    40,000    40,000", TOTAL),  # nothing in any column adds up
    ],
)
def test_what_is_no_exchange(wool: str, total: str) -> None:
    assert misses(wool, total) == []


def test_one_column_has_nothing_to_exchange() -> None:
    table = drawn("                  2003\n    Wool         1,000\n    Total        2,000")
    (line, *_) = amounts(table).lines
    assert exchanged([], line, (1,)) is None


COSTS = """
                                2003      2002      2001
    Sales                     10,300     9,000     8,000
    Cost of yarn               {cost}
    Gross profit               6,300     4,900     3,800
"""


@pytest.mark.parametrize(
    ("cost", "off"),
    [
        ("4,000     4,100     4,200", []),
        ("4,100     4,000     4,200", ["Gross profit, 2003", "Gross profit, 2002"]),
        ("4,200     4,100     4,000", []),  # not side by side
        ("4,150     4,000     4,200", []),  # exchanged, they do not add up either
    ],
)
def test_a_cost_that_is_taken_away_and_stands_in_another_column(cost: str, off: list[str]) -> None:
    table = drawn(COSTS.format(cost=cost), StatementKind.INCOME_STATEMENT)
    assert [one.subject for one in down(table, amounts(table)).equations if one.off] == off
