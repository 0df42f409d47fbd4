"""The time of a figure that is not its column's: balances, rows and headings that are dates, parts of a year.

A caption tells a day, or that its figures are of the first or the last moment of the period of their column. Between two
balances whose captions print their days lies what happened from the one to the other, where the columns are not periods.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from core.date_forms import MONTH
from core.dates import MONTHS_A_YEAR, Day, without_time
from core.statements.balance_days import above_totals, are_totals, balances, roll
from core.statements.calendar import FiscalCalendar
from core.statements.parts_of_year import LONGEST_PART, Part, part_in, part_of, whole_part
from core.statements.row_dates import Edge, Moment, edge_of, moment
from core.statements.statement import PRIMARY, Column, Period, Row, StatementKind
from core.statements.time_blocks import Block, time_blocks
from core.statements.timing import UNKNOWN, Timing
from core.vocabulary import words

_A_DAY = timedelta(days=1)
_STANDS = words("periods", "balance", "standing_between")


class _Told(NamedTuple):
    """What is told of a row: by its caption, by the rows around it, of which part of a year it is, and whether it lies in a
    roll-forward."""

    moment: Moment | None
    period: Period | None
    part: Part | Period | None
    rolls: bool


_NOTHING_TOLD = _Told(None, None, None, rolls=False)


def timed(rows: tuple[Row, ...], timing: Timing) -> tuple[Row, ...]:
    """The rows, the figures that are of another time than their column with it."""
    if timing.kind is StatementKind.BALANCE_SHEET:
        return rows
    moments = _edged([row.date or (moment(row.label, timing.calendar) if row.label else None) for row in rows], rows)
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


def _parts(rows: Sequence[Row], timing: Timing) -> list[Part | Period | None]:
    """The part of a year that each row is of by its caption, or its time."""
    parts = [_named_part(row, timing.calendar) for row in rows]
    if timing.year_ended is None or not any(parts):
        return parts
    return [part or _all_parts(row, timing) for row, part in zip(rows, parts, strict=True)]


_PARTLY, _NUMBERED, _BY_MONTH = ("quarter", "qtr", "half"), re.compile(r"\bq\d|\dq"), re.compile(rf"\W*(?:{MONTH})")
"""What names a part of a year has one of these, or begins with a month."""


@lru_cache(maxsize=8192)
def _may_be_part(label: str) -> bool:
    """A quick look."""
    if len(label) > LONGEST_PART:
        return False
    lower = label.lower()
    if any(map(lower.__contains__, _PARTLY)) or _BY_MONTH.match(lower) is not None:
        return True
    return "q" in lower and _NUMBERED.search(lower) is not None


def _named_part(row: Row, calendar: FiscalCalendar) -> Part | Period | None:
    """The part of a year that a row of figures is of by its caption; its time, where the caption says the year too."""
    if not row.figures or not _may_be_part(row.label):
        return None
    return part_of(row.label) or whole_part(row.label, calendar)


def _all_parts(row: Row, timing: Timing) -> Period | None:
    """The year of which quarters are rows too, where a row is of all of them."""
    end = timing.year_ended
    if end is None or not row.figures or _ALL_PARTS.match(row.label) is None or any(one.end for one in timing.columns):
        return None
    return Period(timing.calendar.start(end, MONTHS_A_YEAR, None), end)


def _edged(moments: list[Moment | None], rows: Sequence[Row]) -> list[Moment | None]:
    """The same, a day without a year that two rows of balances print being the first and the last of their columns' time."""
    found = [at for at, told in enumerate(moments) if type(told) is Day and rows[at].figures]
    if len(found) == len(_BOTH) and moments[found[0]] == moments[found[1]]:
        for at, edge in zip(found, _BOTH, strict=True):
            moments[at] = edge
    return moments


_BOTH = (Edge.OPENING, Edge.CLOSING)


def _time(told: _Told, column: Column, timing: Timing) -> Period | None:
    """The time of the figures of a row in a column; None where it is the column's, as far as is known."""
    time = _known_time(told, column, timing)
    return None if time == (column.start, column.end) else time


def _known_time(told: _Told, column: Column, timing: Timing) -> Period | None:
    if told.period is not None:
        return _in_column(told.period, told.moment, column, timing)
    if isinstance(told.part, Part) and timing.kind not in PRIMARY:
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
    parts: Sequence[Part | Period | None],
    blocks: Sequence[Block],
    timing: Timing,
) -> list[Period | None]:
    """The time of each row that does not hang on its column: a balance on its day, what lies between two of them, and the
    rows below a heading of time."""
    dated = list(balances(rows, moments))
    if are_totals(rows, dated):
        return above_totals(rows, dated)
    found: list[Period | None] = [part if isinstance(part, Period) else None for part in parts]
    roll(found, rows, dated, timing.calendar)
    for block in blocks:
        for at in range(block.first, block.last):
            if (found[at] is None or block.across) and rows[at].figures:
                found[at] = _in_block(_Told(moments[at], None, parts[at], rolls=False), rows[at], block, timing)
    return found


def _in_block(of: _Told, row: Row, block: Block, timing: Timing) -> Period | None:
    """The time of a row below a heading of time."""
    start, end = block.period
    told = None if block.across else of.moment
    if isinstance(of.part, Part) and (period := timing.within(of.part, block.period)) is not None:
        return period
    if told is Edge.OPENING:
        return block.period if timing.by_parts else _day_before(start)
    if told is Edge.CLOSING or (block.mixed and _STANDS.search(row.label) is not None):
        return Period(None, end)
    return block.period if told is None else None


def _day_before(start: date | None) -> Period | None:
    return Period(None, start - _A_DAY) if start is not None else None
