"""The columns of a table, found by what its lines share: where figures stand over one another."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.figures import NIL, Token

Place = tuple[int, int]
"""Where a figure stands in its line: from its first sign or digit to one past its last digit."""


_FAR = 1_000_000
"""Characters. No line is as long."""
_NEXT = 3
"""Columns that are looked at for the one that a figure shares most with."""
_LOW_FLOORS, _FLOORS = (1, 2, 3), (0.1, 0.2, 0.3, 0.45, 0.6)
"""Where columns overlap they are parted at places that no more figures cover: so many, or such a share of the most."""
_GAP, _DASH_GAP = 3, 6
"""Characters between columns of which one slipped out of the other at most; where one has dashes only."""
_SPARSE = 0.34
"""A column slipped out of its neighbour only if it has no more than this share of its figures."""


class Reach(NamedTuple):
    """A column of figures: from the first sign or digit to one past the last digit, and how many figures it holds."""

    left: int
    right: int
    filled: int

    @property
    def middle(self) -> float:
        """The column's centre."""
        return (self.left + self.right) / 2


class Homes(dict[Place, int]):
    """The index of the column that a figure at a place stands in; worked out once for each place."""

    def __init__(self, columns: Sequence[Reach]) -> None:
        super().__init__()
        self.columns = columns

    def __missing__(self, place: Place) -> int:
        found = self[place] = _column_of(self.columns, *place)
        return found


def find_columns(rows: Sequence[Sequence[Token]]) -> Homes:
    """Where figures overlap from row to row, so that no row has two figures in one column where that can be had."""
    rows = [[token for token in row if token.gap != 1 or not token.mark_like] for row in rows]
    places = Counter([(token.left, token.right) for row in rows for token in row])
    if not places:
        return Homes([])
    stretches = _coverage(places)
    runs = _above(stretches, 0)
    crowded = _crowded(runs, rows)
    pieces: list[Place] = []
    for left, right in runs:
        if left in crowded:
            pieces += _parted(left, right, stretches, rows)
        else:
            pieces.append((left, right))
    return _joined(pieces, rows, places)


def _column_of(columns: Sequence[Reach], left: int, right: int) -> int:
    """The column that a figure shares most with, else the one with the nearest right edge."""
    at = bisect_right(columns, (left, _FAR, 0)) - 1
    if at < 0:
        at = 0
    column = columns[at]
    alone = at + 1 == len(columns) or columns[at + 1].left >= right
    if alone and left < column.right:
        return at
    best, most = at, -_FAR
    for index in range(at, min(at + _NEXT, len(columns))):
        column = columns[index]
        shared = (right if right < column.right else column.right) - (left if left > column.left else column.left)
        if shared <= 0:
            shared = -max(left - column.right, column.left - right)
        if shared > most:
            best, most = index, shared
    return best


def _coverage(places: Counter[Place]) -> list[tuple[int, int, int]]:
    """Stretches `(left, right, how many figures cover it)`, in order, without those that none covers."""
    edges: dict[int, int] = {}
    for (left, right), count in places.items():
        right = right if right > left else left + 1
        edges[left] = edges.get(left, 0) + count
        edges[right] = edges.get(right, 0) - count
    found, depth = [], 0
    for here, after in pairwise(sorted(edges)):
        depth += edges[here]
        if depth:
            found.append((here, after, depth))
    return found


def _above(stretches: list[tuple[int, int, int]], floor: float) -> list[Place]:
    """Runs of stretches that more than `floor` figures cover."""
    found: list[Place] = []
    for left, right, depth in stretches:
        if depth <= floor:
            continue
        if found and found[-1][1] == left:
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return found


def _crowded(runs: list[Place], rows: Sequence[Sequence[Token]]) -> set[int]:
    """The runs, by where they begin, in which some row has more than one figure."""
    found: set[int] = set()
    ends = [right for _, right in runs]
    for row in rows:
        before = 0
        for token in row:
            if token.left < before:
                found.add(runs[bisect_right(ends, token.left)][0])
            else:
                before = ends[bisect_right(ends, token.left)]
    return found


def _parted(
    left: int, right: int, stretches: list[tuple[int, int, int]], rows: Sequence[Sequence[Token]]
) -> list[Place]:
    """A run of overlapping figures as several columns, so that rows have as few as can be with two figures in one."""
    crowded = [row for row in _inside(left, right, rows) if len(row) > 1]
    own = [stretch for stretch in stretches if left <= stretch[0] < right]
    best, fewest = [(left, right)], sum(len(row) - 1 for row in crowded)
    for floor in _floors(max(depth for _, _, depth in own)):
        pieces = _above(own, floor)
        doubled = _doubled(pieces, crowded) if len(pieces) > 1 else fewest
        if doubled < fewest:
            best, fewest = pieces, doubled
        if not fewest:
            break
    return best


