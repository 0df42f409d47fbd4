"""Earnings per share held against income and the number of shares beside them."""

from dataclasses import replace

import pytest

from core.checks.check import Status
from core.checks.earnings_per_share import earnings_per_share
from core.checks.tie_out import foot
from core.statements.statement import Statement, StatementKind, Unit
from tests.core.drawn_statement import drawn

TABLE = """
                                 2003      2002      2001      2000
Sales                         800,200   700,300   600,400   500,500
Net income                     90,520    54,316    62,002    33,692
Basic earnings per share         1.84      1.19      1.37       .74
Average shares                 49,106    45,522    45,322    45,757
"""
UNITS = {"Basic": Unit.PER_SHARE, "Average": Unit.SHARES}


def table(text: str = TABLE) -> Statement:
    """Selected data, each row counting what its first word says."""
    found = drawn(text, StatementKind.SELECTED_DATA, scale=1000)
    rows = tuple(row._replace(unit=UNITS.get(row.label.split()[0], row.unit)) for row in found.rows)
    return replace(found, rows=rows)


def told(text: str, status: Status) -> list[str]:
    return [one.title for one in foot(table(text)) if one.status is status and "share" in one.title]


def test_an_income_by_the_shares() -> None:
    titles = told(TABLE, Status.TIES)
    assert len(titles) == 4
    assert titles[0] == ("Basic earnings per share, 2003: 1.84 is Net income by the number of shares (Average shares).")
    assert told(TABLE, Status.OFF) == []


def test_one_that_is_none_but_for_a_slip_is_off() -> None:
    (found,) = [one for one in foot(table(TABLE.replace("1.84", " .84"))) if one.status is Status.OFF]
    assert (str(found.reported), str(found.expected)) == ("0.84", "1.84")
    assert found.title.endswith("is 1.84 (one digit missing).")


@pytest.mark.parametrize("printed", ["1.85", "1.83", "1.30", "2.95"])
def test_what_no_slip_makes_of_it_is_not_called_off(printed: str) -> None:
    """Another number of shares may have been meant, and a last digit is rounded in other ways."""
    text = TABLE.replace("1.84", printed)
    assert told(text, Status.OFF) == []
    assert len(told(text, Status.TIES)) == 3


@pytest.mark.parametrize(
    "text",
    [
        TABLE.replace("Net income", "Net assets"),
        TABLE.replace("1.84", "2.31").replace("1.19", "1.75"),
        TABLE.replace("Average", "Typical"),
    ],
)
def test_lines_that_do_not_go_together_say_nothing(text: str) -> None:
    assert list(earnings_per_share(table(text))) == []


def test_the_pair_that_ties_most_is_taken() -> None:
    more = TABLE.replace("Basic", "Income before taxes   99,520   63,316    71,002    40,692\nBasic")
    assert all("Net income by" in title for title in told(more, Status.TIES))
    assert len(told(more, Status.TIES)) == 4


def test_money_and_shares_in_other_multiples() -> None:
    millions = TABLE.replace("90,520    54,316    62,002    33,692", "  90.5      54.3      62.0      33.7")
    assert len(told(millions, Status.TIES)) == 4


def test_little_that_ties_is_chance() -> None:
    short = table(TABLE.replace("1.84      1.19      1.37       .74", "   2         1         1         1"))
    assert list(earnings_per_share(short)) == []


def test_a_loss_per_share() -> None:
    loss = TABLE.replace("54,316", "(54,316)").replace("1.19", "(1.19)")
    assert len(told(loss, Status.TIES)) == 4
