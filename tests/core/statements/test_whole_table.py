"""Columns whose heads name no time: by the dates of the titles, and by the one time that a table speaks of."""

from datetime import date

import pytest

from core.dates import Day, said
from core.statements.calendar import FiscalCalendar
from core.statements.column_heads import ColumnHead
from core.statements.columns import ENDS_IN_TITLES, WHOLE_TABLE, ColumnReading, Table, columns, with_currencies
from core.statements.statement import Column, Period, StatementKind
from core.statements.table_period import Spoken, TableContext
from tests.core.asked import asked

BALANCE, EQUITY, NOTE = StatementKind.BALANCE_SHEET, StatementKind.EQUITY, StatementKind.NOTE
END = date(1998, 6, 30)
YEAR = Period(date(1997, 7, 1), END)
CALENDAR = FiscalCalendar((6, 30), END, known={1998: END}, until=END)
UNKNOWN = FiscalCalendar(None, None)


def table(
    around: TableContext, heads: int = 2, kind: StatementKind = BALANCE, calendar: FiscalCalendar = CALENDAR
) -> Table:
    """A table with so many heads that name no time."""
    return Table(ColumnReading((ColumnHead("A"),) * heads, around), kind, calendar)


JUNE, MAY = date(1998, 6, 30), date(1997, 5, 31)


@pytest.mark.parametrize(
    ("around", "ends"),
    [
        (TableContext(ends=(JUNE, MAY)), [JUNE, MAY]),
        (TableContext(ends=(JUNE, JUNE)), [JUNE]),
        (TableContext(ends=(JUNE,), years=(1997, 1998, 1997)), [JUNE, date(1997, 6, 30)]),
        (TableContext(ends=(JUNE, MAY), years=(1996,)), [JUNE, MAY]),
        (TableContext(day=Day(6, 30), years=(1998, 1997)), [JUNE, date(1997, 6, 30)]),
        (TableContext(day=Day(6, 30), days=(Day(6, 30), Day(6, 30)), years=(1998,)), [JUNE]),
        (TableContext(day=Day(6, 30), days=(Day(6, 30), Day(5, 31)), years=(1998,)), []),
        (TableContext(years=(1998,)), []),
    ],
)
def test_the_dates_of_titles(around: TableContext, ends: list[date]) -> None:
    assert table(around).ends() == ends


DAYS = TableContext(days=(Day(6, 30), Day(5, 31)), years=(1998, 1997))


@pytest.mark.parametrize(
    ("rule", "told", "ends"),
    [
        ("dates-in-order", table(TableContext(ends=(JUNE, MAY))), (JUNE, MAY)),
        ("dates-in-order", table(TableContext(ends=(JUNE, MAY)), heads=3), None),
        ("dates-in-order", table(TableContext(ends=(JUNE, MAY)), kind=NOTE), None),
        ("days-and-years", table(DAYS), (JUNE, MAY)),
        ("days-and-years", table(DAYS, heads=3), None),
        ("days-and-years", table(DAYS, kind=NOTE), None),
        ("days-and-years", table(DAYS._replace(ends=(JUNE,))), None),
        ("days-and-years", table(DAYS._replace(years=(1998,))), None),
        ("one-date", table(TableContext(ends=(JUNE,))), (JUNE, JUNE)),
        ("one-date", table(TableContext(ends=(JUNE, MAY))), None),
        ("one-date", table(TableContext(ends=(JUNE,)), kind=NOTE), None),
    ],
)
def test_days_on_which_columns_end_by_the_titles(rule: str, told: Table, ends: tuple[date, ...] | None) -> None:
    assert asked(ENDS_IN_TITLES, rule, told) == ends


def spoken(text: str, *, lasted: bool) -> TableContext:
    """What is said around a table that speaks of one time."""
    return TableContext(spoken=Spoken(said(text), lasted))


@pytest.mark.parametrize(
    ("text", "lasted", "period"),
    [
        ("June 30, 1998", False, Period(None, JUNE)),
        ("the six months ended December 31, 1997", True, Period(date(1997, 7, 1), date(1997, 12, 31))),
        ("the years ended June 30, 1997 and June 30, 1998", True, YEAR),
        ("1998", True, YEAR),
        ("1997 and 1998", True, YEAR),
        ("1999", True, None),
        ("1998, at September 30", False, Period(None, date(1998, 9, 30))),
        ("March 3, 1998 to June 30, 1998", True, Period(date(1998, 3, 3), JUNE)),
    ],
)
def test_the_one_time_that_a_table_speaks_of(text: str, lasted: bool, period: Period | None) -> None:
    assert asked(WHOLE_TABLE, "spoken", table(spoken(text, lasted=lasted))) == period


@pytest.mark.parametrize(
    ("rule", "told", "period"),
    [
        ("spoken", table(TableContext()), None),
        ("years-to-come", table(TableContext(row_years=(1999, 2000))), Period(None, END)),
        ("years-to-come", table(TableContext(row_years=(1998, 1999))), None),
        ("years-to-come", table(TableContext(row_years=(1999, 2000)), calendar=UNKNOWN), None),
        ("years-to-come", table(spoken("1998", lasted=True)._replace(row_years=(1999, 2000))), None),
        ("year-above-captions", table(TableContext(year=1998)), Period(None, END)),
        ("year-above-captions", table(TableContext(year=1998), calendar=UNKNOWN), None),
        ("year-above-captions", table(TableContext(year=1998, year_ended=END)), None),
        ("year-above-captions", table(spoken("1998", lasted=True)._replace(year=1998)), None),
        ("year-above-captions", table(TableContext()), None),
    ],
)
def test_times_of_whole_tables(rule: str, told: Table, period: Period | None) -> None:
    assert asked(WHOLE_TABLE, rule, told) == period


@pytest.mark.parametrize(
    ("labels", "members"),
    [
        (("Yen", "U.S. dollars"), ["JPY", "USD"]),
        (("Yen", "Yen"), [None, None]),
        (("Yen", "1998"), [None, None]),
        (("Yen", "U.S. dollars", "1998"), ["JPY", "USD", None]),
    ],
)
def test_columns_stand_for_their_currencies_where_there_are_two(
    labels: tuple[str, ...], members: list[str | None]
) -> None:
    assert [one.member for one in with_currencies([Column(label) for label in labels])] == members
    assert with_currencies([Column("Yen", member="Mill"), Column("U.S. dollars")])[0].member == "Mill"


def dated(label: str, own: str, year: int | None) -> ColumnHead:
    """A head with a year."""
    return ColumnHead(label, year=year, own=own)


@pytest.mark.parametrize(
    ("years", "members"),
    [
        ((1998, 1998), ["Stock", "Surplus"]),
        ((1998, 1997), [None, None]),
        ((None, None), ["Stock", "Surplus"]),
        ((1998, None), [None, "B"]),
        ((1998, None, None), ["Stock", "Surplus", "Deficit"]),
    ],
)
def test_columns_of_equity_under_one_time_are_no_periods(
    years: tuple[int | None, ...], members: list[str | None]
) -> None:
    names = zip("ABC", ("Stock", "Surplus", "Deficit"), strict=True)
    heads = tuple(dated(label, own, year) for (label, own), year in zip(names, years, strict=False))
    assert [one.member for one in columns(ColumnReading(heads, TableContext()), EQUITY, CALENDAR)] == members
