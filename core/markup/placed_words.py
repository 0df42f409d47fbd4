"""Words that a style places on the page one by one, as programs do that make HTML out of a PDF: lines again.

Words at one height are a line. Those a blank apart are one run, and every run begins at its column, as if the page had been
typed: the letters of a typewriter are as wide as the digits of the page, which tell it where figures end one under the other.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from core.markup.css import Spot
from core.markup.line import Line, Typed
from core.markup.writer import Break

FEWEST = 6
"""Pieces from which on they make up a page; fewer are a picture's caption or a page number beside the text."""
_SAME_LINE = 0.4
"""Of the height of letters: so far apart words still stand on one line, raised ones too."""
_LETTER, _CAPITAL = 0.48, 0.18
"""Of their height: how wide letters are on average, and how much wider capitals, where nothing says how wide a piece is."""
_DIGITS = (0.5, 0.6, 0.556, 0.52, 0.48, 0.45)
"""Of their height: how wide the digits of the usual typefaces are, the most usual first."""
_COARSE = 0.25
"""Of the height of letters: figures that end no farther apart end one under the other."""
_BLANK = 0.9
"""Of the height of letters: words farther apart than this stand in different columns."""
_GAP, _MOST_EMPTY = 2, 2
"""Blanks between two runs at least, and empty lines between two lines at most."""
_MOST_WIDENED = 2.5
"""So much wider than typed a page is set where runs would not find room."""
_WIDEST = 400
"""Columns of a line; what lies farther right follows what is before it."""
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
        self.out += [*_lines(list(_rows(pieces))), Break()]


class _Run(NamedTuple):
    """Pieces that stand on one line no more than a blank apart, from the left."""

    pieces: tuple[Piece, ...]
    left: float

    @property
    def words(self) -> str:
        """All its words, a blank between two pieces."""
        return " ".join(piece.words for piece in self.pieces)


class _Row(NamedTuple):
    """A line of the page, and how high its letters are."""

    runs: tuple[_Run, ...]
    top: float
    size: float


class _Type(NamedTuple):
    """The letters that a page is set in anew: how wide a column is, and where the first one begins; `digits` how wide the
    page's own digits are, of their height."""

    width: float
    margin: float
    digits: float

    def column(self, piece: Piece) -> int:
        """The column where a piece begins: a figure ends where it does on the page."""
        words = piece.words
        figure = words[-1:] in _FIGURE_ENDS
        place = piece.left + (len(words) * piece.size * self.digits if figure else 0.0)
        column = round((place - self.margin) / self.width) - (len(words) if figure else 0)
        return min(max(column, 0), _WIDEST)


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
    """Pieces at one height as runs: those no more than a blank apart are one."""
    runs: list[list[Piece]] = []
    right = 0.0
    for piece in sorted(pieces, key=lambda one: one.left):
        if not runs or _ends_run(runs[-1][-1].words, piece.words, apart=piece.left - right > _BLANK * piece.size):
            runs.append([])
            right = 0.0
        runs[-1].append(piece)
        right = max(right, piece.right)
    found = tuple(_Run(tuple(run), run[0].left) for run in runs)
    return _Row(found, min(one.top for one in pieces), max(one.size for one in pieces))


def _ends_run(before: str, words: str, *, apart: bool) -> bool:
    """Whether a run ends between these words: where they are `apart`, but for signs that belong to a figure; and however near
    they are behind leader dots, and before a figure's sign where another figure ends."""
    if before.endswith(_LEADERS) or (words in _MONEY and before[-1:] in _FIGURE_ENDS):
        return True
    return apart and not (_OPENING.issuperset(before) or _CLOSING.issuperset(words))


def _lines(rows: list[_Row]) -> Iterator[Typed]:
    """The page as it would be typed."""
    letters = _letters(rows)
    high = _line_height(rows)
    above: _Row | None = None
    for row in rows:
        empty = round((row.top - above.top) / high) - 1 if above is not None else 1
        yield Typed(tuple(_set(row.runs, letters)), max(0, min(empty, _MOST_EMPTY)))
        above = row


def _line_height(rows: Sequence[_Row]) -> float:
    """How far two lines are apart most often, and no less than the height of letters."""
    apart = Counter(round(below.top - above.top, 1) for above, below in pairwise(rows))
    common = apart.most_common(1)[0][0] if apart else 0.0
    return max(common, *(row.size for row in rows))


def _letters(rows: Sequence[_Row]) -> _Type:
    """The letters in which figures end one under the other as they do on the page, made narrower where runs find no room."""
    size = Counter(row.size for row in rows).most_common(1)[0][0]
    digits = _digits(rows)
    width = size * digits
    margin = min(run.left for row in rows for run in row.runs)
    return _Type(width / _widened(rows, width), margin, digits)


def _digits(rows: Sequence[_Row]) -> float:
    """How wide digits are, of their height: so that most figures end at the same places."""
    figures = [run.pieces[-1] for row in rows for run in row.runs[1:] if run.words[-1:] in _FIGURE_ENDS]

    def agree(width: float) -> int:
        ends = Counter(round((one.left / one.size + len(one.words) * width) / _COARSE) for one in figures)
        return sum(count * count for count in ends.values())

    return max(_DIGITS, key=agree)


def _widened(rows: Sequence[_Row], width: float) -> float:
    """How much more room than typed letters take the runs of a page need: the most that any needs, within bounds."""
    most = 1.0
    for row in rows:
        for one, after in pairwise(row.runs):
            most = max(most, (len(one.words) + _GAP) * width / max(after.left - one.left, width))
    return min(most, _MOST_WIDENED)


def _set(runs: Sequence[_Run], letters: _Type) -> Iterator[tuple[Line, int]]:
    """Each piece of a line with its column; a figure keeps its own however far from its sign."""
    at = 0
    for run in runs:
        signed = True
        for piece in run.pieces:
            at = max(letters.column(piece), at) if signed else at
            if piece.line is not None:
                yield piece.line, at
            signed = _OPENING.issuperset(piece.words)
            at += len(piece.words) + 1
        at += _GAP - 1
