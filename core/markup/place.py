"""Places what a walk found in one text: every line gets its offset, tables their columns."""

from array import array
from collections.abc import Callable, Iterable
from typing import Any

from core.markup.boxes import Cell, Rows, folded, holds_figures, lines_apart
from core.markup.flat import LONGEST_LINE
from core.markup.hypertext import Box, BoxRow, BoxTable, Remark
from core.markup.line import Line, Typed
from core.markup.table_lines import GAP, Setting, set_row, setting
from core.markup.writer import Break, Verbatim, Walked
from core.source import Span

_PROSE = 120
"""Characters of a row from which on it is running text set in cells."""
_BULLET = 4
_TITLE, _WIDTH = 160, 100
"""Characters up to which a line is kept whole, as a title must be; and of the lines that longer ones are broken into."""
_MOSTLY = 10
"""So many blanks to a character of its words a table may have that takes more."""
_BITS = 0xFF
"""What of how words are set is kept for a line: one byte."""
_MOST_ROWS = 20_000
"""Rows of a table of figures."""
_MOST_BLANKS = 2_000_000
"""Characters that a table may take with its columns one under the other, unless its words are as many."""


class Placed:
    """The text as it grows, and what is said of its lines."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.looks = array("B")
        self.led: dict[int, int] = {}
        self.breaks: list[int] = []
        self.verbatim: list[tuple[int, int]] = []
        self.tables: list[BoxTable] = []
        self.flowing: set[int] = set()
        self.remarks: list[Remark] = []

    @property
    def line(self) -> int:
        """The index of the line that is written next."""
        return len(self.looks)

    def put(self, text: str, look: int) -> int:
        """Writes a line; its offset."""
        at = self.at
        self.parts.append(text)
        self.looks.append(look)
        self.at = at + len(text) + 1
        return at

    def flow(self, text: str, look: int) -> int:
        """Writes running text, broken at blanks into lines of a page's width; the offset of the first."""
        if len(text) <= _TITLE:
            return self.put(text, look)
        start = self.at
        begin = 0
        while len(text) - begin > _WIDTH:
            end = text.rfind(" ", begin, begin + _WIDTH + 1)
            if end <= begin and (end := text.find(" ", begin + _WIDTH)) < 0:
                break
            self.put(text[begin:end], look)
            self.flowing.add(self.line)
            begin = end + 1
        self.put(text[begin:], look)
        return start

    def verbatim_line(self) -> None:
        """The next line is as it was set by hand; those with no more than a blank line between belong together."""
        if self.verbatim and self.line - self.verbatim[-1][1] < 2:
            self.verbatim[-1] = self.verbatim[-1][0], self.line + 1
        else:
            self.verbatim.append((self.line, self.line + 1))

    def part(self) -> None:
        """A blank line, unless one was just written."""
        if self.parts and self.parts[-1]:
            self.put("", 0)

    def remark(self, words: str, begin: int) -> None:
        """Notes that something was not read as it is written, from `begin` to here."""
        self.remarks.append(Remark(words, Span(begin, max(begin, self.at - 1))))

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(self.parts)


def place(found: Walked) -> Placed:
    """The text of a document."""
    placed = Placed()
    for item in found.items:
        _PLACE[type(item)](placed, item)
    return placed


def _line(placed: Placed, line: Line) -> None:
    if line.gap:
        placed.part()
    if line.typed:
        placed.verbatim_line()
        line.offset = placed.put(line.text.rstrip(), line.look)
        return
    look = line.look
    if line.led > 2 and line.led < line.length:
        placed.led[placed.line] = line.led
    line.offset = placed.flow(line.text, look)


def _typed(placed: Placed, row: Typed) -> None:
    """A line with its pieces at their columns; none of its words is lost where it is too long."""
    for _ in range(row.empty):
        placed.put("", 0)
    placed.verbatim_line()
    start, text = placed.at, ""
    for line, column in row.pieces:
        text = text.ljust(column)
        line.offset = start + len(text)
        text += line.text
    placed.put(text, _common_look(line for line, _ in row.pieces))


def _break(placed: Placed, _: Break) -> None:
    placed.part()
    placed.breaks.append(placed.line)
    placed.put("", 0)


def _verbatim(placed: Placed, block: Verbatim) -> None:
    placed.part()
    first = placed.line
    for line in block.lines:
        line.offset = placed.put(line.text.rstrip(), 0)
    placed.verbatim.append((first, placed.line))


