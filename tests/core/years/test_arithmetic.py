"""How a reclassified amount came about, where one choice of lines says so."""

from collections.abc import Iterator

import pytest

from core.statements.statement import Statement, StatementKind
from core.years.arithmetic import arithmetic, column_of, in_words
from core.years.series import stitch
from tests.core.drawn_statement import drawn
from tests.core.years.test_differences import total
from tests.core.years.test_series import filed


def balance(*lines: str) -> Statement:
    """A balance sheet of 2002 whose total is the same whatever its lines."""
    body = "\n    ".join(["              2002", "Cash on hand    71,200", *lines, "Total assets    98,931"])
    return total(drawn(body, StatementKind.BALANCE_SHEET))


def said(*statements: Statement) -> dict[str, str]:
    """What is said of each line of the year; the latest filing first."""
    return dict(_said(statements))


def _said(statements: tuple[Statement, ...]) -> Iterator[tuple[str, str]]:
    series = stitch([filed(2010 - at, one) for at, one in enumerate(statements)], StatementKind.BALANCE_SHEET)
    column = list(column_of(series, len(series.periods) - 1))
    for row, cell in column:
        found = arithmetic(cell, column)
        if found is not None:
            yield row.label, in_words(found)


def test_a_line_that_is_new_makes_up_for_what_the_other_lost() -> None:
    new = balance("Deferred taxes    400", "Minority interest    331")
    assert said(new, balance("Deferred taxes    731")) == {"Deferred taxes": "731 = 400 + 331 Minority interest"}


def test_two_new_lines() -> None:
    new = balance("Deferred taxes    9,400", "Minority interest    331", "Pensions    1,502")
    assert said(new, balance("Deferred taxes    11,233")) == {
        "Deferred taxes": "11,233 = 9,400 + 331 Minority interest + 1,502 Pensions"
    }


def test_a_line_that_is_gone_went_into_the_other() -> None:
    new, old = balance("Receivables, net    900"), balance("Receivables, net    700", "Recoverable costs    200")
    assert said(new, old) == {"Receivables, net": "900 = 700 + 200 Recoverable costs"}


def test_a_line_that_changed_as_much_the_other_way() -> None:
    new = balance("Property, plant and equipment    4,419", "Other assets    5,171")
    old = balance("Property, plant and equipment    4,313", "Other assets    5,277")
    assert said(new, old) == {
        "Property, plant and equipment": "4,313 to 4,419; Other assets 5,277 to 5,171, as much the other way",
        "Other assets": "5,277 to 5,171; Property, plant and equipment 4,313 to 4,419, as much the other way",
    }


@pytest.mark.parametrize(
    "new",
    [
        ("Deferred taxes    400", "Minority interest    330"),
        ("Deferred taxes    400", "Minority interest    331", "Pensions    331"),
        ("Deferred taxes    731", "Minority interest    331"),
    ],
    ids=["no line is as much", "two lines are as much", "nothing changed"],
)
def test_nothing_is_said(new: tuple[str, ...]) -> None:
    assert not said(balance(*new), balance("Deferred taxes    731"))


def test_a_small_amount_is_some_line_by_chance() -> None:
    assert not said(balance("Deferred taxes    400", "Minority interest    9"), balance("Deferred taxes    409"))
