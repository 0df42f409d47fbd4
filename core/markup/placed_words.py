"""Words that a style places on the page one by one, as programs do that make HTML out of a PDF: lines and cells again.

Words at one height are a line. Those a blank apart are one cell; the figures of several lines that stand one under the
other are a column. A stretch of lines that has columns is a table, as if it had been written as one.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from core.markup.boxes import Cell, Rows
from core.markup.css import Spot
from core.markup.line import Line
from core.markup.writer import Break

FEWEST = 6
"""Pieces from which on they make up a page; fewer are a picture's caption or a page number beside the text."""
_SAME_LINE = 0.4
"""Of the height of letters: so far apart words still stand on one line, raised ones too."""
_LETTER, _CAPITAL = 0.48, 0.18
"""Of their height: how wide letters are on average, and how much wider capitals, where nothing says how wide a piece is."""
_BLANK = 0.9
"""Of the height of letters: words farther apart than this stand in different columns."""
_PARAGRAPH = 1.8
"""Of the height of letters: lines farther apart than this belong to different paragraphs."""
_APART = 3.2
"""Of the height of letters: lines farther apart, two empty ones between them, are of different tables."""
_MOST_BETWEEN = 2
"""Lines of one cell, headings of rows, between two lines of a table."""
_MOST_WRAPPED = 12
"""Such lines that stay in the room of the captions: longer captions are wrapped into them."""
_DEEPEST = float("inf")
_LONGEST_HEADING = 60
"""Characters of such a heading."""
_OPENING, _CLOSING = frozenset("$€£¥( "), frozenset(")% ")
"""Signs that belong to the figure at their right, or at their left, however far it is."""
_MONEY, _FIGURE_ENDS = frozenset("$€£¥"), frozenset("0123456789)%")
_LEADERS = ".."
"""Dots that lead to the next column, however near it is."""


class Piece:
    """What stands in one placed element."""

    __slots__ = ("items", "left", "size", "top", "width")

    def __init__(self, spot: Spot, left: float, top: float) -> None:
        self.left, self.top = left, top
        self.width, self.size = spot.width, spot.size
        self.items: list[Any] = []

    @property
    def right(self) -> float:
        """Where it ends, as is said or as its letters let expect."""
        expected = self.size * (_LETTER * len(self.words) + _CAPITAL * sum(map(str.isupper, self.words)))
        return self.left + (min(self.width, expected) if self.width else expected)

    @property
    def words(self) -> str:
        """The words of its line."""
        return self.line.text if self.line is not None else ""

    @property
    def line(self) -> Line | None:
        """Its only line; None where it holds more, or something else."""
        only = self.items[0] if len(self.items) == 1 else None
        return only if isinstance(only, Line) else None


class Board:
    """The pieces that lie in one element. `depth` says which: so many elements are open around its pieces; `out` is where
    what they make up is written to, `origins` the places of the placed elements that are open."""

    def __init__(self, depth: int, out: list[Any]) -> None:
        self.depth = depth
        self.out = out
        self.pieces: list[Piece] = []
        self.open: list[Piece] = []

    def begin(self, spot: Spot) -> Piece:
        """Opens a piece, placed in the one that it lies in."""
        around = self.open[-1] if self.open else None
        piece = Piece(spot, spot.left + (around.left if around else 0.0), spot.top + (around.top if around else 0.0))
        self.pieces.append(piece)
        self.open.append(piece)
        return piece

    def end(self) -> list[Any]:
        """Closes the piece opened last; where words are written to now."""
        self.open.pop()
        return self.open[-1].items if self.open else self.out

    def close(self) -> None:
        """Writes down what all pieces make up."""
        pieces = [piece for piece in self.pieces if piece.items]
        if len(pieces) < FEWEST or any(piece.line is None for piece in pieces):
            self.out += [item for piece in pieces for item in piece.items]
            return
        self.out += _laid_out(list(_rows(pieces)))


class _Placed(NamedTuple):
    """A cell of one line: its pieces from the left."""

    pieces: tuple[Piece, ...]
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


