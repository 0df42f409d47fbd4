"""Parts of a table drawn once more over it, where scrolling would take them out of sight: captions, pinned rows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from gui.table.cells import COMPACT_ROW, ROW, Cells
from gui.table.head import Head
from gui.theme import Theme


def dress(view: QTableView, cells: Cells, theme: Theme) -> Head:
    """Gives a view of a sheet its look; its heads."""
    head = Head(theme, view)
    view.setHorizontalHeader(head)
    rows = view.verticalHeader()
    rows.hide()
    rows.setMinimumSectionSize(COMPACT_ROW)
    rows.setDefaultSectionSize(ROW)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.setItemDelegate(cells)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setCornerButtonEnabled(False)
    return head


class Over(QTableView):
    """The cells of a table again, as far as this is large; a line parts them from what has gone under. Hidden at first."""

    def __init__(self, table: QTableView, cells: Cells, theme: Theme, *, aside: bool, below: bool) -> None:
        super().__init__(table)
        self.theme, self._table = theme, table
        self._aside, self._below = aside, below
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.head = dress(self, cells, theme)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(table)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAutoScroll(not below)
        self.clicked.connect(table.clicked)
        self.activated.connect(table.activated)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, and the line at the side or below."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self.theme.hairline)
        right, bottom = self.viewport().width() - 1, self.viewport().height() - 1
        if self._aside:
            painter.drawLine(right, 0, right, bottom)
        if self._below:
            painter.setPen(self.theme.secondary)
            painter.drawLine(0, bottom, right, bottom)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """What is pinned stays: the table below turns."""
        if self._below:
            self._table.wheelEvent(event)
        else:
            super().wheelEvent(event)
