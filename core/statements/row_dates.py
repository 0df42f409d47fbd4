"""The time of a figure that is not its column's: opening and closing balances, rows and headings that are dates.

A caption tells a day, or that its figures are of the first or the last moment of the period of their column. Between two
balances whose captions print their days lies what happened from the one to the other, where the columns are not periods.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from core.dates import MONTHS_A_YEAR, Day, Said, is_month_end, said, without_time
from core.evidence import Recogniser, Rule
from core.statements.calendar import FiscalCalendar
from core.statements.statement import Column, Figure, Period, Row, StatementKind
from core.vocabulary import words

_A_DAY = timedelta(days=1)
_LONGEST_ROLL = 380
"""Days between two balances that follow one another: a year of 53 weeks and some."""
_OPENING, _CLOSING, _ABOUT = (
    words("periods", "at_opening"),
    words("periods", "at_closing"),
    words("periods", "about_balance"),
)
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
        return whole if whole is not None and (whole in calendar.printed or calendar.near(whole)) else None


Moment = date | Day | Edge
"""What a caption says: a day, a day of whatever year its column is of, or an edge of the period of its column."""


def _balance_on(caption: Caption) -> Moment | None:
    held = caption.whole is not None and _HELD.search(caption.bare) and not _ABOUT.search(caption.bare)
    return caption.whole if held else None


def _as_of(caption: Caption) -> Moment | None:
    named = caption.known is not None and _AT_ITS_DAY.search(caption.bare) and not _ABOUT.search(caption.bare)
    return caption.known if named else None


def _date_alone(caption: Caption) -> Moment | None:
    return caption.known if caption.known is not None and not without_time(caption.bare) else None


def _opening(caption: Caption) -> Moment | None:
    bare = caption.bare
    return Edge.OPENING if _OPENING.search(bare) and not _ABOUT.search(bare) else None


def _closing(caption: Caption) -> Moment | None:
    bare = caption.bare
    return Edge.CLOSING if _CLOSING.search(bare) and not _ABOUT.search(bare) else None


def _balance_day(caption: Caption) -> Moment | None:
    time, bare = caption.time, caption.bare
    if len(time.days) != 1 or time.dates or time.years or time.lasting:
        return None
    return time.days[0] if _HELD.search(bare) and not _ABOUT.search(bare) else None


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
    """What the rows of a table are told their time by."""

    kind: StatementKind
    columns: Sequence[Column]
    calendar: FiscalCalendar

    @property
    def one_time(self) -> bool:
        """Whether the columns tell no different times: what they have was said once for all of them."""
        return len({(column.start, column.end) for column in self.columns if column.end is not None}) < 2


def timed(rows: tuple[Row, ...], timing: Timing) -> tuple[Row, ...]:
    """The rows, the figures that are of another time than their column with it."""
    moments = [row.date or (moment(row.label, timing.calendar) if row.label else None) for row in rows]
    if timing.kind is StatementKind.BALANCE_SHEET or not any(moments):
        return rows
    own = _own_times(rows, moments, timing)
    rolls = _rolls(rows, moments)
    return tuple(
        row if not row.figures else _timed(row, _Told(said_, period, roll), timing)
        for row, said_, period, roll in zip(rows, moments, own, rolls, strict=True)
    )


class _Told(NamedTuple):
    """What is told of a row: by its caption, by the rows around it, and whether it lies in a roll-forward."""

    moment: Moment | None
    period: Period | None
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
        return told.period
    period = _lasting(told, column, timing)
    if period.end is None or period.start is None:
        return None
    if isinstance(told.moment, Day):
        return Period(None, day) if (day := _edge_on(told.moment, period)) is not None else None
    if told.moment is Edge.OPENING:
        return Period(None, period.start - _A_DAY)
    if told.moment is Edge.CLOSING:
        return Period(None, period.end)
    return period if told.rolls else None


def _lasting(told: _Told, column: Column, timing: Timing) -> Period:
    """The period of a column; in a roll-forward to the end of a fiscal year it is that year."""
    end = column.end
    if end is None or column.start is not None or not told.rolls or not timing.calendar.near(end):
        return Period(column.start, end)
    return Period(timing.calendar.start(end, MONTHS_A_YEAR, None), end)


def _edge_on(day: Day, period: Period) -> date | None:
    """The last moment of a period or the one before it, where a caption names the day: `Balance at January 1`."""
    start, end = period
    if start is None or end is None:
        return None
    if day == (end.month, end.day) and start - _A_DAY != end:
        before = start - _A_DAY
        return None if day == (before.month, before.day) else end
    return start - _A_DAY if day == (start.month, start.day) else None


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


def _own_times(rows: Sequence[Row], moments: Sequence[Moment | None], timing: Timing) -> list[Period | None]:
    """The time of each row that does not hang on its column: a balance on its day, and what lies between two of them."""
    found: list[Period | None] = [None] * len(rows)
    if not timing.one_time:
        return found
    last = None
    for now in _dated(rows, moments):
        found[now.at] = Period(None, now.day)
        if last is not None and timedelta(0) < now.day - last.day <= timedelta(days=_LONGEST_ROLL):
            opened = _before_opening(last, timing.calendar) if is_month_end(now.day) else last.day
            found[last.at] = Period(None, opened)
            _between(found, rows, (last, now), Period(opened + _A_DAY, now.day))
        last = now
    return found


class _Balance(NamedTuple):
    """A row of balances and the day that its caption prints."""

    at: int
    day: date


def _dated(rows: Sequence[Row], moments: Sequence[Moment | None]) -> Iterator[_Balance]:
    for at, told in enumerate(moments):
        if isinstance(told, date) and rows[at].figures:
            yield _Balance(at, told)


def _before_opening(balance: _Balance, calendar: FiscalCalendar) -> date:
    """The day of an opening balance: the one before, where its caption prints the first day of a month as the first day of
    the time that follows."""
    day = balance.day
    return day if day.day != 1 or day in calendar.printed or day in calendar.known.values() else day - _A_DAY


def _between(found: list[Period | None], rows: Sequence[Row], ends: tuple[_Balance, _Balance], period: Period) -> None:
    """Give the rows between two balances the time from the one to the other."""
    first, last = ends
    for at in range(first.at + 1, last.at):
        if rows[at].figures and not _BETWEEN.search(rows[at].label):
            found[at] = period
