"""The list of checks as it is drawn: heads over chapters; a sentence, below it where that is, beside it the amounts."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from gui.models.checks import Group, Line
from gui.models.rows import RowsModel
from gui.theme import Theme, load

Index = QModelIndex | QPersistentModelIndex
MARK, WORDS, FIRST_AMOUNT = 0, 1, 2
HEAD, AIR, PAD = 32, 12, 6
"""Pixels: height of a chapter's head, free height in a line, free width at both sides of words."""
MOST_LINES = 12
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_BESIDE = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter


class LinesModel(RowsModel[Line]):
    """Lines under heads; heads cannot be chosen."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A line can be chosen, a head cannot."""
        line = self.value(index.row())
        return super().flags(index) if line is not None and not line.head else Qt.ItemFlag.NoItemFlags


class FindingPainter(QStyledItemDelegate):
    """Paints lines and heads; ties on one line, what the reader should look at as long as it is."""

    def __init__(self, model: LinesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme = load("light")
        self._model = model

    def colour(self, line: Line) -> QColor:
        """What a line's mark is drawn in."""
        theme = self.theme
        if line.mark in ("▲", "△"):
            return theme.warning
        return theme.gain if line.group is Group.TIES or line.group is Group.OWN else theme.secondary

    def height_of(self, line: Line, font: QFont, width: int) -> int:
        """Pixels that a line needs where its sentence has this width."""
        metrics = QFontMetrics(font)
        if line.head:
            return HEAD
        if line.group is Group.TIES:
            return 2 * metrics.height() + AIR
        room = QRect(0, 0, max(width - 2 * PAD, 40), MOST_LINES * metrics.height())
        words = metrics.boundingRect(room, int(_WRAP), line.words).height()
        below = metrics.boundingRect(room, int(_WRAP), _below(line)).height()
        return words + below + AIR

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        line = self._model.value(index.row())
        height = self.height_of(line, option.font, option.rect.width()) if line is not None else HEAD
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A cell of a line, or of a head."""
        line = self._model.value(index.row())
        if line is None:
            return
        painter.save()
        if line.head:
            self._head(painter, option, line, index.column())
        else:
            self._line(painter, option, line, index)
        painter.restore()

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, column: int) -> None:
        if column != WORDS:
            return
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        metrics, rect = QFontMetrics(font), option.rect.adjusted(PAD, 6, -PAD, 0)
        counts = option.fontMetrics.horizontalAdvance(line.where)
        title = metrics.elidedText(line.words, Qt.TextElideMode.ElideRight, rect.width() - counts - 2 * AIR)
        painter.setFont(font)
        painter.setPen(self.theme.text)
        painter.drawText(rect, int(_BESIDE), title)
        painter.setFont(option.font)
        painter.setPen(self.theme.warning if line.group in (Group.OFF, Group.LOOK) else self.theme.secondary)
        left = rect.left() + metrics.horizontalAdvance(title) + AIR
        painter.drawText(QRect(left, rect.top(), counts + 2, rect.height()), int(_BESIDE), line.where)

    def _line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, index: Index) -> None:
        theme, rect = self.theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.selection)
        painter.setFont(option.font)
        inside = rect.adjusted(PAD, AIR // 2, -PAD, -AIR // 2)
        column = index.column()
        if column == WORDS:
            self._words(painter, option, line, inside)
        else:
            marked = column == MARK or column == self._model.columnCount() - 1
            painter.setPen(self.colour(line) if marked else theme.text)
            painter.drawText(inside, int(_RIGHT), str(index.data() or ""))
        if option.state & QStyle.StateFlag.State_HasFocus and column == WORDS:
            painter.setPen(QPen(theme.accent, 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, inside: QRect) -> None:
        metrics, words = option.fontMetrics, line.words
        if line.group is Group.TIES:
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(self.theme.text)
        high = painter.boundingRect(inside, int(_WRAP), words).height()
        painter.drawText(inside, int(_WRAP), words)
        painter.setPen(self.theme.secondary)
        painter.drawText(inside.adjusted(0, high, 0, 0), int(_WRAP), _below(line))


def _below(line: Line) -> str:
    """What stands under a sentence: its place, and why the reader accepts it."""
    return f"{line.where}\nAccepted: {line.why}" if line.why else line.where


class FindingsTable(QTableView):
    """The list; Enter and a double click lead to the figure's table."""

    wanted = Signal()
    """The reader wants to see the line's figures in their table."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.wanted.emit()
            return
        super().keyPressEvent(event)
