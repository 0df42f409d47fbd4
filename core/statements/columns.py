"""The columns of a table with their periods: from the column's own head, else from what the table and its titles say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from core.dates import MONTHS_A_YEAR, Said, on, without_time
from core.evidence import Recogniser, Rule, single
from core.statements.calendar import FiscalCalendar
from core.statements.column_heads import ColumnHead, heads_of
from core.statements.column_periods import Asked, Told, asked_of, lasting, period_of
from core.statements.lead_in import Above
from core.statements.scale import currency_in
from core.statements.statement import PRIMARY, Column, Period, StatementKind
from core.statements.table_period import TableContext, context
from core.tables.grid import Grid


class ColumnReading(NamedTuple):
    """A table's columns as read, before the filing's calendar turns years into dates."""

    heads: tuple[ColumnHead, ...]
    around: TableContext

    def whole_dates(self) -> list[date]:
        """Every whole date said: what a calendar can learn from."""
        return [end for head in self.heads for end in head.dates] + list(self.around.ends)

    @property
    def periods(self) -> bool:
        """Whether the columns are periods, at least half of them."""
        return 2 * sum(head.dated for head in self.heads) >= len(self.heads) > 0

    @property
    def last_year(self) -> int | None:
        """The latest year that stands alone in a head."""
        return max((head.year for head in self.heads if head.year is not None and head.whole is None), default=None)


NO_READING = ColumnReading((), TableContext())
"""Of a table of which nothing is read."""


def read_columns(grid: Grid, over: Above, kind: StatementKind) -> ColumnReading:
    """What the heads and titles of a table say of its columns' periods."""
    heads = heads_of(grid.columns)
    return ColumnReading(heads, context(grid, over, kind, heads))


def columns(
    reading: ColumnReading, kind: StatementKind, calendar: FiscalCalendar, known: Told | None = None
) -> tuple[Column, ...]:
    """The columns with their periods; where columns are no periods, with what they stand for. `known` are the periods that
    were told before in the same filing."""
    if kind is StatementKind.EQUITY and (not reading.periods or _one_time(reading.heads)):
        return tuple(Column(head.label, member=head.own or None) for head in reading.heads)
    if not any(head.dated for head in reading.heads):
        return _from_titles(Table(reading, kind, calendar))
    asked = asked_of(reading.heads, reading.around, kind, calendar)
    known = known if known is not None else {}
    found = tuple([_column(one, known) for one in asked])
    if kind in PRIMARY:
        return _undated_as_members(found)
    found = _with_origins(found, reading.heads)
    return tuple(_with_coming(one, calendar) for one in found) if asked[0].to_come else found


def _with_origins(found: tuple[Column, ...], heads: Sequence[ColumnHead]) -> tuple[Column, ...]:
    """The columns of years of origination, of the one day that the columns beside them are of."""
    if not any(head.origin for head in heads):
        return found
    ends = {(column.start, column.end) for column in found if column.end is not None}
    if len(ends) != 1:
        return found
    period = Period(*ends.pop())
    told = single("column-end/beside-years-of-origination", period, _BESIDE)
    return tuple(
        replace(column, start=period.start, end=period.end, verdict=told) if head.origin else column
        for column, head in zip(found, heads, strict=True)
    )


def _with_coming(column: Column, calendar: FiscalCalendar) -> Column:
    """A column beside years to come: `Thereafter`, their total."""
    if column.end is not None or not column.label:
        return column
    told = single("column-end/beside-years-to-come", Period(None, calendar.until), _BESIDE)
    return replace(column, end=calendar.until, verdict=told)


_BESIDE = 4.0
"""The weight of the years to come for the time of the columns beside them."""


