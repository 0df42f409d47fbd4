"""A window in other sizes and colours: what it shows keeps its shape, and its words can be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.table.cells import COMPACT_ROW, ROW
from gui.theme import load
from tests.gui.test_main_window import run


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(tmp_path / "tieout.ini"))
    qtbot.addWidget(made)
    made.show()
    made.panes.restore()
    yield made
    made.close()


def test_titles_in_the_text_take_the_colour_of_another_theme(
    qtbot: QtBot, window: MainWindow, analysis: Analysis
) -> None:
    run(window, "theme.light")
    window.session.open(analysis)
    window.session.show(analysis.path, "part-1/item-1")
    reader = window.panes.parts.view("text")
    qtbot.waitUntil(lambda: reader.isVisible() and not window.panes.drawing)
    reader.grab()
    run(window, "theme.dark")
    title = reader.grab().toImage().copy(0, 0, reader.width(), 70)
    colours = {title.pixelColor(x, y).name() for x in range(title.width()) for y in range(title.height())}
    assert load("dark").text.name() in colours


def test_a_narrow_window_has_short_buttons(qtbot: QtBot, window: MainWindow, analysis: Analysis) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    menus = window.menus
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: menus.years.text() == "Years: 2003 against 2002")
    assert menus.find.text().startswith("Find a line")
    window.resize(740, 500)
    qtbot.waitUntil(lambda: menus.years.text() == "Years")
    assert menus.find.text().startswith("Find…")
    qtbot.waitUntil(lambda: menus.find.geometry().right() < menus.bar.width())
    assert window.width() == 740


def test_the_contents_grow_with_the_window_unless_the_reader_sized_them(
    qtbot: QtBot, window: MainWindow, analysis: Analysis
) -> None:
    window.resize(1280, 800)
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    qtbot.waitUntil(lambda: window.panes.parts.view("source").isVisible() and not window.panes.drawing)
    window.desk.reset_layout()
    assert window.panes.sizes()[0] == 236
    window.resize(1800, 900)
    qtbot.waitUntil(lambda: window.panes.sizes()[0] == 333)
    run(window, "pane.source")
    qtbot.waitUntil(lambda: not window.panes.parts.view("source").isVisible())
    assert window.panes.sizes()[0] == 333
    run(window, "pane.source")
    window.panes.setSizes([260, 800, 740])
    chosen = window.panes.sizes()[0]
    window.resize(1280, 800)
    qtbot.wait(50)
    assert abs(window.panes.sizes()[0] - chosen) < 3


@pytest.mark.parametrize("width", [640, 740, 820, 900, 960, 1040, 1280])
def test_the_buttons_always_have_room_for_their_words(
    qtbot: QtBot, window: MainWindow, analysis: Analysis, width: int
) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    window.resize(width, 600)
    find = window.menus.find
    qtbot.waitUntil(lambda: 0 < find.geometry().right() < window.menus.bar.width())
    metrics = find.fontMetrics()
    assert find.width() >= metrics.horizontalAdvance(find.text())
    assert find.text().startswith("Find")


def test_the_way_to_find_anything_has_room_in_an_empty_window_that_is_made_narrower(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1280, 600)
    find = window.menus.find
    qtbot.waitUntil(lambda: find.text().startswith("Find a line"))
    for width in (840, 700, 1100, 640):
        window.resize(width, 600)
        qtbot.waitUntil(lambda: 0 < find.geometry().right() < window.menus.bar.width())
        assert find.isVisible()
        assert find.width() >= find.fontMetrics().horizontalAdvance(find.text())


def test_a_chart_gives_way_to_eight_rows_and_comes_when_it_is_asked_for(
    qtbot: QtBot, window: MainWindow, analysis: Analysis
) -> None:
    window.resize(960, 360)
    window.panes.fill()
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    qtbot.waitUntil(lambda: window.panes.parts.made("chart") is not None and not window.panes.drawing)
    chart = window.panes.parts.view("chart")
    qtbot.waitUntil(lambda: not chart.isVisible())
    assert window.panes.shows("chart")
    run(window, "pane.chart")
    qtbot.waitUntil(chart.isVisible)
    run(window, "pane.chart")
    qtbot.waitUntil(lambda: not chart.isVisible())
    assert not window.panes.shows("chart")
    run(window, "pane.chart")
    window.resize(960, 800)
    qtbot.waitUntil(chart.isVisible)


def test_the_warning_is_one_line_and_more_on_a_click(qtbot: QtBot, window: MainWindow, analysis: Analysis) -> None:
    window.resize(900, 600)
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    notice = window.panes.parts.view("sheet").notice  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: notice.label.text().endswith(" …"))
    assert notice.label.text().removesuffix(" …") == notice.label._words[: len(notice.label.text()) - 2]
    assert notice.label._words[len(notice.label.text()) - 2] == " "
    low = notice.height()
    qtbot.mouseClick(notice.label, Qt.MouseButton.LeftButton)
    assert notice.label.text() == f"▲ {notice.text}"
    qtbot.waitUntil(lambda: notice.height() > low)
    qtbot.mouseClick(notice.label, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: notice.height() == low)


def test_what_a_line_is_called_has_room_before_its_change(qtbot: QtBot, window: MainWindow, analysis: Analysis) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    window.resize(760, 600)
    table = window.panes.parts.view("sheet").table  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: table.columnWidth(0) >= 190)
    shown = table.viewport().width()
    assert table.columnViewportPosition(2) + table.columnWidth(2) <= shown
    window.resize(1400, 600)
    qtbot.waitUntil(lambda: table.columnViewportPosition(4) + table.columnWidth(4) <= table.viewport().width())


def test_rows_are_lower_in_a_low_window_and_where_the_reader_wants_it(
    qtbot: QtBot, window: MainWindow, analysis: Analysis
) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    table = window.panes.parts.view("sheet").table  # type: ignore[attr-defined]
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: table.rowHeight(1) == ROW)
    run(window, "compact")
    assert table.rowHeight(1) == COMPACT_ROW
    run(window, "compact")
    assert table.rowHeight(1) == ROW
    window.resize(1280, 600)
    qtbot.waitUntil(lambda: table.rowHeight(1) == COMPACT_ROW)


@pytest.mark.parametrize(("size", "rows"), [((1280, 800), 12), ((1280, 720), 12), ((960, 540), 8)])
def test_a_table_has_its_rows_before_the_chart_has_its_room(
    qtbot: QtBot, window: MainWindow, analysis: Analysis, size: tuple[int, int], rows: int
) -> None:
    window.resize(*size)
    window.panes.fill()
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    qtbot.waitUntil(lambda: window.panes.parts.made("chart") is not None and not window.panes.drawing)
    sheet = window.panes.parts.view("sheet")
    table = sheet.table  # type: ignore[attr-defined]
    chart = window.panes.parts.view("chart")

    def seen() -> int:
        height = table.viewport().height()
        ends = (table.rowViewportPosition(row) + table.rowHeight(row) for row in range(table.model().rowCount()))
        return sum(end <= height for end in ends)

    qtbot.waitUntil(lambda: seen() >= rows, timeout=3000)
    assert chart.isVisible()
    assert chart.height() >= chart.minimumSizeHint().height()


def test_a_height_that_the_reader_shared_out_stays(qtbot: QtBot, window: MainWindow, analysis: Analysis) -> None:
    window.resize(1280, 800)
    window.panes.fill()
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    qtbot.waitUntil(lambda: window.panes.parts.made("chart") is not None and not window.panes.drawing)
    split = window.panes._heights
    qtbot.wait(50)
    split.setSizes([200, 400])
    split.splitterMoved.emit(200, 1)
    before = split.sizes()
    window.session.show(analysis.path, statement="income-statement")
    qtbot.wait(150)
    assert split.sizes() == before
    window.panes.reset()
    assert split.sizes()[0] > split.sizes()[1]
