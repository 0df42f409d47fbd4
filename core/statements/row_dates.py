"""The time of a figure that is not its column's: opening and closing balances, rows and headings that are dates.

A caption tells a day, or that its figures are of the first or the last moment of the period of their column. Between two
balances whose captions print their days lies what happened from the one to the other, where the columns are not periods.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.date_forms import MONTH
from core.dates import MONTHS_A_YEAR, Day, Said, is_month_end, on, said, without_time
from core.evidence import Recogniser, Rule
from core.statements.calendar import FiscalCalendar
from core.statements.parts_of_year import LONGEST_PART, Part, in_year, is_year, part_in, part_of, whole_part
from core.statements.statement import PRIMARY, Column, Figure, Period, Row, StatementKind
from core.statements.table_period import Context
from core.vocabulary import words

_A_DAY = timedelta(days=1)
NOTHING_AROUND = Context()
"""Of a table that says nothing of time besides its heads."""
_LONGEST_ROLL = 380
"""Days between two balances that follow one another: a year of 53 weeks and some."""
_SEVERAL = 3
"""Balances are printed for two years; what is printed for more is what happened in them."""
_OPENING, _CLOSING, _ABOUT = (
    words("periods", "at_opening"),
    words("periods", "at_closing"),
    words("periods", "about_balance"),
)
_BALANCE_OF = words("periods", "balance_of")
_STANDS = words("periods", "balance", "standing_between")
_DIGITS = re.compile(r"\d")
_HELD, _BETWEEN = words("periods", "held"), words("periods", "standing_between")
_REMARK = re.compile(r"\s*(?:\([^()]*\)|[:.,*])$")
"""What may stand behind a caption: a reference to a note, a mark."""
_AT_ITS_DAY = re.compile(r"(?:^|\b(?:at|as of) |, )(?:[a-z]{3,9}\.? )\d{1,2},? \d{4}$")
_TIMELY = re.compile(r"\d|begin|open|\bend|clos")


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


Moment = date | Day | Edge
"""What a caption says: a day, a day of whatever year its column is of, or an edge of the period of its column."""


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


ROW_DATE: Recogniser[Caption, Moment] = Recogniser(
    "row-date",
    "On which day do the figures of a row stand, whatever its column's period?",
    (
        Rule("balance-on", 9.0, "the caption is of a balance and prints the whole date", _balance_on),
        Rule("as-of", 7.0, "the caption ends in a day on which the company reports", _as_of),
        Rule("date-alone", 6.0, "the caption is a day on which the company reports", _date_alone),
        Rule("opening", 8.0, "a balance at the beginning is of the day before the period", _opening),
        Rule("closing", 8.0, "a balance at the end is of the last day of the period", _closing),
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


class Timing(NamedTuple):
    """What the rows of a table are told their time by; `quarters`: what is headed by a day alone is the quarter to it;
    `around` what the table says of time besides."""

    kind: StatementKind
    columns: Sequence[Column]
    calendar: FiscalCalendar
    quarters: bool = False
    around: Context = NOTHING_AROUND

    @property
    def year_ended(self) -> date | None:
        """The last day of the one year of which prose announces the quarters."""
        return self.around.year_ended

    @property
    def one_time(self) -> bool:
        """Whether the columns tell no different times: what they have was said once for all of them."""
        return len({(column.start, column.end) for column in self.columns if column.end is not None}) < 2

    @property
    def by_parts(self) -> bool:
        """Whether the columns are parts of a year that is told for each block of rows."""
        return sum(column.end is None and part_in(column.label) is not None for column in self.columns) > 1

    @property
    def across(self) -> bool:
        """Whether the columns go from the balances at the beginning of a time to those at its end."""
        labels = [column.label.lower() for column in self.columns]
        return any(map(_OPENING.search, labels)) and any(map(_CLOSING.search, labels))

    def within(self, part: Part, year: Period) -> Period | None:
        """A part of a fiscal year; what is not known of it is not told."""
        if not is_year(year, self.calendar):
            return None
        return in_year(part, year, self.calendar, lasts=self.quarters) or _UNKNOWN


_UNKNOWN = Period(None, None)


def timed(rows: tuple[Row, ...], timing: Timing) -> tuple[Row, ...]:
    """The rows, the figures that are of another time than their column with it."""
    if timing.kind is StatementKind.BALANCE_SHEET:
        return rows
    moments = _edged([row.date or (moment(row.label, timing.calendar) if row.label else None) for row in rows], rows)
    parts = _parts(rows, timing)
    blocks = [*_blocks(rows, timing), *_years_across(rows, timing)] if timing.one_time else []
    if not (blocks or any(moments) or any(parts)):
        return rows
    own = _own_times(rows, moments, parts, blocks, timing) if timing.one_time else [None] * len(rows)
    told = map(_Told, moments, own, parts, _rolls(rows, moments))
    return tuple([_timed(row, one, timing) if row.figures else row for row, one in zip(rows, told, strict=True)])


def _parts(rows: Sequence[Row], timing: Timing) -> list[Part | Period | None]:
    """The part of a year that each row is of by its caption, or its time."""
    parts = [_named_part(row, timing.calendar) for row in rows]
    if timing.year_ended is None or not any(parts):
        return parts
    return [part or _all_parts(row, timing) for row, part in zip(rows, parts, strict=True)]


_PARTLY = re.compile(rf"quarter|qtr|half|\bq\d|\dq|^\W*(?:{MONTH})")
"""A quick look: what names a part of a year has one of these."""


def _named_part(row: Row, calendar: FiscalCalendar) -> Part | Period | None:
    """The part of a year that a row of figures is of by its caption; its time, where the caption says the year too."""
    if not row.figures or not row.label or len(row.label) > LONGEST_PART or _PARTLY.search(row.label.lower()) is None:
        return None
    return part_of(row.label) or whole_part(row.label, calendar)


def _all_parts(row: Row, timing: Timing) -> Period | None:
    """The year of which quarters are rows too, where a row is of all of them."""
    end = timing.year_ended
    if end is None or not row.figures or _ALL_PARTS.match(row.label) is None or any(one.end for one in timing.columns):
        return None
    return Period(timing.calendar.start(end, MONTHS_A_YEAR, None), end)


def _years_across(rows: Sequence[Row], timing: Timing) -> list["Block"]:
    """The rows that are years, each a block of its own, where the columns go from the balances at their beginning to those
    at their end."""
    found = []
    for at, row in enumerate(rows) if timing.across else ():
        if row.figures and _is_time(row.label):
            period = BLOCK_TIME.decide(Heading(said(row.label), timing.calendar, lasts=True))
            if period is not None and period.start is not None:
                found.append(Block(at, at + 1, period, mixed=False, across=True))
    return found


def _edged(moments: list[Moment | None], rows: Sequence[Row]) -> list[Moment | None]:
    """The same, a day without a year that two rows of balances print being the first and the last of their columns' time."""
    found = [at for at, told in enumerate(moments) if type(told) is Day and rows[at].figures]
    if len(found) == len(_BOTH) and moments[found[0]] == moments[found[1]]:
        for at, edge in zip(found, _BOTH, strict=True):
            moments[at] = edge
    return moments