def with_currencies(found: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, each standing for its currency where their heads name more than one: a translation beside the original."""
    codes = [currency_in([column.label]) for column in found]
    if len(set(codes) - {None}) < 2:
        return tuple(found)
    return tuple(
        replace(column, member=code) if code is not None and column.member is None else column
        for column, code in zip(found, codes, strict=True)
    )


def _one_time(heads: Sequence[ColumnHead]) -> bool:
    """Whether all columns stand under one and the same time: they are no periods then."""
    return len(heads) > 1 and len({(head.whole, head.year, head.day) for head in heads}) == 1


def _undated_as_members(found: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of a primary statement, those without a date being what their heads name."""
    return tuple(replace(c, member=c.label or None) if c.end is None and c.member is None else c for c in found)


def _column(asked: Asked, known: Told) -> Column:
    head = asked.head
    if not head.dated:
        return Column(head.label, member=head.label or None)
    member = without_time(head.label) or None
    verdict = period_of(asked, known)
    if verdict is None:
        return Column(head.label, member=member)
    return Column(head.label, verdict.decided.start, verdict.decided.end, member, verdict)


class Table(NamedTuple):
    """A table none of whose heads names a time."""

    reading: ColumnReading
    kind: StatementKind
    calendar: FiscalCalendar

    def ends(self) -> list[date]:
        """The dates of its titles, with the years that they print after them."""
        around = self.reading.around
        ends = list(dict.fromkeys(around.ends))
        years = dict.fromkeys(around.years)
        if len(ends) == 1:
            return ends + [on(year, ends[0].month, ends[0].day) for year in years if year != ends[0].year]
        if not ends and around.day and len(set(around.days)) <= 1:
            return [on(year, *around.day) for year in years]
        return ends


def _dates_in_order(table: Table) -> tuple[date, ...] | None:
    ends = table.ends()
    return tuple(ends) if table.kind in PRIMARY and len(ends) == len(table.reading.heads) else None


def _days_and_years_in_order(table: Table) -> tuple[date, ...] | None:
    """The heads stand beside the title: its days on one line, their years on another."""
    around, count = table.reading.around, len(table.reading.heads)
    if table.kind not in PRIMARY or around.ends or not len(around.days) == len(around.years) == count:
        return None
    return tuple(on(year, *day) for year, day in zip(around.years, around.days, strict=True))


def _one_date(table: Table) -> tuple[date, ...] | None:
    ends = table.ends()
    return tuple(ends * len(table.reading.heads)) if table.kind in PRIMARY and len(ends) == 1 else None


ENDS_IN_TITLES: Recogniser[Table, tuple[date, ...]] = Recogniser(
    "ends-in-titles",
    "On which days do the periods of columns end whose heads are not dates?",
    (
        Rule("dates-in-order", 6.0, "the titles print as many dates as there are columns", _dates_in_order),
        Rule(
            "days-and-years",
            5.0,
            "the titles print the days on one line and the years on another",
            _days_and_years_in_order,
        ),
        Rule("one-date", 5.0, "the titles print one date", _one_date),
    ),
)


def _from_titles(table: Table) -> tuple[Column, ...]:
    """Columns without a date, dated by the titles of a statement or by the one time that the table speaks of."""
    heads, verdict = table.reading.heads, ENDS_IN_TITLES.first(table)
    if verdict is None:
        period = WHOLE_TABLE.first(table)
        if period is None:
            return tuple(Column(head.label, member=head.label or None) for head in heads)
        return tuple(Column(head.label, *period.decided, head.label or None, period) for head in heads)
    rule = verdict.clues[0]
    found = [
        lasting(asked, (rule._replace(says=end),))
        for asked, end in zip(
            asked_of(heads, table.reading.around, table.kind, table.calendar), verdict.decided, strict=True
        )
    ]
    return tuple(
        Column(head.label, *one.decided, without_time(head.label) or None, one)
        for head, one in zip(heads, found, strict=True)
    )


def _spoken(table: Table) -> Period | None:
    """The first and the last day of the one time that a table speaks of; a day has no first one."""
    one, calendar = table.reading.around.spoken, table.calendar
    end = _last_day(one.time, calendar) if one is not None else None
    if one is None or end is None:
        return None
    time = one.time
    if not one.lasted:
        return Period(None, end)
    if time.begins is not None:
        return Period(time.begins, end)
    months = time.months or (None if time.weeks else MONTHS_A_YEAR)
    return Period(calendar.start(end, months, time.weeks), end)


def _last_day(time: Said, calendar: FiscalCalendar) -> date | None:
    """The last day of the time that is said; None for a year that goes on behind the filing's last day."""
    if time.dates:
        return time.dates[-1]
    if time.days:
        return on(time.years[-1], *time.days[-1])
    end = calendar.end(time.years[-1])
    return None if end is None or (calendar.until is not None and end > calendar.until) else end


def _years_to_come(table: Table) -> Period | None:
    """The rows are years to come: what is due in them is told as of the last day of the filing."""
    until, calendar = table.calendar.until, table.calendar
    if until is None or table.reading.around.spoken is not None:
        return None
    ends = [calendar.end(year) for year in table.reading.around.row_years]
    return Period(None, until) if sum(end is not None and end > until for end in ends) > 1 else None


def _year_above_captions(table: Table) -> Period | None:
    around = table.reading.around
    if around.spoken is not None or around.year is None or around.year_ended is not None:
        return None
    end = table.calendar.end(around.year)
    return Period(None, end) if end is not None else None


WHOLE_TABLE: Recogniser[Table, Period] = Recogniser(
    "whole-table",
    "Of what time is a table whose columns name none?",
    (
        Rule("spoken", 5.0, "its head, its titles or the sentence before it speak of one time", _spoken),
        Rule("years-to-come", 4.5, "its captions are years behind the filing's last day", _years_to_come),
        Rule("year-above-captions", 4.0, "a year stands above its captions", _year_above_captions),
    ),
)