class _Row(NamedTuple):
    """A line of the page, and how high its letters are."""

    cells: tuple[_Placed, ...]
    top: float
    size: float


class _Band(NamedTuple):
    """The room of a column."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def _rows(pieces: Sequence[Piece]) -> Iterator[_Row]:
    """The lines of the page, from above."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda one: one.top):
        if row and piece.top - row[0].top > _SAME_LINE * max(piece.size, row[0].size):
            yield _row(row)
            row = []
        row.append(piece)
    if row:
        yield _row(row)


def _row(pieces: list[Piece]) -> _Row:
    """Pieces at one height as cells: those no more than a blank apart are one."""
    cells: list[_Placed] = []
    cell: list[Piece] = []
    right = 0.0
    for piece in sorted(pieces, key=lambda one: one.left):
        if cell and _ends_cell(cell[-1].words, piece.words, apart=piece.left - right > _BLANK * piece.size):
            cells.append(_Placed(tuple(cell), cell[0].left, right))
            cell = []
        right = max(right, piece.right) if cell else piece.right
        cell.append(piece)
    cells.append(_Placed(tuple(cell), cell[0].left, right))
    return _Row(tuple(cells), min(one.top for one in pieces), max(one.size for one in pieces))


def _ends_cell(before: str, words: str, *, apart: bool) -> bool:
    """Whether a cell ends between these words: where they are `apart`, but for signs that belong to a figure; and however near
    they are behind leader dots, and before a figure's sign where another figure ends."""
    if before.endswith(_LEADERS) or (words in _MONEY and before[-1:] in _FIGURE_ENDS):
        return True
    return apart and not (_OPENING.issuperset(before) or _CLOSING.issuperset(words))


def _laid_out(rows: list[_Row]) -> Iterator[Any]:
    """Tables where several lines have several cells, paragraphs between."""
    at = 0
    while at < len(rows):
        end = _table_from(rows, at)
        if end > at:
            yield _table(rows[at:end])
        else:
            end = _end_of_paragraph(rows, at)
            yield _paragraph(rows[at:end])
        at = end
    yield Break()


def _table_from(rows: Sequence[_Row], begin: int) -> int:
    """Where a table ends that begins here, be it with heads over several of its columns; `begin` where none does."""
    first = begin
    while first < len(rows) and first - begin < _MOST_BETWEEN and len(rows[first].cells) == 1:
        first += 1
    end = _end_of_table(rows, first)
    if end - first < 2 or (first > begin and not _stand_over(rows[begin:first], rows[first:end])):
        return begin
    return end


def _stand_over(heads: Sequence[_Row], body: Sequence[_Row]) -> bool:
    """Whether lines of one cell stand over the columns of figures, and not over the captions as titles do."""
    bands = _bands(body)
    return bool(bands) and all(head.cells[0].left >= _end_of_captions(body, bands) for head in heads)


def _end_of_captions(rows: Sequence[_Row], bands: Sequence[_Band]) -> float:
    """How far captions reach to the right: the first cells of lines with figures, those that are words if there are any."""
    first = [row.cells[0] for row in rows if any(map(_holds_figure, row.cells[1:]))]
    first = [cell for cell in first if not _holds_figure(cell)] or first
    return max((cell.right for cell in first if bands and cell.middle < bands[0].left), default=0.0)


def _end_of_table(rows: Sequence[_Row], begin: int) -> int:
    """Where a stretch of lines with several cells ends that begins here; lines that are headings of rows lie between."""
    end = at = begin
    edge = _DEEPEST
    while at < len(rows) and at - end <= _MOST_WRAPPED:
        cells = rows[at].cells
        if at > begin and _begins_apart(rows[at - 1], rows[at]):
            break
        if len(cells) > 1:
            edge = min(edge, _first_figure(cells))
            end = at + 1
        elif at == begin or not (_is_wrapped(rows[at - 1], rows[at], edge) or _is_heading(rows[at], at - end)):
            break
        at += 1
    return end


