"""Paints what stands on a field: marks of the axes, bars, lines, their values, and what is the matter with them."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.plot.axis import Axis
from gui.plot.chart import Chart, Form, Mark, Slot
from gui.plot.geometry import Scale, Spot, is_dot, is_line
from gui.plot.look import Fonts, Look
from gui.theme import Theme, blend

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
MOST_LINES = 4
"""Lines of a name below a slot."""
LINES_OF = 4
"""The names below get no more than about one part in so many of a field's height."""
_NARROWEST = 34.0
"""Pixels that a name below needs; where slots are narrower, only every second or third says its own."""
_LABEL = 120.0
_MARK = 11.0
_CLEARING = 205
_CLEAR, _OVERHANG = 3, 7
"""Pixels between two values, and how far one may stand out over its bar."""
PAD = 8.0


def grid(painter: QPainter, scale: Scale, marks: Sequence[Decimal], theme: Theme) -> None:
    """A line at each mark; that of zero stronger."""
    for mark in marks:
        y = round(scale.y(float(mark))) + 0.5
        painter.setPen(QPen(theme.secondary if mark == 0 else theme.hairline, 1))
        painter.drawLine(QPointF(scale.field.left(), y), QPointF(scale.field.right(), y))


def labels(axis: Axis, marks: Sequence[Decimal], times: Decimal = Decimal(1)) -> list[str]:
    """What stands at the marks of an axis; those of a second one are a multiple of the first's."""
    own = [mark / times for mark in marks]
    if len(own) < 2:
        return [axis.label(mark, abs(mark) or Decimal(1)) for mark in own]
    distances = [later - earlier for earlier, later in pairwise(own)]
    if max(distances) > min(distances) * 2:
        return [axis.label(mark, mark) for mark in own]
    return [axis.label(mark, min(distances).normalize()) for mark in own]


def gutter(fonts: Fonts, words: Sequence[str]) -> float:
    """How wide an axis is that says these."""
    return max((fonts.small_metrics.horizontalAdvance(word) for word in words), default=0.0) + PAD


def lines_below(fonts: Fonts, height: float) -> int:
    """Lines that the names below have at most where a field and they are so high together."""
    return max(1, min(MOST_LINES, round(height / LINES_OF / fonts.small_metrics.height())))


def wrapped(fonts: Fonts, words: str, width: float, most: int = MOST_LINES) -> list[str]:
    """Words in lines of a width, at most so many, the last one cut short."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fonts.small_metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return [fonts.small_metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


def foot_height(fonts: Fonts, slots: Sequence[Slot], room: float, most: int = MOST_LINES) -> float:
    """How high the names below are, in so many lines at most, where each has so much room."""
    lines = max(len(wrapped(fonts, slot.label, max(_NARROWEST, room) - PAD / 2, most)) for slot in slots)
    return max(1, lines) * fonts.small_metrics.height() + PAD


def foot(
    painter: QPainter, scale: Scale, chart: Chart, room: float, theme: Theme, fonts: Fonts, most: int = MOST_LINES
) -> None:
    """The names of the slots below the field, in so many lines at most; of narrow ones only some."""
    painter.setFont(fonts.small)
    widest = max(fonts.small_metrics.horizontalAdvance(slot.label) for slot in chart.slots) + _CLEAR
    every = max(1, -(-int(min(_NARROWEST, widest)) // max(1, int(room))))
    first = scale.field.bottom() + PAD * 0.75
    height = fonts.small_metrics.height()
    for index, slot in enumerate(chart.slots):
        x = scale.x(slot.at)
        if index % every or not scale.field.left() - 1 <= x <= scale.field.right() + 1:
            continue
        painter.setPen(blend(theme.secondary, theme.ground, 0.45) if slot.missing else theme.secondary)
        wide = max(_NARROWEST, room * every)
        for at, line in enumerate(wrapped(fonts, slot.label, wide - PAD / 2, most)):
            painter.drawText(QRectF(x - wide / 2, first + at * height, wide, height), int(TOP), line)


def drawing(
    painter: QPainter,
    chart: Chart,
    spots: Sequence[Spot],
    looks: dict[int, Look],
    theme: Theme,
    fonts: Fonts,
    room: float,
) -> None:
    """Bars, lines and dots, then the values above them and what is the matter."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    for at in dict.fromkeys(spot.series for spot in spots):
        own = [spot for spot in spots if spot.series == at]
        if is_line(chart, chart.series[at]):
            _line(painter, own, looks[at])
        elif is_dot(chart, chart.series[at]):
            for spot in own:
                looks[at].mark(painter, spot.tip)
        elif chart.form is Form.STEPS:
            _steps(painter, own, looks[at], theme)
        else:
            for spot in own:
                looks[at].fill(painter, spot.box)
    if has_values(chart, spots, fonts, room):
        _values(painter, chart, spots, theme, fonts)
    _marks(painter, chart, spots, theme, fonts)


