"""Where the characters of one line stand on the screen, for lines of any length and any script."""

from typing import Protocol, cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextLayout

from gui.text.utf16 import Units

_LAID_OUT = 2000


class Line(Protocol):
    """A line that can be painted and asked where its characters are. Positions are pixels from the line's left."""

    def x(self, column: int) -> float:
        """The left edge of a character."""
        ...

    def column(self, x: float) -> int:
        """The gap between characters nearest to a place."""
        ...

    def paint(self, painter: QPainter, left: float, top: float, ascent: float, reach: tuple[float, float]) -> None:
        """Draws what lies within `reach` (pixels from the line's left)."""
        ...


class GridLine:
    """A line of characters of one width: arithmetic, whatever its length."""

    def __init__(self, text: str, advance: float) -> None:
        self._text = text
        self._advance = advance

    def x(self, column: int) -> float:
        """The left edge of a character."""
        return column * self._advance

    def column(self, x: float) -> int:
        """The gap between characters nearest to a place."""
        return max(0, min(len(self._text), round(x / self._advance)))

    def paint(self, painter: QPainter, left: float, top: float, ascent: float, reach: tuple[float, float]) -> None:
        """Draws the characters within `reach` only."""
        first = max(0, int(reach[0] / self._advance) - 1)
        last = int(reach[1] / self._advance) + 2
        part = self._text[first:last]
        if part.isascii():
            painter.drawText(QPointF(left + first * self._advance, top + ascent), part)
            return
        for at, sign in enumerate(part, first):
            painter.drawText(QPointF(left + at * self._advance, top + ascent), sign)


class LaidOutLine:
    """A line with characters of other widths (accents, dashes, Chinese, emoji), laid out by Qt."""

    def __init__(self, text: str, font: QFont) -> None:
        self._units = Units(text)
        self._layout = QTextLayout(text, font)
        self._layout.setCacheEnabled(True)
        self._layout.beginLayout()
        line = self._layout.createLine()
        line.setLineWidth(1e7)
        line.setPosition(QPointF(0, 0))
        self._layout.endLayout()
        self._ascent = line.ascent()

    def x(self, column: int) -> float:
        """The left edge of a character."""
        found = self._layout.lineAt(0).cursorToX(self._units.to_qt(column))
        return cast(tuple[float, int], found)[0] if isinstance(found, tuple) else cast(float, found)

    def column(self, x: float) -> int:
        """The gap between characters nearest to a place."""
        return self._units.from_qt(self._layout.lineAt(0).xToCursor(x))

    def paint(self, painter: QPainter, left: float, top: float, ascent: float, reach: tuple[float, float]) -> None:
        """Draws the line."""
        del reach
        self._layout.draw(painter, QPointF(left, top + ascent - self._ascent))


def line_of(text: str, font: QFont, advance: float) -> Line:
    """The cheapest way to show a line."""
    if len(text) > _LAID_OUT or text.isascii():
        return GridLine(text, advance)
    return LaidOutLine(text, font)
