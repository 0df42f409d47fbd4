"""A reader works on: another theme, a file that changes, words in the source, other years, and the end of a day."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.views.source import SourceView
from tests.journeys.conftest import EARLIER, LATER, Hand, opened, sheet


def command(hand: Hand, qtbot: QtBot, words: str) -> None:
    """Finds a command by its words, and runs it."""
    hand.key("ctrl+k")
    hand.type(f">{words}")
    qtbot.wait(400)
    hand.key("Return")


def shown_as_text(window: MainWindow) -> str:
    """Every cell of the shown table."""
    model = sheet(window).model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return "\n".join(" | ".join(str(model.index(row, column).data() or "") for column in columns) for row in rows)


def test_the_dark_theme_darkens_the_whole_window(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    for name in ("dark", "light"):
        command(hand, qtbot, name)
        qtbot.waitUntil(lambda name=name: window.theme.name.lower() == name, timeout=3000)  # type: ignore[misc]
        qtbot.wait(300)
        picture = window.grab().toImage()
        table = sheet(window).viewport()
        for place in (QPoint(3, table.height() - 3), QPoint(table.width() - 3, 3)):
            at = table.mapTo(window, place)
            assert picture.pixelColor(at * picture.devicePixelRatio()).name() == window.theme.ground.name(), (
                name,
                place,
            )


def test_a_file_that_changes_is_read_again(qtbot: QtBot, window: MainWindow, hand: Hand, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    text = LATER.read_text(encoding="utf-8")
    copy.write_text(text, encoding="utf-8")
    window.opener.open([copy])
    opened(qtbot, window, copy)
    assert "16,170" in shown_as_text(window)
    copy.write_text(text.replace("16,170", "16,870"), encoding="utf-8")
    qtbot.waitUntil(lambda: any("changed on disk" in words for words in window.panes.notices.words), timeout=10_000)
    assert "16,170" in shown_as_text(window)
    hand.key("F5")
    qtbot.waitUntil(lambda: "16,870" in shown_as_text(window), timeout=10_000)
    qtbot.waitUntil(lambda: not window.panes.notices.words, timeout=3000)


def test_words_are_found_in_the_source(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    source = window.panes.parts.view("source")
    assert isinstance(source, SourceView)
    hand.key("ctrl+4")
    hand.key("ctrl+f")
    hand.type("scaffolds")
    qtbot.waitUntil(lambda: len(source.finder.matches) > 1, timeout=3000)
    before = source.find_bar.count.text()
    hand.key("Return")
    qtbot.waitUntil(lambda: source.find_bar.count.text() != before, timeout=3000)
    assert all(
        source.page.source.text[match.start : match.end].casefold() == "scaffolds" for match in source.finder.matches
    )
    hand.key("Escape")
    qtbot.waitUntil(source.page.hasFocus, timeout=3000)


def test_any_two_years_are_compared_by_the_menu(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    window.session.show(LATER, None, "income-statement")
    qtbot.wait(300)
    heads = [str(sheet(window).model().headerData(column, sheet(window).head.orientation())) for column in range(6)]  # type: ignore[attr-defined]
    assert heads == ["", "2003", "2002", "2001", "Change", "%"]
    assert "Net sales | 44,317 | 41,591 | 40,509 | 2,726 | 6.6" in shown_as_text(window)
    hand.key("alt+y")
    menu = popup(qtbot)
    columns = next(action for action in menu.actions() if action.menu() and "Columns" in action.text())
    hand.click(menu, menu.actionGeometry(columns).center())
    qtbot.waitUntil(lambda: popup(qtbot) is not menu, timeout=3000)
    inside = popup(qtbot)
    wanted = next(action for action in inside.actions() if action.text() == "2003 against 2001")
    hand.click(inside, inside.actionGeometry(wanted).center())
    qtbot.waitUntil(lambda: "Net sales | 44,317 | 41,591 | 40,509 | 3,808 | 9.4" in shown_as_text(window), timeout=3000)


def popup(qtbot: QtBot) -> QMenu:
    """The menu that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=3000)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_last_filing_closed_the_first_page_is_back(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    hand.key("ctrl+w")
    qtbot.waitUntil(lambda: not window.session.analyses, timeout=3000)
    qtbot.waitUntil(lambda: window.panes.page == "welcome", timeout=3000)
    assert window.panes.outline.isHidden()
    assert window.windowTitle() == "Tieout"
    hand.key("Tab")
    hand.key("Return")  # the first of what is offered
    qtbot.waitUntil(lambda: bool(window.session.analyses), timeout=10_000)


def test_two_years_of_an_item_are_compared_and_left_by_escape(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER, EARLIER])
    opened(qtbot, window, LATER, EARLIER)
    hand.key("ctrl+k")
    hand.type("10-K 2003 properties")
    qtbot.wait(600)
    hand.key("Return")
    qtbot.waitUntil(lambda: window.panes.page == "text", timeout=3000)
    section = window.session.current
    hand.key("ctrl+shift+c")
    qtbot.waitUntil(lambda: window.panes.page == "compare", timeout=3000)
    assert "Properties" in window.panes.parts.view("compare").section.currentText().title()  # type: ignore[attr-defined]
    hand.key("ctrl+1")
    hand.key("Escape")
    qtbot.waitUntil(lambda: window.panes.page == "text", timeout=3000)
    assert window.session.current == section
    hand.key("alt+Left")
    qtbot.waitUntil(lambda: window.panes.page == "compare", timeout=3000)


def test_a_filing_that_was_closed_comes_back(qtbot: QtBot, window: MainWindow, hand: Hand) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    window.session.show(LATER, None, "income-statement")
    hand.key("ctrl+w")
    qtbot.waitUntil(lambda: not window.session.analyses, timeout=3000)
    hand.key("ctrl+alt+w")
    opened(qtbot, window, LATER)
    assert window.session.statement is not None
    assert window.session.statement.id == "income-statement"


def test_a_window_as_large_as_the_screen_fits_it_with_its_frame(qtbot: QtBot, window: MainWindow) -> None:
    screen = window.screen().availableGeometry()
    qtbot.waitUntil(lambda: window.frameGeometry() != window.geometry(), timeout=5000)
    window.resize(screen.size())
    qtbot.waitUntil(lambda: window.size() == screen.size(), timeout=5000)
    assert not screen.contains(window.frameGeometry())
    window.fit_to_screen()
    qtbot.waitUntil(lambda: screen.contains(window.frameGeometry()), timeout=5000)


def test_what_is_zoomed_by_keys_is_the_table_that_has_the_keyboard(
    qtbot: QtBot, window: MainWindow, hand: Hand
) -> None:
    window.opener.open([LATER])
    opened(qtbot, window, LATER)
    hand.key("ctrl+2")
    qtbot.waitUntil(sheet(window).hasFocus, timeout=3000)
    hand.key("ctrl+equal")
    qtbot.waitUntil(lambda: window.session.options.table_zoom == 1, timeout=3000)
    hand.key("ctrl+0")
    qtbot.waitUntil(lambda: window.session.options.table_zoom == 0, timeout=3000)