_BOTH = (Edge.OPENING, Edge.CLOSING)


class Block(NamedTuple):
    """A heading of time with the rows below it, up to the next such heading: its place, and what it says. `across`: it is
    one row of figures, whose columns go from balance to balance."""

    first: int
    last: int
    period: Period
    mixed: bool
    across: bool = False


class Heading(NamedTuple):
    """A heading of which it is asked what time the rows below it are of; `lasts`: they go from balance to
    balance, or there are more such headings than there are years of balances."""

    time: Said
    calendar: FiscalCalendar
    lasts: bool
    around: Context = NOTHING_AROUND

    @property
    def end(self) -> date | None:
        """The one day that it prints, not after the last that the filing reports on."""
        dates, until = set(self.time.dates), self.calendar.until
        told = len(dates) == 1 and (until is None or max(dates) <= until) and self.time.begins is None
        return dates.pop() if told else None


def _ended(heading: Heading) -> Period | None:
    end, time = heading.end, heading.time
    if end is None or not time.lasting or time.lengths > 1:
        return None
    return Period(heading.calendar.start(end, time.months, time.weeks), end)


def _on_a_day(heading: Heading) -> Period | None:
    end, calendar = heading.end, heading.calendar
    if end is None or heading.time.lasting:
        return None
    lasted = heading.lasts and calendar.near(end) and not heading.time.instant
    return Period(calendar.start(end, MONTHS_A_YEAR, None) if lasted else None, end)


def _of_a_year(heading: Heading) -> Period | None:
    """A year alone is the fiscal year; that it is not its last day, balances on both its ends tell, or a third year."""
    time, calendar = heading.time, heading.calendar
    if not _names_a_year(time):
        return None
    end = calendar.end(time.years[0])
    if end is None or calendar.until is None or end > calendar.until:
        return None
    lasted = heading.lasts or time.months is not None
    return Period(calendar.start(end, MONTHS_A_YEAR, None) if lasted else None, end)


