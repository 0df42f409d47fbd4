"""A reader goes through what does not tie: from list to figure and back, accepts it with a word, keeps a sum of their own."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.models.checks import Group
from gui.views.checks import ChecksView
from gui.views.details import DetailsView
from tests.journeys.conftest import LATER, Hand, opened, sheet


def checks(qtbot: QtBot, window: MainWindow, hand: Hand) -> ChecksView:
    hand.key("ctrl+j")
    qtbot.waitUntil(lambda: window.panes.page == "checks", timeout=3000)
    view = window.panes.parts.view("checks")
    assert isinstance(view, ChecksView)
    return view


def row_of(view: ChecksView, group: Group) -> int:
    return next(row for row, line in enumerate(view.model.values) if line.group is group and not line.head)


def test_a_finding_is_looked_at_accepted_and_that_is_undone(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    view = checks(qtbot, window, hand)
    place = view.table.visualRect(view.model.index(row_of(view, Group.OFF), 1)).center()
    hand.click(view.table.viewport(), place)
    qtbot.waitUntil(lambda: window.session.pointing is not None, timeout=3000)
    assert window.panes.page == "checks"
    hand.click(view.foot.accept)
    hand.type("Known to the company")
    hand.key("Return")
    qtbot.waitUntil(lambda: window.status.off.text() == "☑ 1 accepted", timeout=3000)
    view.table.setFocus()
    hand.key("Return")
    qtbot.waitUntil(lambda: window.panes.page == "table", timeout=3000)
    assert not window.panes.parts.view("sheet").notice.isVisible()  # type: ignore[attr-defined]
    hand.key("alt+Left")
    qtbot.waitUntil(lambda: window.panes.page == "checks", timeout=3000)
    hand.click(view.foot.undo)
    qtbot.waitUntil(lambda: window.status.off.text() == "▲ 1 does not tie", timeout=3000)


def test_a_sum_is_selected_and_kept(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    table = sheet(window)
    model = table.model()
    first = next(row for row in range(model.rowCount()) if str(model.index(row, 1).data()).strip())
    hand.click(table.viewport(), table.visualRect(model.index(first, 1)).center())
    for _ in range(5):
        hand.key("shift+Down")
    qtbot.waitUntil(window.status.keep.isVisible, timeout=3000)
    assert window.status.figures.text().startswith("Sum $")
    hand.key("ctrl+shift+k")
    qtbot.waitUntil(lambda: bool(window.panes.notices.words), timeout=3000)
    assert window.panes.notices.words[0].startswith("Kept. ")
    view = checks(qtbot, window, hand)
    assert view.model.values[row_of(view, Group.OWN)].own is not None


def test_links_lead_from_a_total_to_its_parts_and_back(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    table = sheet(window)
    model = table.model()
    total = next(row for row in range(model.rowCount()) if str(model.index(row, 0).data()) == "Total current assets")
    table.scrollTo(model.index(total, 1))
    hand.click(table.viewport(), table.visualRect(model.index(total, 1)).center())
    hand.key("ctrl+l")
    view = window.panes.parts.view("details")
    assert isinstance(view, DetailsView)
    qtbot.waitUntil(lambda: bool(view.lines.lines.values) and view.links.isChecked(), timeout=3000)
    before = window.session.pointing
    assert view.lines.lines.values[0].name == "Made of"
    hand.click(view.lines.viewport(), view.lines.visualRect(view.lines.lines.index(0, 1)).topLeft() + QPoint(30, 10))
    qtbot.waitUntil(lambda: window.session.pointing != before, timeout=3000)
    names = [line.name for line in view.lines.lines.values]
    assert "Goes into" in names
    hand.key("alt+Left")
    qtbot.waitUntil(lambda: window.session.pointing == before, timeout=3000)