def _table(placed: Placed, table: Rows) -> None:
    whole = lines_apart(table.rows)
    rows = [folded(row) for row in whole]
    begin = placed.at
    endless = any(_length(row) > LONGEST_LINE for row in rows)
    figures = holds_figures(rows)
    if figures and not endless and len(rows) <= _MOST_ROWS:
        placed.part()
        _figures(placed, rows, whole)
        placed.part()
    else:
        _words(placed, rows)
    if figures and len(rows) > _MOST_ROWS:
        words = f"it has a table of {len(rows):,} rows: they are shown, and not read."
        placed.remark(words, begin)
    if endless:
        words = (
            f"it has table rows of more than {LONGEST_LINE:,} characters: they are shown cell by cell, and not read."
        )
        placed.remark(words, begin)
    if table.crowded:
        words = "it has a table whose cells reach over too many rows: they are shown in their own rows only."
        placed.remark(words, begin)


def _length(row: list[Cell]) -> int:
    return sum([len(cell.text) + GAP for cell in row])


def _words(placed: Placed, rows: list[list[Cell]]) -> None:
    """A table without figures: words set side by side, a line a row; running text a paragraph."""
    placed.part()
    for row in rows:
        if not row:
            continue
        long = sum(len(cell.text) for cell in row) > _PROSE
        if long:
            placed.part()
        if _length(row) > LONGEST_LINE or ((long or len(row) == 1) and any(len(cell.lines) > 1 for cell in row)):
            _line_by_line(placed, row)
        else:
            _side_by_side(placed, row)
        if long:
            placed.part()
    placed.part()


def _line_by_line(placed: Placed, row: list[Cell]) -> None:
    """The lines of the cells of a row, one below the other."""
    for cell in row:
        for line, _ in cell.pieces:
            _line(placed, line)


def _side_by_side(placed: Placed, row: list[Cell]) -> None:
    """The cells of a row on one line."""
    parts: list[str] = []
    at = 0
    begins: list[int] = []
    for number, cell in enumerate(row):
        if number:
            between = " " * (1 if number == 1 and len(row[0].text) < _BULLET else GAP)
            parts.append(between)
            at += len(between)
        begins.append(at)
        parts.append(cell.text)
        at += len(cell.text)
    write = placed.flow if max(len(cell.text) for cell in row) > _PROSE else placed.put
    start = write("".join(parts), _common(row))
    for cell, begin in zip(row, begins, strict=True):
        _set(cell, start + begin)


def _common(row: Iterable[Cell]) -> int:
    """How all the words of a row are set."""
    return _common_look(line for cell in row for line, _ in cell.pieces)


def _common_look(lines: Iterable[Line]) -> int:
    look = -1
    for line in lines:
        look &= line.look
    return look & _BITS if look >= 0 else 0


def _set(cell: Cell, start: int) -> None:
    for line, at in cell.pieces:
        line.offset = start + at


def _figures(placed: Placed, rows: list[list[Cell]], whole: list[list[Cell]]) -> None:
    """A table of figures: its columns one under the other."""
    how = setting(rows)
    if _sprawls(how.width, rows):
        how = how.side_by_side()
    first = placed.line
    boxes: list[BoxRow] = []
    for row, every in zip(rows, whole, strict=True):
        strokes = _strokes(every)
        if row or strokes:
            boxes.append(_box_row(placed, row, strokes, how))
    spoken = [row for row in boxes if row.boxes]
    span = Span(spoken[0].span.start, spoken[-1].span.end)
    placed.tables.append(BoxTable(first, placed.line, tuple(boxes), span))


def _strokes(row: list[Cell]) -> tuple[tuple[int, int, int, int], ...]:
    """The lines drawn along the empty cells of a row."""
    empty = [cell for cell in row if not cell.text and (cell.over or cell.under)]
    return tuple([(cell.left, cell.right, cell.over, cell.under) for cell in empty])


def _box_row(placed: Placed, row: list[Cell], strokes: tuple[tuple[int, int, int, int], ...], how: Setting) -> BoxRow:
    """A row of figures, written down."""
    start = placed.at
    begins, text = set_row(row, how)
    if row:
        placed.put(text, _common(row))
    found = []
    for cell, begin in zip(row, begins, strict=True):
        _set(cell, start + begin)
        found.append(_box(cell, start + begin))
    return BoxRow(tuple(found), Span(start, start + len(text)), strokes)


def _box(cell: Cell, start: int) -> Box:
    lines = cell.pieces
    first = lines[0][0]
    look = first.look
    return Box(
        cell.left, cell.right, cell.text, start, first.indent, look, cell.raised, cell.over, cell.under, cell.linked
    )


def _sprawls(width: int, rows: list[list[Cell]]) -> bool:
    """Whether a table would be mostly blanks, so many that they fill the memory."""
    size = width * len(rows)
    return size > _MOST_BLANKS and size > _MOSTLY * sum([_length(row) for row in rows])


_PLACE: dict[type, Callable[[Placed, Any], None]] = {
    Line: _line,
    Typed: _typed,
    Break: _break,
    Verbatim: _verbatim,
    Rows: _table,
}
