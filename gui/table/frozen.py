"""A table whose captions stay at the left while its figures scroll sideways."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from gui.models.sheet import SheetModel
from gui.table.cells import PAD, ROW, Cells, indent
from gui.table.head import Head
from gui.theme import Theme

NARROWEST_CAPTIONS = 180
NARROWEST_FIGURES = 76
WIDEST_HEAD = 150
SHARE_OF_CAPTIONS = 0.42
"""How much of the width the captions take where the rest has to scroll anyway."""
ROOM = 40
"""How much more than its words need the widest caption may be given."""


class Captions(QTableView):
    """The captions again, drawn over those of the table when it is scrolled sideways."""

    theme: Theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """The captions, and a line that parts them from what has gone under."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self.theme.hairline)
        right = self.viewport().width() - 1
        painter.drawLine(right, 0, right, self.viewport().height())
        painter.end()


class Table(QTableView):
    """A sheet's table. It gives the captions the room there is, and wraps those that need more."""

    def __init__(self, model: SheetModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = model
        self.cells = Cells(theme, self)
        self._needs: list[int] = []
        self._figures: list[int] = []
        self._heights: dict[int, int] = {}
        self.setModel(model)
        self.head = self._dress(self, theme)
        self.captions = Captions(self)
        self.captions.setModel(model)
        self.captions.setSelectionModel(self.selectionModel())
        self._over = self._dress(self.captions, theme)
        self._set_up_captions()
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.viewport().update())
        model.modelReset.connect(self.fit)
        self.set_theme(theme)

    def _dress(self, view: QTableView, theme: Theme) -> Head:
        head = Head(theme, view)
        view.setHorizontalHeader(head)
        rows = view.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW)
        rows.setDefaultSectionSize(ROW)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setItemDelegate(self.cells)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setCornerButtonEnabled(False)
        return head

    def _set_up_captions(self) -> None:
        over = self.captions
        over.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        over.setFocusProxy(self)
        over.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        over.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        over.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        over.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        over.hide()
        self.verticalScrollBar().valueChanged.connect(over.verticalScrollBar().setValue)
        over.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.horizontalScrollBar().valueChanged.connect(self._place_captions)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.cells.theme = self.head.theme = self._over.theme = self.captions.theme = theme
        for view in (self, self.captions):
            colours = view.palette()
            colours.setColor(colours.ColorRole.Base, theme.ground)
            view.setPalette(colours)
            view.viewport().setPalette(colours)
            view.viewport().update()
        self.head.viewport().update()

    # widths and heights

    def fit(self) -> None:
        """Measures the words of a new sheet, once, and gives every column its room."""
        self.cells.set_font(self.font())
        model = self.sheet
        plain, bold = QFontMetrics(self.cells.font), QFontMetrics(self.cells.bold)
        self._needs = [self._need(row, bold if model.is_bold(row) else plain) for row in range(model.rowCount())]
        self._figures = []
        head = QFontMetrics(self.head.bold())
        for column in range(1, model.columnCount()):
            texts = {model.cell(row, column).text for row in model.widest(column)}
            words = model.head(column)
            widest = min(WIDEST_HEAD, head.horizontalAdvance(words))
            widest = max([widest, *(head.horizontalAdvance(word) for word in words.split())])
            figures = max((bold.horizontalAdvance(text) for text in texts), default=0)
            least = 56 if model.head(column) in ("%", "Points") else NARROWEST_FIGURES
            self._figures.append(max(least, figures + PAD + 8, widest + PAD + 6))
        self._spread()

    def _need(self, row: int, metrics: QFontMetrics) -> int:
        """The width a caption needs; of a short one only a bound, for it never wraps."""
        text, before = self.sheet.cell(row, 0).text, indent(self.sheet, row) + 8
        bound = before + round(len(text) * metrics.averageCharWidth() * 1.4)
        return bound if bound < NARROWEST_CAPTIONS else before + metrics.horizontalAdvance(text)

    def _spread(self) -> None:
        """Shares the width of the viewport among captions and figures; wraps captions that need more."""
        if not self._needs:
            return
        room, figures = self.viewport().width(), list(self._figures)
        rows = [row for row in range(len(self._needs)) if self.sheet.row(row).figures] or range(len(self._needs))
        need = max(self._needs[row] for row in rows)
        captions = room - sum(figures)
        if captions < min(need, NARROWEST_CAPTIONS):
            captions = min(need, max(NARROWEST_CAPTIONS, round(room * SHARE_OF_CAPTIONS)))
        if captions > need + ROOM and figures:
            spare = captions - need - ROOM
            figures = [min(width + spare // len(figures), round(width * 1.5)) for width in figures]
            captions = max(need, min(captions, room - sum(figures), need + 3 * ROOM))
        for column, width in enumerate([captions, *figures]):
            self.setColumnWidth(column, width)
        self.captions.setColumnWidth(0, captions)
        for column in range(1, self.sheet.columnCount()):
            self.captions.hideColumn(column)
        self._span(across=sum(figures) + captions <= room)
        self._wrap(captions, captions + sum(figures))
        self.head.fit(self.sheet, [captions, *figures])
        self._over.height_of_heads = self.head.height_of_heads
        self.updateGeometries()
        self._place_captions()

    def _span(self, *, across: bool) -> None:
        """Lets headings run on over the empty cells beside them, where nothing scrolls sideways."""
        self.clearSpans()
        columns = self.sheet.columnCount()
        for row in range(len(self._needs)):
            if across and columns > 1 and not self.sheet.row(row).figures:
                self.setSpan(row, 0, 1, columns)

    def _wrap(self, captions: int, line: int) -> None:
        """Makes rows higher whose captions need more than one line; `line` is the width of a whole row."""
        widths = {row: line if self.columnSpan(row, 0) > 1 else captions for row in self._long(captions)}
        heights = {row: self._height(row, width) for row, width in widths.items() if self._needs[row] > width}
        for row in self._heights.keys() | heights.keys():
            height = heights.get(row, ROW)
            if row < self.sheet.rowCount() and height != self.rowHeight(row):
                self.setRowHeight(row, height)
                self.captions.setRowHeight(row, height)
        self._heights = heights

    def _long(self, width: int) -> list[int]:
        return [row for row, need in enumerate(self._needs) if need > width]

    def _height(self, row: int, width: int) -> int:
        metrics = QFontMetrics(self.cells.font_of(self.sheet, row, 0))
        room, flags = QRect(0, 0, width - indent(self.sheet, row) - 4, 2000), int(Qt.TextFlag.TextWordWrap)
        box = metrics.boundingRect(room, flags, self.sheet.cell(row, 0).text)
        return max(ROW, box.height() + ROW - metrics.height())

    def _place_captions(self, *_: object) -> None:
        scrolled = self.horizontalScrollBar().value() > 0
        self.captions.setVisible(scrolled)
        if scrolled:
            self.captions.setGeometry(
                self.frameWidth(),
                self.frameWidth(),
                self.columnWidth(0),
                self.viewport().height() + self.head.height(),
            )
            self.captions.verticalScrollBar().setValue(self.verticalScrollBar().value())
            self.captions.raise_()

    # what Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the columns the new room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._spread()
        else:
            self._place_captions()

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew where the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "captions"):
            self.fit()

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
        """Brings a cell in sight, out from under the captions."""
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
