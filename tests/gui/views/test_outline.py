"""The tree's view: filter, selection, both ways."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.outline.section import SectionKind
from gui.models.outline_node import Node
from gui.session import Session, Shown
from gui.theme import Theme
from gui.views.outline import OutlineView, _elided
from tests.gui import made_up
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
    return next(index for index in view.model.walk() if index.data() == title)


def sought(view: OutlineView, words: str) -> str:
    """What the filter finds, drawn."""
    view.filter.setText(words)
    view.look()
    return tree(view.found)


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
    qtmodeltester.check(view.found)
    session.show(session.analyses[0].path, "part-2/item-8/balance-sheets")
    heard: list[object] = []
    session.shown.connect(heard.append)
    assert sought(view, "invent").splitlines() == [
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
    found = sought(view, "item 7")
    assert "7 Management's" in found
    assert "Business" not in found


def test_escape_empties_the_filter_and_down_leaves_it(qtbot: QtBot, view: OutlineView) -> None:
    view.filter.setFocus()
    qtbot.keyClicks(view.filter, "zzz")
    assert view.tree is view.whole  # until the reader pauses
    qtbot.waitUntil(lambda: view.tree is view.part)
    assert tree(view.found) == ""
    qtbot.keyClick(view.filter, Qt.Key.Key_Escape)
    assert view.filter.text() == ""
    qtbot.keyClick(view.filter, Qt.Key.Key_Down)
    assert view.focusWidget() is view.tree


def test_a_second_filing_stands_with_the_first(session: Session, view: OutlineView, earlier: Analysis) -> None:
    session.show(session.analyses[0].path, "part-2/item-8/note-2", "inventories")
    session.open(earlier)
    company = view.model.index(0, 0)
    assert (view.model.rowCount(), company.data()) == (1, "Harbor Lamp Company")
    assert view.whole.isExpanded(company)
    assert view.whole.currentIndex().data() == "Inventories"
    first, second = view.model.index(0, 0, company), view.model.index(1, 0, company)
    assert view.whole.isExpanded(first)
    assert view.model.hasChildren(second)
    assert not view.whole.isExpanded(second)
    session.show(earlier.path)
    assert view.whole.isExpanded(second)


def test_a_line_over_filings_shows_nothing(
    qtbot: QtBot, session: Session, view: OutlineView, earlier: Analysis
) -> None:
    session.open(earlier)
    session.show(earlier.path)
    before = session.current
    place = view.whole.visualRect(view.model.index(0, 0)).center()
    qtbot.mouseClick(view.whole.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.whole.currentIndex() == view.model.index(0, 0)
    assert session.current == before
    assert view.place_asked() is None


def test_the_filter_finds_in_filings_that_nobody_looked_at(
    session: Session, view: OutlineView, earlier: Analysis
) -> None:
    session.open(earlier)
    view.filter.setText("invent")
    view.look()
    lines = tree(view.found).splitlines()
    assert [line for line in lines if "10-K" in line] == [
        "Harbor Lamp Company · 10-K 2003",
        "Harbor Lamp Company · 10-K 2002",
    ]
    assert sum(line.strip() == "# Inventories" for line in lines) == 2
    view.filter.clear()
    assert view.whole.isExpanded(view.model.index(0, 0))


def test_all_filings_of_a_company_are_closed_at_once(session: Session, view: OutlineView, earlier: Analysis) -> None:
    session.open(earlier)
    view.close_asked.connect(session.close)
    menu, node = QMenu(view), view.whole.node(view.model.index(0, 0))
    assert node is not None
    view._group_menu(menu, node)
    menu.actions()[-1].trigger()
    assert session.analyses == ()


def test_it_draws_in_both_themes(view: OutlineView, session: Session) -> None:
    session.show(session.analyses[0].path, "part-2/item-8/balance-sheets")
    assert view.grab().size() == view.size()


def test_filings_come_and_go_while_the_filter_looks(
    session: Session, view: OutlineView, earlier: Analysis, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(view.found)
    sought(view, "invent")
    session.open(earlier)
    assert view.found.rowCount() == 2
    session.close(session.analyses[0].path)
    assert tree(view.found).splitlines()[0] == "Harbor Lamp Company · 10-K 2002"
    session.close(earlier.path)
    assert tree(view.found) == ""


def test_return_in_the_filter_shows_the_first_line_that_has_the_words(
    qtbot: QtBot, session: Session, view: OutlineView
) -> None:
    qtbot.keyClicks(view.filter, "invent")
    qtbot.keyClick(view.filter, Qt.Key.Key_Return)
    assert session.current is not None
    assert session.current.section == "part-2/item-8/note-2"
    assert view.tree.currentIndex().data() == "Inventories"
    assert view.focusWidget() is view.part


def test_what_was_found_is_open_and_the_whole_is_as_it_was(view: OutlineView) -> None:
    view.whole.collapse(row(view, "Part II"))
    sought(view, "invent")
    assert view.part.isExpanded(view.found.index(0, 0))
    view.filter.clear()
    assert view.tree is view.whole
    assert not view.whole.isExpanded(row(view, "Part II"))
    assert view.whole.isExpanded(view.model.index(0, 0))


def test_the_right_button_moves_nothing(qtbot: QtBot, session: Session, view: OutlineView) -> None:
    session.show(session.analyses[0].path, "part-1/item-1")
    place = view.tree.visualRect(row(view, "Balance Sheets")).center()
    qtbot.mouseClick(view.tree.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert view.tree.currentIndex().data() == "Business"
    assert session.current is not None
    assert session.current.section == "part-1/item-1"


def test_a_keystroke_with_a_hundred_filings_costs_a_few_frames(session: Session, view: OutlineView) -> None:
    """The time of one core, the best of a few: other programs may be busy."""
    for year in range(1900, 2000):
        session.open(made_up.analysis(Path(f"harbor-lamp-{year}.txt"), year))
    taken = []
    for words in ("s", "st", "bal", "zz", "e"):
        view.filter.setText(words)
        began = time.process_time()
        view.look()
        taken.append(time.process_time() - began)
        view._next.stop()
    assert sorted(taken)[len(taken) // 2] < 0.1


def test_a_statement_that_has_no_room_says_what_tells_it_from_the_others(qapp: object) -> None:
    fonts = QFontMetrics(QFont())
    node = Node(0, 0, Shown(Path("x")), SectionKind.STATEMENT, "Statements of Stockholders' Equity")
    assert _elided(fonts, node, 1000) == node.title
    room = fonts.horizontalAdvance("Stockholders' Equity") + 2
    assert _elided(fonts, node, room) == "Stockholders' Equity"
    plain = node._replace(kind=SectionKind.NOTE)
    assert _elided(fonts, plain, room).startswith("Statements")


def test_what_is_shown_stays_in_sight_when_other_filings_come(
    qtbot: QtBot, session: Session, view: OutlineView, earlier: Analysis
) -> None:
    view.resize(260, 300)
    path = session.analyses[0].path
    session.show(path, "part-3/item-10")
    qtbot.waitUntil(lambda: _in_sight(view))
    for number in range(6):
        session.open(replace(earlier, path=Path(f"earlier-{number}.txt")))
    qtbot.waitUntil(lambda: not view._sighting.isActive())
    assert _in_sight(view)


def test_who_has_scrolled_away_stays_there(
    qtbot: QtBot, session: Session, view: OutlineView, earlier: Analysis
) -> None:
    view.resize(260, 300)
    session.show(session.analyses[0].path, "part-3/item-10")
    qtbot.waitUntil(lambda: _in_sight(view) and not view._sighting.isActive())
    view.tree.verticalScrollBar().setValue(0)
    session.open(earlier)
    qtbot.wait(20)
    assert view.tree.verticalScrollBar().value() == 0


def _in_sight(view: OutlineView) -> bool:
    """Whether the current line is."""
    rect = view.tree.visualRect(view.tree.currentIndex())
    return bool(rect.top() >= 0 and rect.bottom() <= view.tree.viewport().height())


def test_down_goes_from_the_filter_to_what_was_found_in_the_filing_that_is_shown(
    qtbot: QtBot, session: Session, view: OutlineView, earlier: Analysis
) -> None:
    session.open(earlier)
    for path in (earlier.path, session.analyses[0].path):
        session.show(path)
        view.filter.setFocus()
        view.filter.setText("inventor")
        qtbot.keyClick(view.filter, Qt.Key.Key_Down)
        assert view.tree is view.part
        assert view.part.currentIndex().data() == "Inventories"
        assert session.current is not None
        assert (session.current.path, view.focusWidget()) == (path, view.part)
        view.filter.clear()


def test_what_was_found_stays_open_when_another_filing_comes_and_a_filing_without_it_ends_the_filter(
    qtbot: QtBot, session: Session, view: OutlineView, earlier: Analysis
) -> None:
    view.filter.setText("inventor")
    view.look()
    first = view.found.index(0, 0)
    assert view.part.isExpanded(first)
    session.open(earlier)
    assert view.found.rowCount() == 2
    assert all(view.part.isExpanded(view.found.index(row, 0)) for row in range(2))
    other = replace(made_up.analysis(Path("other-lamp.txt"), 1990), outline=(), statements=(), tables=())
    session.open(other)
    assert view.filter.text() == "inventor"
    session.show(other.path)
    assert (view.filter.text(), view.tree) == ("", view.whole)
