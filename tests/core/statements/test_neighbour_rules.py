"""The time of a column whose head names none: each rule by itself, at its bounds."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from core.source import cite
from core.statements.neighbours import BESIDE, Undated, with_neighbours
from core.statements.statement import Column, Figure, Period, Role, Row, Unit
from tests.core.asked import asked

END = date(1998, 12, 31)
BEFORE = date(1997, 12, 31)


def columns(*told: date | str) -> list[Column]:
    """Columns: balances of a day, and heads without a time."""
    return [Column("", None, each) if isinstance(each, date) else Column(each) for each in told]


def rows(*printed: str, unit: Unit = Unit.MONEY) -> list[Row]:
    """Rows of figures; a dash is none."""
    return [
        Row(
            "Lamps",
            0,
            Role.LINE,
            unit,
            None,
            cite(1, 0, 1),
            tuple(
                Figure(at, text, Decimal(text), cite(1, at, at + 1))
                for at, text in enumerate(line.split())
                if text != "-"
            ),
        )
        for line in printed
    ]


def told(rule: str, at: int, found: list[Column], printed: list[Row] | None = None) -> Period | None:
    period: Period | None = asked(BESIDE, rule, Undated(at, found, printed or []))
    return period


@pytest.mark.parametrize(
    ("found", "at", "rolls"),
    [
        (columns(BEFORE, "Sold", "Lent", END), 1, True),
        (columns(BEFORE, "Lamps", END), 1, False),
        (columns(BEFORE, "Additions", END), 1, True),
        (columns(BEFORE, "Change", "Lent", END), 1, False),
        (columns(BEFORE, "Sold", "Lent"), 1, False),
        (columns("Sold", "Lent", END), 1, False),
        (columns(END, "Sold", "Lent", END), 1, False),
        (columns(END, "Sold", "Lent", BEFORE), 1, False),
        (columns(END - timedelta(days=380), "Sold", "Lent", END), 1, True),
        (columns(END - timedelta(days=381), "Sold", "Lent", END), 1, False),
        (columns(END - timedelta(days=1), "Sold", "Lent", END), 1, True),
    ],
)
def test_what_lies_between_two_balances_rolls(found: list[Column], at: int, rolls: bool) -> None:
    first = found[0].end
    wanted = Period(first + timedelta(days=1), END) if rolls and first is not None else None
    assert told("rolls", at, found) == wanted


SHARE = columns(END, "%")


@pytest.mark.parametrize(
    ("found", "at", "printed", "period"),
    [
        (SHARE, 1, rows("5 5", unit=Unit.PERCENT), Period(None, END)),
        (SHARE, 1, rows("5 5"), None),
        (SHARE, 1, rows("5 0", unit=Unit.PERCENT), None),
        (SHARE, 1, rows("5 -", unit=Unit.PERCENT), None),
        (columns("%", END), 0, rows("5 5", unit=Unit.PERCENT), None),
        (columns("Sold", "%"), 1, rows("5 5", unit=Unit.PERCENT), None),
        (columns(END, "% change"), 1, rows("5 5", unit=Unit.PERCENT), None),
    ],
)
def test_percentages_beside_an_amount(found: list[Column], at: int, printed: list[Row], period: Period | None) -> None:
    assert told("share", at, found, printed) == period


TOTAL = columns(END, "Sold", "Lent")


@pytest.mark.parametrize(
    ("found", "at", "printed", "adds"),
    [
        (TOTAL, 1, ("5 2 3", "7 3 4", "9 4 5"), True),
        (TOTAL, 2, ("5 2 3", "7 3 4", "9 4 5"), True),
        (columns("Sold", "Lent", END), 0, ("2 3 5", "3 4 7", "4 5 9"), True),
        (TOTAL, 1, ("5 2 3", "7 3 4"), False),
        (TOTAL, 1, ("5 2 3", "7 3 4", "0 4 5"), False),
        (TOTAL, 1, ("5 2 3", "7 3 4", "9 4 5", "6 1 5", "8 1 1"), True),
        (TOTAL, 1, ("5 2 3", "7 3 4", "9 4 5", "8 1 1"), False),
        (TOTAL, 1, ("5 2 3", "7 3 4", "9 - -"), False),
        (columns(END, "Sold", "Lent", BEFORE), 1, ("5 2 3 1", "7 3 4 1", "9 4 5 1"), True),
    ],
)
def test_columns_that_add_up_to_a_dated_one(found: list[Column], at: int, printed: tuple[str, ...], adds: bool) -> None:
    assert told("part", at, found, rows(*printed)) == (Period(None, END) if adds else None)


@pytest.mark.parametrize(("count", "found"), [(64, True), (65, False)])
def test_very_wide_tables_tell_nothing(count: int, found: bool) -> None:
    wide = columns(BEFORE, *["Sold"] * (count - 2), END)
    assert (with_neighbours(wide, [])[1].end == END) == found


def test_balances_that_something_rolls_between_are_of_a_day() -> None:
    found = with_neighbours(columns(BEFORE, "Sold", "Lent", END), [])
    assert [(each.start, each.end) for each in found] == [
        (None, BEFORE),
        (date(1998, 1, 1), END),
        (date(1998, 1, 1), END),
        (None, END),
    ]
    assert with_neighbours(columns("Sold", "Lent"), []) == columns("Sold", "Lent")
    assert with_neighbours(columns(BEFORE, END), []) == columns(BEFORE, END)
