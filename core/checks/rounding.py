"""What rounding explains, as the sums of a whole filing show it.

A sum of rounded amounts may miss by a few units. But most filings are made to add up: there a miss of several units is a
slip, however long the sum. Which kind a filing is of is told by its other sums. Where a reading is wrong, on the other
hand, it misses by as much as lines are worth, and seldom by a few units.
"""

from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

from core.checks.equation import HOPELESS, Equation, Kind

_SUMS = frozenset({Kind.SUM, Kind.ACROSS, Kind.ROLL})
_BETWEEN = frozenset({Kind.SAME, Kind.YEAR})
_LEAST = 25
"""Sums that a filing must have before they tell how it rounds."""
_FEW, _IN = 1, 40
"""A filing is exact in which no more than so many sums miss by rounding, and one more in each so many."""
EXACT = 2
"""Printed units by which a sum of an exact filing may miss."""
_TWELVE, _DEVIATIONS = 12, 3.6
"""An amount rounded to one unit has a variance of a twelfth; a sum misses by more deviations than these by no rounding."""
_HARDLY_MORE, _DOUBT = 3, 10.0
"""Times the rounding of a sum within which a miss may yet be rounding, and how much likelier that makes it."""
_MISSES = (0.35, 0.4, 0.16, 0.045, 0.012, 0.003)
"""How often lines have as many digits as their total, one less, two less ...: counted in real filings. A wrong reading
misses by a line."""
_TELLING = 4
"""Digits of a total whose misses say something by their size."""
_SMALLEST = 0.02
"""No size of a miss says more than this."""


class _Rounding(NamedTuple):
    """How a filing rounds: whether its sums come out exactly."""

    exact: bool

    def most(self, parts: int) -> int:
        """By how many units a sum of so many parts may miss."""
        return EXACT if self.exact else max(EXACT, int(_DEVIATIONS * sqrt((parts + 1) / _TWELVE)))


_LONG, _ENOUGH = 3, 4
"""Lines of a long sum, and the long sums that must come out exactly before a table is taken to be exact by itself."""


def rounded(equations: Iterable[Equation]) -> list[Equation]:
    """The equations of a filing, where the sums that miss are allowed what its rounding explains, and no more."""
    equations = [_sized(one) if one.kind in _BETWEEN and one.off else one for one in equations]
    if not any(one.miss for one in equations if one.kind in _SUMS):
        return equations
    exact = _is_exact(equations)
    return [
        _settled(one, _Rounding(exact or _is_exact_beside(one, equations))) if one.kind in _SUMS and one.miss else one
        for one in equations
    ]


def _is_exact(equations: list[Equation]) -> bool:
    """Whether the sums of a filing come out exactly, but for a few."""
    sums = [one for one in equations if one.kind in _SUMS and not one.off and _adds(one)]
    missed = sum([1 for one in sums if one.miss])
    return len(sums) >= _LEAST and missed <= _FEW + len(sums) // _IN


def _is_exact_beside(one: Equation, equations: list[Equation]) -> bool:
    """Whether the other long sums of a table come out exactly, but for those that miss as much as this one."""
    table, miss = one.whole.statement, abs(one.miss)
    long = [other for other in equations if other.whole.statement is table and len(other.parts) >= _LONG]
    misses = [abs(other.miss) for other in long if other is not one and other.kind in _SUMS and not other.off]
    return misses.count(0) >= _ENOUGH and all(other in (0, miss) for other in misses)


def _adds(one: Equation) -> bool:
    """Whether at least two amounts are added up."""
    return len(one.parts) > 1 and sum([1 for part in one.parts if part.value]) > 1


def _settled(one: Equation, rounding: _Rounding) -> Equation:
    miss, slack = abs(one.miss), min(one.slack, rounding.most(len(one.parts)) * one.step)
    if miss <= slack:
        return one
    unsure = _DOUBT if not rounding.exact and miss <= _HARDLY_MORE * one.slack else 1.0
    return one._replace(slack=slack, misread=min(HOPELESS, one.misread * unsure * _size(one.whole.value, miss)))


def _sized(one: Equation) -> Equation:
    """An agreement between two tables that fails, by the size of its miss in printed units."""
    unit = max(1, int(max(one.whole.scale, *[part.scale for part in one.parts]) / one.worth))
    return one._replace(misread=one.misread * _size(one.whole.value // unit, abs(one.miss) // unit))


def _size(whole: int, miss: int) -> float:
    """How much rarer a wrong reading misses by an amount of this size than a slip in one digit does."""
    digits = len(str(abs(whole)))
    less = digits - len(str(miss))
    if less < 0 or digits < _TELLING:
        return 1.0
    return max(_SMALLEST, min(1.0, digits * _MISSES[min(less, len(_MISSES) - 1)]))
