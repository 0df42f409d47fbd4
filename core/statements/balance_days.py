"""Balances whose captions print their days, and what lies between them: what happened from the one to the other."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from core.dates import is_month_end
from core.statements.calendar import FiscalCalendar
from core.statements.row_dates import Moment
from core.statements.statement import Period, Row
from core.vocabulary import words

_A_DAY = timedelta(days=1)
_LONGEST_ROLL = 380
"""Days between two balances that follow one another: a year of 53 weeks and some."""
_HELD, _BETWEEN = words("periods", "held"), words("periods", "standing_between")


class Balance(NamedTuple):
    """Rows of balances, and the day that their caption, or the heading over them, prints."""

    first: int
    last: int
    day: date


def balances(rows: Sequence[Row], moments: Sequence[Moment | None]) -> Iterator[Balance]:
    """The balances of a table whose captions, or headings, print their days."""
    for at, told in enumerate(moments):
        if not isinstance(told, date):
            continue
        if rows[at].figures:
            yield Balance(at, at, told)
        elif _HELD.search(rows[at].label) and (last := _sum_below(rows, at)) is not None:
            yield Balance(at + 1, last, told)


def _sum_below(rows: Sequence[Row], heading: int) -> int | None:
    """The sum without a caption that closes the balances below a heading."""
    for at in range(heading + 1, len(rows)):
        if not rows[at].figures:
            return None
        if not rows[at].label:
            return at
    return None


def are_totals(rows: Sequence[Row], dated: Sequence[Balance]) -> bool:
    """Whether the balances with a day are the totals of the blocks above them, and not the ends of a roll-forward."""
    days = {one.day for one in dated}
    return len(days) > 1 and all(rows[one.first].label.lower().startswith("total") for one in dated)


def above_totals(rows: Sequence[Row], dated: Sequence[Balance]) -> list[Period | None]:
    """The rows above each total on its day."""
    found: list[Period | None] = [None] * len(rows)
    first = 0
    for one in dated:
        for at in range(first, one.last + 1):
            if rows[at].figures:
                found[at] = Period(None, one.day)
        first = one.last + 1
    return found


def roll(found: list[Period | None], rows: Sequence[Row], dated: Sequence[Balance], calendar: FiscalCalendar) -> None:
    """Give the balances their days, and what lies between two of them the time from the one to the other."""
    last = None
    for now in dated:
        _set(found, now, now.day)
        if last is not None and timedelta(0) < now.day - last.day <= timedelta(days=_LONGEST_ROLL):
            opened = _opened(last, now, calendar)
            _set(found, last, opened)
            _between(found, rows, (last, now), Period(opened + _A_DAY, now.day))
        last = now


def _set(found: list[Period | None], balance: Balance, day: date) -> None:
    for at in range(balance.first, balance.last + 1):
        found[at] = Period(None, day)


def _opened(first: Balance, last: Balance, calendar: FiscalCalendar) -> date:
    """The day of an opening balance: the one before, where its caption prints the first day of the time that follows, a
    month's first where the time ends with a month."""
    day = first.day
    on_first = day.day == 1 and is_month_end(last.day) and day not in calendar.printed
    return day - _A_DAY if on_first and day not in calendar.known.values() else day


def _between(found: list[Period | None], rows: Sequence[Row], ends: tuple[Balance, Balance], period: Period) -> None:
    """Give the rows between two balances the time from the one to the other."""
    first, last = ends
    for at in range(first.last + 1, last.first):
        if rows[at].figures and found[at] is None and not _BETWEEN.search(rows[at].label):
            found[at] = period