def _inside(left: int, right: int, rows: Sequence[Sequence[Token]]) -> list[list[Place]]:
    """The figures of each row that stand in a stretch."""
    return [[(token.left, token.right) for token in row if left <= token.left < right] for row in rows]


def _floors(top: int) -> list[int]:
    """How many figures may cover the places where columns are parted, the fewest first; `top` is the most."""
    return sorted({floor for floor in (*_LOW_FLOORS, *(int(top * share) for share in _FLOORS)) if floor < top})


def _doubled(pieces: list[Place], rows: Sequence[Sequence[Place]]) -> int:
    """How many figures stand in a column in which their row has another one."""
    homes = Homes([Reach(left, right, 0) for left, right in pieces])
    return sum(len(row) - len({homes[place] for place in row}) for row in rows)


def _joined(pieces: list[Place], rows: Sequence[Sequence[Token]], places: Counter[Place]) -> Homes:
    """Columns with their counts, without those that only hold what slipped out of a neighbour: a dash set off, a figure
    set left."""
    homes = Homes([Reach(left, right, 0) for left, right in sorted(pieces)])
    columns = _counted(homes, rows, places)
    reaches = [column.reach for column in columns]
    kept = [
        column
        for at, column in enumerate(columns)
        if column.reach.filled and (column.solid or not _dashes(homes, at, rows))
    ]
    found = [column.reach for column in _merged(kept, homes, rows)]
    if found != reaches:
        return Homes(found)
    homes.columns = found
    return homes


def _counted(homes: Homes, rows: Sequence[Sequence[Token]], places: Counter[Place]) -> "list[_Column]":
    """Every column with the number of its figures."""
    counts, nils = [0] * len(homes.columns), [0] * len(homes.columns)
    for place, count in places.items():
        counts[homes[place]] += count
    for token in [token for row in rows for token in row if token.kind is NIL]:
        nils[homes[token.left, token.right]] += 1
    found = [_Column(reach._replace(filled=count)) for reach, count in zip(homes.columns, counts, strict=True)]
    for at, column in enumerate(found):
        column.homes, column.solid = {at}, counts[at] > nils[at]
    return found


def _merged(columns: "list[_Column]", homes: Homes, rows: Sequence[Sequence[Token]]) -> "list[_Column]":
    """Columns with neighbours joined of which one may be what slipped out of the other."""
    at = 0
    while at + 1 < len(columns):
        one, other = columns[at], columns[at + 1]
        if one.slips_into(other) and not _together(one, other, homes, rows):
            columns[at : at + 2] = [one.with_next(other)]
        else:
            at += 1
    return columns


class _Column:
    """A column while neighbours are joined: its reach, the homes it was made of, whether it has more than dashes."""

    __slots__ = ("homes", "reach", "solid")

    def __init__(self, reach: Reach) -> None:
        self.reach = reach
        self.homes: set[int] = set()
        self.solid = True

    def slips_into(self, after: "_Column") -> bool:
        """Whether one of two neighbours is so near and so empty that it may be what slipped out of the other."""
        here, there = self.reach, after.reach
        dashes = not (self.solid and after.solid)
        if there.left - here.right > (_DASH_GAP if dashes else _GAP):
            return False
        return dashes or min(here.filled, there.filled) <= _SPARSE * max(here.filled, there.filled)

    def with_next(self, after: "_Column") -> "_Column":
        """Both as one column."""
        here, there = self.reach, after.reach
        column = _Column(Reach(here.left, there.right, here.filled + there.filled))
        column.homes, column.solid = self.homes | after.homes, self.solid or after.solid
        return column


def _together(one: _Column, other: _Column, homes: Homes, rows: Sequence[Sequence[Token]]) -> bool:
    """Whether some row has a figure in both columns."""
    both = one.homes | other.homes
    for row in rows:
        found = {homes[token.left, token.right] for token in row} & both
        if found & one.homes and found & other.homes:
            return True
    return False


def _dashes(homes: Homes, at: int, rows: Sequence[Sequence[Token]]) -> bool:
    """Whether a column is only the dashes between the two figures of ranges."""
    return all(token.gap == 1 for row in rows for token in row if homes[token.left, token.right] == at)
