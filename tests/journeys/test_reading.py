"""A reader opens filings and works with them: by drop from a file manager, with the mouse, with the keyboard alone."""

import shutil
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from core.places import walk
from gui.main_window import MainWindow
from gui.views.outline import OutlineView
from tests.journeys.conftest import EARLIER, LATER, FileManager, Hand, opened, sheet


def test_a_file_dropped_from_a_file_manager_is_there(
    qtbot: QtBot, window: MainWindow, hand: Hand, file_manager: FileManager, tmp_path: Path
) -> None:
    folder = tmp_path / "dropped"
    folder.mkdir()
    copy = Path(shutil.copy(LATER, folder))
    file_manager(folder)
    manager = hand.window_named(folder.name)
    hand.place(manager, 0, 40, 400, 500)
    qtbot.wait(800)
    places = ((225, 175), (230, 200), (225, 150), (240, 220), (215, 185))  # where the only icon may be drawn
    for place in places:
        hand.drag(place, (900, 500))
        qtbot.wait(700)
        if window.opener.loading or window.session.analyses:
            break
    opened(qtbot, window, copy)
    assert window.windowTitle() == f"{copy.name} – Tieout"


def test_a_figure_lights_its_place_and_a_place_selects_its_figure(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    table = sheet(window)
    model = table.model()
    row, column = next(
        (row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if str(model.index(row, column).data() or "").strip("▲ ") == "16,170"
    )
    table.scrollTo(model.index(row, column))
    hand.click(table.viewport(), table.visualRect(model.index(row, column)).center())
    qtbot.waitUntil(lambda: window.session.pointing is not None, timeout=3000)
    pointed = window.session.pointing
    assert pointed is not None
    source = window.session.places(LATER).analysis.filing.document(pointed.cites[0].document).source
    assert source.read(pointed.cites[0]) == "16,170"
    hand.key("Up")
    qtbot.waitUntil(lambda: window.session.pointing is not None and window.session.pointing != pointed, timeout=3000)
    above = window.session.pointing
    assert above is not None
    assert source.read(above.cites[0]) == "377"


def test_the_keyboard_alone_finds_an_item_and_goes_back(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    before = window.session.current
    hand.key("ctrl+k")
    hand.type("legal proceedings")
    qtbot.wait(600)
    hand.key("Return")
    qtbot.waitUntil(lambda: window.session.current != before, timeout=3000)
    hand.key("alt+Left")
    qtbot.waitUntil(lambda: window.session.current == before, timeout=3000)


def test_copied_rows_are_a_table_for_a_spreadsheet(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    table = sheet(window)
    hand.click(table.viewport(), QPoint(table.viewport().width() // 2, table.viewport().height() // 2))
    hand.key("ctrl+a")
    hand.key("ctrl+c")
    qtbot.waitUntil(lambda: "Total assets" in QGuiApplication.clipboard().text(), timeout=3000)
    line = next(
        line for line in QGuiApplication.clipboard().text().splitlines() if line.strip().startswith("Total assets")
    )
    assert line.split("\t")[1:3] == ["30304", "28560"]


def test_two_filings_one_closed_the_other_stays(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([EARLIER, LATER])
    opened(qtbot, window, EARLIER, LATER)
    shown = window.session.current
    assert shown is not None
    hand.key("ctrl+w")
    qtbot.waitUntil(lambda: len(window.session.analyses) == 1, timeout=3000)
    left = window.session.analyses[0].path
    assert left != shown.path
    assert window.session.current is not None
    assert window.session.current.path == left


def test_the_filter_of_the_tree_leaves_what_is_asked_for(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    outline = window.panes.outline
    assert isinstance(outline, OutlineView)
    titles = [section.title for section in walk(window.session.analyses[0].outline)]
    assert any("leases" in title.casefold() for title in titles)
    hand.click(outline.findChildren(QLineEdit)[0])
    hand.type("leases")
    qtbot.wait(500)
    tree = next(view for view in outline.findChildren(QAbstractItemView) if view.isVisible())

    def drawn(root: QModelIndex) -> list[str]:
        model = tree.model()
        found = []
        for row in range(model.rowCount(root)):
            index = model.index(row, 0, root)
            inside = drawn(index)
            found += inside or [str(index.data())]
        return found

    left = drawn(tree.rootIndex())
    assert left
    assert all("lease" in title.casefold() for title in left)
