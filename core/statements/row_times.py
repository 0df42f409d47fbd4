"""The time of a figure that is not its column's: balances, rows and headings that are dates, parts of a year.

A caption tells a day, or that its figures are of the first or the last moment of the period of their column. Between two
balances whose captions print their days lies what happened from the one to the other, where the columns are not periods.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.date_forms import MONTH
from core.dates import MONTHS_A_YEAR, Day, on, without_time
from core.statements.balance_days import above_totals, are_totals, balances, roll
from core.statements.calendar import FiscalCalendar
from core.statements.parts_of_year import LONGEST_PART, YearPart, part_in, part_of, whole_part, whole_time
from core.statements.row_dates import Edge, Moment, edge_of, moment
from core.statements.statement import PRIMARY, Column, Period, Row, StatementKind
from core.statements.time_blocks import Block, time_blocks
from core.statements.timing import UNKNOWN, Timing
from core.vocabulary import words

_A_DAY = timedelta(days=1)
_BESIDE = words("periods", "equity_beside")
_STANDS = words("periods", "balance", "standing_between")


class _Told(NamedTuple):
    """What is told of a row: by its caption, by the rows around it, of which part of a year it is, and whether it lies in a
    roll-forward."""

    moment: Moment | None
    period: Period | None
    part: YearPart | Period | None
    rolls: bool


_NOTHING_TOLD = _Told(None, None, None, rolls=False)


def timed(rows: tuple[Row, ...], timing: Timing) -> tuple[Row, ...]:
    """The rows, the figures that are of another time than their column with it."""
    if timing.kind is StatementKind.BALANCE_SHEET:
        return rows
    moments = [row.date or (moment(row.label, timing.calendar) if row.label else None) for row in rows]
    moments = _standing(_led(_edged(moments, rows), rows), rows, timing)
    parts = _parts(rows, timing)
    blocks = time_blocks(rows, timing) if timing.one_time else []
    if not (blocks or any(moments) or any(parts)):
        return rows
    own = _own_times(rows, moments, parts, blocks, timing) if timing.one_time else [None] * len(rows)
    told = map(_Told, moments, own, parts, _rolls(rows, moments))
    return _with_times(rows, list(told), timing)


def _with_times(rows: Sequence[Row], told: Sequence[_Told], timing: Timing) -> tuple[Row, ...]:
    """The rows with their times in each column; rows of which the same is told have the same."""
    known: dict[_Told, list[Period | None]] = {_NOTHING_TOLD: [None] * len(timing.columns)}
    found = []
    for row, of in zip(rows, told, strict=True):
        if row.figures and of not in known:
            known[of] = [_time(of, column, timing) for column in timing.columns]
        found.append(_timed(row, known[of]) if row.figures and any(known[of]) else row)
    return tuple(found)


def _timed(row: Row, times: Sequence[Period | None]) -> Row:
    return row._replace(
        figures=tuple([one if (time := times[one.column]) is None else one.of(time) for one in row.figures])
    )


def _parts(rows: Sequence[Row], timing: Timing) -> list[YearPart | Period | None]:
    """The part of a year that each row is of by its caption, or its time."""
    parts = [_named_part(row, timing.calendar) for row in rows]
    if timing.year_ended is None or not any(parts):
        return parts
    return [part or _all_parts(row, timing) for row, part in zip(rows, parts, strict=True)]


_PARTLY = ("quarter", "qtr", "half", "months", "weeks")
_NUMBERED, _BY_MONTH = re.compile(r"\bq\d|\dq"), re.compile(rf"\W*(?:{MONTH})")
"""What names a part of a year has one of these, or begins with a month."""


@lru_cache(maxsize=8192)
def _may_be_part(label: str) -> bool:
    """A quick look."""
    lower = label.lower()
    if any(map(lower.__contains__, _PARTLY)) or _BY_MONTH.match(lower) is not None:
        return True
    return "q" in lower and _NUMBERED.search(lower) is not None


def _named_part(row: Row, calendar: FiscalCalendar) -> YearPart | Period | None:
    """The part of a year that a row of figures is of by its caption; its time, where the caption says the year too."""
    if not row.figures or not _may_be_part(row.label):
        return None
    if len(row.label) > LONGEST_PART:
        return whole_time(row.label, calendar)
    return part_of(row.label) or whole_part(row.label, calendar) or whole_time(row.label, calendar)


def _all_parts(row: Row, timing: Timing) -> Period | None:
    """The year of which quarters are rows too, where a row is of all of them."""
    end = timing.year_ended
    if end is None or not row.figures or _ALL_PARTS.match(row.label) is None or any(one.end for one in timing.columns):
        return None
    return Period(timing.calendar.start(end, MONTHS_A_YEAR, None), end)


def _edged(moments: list[Moment | None], rows: Sequence[Row]) -> list[Moment | None]:
    """The same, days without a year that the balances of a table print being the first and the last of their columns' time:
    two days that follow one another, or one day printed twice."""
    found = [at for at, told in enumerate(moments) if type(told) is Day and rows[at].figures]
    days = list(dict.fromkeys(told for told in moments if type(told) is Day)) if found else []
    if len(days) == len(_BOTH) and _follow(*days):
        for at in found:
            moments[at] = Edge.OPENING if moments[at] == days[0] else Edge.CLOSING
    elif len(found) == len(_BOTH) and len(days) == 1:
        for at, edge in zip(found, _BOTH, strict=True):
            moments[at] = edge
    return moments


def _led(moments: list[Moment | None], rows: Sequence[Row]) -> list[Moment | None]:
    """The same, what leads from the gross balance of an edge to the net one being of that edge."""
    edges = [at for at, told in enumerate(moments) if isinstance(told, Edge) and rows[at].figures]
    for first, last in pairwise(edges):
        between = range(first + 1, last)
        if moments[first] is moments[last] and between and all(_LEADS.match(rows[at].label) for at in between):
            for at in between:
                moments[at] = moments[first]
    return moments


def _follow(first: Day, last: Day) -> bool:
    """Whether two days without a year are the ends of a year: January 1 and December 31."""
    return on(_LEAP, *first) - _A_DAY in (on(_LEAP, *last), on(_LEAP - 1, *last))


_LEAP = 2000
"""A year in which every month is as long as it can be."""


def _standing(moments: list[Moment | None], rows: Sequence[Row], timing: Timing) -> list[Moment | None]:
    """The same with the sums of equity, and the cash behind a statement of cash flows, where columns are periods: they are of
    the last day."""
    stands = _STANDING.get(timing.kind)
    if stands is None or all(column.start is None for column in timing.columns):
        return moments
    equity, closed = timing.kind is StatementKind.EQUITY, False
    for at, row in enumerate(rows):
        closed = closed or moments[at] is Edge.CLOSING
        if moments[at] is None and row.figures:
            caption = row.label.rstrip(" .:")
            sums = (equity or closed) and stands.search(caption) is not None
            if sums or (equity and closed and _BESIDE.search(caption) is not None):
                moments[at] = Edge.CLOSING
    return moments


_STANDING = {
    StatementKind.EQUITY: words("periods", "equity_sum"),
    StatementKind.CASH_FLOW: words("periods", "cash_held"),
}
"""Lines that stand on the last day of a period, by the statement that prints them."""
_LEADS = re.compile(r"(?i)(?:less|plus|add|deduct)\b")
"""How a line begins that leads from one balance to another of the same day."""
_BOTH = (Edge.OPENING, Edge.CLOSING)


def _time(told: _Told, column: Column, timing: Timing) -> Period | None:
    """The time of the figures of a row in a column; None where it is the column's, as far as is known."""
    time = _known_time(told, column, timing)
    return None if time == (column.start, column.end) else time