def _of_the_tables_part(heading: Heading) -> Period | None:
    """A year under the words `for the three months ended September 30`: the part of it that they name. A heading that says
    itself that it is a whole year is of no part, whatever day stands above."""
    time, calendar, around = heading.time, heading.calendar, heading.around
    if not _names_a_year(time) or time.months is not None or around.title_day is None:
        return None
    if around.is_later(around.title_day, calendar.until):
        return None
    end = on(time.years[0], *around.title_day)
    length = around.length
    if calendar.until is None or end > calendar.until or (calendar.near(end) and length is None):
        return None
    return Period(calendar.start(end, length.months, length.weeks) if length is not None else None, end)


def _names_a_year(time: Said) -> bool:
    """Whether a text says one year and no other time."""
    return not time.dates and not time.days and len(time.years) == 1 and time.months in (None, MONTHS_A_YEAR)


BLOCK_TIME: Recogniser[Heading, Period] = Recogniser(
    "block-time",
    "Of which time are the rows below a heading, where the columns are no periods?",
    (
        Rule("ended", 9.0, "the heading says how long, and until which day", _ended),
        Rule("on-a-day", 8.0, "the heading is a day", _on_a_day),
        Rule("part-of-year", 7.0, "the heading is a year, and the table names its day", _of_the_tables_part),
        Rule("of-a-year", 6.0, "the heading is a year", _of_a_year),
    ),
)


def _blocks(rows: Sequence[Row], timing: Timing) -> list[Block]:
    """The blocks of a table under headings of time; none where one heading alone says it and the columns have a time."""
    heads = [at for at, row in enumerate(rows) if not row.figures and _is_time(row.label)]
    many = len({rows[at].label for at in heads}) >= _SEVERAL
    always = many or timing.by_parts
    found = []
    for at, after in pairwise((*heads, len(rows))):
        block = _block(rows, at, after, timing, always=always)
        if block is None:
            return []
        found.append(block)
    several = len({block.period for block in found}) > 1
    return found if several or not any(column.end for column in timing.columns) else []


def _block(rows: Sequence[Row], at: int, after: int, timing: Timing, *, always: bool) -> Block | None:
    """The block below a heading, down to the next; None where it does not tell its time. `always`: it is a time that lasted."""
    time = said(rows[at].label)
    lasts = always or any(map(_moves, rows[at + 1 : after]))
    by_parts = timing.by_parts or any(row.figures and part_of(row.label) is not None for row in rows[at + 1 : after])
    around = NOTHING_AROUND if by_parts else timing.around
    period = BLOCK_TIME.decide(Heading(time, timing.calendar, lasts, around))
    return Block(at + 1, after, period, time.instant and time.lasting) if period is not None else None


def _moves(row: Row) -> bool:
    """Whether a row of a block tells that it is of a time that lasted: an opening balance, a quarter."""
    return bool(row.figures) and (_OPENING.search(row.label) is not None or part_of(row.label) is not None)


def _is_time(label: str) -> bool:
    """Whether a heading is about time alone, and names a year."""
    return (
        _DIGITS.search(label) is not None and not without_time(label) and bool(said(label).dates or said(label).years)
    )


class _Told(NamedTuple):
    """What is told of a row: by its caption, by the rows around it, of which part of a year it is, and whether it lies in a
    roll-forward."""

    moment: Moment | None
    period: Period | None
    part: Part | Period | None
    rolls: bool


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
        return _day_before(start) or _UNKNOWN
    return Period(None if told is Edge.CLOSING else start, end)


def _part_in_column(period: Period, column: Column, timing: Timing) -> Period:
    """The part of a year that a column is of; what is neither a part nor all of them is of no known time."""
    part = part_in(column.label)
    if part is not None:
        return timing.within(part, period) or _UNKNOWN
    return period if not without_time(column.label) or _ALL_PARTS.match(column.label) else _UNKNOWN


_ALL_PARTS = re.compile(r"(?i)\W*(?:total|(?:full|whole|entire|fiscal) year|year\b)")
"""How the head of a column begins that holds all quarters of a year."""


def _at_edge(period: Period, column: Column) -> Period:
    """The time of a row in a column: one of its ends where the columns go from balance to balance."""
    if period.start is None or period.end is None:
        return period
    edge = _edge_of(column.label)
    if edge is Edge.OPENING:
        return Period(None, period.start - _A_DAY)
    return Period(None, period.end) if edge is Edge.CLOSING else period


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
    calendar = timing.calendar
    found: list[Period | None] = [part if isinstance(part, Period) else None for part in parts]
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
