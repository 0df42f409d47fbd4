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
    """The reading of a total as the sum of the lines above it, as printed or with costs taken away, in all columns but two,
    which tie when two figures of one row are exchanged; None where there is none."""
    columns = [c for c, value in enumerate(line.values) if value]
    if len(columns) < 2:
        return None
    near = stack[: -_MOST_LINES - 1 : -1]
    plain = [_Signed(a.plain, a) for a in near]
    costs = [_Signed(a.cost, a) for a in near]
    found = _of(Signs.PLAIN, plain, line, columns, steps)
    return found or (_of(Signs.COSTS, costs, line, columns, steps) if costs != plain else None)


class _Signed(NamedTuple):
    """A line with the sign that it counts with."""

    sign: int
    addend: Addend


def _of(signs: Signs, near: list[_Signed], line: Line, columns: list[int], steps: Sequence[int]) -> Sum | None:
    """The reading with these signs; `near` from the total up."""
    sums = [0] * len(line.values)
    for k, (sign, a) in enumerate(near, 1):
        sums = [total + sign * value for total, value in zip(sums, a.values, strict=True)]
        if k > 1:
            found = Sum(signs, tuple(reversed(near[:k])), (), (), k * len(near))
            if (read := _read(found, line, columns, sums, steps)) is not None:
                return read
    return None


def _read(found: Sum, line: Line, columns: list[int], sums: list[int], steps: Sequence[int]) -> Sum | None:
    misses = {c: line.worth(c) - sums[c] for c in columns}
    off = tuple([c for c in columns if abs(misses[c]) > found.slack(steps[c])])
    if off not in list(pairwise(columns)):
        return None
    one, other = off
    pair = _Pair(one, other, misses[one], misses[other], found.slack(max(steps)))
    rows = [(line.values, -1), *((a.values, sign) for sign, a in found.addends)]
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