def _known_time(told: _Told, column: Column, timing: Timing) -> Period | None:
    if told.period is not None:
        return _in_column(told.period, told.moment, column, timing)
    if isinstance(told.part, YearPart) and timing.kind not in PRIMARY:
        return timing.within(told.part, Period(column.start, column.end or timing.year_ended))
    return _at_moment(told, _lasting(told, column, timing))


def _at_moment(told: _Told, period: Period) -> Period | None:
    """The time of a row by its own caption, in a column of this period."""
    if period.end is None or period.start is None:
        return None
    if isinstance(told.moment, Day):
        return Period(None, day) if (day := _edge_on(told.moment, period)) is not None else None
    if told.moment is Edge.OPENING:
        return Period(None, period.start - _A_DAY)
    if told.moment is Edge.CLOSING:
        return Period(None, period.end)
    return period if told.rolls else None


def _in_column(period: Period, told: Moment | None, column: Column, timing: Timing) -> Period:
    """The time of a row in a column, which may be of a part of it."""
    if not timing.by_parts:
        return _at_edge(period, column)
    start, end = _part_in_column(period, column, timing)
    if told is Edge.OPENING:
        return _day_before(start) or UNKNOWN
    return Period(None if told is Edge.CLOSING else start, end)


def _part_in_column(period: Period, column: Column, timing: Timing) -> Period:
    """The part of a year that a column is of; what is neither a part nor all of them is of no known time."""
    part = part_in(column.label)
    if part is not None:
        return timing.within(part, period) or UNKNOWN
    return period if not without_time(column.label) or _ALL_PARTS.match(column.label) else UNKNOWN


