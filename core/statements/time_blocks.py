"""Headings of time over blocks of rows, where the columns are no periods: `1998`, `Year ended June 30, 1998`."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from core.dates import MONTHS_A_YEAR, Said, on, said, time_alone
from core.evidence import Recogniser, Rule
from core.statements.calendar import FiscalCalendar
from core.statements.parts_of_year import part_of
from core.statements.row_dates import opens
from core.statements.statement import Period, Row
from core.statements.table_period import TableContext
from core.statements.timing import NOTHING_AROUND, Timing

_SEVERAL = 3
"""Balances are printed for two years; what is printed for more is what happened in them."""


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
    around: TableContext = NOTHING_AROUND

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


def time_blocks(rows: Sequence[Row], timing: Timing) -> list[Block]:
    """The rows that are of the time of a heading above them, or each of its own year from balance to balance."""
    return [*_blocks(rows, timing), *_years_across(rows, timing)]


def _blocks(rows: Sequence[Row], timing: Timing) -> list[Block]:
    """The blocks of a table under headings of time; none where one heading alone says it and the columns have a time."""
    heads = [at for at, row in enumerate(rows) if not _has_figures(row) and time_alone(row.label)]
    many = len({rows[at].label for at in heads}) >= _SEVERAL
    always = many or timing.by_parts
    found = []
    for at, after in pairwise((*heads, len(rows))):
        block = _block(rows, at, after, timing, always=always)
        if block is None:
            return []
        found.append(block)
    several = len({block.period for block in found}) > 1 or any(_is_another(block, rows, timing) for block in found)
    return found if several or not any(column.end for column in timing.columns) else []


def _has_figures(row: Row) -> bool:
    """Whether a row prints figures, and is no head that is repeated inside of the table."""
    return any(figure.value is not None or any(map(str.isdigit, figure.text)) for figure in row.figures)


def _is_another(block: Block, rows: Sequence[Row], timing: Timing) -> bool:
    """Whether a block below rows that are of the columns' day is of an earlier day of the same kind."""
    ends = {column.end for column in timing.columns if column.end is not None}
    end = block.period.end
    if len(ends) != 1 or end is None or not any(row.figures for row in rows[: block.first]):
        return False
    own = ends.pop()
    return end < own and timing.calendar.near(end) == timing.calendar.near(own)


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
    return bool(row.figures) and (opens(row.label) or part_of(row.label) is not None)


def _years_across(rows: Sequence[Row], timing: Timing) -> list[Block]:
    """The rows that are years, each a block of its own, where the columns go from the balances at their beginning to those
    at their end."""
    found = []
    for at, row in enumerate(rows) if timing.across else ():
        if row.figures and time_alone(row.label):
            period = BLOCK_TIME.decide(Heading(said(row.label), timing.calendar, lasts=True))
            if period is not None and period.start is not None:
                found.append(Block(at, at + 1, period, mixed=False, across=True))
    return found
