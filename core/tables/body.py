"""The body of a table: each line's caption and cells, then the rows that the lines make."""

from collections.abc import Sequence

from core.source import Cite, Span
from core.tables.captions import Piece, join_rows
from core.tables.columns import column_of
from core.tables.figures import Token, currency_code
from core.tables.grid import CellUnit, GridCell, GridRow, Rule
from core.tables.layout import Plan
from core.tables.lines import LineKind, Segment, TableLine, words_beside


def read_body(body: Sequence[TableLine], plan: Plan, document: int) -> list[GridRow]:
    """The rows of a table's body."""
    reader = _Reader(plan, document)
    pieces: list[Piece] = []
    blank, above = False, Rule.NONE
    for line in body:
        if line.kind is LineKind.BLANK:
            blank = True
        elif line.kind is LineKind.RULE:
            if len(line.text) > reader.first.left:
                above = line.rule
                if pieces:
                    pieces[-1].below = above
        elif line.kind >= LineKind.WORDS and (piece := reader.piece(line)) is not None:
            piece.blank_above, piece.above = blank, above
            pieces.append(piece)
            blank, above = False, Rule.NONE
    return join_rows(pieces, document)


class _Reader:
    """Reads lines of one table by its plan."""

    def __init__(self, plan: Plan, document: int) -> None:
        self.plan, self.document = plan, document
        self.numbers = plan.numbers
        self.columns = [plan.reaches[number] for number in self.numbers]
        self.words = [(number, plan.reaches[number]) for number, holds in enumerate(plan.figures) if not holds]
        self.first = self.columns[0]

    def piece(self, line: TableLine) -> Piece | None:
        """A line as caption and cells; None where nothing is left of it."""
        cells, used = self._figures(line)
        if len(used) != len(line.figures):
            line = line._replace(figures=tuple(used), loose=True)
        caption_end = used[0].start if used else len(line.text)
        left = line.indent
        if line.loose or left >= self.plan.edge - 4:
            for part in words_beside(line):
                number = self._word_column(part)
                if number is None or (part.left <= left and part.left < self.plan.edge - 2):
                    continue
                cells.append(GridCell(number, _caption(part.text), None, self._cite(line, part.left, part.right)))
                caption_end = min(caption_end, part.left)
        text = _caption(line.text[left:caption_end])
        if not text and not cells:
            return None
        right = left + len(text)
        start = line.offset + left
        folded = " ".join(text.split()) if "  " in text else text
        return Piece(
            folded, left, right, Span(start, start + len(text)), Span(start, line.offset + len(line.text)), cells
        )

    def _figures(self, line: TableLine) -> tuple[list[GridCell], list[Token]]:
        cells: dict[int, GridCell] = {}
        used: list[Token] = []
        last = -1
        figures = line.figures
        if line.weak and (glued := [token for token in line.weak if self._in_column(token)]):
            figures = tuple(sorted((*figures, *glued)))
        for token in figures:
            if token.right < self.first.left - 1 or self._in_words(token):
                continue
            at = column_of(self.columns, token)
            number = self.numbers[at]
            stray = token.marks and last >= 0 and not self._over(at, token)
            if number in cells or stray:
                if stray or (token.mark_like and number == last):
                    number = last
                    cells[number] = cells[number]._replace(mark=line.text[token.left : token.end])
                    used.append(token)
                    continue
                at = self._free(at, cells, token)
                if at < 0:
                    continue
                number = self.numbers[at]
            cells[number] = self._cell(line, token, number)
            used.append(token)
            last = number
        return list(cells.values()), used

    def _in_column(self, token: Token) -> bool:
        """Whether a figure that stands right after a word ends where a column of figures ends."""
        column = self.columns[column_of(self.columns, token)]
        return abs(token.right - column.right) <= 1 and token.left >= column.left - 2 and not token.year

    def _over(self, at: int, token: Token) -> bool:
        """Whether a figure shares a place with its column."""
        return self.columns[at].left < token.right and token.left < self.columns[at].right

    def _free(self, at: int, cells: dict[int, GridCell], token: Token) -> int:
        """A neighbouring column that has no figure yet, the nearer first; -1 where there is none."""
        near = [n for n in (at + 1, at - 1) if 0 <= n < len(self.columns) and self.numbers[n] not in cells]
        near.sort(key=lambda n: abs(self.columns[n].middle - (token.left + token.right) / 2))
        return near[0] if near else -1

    def _in_words(self, token: Token) -> bool:
        """Whether a figure lies in a column of words and in none of figures."""
        if not self.words:
            return False
        if any(reach.left < token.right and token.left < reach.right for reach in self.columns):
            return False
        return any(reach.left <= token.left < reach.right for _, reach in self.words)

    def _word_column(self, part: Segment) -> int | None:
        """The column that words stand in: a column of words, or one of figures that they stand over."""
        for number, reach in self.words:
            if reach.left - 3 <= part.left < reach.right:
                return number
        for number, reach in zip(self.numbers, self.columns, strict=True):
            if reach.left - 1 < part.right and part.left < reach.right + 1 and part.left >= self.plan.edge - 4:
                return number
        return None

    def _cell(self, line: TableLine, token: Token, number: int) -> GridCell:
        text, offset = line.text[token.start : token.close], line.offset
        unit, currency = CellUnit.PERCENT if token.percent else CellUnit.PLAIN, None
        spans: tuple[Span, ...] = (Span(offset + token.left, offset + token.close),)
        if " " in text:
            text = " ".join(text.split())
        if token.currency:
            unit, currency = CellUnit.MONEY, currency_code(token.currency)
            if (
                token.negative
                and line.text[token.left] == "("
                and (sign := line.text.find("$", token.left, token.close)) > 0
            ):
                spans = _around(line.text, token, sign, offset)
        return GridCell(number, text, token.value, Cite(self.document, spans), unit, currency, token.mark)

    def _cite(self, line: TableLine, left: int, right: int) -> Cite:
        return Cite(self.document, (Span(line.offset + left, line.offset + right),))


def _around(text: str, token: Token, sign: int, offset: int) -> tuple[Span, ...]:
    """The places of an opening bracket and of the figure after the currency sign: `($ 1,234)`."""
    rest = sign + 1
    while text[rest] == " ":
        rest += 1
    return Span(offset + token.left, offset + token.left + 1), Span(offset + rest, offset + token.close)


def _caption(text: str) -> str:
    """A caption without the dots that lead to its figures, and without a currency sign that stands apart."""
    text = text.rstrip(" $")
    if text.endswith(("..", " .", ". .")):
        text = text.rstrip(" .")
    return text
