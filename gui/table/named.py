"""A list of names and values: values wrap, a click on one that stands for a place leads there."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from core.source import Cite
from gui.models.details import Detail
from gui.models.rows import RowColumn, RowsModel
from gui.table.rows import as_list
from gui.theme import Theme, load

ROW = 21
"""Height in pixels of a line that needs no second one."""
NAMES, PAD = 88, 4
"""Width in pixels of the column of names; what stands free at both sides of the words."""
BREAK = "\u200b"
"""Where a long name may go on in the next line."""
VALUE = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def broken(line: Detail) -> str:
    """A value as it is drawn: a concept's name may go on in the next line between any two of its words."""
    if line.name != "Tag":
        return line.value
    before = f" {line.value}"
    return "".join(
        f"{BREAK}{c}" if c.isupper() and b.islower() else c for b, c in zip(before, line.value, strict=False)
    )


class LinePainter(QStyledItemDelegate):
    """Paints names in grey, values beside their first line, and the ring of the current line."""

    def __init__(self, lines: RowsModel[Detail], parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = load("light")
        self.hovered = -1
        self._lines = lines

    def font_of(self, view: QWidget, line: Detail) -> QFont:
        """The font of a line's value."""
        font = QFont(view.font())
        if line.strong or line.name == "Value":
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        view, state, rect = option.widget, option.state, option.rect
        line = self._lines.value(index.row())
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self.theme.selection)
        if line is not None:
            self._words(painter, rect, view, line, index)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme.accent, 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        view: QWidget,
        line: Detail,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        font = self.font_of(view, line) if index.column() else QFont(view.font())
        font.setUnderline(bool(index.column()) and line.cite is not None and self.hovered == index.row())
        painter.setFont(font)
        ink = self.theme.accent if line.cite is not None else self.theme.text
        grey = self.theme.text if line.strong else self.theme.secondary
        painter.setPen(ink if index.column() else grey)
        top = (ROW - QFontMetrics(font).height()) // 2
        painter.drawText(rect.adjusted(PAD, top, -PAD, 0), VALUE, broken(line) if index.column() else line.name)


class Lines(QTableView):
    """The lines as a list; a click on a place, or Enter, leads there."""

    wanted = Signal(object)
    """Cite: the reader wants to go there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        names = RowColumn[Detail]("Name", lambda line: line.name)
        self.lines = RowsModel[Detail]([names, RowColumn[Detail]("Value", lambda line: line.value)], self)
        self.painter = LinePainter(self.lines, self)
        self.setModel(self.lines)
        self.setItemDelegate(self.painter)
        as_list(self, "Details", ROW)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.setColumnWidth(0, NAMES)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.wrap)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._later.start())

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.painter.theme = theme
        self.viewport().update()

    def set_lines(self, lines: tuple[Detail, ...]) -> None:
        """Shows other lines, from the first."""
        self.painter.hovered = -1
        self.lines.set_values(lines)
        if lines:  # keys begin at the first
            self.selectionModel().setCurrentIndex(self.lines.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollToTop()
        self.wrap()

    def wrap(self) -> None:
        """Long values get the lines they need."""
        room = QRect(0, 0, self.columnWidth(1) - 2 * PAD, 10_000)
        for row, line in enumerate(self.lines.values):
            metrics = QFontMetrics(self.painter.font_of(self, line))
            height = metrics.boundingRect(room, int(VALUE), broken(line)).height()
            self.setRowHeight(row, max(ROW, height + ROW - metrics.height()))

    @property
    def chosen(self) -> tuple[Detail, ...]:
        """The lines that are selected, in their order."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(line for row in rows if (line := self.lines.value(row)) is not None)

    def cite_at(self, index: QModelIndex) -> Cite | None:
        """The place that a line leads to."""
        line = self.lines.value(index.row()) if index.isValid() else None
        return line.cite if line is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what leads somewhere."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        leads = index.column() == 1 and self.cite_at(index) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.painter.hovered = index.row() if leads else -1
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a place leads there; with Ctrl or Shift it only selects."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        place = self.cite_at(index) if plain and index.column() == 1 else None
        if place is not None:
            self.wanted.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a place leads there."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        place = self.cite_at(self.currentIndex()) if enters else None
        if place is not None:
            self.wanted.emit(place)
        else:
            super().keyPressEvent(event)
