"""The tree's view: filter, selection, both ways."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from gui.session import Session
from gui.theme import Theme
from gui.views.outline import OutlineView
from tests.gui.drawn import tree


@pytest.fixture
def view(qtbot: QtBot, session: Session, theme: Theme) -> OutlineView:
    made = OutlineView(session, theme)
    qtbot.addWidget(made)
    made.resize(260, 600)
    made.show()
    return made


def row(view: OutlineView, title: str) -> QModelIndex:
    """The view's index of the first node with this title."""
    found = (view.proxy.mapFromSource(index) for index in view.model.walk() if index.data() == title)
    return next(found)


def test_building_the_view_changes_nothing(session: Session, view: OutlineView) -> None:
    assert session.current is None
    assert not view.tree.currentIndex().isValid()


def test_a_click_shows_the_section_to_the_others(qtbot: QtBot, session: Session, view: OutlineView) -> None:
    heard: list[object] = []
    session.shown.connect(heard.append)
    place = view.tree.visualRect(row(view, "Balance Sheets")).center()
    qtbot.mouseClick(view.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.statement is not None
    assert session.statement.id == "balance-sheet"
    assert len(heard) == 1


def test_moving_with_the_keyboard_shows(qtbot: QtBot, session: Session, view: OutlineView) -> None:
    session.show(session.analyses[0].path, "part-1/item-1")
    qtbot.keyClick(view.tree, Qt.Key.Key_Down)
    assert session.current is not None
    assert session.current.section == "part-1/item-2"


def test_what_the_session_shows_is_selected(session: Session, view: OutlineView) -> None:
    session.show(session.analyses[0].path, "part-2/item-8/note-2", "inventories")
    assert view.tree.currentIndex().data() == "Inventories"


def test_the_filter_keeps_parents_and_selection(
    session: Session, view: OutlineView, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(view.proxy)
    session.show(session.analyses[0].path, "part-2/item-8/balance-sheets")
    heard: list[object] = []
    session.shown.connect(heard.append)
    view.filter.setText("invent")
    assert tree(view.proxy).splitlines() == [
        "Harbor Lamp Company · 10-K 2003",
        "  Part II",
        "    8 Financial Statements",
        "      2 Inventories",
        "        # Inventories",
    ]
    view.filter.clear()
    assert view.tree.currentIndex().data() == "Balance Sheets"
    assert heard == []
    assert not view.tree.isExpanded(row(view, "Inventories"))


def test_items_are_found_by_number(view: OutlineView) -> None:
    view.filter.setText("item 7")
    assert "7 Management's" in tree(view.proxy)
    assert "Business" not in tree(view.proxy)


def test_escape_empties_the_filter_and_down_leaves_it(qtbot: QtBot, view: OutlineView) -> None:
    view.filter.setFocus()
    qtbot.keyClicks(view.filter, "zzz")
    assert tree(view.proxy) == ""
    qtbot.keyClick(view.filter, Qt.Key.Key_Escape)
    assert view.filter.text() == ""
    qtbot.keyClick(view.filter, Qt.Key.Key_Down)
    assert view.focusWidget() is view.tree


def test_a_second_filing_stands_with_the_first(session: Session, view: OutlineView, earlier: Analysis) -> None:
    session.show(session.analyses[0].path, "part-2/item-8/note-2", "inventories")
    session.open(earlier)
    company = view.proxy.index(0, 0)
    assert (view.proxy.rowCount(), company.data()) == (1, "Harbor Lamp Company")
    assert view.tree.isExpanded(company)
    assert view.tree.currentIndex().data() == "Inventories"
    first, second = view.proxy.index(0, 0, company), view.proxy.index(1, 0, company)
    assert view.tree.isExpanded(first)
    assert view.proxy.hasChildren(second)
    assert not view.tree.isExpanded(second)
    session.show(earlier.path)
    assert view.tree.isExpanded(second)


def test_a_line_over_filings_shows_nothing(
    qtbot: QtBot, session: Session, view: OutlineView, earlier: Analysis
) -> None:
    session.open(earlier)
    session.show(earlier.path)
    before = session.current
    qtbot.mouseClick(
        view.tree.viewport(), Qt.MouseButton.LeftButton, pos=view.tree.visualRect(view.proxy.index(0, 0)).center()
    )
    assert view.tree.currentIndex() == view.proxy.index(0, 0)
    assert session.current == before
    assert view.place_asked() is None


def test_the_filter_finds_in_filings_that_nobody_looked_at(
    session: Session, view: OutlineView, earlier: Analysis
) -> None:
    session.open(earlier)
    view.filter.setText("invent")
    lines = tree(view.proxy).splitlines()
    assert sum(line.strip() == "# Inventories" for line in lines) == 2
    view.filter.clear()
    assert view.tree.isExpanded(view.proxy.index(0, 0))


def test_all_filings_of_a_company_are_closed_at_once(session: Session, view: OutlineView, earlier: Analysis) -> None:
    session.open(earlier)
    view.close_asked.connect(session.close)
    menu, node = QMenu(view), view.tree.node(view.proxy.index(0, 0))
    assert node is not None
    view._group_menu(menu, node)
    menu.actions()[-1].trigger()
    assert session.analyses == ()


def test_it_draws_in_both_themes(view: OutlineView, session: Session) -> None:
    session.show(session.analyses[0].path, "part-2/item-8/balance-sheets")
    assert view.grab().size() == view.size()
