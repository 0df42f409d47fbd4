"""The body of a table: each line's caption and cells, then the rows that the lines make."""

from collections.abc import Sequence

from core.figures import NUMBER, Token, amount_of
from core.source import Cite, Span
from core.tables.captions import Piece
from core.tables.cells import cell_of
from core.tables.grid import CellUnit, GridCell, GridRow, Rule
from core.tables.lexicon import Lexicon
from core.tables.rows import join_rows
from core.tables.text.lines import BLANK, RULE, WORDS, YEARS, Segment, TableLine, words_beside
from core.tables.text.plan import Plan

_NONE = Rule.NONE
_PLAIN = CellUnit.PLAIN
_new = tuple.__new__
_NEAR_EDGE = 4
"""Characters left of where captions end in which words may begin that stand in columns."""
_WORDS_LEFT = 3
"""Characters left of a column of words in which its words may begin."""


def read_body(body: Sequence[TableLine], plan: Plan, document: int, lexicon: Lexicon) -> list[GridRow]:
    """The rows of a table's body."""
    reader = _Reader(plan, document)
    pieces: list[Piece] = []
    blank, above = False, _NONE
    for line in body:
        kind = line.kind
        if kind >= WORDS:
            piece = reader.piece(line)
            if piece is not None:
                piece.blank_above, piece.above, piece.aside = blank, above, line.aside
                pieces.append(piece)
                blank, above = False, _NONE
        elif kind is BLANK:
            blank = True
        elif kind is RULE and len(line.text) > reader.first.left:
            above = line.rule
            if pieces:
                pieces[-1].below = above
    return join_rows(pieces, document, lexicon)


