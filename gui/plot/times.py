"""Where figures stand in time: slots at their own ends, years that are missing between them, and what slots are called."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from core.statements.statement import Column
from gui import format as shown
from gui.models.titles import column_heads
from gui.plot.chart import Slot

NEAR = timedelta(days=20)
"""Ends of one period as heads, tags and opening balances write it differ by no more."""
_STEPS = ((300, 365.25), (80, 91.31), (27, 30.44))
"""Days from which on periods count as years, quarters and months, and how many days these have."""
_MOST_MISSING = 30
"""More empty slots than this are no gap any more."""


class Ends(NamedTuple):
    """Days at which something is drawn: `days` rising, each with the columns of the table that end there."""

    days: tuple[date, ...]
    columns: tuple[tuple[int, ...], ...]

    def of(self, end: date) -> int | None:
        """The slot that a day belongs to."""
        return next((at for at, day in enumerate(self.days) if abs(day - end) <= NEAR), None)


def ends_of(columns: tuple[Column, ...], drawn: Iterable[int], others: Iterable[date]) -> Ends:
    """The ends of these columns, and of figures that have a time of their own."""
    found: dict[date, list[int]] = {}
    for at in drawn:
        end = columns[at].end
        if end is not None:
            found.setdefault(_near(found, end), []).append(at)
    for end in sorted(set(others)):
        found.setdefault(_near(found, end), [])
    days = tuple(sorted(found))
    return Ends(days, tuple(tuple(found[day]) for day in days))


def _near(found: Iterable[date], end: date) -> date:
    return next((day for day in found if abs(day - end) <= NEAR), end)


def step_of(days: tuple[date, ...]) -> float:
    """How many days the shortest period between neighbours has: a year's, a quarter's, a month's, or just so many."""
    least = min(((later - earlier).days for earlier, later in pairwise(days)), default=0)
    return next((days for from_on, days in _STEPS if least >= from_on), float(max(least, 1)))


class Timed(NamedTuple):
    """Slots in time, and for each day of `Ends` the index of its slot."""

    slots: tuple[Slot, ...]
    places: tuple[int, ...]


def slots_of(ends: Ends, columns: tuple[Column, ...]) -> Timed:
    """A slot for every day, each as far from the first as its time says; empty ones for whole periods between."""
    step = step_of(ends.days)
    names = _names(ends, columns)
    slots: list[Slot] = []
    places: list[int] = []
    for at, day in enumerate(ends.days):
        distance = (day - ends.days[0]).days / step
        if slots:
            slots += _between(slots[-1], distance, day, yearly=step > _STEPS[0][0])
        places.append(len(slots))
        slots.append(Slot(names[at], distance, day, ends.columns[at]))
    return Timed(tuple(slots), tuple(places))


def _between(last: Slot, distance: float, day: date, *, yearly: bool) -> list[Slot]:
    missing = round(distance - last.at) - 1
    if not 0 < missing <= _MOST_MISSING:
        return []
    apart = (distance - last.at) / (missing + 1)
    first = day.year - missing
    return [
        Slot(str(first + at) if yearly else "", last.at + apart * (at + 1), None, (), missing=True)
        for at in range(missing)
    ]


def _names(ends: Ends, columns: tuple[Column, ...]) -> list[str]:
    """What slots are called: years where these tell all apart, else as the table heads them, else the day."""
    of_year = len({day.year for day in ends.days}) == len(ends.days)
    heads = column_heads(columns)
    headed = [heads[inside[0]] if inside else "" for inside in ends.columns]
    if all(headed) and len(set(headed)) == len(headed) and max(map(len, headed)) <= _LONG_HEAD:
        return headed
    if of_year and len({(day + NEAR).month for day in ends.days}) == 1:
        return [str(day.year) for day in ends.days]
    return [f"{shown.MONTHS[day.month - 1][:3]} {day.day}, {day.year}" for day in ends.days]


_LONG_HEAD = 24
"""Signs of a column's head that still fit below a bar."""
