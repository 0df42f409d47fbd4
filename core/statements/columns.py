"""The periods of a table's columns: from the column's own head, else from what the table and its titles say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from core.dates import NOTHING, Day, Said, on, said, without_time
from core.statements.calendar import FiscalCalendar
from core.statements.lead_in import Above, is_statement_title
from core.statements.statement import PRIMARY, Column, StatementKind
from core.statements.table_period import Spoken, spoken
from core.tables.grid import Grid, GridColumn

_FLOWS = PRIMARY - {StatementKind.BALANCE_SHEET}
_COMPARES = ("change", "increase", "decrease", "variance", " vs", "percent", "% ", "over ", "compared", "growth")
_PART_OF = ("% of ", "percent of ", "percentage of ")


_UNTIMED = (StatementKind.NOTE, StatementKind.OTHER)
"""Tables whose columns may be no periods, while all of the table is about one."""


class Head(NamedTuple):
    """What a column's own head says: a whole date, or the parts of one."""

    label: str
    dates: tuple[date, ...] = ()
    whole: date | None = None
    year: int | None = None
    day: tuple[int, int] | None = None
    apart: bool = False
    said: Said = NOTHING
    own: str = ""

    @property
    def dated(self) -> bool:
        """Whether it names a time of its own."""
        return self.whole is not None or self.year is not None or self.day is not None or self.said.quarter is not None


@dataclass(frozen=True, slots=True)
class Context:
    """What a table says of time outside its columns' heads: day (and whether only the prose above says it), the titles'
    whole dates in order, the one year above its captions, the length of its periods (and whether only prose says it), or
    that it is a balance; `flows` whether its lines are those of a year and not of a day, None where they do not tell;
    `spoken` the one time of the whole table."""

    day: tuple[int, int] | None
    day_in_prose: bool
    year: int | None
    ends: tuple[date, ...]
    years: tuple[int, ...]
    months: int | None
    weeks: int | None
    instant: bool
    length_in_prose: bool = False
    flows: bool | None = None
    spoken: Spoken | None = None


def head_of(column: GridColumn) -> Head:
    """Read one column's head."""
    label = column.label
    if not label:
        return Head("")
    lower = label.lower()
    whole = said(label)
    if any(map(lower.__contains__, _COMPARES)) and (
        len(whole.years) + len(whole.dates) != 1
        or "change" in lower
        or ("%" in lower and not any(map(lower.__contains__, _PART_OF)))
    ):
        return Head(label)
    if not (whole.dates or whole.years or whole.days or whole.quarter):
        return Head(label, said=whole)
    lowest = next((part for head in reversed(column.heads) if (part := said(head)).dates or part.years), None)
    day = whole.days[-1] if whole.days else None
    if lowest is not None and lowest.dates and not lowest.years:
        return Head(label, lowest.dates, lowest.dates[-1], said=whole)
    if whole.dates and not whole.years and lowest is not None:
        return Head(label, whole.dates, whole.dates[-1], said=whole)
    year = lowest.years[-1] if lowest is not None and lowest.years else whole.years[-1] if whole.years else None
    if (same := next((one for one in whole.dates if one.year == year), None)) is not None:
        return Head(label, whole.dates, same, said=whole)
    if whole.dates and day is None:
        day = Day(whole.dates[-1].month, whole.dates[-1].day)
    return Head(label, (), None, year, day, apart=bool(whole.days), said=whole)


def context(grid: Grid, over: Above, kind: StatementKind, heads: Sequence[Head] = ()) -> Context:
    """What the table and its titles say of time; a note's lead-in counts too, a primary statement's does not."""
    titles = _own_titles(over)
    own = [said(text) for text in (*titles, *over.head) if _timely(text)]
    stub = said(grid.stub) if _timely(grid.stub) else NOTHING
    pieces = [stub, *own, said(grid.head)] if _timely(grid.head) else [stub, *own]
    day = _day_of(pieces)
    lead = said(over.lead[-320:]) if kind not in PRIMARY and over.lead else None
    in_head = any(p.months or p.weeks for p in pieces)
    in_prose = day is None and lead is not None
    if lead is not None:
        pieces.append(lead)
        day = day or _day_of([lead])
    ends = tuple(end for p in own if not p.inception and p.begins is None for end in p.dates)
    years = tuple(year for p in own for year in p.years)
    months = next((p.months for p in pieces if p.months or p.weeks), None)
    weeks = next((p.weeks for p in pieces if p.months or p.weeks), None)
    instant = any(p.instant for p in pieces) or (day is not None and months is None and weeks is None)
    instant_in_prose = in_prose and not any(p.instant for p in pieces[:-1])
    year = stub.years[0] if len(stub.years) == 1 else None
    if kind in PRIMARY:
        return Context(day, in_prose, year, ends, years, months, weeks, instant)
    flows = _tells_flows(grid, len({head.year for head in heads if head.year is not None}))
    told = any(head.dated or _names_time(head.label) for head in heads)
    near = titles if kind is StatementKind.NOTE else ()
    one = spoken(grid, over, near) if kind in _UNTIMED and not told else None
    if flows and instant_in_prose:
        instant = False
    return Context(day, in_prose, year, ends, years, months, weeks, instant, not in_head, flows, one)


