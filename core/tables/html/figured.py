"""The boxes of a table with the figures in them, row by row."""

import re
from functools import lru_cache
from typing import NamedTuple

from core.evidence import Verdict
from core.figures import NIL, RAISED_MARK, RANGE, Token, cell_figure
from core.markup.hypertext import Box, BoxRow, BoxTable
from core.source import Span
from core.tables.numerals import Numerals, as_usual, numerals

_MARKS = tuple("*†‡§¶")
_MARKED = re.compile(r"(?<=[\d)%]) ?[*†‡§¶]{1,4}$")
"""A footnote mark behind a figure."""

_LONGEST = 40
"""Characters. A longer text is no figure."""
_YEARS = re.compile(r"(?:19|20)\d\d ?(?:-|to) ?(?:19|20)?\d\d")


class FiguredBox(NamedTuple):
    """A box, and the figure that it is (None for words); `mark` what is raised in the cell at its right."""

    box: Box
    token: Token | None
    mark: str = ""

    @property
    def year(self) -> bool:
        """Whether it is a year alone, or a few of them: `2030-2034`."""
        token = self.token
        return token is not None and (
            token.year or (token.kind is RANGE and _YEARS.fullmatch(self.box.text) is not None)
        )

    @property
    def number(self) -> bool:
        """Whether it is a figure other than a year or a dash."""
        return self.token is not None and self.token.kind is not NIL and not self.year

    @property
    def words(self) -> str:
        """Its text without a superscript that ends it, where that is a footnote mark."""
        text, raised = self.box.text, self.box.raised
        return text[:raised].rstrip() if raised > 0 and RAISED_MARK.fullmatch(text[raised:].strip()) else text


class FiguredRow(NamedTuple):
    """A row of boxes; `strokes` the lines drawn along its empty cells as `(left, right, over, under)`."""

    boxes: tuple[FiguredBox, ...]
    span: Span
    strokes: tuple[tuple[int, int, int, int], ...]

    @property
    def figures(self) -> list[FiguredBox]:
        """Its figures, years and dashes among them."""
        return [each for each in self.boxes if each.token is not None]


figure_in = lru_cache(maxsize=16384)(cell_figure)
"""The same few figures stand in many cells."""


def written(table: BoxTable) -> Verdict[Numerals]:
    """How the figures of a table are written."""
    return numerals([box.text for row in table.rows for box in row.boxes])


def figured(table: BoxTable, manner: Numerals) -> list[FiguredRow]:
    """The rows of a table whose figures are written in this manner."""
    level = {(box.left, box.right) for row in table.rows for box in row.boxes if box.raised}
    return [_row(row, level, manner) for row in table.rows]


def _row(row: BoxRow, level: set[tuple[int, int]], manner: Numerals) -> FiguredRow:
    """A row; footnote marks that are raised, in cells under which nothing else stands, go with what they follow."""
    found: list[FiguredBox] = []
    for box in row.boxes:
        if not box.raised and RAISED_MARK.fullmatch(box.text):
            if not found or (box.left, box.right) in level:
                found.append(FiguredBox(box, None))
            else:
                found[-1] = found[-1]._replace(mark=box.text)
            continue
        text = box.text if box.raised <= 0 else box.text[: box.raised].rstrip()
        if text[-1:] in _MARKS and (marked := _MARKED.search(text)) is not None:
            text = text[: marked.start()]
        found.append(FiguredBox(box, figure_in(as_usual(text, manner)) if len(text) < _LONGEST else None))
    return FiguredRow(tuple(found), row.span, row.strokes)
