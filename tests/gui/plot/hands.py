"""The mouse over a chart, as Qt's own events."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.plot.canvas import Canvas
from gui.plot.geometry import Spot
from gui.snapshot import wait_until
from gui.views.chart import ChartView

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20.0


def canvas(view: ChartView) -> Canvas:
    """The drawn chart, once it is drawn."""
    assert wait_until(lambda: view.ready and view.canvas is not None, PATIENCE)
    assert view.canvas is not None
    return view.canvas


def spot(view: ChartView, series: int, slot: int) -> Spot:
    """Where a point stands."""
    return next(spot for spot in canvas(view).spots if (spot.series, spot.slot) == (series, slot))


def move(view: ChartView, at: QPointF) -> None:
    """Moves the pointer over the chart."""
    wait_until(lambda: False, 0.02)  # the view leaves out events that come too fast
    QTest.mouseMove(canvas(view).viewport(), at.toPoint())
    wait_until(lambda: False, 0.02)


def click(view: ChartView, at: QPointF, button: Qt.MouseButton = LEFT) -> None:
    """Clicks on the chart."""
    move(view, at)
    QTest.mouseClick(canvas(view).viewport(), button, NONE, at.toPoint())


def drag(view: ChartView, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = NONE) -> None:
    """Draws the mouse from one place to another."""
    kinds, port = QEvent.Type, canvas(view).viewport()

    def send(kind: QEvent.Type, at: QPointF, buttons: Qt.MouseButton = LEFT) -> None:
        button = Qt.MouseButton.NoButton if kind is kinds.MouseMove else LEFT
        place = QPointF(port.mapToGlobal(at.toPoint()))
        QApplication.sendEvent(port, QMouseEvent(kind, at, place, button, buttons, keys))
        wait_until(lambda: False, 0.02)

    send(kinds.MouseButtonPress, start)
    for part in range(1, 5):
        send(kinds.MouseMove, start + (end - start) * part / 4)
    send(kinds.MouseButtonRelease, end, Qt.MouseButton.NoButton)


def wheel(view: ChartView, at: QPointF, steps: int, keys: Qt.KeyboardModifier = NONE) -> None:
    """Turns the wheel over the chart."""
    port = canvas(view).viewport()
    event = QWheelEvent(
        at,
        QPointF(port.mapToGlobal(at.toPoint())),
        QPoint(0, 0),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - not inverted
    )
    QApplication.sendEvent(port, event)
