"""One field of a chart on pyqtgraph: a view box that is zoomed and moved, its axes, and what is painted in it.

Imports pyqtgraph and numpy, and so is itself imported by another thread (`library.py` beside it).
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.plot import field
from gui.plot.axis import inside, powers, ticks
from gui.plot.chart import Chart, Form
from gui.plot.geometry import Range, Scale, Spot, apart, fitted, spots, whole
from gui.plot.look import Fonts, Look
from gui.theme import Theme

X, Y = 0, 1
_TOP = 18.0
"""Pixels above a field, for the values above its bars and the names of its axes."""
_AIR = 2.0
"""Pixels between such a value and what stands below it."""
_BETWEEN_MARKS = 40
_FEWEST, _MOST = 3, 6
_FURTHEST = 1e6
"""Times the whole that an axis may be zoomed out to."""


class Setting(NamedTuple):
    """What a field is drawn from: the chart, the looks of its series, the colours and the fonts."""

    chart: Chart
    looks: dict[int, Look]
    theme: Theme
    fonts: Fonts


class Gestures:
    """What is done with the mouse on a field; the canvas says what it means."""

    def dragged(self, panel: "Panel", event: Any, axis: int | None) -> None:
        """The mouse is drawn over a field, or over one of its axes."""

    def clicked(self, panel: "Panel", event: Any) -> None:
        """A button was pressed and let go in one place."""

    def moved(self, panel: "Panel") -> None:
        """Another range is seen."""


class Box(pg.ViewBox):
    """The view box of a field: the wheel zooms in time, with Ctrl in height."""

    def __init__(self, panel: "Panel") -> None:
        super().__init__(enableMenu=False, defaultPadding=0)
        self._panel = panel
        self.disableAutoRange()

    def wheelEvent(self, ev: Any, axis: int | None = None) -> None:
        """Zooms around the pointer."""
        if axis is None:
            axis = Y if ev.modifiers() & Qt.KeyboardModifier.ControlModifier else X
        if axis == Y:
            self._panel.free = True
        self.updateMatrix()
        super().wheelEvent(ev, axis)

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        """Moves, draws a band, or chooses years."""
        self._panel.gestures.dragged(self._panel, ev, axis)

    def mouseClickEvent(self, ev: Any) -> None:
        """Points, or shows all again."""
        self._panel.gestures.clicked(self._panel, ev)

    def drag(self, ev: Any, axis: int | None) -> None:
        """Moves what is seen."""
        self.updateMatrix()
        super().mouseDragEvent(ev, axis)


class Side(pg.GraphicsWidget):
    """An axis beside or below a field: it is drawn on and turned over as the field is, in its own direction."""

    def __init__(self, panel: "Panel", axis: int, *, second: bool = False) -> None:
        super().__init__()
        self._panel, self._axis, self._second = panel, axis, second

    def boundingRect(self) -> QRectF:
        """A little more than its place: names stand over its ends."""
        return QRectF(QPointF(0, 0), self.size()).adjusted(-_TOP * 2, -_TOP, _TOP * 2, _TOP)

    def shape(self) -> Any:
        """Its place alone takes the mouse."""
        path = pg.QtGui.QPainterPath()
        path.addRect(QRectF(QPointF(0, 0), self.size()))
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        """What its marks say."""
        if self._axis == X:
            self._panel.paint_foot(painter, self.pos())
        else:
            self._panel.paint_side(painter, self.pos(), self.size(), second=self._second)

    def wheelEvent(self, ev: Any) -> None:
        """Zooms in its own direction."""
        self._panel.box.wheelEvent(ev, axis=self._axis)

    def mouseDragEvent(self, ev: Any) -> None:
        """Chooses years below, moves beside."""
        self._panel.box.mouseDragEvent(ev, axis=self._axis)

    def mouseClickEvent(self, ev: Any) -> None:
        """As on the field."""
        self._panel.gestures.clicked(self._panel, ev)


class Ground(QGraphicsItem):
    """What is painted in a field, in its pixels."""

    def __init__(self, panel: "Panel", box: Box) -> None:
        super().__init__(box)
        self._panel, self._box = panel, box

    def boundingRect(self) -> QRectF:
        """All of the field."""
        return QRectF(self._box.rect())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        """The lines of the marks, and everything on them."""
        self._panel.paint_field(painter)


class Panel:
    """A field with its axes. `spots` says where its points stand, in the scene."""

    def __init__(self, scene: Any, gestures: Gestures) -> None:
        self.gestures = gestures
        self.free = False
        self.setting: Setting | None = None
        self.series: tuple[int, ...] = ()
        self.title = ""
        self.spots: list[Spot] = []
        self._range = Range(0.0, 1.0, (Decimal(0), Decimal(1)))
        self._rect, self._widest = QRectF(), (0.0, 0.0)
        self._room, self._below, self._lines = 1.0, 0.0, field.MOST_LINES
        self.box = Box(self)
        self.ground = Ground(self, self.box)
        self.left, self.right, self.foot = Side(self, Y), Side(self, Y, second=True), Side(self, X)
        self._items = (self.box, self.left, self.right, self.foot)
        for item in self._items:
            scene.addItem(item)
        self.box.sigXRangeChanged.connect(self._refit)
        self.box.sigYRangeChanged.connect(self._freed)

    def show(self, setting: Setting, series: tuple[int, ...], title: str = "", *, keep: bool = False) -> None:
        """Takes what it draws; all of it is seen, or, to keep, the times that were."""
        self.setting, self.series, self.title = setting, series, title
        self.free = False
        self._widest = 0.0, 0.0
        first, last = whole(setting.chart)
        least = min(apart(setting.chart), last - first)
        with QSignalBlocker(self.box):  # one fitting for all of it, when it is placed
            self.box.setLimits(xMin=first, xMax=last, minXRange=least, maxXRange=last - first)
            if not keep:
                self.box.setXRange(first, last, padding=0)

    def set_visible(self, *, visible: bool) -> None:
        """Shows it, or keeps it for another chart."""
        for item in self._items:
            item.setVisible(visible)

    # where it stands

    def place(self, rect: QRectF) -> None:
        """Gives it a part of the scene."""
        self._rect = rect
        self._refit()

    @property
    def scale(self) -> Scale:
        """The field in the scene, and what is seen in it."""
        (left, right), (low, high) = self.box.viewRange()
        assert self.setting is not None  # noqa: S101
        return Scale(self.box.geometry(), left, right, low, high, self.setting.chart.log)

    @property
    def field(self) -> QRectF:
        """The field in the scene."""
        return QRectF(self.box.geometry())

    def _most(self) -> int:
        return max(_FEWEST, min(_MOST, int(self._rect.height() / _BETWEEN_MARKS)))

    def _refit(self, *_: object) -> None:
        """Fits the height to what is seen, and the places of the axes to what they say."""
        if self.setting is None or self._rect.isEmpty():
            return
        first, last = self.box.viewRange()[X]
        if not self.free:
            self._range = fitted(self.setting.chart, self.series, first, last, self._most())
            with QSignalBlocker(self.box):
                self.box.setYRange(self._range.low, self._range.high, padding=0)
        self._lay_out(first, last)
        self._tell()

    def _freed(self, *_: object) -> None:
        """The reader chose another height."""
        if self.setting is None or self._rect.isEmpty():
            return
        low, high = self.box.viewRange()[Y]
        if self.setting.chart.log:
            lowest, highest = Decimal(10) ** round(Decimal(low), 3), Decimal(10) ** round(Decimal(high), 3)
            marks = inside(powers(lowest, highest, self._most()), lowest, highest)
        else:
            marks = inside(ticks(Decimal(low), Decimal(high), self._most()), Decimal(low), Decimal(high))
        self._range = self._range._replace(low=low, high=high, ticks=marks)
        self._lay_out(*self.box.viewRange()[X])
        self._tell()

    def _tell(self) -> None:
        self._set_spots()
        for item in (self.ground, self.left, self.right, self.foot):
            item.update()
        self.gestures.moved(self)

    def _lay_out(self, first: float, last: float) -> None:
        assert self.setting is not None  # noqa: S101
        chart, fonts = self.setting.chart, self.setting.fonts
        self._labels = field.labels(self._axis(), self._range.ticks)
        second = self._second()
        self._others = field.labels(second, self._range.ticks, self._range.times) if second else []
        left = max(self._widest[0], field.gutter(fonts, self._labels))
        right = max(self._widest[1], field.gutter(fonts, self._others)) if second else 0.0
        self._widest = left, right
        top = self._rect.top() + _TOP + (fonts.metrics.height() if self.title else 0)
        width = self._rect.width() - left - right
        self._room = apart(chart) / (last - first) * width
        self._lines = field.lines_below(fonts, self._rect.height())
        foot = min(field.foot_height(fonts, chart.slots, self._room, self._lines), self._rect.height() / 2)
        height = max(1.0, self._rect.bottom() - top - foot)
        self._below = self._room_below(height)
        height = max(1.0, height - self._below)
        self._put(self.box, QRectF(self._rect.left() + left, top, max(1.0, width), height))
        self._put(self.left, QRectF(self._rect.left(), top, left, height))
        self._put(self.right, QRectF(self._rect.right() - right, top, right, height))
        self._put(self.foot, QRectF(self._rect.left() + left, top + height + self._below, max(1.0, width), foot))

    def _room_below(self, height: float) -> float:
        """Pixels below a field of this height for the value of a bar that goes down nearly to its end."""
        assert self.setting is not None  # noqa: S101
        chart = self.setting.chart
        bars = self.series if chart.form in (Form.BARS, Form.STEPS) else ()
        points = (point for at in bars if not chart.series[at].second for point in chart.series[at].points)
        ends = [point.foot + point.value for point in points if point is not None and point.value < 0]
        if not ends:
            return 0.0
        low, high = self._range.low, self._range.high
        free = (float(min(ends)) - low) / (high - low) * height
        line = self.setting.fonts.small_metrics.height() + _AIR
        return min(line, max(0.0, line - free))

    @staticmethod
    def _put(item: Any, rect: QRectF) -> None:
        item.setPos(rect.topLeft())
        item.resize(QSizeF(rect.size()))

    def _axis(self) -> Any:
        assert self.setting is not None  # noqa: S101
        chart = self.setting.chart
        firsts = [at for at in self.series if not chart.series[at].second]
        return chart.axis_of(chart.series[(firsts or list(self.series))[0]])

    def _second(self) -> Any:
        assert self.setting is not None  # noqa: S101
        chart = self.setting.chart
        seconds = any(chart.series[at].second for at in self.series)
        return chart.second if seconds and not chart.panels else None

    def _set_spots(self) -> None:
        assert self.setting is not None  # noqa: S101
        self.spots = spots(self.setting.chart, self.series, self.scale, self._range.times)

    # painting

    def paint_field(self, painter: QPainter) -> None:
        """The lines of the marks, and everything on them."""
        if self.setting is None:
            return
        painter.translate(-self.field.topLeft())
        field.grid(painter, self.scale, self._range.ticks, self.setting.theme)

    def paint_over(self, painter: QPainter) -> None:
        """What stands on the lines: it may stand out over the field's edge."""
        if self.setting is None:
            return
        chart, looks, theme, fonts = self.setting
        painter.save()
        painter.setClipRect(self.field.adjusted(-1, -_TOP, 1, self._below))
        field.drawing(painter, chart, self.spots, looks, theme, fonts, self._room)
        painter.restore()

    def paint_side(self, painter: QPainter, at: QPointF, size: QSizeF, *, second: bool) -> None:
        """What the marks of an axis say, and above them its name."""
        if self.setting is None:
            return
        _, _, theme, fonts = self.setting
        words = self._others if second else self._labels
        painter.setFont(fonts.small)
        painter.setPen(theme.secondary)
        half = fonts.small_metrics.height() / 2
        scale, last = self.scale, size.height() + 4 * half
        for mark, label in zip(self._range.ticks, words, strict=False):
            y = scale.y(float(mark)) - at.y()
            if -half <= y <= size.height() + half and last - y > 2 * half - 1:  # none stands on another
                last = y
                gap = field.PAD
                place = QRectF(gap if second else 0, y - half, size.width() - gap, 2 * half)
                painter.drawText(place, int(field.LEFT if second else field.RIGHT), label)

    def paint_foot(self, painter: QPainter, at: QPointF) -> None:
        """The names of the slots."""
        if self.setting is not None:
            chart, _, theme, fonts = self.setting
            painter.translate(-at)
            field.foot(painter, self.scale, chart, self._room, theme, fonts, self._lines)

    def paint_all(self, painter: QPainter) -> None:
        """All of it at once, for a file: an SVG of the scene's own items has what nobody sees."""
        parts: tuple[tuple[QPointF, Callable[[], None]], ...] = (
            (self.field.topLeft(), lambda: self.paint_field(painter)),
            (self.left.pos(), lambda: self.paint_side(painter, self.left.pos(), self.left.size(), second=False)),
            (self.right.pos(), lambda: self.paint_side(painter, self.right.pos(), self.right.size(), second=True)),
            (QPointF(0, 0), lambda: self.paint_foot(painter, QPointF(0, 0))),
            (QPointF(0, 0), lambda: self.paint_over(painter)),
            (QPointF(0, 0), lambda: self.paint_names(painter)),
        )
        for at, part in parts:
            painter.save()
            painter.translate(at)
            part()
            painter.restore()

    def paint_names(self, painter: QPainter) -> None:
        """The name of a small field."""
        if self.setting is None:
            return
        _, _, theme, fonts = self.setting
        wide = self._rect.width()
        if self.title:
            painter.setFont(fonts.plain)
            painter.setPen(theme.text)
            words = fonts.metrics.elidedText(self.title, Qt.TextElideMode.ElideRight, wide - field.PAD)
            painter.drawText(QRectF(self._rect.left() + 2, self._rect.top(), wide, fonts.metrics.height()), 0, words)
