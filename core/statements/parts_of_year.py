"""Parts of a fiscal year that columns and rows are headed by without telling of which: `First Quarter`, `March 31`, `H1`.

The year is told elsewhere: by a heading over a block of rows, by the column, by the sentence before the table.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from core.dates import MONTHS_A_HALF, MONTHS_A_QUARTER, Day, Said, on, said, without_time
from core.statements.calendar import FiscalCalendar
from core.statements.statement import Period

_LEAST_YEAR, _MOST_YEAR = 350, 380
"""Days that a fiscal year lasts, at least and at most."""
LONGEST_PART = 40
"""Characters. A longer caption names more than a part of a year."""
_WEEK = 7
"""Days. A year that ends with a week ends near the day that heads print for it."""


class YearPart(NamedTuple):
    """A part of a year: which quarter, which half, or the day on which it ends; how many months or weeks it lasts, where that
    is said."""

    quarter: int | None
    half: int | None
    day: Day | None
    months: int | None
    weeks: int | None


@lru_cache(maxsize=4096)
def part_of(text: str) -> YearPart | None:
    """The part of a year that a caption or a head names and nothing else; None where it says the year too."""
    time = said(text)
    if not _is_part(time) or without_time(text):
        return None
    return _part(time)


@lru_cache(maxsize=4096)
def part_in(text: str) -> YearPart | None:
    """The part of a year that a head names, whatever else it says."""
    time = said(text)
    return _part(time) if _is_part(time) else None


def _is_part(time: Said) -> bool:
    elsewhere = time.dates or time.years or time.begins or time.first_day or time.to_date or time.trailing
    if elsewhere:
        return False
    return time.quarter is not None or time.half is not None or (len(time.days) == 1 and not time.instant)


def _part(time: Said) -> YearPart:
    return YearPart(time.quarter, time.half, time.days[0] if time.days else None, time.months, time.weeks)


def whole_part(text: str, calendar: FiscalCalendar) -> Period | None:
    """The time that a caption names with its year: `First quarter 1998`, `Quarter ended March 31, 1998`; None where it says
    anything else."""
    time = said(text)
    if time.begins or time.to_date or time.trailing or without_time(text):
        return None
    return _ended(time, calendar) if time.dates else _of_named_year(time, calendar)


def whole_time(text: str, calendar: FiscalCalendar) -> Period | None:
    """The time that a caption names with its length and its last day among other words: `Costs incurred for the six months
    ended December 31, 2024`."""
    time = said(text)
    one = len(time.dates) == 1 and time.lengths < 2 and not (time.begins or time.to_date or time.trailing)
    return _ended(time, calendar) if one and _LASTED.search(text) is not None else None


_LASTED = re.compile(r"(?i)\b(?:months|weeks|quarter|year|period) ended")


def _ended(time: Said, calendar: FiscalCalendar) -> Period | None:
    """What lasted until the one day that is said."""
    if len(time.dates) > 1 or time.years or not time.lasting or time.quarter is not None:
        return None
    return Period(calendar.start(time.dates[0], time.months, time.weeks), time.dates[0])


def _of_named_year(time: Said, calendar: FiscalCalendar) -> Period | None:
    """A quarter or a half of the one year that is said."""
    if len(time.years) != 1 or not (time.quarter or time.half):
        return None
    end = calendar.end(time.years[0])
    return in_year(_part(time), Period(None, end), calendar) if end is not None else None


def is_year(period: Period, calendar: FiscalCalendar) -> bool:
    """Whether a period is a fiscal year, or the day on which one ends."""
    start, end = period
    if end is None or not calendar.near(end):
        return False
    return start is None or _LEAST_YEAR <= (end - start).days <= _MOST_YEAR


def in_year(part: YearPart, year: Period, calendar: FiscalCalendar, *, lasts: bool = True) -> Period | None:
    """The part of this fiscal year; None where it is not told which day it ends on. A day whose length is not said is
    that of a quarter where it `lasts`, else of a balance."""
    end = _end(part, year, calendar)
    if end is None:
        return None
    if part.quarter is not None or part.half is not None:
        months = MONTHS_A_QUARTER if part.quarter is not None else MONTHS_A_HALF
        return Period(calendar.start(end, months, None), end)
    if part.months is None and part.weeks is None:
        return Period(calendar.start(end, MONTHS_A_QUARTER, None) if lasts else None, end)
    return Period(calendar.start(end, part.months, part.weeks), end)


def _end(part: YearPart, year: Period, calendar: FiscalCalendar) -> date | None:
    """The last day of a part of the year that ends when `year` does."""
    last = year.end
    if last is None:
        return None
    if part.quarter is not None or part.half is not None:
        number = _number(last, calendar)
        if number is None:
            return None
        return calendar.quarter(number, part.quarter) if part.quarter else calendar.half(number, part.half or 0)
    if part.day is None:
        return None
    here = on(last.year, *part.day)
    if here > last + timedelta(days=_WEEK):
        here = on(last.year - 1, *part.day)
    return here


def _number(last: date, calendar: FiscalCalendar) -> int | None:
    """By which number the filer calls the fiscal year that ends on this day."""
    for number in (last.year - calendar.shift, last.year - calendar.shift - 1):
        end = calendar.end(number)
        if end is not None and abs((end - last).days) <= _WEEK:
            return number
    return None