def _begins_apart(above: _Row, below: _Row) -> bool:
    """Whether a title stands far below a table: words, no page number."""
    far = below.top - above.top > _APART * below.size
    return far and len(below.cells) == 1 and not _holds_figure(below.cells[0])


def _first_figure(cells: Sequence[_Placed]) -> float:
    return min((cell.left for cell in cells[1:] if _holds_figure(cell)), default=_DEEPEST)


def _is_wrapped(above: _Row, below: _Row, edge: float) -> bool:
    """Whether a line of one cell is part of a caption that takes several: right below, in the room of the captions."""
    return edge < _DEEPEST and below.cells[0].right <= edge and _goes_on(above, below)


def _is_heading(row: _Row, after: int) -> bool:
    """Whether a line of one cell, so many behind the last of several, may be a heading of rows."""
    return after < _MOST_BETWEEN and sum(len(piece.words) for piece in row.cells[0].pieces) <= _LONGEST_HEADING


def _end_of_paragraph(rows: Sequence[_Row], begin: int) -> int:
    end = begin + 1
    while end < len(rows) and _goes_on(rows[end - 1], rows[end]) and _table_from(rows, end) == end:
        end += 1
    return end


def _goes_on(above: _Row, below: _Row) -> bool:
    """Whether a line of one cell goes on with the paragraph of the one above."""
    if len(below.cells) > 1:
        return False
    return below.top - above.top <= _PARAGRAPH * max(above.size, below.size) and above.size == below.size


def _paragraph(rows: Sequence[_Row]) -> Rows:
    """Lines of words, one under the other."""
    found = Rows()
    for row in rows:
        found.row()
        for index, placed in enumerate(row.cells):
            _fill(found, placed, index, index + 1, 0.0)
    return found


def _table(rows: Sequence[_Row]) -> Rows:
    """Lines with columns."""
    margin = min(cell.left for row in rows for cell in row.cells)
    bands = _bands(rows)
    edge = _end_of_captions(rows, bands)
    found = Rows()
    for row in rows:
        found.row()
        taken = 0
        for placed in row.cells:
            columns = _columns(placed, bands, edge)
            first = max(columns.start, taken)
            taken = max(first + 1, columns.stop)
            _fill(found, placed, first, taken, placed.left - margin if first == 0 else 0.0)
    return found


def _bands(rows: Sequence[_Row]) -> list[_Band]:
    """The columns: where figures stand one under the other."""
    spans = sorted(_Band(cell.left, cell.right) for row in rows for cell in row.cells[1:] if _holds_figure(cell))
    bands: list[_Band] = []
    for span in spans:
        if bands and span.left < bands[-1].right:
            bands[-1] = _Band(bands[-1].left, max(bands[-1].right, span.right))
        else:
            bands.append(span)
    return bands


def _columns(placed: _Placed, bands: Sequence[_Band], edge: float) -> range:
    """The columns that a cell stands over; the first one, 0, is that of the captions, which reach to `edge`."""
    if not bands or (placed.left < edge and placed.middle < bands[0].left):
        return range(1)
    over = [at for at, band in enumerate(bands, 1) if placed.left < band.right and band.left < placed.right]
    if over:
        return range(over[0], over[-1] + 1)
    nearest = min(range(len(bands)), key=lambda at: abs(placed.middle - bands[at].middle)) + 1
    return range(nearest, nearest + 1)


def _holds_figure(placed: _Placed) -> bool:
    words = "".join(piece.words for piece in placed.pieces)
    return any(map(str.isdigit, words)) and sum(map(str.isalpha, words)) <= 1


def _fill(rows: Rows, placed: _Placed, left: int, right: int, indent: float) -> None:
    """Puts a cell into the row that is open."""
    cell = Cell(left, right, 0, 0)
    cell.lines = list(_lines(placed.pieces))
    cell.lines[0].indent = indent
    cell.close()
    cell.lines = cell.lines[:1]  # its pieces stand on one line, as they do on the page
    rows.rows[-1].append(cell)


def _lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    for piece in pieces:
        if piece.line is not None:
            yield piece.line