def _line(painter: QPainter, own: Sequence[Spot], look: Look) -> None:
    """An unbroken line between neighbours: where a time is missing it breaks."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(look.pen())
    run: list[Spot] = []
    for spot in own:
        if run and spot.slot != run[-1].slot + 1:
            painter.drawPolyline(QPolygonF([one.tip for one in run]))
            run = []
        run.append(spot)
    painter.drawPolyline(QPolygonF([one.tip for one in run]))
    for spot in own:
        look.mark(painter, spot.tip)


def _steps(painter: QPainter, own: Sequence[Spot], look: Look, theme: Theme) -> None:
    """A bridge: its ends as bars, what goes up and down in the colours of gain and loss, up solid and down hatched."""
    for at, spot in enumerate(own):
        if at in (0, len(own) - 1):
            look.fill(painter, spot.box)
        elif spot.point.value >= 0:
            painter.fillRect(spot.box, theme.gain)
        else:
            painter.fillRect(spot.box, blend(theme.loss, theme.ground, 0.7))
            painter.setPen(QPen(theme.loss, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(spot.box.adjusted(0.5, 0.5, -0.5, -0.5))
        if at:
            painter.setPen(QPen(theme.secondary, 1, Qt.PenStyle.DotLine))
            level = own[at - 1].tip.y()
            painter.drawLine(QPointF(own[at - 1].box.right(), level), QPointF(spot.box.left(), level))


def has_values(chart: Chart, spots: Sequence[Spot], fonts: Fonts, room: float) -> bool:
    """Whether the values are written at the bars: where every one of them has the room, and none stands on another."""
    if chart.form in (Form.LINES, Form.DOTS) or not spots:
        return False
    if chart.form is Form.STACK:
        return False
    bars = [spot for spot in spots if not is_dot(chart, chart.series[spot.series])]
    beside = len({spot.series for spot in bars})
    wide = room if beside == 1 else bars[0].box.width() + _OVERHANG if bars else 0.0
    words = (fonts.small_metrics.horizontalAdvance(_brief(chart, spot)) for spot in bars)
    return all(word <= wide - _CLEAR for word in words)


def _brief(chart: Chart, spot: Spot) -> str:
    return chart.axis_of(chart.series[spot.series]).brief(spot.point.told)


def _values(painter: QPainter, chart: Chart, spots: Sequence[Spot], theme: Theme, fonts: Fonts) -> None:
    painter.setFont(fonts.small)
    painter.setPen(theme.secondary)
    height = fonts.small_metrics.height()
    ground = QColor(theme.ground)
    ground.setAlpha(_CLEARING)  # the line of a mark does not run through a value
    for spot in spots:
        if is_dot(chart, chart.series[spot.series]):
            continue
        below = spot.point.value < 0
        top = spot.box.bottom() + 1 if below else spot.box.top() - height - 1
        words = _brief(chart, spot)
        wide = fonts.small_metrics.horizontalAdvance(words)
        painter.fillRect(QRectF(spot.tip.x() - wide / 2 - 1, top + 1, wide + 2, height - 2), ground)
        painter.drawText(QRectF(spot.tip.x() - _LABEL / 2, top, _LABEL, height), int(CENTRE), words)


def _marks(painter: QPainter, chart: Chart, spots: Sequence[Spot], theme: Theme, fonts: Fonts) -> None:
    """The signs of the table at figures that do not tie or were restated, in the table's colours."""
    painter.setFont(fonts.small)
    for spot in spots:
        if spot.point.mark is Mark.NONE:
            continue
        ink: QColor = theme.warning if spot.point.mark is Mark.OFF else theme.accent
        painter.setPen(QPen(ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dot = is_dot(chart, chart.series[spot.series])
        if dot:
            painter.drawEllipse(spot.tip, _MARK / 2 + 1, _MARK / 2 + 1)
        else:
            painter.drawRect(spot.box.adjusted(-0.5, -0.5, 0.5, 0.5))
        at = spot.tip if dot else QPointF(spot.box.left(), spot.box.top())
        place = QRectF(at.x() - _MARK - 1, at.y() - _MARK, _MARK, _MARK + 2)
        painter.drawText(place, int(CENTRE), spot.point.mark.value)