_FLOW = re.compile(
    r"\n(?:total |consolidated )*(?:net )?(?:sales|revenues?|income|earnings|loss)\b|\ncost of |expenses?\n|\nprovision for"
    r"|income before|operating (?:income|profit)|(?:interest|service|pension) cost|gross (?:profit|margin)|\ncapital expenditures"
    r"|\n(?:options? )?(?:granted|exercised)\b"
)
_BALANCE = re.compile(
    r"total assets|total liabilities|inventor|receivable|payable|accrued|accumulated|balance|allowance|end of (?:year|period)"
    r"|benefit obligation|deferred tax (?:assets|liabilities)|outstanding|plan assets|identifiable assets|equity"
)


def _names_time(label: str) -> bool:
    """Whether a head names a time, be it to compare it with another."""
    time = said(label)
    return bool(time.dates or time.years or time.days)


_BEGINS = re.compile(
    r"beginning (?:of|balance)|balances?,? (?:at )?beginning|unvested at beginning|outstanding at (?:the )?beginning"
)
_SEVERAL = 3
"""Balances are printed for two years; what is printed for more is what happened in them."""


def _tells_flows(grid: Grid, years: int) -> bool | None:
    """Whether the captions of a table speak of what happened over a time (True) or of what there was on a day (False); None
    where they speak of neither, or of both, and the years of its columns do not tell."""
    captions = "\n" + "\n".join([row.label for row in grid.rows]).lower() + "\n"
    if _BEGINS.search(captions) is not None:
        return True
    flow, balance = _FLOW.search(captions) is not None, _BALANCE.search(captions) is not None
    if flow is not balance:
        return flow
    return True if years >= _SEVERAL else None


def _own_titles(over: Above) -> tuple[str, ...]:
    """The titles from the statement's own on: what stands above may be another page's, an auditor's date."""
    if any(is_statement_title(line) for line in over.head):
        return ()
    at = next((n for n in range(len(over.titles) - 1, -1, -1) if is_statement_title(over.titles[n])), 0)
    return over.titles[at:]


def _day_of(pieces: list[Said]) -> tuple[int, int] | None:
    return next(
        (p.days[-1] if p.days else (p.dates[0].month, p.dates[0].day) for p in pieces if p.days or p.dates), None
    )


_TIMELY = re.compile(r"(?i)\d|year|month|week|quarter| at ")


def _timely(text: str) -> bool:
    """Whether a text can say anything of time."""
    return _TIMELY.search(text) is not None


class Reading(NamedTuple):
    """A table's columns as read, before the filing's calendar turns years into dates."""

    heads: tuple[Head, ...]
    around: Context

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


def read_columns(grid: Grid, over: Above, kind: StatementKind) -> Reading:
    """What the heads and titles of a table say of its columns' periods."""
    shared = {column.heads[0] for column in grid.columns if column.heads}
    common = shared.pop() if len(shared) == 1 and len(grid.columns) > 1 else None
    heads = tuple(
        head_of(column)._replace(own=" ".join(column.heads[1:]) if common and len(column.heads) > 1 else column.label)
        for column in grid.columns
    )
    return Reading(heads, context(grid, over, kind, heads))


def columns(reading: Reading, kind: StatementKind, calendar: FiscalCalendar) -> tuple[Column, ...]:
    """The columns with their periods; where columns are no periods, with what they stand for."""
    if kind is StatementKind.EQUITY and (not reading.periods or _one_time(reading.heads)):
        return tuple(Column(head.label, member=head.own or None) for head in reading.heads)
    if not any(head.dated for head in reading.heads):
        return _from_titles(reading, kind, calendar)
    found = tuple(_column(head, reading, kind, calendar) for head in reading.heads)
    return _same_end_for_all(found, kind)


def _one_time(heads: tuple[Head, ...]) -> bool:
    """Whether all columns stand under one and the same time: they are no periods then."""
    return len(heads) > 1 and len({(head.whole, head.year, head.day) for head in heads}) == 1


def _same_end_for_all(found: tuple[Column, ...], kind: StatementKind) -> tuple[Column, ...]:
    """In a primary statement a column without a date of its own stays a member."""
    if kind not in PRIMARY:
        return found
    return tuple(replace(c, member=c.label or None) if c.end is None and c.member is None else c for c in found)


def _column(head: Head, reading: Reading, kind: StatementKind, calendar: FiscalCalendar) -> Column:
    if not head.dated:
        return Column(head.label, member=head.label or None)
    end = _end(head, reading.around, kind, calendar)
    member = without_time(head.label) or None
    if end is None:
        return Column(head.label, member=member)
    return Column(head.label, _start(head, end, reading.around, kind, calendar), end, member)


