"""The columns of a table, found by what its lines share: where figures stand over one another."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.tables.figures import FigureKind, Token


class Reach(NamedTuple):
    """A column of figures: from the first sign or digit to one past the last digit, and how many figures it holds."""

    left: int
    right: int
    filled: int

    @property
    def middle(self) -> float:
        """The column's centre."""
        return (self.left + self.right) / 2


def find_columns(rows: Sequence[Sequence[Token]]) -> list[Reach]:
    """Where figures overlap from row to row, so that no row has two figures in one column where that can be had."""
    rows = [[token for token in row if not token.marks] for row in rows]
    marks = [(token.left, max(token.right, token.left + 1)) for row in rows for token in row]
    if not marks:
        return []
    stretches = _coverage(marks)
    pieces: list[tuple[int, int]] = []
    for left, right in _above(stretches, 0):
        pieces += _parted(left, right, stretches, rows)
    return _joined(pieces, rows)


def column_of(columns: Sequence[Reach], token: Token) -> int:
    """The index of the column that a figure stands in: the one it shares most with, else the nearest right edge."""
    left, right = token.left, token.right
    at = bisect_right(columns, (left, 1_000_000, 0)) - 1
    if at < 0:
        at = 0
    column = columns[at]
    alone = at + 1 == len(columns) or columns[at + 1].left >= right
    if alone and left < column.right:
        return at
    best, most = at, -1_000_000
    for index in (at, at + 1, at + 2):
        if index >= len(columns):
            break
        column = columns[index]
        shared = (right if right < column.right else column.right) - (left if left > column.left else column.left)
        if shared <= 0:
            shared = -min(abs(right - column.right), abs(left - column.right), abs(right - column.left))
        if shared > most:
            best, most = index, shared
    return best


def _coverage(marks: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Stretches `(left, right, how many figures cover it)`, in order, without those that none covers."""
    edges: dict[int, int] = {}
    for left, right in marks:
        edges[left] = edges.get(left, 0) + 1
        edges[right] = edges.get(right, 0) - 1
    found, depth = [], 0
    ordered = sorted(edges)
    for here, after in pairwise(ordered):
        depth += edges[here]
        if depth:
            found.append((here, after, depth))
    return found


def _above(stretches: list[tuple[int, int, int]], floor: float) -> list[tuple[int, int]]:
    """Runs of stretches that more than `floor` figures cover."""
    found: list[tuple[int, int]] = []
    for left, right, depth in stretches:
        if depth <= floor:
            continue
        if found and found[-1][1] == left:
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return found


def _parted(
    left: int, right: int, stretches: list[tuple[int, int, int]], rows: Sequence[Sequence[Token]]
) -> list[tuple[int, int]]:
    """A run of overlapping figures as one column, or as several where rows have more than one figure in it."""
    inside = [[token for token in row if left <= token.left < right] for row in rows]
    clashes = sum(len(row) - 1 for row in inside if len(row) > 1)
    if not clashes:
        return [(left, right)]
    own = [stretch for stretch in stretches if left <= stretch[0] < right]
    top = max(depth for _, _, depth in own)
    best, fewest = [(left, right)], clashes
    for floor in sorted({1, 2, 3, *(int(top * share) for share in (0.1, 0.2, 0.3, 0.45, 0.6))}):
        pieces = _above(own, floor) if floor < top else []
        if len(pieces) < 2:
            continue
        reaches = [Reach(a, b, 0) for a, b in pieces]
        left_over = sum(len(row) - len({column_of(reaches, token) for token in row}) for row in inside if len(row) > 1)
        if left_over < fewest:
            best, fewest = pieces, left_over
        if not left_over:
            break
    return best


def _joined(pieces: list[tuple[int, int]], rows: Sequence[Sequence[Token]]) -> list[Reach]:
    """Columns with their counts, without those that only hold what slipped out of a neighbour: a dash set off, a figure
    set left."""
    columns = [Reach(left, right, 0) for left, right in sorted(pieces)]
    taken: list[set[int]] = [set() for _ in columns]
    solid, counts = [0] * len(columns), [0] * len(columns)
    for number, row in enumerate(rows):
        for token in row:
            at = column_of(columns, token)
            taken[at].add(number)
            counts[at] += 1
            solid[at] += token.kind is not FigureKind.NIL
    columns = [reach._replace(filled=count) for reach, count in zip(columns, counts, strict=True)]
    kept = [at for at, count in enumerate(counts) if count and (solid[at] or not _dashes(columns, at, rows))]
    columns, taken, solid = [columns[at] for at in kept], [taken[at] for at in kept], [solid[at] for at in kept]
    at = 0
    while at + 1 < len(columns):
        here, after = columns[at], columns[at + 1]
        weak = min(here.filled, after.filled) <= 0.34 * max(here.filled, after.filled)
        dashes = not solid[at] or not solid[at + 1]
        near = after.left - here.right <= (6 if dashes else 3)
        if near and (weak or dashes) and not taken[at] & taken[at + 1]:
            columns[at : at + 2] = [Reach(here.left, after.right, here.filled + after.filled)]
            taken[at : at + 2] = [taken[at] | taken[at + 1]]
            solid[at : at + 2] = [solid[at] + solid[at + 1]]
        else:
            at += 1
    return columns


def _dashes(columns: Sequence[Reach], at: int, rows: Sequence[Sequence[Token]]) -> bool:
    """Whether a column is only the dashes between the two figures of ranges."""
    inside = [token for row in rows for token in row if column_of(columns, token) == at]
    return all(token.gap == 1 for token in inside)
