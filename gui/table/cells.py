"""Paints the cells of a sheet: captions indented as nested, figures flush right, one rule above a total."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.statements.statement import Role
from gui.format import MINUS
from gui.models.sheet import NO_CAPTION, SheetModel, Tone
from gui.theme import PIXELS, Theme, blend, tabular

ROW, COMPACT_ROW = 25, 20
"""Height of a row whose caption fits one line, in pixels; the same in a low window, or where the reader wants more rows."""
INDENT, CLOSER_INDENT = 15, 10
PAD, CLOSER_PAD = 12, 8
CLOSER_PIXELS = 12
"""Height of the font where a sheet is drawn closer, to fit a narrow place."""
GAP = 10
"""How far a rule stays away from the column at its left."""
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MINUS_AT = 4
"""Pixels from a cell's left at which the sign of a subtracted figure stands."""
MARK = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
FIGURE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def closer_pixels(font: QFont) -> int:
    """The height of this font where a sheet is drawn closer."""
    pixels = QFontInfo(font).pixelSize()
    return pixels * CLOSER_PIXELS // PIXELS if pixels > PIXELS else min(CLOSER_PIXELS, pixels)


class Cells(QStyledItemDelegate):
    """Paints every cell of a sheet's model in the colours of a theme."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.focused = False
        self.line, self.row = 0, ROW
        self.set_font(QFont())

    def foot(self, rect: QRect) -> QRect:
        """The last line of a cell: where its figure stands beside a caption of several lines."""
        return QRect(rect.left(), rect.bottom() + 1 - self.row, rect.width(), self.row)

    def set_font(self, font: QFont, *, closer: bool = False) -> None:
        """Takes the interface font, and makes the others from it; `closer` for a narrow place."""
        self.font = tabular(font)
        self.pad, self.step = (CLOSER_PAD, CLOSER_INDENT) if closer else (PAD, INDENT)
        if closer:
            self.font.setPixelSize(closer_pixels(font))
        self.bold = QFont(self.font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.italic = QFont(self.font)
        self.italic.setItalic(True)

    def indent(self, model: SheetModel, row: int) -> int:
        """How far a row's caption is set in, in pixels."""
        return PAD + self.step * min(model.row(row).depth, 8)

    def font_of(self, model: SheetModel, row: int, column: int) -> QFont:
        """The font of a cell."""
        if column == 0 and model.cell(row, 0).text == NO_CAPTION:
            return self.italic
        return self.bold if model.is_bold(row) and not model.is_change(column) else self.font

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground, rules, words, and the ring of the current cell."""
        model = index.model()
        assert isinstance(model, SheetModel)  # noqa: S101
        row, column = index.row(), index.column()
        rect = option.rect
        state = option.state
        tone = model.cell(row, column).tone
        self._ground(painter, rect, state, self._ground_of(model, row, column, tone))
        if column:
            self._rules(painter, rect, model, row)
        painter.setFont(self.font_of(model, row, column))
        painter.setPen(self._ink(tone))
        self._words(painter, rect, model, row, column)
        if self.focused and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _ground_of(self, model: SheetModel, row: int, column: int, tone: Tone) -> QColor | None:
        if model.is_lit(row, column):
            return self.theme.cite
        if tone is Tone.WARNING and not model.is_change(column):
            return self.theme.warning_ground
        return None

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, ground: QColor | None) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self.theme.selection)
        if ground is not None:
            painter.fillRect(self.foot(rect).adjusted(4, 2, -4, -2), ground)

    def _ink(self, tone: Tone) -> QColor:
        inks = {
            Tone.WARNING: self.theme.warning,
            Tone.SECONDARY: self.theme.secondary,
            Tone.RESTATED: self.theme.accent,
        }
        return inks.get(tone, self.theme.text)

    def _rules(self, painter: QPainter, rect: QRect, model: SheetModel, row: int) -> None:
        of = model.row(row)
        if not of.figures:
            return
        left, right = rect.left() + GAP, rect.right() - self.pad + 4
        painter.setPen(blend(self.theme.secondary, self.theme.ground, 0.35))
        if of.ruled or of.role in (Role.SUBTOTAL, Role.TOTAL):
            painter.drawLine(left, rect.top(), right, rect.top())
        if of.role is Role.TOTAL:
            painter.drawLine(left, rect.bottom() - 2, right, rect.bottom() - 2)
            painter.drawLine(left, rect.bottom(), right, rect.bottom())

    def _words(self, painter: QPainter, rect: QRect, model: SheetModel, row: int, column: int) -> None:
        text = model.cell(row, column).text
        if column == 0:
            painter.drawText(self._place_of_caption(rect, model, row), WRAP, text)
        elif text:
            painter.drawText(self.foot(rect).adjusted(0, 0, -self.pad, 0), FIGURE, text)
        if column and model.is_subtracted(row, column):
            painter.setPen(self.theme.accent)
            painter.drawText(self.foot(rect).adjusted(MINUS_AT, 0, 0, 0), MARK, MINUS)

    def _place_of_caption(self, rect: QRect, model: SheetModel, row: int) -> QRect:
        """A heading runs on over the empty cells beside it, and stays at the left when the figures are scrolled."""
        if self.line and not model.row(row).figures:
            rect = QRect(0, rect.top(), self.line, rect.height())
        return rect.adjusted(self.indent(model, row), 0, -4, 0)
