"""The chart on the screen and in files: fields of a pyqtgraph view, the reader's mouse on them, and what it points at.

Imports pyqtgraph and numpy, and so is itself imported by another thread (`library.py` beside it).
"""

from decimal import Decimal
from typing import Any, NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui import format as shown
from gui.plot.chart import Chart, Form
from gui.plot.geometry import Spot, apart, is_dot, whole
from gui.plot.look import Fonts, Look
from gui.plot.panel import Gestures, Panel, Setting, X
from gui.theme import Theme, load

PAD = 10.0
_APART = 14.0
"""Pixels between two fields."""
_COLUMNS = ((1, 1), (2, 2), (3, 3), (4, 2), (6, 3), (8, 4))
"""Up to so many fields stand in so many columns."""
_NEAR = 24.0
"""Pixels from a dot within which the pointer means it."""
_BAND_LEAST = 8.0
"""A band of fewer pixels is a slip."""
_CARD_NAME = 230.0
_SWATCH = 9.0
_VEIL = 46
"""Of 255: how much of the accent's colour lies over chosen years."""
_CLOSER = 0.8
_SAME = 1e-6


_LEADING, _ROUND = 3, 4


class Said(NamedTuple):
    """A line of the crosshair's card."""

    series: int
    name: str
    value: str
    growth: str


class _Drag(NamedTuple):
    """What a drag is for (`band` zooms, `years` chooses), where it began, and on which field."""

    purpose: str
    start: QPointF
    panel: Panel


