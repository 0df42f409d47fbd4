"""What the rows of a table are told their time by: its columns, and the headings between its rows."""

from datetime import date

import pytest

from core.dates import said
from core.statements.calendar import FiscalCalendar
from core.statements.parts_of_year import part_of
from core.statements.statement import Column, Period, StatementKind
from core.statements.time_blocks import BLOCK_TIME, Heading
from core.statements.timing import UNKNOWN, Timing
from tests.core.asked import asked

END, BEFORE = date(1998, 6, 30), date(1997, 6, 30)
CALENDAR = FiscalCalendar((6, 30), END, known={1998: END, 1997: BEFORE}, until=END)


def timing(*columns: Column, quarters: bool = False) -> Timing:
    """A note with these columns."""
    return Timing(StatementKind.NOTE, columns, CALENDAR, quarters)


@pytest.mark.parametrize(
    ("columns", "one"),
    [
        ((Column("A"), Column("B")), True),
        ((Column("A", None, END), Column("B")), True),
        ((Column("A", None, END), Column("B", None, END)), True),
        ((Column("A", None, END), Column("B", None, BEFORE)), False),
        ((Column("A", BEFORE, END), Column("B", None, END)), True),
        ((Column("A", BEFORE, END), Column("B", date(1998, 1, 1), END)), False),
    ],
)
def test_columns_that_tell_one_time(columns: tuple[Column, ...], one: bool) -> None:
    assert timing(*columns).one_time == one


@pytest.mark.parametrize(
    ("columns", "parts"),
    [
        ((Column("First quarter"), Column("Second quarter")), True),
        ((Column("First quarter"), Column("Year")), False),
        ((Column("First quarter"), Column("Second quarter", None, END)), False),
        ((Column("Lamps"), Column("Oil")), False),
    ],
)
def test_columns_that_are_parts_of_a_year(columns: tuple[Column, ...], parts: bool) -> None:
    assert timing(*columns).by_parts == parts


@pytest.mark.parametrize(
    ("labels", "across"),
    [
        (("Balance at beginning of year", "Sold", "Balance at end of year"), True),
        (("Balance at beginning of year", "Sold"), False),
        (("Sold", "Balance at end of year"), False),
    ],
)
def test_columns_that_go_from_balance_to_balance(labels: tuple[str, ...], across: bool) -> None:
    assert timing(*map(Column, labels)).across == across


def test_a_part_of_what_is_no_year_is_not_told() -> None:
    quarter, day = part_of("First quarter"), part_of("March 31")
    assert quarter is not None
    assert day is not None
    year = Period(date(1997, 7, 1), END)
    assert timing().within(quarter, year) == Period(date(1997, 7, 1), date(1997, 9, 30))
    assert timing().within(quarter, Period(None, date(1998, 3, 31))) is None
    assert timing().within(day, year) == Period(None, date(1998, 3, 31))
    assert timing(quarters=True).within(day, year) == Period(date(1998, 1, 1), date(1998, 3, 31))
    assert timing().within(quarter._replace(quarter=None, months=3), year) == UNKNOWN


YEAR = Period(date(1997, 7, 1), END)


@pytest.mark.parametrize(
    ("rule", "text", "lasts", "period"),
    [
        ("ended", "Year ended June 30, 1998", False, YEAR),
        ("ended", "Six months ended December 31, 1997", False, Period(date(1997, 7, 1), date(1997, 12, 31))),
        ("ended", "June 30, 1998", False, None),
        ("ended", "Year ended June 30, 1999", False, None),
        ("ended", "Years ended June 30, 1998 and June 30, 1997", False, None),
        ("on-a-day", "June 30, 1998", False, Period(None, END)),
        ("on-a-day", "June 30, 1998", True, YEAR),
        ("on-a-day", "At June 30, 1998", True, Period(None, END)),
        ("on-a-day", "March 31, 1998", True, Period(None, date(1998, 3, 31))),
        ("on-a-day", "Year ended June 30, 1998", True, None),
        ("on-a-day", "June 30, 1999", False, None),
        ("of-a-year", "1998", False, Period(None, END)),
        ("of-a-year", "1998", True, YEAR),
        ("of-a-year", "Year 1998", False, YEAR),
        ("of-a-year", "1999", True, None),
        ("of-a-year", "1998 and 1997", True, None),
    ],
)
def test_the_time_of_rows_below_a_heading(rule: str, text: str, lasts: bool, period: Period | None) -> None:
    assert asked(BLOCK_TIME, rule, Heading(said(text), CALENDAR, lasts)) == period
