"""How wide the columns of a sheet need to be, as its words are drawn: at ease, or closer in a narrow place."""

from typing import NamedTuple

from PySide6.QtGui import QFontMetrics

from gui.models.sheet import SheetModel
from gui.table.cells import Cells

WIDEST_HEAD, MOST_CLOSE = 150, 56
"""Heads that need no more than this stand on one line: at ease, or closer."""
BESIDE = 7
"""Pixels beside a head besides its pad, so that it does not wrap."""
SHORT = 150
"""Captions that need no more than this are not measured exactly: they never wrap."""
COMFORTABLE = 264
"""Captions that have less than this, and need more, are drawn closer."""


class Widths(NamedTuple):
    """In pixels: what each caption needs, and each column of figures."""

    captions: tuple[int, ...]
    figures: tuple[int, ...]

    def widest_caption(self, model: SheetModel) -> int:
        """What the widest caption beside figures needs; of all, where none is beside figures."""
        beside = [need for row, need in enumerate(self.captions) if model.row(row).figures]
        return max(beside or self.captions, default=0)


def measured(model: SheetModel, cells: Cells, head: QFontMetrics, *, closer: bool) -> Widths:
    """The widths in the fonts that the cells have now."""
    plain, bold = QFontMetrics(cells.font), QFontMetrics(cells.bold)
    captions = tuple(
        _caption(model, cells, row, bold if model.is_bold(row) else plain) for row in range(model.rowCount())
    )
    air, least = (6, 60) if closer else (8, 76)
    all_gone = plain.horizontalAdvance("−100.0") + cells.pad + air
    figures = []
    for column in range(1, model.columnCount()):
        metrics = plain if model.is_change(column) else bold
        texts = {model.cell(row, column).text for row in model.widest(column)}
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0) + cells.pad + air
        bound = all_gone if model.head(column) in ("%", "Points") else least
        widest_head = MOST_CLOSE if closer else WIDEST_HEAD
        words = max(_head(model.head(column), head, widest_head), head.horizontalAdvance(model.under(column)))
        figures.append(max(bound, widest, words + cells.pad + BESIDE))
    return Widths(captions, tuple(figures))


def _head(words: str, metrics: QFontMetrics, most: int) -> int:
    """A head may wrap between its words."""
    whole = min(most, metrics.horizontalAdvance(words))
    return max([whole, *(metrics.horizontalAdvance(word) for word in words.split())])


def _caption(model: SheetModel, cells: Cells, row: int, metrics: QFontMetrics) -> int:
    """The width a caption needs; of a short one only a bound, for it never wraps."""
    text, before = model.cell(row, 0).text, cells.indent(model, row) + 8
    bound = before + round(len(text) * metrics.averageCharWidth() * 1.4)
    return bound if bound < SHORT else before + metrics.horizontalAdvance(text)
