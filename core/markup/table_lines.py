"""Sets a table of figures in lines: its columns one under the other, as a printed page has them.

The grid of an HTML table has more columns than the reader sees: currency signs, figures, the brackets and percent signs that
close them, and gaps, each in cells of their own. Figures that belong under one another may thus end in different cells.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.markup.boxes import Cell
from core.markup.css import CENTRED, RIGHT

GAP = 3
"""Blanks between the cells of a table, as between the columns of a printed one."""
_CAPTION, _DEEP = 60, 14
"""Characters that a column of words is given at most; blanks by which a caption is indented at most."""
_STEP = 5.0
"""Points to one blank of a caption's indentation."""
_CLOSERS = ")% "


class Setting(NamedTuple):
    """How a table is set: where on the line each boundary of its grid stands (`at`); the boundary at which cells that end at
    another are set, since no other column begins between (`ends`); how much closes figures there, in characters,
    behind which others leave room (`room`); and where its captions begin (`least`)."""

    at: dict[int, int]
    ends: dict[int, int]
    room: dict[int, int]
    least: int

    def side_by_side(self) -> "Setting":
        """The same without columns: the cells of each row follow one another."""
        return self._replace(at=dict.fromkeys(self.at, 0))

    @property
    def width(self) -> int:
        """The characters of its longest line."""
        return self.at[max(self.at)]


class SetRow(NamedTuple):
    """A row as a line, and where each of its cells begins."""

    begins: list[int]
    text: str


def setting(rows: Sequence[Sequence[Cell]]) -> Setting:
    """Where the columns of a table of folded rows stand."""
    edges = sorted({edge for row in rows for cell in row for edge in (cell.left, cell.right)})
    least = edges[0]
    ends = _ends(rows, edges, least)
    room: dict[int, int] = {}
    for cell in _figures(rows):
        at = ends[cell.right]
        room[at] = max(room.get(at, 0), _closing(cell.text))
    found = Setting({}, ends, room, least)
    before = 0
    ending = _ending(rows, edges, ends)
    for edge in edges:
        here = before
        for cell in ending[edge]:
            wide = min(len(cell.text) + _indent(cell) + _behind(cell, found), _CAPTION)
            here = max(here, found.at[cell.left] + wide + GAP)
        found.at[edge] = before = here
    return found


def _figures(rows: Iterable[Iterable[Cell]]) -> list[Cell]:
    return [cell for row in rows for cell in row if cell.numeric]


def _ends(rows: Sequence[Sequence[Cell]], edges: Sequence[int], least: int) -> dict[int, int]:
    """The boundary at which cells are set flush right that end at another: the last before the next column begins."""
    begins = sorted({cell.left for row in rows for cell in row if cell.left > least})
    found: dict[int, int] = {}
    for right in {cell.right for row in rows for cell in row}:
        after = bisect_left(begins, right)
        last = begins[after] if after < len(begins) else edges[-1]
        found[right] = edges[bisect_right(edges, last) - 1]
    return found


def _closing(text: str) -> int:
    """How many characters close a figure: a bracket, a percent sign."""
    return len(text) - len(text.rstrip(_CLOSERS))


def _behind(cell: Cell, of: Setting) -> int:
    """The room that a figure leaves behind it for what closes others."""
    return max(0, of.room[of.ends[cell.right]] - _closing(cell.text)) if cell.numeric else 0


def _ending(rows: Sequence[Sequence[Cell]], edges: Sequence[int], ends: dict[int, int]) -> dict[int, list[Cell]]:
    """The cells that make columns wide, by the boundary at which they end; words over half of the table do not."""
    ending: dict[int, list[Cell]] = {edge: [] for edge in edges}
    half = (edges[-1] - edges[0]) / 2
    for row in rows:
        if len(row) > 1:
            for cell in row:
                if cell.numeric:
                    ending[ends[cell.right]].append(cell)
                elif cell.right - cell.left <= half:
                    ending[cell.right].append(cell)
    return ending


def _indent(cell: Cell) -> int:
    return max(0, min(_DEEP, round(cell.pieces[0][0].indent / _STEP)))


def set_row(row: Sequence[Cell], of: Setting) -> SetRow:
    """A row as a line."""
    begins: list[int] = []
    parts: list[str] = []
    at = 0
    for number, cell in enumerate(row):
        begin = max(_begin(cell, of), at + GAP if number else 0)
        parts.append(" " * (begin - at))
        parts.append(cell.text)
        begins.append(begin)
        at = begin + len(cell.text)
    return SetRow(begins, "".join(parts))


def _begin(cell: Cell, of: Setting) -> int:
    """Where a cell begins: figures flush right, words that are set so too; a spanner in the middle of its columns."""
    if cell.numeric:
        return of.at[of.ends[cell.right]] - GAP - len(cell.text) - _behind(cell, of)
    left = of.at[cell.left]
    aligned = cell.pieces[0][0].state & (CENTRED | RIGHT) if cell.left > of.least else 0
    if not aligned:
        return left + _indent(cell)
    right = of.at[of.ends[cell.right]] - GAP
    if aligned & CENTRED and _spans(cell, of):
        return max(left, (left + right - len(cell.text)) // 2)
    return right - len(cell.text)


def _spans(cell: Cell, of: Setting) -> bool:
    """Whether a cell stands over several columns of figures."""
    return len({end for end in of.room if cell.left < end <= of.ends[cell.right]}) > 1
