"""The time of a figure that is not its column's: opening and closing balances, rows and headings that are dates.

A caption tells a day, or that its figures are of the first or the last moment of the period of their column. Between two
balances whose captions print their days lies what happened from the one to the other, where the columns are not periods.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from core.dates import MONTHS_A_QUARTER, MONTHS_A_YEAR, Day, Said, is_month_end, said, without_time
from core.evidence import Recogniser, Rule
from core.statements.calendar import FiscalCalendar
from core.statements.natures import leaning
from core.statements.row_blocks import Block, Timing, blocks_of
from core.statements.statement import Column, Figure, Period, Row, StatementKind
from core.vocabulary import words

_A_DAY = timedelta(days=1)
_STANDING = -1.5
"""A column whose head leans so far is of what there is on a day."""
_LONGEST_ROLL = 380
"""Days between two balances that follow one another: a year of 53 weeks and some."""
_OPENING, _CLOSING, _ABOUT = (
    words("periods", "at_opening"),
    words("periods", "at_closing"),
    words("periods", "about_balance"),
)
_BALANCE_OF = words("periods", "balance_of")
_STANDS = words("periods", "balance", "standing_between")
_HELD, _BETWEEN = words("periods", "held"), words("periods", "standing_between")
_REMARK = re.compile(r"\s*(?:\([^()]*\)|[:.,*])$")
"""What may stand behind a caption: a reference to a note, a mark."""
_AT_ITS_DAY = re.compile(r"(?:^|\b(?:at|as of) |, )(?:[a-z]{3,9}\.? )\d{1,2},? \d{4}$")
_TIMELY = re.compile(r"\d|begin|open|\bend|clos|quarter")


class Edge(Enum):
    """The moment of a period that a balance is of."""

    OPENING = "opening"
    CLOSING = "closing"


class Caption(NamedTuple):
    """A caption of which it is asked what day its figures are of: its bare words in small letters, without remarks behind
    them, what it says of time, and the fiscal years."""

    bare: str
    time: Said
    calendar: FiscalCalendar

    @property
    def whole(self) -> date | None:
        """The one whole date that it says, not as the end of a time that lasted."""
        time = self.time
        lasts = time.lasting or time.begins is not None or time.inception or time.days
        return time.dates[0] if len(set(time.dates)) == 1 and not lasts else None

    @property
    def known(self) -> date | None:
        """The same, where the company reports on that day."""
        whole, calendar = self.whole, self.calendar
        if whole is None:
            return None
        reported = (
            whole in calendar.printed or whole in calendar.known.values() or (whole.month, whole.day) == calendar.day
        )
        return whole if reported or calendar.ends_quarter(whole) else None


class Quarter(NamedTuple):
    """A quarter (1-4) of the fiscal year of a column."""

    number: int


Moment = date | Day | Edge | Quarter
"""What a caption says: a day, a day of whatever year its column is of, an edge of the period of its column, or a quarter."""


def _is_about(bare: str) -> bool:
    """Whether a caption is about a balance and is not one: `allowance for losses` is one."""
    return _ABOUT.search(bare) is not None and _BALANCE_OF.search(bare) is None


def _balance_on(caption: Caption) -> Moment | None:
    held = caption.whole is not None and _HELD.search(caption.bare) and not _is_about(caption.bare)
    return caption.whole if held else None


def _as_of(caption: Caption) -> Moment | None:
    named = caption.known is not None and _AT_ITS_DAY.search(caption.bare) and not _is_about(caption.bare)
    return caption.known if named else None


def _date_alone(caption: Caption) -> Moment | None:
    return caption.known if caption.known is not None and not without_time(caption.bare) else None


def _opening(caption: Caption) -> Moment | None:
    bare = caption.bare
    return Edge.OPENING if _OPENING.search(bare) and not _is_about(bare) else None


def _closing(caption: Caption) -> Moment | None:
    bare = caption.bare
    return Edge.CLOSING if _CLOSING.search(bare) and not _is_about(bare) else None


def _balance_day(caption: Caption) -> Moment | None:
    time, bare = caption.time, caption.bare
    if len(time.days) != 1 or time.dates or time.years or time.lasting:
        return None
    return time.days[0] if _HELD.search(bare) and not _is_about(bare) else None


def _quarter(caption: Caption) -> Moment | None:
    time = caption.time
    if time.quarter is None or time.dates or time.years or time.days or without_time(caption.bare):
        return None
    return Quarter(time.quarter)


ROW_DATE: Recogniser[Caption, Moment] = Recogniser(
    "row-date",
    "On which day do the figures of a row stand, whatever its column's period?",
    (
        Rule("balance-on", 9.0, "the caption is of a balance and prints the whole date", _balance_on),
        Rule("as-of", 7.0, "the caption ends in a day on which the company reports", _as_of),
        Rule("date-alone", 6.0, "the caption is a day on which the company reports", _date_alone),
        Rule("opening", 8.0, "a balance at the beginning is of the day before the period", _opening),
        Rule("closing", 8.0, "a balance at the end is of the last day of the period", _closing),
        Rule("quarter", 7.0, "a quarter down the side is one of the year of its column", _quarter),
        Rule("balance-day", 6.0, "a balance of a day without year is of an end of the period", _balance_day),
    ),
)


def moment(label: str, calendar: FiscalCalendar) -> Moment | None:
    """What a caption says of the day of its figures; None where no rule is sure."""
    lower = label.lower()
    if _TIMELY.search(lower) is None:
        return None
    bare = " ".join(lower.split())
    while (shorter := _REMARK.sub("", bare)) != bare:
        bare = shorter
    return ROW_DATE.decide(Caption(bare, said(label), calendar))


def timed(rows: tuple[Row, ...], timing: Timing) -> tuple[Row, ...]:
    """The rows, the figures that are of another time than their column with it."""
    if timing.kind is StatementKind.BALANCE_SHEET:
        return rows
    moments = _edged([_moment_of(row, timing.calendar) for row in rows], rows)
    blocks = blocks_of(rows, timing) if timing.one_time else []
    if not blocks and not any(moments):
        return rows
    own = _own_times(rows, moments, blocks, timing.calendar) if timing.one_time else [None] * len(rows)
    rolls, years = _rolls(rows, moments), any(block.alone for block in blocks)
    return tuple(
        row if not row.figures else _timed(row, _Told(says, period, roll, years), timing)
        for row, says, period, roll in zip(rows, moments, own, rolls, strict=True)
    )


def _moment_of(row: Row, calendar: FiscalCalendar) -> Moment | None:
    if row.date is not None:
        return row.date
    return moment(row.label, calendar) if row.label else None


def _edged(moments: list[Moment | None], rows: Sequence[Row]) -> list[Moment | None]:
    """The same, a day without a year that two rows of balances print being the first and the last of their columns' time."""
    found = [at for at, told in enumerate(moments) if type(told) is Day and rows[at].figures]
    if len(found) == len(_BOTH) and moments[found[0]] == moments[found[1]]:
        for at, edge in zip(found, _BOTH, strict=True):
            moments[at] = edge
    return moments