class _Reader:
    """Reads lines of one table by its plan."""

    def __init__(self, plan: Plan, document: int) -> None:
        self.plan, self.document = plan, document
        self.numbers = plan.numbers
        self.columns = [plan.reaches[number] for number in self.numbers]
        self.homes = plan.homes
        self.words = [(number, plan.reaches[number]) for number, holds in enumerate(plan.figures) if not holds]
        self.first = self.columns[0]

    def piece(self, line: TableLine) -> Piece | None:
        """A line as caption and cells; None where nothing is left of it."""
        left, text = line.indent, line.text
        cells, caption_end = ([], len(text)) if self._is_year_alone(line) else self._in_columns(line)
        caption = _caption(text[left:caption_end])
        if not caption and not cells:
            return None
        figures = bool(cells) and (cells[0].value is not None or any(cell.value is not None for cell in cells))
        start = line.offset + left
        width = len(caption)
        if "  " in caption:
            caption = " ".join(caption.split())
        whole = _new(Span, (start, line.offset + len(text)))
        return Piece(caption, left, left + width, _new(Span, (start, start + width)), whole, cells, figures)

    def _in_columns(self, line: TableLine) -> tuple[list[GridCell], int]:
        """The cells of a line, and where its caption ends."""
        cells, used = self._cells(line)
        if len(used) != len(line.figures):
            line = line._replace(figures=used, loose=True)
        caption_end = used[0].start if used else len(line.text)
        if line.loose or line.indent >= self.plan.edge - _NEAR_EDGE:
            caption_end = min(caption_end, self._words(line, cells))
        return cells, caption_end

    def _cells(self, line: TableLine) -> tuple[list[GridCell], tuple[Token, ...]]:
        """The figures of a line as cells, and those that became one."""
        cells = self._row(line)
        if cells is not None:
            return cells, line.figures
        if self._is_pushed_aside(line):
            placed = zip(self.numbers, line.figures, strict=True)
            return [cell_of(self.document, line.text, line.offset, one, at) for at, one in placed], line.figures
        return self._figures(line)

    def _words(self, line: TableLine, cells: list[GridCell]) -> int:
        """Adds the words that stand in columns to a line's cells; where the first of them begins."""
        left, edge, first = line.indent, self.plan.edge, len(line.text)
        for part in words_beside(line):
            number = self._word_column(part)
            if number is None or (part.left <= left and part.left < edge - 2):
                continue
            cite = Cite(self.document, (Span(line.offset + part.left, line.offset + part.right),))
            cells.append(GridCell(number, _caption(part.text), None, cite))
            first = min(first, part.left)
        return first

    def _row(self, line: TableLine) -> list[GridCell] | None:
        """The cells of a line whose figures stand each in the next column of its own; None for any other line."""
        if line.weak or self.words or (line.figures and line.figures[0].right < self.first.left - 1):
            return None
        homes, document, offset = self.homes, self.document, line.offset
        cells: list[GridCell] = []
        last = -1
        for token in line.figures:
            start, left, right, close, _, gap, kind, digits, _, _, _, mark = token
            number = homes[left, right]
            if number <= last or gap == 1:
                return None
            last = number
            if kind is NUMBER and start == left and close - left == len(digits) and "/" not in digits:
                cite = _new(Cite, (document, (_new(Span, (offset + left, offset + close)),)))
                cells.append(_new(GridCell, (number, digits, amount_of(digits), cite, _PLAIN, None, mark)))
            else:
                cells.append(cell_of(document, line.text, offset, token, number))
        return cells

    def _is_pushed_aside(self, line: TableLine) -> bool:
        """Whether a caption reaches into the columns, and behind it are as many figures as there are columns: each stands for
        its own, wherever it stands."""
        figures = line.figures
        if self.words or len(figures) != len(self.columns) or len(figures) < 2:
            return False
        return len(line.text[: figures[0].start].rstrip()) > self.first.left and all(one.gap > 1 for one in figures)

    def _is_year_alone(self, line: TableLine) -> bool:
        """Whether a line is one year and nothing else, which ends where no column does: it heads the rows below it."""
        if line.kind is not YEARS or len(line.figures) != 1 or len(self.columns) == 1:
            return False
        (year,) = line.figures
        alone = line.text.strip() == year.digits
        return alone and all(abs(year.right - column.right) > 1 for column in self.columns)

    def _figures(self, line: TableLine) -> tuple[list[GridCell], tuple[Token, ...]]:
        """The same for any line."""
        figures = line.figures
        if line.weak and (glued := [token for token in line.weak if self._in_column(token)]):
            figures = tuple(sorted((*figures, *glued)))
        cells: dict[int, GridCell] = {}
        used: list[Token] = []
        last, low = -1, self.first.left - 1
        for token in figures:
            if token.right < low or (self.words and self._in_words(token)):
                continue
            at = self.homes[token.left, token.right]
            if self._is_mark(token, at, last, taken=self.numbers[at] in cells):
                cells[last] = cells[last]._replace(mark=line.text[token.left : token.end])
                used.append(token)
                continue
            at = self._free(at, cells, token)
            if at >= 0:
                last = self.numbers[at]
                cells[last] = cell_of(self.document, line.text, line.offset, token, last)
                used.append(token)
        return list(cells.values()), tuple(used)

    def _is_mark(self, token: Token, at: int, last: int, *, taken: bool) -> bool:
        """Whether a figure is a footnote mark of the one before it, which stands in column `last`."""
        if last < 0 or not token.mark_like:
            return False
        stray = token.gap == 1 and not self._over(at, token)
        return stray or (taken and self.numbers[at] == last)

    def _in_column(self, token: Token) -> bool:
        """Whether a figure that stands right after a word ends where a column of figures ends, or is glued to the word."""
        if token.gap == 0 and "," in token.digits:
            return True
        column = self.columns[self.homes[token.left, token.right]]
        return abs(token.right - column.right) <= 1 and token.left >= column.left - 2 and not token.year

    def _over(self, at: int, token: Token) -> bool:
        """Whether a figure shares a place with its column."""
        return self.columns[at].left < token.right and token.left < self.columns[at].right

    def _free(self, at: int, cells: dict[int, GridCell], token: Token) -> int:
        """The column itself if it has no figure yet, or a neighbour that has none, the nearer first; else -1."""
        if self.numbers[at] not in cells:
            return at
        near = [n for n in (at + 1, at - 1) if 0 <= n < len(self.columns) and self.numbers[n] not in cells]
        near.sort(key=lambda n: abs(self.columns[n].middle - (token.left + token.right) / 2))
        return near[0] if near else -1

    def _in_words(self, token: Token) -> bool:
        """Whether a figure lies in a column of words and in none of figures."""
        if any(reach.left < token.right and token.left < reach.right for reach in self.columns):
            return False
        return any(reach.left <= token.left < reach.right for _, reach in self.words)

    def _word_column(self, part: Segment) -> int | None:
        """The column that words stand in: a column of words, or one of figures that they stand over."""
        for number, reach in self.words:
            if reach.left - _WORDS_LEFT <= part.left < reach.right:
                return number
        for number, reach in zip(self.numbers, self.columns, strict=True):
            if reach.left - 1 < part.right and part.left < reach.right + 1 and part.left >= self.plan.edge - _NEAR_EDGE:
                return number
        return None


def _caption(text: str) -> str:
    """A caption without the dots that lead to its figures, and without a currency sign that stands apart."""
    text = text.rstrip(" $")
    if text[-1:] == "." and text.endswith(("..", " .", ". .")):
        text = text.rstrip(" .")
    return text