def _end(head: Head, around: Context, kind: StatementKind, calendar: FiscalCalendar) -> date | None:
    if head.whole is not None:
        return head.whole
    year = head.year
    if year is None:
        year = _year_around(around)
        if year is None:
            return calendar.last(*head.day) if head.day is not None and kind is StatementKind.BALANCE_SHEET else None
    if head.said.quarter is not None and head.day is None:
        return calendar.quarter(year, head.said.quarter)
    titled = next((end for end in around.ends if end.year == year + calendar.shift), None)
    day = head.day or (None if titled else around.day)
    if day is None or (head.day is None and around.day_in_prose and not calendar.near(on(year, *day))):
        return titled or calendar.end(year) or (on(year, *day) if day else None)
    if (
        head.apart
        and head.said.months == 3
        and calendar.day is not None
        and day > calendar.day
        and calendar.day < (12, 1)
    ):
        year -= 1
    known = calendar.known.get(year + calendar.shift)
    if known is not None and not head.apart and head.day is None and (known.month, known.day) == day:
        return known
    if head.day is None and calendar.near(on(year + calendar.shift, *day)):
        return calendar.end(year)
    return on(year, *day)


def _year_around(around: Context) -> int | None:
    years = {end.year for end in around.ends} | set(around.years)
    return years.pop() if len(years) == 1 else None


def _start(head: Head, end: date, around: Context, kind: StatementKind, calendar: FiscalCalendar) -> date | None:
    if kind is StatementKind.BALANCE_SHEET:
        return None
    if head.said.begins is not None and head.said.begins < end:
        return head.said.begins
    if head.said.first_day is not None:
        return _day_before(end, head.said.first_day)
    if head.said.inception and len(head.dates) >= 2:
        return min(head.dates)
    months, weeks = head.said.months, head.said.weeks
    if head.said.quarter is not None and weeks is None:
        months = 3
    if months is None and weeks is None:
        months, weeks = _length_around(head, end, around, kind, calendar)
    return None if months is None and weeks is None else calendar.start(end, months, weeks)


def _day_before(end: date, day: Day) -> date:
    """The last such day before a period ends: the first of that period."""
    here = on(end.year, *day)
    return here if here < end else on(end.year - 1, *day)


def _length_around(
    head: Head, end: date, around: Context, kind: StatementKind, calendar: FiscalCalendar
) -> tuple[int | None, int | None]:
    """How many months or weeks a column's period lasted, where its head does not say it; neither where it is a day."""
    whole_year = calendar.near(end)
    if around.months is None and around.weeks is None:
        if kind is StatementKind.QUARTERLY and not around.instant:
            return 3, None
        lasting = kind in _FLOWS or (around.flows is True and not around.instant)
        return (12 if kind is StatementKind.SELECTED_DATA or (lasting and whole_year) else None), None
    if kind in _FLOWS:
        return around.months, around.weeks
    if around.length_in_prose and _is_day(head, around):
        return None, None
    if around.instant and head.whole is not None and around.flows is not True:
        return None, None
    if around.length_in_prose and head.whole is None and whole_year and (around.months or 12) < 12:
        return 12, None
    return around.months, around.weeks


def _is_day(head: Head, around: Context) -> bool:
    """Whether a head is a day of which prose only says how long something else lasted."""
    return around.flows is False or (head.whole is not None and around.flows is None)


def _spoken_period(around: Context, calendar: FiscalCalendar) -> tuple[date | None, date | None]:
    """The first and the last day of the one time that a table speaks of; a day has no first one."""
    one = around.spoken
    if one is None:
        return None, calendar.end(around.year) if around.year is not None else None
    time = one.time
    if time.dates:
        end: date | None = time.dates[-1]
    elif time.days:
        end = on(time.years[-1], *time.days[-1])
    else:
        end = calendar.end(time.years[-1])
    if end is None or not one.lasted:
        return None, end
    months = time.months or (None if time.weeks else 12)
    return calendar.start(end, months, time.weeks), end


def _from_titles(reading: Reading, kind: StatementKind, calendar: FiscalCalendar) -> tuple[Column, ...]:
    """Columns without a date: the titles' dates in order if they are as many, the one date if there is one."""
    around = reading.around
    ends = list(dict.fromkeys(around.ends))
    if len(ends) == 1 and around.years:
        ends += [on(year, ends[0].month, ends[0].day) for year in dict.fromkeys(around.years) if year != ends[0].year]
    elif not ends and around.years and around.day:
        ends = [on(year, *around.day) for year in dict.fromkeys(around.years)]
    heads = reading.heads
    if kind in PRIMARY and len(ends) == len(heads):
        pairs = list(zip(heads, ends, strict=True))
    elif kind in PRIMARY and len(ends) == 1:
        pairs = [(head, ends[0]) for head in heads]
    else:
        start, end = _spoken_period(around, calendar)
        return tuple(Column(head.label, start, end, head.label or None) for head in heads)
    return tuple(
        Column(head.label, _start(head, end, around, kind, calendar), end, without_time(head.label) or None)
        for head, end in pairs
    )
