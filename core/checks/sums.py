"""Finds the lines that a total adds up: the last ones above it, with the signs that tie in the most columns.

A total takes in the lines nearest above it that no other total has taken in. How far up it reaches and with which signs
is not said anywhere on the page, so each reading is tried, and the columns vote: a reading that holds in all columns,
or in all but one, is how the table was added up.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate, product
from operator import mul
from typing import NamedTuple

from core.checks.amounts import Line, slack

_REACH = 60
"""Lines above a total that are looked at."""
_SEARCHED = 7
"""Lines for which every choice of signs is tried."""
_FEW = 3
_SEVERAL = 2
_ONE = 1
_LITTLE, _MUCH = 8, 100
"""How many times its rounding a total must be for its tie to say something; more where the signs were searched."""
_SLACK = tuple(slack(k) for k in range(_REACH + 1))


class Signs(IntEnum):
    """How the lines enter a total, the plainest way first."""

    PLAIN = 0
    """As printed; a positive "Less ..." is taken away."""
    COSTS = 1
    """Costs, taxes and losses printed without brackets are taken away."""
    RUNNING = 2
    """All that follows is taken away from the first."""
    SEARCHED = 3
    """Whatever choice of signs ties."""


@dataclass(slots=True)
class Addend:
    """A line that no total has taken in yet. `mended` has what the line should have been where it was itself off."""

    line: Line
    values: list[int]
    plain: int
    negative: bool
    mended: list[int] | None = None

    known_cost: int = 0

    @property
    def cost(self) -> int:
        """The sign with which the line enters where costs are taken away."""
        if not self.known_cost:
            self.known_cost = -1 if self.plain < 0 or (not self.negative and _is_cost(self.line.row.label)) else 1
        return self.known_cost


class Sum(NamedTuple):
    """A reading of one total: its addends with their signs, from the top; the columns where it ties, and where not."""

    signs: Signs
    addends: tuple[tuple[int, Addend], ...]
    ties: tuple[int, ...]
    off: tuple[int, ...]
    mended: bool = False

    def total(self, column: int) -> int:
        """What the addends make in a column."""
        total = 0
        for sign, a in self.addends:
            total += sign * ((a.mended or a.values) if self.mended else a.values)[column]
        return total

    def missing(self, line: Line, column: int) -> int:
        """The printed total less what its addends make."""
        return line.worth(column) - self.total(column)


def addend(line: Line) -> Addend:
    """A line on its way into a total."""
    values = [value or 0 for value in line.values]
    negative = min(values) < 0
    less = not negative and line.row.label[:6].lower().startswith(("less", "deduct"))
    return Addend(line, values, -1 if less else 1, negative)


_COSTS = (
    "expense", "cost", "tax", "provision", "amortization", "depreciation", "selling", "research", "administrative", "loss",
    "minority", "charge",
)  # fmt: skip
_NO_COSTS = ("income before", "net income", "benefit")


def _is_cost(label: str) -> bool:
    has = label.lower().__contains__
    return any(map(has, _COSTS)) and not any(map(has, _NO_COSTS))


def best_sum(stack: list[Addend], line: Line) -> Sum | None:
    """The reading of a printed total as the sum of the last of `stack` that ties in the most columns; None if none ties."""
    columns = _weighty(line)
    if not columns or not stack:
        return None
    near = stack[: -_REACH - 1 : -1]
    found = _best(_readings(near, line, columns, mended=False), near, line, columns, mended=False)
    if found is not None and not found.off:
        return found
    if any(a.mended for a in near):
        found = _better(found, _best(_readings(near, line, columns, mended=True), near, line, columns, mended=True))
    if found is None or found.off:
        found = _better(found, _search(near, line, columns))
    return found


def plain_sum(stack: list[Addend], line: Line) -> Sum | None:
    """The reading of a row that is not printed as a total but adds up the rows above it in several columns, all of them."""
    columns = _weighty(line)
    if len(columns) < _SEVERAL or len(stack) < _SEVERAL:
        return None
    near = stack[: -_REACH - 1 : -1]
    for signs, k in _plain_ties(near, columns[0], line.worth(columns[0])):
        found = Sum(signs, _signed(signs, near[:k]), tuple(columns), ())
        if all(abs(found.missing(line, c)) <= _SLACK[k] for c in columns) and _says_something(found, line):
            return found
    return None


class _Tie(NamedTuple):
    """A way of signs, and the number of lines that make a total with it."""

    signs: Signs
    lines: int


def _plain_ties(near: list[Addend], column: int, target: int) -> Iterator[_Tie]:
    """The plain ways in which two lines or more make a total in one column."""
    total = 0
    for k, a in enumerate(near, 1):
        value = a.values[column] * a.plain
        total += value
        within = _SLACK[k]
        if k == 1:
            continue
        if -within <= total - target <= within:
            yield _Tie(Signs.PLAIN, k)
        elif k <= _FEW and -within <= 2 * value - total - target <= within:
            yield _Tie(Signs.RUNNING, k)


def _weighty(line: Line) -> list[int]:
    """The columns in which a row prints more than nothing or one."""
    return [column for column, value in enumerate(line.values) if value is not None and not -_ONE <= value <= _ONE]


def _better(one: Sum | None, other: Sum | None) -> Sum | None:
    if one is None or other is None:
        return one or other
    return other if len(other.ties) > len(one.ties) else one


Readings = dict[_Tie, list[int]]


def _readings(near: list[Addend], line: Line, columns: list[int], *, mended: bool) -> Readings:
    """For each way of signs and number of lines, the columns in which it ties."""
    hits: Readings = defaultdict(list)
    signs = [a.plain for a in near]
    costs = [a.cost for a in near]
    for column in columns:
        target = line.worth(column)
        printed = [(a.mended or a.values)[column] for a in near] if mended else [a.values[column] for a in near]
        _add_plain(hits, column, target, list(map(mul, printed, signs)))
        if costs != signs:
            _add_costs(hits, column, target, list(map(mul, printed, costs)))
    return hits


def _add_plain(hits: Readings, column: int, target: int, values: list[int]) -> None:
    """The numbers of lines that make the total as they are printed, or taken away from the first."""
    total = 0
    for k, value in enumerate(values, 1):
        total += value
        within = _SLACK[k]
        if -within <= total - target <= within:
            hits[_Tie(Signs.PLAIN, k)].append(column)
        if -within <= 2 * value - total - target <= within and k > 1:
            hits[_Tie(Signs.RUNNING, k)].append(column)


def _add_costs(hits: Readings, column: int, target: int, values: list[int]) -> None:
    """The numbers of lines that make the total with costs taken away."""
    for k, total in enumerate(accumulate(values), 1):
        if -_SLACK[k] <= total - target <= _SLACK[k] and k > 1:
            hits[_Tie(Signs.COSTS, k)].append(column)


def _best(hits: Readings, near: list[Addend], line: Line, columns: list[int], *, mended: bool) -> Sum | None:
    best: tuple[tuple[int, int, int, int], Sum] | None = None
    for (signs, k), ties in hits.items():
        found = Sum(signs, _signed(signs, near[:k]), tuple(ties), tuple(c for c in columns if c not in ties), mended)
        if not _says_something(found, line):
            continue
        miss = sum(abs(found.missing(line, column)) for column in found.off)
        rank = (-len(ties), miss, signs, k)
        if best is None or rank < best[0]:
            best = rank, found
    return best[1] if best else None


def _signed(signs: Signs, near: list[Addend]) -> tuple[tuple[int, Addend], ...]:
    if signs is Signs.PLAIN:
        return tuple((a.plain, a) for a in reversed(near))
    if signs is Signs.COSTS:
        return tuple((a.cost, a) for a in reversed(near))
    return tuple((a.plain if a is near[-1] else -a.plain, a) for a in reversed(near))


def _says_something(found: Sum, line: Line) -> bool:
    """Whether a tie is no accident: several addends, or one repeated in several columns, and an amount that is not tiny."""
    if len(found.addends) == 1:
        return len(found.ties) > 1 or not found.off
    for column in found.ties:
        amount = abs(line.worth(column))
        parts = sum(1 for _, a in found.addends if a.values[column])
        enough = _MUCH if found.signs is Signs.SEARCHED else _LITTLE
        if parts > 1 and amount > enough * _SLACK[len(found.addends)]:
            return True
    return False


def _search(near: list[Addend], line: Line, columns: list[int]) -> Sum | None:
    """Tries every choice of signs for the few lines just above; it must tie in at least two columns."""
    best: Sum | None = None
    for probe in columns[:2]:
        for signs in _choices([a.values[probe] for a in near[:_SEARCHED]], line.worth(probe)):
            best = _better(best, _searched(signs, near[len(signs) - 1 :: -1], line, columns))
    return best if best is not None and len(best.ties) > 1 else None


def _choices(values: list[int], target: int) -> Iterator[tuple[int, ...]]:
    """The choices of signs, from the top line on, with which the last two, three ... lines make a total; `values` are
    those of the lines from the total up. The topmost line is always added."""
    sums = [0]
    """What the lines below the topmost make with every choice of their signs, as `_SIGNS` has them."""
    for k in range(1, len(values)):
        below, top = values[k - 1], values[k]
        sums = [below + total for total in sums] + [total - below for total in sums]
        if top:
            low = target - top - _SLACK[k + 1]
            high = target - top + _SLACK[k + 1]
            for at, total in enumerate(sums):
                if low <= total <= high:
                    yield (1, *_SIGNS[k][at])


_SIGNS = tuple(tuple(product((1, -1), repeat=k)) for k in range(_SEARCHED))


def _searched(signs: tuple[int, ...], part: list[Addend], line: Line, columns: list[int]) -> Sum | None:
    found = Sum(Signs.SEARCHED, tuple(zip(signs, part, strict=True)), (), ())
    ties = tuple(c for c in columns if abs(found.missing(line, c)) <= _SLACK[len(part)])
    found = found._replace(ties=ties, off=tuple(c for c in columns if c not in ties))
    return found if _says_something(found, line) else None
