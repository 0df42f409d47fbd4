"""Where a chart's points come to stand on a field of pixels: bars beside or on each other, steps, and dots on lines."""

import math
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from gui.plot.axis import aligned, powers, ticks
from gui.plot.chart import ZERO, Chart, Form, Point, Series

WIDEST_BAR = 54.0
_FILLED = 0.78
"""How much of a slot its bars fill."""
_WIDE = 0.62
"""The same where bars stand on each other."""
_GAP, _GAP_SHARE = 6.0, 0.15
_REACH = 8.0
"""Pixels around a dot that belong to it."""
_ROOM = 0.06
"""How much of the field is left free above and below a line that does not begin at zero."""


class Spot(NamedTuple):
    """Where a point stands: `series` and `slot` are indexes into the chart; its box, and the end of it that tells."""

    series: int
    slot: int
    box: QRectF
    tip: QPointF
    point: Point


class Scale(NamedTuple):
    """A field of pixels, and the values at its edges (logarithms where `log`)."""

    field: QRectF
    left: float
    right: float
    low: float
    high: float
    log: bool = False

    def x(self, at: float) -> float:
        """Where a time stands."""
        return self.field.left() + (at - self.left) / (self.right - self.left) * self.field.width()

    def y(self, value: float) -> float:
        """Where a value stands."""
        if self.log:
            value = math.log10(value) if value > 0 else self.low
        return self.field.bottom() - (value - self.low) / (self.high - self.low) * self.field.height()

    def at(self, x: float) -> float:
        """The time at a place."""
        return self.left + (x - self.field.left()) / (self.field.width() or 1) * (self.right - self.left)

    def slot(self, width: float) -> float:
        """How many pixels so much time takes."""
        return width / (self.right - self.left) * self.field.width()


class Range(NamedTuple):
    """The values between which a field is drawn, as it draws them, and its marks."""

    low: float
    high: float
    ticks: tuple[Decimal, ...]
    times: Decimal = Decimal(1)
    """What a value of the second axis is multiplied by to stand on the first."""


def apart(chart: Chart) -> float:
    """The distance between the nearest neighbours."""
    return min((later.at - earlier.at for earlier, later in pairwise(chart.slots)), default=1.0)


def whole(chart: Chart) -> tuple[float, float]:
    """From where to where all slots are seen."""
    half = max(apart(chart), _HALF_AT_LEAST) / 2
    return chart.slots[0].at - half, chart.slots[-1].at + half


_HALF_AT_LEAST = 0.25


def values(chart: Chart, series: Sequence[int], first: float, last: float) -> tuple[list[Decimal], list[Decimal]]:
    """The values seen between two times: those of the first axis, and those of the second."""
    found: tuple[list[Decimal], list[Decimal]] = [], []
    for at in series:
        for slot, point in zip(chart.slots, chart.series[at].points, strict=True):
            if point is not None and first <= slot.at <= last:
                found[chart.series[at].second].extend((point.foot + point.value, point.foot))
    return found


def fitted(chart: Chart, series: Sequence[int], first: float, last: float, most: int) -> Range:
    """The range in which everything between two times is seen, with at most so many marks."""
    here, second = values(chart, series, first, last)
    drawn = [value for value in here if value or chart.form is not Form.LINES]
    if chart.log:
        marks = powers(min(v for v in drawn if v > 0), max(drawn), most) if any(v > 0 for v in drawn) else (Decimal(1),)
        marks = marks if len(marks) > 1 else (marks[0], marks[0] * 10)
        return Range(math.log10(marks[0]), math.log10(marks[-1]), marks)
    if chart.axis.name.startswith("Index") and drawn:
        return _close(min(drawn), max(drawn), most)
    if second:
        shared = aligned(here or [ZERO], second, most)
        return Range(float(shared.ticks[0]), float(shared.ticks[-1]), shared.ticks, shared.times)
    marks = ticks(min((*here, ZERO)), max((*here, ZERO)), most)
    return Range(float(marks[0]), float(marks[-1]), marks)


def _close(least: Decimal, largest: Decimal, most: int) -> Range:
    """A range that does not begin at zero: an index is read by its distance from a hundred."""
    marks = ticks(least, largest, most) if least != largest else ticks(least - 1, largest + 1, most)
    room = float(marks[-1] - marks[0]) * _ROOM
    return Range(float(marks[0]) - room, float(marks[-1]) + room, marks)


def spots(chart: Chart, series: Sequence[int], scale: Scale, times: Decimal) -> list[Spot]:
    """Where every point of these series stands."""
    if chart.form in (Form.LINES, Form.DOTS):
        return _dots(chart, series, scale, times)
    bars = [at for at in series if not chart.series[at].second]
    dots = [at for at in series if at not in bars]
    return [*_bars(chart, bars, scale, times), *_dots(chart, dots, scale, times)]


def is_line(chart: Chart, series: Series) -> bool:
    """Whether a series is drawn as a line: all are, or it stands on the second axis over bars in time."""
    return chart.form is Form.LINES or (chart.timed and series.second and chart.form is Form.BARS)


def is_dot(chart: Chart, series: Series) -> bool:
    """Whether a series is drawn as dots, with a line or without."""
    return chart.form in (Form.LINES, Form.DOTS) or (series.second and chart.form is Form.BARS)


def _height(chart: Chart, at: int, value: Decimal, times: Decimal) -> float:
    return float(value * times if chart.series[at].second else value)


def _dots(chart: Chart, series: Sequence[int], scale: Scale, times: Decimal) -> list[Spot]:
    found = []
    for at in series:
        for index, (slot, point) in enumerate(zip(chart.slots, chart.series[at].points, strict=True)):
            if point is not None:
                tip = QPointF(scale.x(slot.at), scale.y(_height(chart, at, point.value, times)))
                box = QRectF(tip.x() - _REACH, tip.y() - _REACH, 2 * _REACH, 2 * _REACH)
                found.append(Spot(at, index, box, tip, point))
    return found


def _bars(chart: Chart, series: Sequence[int], scale: Scale, times: Decimal) -> list[Spot]:
    """Beside each other, or on each other where the chart says so."""
    beside = chart.form is Form.BARS
    count = len(series) if beside else 1
    room = scale.slot(apart(chart))
    width = min(WIDEST_BAR, room * (_FILLED if beside else _WIDE) / max(1, count))
    gap = min(_GAP, width * _GAP_SHARE) if count > 1 else 0.0
    found = []
    for place, at in enumerate(series):
        for index, (slot, point) in enumerate(zip(chart.slots, chart.series[at].points, strict=True)):
            if point is None:
                continue
            left = scale.x(slot.at) + width * ((place if beside else 0) - count / 2) + gap / 2
            foot = scale.y(_height(chart, at, point.foot, times))
            end = scale.y(_height(chart, at, point.foot + point.value, times))
            box = QRectF(left, min(foot, end), width - gap, max(abs(foot - end), 1.0))
            found.append(Spot(at, index, box, QPointF(box.center().x(), end), point))
    return found
