"""A reader works with the chart: from a bar to the page, closer and back, years by hand, lines off and on, other kinds."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.options import ChartKind
from gui.plot.canvas import Canvas
from gui.plot.geometry import Spot
from gui.views.chart import ChartView
from tests.journeys.conftest import LATER, Hand, opened, sheet


def shown(qtbot: QtBot, window: MainWindow) -> ChartView:
    """The income statement with its chart, drawn."""
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    window.session.show(LATER, None, "income-statement")
    view = window.panes.parts.view("chart")
    assert isinstance(view, ChartView)
    qtbot.waitUntil(lambda: view.ready and view.canvas is not None, timeout=20_000)
    qtbot.wait(200)
    return view


def canvas(view: ChartView) -> Canvas:
    """What is drawn."""
    assert view.canvas is not None
    return view.canvas


def port(view: ChartView) -> QWidget:
    """What the mouse moves over."""
    made: QWidget = canvas(view).viewport()
    return made


def spot(view: ChartView, series: int, slot: int) -> Spot:
    """Where a point stands."""
    return next(spot for spot in canvas(view).spots if (spot.series, spot.slot) == (series, slot))


def drag(qtbot: QtBot, hand: Hand, view: ChartView, start: QPointF, end: QPointF) -> None:
    """Drags over the chart, by places on it."""
    ratio = view.devicePixelRatioF()
    places = [port(view).mapToGlobal(at.toPoint()) * ratio for at in (start, end)]
    hand.drag((places[0].x(), places[0].y()), (places[1].x(), places[1].y()))
    qtbot.wait(200)


def cells(window: MainWindow) -> set[tuple[int, int]]:
    """What is selected in the table."""
    return {(index.row(), index.column()) for index in sheet(window).selectionModel().selectedIndexes()}


def test_from_a_bar_to_its_cell_and_its_characters(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    view = shown(qtbot, window)
    hand.click(port(view), spot(view, 1, 2).box.center().toPoint())
    qtbot.waitUntil(lambda: window.session.pointing is not None, timeout=3000)
    pointing = window.session.pointing
    assert pointing is not None
    assert pointing.figure is not None
    assert pointing.figure.figure.text.strip("$ ") == "3,064"
    assert [series.name for series in view.chart.series] == ["Net sales", "Net income"]
    column = 1
    assert cells(window) == {(pointing.figure.row, column)}


def test_the_crosshair_says_the_whole_year(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    view = shown(qtbot, window)
    hand.move(port(view), spot(view, 0, 1).box.center().toPoint())
    qtbot.waitUntil(lambda: canvas(view).slot == 1, timeout=3000)
    assert [line.name for line in canvas(view).card(1)] == ["Net sales", "Net income"]


def test_closer_with_the_wheel_and_back_with_two_clicks(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    view = shown(qtbot, window)
    hand.move(port(view), spot(view, 0, 2).box.center().toPoint())
    hand.wheel(3)
    qtbot.waitUntil(lambda: not canvas(view).is_whole, timeout=3000)
    field = canvas(view).panels[0].field
    first = canvas(view).panels[0].box.viewRange()[0][0]
    drag(qtbot, hand, view, field.center(), field.center() + QPointF(80, 0))
    assert canvas(view).panels[0].box.viewRange()[0][0] < first
    empty = QPoint(round(field.left()) + 3, round(field.top()) + 3)
    hand.move(port(view), empty)
    hand.twice()
    qtbot.waitUntil(lambda: canvas(view).is_whole, timeout=3000)


def test_years_drawn_below_the_chart_are_chosen_in_the_table(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    view = shown(qtbot, window)
    below = canvas(view).panels[0].field.bottom() + 10
    drag(qtbot, hand, view, QPointF(spot(view, 0, 1).tip.x(), below), QPointF(spot(view, 0, 2).tip.x(), below))
    qtbot.waitUntil(lambda: canvas(view).years == (1, 2), timeout=3000)
    sales, income = (series.row for series in view.chart.series)
    assert cells(window) == {(row, column) for row in (sales, income) for column in (1, 2)}
    assert view.chart.title == "Net sales and net income"


def test_lines_are_switched_in_the_legend_and_kinds_by_keys(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    view = shown(qtbot, window)
    hand.click(view.head.entries[0])
    qtbot.waitUntil(lambda: [series.name for series in view.chart.series] == ["Net income"], timeout=3000)
    hand.key("ctrl+3")
    qtbot.waitUntil(view.hasFocus, timeout=3000)
    for key, kind in (
        ("g", ChartKind.GROWTH),
        ("r", ChartKind.BRIDGE),
        ("m", ChartKind.MULTIPLES),
        ("a", ChartKind.AUTO),
    ):
        hand.key(key)
        qtbot.waitUntil(lambda kind=kind: window.session.options.chart is kind, timeout=3000)  # type: ignore[misc]
    hand.key("Right", "Right", "Return")
    qtbot.waitUntil(lambda: window.session.pointing is not None, timeout=3000)
