"""Paints a chart: title and legend above, bars or lines over a quiet axis. The same on the screen and in a file."""

from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from gui.format import brief
from gui.plot.plot import Plot, Point, Series
from gui.theme import Theme, blend, tabular

PAD = 14.0
SWATCH = 10.0
WIDEST_BAR = 54.0
LONGEST_NAME = 300.0
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
PATTERNS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.Dense3Pattern, Qt.BrushStyle.BDiagPattern)
DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)


class Spot(NamedTuple):
    """Where a point was painted: `series` and `category` are indexes into the plot."""

    series: int
    category: int
    box: QRectF
    tip: QPointF
    point: Point


class Picture:
    """One painting of a plot in a rectangle; afterwards `spots` tells where each point is."""

    def __init__(self, plot: Plot, theme: Theme, font: QFont, *, lines: bool) -> None:
        self.plot, self.theme, self.lines = plot, theme, lines
        self.font = tabular(font)
        self.small = QFont(self.font)
        self.small.setPixelSize(max(9, round(self.font.pixelSize() * 0.86)) if self.font.pixelSize() > 0 else 11)
        self.bold = QFont(self.font)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.metrics, self.small_metrics = QFontMetricsF(self.font), QFontMetricsF(self.small)
        self.spots: list[Spot] = []
        self.legend: list[str] = []
        self.labelled = False

    def paint(self, painter: QPainter, area: QRectF, corner: float = 0.0) -> None:
        """Paints the whole; `corner` is the width to leave free at the top right."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, self.theme.ground)
        self.spots, self.legend = [], []
        if self.plot.hint:
            painter.setFont(self.font)
            painter.setPen(self.theme.secondary)
            painter.drawText(area, CENTRE, self.plot.hint)
            return
        top = self._heading(painter, area, corner)
        frame = QRectF(area.left() + PAD, top + 8, area.width() - 2 * PAD, area.bottom() - top - 14)
        if frame.height() > 60 and frame.width() > 100:
            self._body(painter, frame)

    # title and legend

    def _heading(self, painter: QPainter, area: QRectF, corner: float) -> float:
        height = self.metrics.height() + 4
        x, y = area.left() + PAD, area.top() + 8
        right = area.right() - PAD - corner
        title = QFontMetricsF(self.bold).horizontalAdvance(self.plot.title)
        if not (self.plot.title_repeats and x + title + 14 + self._legend_width() > right):
            self._write(painter, QRectF(x, y, right - x, height), self.plot.title, self.bold, self.theme.text)
            x += min(title, right - x) + 14
        for index, series in enumerate(self.plot.series):
            width = self._name_width(series)
            if x + width > right:
                x, y, right = area.left() + PAD, y + height, area.right() - PAD
            self._swatch(painter, QRectF(x, y + (height - SWATCH) / 2, SWATCH, SWATCH), index)
            name = self.metrics.elidedText(series.name, Qt.TextElideMode.ElideRight, width - SWATCH - 5)
            self.legend.append(name)
            self._write(painter, QRectF(x + SWATCH + 6, y, width, height), name, self.font, self.theme.text)
            x += width + 14
        if self.plot.note:
            if x + self.small_metrics.horizontalAdvance(self.plot.note) > right:
                x, y, right = area.left() + PAD, y + height, area.right() - PAD
            self._write(painter, QRectF(x, y, right - x, height), self.plot.note, self.small, self.theme.secondary)
        return y + height

    def _name_width(self, series: Series) -> float:
        return min(self.metrics.horizontalAdvance(series.name) + 1, LONGEST_NAME) + SWATCH + 6

    def _legend_width(self) -> float:
        return sum(self._name_width(series) + 14 for series in self.plot.series)

    def _write(self, painter: QPainter, box: QRectF, text: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, LEFT, fitting)

    def _swatch(self, painter: QPainter, box: QRectF, index: int) -> None:
        if self.lines:
            painter.setPen(self.pen(index))
            painter.drawLine(QPointF(box.left() - 2, box.center().y()), QPointF(box.right() + 2, box.center().y()))
        else:
            painter.fillRect(box, self.theme.ground)
            painter.fillRect(box, self.brush(index))

    def colour(self, index: int) -> QColor:
        """The colour of a series; those after the fourth are shades of the first four."""
        base = self.theme.series[index % len(self.theme.series)]
        again = index // len(self.theme.series)
        return blend(base, self.theme.text, 0.35) if again == 1 else base

    def brush(self, index: int) -> QBrush:
        """The fill of a series: after the fourth also a pattern, for no one should need to tell shades apart."""
        return QBrush(self.colour(index), PATTERNS[min(index // len(self.theme.series), 2)])

    def pen(self, index: int) -> QPen:
        """The line of a series."""
        return QPen(self.colour(index), 2, DASHES[min(index // len(self.theme.series), 2)])

    # axis and bars

    def _body(self, painter: QPainter, frame: QRectF) -> None:
        self.ticks = self.plot.ticks(max(3, min(6, int(frame.height() / 40))))
        apart = self.ticks[1] - self.ticks[0]
        labels = [self.plot.label(tick, apart) for tick in self.ticks]
        gutter = max(self.small_metrics.horizontalAdvance(label) for label in labels) + 8
        inner = QRectF(frame.left() + gutter, frame.top() + 14, frame.width() - gutter, frame.height() - 14)
        slot = inner.width() / max(1, len(self.plot.categories))
        foot = self._foot_height(slot)
        inner.setHeight(inner.height() - foot)
        self._inner = inner
        self._axis(painter, labels, gutter)
        self._foot(painter, slot, foot)
        if self.lines:
            self._lines(painter, slot)
        else:
            self._bars(painter, slot)

    def y(self, value: Decimal) -> float:
        """The height of a value on the paper."""
        least, largest = self.ticks[0], self.ticks[-1]
        return self._inner.bottom() - float((value - least) / (largest - least)) * self._inner.height()

    def _axis(self, painter: QPainter, labels: list[str], gutter: float) -> None:
        painter.setFont(self.small)
        half = self.small_metrics.height() / 2
        for tick, label in zip(self.ticks, labels, strict=True):
            y = round(self.y(tick)) + 0.5
            painter.setPen(QPen(self.theme.secondary if tick == 0 else self.theme.hairline, 1))
            painter.drawLine(QPointF(self._inner.left(), y), QPointF(self._inner.right(), y))
            painter.setPen(self.theme.secondary)
            painter.drawText(QRectF(self._inner.left() - gutter, y - half, gutter - 8, 2 * half), RIGHT, label)

    def _foot_height(self, slot: float) -> float:
        room = QRectF(0, 0, max(20.0, slot - 6), 200)
        wrap = int(Qt.TextFlag.TextWordWrap)
        highest = max(self.small_metrics.boundingRect(room, wrap, words).height() for words in self.plot.categories)
        return min(highest, self.small_metrics.height() * 4) + 8

    def _foot(self, painter: QPainter, slot: float, height: float) -> None:
        painter.setPen(self.theme.secondary)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        flags |= Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip
        every = max(1, round(34 / slot + 0.49)) if slot < 34 else 1
        for index, category in enumerate(self.plot.categories[::every]):
            left = self._inner.left() + slot * index * every
            painter.drawText(QRectF(left + 3, self._inner.bottom() + 6, slot * every - 6, height), int(flags), category)

    def _bars(self, painter: QPainter, slot: float) -> None:
        count = len(self.plot.series)
        width = min(WIDEST_BAR, slot * 0.78 / count)
        gap = min(6.0, width * 0.15) if count > 1 else 0.0
        for at, series in enumerate(self.plot.series):
            for category, point in enumerate(series.points):
                if point is None:
                    continue
                middle = self._inner.left() + slot * (category + 0.5)
                left = middle + width * (at - count / 2) + gap / 2
                zero, end = self.y(Decimal(0)), self.y(point.value)
                box = QRectF(left, min(zero, end), width - gap, max(abs(zero - end), 1.0))
                painter.fillRect(box, self.theme.ground)
                painter.fillRect(box, self.brush(at))
                self.spots.append(Spot(at, category, box, QPointF(box.center().x(), end), point))
        self._values(painter, width + (slot - width if count == 1 else 0))

    def _values(self, painter: QPainter, room: float) -> None:
        """Writes the values above their bars, where every one of them has the room."""
        labels = [self._short(spot.point) for spot in self.spots]
        self.labelled = all(self.small_metrics.horizontalAdvance(label) <= room + 2 for label in labels)
        if not self.labelled:
            return
        painter.setFont(self.small)
        painter.setPen(self.theme.secondary)
        height = self.small_metrics.height()
        for spot, label in zip(self.spots, labels, strict=True):
            below = spot.point.value < 0
            top = spot.tip.y() + 1 if below else spot.tip.y() - height - 1
            painter.drawText(QRectF(spot.tip.x() - 60, top, 120, height), CENTRE, label)

    def _short(self, point: Point) -> str:
        """A value above its bar: three figures are enough there, and the axis names the currency."""
        return brief(point.value, self.plot.unit)

    def _lines(self, painter: QPainter, slot: float) -> None:
        for at, series in enumerate(self.plot.series):
            painter.setPen(self.pen(at))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for run in self._runs(at, series, slot):
                painter.drawPolyline(QPolygonF(run))
            painter.setPen(QPen(self.theme.ground, 1.5))
            painter.setBrush(self.colour(at))
            for spot in self.spots:
                if spot.series == at:
                    painter.drawEllipse(spot.tip, 4.0, 4.0)

    def _runs(self, at: int, series: Series, slot: float) -> list[list[QPointF]]:
        """The unbroken stretches of a line: a missing period breaks it."""
        runs: list[list[QPointF]] = [[]]
        for category, point in enumerate(series.points):
            if point is None:
                runs.append([])
                continue
            tip = QPointF(self._inner.left() + slot * (category + 0.5), self.y(point.value))
            runs[-1].append(tip)
            self.spots.append(Spot(at, category, QRectF(tip.x() - 8, tip.y() - 8, 16, 16), tip, point))
        return [run for run in runs if len(run) > 1]