_BOTH = (Edge.OPENING, Edge.CLOSING)


class _Told(NamedTuple):
    """What is told of a row: by its caption, by the rows around it, whether it lies in a roll-forward, and whether its
    caption is a year and its columns name what stood or happened in it."""

    moment: Moment | None
    period: Period | None
    rolls: bool
    year: bool


def _timed(row: Row, told: _Told, timing: Timing) -> Row:
    figures = [_figure(figure, told, timing) for figure in row.figures]
    return row if all(map(_same, figures, row.figures)) else row._replace(figures=tuple(figures))


def _same(one: Figure, other: Figure) -> bool:
    return one is other


def _figure(figure: Figure, told: _Told, timing: Timing) -> Figure:
    column = timing.columns[figure.column]
    time = _time(told, column, timing)
    return figure if time is None or time == (column.start, column.end) else figure._replace(time=time)


def _time(told: _Told, column: Column, timing: Timing) -> Period | None:
    """The time of a figure in a column; None where it is the column's, as far as is known."""
    if told.period is not None:
        return _at_edge(told, told.period, column)
    period = _lasting(told, column, timing)
    if period.end is None or period.start is None:
        return None
    if isinstance(told.moment, Day):
        return Period(None, day) if (day := _edge_on(told.moment, period)) is not None else None
    if told.moment is Edge.OPENING:
        return Period(None, period.start - _A_DAY)
    if told.moment is Edge.CLOSING:
        return Period(None, period.end)
    if isinstance(told.moment, Quarter):
        return _quarter_of(period.end, told.moment, timing.calendar)
    return period if told.rolls else None


def _quarter_of(year: date, quarter: Quarter, calendar: FiscalCalendar) -> Period | None:
    """A quarter of the fiscal year that ends on this day, not of one that goes on behind the filing's last day."""
    end = calendar.quarter(year.year - calendar.shift, quarter.number) if calendar.near(year) else None
    if end is None or (calendar.until is not None and end > calendar.until):
        return None
    return Period(calendar.start(end, MONTHS_A_QUARTER, None), end)


