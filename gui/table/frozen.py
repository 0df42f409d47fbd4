"""A table whose captions stay at the left while its figures scroll sideways, and whose pinned rows stay at the top."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontInfo, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from gui.models.sheet import SheetModel
from gui.table.cells import COMPACT_ROW, ROW, Cells
from gui.table.over import Over, dress
from gui.table.widths import COMFORTABLE, Widths, measured
from gui.theme import Theme, pixels_of

NARROWEST_CAPTIONS = 132
LEAST_CAPTIONS = 200
"""Pixels that captions get, where they need them, before the columns of changes are in sight."""
SHARE_OF_CAPTIONS, MOST_CAPTIONS = 0.42, 220
"""How much of the width the captions take where the rest has to scroll anyway, and how many pixels at most: years need them."""
SMALLEST = 8
"""Pixels of the smallest font."""
HIGHER = 3
"""Half pixels that a row is higher for each pixel of its font."""
ROOM = 40
"""How much more than its words need the widest caption may be given."""


SIGNS = {"-": True, "−": True, "+": False}
"""Keys that take a figure away from the sum of what is selected, or add it."""


class Table(QTableView):
    """A sheet's table. It gives the captions the room there is, and wraps those that need more."""

    signed = Signal(bool)
    """The current figure is to be taken away from the sum (True), or added to it."""

    def __init__(self, model: SheetModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = model
        self.cells = Cells(theme, self)
        self._measured: dict[bool, Widths] = {}
        self._needs: tuple[int, ...] = ()
        self._heights: dict[int, int] = {}
        self._unmeasured = False
        model.modelAboutToBeReset.connect(self._forget)
        self.setModel(model)
        self.head = dress(self, self.cells, theme)
        self.captions = Over(self, self.cells, theme, aside=True, below=False)
        self.pinned = Over(self, self.cells, theme, aside=False, below=True)
        self.corner = Over(self, self.cells, theme, aside=True, below=True)
        self._over = (self.captions, self.pinned, self.corner)
        for over in self._over[1:]:
            over.head.hide()
        self._follow()
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.viewport().update())
        model.modelReset.connect(self.fit)
        self.set_theme(theme)

    def _follow(self) -> None:
        """What is drawn over the table is scrolled with it."""
        down, over = self.verticalScrollBar(), self.captions.verticalScrollBar()
        down.valueChanged.connect(over.setValue)
        over.valueChanged.connect(down.setValue)
        across = self.horizontalScrollBar()
        across.valueChanged.connect(self.pinned.horizontalScrollBar().setValue)
        self.pinned.horizontalScrollBar().valueChanged.connect(across.setValue)
        down.valueChanged.connect(self._place_over)
        across.valueChanged.connect(self._place_over)
        across.valueChanged.connect(lambda _: self.viewport().update())  # headings stay in place

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.cells.theme = self.head.theme = theme
        for over in self._over:
            over.theme = over.head.theme = theme
        for view in (self, *self._over):
            view.setStyleSheet(f"QTableView {{ background: {theme.ground.name()}; }}")
            view.viewport().update()
        self.head.viewport().update()

    # widths and heights

    def _forget(self) -> None:
        """Another sheet comes; till it is measured, a change of the table's size lays out nothing."""
        self._unmeasured = True

    def fit(self) -> None:
        """Measures the words of a new sheet, once, and gives every column its room."""
        self._unmeasured = False
        self._measured.clear()
        self._spread()

    def set_look(self, larger: int, family: str, *, compact: bool) -> None:
        """Draws rows lower, or at ease; their words larger than the window's by some pixels, in a font of this family or, where
        it is empty, the window's own."""
        font, now = QFont(QApplication.font()), QFontInfo(self.font())
        font.setPixelSize(max(SMALLEST, pixels_of("table") + larger))
        if family:
            font.setFamilies([family, *font.families()])
        if font.pixelSize() != now.pixelSize() or font.families() != self.font().families():
            for view in (self.head, self.captions.head, *self._over, self):
                view.setFont(font)
        row = (COMPACT_ROW if compact else ROW) + larger * HIGHER // 2
        if row != self.cells.row:
            self.cells.row = row
            for view in (self, *self._over):
                view.verticalHeader().setDefaultSectionSize(row)
            self._heights = dict.fromkeys(range(self.sheet.rowCount()), 0)
            self._spread()

    def _widths(self, *, closer: bool) -> Widths:
        """What the columns need, and the fonts of the cells for it."""
        self.cells.set_font(self.font(), closer=closer)
        for head in (self.head, self.captions.head):
            head.closer = closer
        if closer not in self._measured:
            metrics = QFontMetrics(self.head.bold())
            self._measured[closer] = measured(self.sheet, self.cells, metrics, closer=closer)
        return self._measured[closer]

    def _spread(self) -> None:
        """Shares the width of the viewport among captions and figures; wraps captions that need more."""
        if not self.sheet.rowCount():
            return
        room = self.viewport().width()
        needed = self._widths(closer=False)
        need = needed.widest_caption(self.sheet)
        if room - sum(needed.figures) < min(need, COMFORTABLE):
            needed = self._widths(closer=True)
            need = needed.widest_caption(self.sheet)
        self._needs, figures = needed.captions, list(needed.figures)
        captions = room - sum(figures)
        plain = sum(figures[: len(figures) - self.sheet.changes])
        if captions < min(need, LEAST_CAPTIONS) and room - plain >= captions:
            captions = room - plain  # what changed is looked for at the side; what a line is called is not
        if captions < min(need, NARROWEST_CAPTIONS):
            share = min(round(room * SHARE_OF_CAPTIONS), MOST_CAPTIONS)
            captions = min(need, max(NARROWEST_CAPTIONS, share))
        if captions > need + ROOM and figures:
            spare = captions - need - ROOM
            figures = [min(width + spare // len(figures), round(width * 1.5)) for width in figures]
            captions = max(need, min(captions, room - sum(figures), need + 3 * ROOM))
        self._lay_out(captions, figures)

    def _lay_out(self, captions: int, figures: list[int]) -> None:
        for column, width in enumerate([captions, *figures]):
            for view in (self, *self._over):
                view.setColumnWidth(column, width)
        for column in range(1, self.sheet.columnCount()):
            self.captions.hideColumn(column)
            self.corner.hideColumn(column)
        self.cells.line = min(captions + sum(figures), self.viewport().width())
        self._span()
        self._wrap(captions, self.cells.line)
        self.head.fit(self.sheet, [captions, *figures])
        self.captions.head.height_of_heads = self.head.height_of_heads
        self.updateGeometries()
        self._place_over()

    def _span(self) -> None:
        """Lets headings run on over the empty cells beside them."""
        self.clearSpans()
        self.pinned.clearSpans()
        columns = self.sheet.columnCount()
        for row in range(len(self._needs)):
            if columns > 1 and not self.sheet.row(row).figures:
                self.setSpan(row, 0, 1, columns)
                if row < self.sheet.pinned:
                    self.pinned.setSpan(row, 0, 1, columns)

    def _wrap(self, captions: int, line: int) -> None:
        """Makes rows higher whose captions need more than one line; `line` is the width of a whole row."""
        widths = {row: captions if self.sheet.row(row).figures else line for row in self._long(captions)}
        heights = {row: self._height(row, width) for row, width in widths.items() if self._needs[row] > width}
        for row in self._heights.keys() | heights.keys():
            height = heights.get(row, self.cells.row)
            if row < self.sheet.rowCount() and height != self.rowHeight(row):
                for view in (self, *self._over):
                    view.setRowHeight(row, height)
        self._heights = heights

    def _long(self, width: int) -> list[int]:
        return [row for row, need in enumerate(self._needs) if need > width]

    def _height(self, row: int, width: int) -> int:
        metrics = QFontMetrics(self.cells.font_of(self.sheet, row, 0))
        room, flags = QRect(0, 0, width - self.cells.indent(self.sheet, row) - 4, 2000), int(Qt.TextFlag.TextWordWrap)
        box = metrics.boundingRect(room, flags, self.sheet.cell(row, 0).text)
        return max(self.cells.row, box.height() + self.cells.row - metrics.height())

    def _place_over(self, *_: object) -> None:
        """Lays over the table what would be out of sight, and nothing else."""
        aside, frame = self.horizontalScrollBar().value() > 0, self.frameWidth()
        captions, heads = self.columnWidth(0), self.head.height()
        high = self._pinned_height() if self.verticalScrollBar().value() > 0 else 0
        self.captions.setVisible(aside)
        self.pinned.setVisible(high > 0)
        self.corner.setVisible(aside and high > 0)
        if aside:
            self.captions.setGeometry(frame, frame, captions, self.viewport().height() + heads)
            self.captions.verticalScrollBar().setValue(self.verticalScrollBar().value())
            self.captions.raise_()
        if high:
            self.pinned.setGeometry(frame, frame + heads, self.viewport().width(), high)
            self.pinned.horizontalScrollBar().setValue(self.horizontalScrollBar().value())
            self.pinned.raise_()
            self.corner.setGeometry(frame, frame + heads, captions, high)
            self.corner.raise_()

    def _pinned_height(self) -> int:
        """How high the pinned rows are that stay in sight: no more than half the table, as the others are to be seen too."""
        high = 0
        for row in range(self.sheet.pinned):
            if high + self.rowHeight(row) > self.viewport().height() // 2:
                break
            high += self.rowHeight(row)
        return high

    # what Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the columns the new room."""
        super().resizeEvent(event)
        if self._unmeasured:
            return
        if event.size().width() != event.oldSize().width():
            self._spread()
        else:
            self._place_over()

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew where the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "corner"):
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Minus and plus say how the current figure counts in the sum of what is selected."""
        minus = SIGNS.get(event.text())
        if minus is None:
            super().keyPressEvent(event)
        else:
            self.signed.emit(minus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring of the current cell."""
        self.cells.focused = True
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides the ring of the current cell."""
        self.cells.focused = False
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Brings a cell in sight, out from under the captions and the pinned rows."""
        down, high = self.verticalScrollBar(), self._pinned_height()
        before = down.value()
        self._scroll_to(index, hint)
        if index.row() < self.sheet.pinned and self.rowViewportPosition(index.row()) + before < high:
            down.setValue(before)  # it stays at the top anyway
        elif (under := high - self.visualRect(index).top()) > 0 and down.value() > 0:
            down.setValue(down.value() - under)

    def _scroll_to(self, index: QModelIndex | QPersistentModelIndex, hint: QAbstractItemView.ScrollHint) -> None:
        if index.column() == 0 and self.horizontalScrollBar().value() > 0:
            across = self.horizontalScrollBar().value()
            super().scrollTo(index, hint)
            self.horizontalScrollBar().setValue(across)
            return
        super().scrollTo(index, hint)
        left = self.visualRect(index).left()
        if index.column() > 0 and left < self.columnWidth(0) and self.horizontalScrollBar().value() > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (self.columnWidth(0) - left))
