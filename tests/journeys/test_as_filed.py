"""A reader works on a filing in HTML as it was filed: clicks a figure, finds words, copies, and leaves it by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.start import open_window
from gui.views.source import SourceView
from gui.web.page_view import RenderedPage
from tests.gui.web.hands import middle
from tests.gui.web.made_up import ten_k
from tests.gui.web.test_page_view import lit
from tests.journeys.conftest import Hand


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> RenderedPage:
    """The page of that filing, when it is drawn in the window."""
    path = tmp_path / "harbor-lamp.htm"
    path.write_text(ten_k())
    window.opener.open([path])
    qtbot.waitUntil(lambda: bool(window.panes.parts.made("source")), timeout=10_000)
    view = window.panes.parts.view("source")
    assert isinstance(view, SourceView)
    qtbot.waitUntil(lambda: view.paper.as_filed and not view.waiting, timeout=20_000)
    qtbot.wait(300)
    page = view.paper.page
    assert page is not None
    return page


def test_a_figure_of_the_page_selects_its_cell_and_a_cell_lights_its_figure(
    qtbot: QtBot, window: MainWindow, hand: Hand, page: RenderedPage
) -> None:
    source = window.session.analyses[0].filing.documents[0].source
    statement = window.session.statement
    assert statement is not None
    window.session.point_at(window.session.analyses[0].path, statement.rows[-1].figures[0].cite)
    qtbot.waitUntil(lambda: lit(page, qtbot, "strong") == "8,022", timeout=5000)
    qtbot.wait(300)
    hand.click(page.view, middle(page, qtbot, "2,257"))
    qtbot.waitUntil(lambda: lit(page, qtbot, "strong") == "2,257", timeout=5000)
    pointed = window.session.pointing
    assert pointed is not None
    assert pointed.figure is not None
    assert source.read(pointed.figure.figure.cite) == "2,257"


def test_keys_of_the_window_work_while_the_page_has_the_keyboard(
    qtbot: QtBot, window: MainWindow, hand: Hand, page: RenderedPage
) -> None:
    hand.click(page.view, middle(page, qtbot, "Equipment"))
    qtbot.wait(200)
    zoom = page.view.zoomFactor()
    hand.key("ctrl+plus")
    qtbot.waitUntil(lambda: page.view.zoomFactor() > zoom, timeout=5000)
    hand.key("ctrl+0")
    qtbot.waitUntil(lambda: page.view.zoomFactor() == zoom, timeout=5000)
    hand.key("ctrl+a", "ctrl+c")
    qtbot.waitUntil(lambda: "HARBOR LAMP COMPANY" in QGuiApplication.clipboard().text(), timeout=5000)
    view = window.panes.parts.view("source")
    assert isinstance(view, SourceView)
    hand.key("ctrl+f")
    hand.type("supplementary")
    qtbot.waitUntil(lambda: view.find_bar.count.text() == "1 of 1", timeout=5000)
    qtbot.waitUntil(lambda: lit(page, qtbot, "current") == "Supplementary", timeout=5000)
    hand.key("Escape")
    hand.key("F12")
    qtbot.waitUntil(lambda: not view.isVisible(), timeout=5000)


def test_the_side_that_was_chosen_is_shown_at_the_next_start(
    qtbot: QtBot, window: MainWindow, hand: Hand, page: RenderedPage, tmp_path: Path
) -> None:
    view = window.panes.parts.view("source")
    assert isinstance(view, SourceView)
    hand.click(view.bar.as_text)
    qtbot.waitUntil(lambda: not page.isVisible(), timeout=5000)
    window.settings.sync()
    again = open_window([tmp_path / "harbor-lamp.htm"], tmp_path / "tieout.ini")
    qtbot.waitUntil(lambda: bool(again.panes.parts.made("source")), timeout=10_000)
    source = again.panes.parts.view("source")
    assert isinstance(source, SourceView)
    qtbot.waitUntil(lambda: source.paper.has_sides, timeout=10_000)
    qtbot.wait(300)
    assert source.page.isVisible()
    assert source.bar.as_text.isChecked()
    hand.click(source.bar.as_filed)
    qtbot.waitUntil(lambda: source.paper.as_filed, timeout=10_000)
    again.close()
    again.deleteLater()
