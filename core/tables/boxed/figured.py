"""The boxes of a table with the figures in them, row by row."""

import re
from functools import lru_cache
from typing import NamedTuple

from core.markup.hypertext import Box, BoxRow, BoxTable
from core.source import Span
from core.tables.figures import FIGURE, NIL, Token, token_of

_MARKS = tuple("*†‡§¶")
_MARKED = re.compile(r"(?<=[\d)%]) ?[*†‡§¶]{1,4}$")
"""A footnote mark behind a figure."""


class FiguredBox(NamedTuple):
    """A box, and the figure that it is (None for words)."""

    box: Box
    token: Token | None

    @property
    def year(self) -> bool:
        """Whether it is a year alone."""
        return self.token is not None and self.token.year

    @property
    def number(self) -> bool:
        """Whether it is a figure other than a year or a dash."""
        return self.token is not None and self.token.kind is not NIL and not self.token.year


class FiguredRow(NamedTuple):
    """A row of boxes; `strokes` the lines drawn along its empty cells as `(left, right, over, under)`."""

    boxes: tuple[FiguredBox, ...]
    span: Span
    strokes: tuple[tuple[int, int, int, int], ...]

    @property
    def figures(self) -> list[FiguredBox]:
        """Its figures, years and dashes among them."""
        return [each for each in self.boxes if each.token is not None]


@lru_cache(maxsize=16384)
def figure_in(text: str) -> Token | None:
    """The one figure that this text is, in columns of the text; None where it is anything else."""
    match = FIGURE.fullmatch(text)
    return token_of(match, text) if match is not None else None


def figured(table: BoxTable) -> list[FiguredRow]:
    """The rows of a table."""
    return [_row(row) for row in table.rows]


def _row(row: BoxRow) -> FiguredRow:
    found = []
    for box in row.boxes:
        text = box.text if box.raised <= 0 else box.text[: box.raised].rstrip()
        if text[-1:] in _MARKS and (marked := _MARKED.search(text)) is not None:
            text = text[: marked.start()]
        found.append(FiguredBox(box, figure_in(text) if len(text) < 40 else None))
    return FiguredRow(tuple(found), row.span, row.strokes)
