"""How series are told apart: each has a colour, a hatching, a dash and a dot of its own, on the screen and in a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from gui.theme import Theme, blend, tabular

APART = 5.0
"""Pixels between two lines of a hatching."""
DOT = 4.0
"""Pixels from the middle of a dot to its edge."""
_TINT = 0.78
"""How much of the ground is in the tint below a hatching."""
_SHADE = 0.35
"""How much of the text's colour is in the colours of those after the fourth."""
_SMALL = 0.86
"""The small font's height beside the interface font's."""
_LEAST = 9


class Hatch(Enum):
    """The lines on a bar."""

    SOLID = 0
    RISING = 1
    LEVEL = 2
    CROSSED = 3
    FALLING = 4
    UPRIGHT = 5
    GRID = 6
    TINT = 7


class Dot(Enum):
    """The dot on a line."""

    CIRCLE = 0
    SQUARE = 1
    TRIANGLE = 2
    DIAMOND = 3


_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


@dataclass(frozen=True, slots=True)
class Look:
    """What one series looks like."""

    colour: QColor
    ground: QColor
    hatch: Hatch
    dot: Dot
    dash: Qt.PenStyle

    def pen(self, width: float = 2.0) -> QPen:
        """Its line."""
        return QPen(self.colour, width, self.dash)

    def fill(self, painter: QPainter, box: QRectF) -> None:
        """Paints a bar: the lines are drawn one by one, for a brush's pattern is lost in a file and coarse on fine screens."""
        if self.hatch is Hatch.SOLID:
            painter.fillRect(box, self.colour)
            return
        painter.fillRect(box, blend(self.colour, self.ground, _TINT))
        painter.setPen(QPen(self.colour, 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLines(list(hatching(self.hatch, box)))
        if box.width() > 2 and box.height() > 2:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def mark(self, painter: QPainter, at: QPointF, size: float = DOT) -> None:
        """Paints a dot."""
        painter.setPen(QPen(self.ground, 1))
        painter.setBrush(self.colour)
        x, y = at.x(), at.y()
        match self.dot:
            case Dot.CIRCLE:
                painter.drawEllipse(at, size, size)
            case Dot.SQUARE:
                painter.drawRect(QRectF(x - size, y - size, 2 * size, 2 * size).adjusted(0.5, 0.5, -0.5, -0.5))
            case Dot.TRIANGLE:
                corners = QPointF(x, y - size - 1), QPointF(x + size + 1, y + size), QPointF(x - size - 1, y + size)
                painter.drawPolygon(QPolygonF(list(corners)))
            case Dot.DIAMOND:
                reach = size + 1
                corners4 = QPointF(x, y - reach), QPointF(x + reach, y), QPointF(x, y + reach), QPointF(x - reach, y)
                painter.drawPolygon(QPolygonF(list(corners4)))

    def swatch(self, painter: QPainter, box: QRectF, *, lines: bool) -> None:
        """Its sign in a legend."""
        if not lines:
            self.fill(painter, box)
            return
        painter.setPen(self.pen())
        middle = box.center()
        painter.drawLine(QPointF(box.left() - 3, middle.y()), QPointF(box.right() + 3, middle.y()))
        self.mark(painter, middle, DOT - 0.5)


def looks(theme: Theme, count: int) -> list[Look]:
    """The looks of so many series: those after the fourth have shades of the first four's colours."""
    colours = len(theme.series)
    made = []
    for at in range(count):
        base = theme.series[at % colours]
        colour = blend(base, theme.text, _SHADE) if at // colours % 2 else base
        hatch, dash = Hatch(at % len(Hatch)), _DASHES[at // colours % len(_DASHES)]
        made.append(Look(colour, theme.ground, hatch, Dot(at % len(Dot)), dash))
    return made


def hatching(hatch: Hatch, box: QRectF) -> Iterator[QLineF]:
    """The lines of a hatching inside a box."""
    if hatch in (Hatch.LEVEL, Hatch.GRID):
        for y in _steps(box.top(), box.bottom()):
            yield QLineF(box.left(), y, box.right(), y)
    if hatch in (Hatch.UPRIGHT, Hatch.GRID):
        for x in _steps(box.left(), box.right()):
            yield QLineF(x, box.top(), x, box.bottom())
    if hatch in (Hatch.RISING, Hatch.CROSSED):
        for total in _steps(box.left() + box.top(), box.right() + box.bottom()):
            x1, x2 = max(box.left(), total - box.bottom()), min(box.right(), total - box.top())
            yield QLineF(x1, total - x1, x2, total - x2)
    if hatch in (Hatch.FALLING, Hatch.CROSSED):
        for apart in _steps(box.left() - box.bottom(), box.right() - box.top()):
            x1, x2 = max(box.left(), apart + box.top()), min(box.right(), apart + box.bottom())
            yield QLineF(x1, x1 - apart, x2, x2 - apart)


def _steps(first: float, last: float) -> Iterator[float]:
    at = first + APART
    while at < last:
        yield at
        at += APART


class Fonts:
    """The interface font with figures of one width, a bold one, and a smaller one for axes."""

    def __init__(self, font: QFont) -> None:
        self.plain = tabular(font)
        self.small = QFont(self.plain)
        pixels = self.plain.pixelSize()
        self.small.setPixelSize(max(_LEAST, round(pixels * _SMALL)) if pixels > 0 else _LEAST + 2)
        self.bold = QFont(self.plain)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.metrics, self.small_metrics = QFontMetricsF(self.plain), QFontMetricsF(self.small)
        self.bold_metrics = QFontMetricsF(self.bold)