def _at_edge(told: _Told, period: Period, column: Column) -> Period:
    """The time of a row in a column: one of its ends where the columns go from balance to balance."""
    if period.start is None or period.end is None:
        return period
    edge = _edge_of(column.label)
    if edge is Edge.OPENING:
        return Period(None, period.start - _A_DAY)
    stands = edge is Edge.CLOSING or (told.year and leaning(column.label) < _STANDING)
    return Period(None, period.end) if stands else period


@lru_cache(maxsize=64)
def _edge_of(head: str) -> Edge | None:
    """The balance that the head of a column names; it is asked of each of the column's figures."""
    lower = head.lower()
    if _OPENING.search(lower) is not None:
        return Edge.OPENING
    return Edge.CLOSING if _CLOSING.search(lower) is not None else None


def _lasting(told: _Told, column: Column, timing: Timing) -> Period:
    """The period of a column; in a roll-forward to the end of a fiscal year it is that year."""
    end = column.end
    year = told.rolls or isinstance(told.moment, (Day, Quarter))
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
    rows: Sequence[Row], moments: Sequence[Moment | None], blocks: Sequence[Block], calendar: FiscalCalendar
) -> list[Period | None]:
    """The time of each row that does not hang on its column: a balance on its day, what lies between two of them, and the
    rows below a heading of time."""
    found: list[Period | None] = [None] * len(rows)
    last = None
    dated = list(_dated(rows, moments))
    if _close_blocks(rows, dated):
        return _above_totals(rows, dated)
    for now in dated:
        _set(found, now, now.day)
        if last is not None and timedelta(0) < now.day - last.day <= timedelta(days=_LONGEST_ROLL):
            opened = _opened(last, now, calendar)
            _set(found, last, opened)
            _between(found, rows, (last, now), Period(opened + _A_DAY, now.day))
        last = now
    for block in blocks:
        for at in range(block.first, block.last):
            if found[at] is None and rows[at].figures:
                found[at] = _in_block(rows[at], moments[at], block)
    return found


def _in_block(row: Row, told: Moment | None, block: Block) -> Period | None:
    """The time of a row below a heading of time."""
    start, end = block.period
    if told is Edge.OPENING:
        return Period(None, start - _A_DAY) if start is not None else None
    if told is Edge.CLOSING or (block.mixed and _STANDS.search(row.label) is not None):
        return Period(None, end)
    return block.period if told is None else None


class _Balance(NamedTuple):
    """Rows of balances, and the day that their caption, or the heading over them, prints."""

    first: int
    last: int
    day: date


def _close_blocks(rows: Sequence[Row], dated: Sequence[_Balance]) -> bool:
    """Whether the balances with a day are the totals of the blocks above them, and not the ends of a roll-forward."""
    days = {one.day for one in dated}
    return len(days) > 1 and all(rows[one.first].label.lower().startswith("total") for one in dated)


def _above_totals(rows: Sequence[Row], dated: Sequence[_Balance]) -> list[Period | None]:
    """The rows above each total on its day."""
    found: list[Period | None] = [None] * len(rows)
    first = 0
    for one in dated:
        for at in range(first, one.last + 1):
            if rows[at].figures:
                found[at] = Period(None, one.day)
        first = one.last + 1
    return found


def _dated(rows: Sequence[Row], moments: Sequence[Moment | None]) -> Iterator[_Balance]:
    for at, told in enumerate(moments):
        if not isinstance(told, date):
            continue
        if rows[at].figures:
            yield _Balance(at, at, told)
        elif _HELD.search(rows[at].label) and (last := _sum_below(rows, at)) is not None:
            yield _Balance(at + 1, last, told)


def _sum_below(rows: Sequence[Row], heading: int) -> int | None:
    """The sum without a caption that closes the balances below a heading."""
    for at in range(heading + 1, len(rows)):
        if not rows[at].figures:
            return None
        if not rows[at].label:
            return at
    return None


def _set(found: list[Period | None], balance: _Balance, day: date) -> None:
    for at in range(balance.first, balance.last + 1):
        found[at] = Period(None, day)


def _opened(first: _Balance, last: _Balance, calendar: FiscalCalendar) -> date:
    """The day of an opening balance: the one before, where its caption prints the first day of the time that follows, a
    month's first where the time ends with a month."""
    day = first.day
    on_first = day.day == 1 and is_month_end(last.day) and day not in calendar.printed
    return day - _A_DAY if on_first and day not in calendar.known.values() else day


def _between(found: list[Period | None], rows: Sequence[Row], ends: tuple[_Balance, _Balance], period: Period) -> None:
    """Give the rows between two balances the time from the one to the other."""
    first, last = ends
    for at in range(first.last + 1, last.first):
        if rows[at].figures and not _BETWEEN.search(rows[at].label):
            found[at] = period
