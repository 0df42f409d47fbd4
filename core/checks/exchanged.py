"""Two figures of a row that stand in each other's columns: no column adds up as printed, both do when they are exchanged."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.checks.amounts import Line
from core.checks.equation import digits_left
from core.checks.sums import Addend, Signs, Sum

_LEAST = 3.0
"""Powers of ten by which both columns must tie no accident, once the two are exchanged."""
_MOST_LINES = 20


def exchanged(stack: list[Addend], line: Line, steps: Sequence[int]) -> Sum | None:
    """The reading of a total as the sum of the lines above it, in all columns but two, which tie when two figures of one
    row are exchanged; None where there is none."""
    columns = [c for c, value in enumerate(line.values) if value]
    if len(columns) < 2:
        return None
    sums = [0] * len(line.values)
    near = stack[: -_MOST_LINES - 1 : -1]
    for k, a in enumerate(near, 1):
        sums = [total + a.plain * value for total, value in zip(sums, a.values, strict=True)]
        if k > 1 and (found := _reading(near[:k], line, columns, sums, steps)) is not None:
            return found
    return None


def _reading(near: list[Addend], line: Line, columns: list[int], sums: list[int], steps: Sequence[int]) -> Sum | None:
    found = Sum(Signs.PLAIN, tuple([(a.plain, a) for a in reversed(near)]), (), (), len(near) ** 2)
    misses = {c: line.worth(c) - sums[c] for c in columns}
    off = tuple([c for c in columns if abs(misses[c]) > found.slack(steps[c])])
    if off not in list(pairwise(columns)):
        return None
    one, other = off
    pair = _Pair(one, other, misses[one], misses[other], found.slack(max(steps)))
    rows = [(line.values, -1), *((a.values, a.plain) for a in near)]
    if not any(pair.mended_by(values, sign) for values, sign in rows):
        return None
    said = sum(digits_left(line.worth(c), found.slack(steps[c])) for c in off)
    return found._replace(off=off, ties=tuple([c for c in columns if c not in off])) if said >= _LEAST else None


class _Pair(NamedTuple):
    """Two columns that do not add up, by how much each, and the rounding."""

    one: int
    other: int
    miss: int
    miss_beside: int
    slack: int

    def mended_by(self, values: Sequence[int | None], sign: int) -> bool:
        """Whether both add up when the figures of a line that counts with this sign are exchanged."""
        here, beside = values[self.one], values[self.other]
        if not here or not beside or here == beside:
            return False
        grows = sign * (beside - here)
        return abs(self.miss - grows) <= self.slack and abs(self.miss_beside + grows) <= self.slack
