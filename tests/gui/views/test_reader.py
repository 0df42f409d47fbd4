"""The reader: sections as flowing text with tables, each paragraph and figure a way to its place."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextOption
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from gui.session import Session
from gui.theme import Theme
from gui.views.reader import ReaderView
from tests.gui import made_up


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> ReaderView:
    view = ReaderView(session)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    return view


def drawn(view: ReaderView) -> list[str]:
    """The page's lines of text."""
    return [line for line in view.browser.document().toPlainText().split("\n") if line.strip()]


def test_building_it_changes_nothing(session: Session, qtbot: QtBot) -> None:
    session.show(made_up.PATH, "part-1/item-1")
    told: list[object] = []
    for signal in (session.shown, session.pointed, session.options_changed, session.rows_selected):
        signal.connect(told.append)
    view = ReaderView(session)
    qtbot.addWidget(view)
    view.show()
    assert told == []


def test_an_item_as_flowing_text(view: ReaderView, session: Session) -> None:
    session.show(made_up.PATH, "part-1/item-1")
    assert drawn(view) == [
        "Item 1 Business",
        "Item 1 · page 2 · line 6",
        (
            "Harbor Lamp Company makes lamps for harbors and for the people who live by them. It sells through dealers in"
            " nine states, and had 41 employees at the end of the year."
        ),
    ]


def test_page_furniture_is_left_out(view: ReaderView, session: Session) -> None:
    session.show(made_up.PATH, "part-1/item-2")
    assert drawn(view)[-1] == "The Company owns one works of 40,000 square feet."


def test_a_note_has_its_table_with_figures_as_links(view: ReaderView, session: Session) -> None:
    session.show(made_up.PATH, "part-2/item-8/note-2")
    table = ("2003", "2002", "Raw materials", "$900", "$850", "Finished lamps", "600", "600", "$1,500", "$1,450")
    assert tuple(drawn(view)[-10:]) == table
    told: list[object] = []
    session.pointed.connect(told.append)
    figure = session.places(made_up.PATH).statements["inventories"].rows[0].figures[0]
    assert f'href="place:1/{figure.cite.start}-{figure.cite.end}"' in view.browser.toHtml()
    view.browser.anchorClicked.emit(QUrl(f"place:1/{figure.cite.start}-{figure.cite.end}"))
    assert len(told) == 1
    assert session.pointing is not None
    assert session.pointing.figure is not None
    assert session.pointing.figure.figure == figure


def test_an_item_of_parts_lists_them(view: ReaderView, session: Session) -> None:
    session.show(made_up.PATH, "part-2")
    assert "Item 8 Financial Statements" in drawn(view)[-1] or "Item 8  Financial Statements" in drawn(view)[-1]
    view.browser.anchorClicked.emit(QUrl("section:part-2/item-7"))
    assert session.current is not None
    assert session.current.section == "part-2/item-7"
    assert drawn(view)[0].startswith("Item 7 Management")


def test_what_is_incorporated_says_so(view: ReaderView, session: Session) -> None:
    session.show(made_up.PATH, "part-3/item-10")
    assert "Incorporated by reference" in drawn(view)


def test_a_filing_says_what_it_is(view: ReaderView, session: Session) -> None:
    session.show(made_up.PATH)
    page = drawn(view)
    assert page[:2] == ["Harbor Lamp Company", "Form 10-K for the period ended December 31, 2003"]
    assert {"CIK", "0000012345", "Balance Sheets", "Statements of Income"} <= set(page)
    assert [line for line in page if line.startswith("✓")] == ["✓ 15 sums tie   ▲ 1 does not"]
    view.browser.anchorClicked.emit(QUrl("statement:income-statement"))
    assert session.statement is not None
    assert session.statement.id == "income-statement"


def test_a_click_on_a_paragraph_points_at_its_lines(view: ReaderView, session: Session, qtbot: QtBot) -> None:
    session.show(made_up.PATH, "part-1/item-1")
    told: list[object] = []
    session.pointed.connect(told.append)
    cursor = QTextCursor(view.browser.document().find("nine states"))
    cursor.clearSelection()
    where = view.browser.cursorRect(cursor).center()
    qtbot.mouseClick(view.browser.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert len(told) == 1
    assert session.pointing is not None
    source = session.places(made_up.PATH).analysis.filing.document(1).source
    assert source.read(session.pointing.cites[0]).startswith("Harbor Lamp Company makes")
    assert drawn(view)[0] == "Item 1 Business"


def test_finding(view: ReaderView, session: Session, qtbot: QtBot) -> None:
    session.show(made_up.PATH, "part-1/item-1")
    view.open_find()
    qtbot.keyClicks(view.find_bar.line, "harbor")
    qtbot.waitUntil(lambda: view.finder.done)
    assert view.find_bar.count.text() == "1 of 2"
    assert len(view.browser.extraSelections()) == 2
    qtbot.keyClick(view.find_bar.line, Qt.Key.Key_Escape)
    assert view.browser.extraSelections() == []


def test_what_is_hidden_waits_until_it_is_seen(session: Session, qtbot: QtBot) -> None:
    view = ReaderView(session)
    qtbot.addWidget(view)
    session.show(made_up.PATH, "part-1/item-2")
    assert drawn(view) == []
    view.show()
    assert drawn(view)[0] == "Item 2 Properties"


def test_both_themes(view: ReaderView, session: Session, theme: Theme) -> None:
    session.show(made_up.PATH, "part-2/item-8/note-2")
    view.set_theme(theme)
    assert drawn(view)[0] == "Note 2 Inventories"
    drawn_page = view.grab().toImage()
    assert drawn_page.pixelColor(690, 480).name() == theme.ground.name()


def test_read_again_it_is_set_again(view: ReaderView, session: Session, analysis: Analysis) -> None:
    session.show(made_up.PATH)
    session.open(made_up.analysis(made_up.PATH, 2001))
    assert drawn(view)[1] == "Form 10-K for the period ended December 31, 2001"
    session.close(Path(made_up.PATH))
    assert drawn(view) == []


def test_no_word_of_a_table_is_broken_by_its_letters(view: ReaderView) -> None:
    assert view.browser.wordWrapMode() is QTextOption.WrapMode.WordWrap


def test_the_texts_words_are_zoomed_by_the_options(qtbot: QtBot, view: ReaderView, session: Session) -> None:
    before = view.browser.document().defaultFont().pixelSize()
    view.zoom(3)
    assert session.options.text_zoom == 3
    assert view.browser.document().defaultFont().pixelSize() == before + 3
    view.zoom(0)
    assert view.browser.document().defaultFont().pixelSize() == before