class Over(QGraphicsItem):
    """What is painted over all fields: points, chosen years, the crosshair with its card, the band."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__()
        self._canvas = canvas
        self.setZValue(100)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        """The whole scene."""
        return QRectF(QPointF(0, 0), self._canvas.area)

    def shape(self) -> Any:
        """Nothing of it takes the mouse."""
        return pg.QtGui.QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        """From below to above."""
        self._canvas.paint_over(painter)


class Canvas(pg.GraphicsView, Gestures):
    """A pyqtgraph view of one chart. Left and right, click and drag mean what `clicked` and `dragged` say."""

    pointed = Signal(object)
    """Spot: the reader means its figure."""
    looked = Signal()
    """Another point or year is looked at."""
    years_chosen = Signal(int, int)
    """From slot to slot."""
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(False)
        self.chart = Chart()
        self.panels: list[Panel] = []
        self._pool: list[Panel] = []
        self.area = QSizeF(1, 1)
        self.theme = load("light")
        self._fonts = Fonts(self.font())
        self._looks: dict[int, Look] = {}
        self._drag: _Drag | None = None
        self._end = QPointF()
        self.slot: int | None = None
        self.hovered: Spot | None = None
        self.years: tuple[int, int] | None = None
        self._over = Over(self)
        self.scene().addItem(self._over)

    # what it shows

    def show_chart(self, chart: Chart, looks: dict[int, Look], theme: Theme, font: QFont) -> None:
        """Takes a chart; over the same slots as before the same part of it stays in sight."""
        same = chart.slots == self.chart.slots and chart.panels == self.chart.panels
        years = self.years if same else None
        self.chart, self.theme, self._looks = chart, theme, looks
        self._fonts = Fonts(font)
        self.slot, self.hovered, self.years, self._drag = None, None, years, None
        self.setBackground(theme.ground)
        every = range(len(chart.series))
        groups = [(at,) for at in every] if chart.panels else [tuple(every)] if chart.series else []
        while len(self._pool) < len(groups):
            self._pool.append(Panel(self.scene(), self))
        self.panels = self._pool[: len(groups)]
        for panel in self._pool:
            panel.set_visible(visible=panel in self.panels)
        setting = Setting(chart, looks, theme, self._fonts)
        for panel, group in zip(self.panels, groups, strict=True):
            title = chart.series[group[0]].name if chart.panels else ""
            panel.show(setting, group, title, keep=same and panel.setting is not None)
        self.place(self.area)

    def place(self, area: QSizeF) -> None:
        """Shares a size out between the fields."""
        self._over.prepareGeometryChange()
        self.area = area
        count = len(self.panels)
        if not count:
            return
        columns = next(columns for most, columns in _COLUMNS if count <= most)
        rows = -(-count // columns)
        width = (area.width() - 2 * PAD - (columns - 1) * _APART) / columns
        height = (area.height() - PAD - (rows - 1) * _APART) / rows
        for at, panel in enumerate(self.panels):
            row, column = divmod(at, columns)
            left, top = PAD + column * (width + _APART), row * (height + _APART)
            panel.place(QRectF(left, top, max(width, 1.0), max(height, 1.0)))

    def resizeEvent(self, ev: QResizeEvent | None) -> None:
        """Keeps the fields in proportion."""
        super().resizeEvent(ev)
        if hasattr(self, "panels"):
            self.place(QSizeF(self.viewport().size()))

    @property
    def spots(self) -> list[Spot]:
        """Where every point stands that is in sight."""
        return [spot for panel in self.panels for spot in panel.spots if self._in_sight(panel, spot)]

    @staticmethod
    def _in_sight(panel: Panel, spot: Spot) -> bool:
        return panel.field.left() - 1 <= spot.tip.x() <= panel.field.right() + 1

    # the reader's hand

    def whole(self) -> None:
        """All of it is seen again."""
        for panel in self.panels:
            if panel.setting is not None:
                panel.show(panel.setting, panel.series, panel.title)
        self.choose_years(None)
        self.place(self.area)

    def zoom(self, factor: float) -> None:
        """Zooms in time, around what is looked at."""
        for panel in self.panels[:1]:
            centre = None if self.slot is None else QPointF(self.chart.slots[self.slot].at, 0)
            panel.box.scaleBy(x=factor, center=centre)

    def closer(self, steps: int) -> None:
        """Zooms in or out by so many steps."""
        self.zoom(_CLOSER**steps)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is seen."""
        return all(self._is_whole(panel) for panel in self.panels)

    def _is_whole(self, panel: Panel) -> bool:
        seen, all_of_it = panel.box.viewRange()[X], whole(self.chart)
        return not panel.free and all(abs(one - other) < _SAME for one, other in zip(seen, all_of_it, strict=True))

    def moved(self, panel: Panel) -> None:
        """All fields are seen over the same times."""
        first, last = panel.box.viewRange()[X]
        for other in self.panels:
            if other is not panel and other.box.viewRange()[X] != [first, last]:
                other.box.setXRange(first, last, padding=0)
        self._over.update()

    def dragged(self, panel: Panel, event: Any, axis: int | None) -> None:
        """Moves; with Shift draws a band that is zoomed to; with Ctrl, or below the field, chooses years."""
        if event.button() == Qt.MouseButton.RightButton:
            event.ignore()
            return
        keys = event.modifiers()
        if event.isStart():
            years = axis == X or bool(keys & Qt.KeyboardModifier.ControlModifier)
            purpose = "band" if keys & Qt.KeyboardModifier.ShiftModifier else "years" if years else ""
            self._drag = _Drag(purpose, event.buttonDownScenePos(), panel) if purpose else None
        if self._drag is None:
            panel.box.drag(event, axis if axis is not None else None if panel.free else X)
            return
        event.accept()
        self._end = event.scenePos()
        if self._drag.purpose == "years":
            self.choose_years(
                (self.slot_at(panel, self._drag.start), self.slot_at(panel, self._end)), told=event.isFinish()
            )
        elif event.isFinish():
            self._zoom_to(panel, QRectF(self._drag.start, self._end).normalized() & panel.field)
        if event.isFinish():
            self._drag = None
        self._over.update()

    def _zoom_to(self, panel: Panel, band: QRectF) -> None:
        if band.width() < _BAND_LEAST:
            return
        scale = panel.scale
        panel.box.setXRange(scale.at(band.left()), scale.at(band.right()), padding=0)

    def choose_years(self, years: tuple[int, int] | None, *, told: bool = True) -> None:
        """Lays a veil over the slots from one to another; tells of them."""
        self.years = years
        self._over.update()
        if years is not None and told:
            self.years_chosen.emit(min(years), max(years))

    def clicked(self, panel: Panel, event: Any) -> None:  # noqa: ARG002
        """Points at the figure under the pointer; twice shows all again; right asks for the menu."""
        event.accept()
        if event.button() == Qt.MouseButton.RightButton:
            self.menu_wanted.emit(event.screenPos().toPoint())
        elif event.double():
            self.whole()
        elif event.button() == Qt.MouseButton.LeftButton:
            spot = self.spot_at(event.scenePos())
            if spot is not None:
                self.pointed.emit(spot)
            elif self.years is not None:
                self.choose_years(None)

    def spot_at(self, at: QPointF) -> Spot | None:
        """The point under the pointer; in a bar's column also above or below it."""
        spots = self.spots
        inside = [spot for spot in spots if spot.box.adjusted(-1, -2, 1, 2).contains(at)]
        if inside:
            return min(inside, key=lambda spot: (spot.tip - at).manhattanLength() if self._is_dot(spot) else 0)
        near = [spot for spot in spots if self._is_dot(spot) and (spot.tip - at).manhattanLength() < _NEAR]
        if near:
            return min(near, key=lambda spot: (spot.tip - at).manhattanLength())
        panel = self.panel_at(at)
        own = panel.spots if panel is not None and self.chart.form is not Form.STACK else []
        return next(
            (spot for spot in own if not self._is_dot(spot) and spot.box.left() <= at.x() <= spot.box.right()), None
        )

    def _is_dot(self, spot: Spot) -> bool:
        return is_dot(self.chart, self.chart.series[spot.series])

    def panel_at(self, at: QPointF) -> Panel | None:
        """The field that a place lies in."""
        return next((panel for panel in self.panels if panel.field.adjusted(0, -PAD, 0, 0).contains(at)), None)

    def slot_at(self, panel: Panel, at: QPointF) -> int:
        """The slot next to a place."""
        time = panel.scale.at(at.x())
        return min(range(len(self.chart.slots)), key=lambda slot: abs(self.chart.slots[slot].at - time))

    def mouseMoveEvent(self, ev: QMouseEvent) -> None:
        """Looks at the year under the pointer, and at the point."""
        super().mouseMoveEvent(ev)
        if not ev.buttons():
            at = ev.position()
            panel = self.panel_at(at)
            self.look_at(None if panel is None else self.slot_at(panel, at), self.spot_at(at))

    def leaveEvent(self, ev: QEvent) -> None:
        """Looks at nothing."""
        super().leaveEvent(ev)
        self.look_at(None, None)

    def look_at(self, slot: int | None, spot: Spot | None) -> None:
        """Shows the crosshair at a slot, and a point of it."""
        if (slot, spot) == (self.slot, self.hovered):
            return
        self.slot, self.hovered = slot if spot is None else spot.slot, spot
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor)
        self._over.update()
        self.looked.emit()

    def step(self, slots: int, series: int) -> None:
        """Looks at a neighbour: of the same line at another time, or of another line at the same."""
        spots = sorted(self.spots, key=lambda spot: (spot.series, spot.slot))
        if not spots:
            return
        if self.hovered is None:
            self._look_at_spot(spots[0] if slots + series > 0 else spots[-1])
            return
        at, line = self.hovered.slot, self.hovered.series
        if slots:
            row = [spot for spot in spots if spot.series == line]
            here = next((index for index, spot in enumerate(row) if spot.slot == at), 0)
            self._look_at_spot(row[(here + slots) % len(row)])
        else:
            column = [spot for spot in spots if spot.slot == at]
            here = next((index for index, spot in enumerate(column) if spot.series == line), 0)
            self._look_at_spot(column[(here + series) % len(column)])

    def _look_at_spot(self, spot: Spot) -> None:
        self.look_at(spot.slot, spot)

    # painting

    def paint_all(self, painter: QPainter) -> None:
        """All fields, for a file."""
        for panel in self.panels:
            painter.save()
            panel.paint_all(painter)
            painter.restore()

    def paint_over(self, painter: QPainter) -> None:
        """Years that are chosen, points, the crosshair with its card, the band."""
        if self.years is not None:
            self._paint_years(painter, self.years)
        for panel in self.panels:
            panel.paint_over(painter)
            panel.paint_names(painter)
        if self.slot is not None:
            self._paint_cross(painter, self.slot)
        if self._drag is not None and self._drag.purpose == "band":
            painter.setPen(QPen(self.theme.accent, 1))
            painter.setBrush(self._veil())
            painter.drawRect(QRectF(self._drag.start, self._end).normalized() & self._drag.panel.field)

    def _veil(self) -> QColor:
        veil = QColor(self.theme.accent)
        veil.setAlpha(_VEIL)
        return veil

    def _paint_years(self, painter: QPainter, years: tuple[int, int]) -> None:
        for panel in self.panels:
            scale, half = panel.scale, self._half()
            first, last = (self.chart.slots[at].at for at in sorted(years))
            left, right = max(scale.x(first - half), panel.field.left()), min(scale.x(last + half), panel.field.right())
            painter.fillRect(QRectF(left, panel.field.top(), right - left, panel.field.height()), self._veil())

    def _half(self) -> float:
        return apart(self.chart) / 2

    def _paint_cross(self, painter: QPainter, slot: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        for panel in self.panels:
            x = round(panel.scale.x(self.chart.slots[slot].at)) + 0.5
            if panel.field.left() <= x <= panel.field.right():
                painter.setPen(QPen(self.theme.secondary, 1, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(x, panel.field.top()), QPointF(x, panel.field.bottom()))
        if self.hovered is not None:
            painter.setPen(QPen(self.theme.text, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self._is_dot(self.hovered):
                painter.drawEllipse(self.hovered.tip, 6.5, 6.5)
            else:
                painter.drawRect(self.hovered.box)
        self._paint_card(painter, slot)

    def card(self, slot: int) -> list["Said"]:
        """What the crosshair says: of every line its index, name, value and growth."""
        lines = []
        for at, series in enumerate(self.chart.series):
            point = series.points[slot]
            if point is None:
                lines.append(Said(at, series.name, shown.NIL, ""))
                continue
            sign = f"{point.mark.value} " if point.mark.value else ""
            value = sign + self.chart.axis_of(series).full(point.told)
            name = "" if self.chart.form is Form.STEPS else series.name
            lines.append(Said(at, name, value, _signed(self.chart.growth(at, slot))))
        return lines

    def _paint_card(self, painter: QPainter, slot: int) -> None:
        fonts, lines = self._fonts, self.card(slot)
        metrics, head = fonts.small_metrics, self.chart.slots[slot].label
        elide = Qt.TextElideMode.ElideRight
        names = [metrics.elidedText(line.name, elide, _CARD_NAME) for line in lines]
        wide = [
            max(map(metrics.horizontalAdvance, words), default=0.0)
            for words in (names, [line.value for line in lines], [line.growth for line in lines])
        ]
        width = max(
            _SWATCH + sum(wide) + 4 * PAD + (PAD if wide[2] else 0),
            fonts.bold_metrics.horizontalAdvance(head) + 2 * PAD,
        )
        row = metrics.height() + _LEADING
        card = self._card_place(slot, QSizeF(width, fonts.metrics.height() + row * len(lines) + PAD))
        painter.setPen(self.theme.hairline)
        painter.setBrush(self.theme.panel)
        painter.drawRoundedRect(card, _ROUND, _ROUND)
        painter.setFont(fonts.bold)
        painter.setPen(self.theme.text)
        painter.drawText(QPointF(card.left() + PAD, card.top() + fonts.metrics.ascent() + _ROUND), head)
        painter.setFont(fonts.small)
        first = card.top() + fonts.metrics.height() + _ROUND
        for at, (line, name) in enumerate(zip(lines, names, strict=True)):
            place = QRectF(card.left() + PAD, first + at * row, width - 2 * PAD, row)
            self._paint_said(painter, place, line._replace(name=name), wide)

    def _paint_said(self, painter: QPainter, place: QRectF, line: "Said", wide: list[float]) -> None:
        swatch = QRectF(place.left(), place.center().y() - _SWATCH / 2, _SWATCH, _SWATCH)
        self._looks[line.series].swatch(painter, swatch, lines=False)
        quiet = self.hovered is not None and self.hovered.series != line.series
        names = QRectF(swatch.right() + PAD * 0.7, place.top(), wide[0] + 2, place.height())
        values = QRectF(names.right() + PAD, place.top(), wide[1], place.height())
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(self.theme.secondary if quiet else self.theme.text)
        painter.drawText(names, int(Qt.AlignmentFlag.AlignVCenter), line.name)
        painter.drawText(values, right, line.value)
        painter.setPen(self.theme.secondary)
        painter.drawText(QRectF(values.right() + PAD, place.top(), wide[2], place.height()), right, line.growth)

    def _card_place(self, slot: int, size: QSizeF) -> QRectF:
        """Beside what is looked at, where there is room."""
        x = self._cross_x(slot)
        left = x + PAD if x + PAD + size.width() < self.area.width() - 2 else x - PAD - size.width()
        left = max(2.0, min(left, self.area.width() - size.width() - 2))
        top = max(2.0, min(self._card_top(size.height()), self.area.height() - size.height() - 2))
        return QRectF(QPointF(left, top), size)

    def _cross_x(self, slot: int) -> float:
        if self.hovered is not None:
            return self.hovered.box.right() if not self._is_dot(self.hovered) else self.hovered.tip.x()
        return self.panels[0].scale.x(self.chart.slots[slot].at) if self.panels else 0.0

    def _card_top(self, height: float) -> float:
        if self.hovered is not None:
            return self.hovered.tip.y() - height / 2
        return self.panels[0].field.top() if self.panels else 0.0


def _signed(growth: Decimal | None) -> str:
    """`+6.5%`."""
    if growth is None:
        return ""
    text = shown.number(growth, 1, sign="%")
    return text if growth < 0 else f"+{text}"
