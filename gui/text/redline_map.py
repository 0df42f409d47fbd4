"""A strip beside the scroll bar of two texts: where their changes are."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.theme import Theme

WIDTH, _MARK = 9, 3
"""Pixels: how wide the map of changes is, and how high a mark in it at least."""


class Marked(NamedTuple):
    """Where a changed row begins and ends, as parts of the whole height, and its colour."""

    start: float
    end: float
    colour: QColor


class Mapped(Protocol):
    """What a map is of."""

    @property
    def theme(self) -> Theme: ...
    def marks(self) -> Iterator[Marked]: ...
    def go_to(self, part: float) -> None: ...


class Map(QWidget):
    """A strip beside the scroll bar: where changes are. A click goes there."""

    def __init__(self, beside: Mapped, parent: QWidget) -> None:
        super().__init__(parent)
        self._beside = beside
        self.setAccessibleName("Where the changes are")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws a mark for every changed row."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._beside.theme.ground)
        for start, end, colour in self._beside.marks():
            top = start * self.height()
            painter.fillRect(QRectF(1, top, self.width() - 2, max(_MARK, (end - start) * self.height())), colour)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Goes to where it is clicked."""
        self._beside.go_to(event.position().y() / max(1, self.height()))
