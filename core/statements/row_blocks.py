"""The time of rows by the headings over them, or by captions that are years, where the columns are no periods."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from core.dates import MONTHS_A_YEAR, Said, on, said, without_time
from core.evidence import Recogniser, Rule
from core.statements.calendar import FiscalCalendar
from core.statements.columns import NO_READING, Reading
from core.statements.statement import Column, Period, Row, StatementKind
from core.statements.table_period import Context
from core.vocabulary import words

_SEVERAL = 3
"""Balances are printed for two years; what is printed for more is what happened in them."""
_OPENING = words("periods", "at_opening")
_DIGITS = re.compile(r"\d")


class Timing(NamedTuple):
    """What the rows of a table are told their time by; `reading` its heads and what stands around it."""

    kind: StatementKind
    columns: Sequence[Column]
    calendar: FiscalCalendar
    reading: Reading = NO_READING

    @property
    def untimed(self) -> bool:
        """Whether no column has a time."""
        return not any(column.end for column in self.columns)

    @property
    def one_time(self) -> bool:
        """Whether the columns tell no different times: what they have was said once for all of them."""
        return len({(column.start, column.end) for column in self.columns if column.end is not None}) < 2


class Block(NamedTuple):
    """A heading of time with the rows below it, up to the next such heading, or a row whose caption is a time and stands
    `alone`: its place, and what it says."""

    first: int
    last: int
    period: Period
    mixed: bool = False
    alone: bool = False


class Heading(NamedTuple):
    """A heading of which it is asked what time the rows below it are of; `lasts`: they go from balance to
    balance, or there are more such headings than there are years of balances."""

    time: Said
    calendar: FiscalCalendar
    lasts: bool
    around: Context = Context()

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
    if not _is_year(time):
        return None
    end = calendar.end(time.years[0])
    if end is None or calendar.until is None or end > calendar.until:
        return None
    lasted = heading.lasts or time.months is not None
    return Period(calendar.start(end, MONTHS_A_YEAR, None) if lasted else None, end)


def _of_the_tables_part(heading: Heading) -> Period | None:
    """A year under the words `for the three months ended September 30`: the part of it that they name."""
    time, calendar, around = heading.time, heading.calendar, heading.around
    if not _is_year(time) or around.title_day is None:
        return None
    end = on(time.years[0], *around.title_day)
    length = around.length
    if calendar.until is None or end > calendar.until or (calendar.near(end) and length is None):
        return None
    return Period(calendar.start(end, length.months, length.weeks) if length is not None else None, end)


def _is_year(time: Said) -> bool:
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


def blocks_of(rows: Sequence[Row], timing: Timing) -> list[Block]:
    """The blocks of a table under headings of time; none where one heading alone says it and the columns have a time."""
    heads = _headings_of_time(rows)
    if not heads:
        return _years_down(rows, timing)
    many = len({rows[at].label for at in heads}) >= _SEVERAL
    found = [_block(rows, timing, (at, after), many=many) for at, after in pairwise((*heads, len(rows)))]
    told = [block for block in found if block is not None]
    several = len({block.period for block in told}) > 1 or timing.untimed
    return told if several and len(told) == len(found) else []


def _headings_of_time(rows: Sequence[Row]) -> list[int]:
    """The places of the headings that are about time alone."""
    return [at for at, row in enumerate(rows) if not row.figures and _is_time(row.label)]


def _block(rows: Sequence[Row], timing: Timing, place: tuple[int, int], *, many: bool) -> Block | None:
    """The block under the heading at the first of two places, up to the other; None where its time is not told."""
    at, after = place
    time = said(rows[at].label)
    lasts = many or _opens(rows[at + 1 : after])
    period = BLOCK_TIME.decide(Heading(time, timing.calendar, lasts, timing.reading.around))
    return Block(at + 1, after, period, time.instant and time.lasting) if period is not None else None


def _opens(rows: Sequence[Row]) -> bool:
    """Whether one of the rows is an opening balance."""
    return any(_OPENING.search(row.label) for row in rows)


def _years_down(rows: Sequence[Row], timing: Timing) -> list[Block]:
    """Rows whose captions are years, where the columns have no time: each a block of its own."""
    if not timing.untimed:
        return []
    found = []
    for at, row in enumerate(rows):
        if not row.figures or not _is_time(row.label):
            continue
        time = said(row.label)
        if not _is_year(time) and not time.lasting:
            return []
        period = BLOCK_TIME.decide(Heading(time, timing.calendar, lasts=True, around=timing.reading.around))
        if period is None:
            return []
        found.append(Block(at, at + 1, period, alone=True))
    return found if len({block.period for block in found}) > 1 else []


def _is_time(label: str) -> bool:
    """Whether a heading is about time alone, and names a year."""
    return (
        _DIGITS.search(label) is not None and not without_time(label) and bool(said(label).dates or said(label).years)
    )
