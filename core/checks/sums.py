"""Finds the lines that a total adds up: the last ones above it, with the signs that tie in the most columns.

A total takes in the lines nearest above it that no other total has taken in. How far up it reaches and with which signs
is not said anywhere on the page, so each reading is tried, and the columns vote. What a tie says depends on how easily it
comes about by chance: how many readings were tried, and how many digits of the total rounding leaves.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate, product
from math import log10
from operator import mul
from typing import NamedTuple

from core.checks.amounts import Line, slack
from core.checks.equation import digits_left

_REACH = 60
"""Lines above a total that are looked at."""
_SEARCHED = 7
"""Lines for which every choice of signs is tried."""
_FEW = 3
_SEVERAL = 2
_ONE = 1
_SLACK = tuple(slack(k) for k in range(_REACH + 1))
"""Rounding of a sum of so many lines, in its last printed digits."""
ENOUGH = 0.8
"""Powers of ten by which a tie must be no accident: rounding is a sixth of the total, for one reading tried."""
ENOUGH_SEARCHED = 2.0
"""The same where signs were searched."""
_LEAST_SEARCHED = 2
"""Columns that must tie where signs were searched: the first chose the signs."""


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
    """A line that no total has taken in yet."""

    line: Line
    values: list[int]
    plain: int
    negative: bool
    heading: str = ""
    known_cost: int = 0

    @property
    def cost(self) -> int:
        """The sign with which the line enters where costs are taken away."""
        if not self.known_cost:
            label = self.line.row.label
            called = _is_cost(label) or (_is_cost(self.heading) and not _earns(label))
            self.known_cost = -1 if self.plain < 0 or (not self.negative and called) else 1
        return self.known_cost


class Sum(NamedTuple):
    """A reading of one total: its addends with their signs, from the top; the columns where it ties, and where not."""

    signs: Signs
    addends: tuple[tuple[int, Addend], ...]
    ties: tuple[int, ...]
    off: tuple[int, ...]
    tried: int = 1
    """Readings that were tried until this one tied."""

    def total(self, column: int) -> int:
        """What the addends make in a column."""
        return sum([sign * a.values[column] for sign, a in self.addends])

    def missing(self, line: Line, column: int) -> int:
        """The printed total less what its addends make."""
        return line.worth(column) - self.total(column)

    def slack(self, step: int) -> int:
        """By how much it may miss where the last printed digit is worth so much."""
        return _SLACK[len(self.addends)] * step


class Total(NamedTuple):
    """A line that may be a total, the columns in which it can be checked, and what their last printed digits are worth."""

    line: Line
    columns: list[int]
    steps: Sequence[int]

    def within(self, column: int, lines: int) -> int:
        """The rounding of a sum of so many lines in a column."""
        return _SLACK[lines] * self.steps[column]


def addend(line: Line, heading: str = "") -> Addend:
    """A line on its way into a total; `heading`: what it stands below."""
    values = [value or 0 for value in line.values]
    negative = min(values) < 0
    less = not negative and line.row.label[:6].lower().startswith(("less", "deduct"))
    return Addend(line, values, -1 if less else 1, negative, heading)


_COSTS = (
    "expense", "cost", "tax", "provision", "amortization", "depreciation", "selling", "research", "administrative", "loss",
    "minority", "charge",
)  # fmt: skip
_NO_COSTS = ("income before", "net income", "benefit")


def _is_cost(label: str) -> bool:
    has = label.lower().__contains__
    return any(map(has, _COSTS)) and not any(map(has, _NO_COSTS))


def _earns(label: str) -> bool:
    """Whether a line below a heading of costs is none of them."""
    return "income" in label.lower() or "gain" in label.lower()


def best_sum(stack: list[Addend], line: Line, steps: Sequence[int]) -> Sum | None:
    """The reading of a printed total as the sum of the last of `stack` that ties in the most columns; None if none ties."""
    total = Total(line, _weighty(line, steps), steps)
    if not total.columns or not stack:
        return None
    near = stack[: -_REACH - 1 : -1]
    found = _best(_readings(near, total), near, total)
    if found is None or found.off:
        found = _better(found, _search(near, total))
    return found


def plain_sum(stack: list[Addend], line: Line, steps: Sequence[int]) -> Sum | None:
    """The reading of a row that is not printed as a total but adds up the rows above it in several columns, all of them."""
    total = Total(line, _weighty(line, steps), steps)
    if len(total.columns) < _SEVERAL or len(stack) < _SEVERAL:
        return None
    near = stack[: -_REACH - 1 : -1]
    for signs, k in _plain_ties(near, total):
        found = Sum(signs, _signed(signs, near[:k]), tuple(total.columns), (), k)
        if all(abs(found.missing(line, c)) <= total.within(c, k) for c in total.columns) and _says_something(
            found, total
        ):
            return found
    return None


_MOST_NET = 4
"""Lines that an amount is net of, with what is taken away."""
_ENOUGH_NET = 2.0
"""Powers of ten by which an amount that is net of the line above it must be no accident in the columns that tie."""
_TAKEN = ("less", "deduct", "accumulated", "allowance")


def net_sum(stack: list[Addend], line: Line, steps: Sequence[int]) -> Sum | None:
    """The reading of a row that is not printed as a total, but is net of the deduction right above it, in all columns but
    one."""
    total = Total(line, _weighty(line, steps), steps)
    if len(total.columns) < _SEVERAL or len(stack) < _SEVERAL or not _is_deduction(stack[-1]):
        return None
    near = stack[: -_MOST_NET - 1 : -1]
    for k in range(_SEVERAL, len(near) + 1):
        found = _net(near[:k], total)
        if len(found.off) == 1 and evidence(found, line, steps) >= _ENOUGH_NET:
            return found
    return None


def _net(near: list[Addend], total: Total) -> Sum:
    """The reading of a total as the lines right above it less the nearest one."""
    signed = tuple([(-1 if a is near[0] and not a.negative else a.plain, a) for a in reversed(near)])
    found = Sum(Signs.RUNNING, signed, (), (), _MOST_NET)
    within = {c: abs(found.missing(total.line, c)) <= total.within(c, len(near)) for c in total.columns}
    ties = tuple([c for c, held in within.items() if held])
    return found._replace(ties=ties, off=tuple([c for c, held in within.items() if not held]))


def _is_deduction(a: Addend) -> bool:
    """Whether a line is called a deduction, or is printed in brackets in all columns."""
    called = a.line.row.label.lower().startswith(_TAKEN)
    return called or all(value < 0 for value in a.values if value)


class _Tie(NamedTuple):
    """A way of signs, and the number of lines that make a total with it."""

    signs: Signs
    lines: int


def _plain_ties(near: list[Addend], total: Total) -> Iterator[_Tie]:
    """The plain ways in which two lines or more make a total in its first column."""
    column = total.columns[0]
    target, so_far = total.line.worth(column), 0
    for k, a in enumerate(near, 1):
        value = a.values[column] * a.plain
        so_far += value
        within = total.within(column, k)
        if k == 1:
            continue
        if -within <= so_far - target <= within:
            yield _Tie(Signs.PLAIN, k)
        elif k <= _FEW and -within <= 2 * value - so_far - target <= within:
            yield _Tie(Signs.RUNNING, k)


def _weighty(line: Line, steps: Sequence[int]) -> list[int]:
    """The columns in which a row prints more than nothing or one."""
    return [c for c, value in enumerate(line.values) if value is not None and not -steps[c] <= value <= steps[c]]


def _better(one: Sum | None, other: Sum | None) -> Sum | None:
    if one is None or other is None:
        return one or other
    return other if len(other.ties) > len(one.ties) else one


Readings = dict[_Tie, list[int]]


def _readings(near: list[Addend], total: Total) -> Readings:
    """For each way of signs and number of lines, the columns in which it ties."""
    hits: Readings = defaultdict(list)
    signs = [a.plain for a in near]
    costs = [a.cost for a in near]
    for column in total.columns:
        printed = [a.values[column] for a in near]
        _add_plain(hits, column, total, list(map(mul, printed, signs)))
        if costs != signs:
            _add_costs(hits, column, total, list(map(mul, printed, costs)))
    return hits


def _add_plain(hits: Readings, column: int, total: Total, values: list[int]) -> None:
    """The numbers of lines that make the total as they are printed, or taken away from the first."""
    target, step, so_far = total.line.worth(column), total.steps[column], 0
    for k, value in enumerate(values, 1):
        so_far += value
        within = _SLACK[k] * step
        if -within <= so_far - target <= within:
            hits[_Tie(Signs.PLAIN, k)].append(column)
        if -within <= 2 * value - so_far - target <= within and k > 1:
            hits[_Tie(Signs.RUNNING, k)].append(column)


def _add_costs(hits: Readings, column: int, total: Total, values: list[int]) -> None:
    """The numbers of lines that make the total with costs taken away."""
    target, step = total.line.worth(column), total.steps[column]
    for k, so_far in enumerate(accumulate(values), 1):
        within = _SLACK[k] * step
        if -within <= so_far - target <= within and k > 1:
            hits[_Tie(Signs.COSTS, k)].append(column)


def _best(hits: Readings, near: list[Addend], total: Total) -> Sum | None:
    best: tuple[tuple[int, int, int, int], Sum] | None = None
    for (signs, k), ties in hits.items():
        missed = tuple(c for c in total.columns if c not in ties)
        found = Sum(signs, _signed(signs, near[:k]), tuple(ties), missed, k if signs is Signs.PLAIN else 2 * k)
        if not _says_something(found, total):
            continue
        miss = sum(abs(found.missing(total.line, column)) for column in found.off)
        rank = (-len(ties), miss, signs, k)
        if best is None or rank < best[0]:
            best = rank, found
    return best[1] if best else None


def _signed(signs: Signs, near: list[Addend]) -> tuple[tuple[int, Addend], ...]:
    if signs is Signs.PLAIN:
        return tuple([(a.plain, a) for a in reversed(near)])
    if signs is Signs.COSTS:
        return tuple([(a.cost, a) for a in reversed(near)])
    return tuple([(a.plain if a is near[-1] else -a.plain, a) for a in reversed(near)])


def evidence(found: Sum, line: Line, steps: Sequence[int], tried: int | None = None) -> float:
    """How unlikely the ties of a reading are by chance, as a power of ten; columns that repeat a total count once. `tried`
    readings were tried, where that is not the number that the reading itself knows."""
    said: dict[int, float] = {}
    for column in found.ties:
        if sum([1 for _, a in found.addends if a.values[column]]) > 1:
            said[line.worth(column)] = digits_left(line.worth(column), found.slack(steps[column]))
    return sum(said.values()) - log10(tried or found.tried)


def _says_something(found: Sum, total: Total) -> bool:
    """Whether a tie is no accident: an amount that is not tiny against the readings tried; or one line repeated."""
    if len(found.addends) == 1:
        return len(found.ties) > 1 or not found.off
    least = ENOUGH_SEARCHED if found.signs is Signs.SEARCHED else ENOUGH
    return evidence(found, total.line, total.steps) >= least


def _search(near: list[Addend], total: Total) -> Sum | None:
    """Tries every choice of signs for the few lines just above; it must tie in at least two columns."""
    best: Sum | None = None
    if len(total.columns) < _LEAST_SEARCHED:
        return None
    for probe in total.columns[:2]:
        values = [a.values[probe] for a in near[:_SEARCHED]]
        for signs in _choices(values, total.line.worth(probe), total.steps[probe]):
            best = _better(best, _searched(signs, near[len(signs) - 1 :: -1], total))
    return best if best is not None and len(best.ties) >= _LEAST_SEARCHED else None


def _choices(values: list[int], target: int, step: int) -> Iterator[tuple[int, ...]]:
    """The choices of signs, from the top line on, with which the last two, three ... lines make a total; `values` are
    those of the lines from the total up. The topmost line is always added."""
    sums = [0]
    """What the lines below the topmost make with every choice of their signs, as `_SIGNS` has them."""
    for k in range(1, len(values)):
        below, top = values[k - 1], values[k]
        sums = [below + total for total in sums] + [total - below for total in sums]
        if top:
            low = target - top - _SLACK[k + 1] * step
            high = target - top + _SLACK[k + 1] * step
            for at, total in enumerate(sums):
                if low <= total <= high:
                    yield (1, *_SIGNS[k][at])


_SIGNS = tuple(tuple(product((1, -1), repeat=k)) for k in range(_SEARCHED))


def _searched(signs: tuple[int, ...], part: list[Addend], total: Total) -> Sum | None:
    found = Sum(Signs.SEARCHED, tuple(zip(signs, part, strict=True)), (), (), len(signs) * 2 ** (len(signs) - 1))
    lines = len(part)
    ties = tuple(c for c in total.columns if abs(found.missing(total.line, c)) <= total.within(c, lines))
    found = found._replace(ties=ties, off=tuple(c for c in total.columns if c not in ties))
    return found if _says_something(found, total) else None
