"""The heads of a sheet's columns: bold, at the foot of their line, over one rule."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from gui.models.sheet import SheetModel
from gui.table.cells import CLOSER_PAD, PAD, closer_pixels
from gui.theme import Theme

LOWEST = 30
LINE, SMALL = 15, 11
"""Height of a head's second line, and of its words, in pixels."""
FLAGS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap


class Head(QHeaderView):
    """The heads of the columns; long ones wrap. `set_height` tells it how high the highest is."""

    menu_wanted = Signal(int)
    """A column whose menu is asked for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.height_of_heads = LOWEST
        self.closer = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.logicalIndexAt(at)))

    def bold(self) -> QFont:
        """The font of the heads."""
        font = QFont(self.font())
        if self.closer:
            font.setPixelSize(closer_pixels(font))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    @property
    def pad(self) -> int:
        """What is left free at the right of a head, as in the cells below it."""
        return CLOSER_PAD if self.closer else PAD

    def fit(self, model: SheetModel, widths: list[int]) -> None:
        """Makes the heads as high as the highest needs."""
        metrics = QFontMetrics(self.bold())
        highest = LOWEST
        for column, width in enumerate(widths):
            if column:
                box = metrics.boundingRect(QRect(0, 0, width - self.pad - 4, 1000), int(FLAGS), model.head(column))
                below = LINE if model.under(column) else 0
                highest = max(highest, box.height() + below + 14)
        self.height_of_heads = min(highest, 160)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the highest head."""
        return QSize(super().sizeHint().width(), self.height_of_heads)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """A head, and the rule under it."""
        model = self.model()
        if not isinstance(model, SheetModel):
            return
        painter.save()
        painter.fillRect(rect, self.theme.ground)
        painter.setPen(self.theme.secondary)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(self.bold())
        painter.setPen(self.theme.secondary if model.is_change(logicalIndex) else self.theme.text)
        words = rect.adjusted(4, 0, -self.pad, -7)
        if under := model.under(logicalIndex):
            self._paint_under(painter, words, under)
            words.adjust(0, 0, 0, -LINE)
        painter.drawText(words, int(FLAGS), model.head(logicalIndex))
        painter.restore()

    def _paint_under(self, painter: QPainter, rect: QRect, words: str) -> None:
        """The second line of a head, in grey."""
        painter.save()
        font = QFont(self.font())
        font.setPixelSize(SMALL)
        painter.setFont(font)
        painter.setPen(self.theme.secondary)
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(
            rect, flags, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, rect.width())
        )
        painter.restore()

    def paintEvent(self, event: object) -> None:
        """The heads, and the rule on to the right edge."""
        super().paintEvent(event)  # type: ignore[arg-type]
        painter = QPainter(self.viewport())
        painter.setPen(self.theme.secondary)
        bottom = self.viewport().height() - 1
        painter.drawLine(self.length() - self.offset(), bottom, self.viewport().width(), bottom)
        painter.end()
