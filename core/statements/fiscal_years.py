"""When the fiscal years of a filing end, learnt from its header and from what its tables print."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from core.dates import MONTHS_A_YEAR, Day, is_month_end, on, said
from core.evidence import Recogniser, Rule
from core.read.filing import Header
from core.statements.calendar import FiscalCalendar
from core.statements.column_heads import ColumnHead
from core.statements.columns import ColumnReading
from core.statements.statement import PRIMARY, StatementKind
from core.tables.grid import Grid

_YEAR = 350
"""Days. What lies nearer to each other are no ends of two years."""
_NINE_MONTHS, _WEEKS_TO_NINE_MONTHS, _SIX_MONTHS = 9, 39, 6
_LAST_QUARTER = timedelta(weeks=13)
_LONGEST_MONTH = 31
_FIRST_HALF = 6
"""A fiscal year that ends in one of the first months may bear the number of the year before."""
_NO_YEAR = ("10-Q", "10Q", "8-K", "6-K")
"""How the names of forms begin in which a date need not be the end of a year."""


class Seen(NamedTuple):
    """A table as far as it tells of fiscal years."""

    kind: StatementKind
    reading: ColumnReading
    grid: Grid


class Filed(NamedTuple):
    """A filing whose fiscal year's end is asked."""

    header: Header
    tables: Sequence[Seen]

    @property
    def primary(self) -> list[Seen]:
        """Its statements whose columns are periods."""
        return [table for table in self.tables if table.kind in PRIMARY and table.reading.periods]


def fiscal_years(filed: Filed) -> FiscalCalendar:
    """The fiscal years: from the header, then from what the primary statements print."""
    calendar = FiscalCalendar.of(filed.header)
    if calendar.day is None and (told := YEAR_END.first(filed)) is not None:
        calendar.day = told.decided
    for table in filed.primary:
        calendar.learn(table.reading.whole_dates())
    for table in filed.tables:
        if table.kind is StatementKind.EQUITY:
            labels = [row.label for row in table.grid.rows if row.label.lower().startswith("balance")]
            calendar.learn(day for label in labels for day in said(label).dates if day.day != 1)
    calendar.shift = _shift(calendar, filed.primary)
    return calendar


def _balance_before(filed: Filed) -> Day | None:
    """The end of the last fiscal year, as the balance sheet of a quarterly report prints it beside that of the quarter."""
    for table in filed.primary:
        days = sorted({head.whole for head in table.reading.heads if head.whole is not None})
        if table.kind is StatementKind.BALANCE_SHEET and len(days) == 2 and (days[1] - days[0]).days < _YEAR:
            return _day(days[0])
    return None


def _parts_of_year(filed: Filed) -> Iterator[tuple[ColumnHead, date]]:
    """The heads that say how long their periods last, with the day on which these end in some year."""
    for table in filed.tables:
        for head in table.reading.heads:
            day = _day(head.whole) if head.whole is not None else head.day or head.lent_day
            if head.length is not None and day is not None:
                yield head, on(head.whole.year if head.whole else head.year or _SOME_YEAR, *day)


_SOME_YEAR = 1999
"""A year without a leap day."""


def _after_nine_months(filed: Filed) -> Day | None:
    """Three months after what is told of nine."""
    for head, end in _parts_of_year(filed):
        if head.said.months == _NINE_MONTHS:
            return _months_later(end, MONTHS_A_YEAR - _NINE_MONTHS)
        if head.said.weeks == _WEEKS_TO_NINE_MONTHS:
            return _day(end + _LAST_QUARTER)
    return None


def _after_six_months(filed: Filed) -> Day | None:
    return next(
        (_months_later(end, _SIX_MONTHS) for head, end in _parts_of_year(filed) if head.said.months == _SIX_MONTHS),
        None,
    )


def _after_a_half(filed: Filed) -> Day | None:
    """Six months after the end of the filing's period, where that is the first half of a year that a head names."""
    until = filed.header.period_end
    if until is None or not (filed.header.form or "").upper().startswith(_NO_YEAR):
        return None
    heads = (head for table in filed.tables for head in table.reading.heads)
    now = any(head.said.half == 1 and head.year == until.year for head in heads)
    return _months_later(until, _SIX_MONTHS) if now else None


def _whole_year(filed: Filed) -> Day | None:
    """The end of twelve months."""
    parts = _parts_of_year(filed)
    return next(
        (_day(end) for head, end in parts if head.said.months == MONTHS_A_YEAR and not head.said.trailing), None
    )


def _first_date(filed: Filed) -> Day | None:
    """The first date that a statement prints, in a filing that need not be on a part of a year."""
    if (filed.header.form or "").upper().startswith(_NO_YEAR):
        return None
    days = (day for table in filed.primary for day in table.reading.whole_dates())
    return next((_day(day) for day in days), None)


YEAR_END: Recogniser[Filed, Day] = Recogniser(
    "year-end",
    "On which day does the fiscal year end, where the header does not say it?",
    (
        Rule(
            "balance-before",
            6.0,
            "a quarterly balance sheet prints that of the last year's end beside it",
            _balance_before,
        ),
        Rule("after-nine-months", 5.0, "a year ends three months after its first nine", _after_nine_months),
        Rule("after-six-months", 4.0, "a year ends six months after its first half", _after_six_months),
        Rule(
            "after-a-half",
            4.0,
            "a year ends six months after its first half, on which the filing reports",
            _after_a_half,
        ),
        Rule("whole-year", 3.0, "a column of twelve months ends with the year", _whole_year),
        Rule("first-date", 2.0, "the first date of the statements in a report on a year", _first_date),
    ),
)


def _months_later(end: date, months: int) -> Day:
    """The day so many months later: the end of a month after the end of a month."""
    month = (end.month + months - 1) % MONTHS_A_YEAR + 1
    return _day(on(_SOME_YEAR, month, _LONGEST_MONTH if is_month_end(end) else end.day))


def _day(of: date) -> Day:
    return Day(of.month, of.day)


def _shift(calendar: FiscalCalendar, primary: Sequence[Seen]) -> int:
    """What is added to the number of a year: 1 where the filer's years bear the number of the year in which they begin."""
    latest = max((year for table in primary if (year := table.reading.last_year) is not None), default=None)
    if latest is None or calendar.anchor is None or calendar.day is None or calendar.day[0] > _FIRST_HALF:
        return 0
    balances = (table.reading for table in primary if table.kind is StatementKind.BALANCE_SHEET)
    return int(calendar.anchor.year - latest == 1 and not any(map(_day_apart, balances)))


def _day_apart(reading: ColumnReading) -> bool:
    """Whether a balance sheet's columns are years, and the day is said once for all of them."""
    return reading.around.day is not None and not all(head.whole for head in reading.heads if head.label)