_ALL_PARTS = re.compile(r"(?i)\W*(?:total|(?:full|whole|entire|fiscal) year|year\b)")
"""How the head of a column begins that holds all quarters of a year."""


def _at_edge(period: Period, column: Column) -> Period:
    """The time of a row in a column: one of its ends where the columns go from balance to balance."""
    if period.start is None or period.end is None:
        return period
    edge = edge_of(column.label)
    if edge is Edge.OPENING:
        return Period(None, period.start - _A_DAY)
    return Period(None, period.end) if edge is Edge.CLOSING else period


def _lasting(told: _Told, column: Column, timing: Timing) -> Period:
    """The period of a column; in a roll-forward to the end of a fiscal year it is that year."""
    end = column.end
    year = told.rolls or isinstance(told.moment, Day)
    if end is None or column.start is not None or not year or not timing.calendar.near(end):
        return Period(column.start, end)
    return Period(timing.calendar.start(end, MONTHS_A_YEAR, None), end)


def _edge_on(day: Day, period: Period) -> date | None:
    """The last moment of a period or the one before it, where a caption names the day: `Balance at January 1`."""
    start, end = period
    if start is None or end is None:
        return None
    before = start - _A_DAY
    if day == (end.month, end.day):
        return None if day == (before.month, before.day) else end
    return before if day in ((start.month, start.day), (before.month, before.day)) else None


def _rolls(rows: Sequence[Row], moments: Sequence[Moment | None]) -> list[bool]:
    """Which rows lie in a roll-forward, from an opening balance to a closing one."""
    found, first = [False] * len(rows), None
    for at, told in enumerate(moments):
        if told is Edge.OPENING and rows[at].figures:
            first = at
        elif told is Edge.CLOSING and rows[at].figures and first is not None:
            found[first : at + 1] = [True] * (at + 1 - first)
            first = None
    return found


def _own_times(
    rows: Sequence[Row],
    moments: Sequence[Moment | None],
    parts: Sequence[YearPart | Period | None],
    blocks: Sequence[Block],
    timing: Timing,
) -> list[Period | None]:
    """The time of each row that does not hang on its column: a balance on its day, what lies between two of them, and the
    rows below a heading of time."""
    dated = list(balances(rows, _opened(rows, moments, blocks, timing)))
    if are_totals(rows, dated):
        return above_totals(rows, dated)
    found: list[Period | None] = [part if isinstance(part, Period) else None for part in parts]
    roll(found, rows, dated, timing.calendar)
    for block in blocks:
        for at in range(block.first, block.last):
            if (found[at] is None or block.across) and rows[at].figures:
                found[at] = _in_block(_Told(moments[at], None, parts[at], rolls=False), rows[at], block, timing)
    return found


def _opened(
    rows: Sequence[Row], moments: Sequence[Moment | None], blocks: Sequence[Block], timing: Timing
) -> Sequence[Moment | None]:
    """The same, an opening balance before the first that prints its day being of the day before the year that they are in."""
    first = next((at for at, told in enumerate(moments) if isinstance(told, date)), len(rows))
    before = [at for at in range(first) if isinstance(moments[at], Edge) and rows[at].figures]
    if first == len(rows) or len(before) != 1 or moments[before[0]] is not Edge.OPENING:
        return moments
    start = _start_of(before[0], blocks, timing)
    if start is None:
        return moments
    return [start - _A_DAY if at == before[0] else told for at, told in enumerate(moments)]


def _start_of(at: int, blocks: Sequence[Block], timing: Timing) -> date | None:
    """The first day of the time of a row by the heading above it, or by the columns, all of which have one."""
    for block in blocks:
        if block.first <= at < block.last:
            return block.period.start
    starts = {column.start for column in timing.columns if column.end is not None}
    return starts.pop() if len(starts) == 1 else None


def _in_block(of: _Told, row: Row, block: Block, timing: Timing) -> Period | None:
    """The time of a row below a heading of time."""
    start, end = block.period
    told = None if block.across else of.moment
    if isinstance(of.part, YearPart) and (period := timing.within(of.part, block.period)) is not None:
        return period
    if told is Edge.OPENING:
        return block.period if timing.by_parts else _day_before(start)
    if told is Edge.CLOSING or (block.mixed and _STANDS.search(row.label) is not None):
        return Period(None, end)
    return block.period if told is None else None


def _day_before(start: date | None) -> Period | None:
    return Period(None, start - _A_DAY) if start is not None else None
