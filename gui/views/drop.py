"""What lies over the window while something that can be opened is held over it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme

EDGE, ROUND, PAD = 3, 9, 18
"""Pixels: the frame's width, its corners, and what stands free around the words."""
VEIL = 190
"""How much of the window the veil hides, of 255."""
LARGER = 1.3


def drop_words(paths: Sequence[Path]) -> str:
    """What a drop would do: `Open 3 files`; nothing of no file is what EDGAR is to be asked for."""
    if not paths:
        return "Get this filing"
    return f"Open {paths[0].name}" if len(paths) == 1 else f"Open {len(paths):,} files"


class DropCover(QWidget):
    """A veil with a frame and the words of what a drop would do. The mouse goes through it."""

    def __init__(self, words: str, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.words, self.theme = words, theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _: QPaintEvent) -> None:
        """The veil, the frame, and the words in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self.theme.ground)
        veil.setAlpha(VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(self.theme.accent, EDGE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(PAD, PAD, -PAD, -PAD), ROUND, ROUND)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(round(QFontInfo(self.font()).pixelSize() * LARGER))
        painter.setFont(font)
        painter.setPen(self.theme.text)
        words = QFontMetricsF(font).elidedText(self.words, Qt.TextElideMode.ElideMiddle, self.width() - 4 * PAD)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
