"""The window as a whole: pages, panes, notices, commands, what it keeps."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.tagged import Rows
from gui.dialogs.printing import PrintPreview
from gui.main_window import MainWindow
from gui.options import ChartKind, Scale
from gui.settings import Settings
from gui.views.details import DetailsView
from gui.views.drop import DropCover, drop_words
from tests.gui.made_up import cite_of, with_tags
from tests.gui.test_opening import TEXT


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "tieout.ini"


@pytest.fixture
def window(qtbot: QtBot, settings_file: Path) -> Iterator[MainWindow]:
    made = MainWindow(Settings(settings_file))
    qtbot.addWidget(made)
    made.show()
    made.panes.restore()
    yield made
    made.close()


@pytest.fixture
def filing(tmp_path: Path) -> Path:
    path = tmp_path / "lamp.txt"
    path.write_text(TEXT)
    return path


def run(window: MainWindow, ident: str) -> None:
    """Runs a command as the menu does."""
    window.commands.run(window.commands[ident])


def can(window: MainWindow, ident: str) -> bool:
    return window.commands.can(window.commands[ident])


def test_it_begins_with_the_welcome_page(window: MainWindow) -> None:
    assert window.panes.page == "welcome"
    assert not window.panes.outline.isVisible()
    able = {command.id for command in window.commands if window.commands.can(command)}
    assert {"open", "paste", "quit", "about", "shortcuts", "palette"} <= able
    assert not able & {"close", "reload", "find", "export.xlsx", "back", "checks", "compare", "off.next"}


def test_a_statement_and_a_section_have_their_pages(qtbot: QtBot, window: MainWindow, analysis: Analysis) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    assert window.panes.page == "table"
    qtbot.waitUntil(lambda: window.windowTitle() == "harbor-lamp-2003.txt – Tieout")
    window.session.show(analysis.path, "part-1/item-1")
    assert window.panes.page == "text"
    run(window, "close")
    assert window.panes.page == "welcome"


def test_the_status_bar_tells_of_the_filing(window: MainWindow, analysis: Analysis) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path)
    assert window.status.what.text() == "10-K  ·  fiscal year 2003  ·  plain text"
    assert window.status.ties.text() == "✓ 15 sums tie"
    assert window.status.off.text() == "▲ 1 does not tie"
    assert window.status.took.text() == "opened in 0.06 s"


def test_the_checks_are_a_page_that_a_second_call_leaves(window: MainWindow, analysis: Analysis) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    run(window, "checks")
    assert window.panes.page == "checks"
    run(window, "checks")
    assert window.panes.page == "table"
    run(window, "checks")
    window.session.point_at(analysis.path, cite_of(analysis, "$17,900"))
    assert window.panes.page == "table"


def test_the_next_sum_that_does_not_tie(window: MainWindow, analysis: Analysis) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path)
    run(window, "off.next")
    assert window.session.statement is not None
    assert window.session.statement.id == "balance-sheet"
    assert window.session.pointing is not None
    assert window.session.pointing.cites[0] == cite_of(analysis, "$17,900")


def test_tables_follow_one_another(window: MainWindow, analysis: Analysis) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path)
    seen = []
    for _ in range(4):
        run(window, "table.next")
        seen.append(window.session.statement.id if window.session.statement else "")
    assert seen == ["balance-sheet", "income-statement", "inventories", "balance-sheet"]
    run(window, "back")
    assert window.session.statement is not None
    assert window.session.statement.id == "inventories"


def test_panes_hide_and_come_back(qtbot: QtBot, window: MainWindow, analysis: Analysis) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    for name in ("contents", "source", "chart"):
        run(window, f"pane.{name}")
        assert not window.panes.shows(name)
    assert not window.panes.outline.isVisible()
    run(window, "reset_layout")
    assert all(window.panes.shows(name) for name in ("contents", "source", "chart"))
    assert window.panes.outline.isVisible()


def test_f6_goes_round_the_panes(qtbot: QtBot, window: MainWindow, analysis: Analysis) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    window.panes.fill()
    qtbot.wait(60)
    window.activateWindow()
    run(window, "focus.contents")
    assert QApplication.focusWidget() is window.panes.outline.tree
    places = []
    for _ in range(4):
        run(window, "pane.next")
        focused = QApplication.focusWidget()
        names = ("contents", "sheet", "chart", "source")
        views = [(name, window.panes.parts.made(name)) for name in names]
        places.append(next((name for name, view in views if view and focused and view.isAncestorOf(focused)), "none"))
    assert places[0] == "sheet"
    assert places[-1] == "contents" or "none" not in places
    assert len(set(places)) >= 3


@pytest.mark.parametrize("mark", ["failed", "changed", "vanished"])
def test_notices_name_the_file(window: MainWindow, filing: Path, mark: str) -> None:
    arguments = (filing, "the file is empty") if mark == "failed" else (filing,)
    getattr(window.opener, mark).emit(*arguments)
    assert len(window.panes.notices.words) == 1
    assert "lamp.txt" in window.panes.notices.words[0]


def test_reload_puts_the_notice_away(qtbot: QtBot, window: MainWindow, filing: Path) -> None:
    window.opener.open([filing])
    qtbot.waitUntil(lambda: window.session.current is not None, timeout=20_000)
    filing.write_text(TEXT + "\nmore\n")
    window.opener.look()
    bar = window.panes.notices.bar(f"file:{filing}")
    assert bar is not None
    with qtbot.waitSignal(window.opener.settled, timeout=20_000):
        bar.buttons[0].click()
    assert window.panes.notices.words == ()


def test_a_fault_of_our_own_is_told_with_its_details(window: MainWindow) -> None:
    window.report("ValueError: too much", "Traceback ...")
    bar = window.panes.notices.bar("fault")
    assert bar is not None
    bar.buttons[0].click()
    assert QApplication.clipboard().text() == "Traceback ..."


def test_a_drop_anywhere_opens(qtbot: QtBot, window: MainWindow, filing: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(filing))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings(action="ignore"):  # deprecated, and the only constructor there is
        enter = QDragEnterEvent(QPoint(90, 90), copy, data, left, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(90, 90), copy, data, left, none))
    qtbot.waitUntil(lambda: window.session.current is not None, timeout=20_000)
    qtbot.waitUntil(lambda: window.settings.recent == (filing,))


def test_what_a_drop_would_do_is_shown_over_the_window_until_it_is_done(
    window: MainWindow, analysis: Analysis, filing: Path
) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(filing)), QUrl.fromLocalFile(str(filing.with_name("other.txt")))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings(action="ignore"):  # deprecated, and the only constructor there is
        window.dragEnterEvent(QDragEnterEvent(QPoint(90, 90), copy, data, left, none))
    cover = window.findChild(DropCover)
    assert cover is not None
    assert cover.isVisible()
    assert cover.words == "Open 2 files"
    assert not window.grab().isNull()
    window.dragLeaveEvent(QDragLeaveEvent())
    assert cover.isHidden()
    assert [drop_words([filing]), drop_words([])] == ["Open lamp.txt", "Get this filing"]


def test_a_pasted_path_opens(qtbot: QtBot, window: MainWindow, filing: Path) -> None:
    QApplication.clipboard().setText(str(filing))
    run(window, "paste")
    qtbot.waitUntil(lambda: window.session.current is not None, timeout=20_000)
    QApplication.clipboard().setText("no path")
    run(window, "paste")
    assert window.panes.notices.words == ("What was copied is neither a file nor the path of one.",)


def test_options_theme_and_layout_are_kept(qtbot: QtBot, settings_file: Path, analysis: Analysis) -> None:
    first = MainWindow(Settings(settings_file))
    qtbot.addWidget(first)
    first.show()
    first.session.open(analysis)
    first.session.show(analysis.path, statement="balance-sheet")
    first.resize(700, 600)
    for ident in ("scale.millions", "chart.lines", "theme.dark", "pane.contents"):
        run(first, ident)
    first.close()
    again = MainWindow(Settings(settings_file))
    qtbot.addWidget(again)
    assert again.session.options.scale is Scale.MILLIONS
    assert again.session.options.chart is ChartKind.LINES
    assert again.theme.dark
    assert not again.panes.shows("contents")
    assert (again.width(), again.height()) == (700, 600)
    run(again, "theme.system")
    again.close()


def test_themes_change_at_once(window: MainWindow, analysis: Analysis) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    run(window, "theme.dark")
    assert QApplication.palette().base().color().name() == "#16191e"
    run(window, "theme.light")
    assert QApplication.palette().base().color().name() == "#ffffff"


def test_every_command_that_can_runs(
    qtbot: QtBot, window: MainWindow, analysis: Analysis, earlier: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.actions.QFileDialog.getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr("gui.saving.QFileDialog.getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr("gui.actions.QFileDialog.getExistingDirectory", lambda *_: "")
    monkeypatch.setattr("gui.actions.samples", tuple)
    window.session.open(earlier)
    window.session.open(analysis)
    window.panes.fill()
    qtbot.wait(50)
    last = ("reload", "close", "close.all", "quit", "full_screen")
    for command in window.commands:
        if command.id not in last:
            window.session.show(analysis.path, statement="balance-sheet")
            window.commands.run(command)
            qtbot.wait(5)
    run(window, "close.all")
    assert window.session.analyses == ()


def test_nothing_is_a_window_but_the_window(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.wait(20)
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [window]


def test_all_years_are_a_page_that_stays(
    qtbot: QtBot, window: MainWindow, analysis: Analysis, earlier: Analysis
) -> None:
    """It opens with two filings of a company, follows pointing and other statements, and is left for a text."""
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    assert not can(window, "years")
    window.session.open(earlier)
    assert can(window, "years")
    run(window, "years")
    assert window.panes.page == "years"
    view = window.panes.parts.view("years")
    qtbot.waitUntil(lambda: getattr(view, "across", None) is not None)
    window.session.point_at(earlier.path, cite_of(earlier, "1,450"))
    window.session.show(analysis.path, statement="income-statement")
    assert window.panes.page == "years"
    assert can(window, "export.years")
    qtbot.waitUntil(lambda: can(window, "export.chart"))
    window.session.show(analysis.path, "part-1/item-1")
    assert window.panes.page == "text"
    window.session.show(analysis.path, statement="income-statement")
    run(window, "years")
    run(window, "years")
    assert window.panes.page == "table"


def test_all_years_get_room_and_give_it_back(
    qtbot: QtBot, window: MainWindow, analysis: Analysis, earlier: Analysis
) -> None:
    """The source is narrower while all years are shown; each keeps the shares that the reader gave it."""
    window.resize(1280, 800)
    window.session.open(earlier)
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    qtbot.waitUntil(lambda: window.panes.sizes()[2] > 0)
    before = window.panes.sizes()
    window.panes.show_page("years")
    beside = window.panes.sizes()
    assert beside[1] > before[1] + 100
    assert beside[2] >= 240
    window.panes.setSizes([beside[0], beside[1] - 30, beside[2] + 30])
    moved = window.panes.sizes()
    window.panes.show_page("years")
    assert window.panes.sizes() == before
    window.panes.show_page("years")
    assert window.panes.sizes() == moved


def test_words_are_found_in_the_source_from_the_page_of_two_filings(
    qtbot: QtBot, window: MainWindow, analysis: Analysis
) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    window.desk.show_page("compare")
    window.desk.find_in_text()
    source = window.panes.parts.view("source")
    qtbot.waitUntil(lambda: source.isVisible() and source.find_bar.isVisible())  # type: ignore[attr-defined]
    assert window.panes.page == "table"


def test_no_two_lines_of_a_menu_share_a_mnemonic(window: MainWindow) -> None:
    for menu in window.menuBar().findChildren(QMenu):
        titles = [action.text() for action in menu.actions() if "&" in action.text()]
        letters = [title[title.index("&") + 1].lower() for title in titles]
        assert len(letters) == len(set(letters)), titles


@pytest.fixture
def tagged(window: MainWindow) -> MainWindow:
    """The window with a tagged filing's balance sheet."""
    analysis = with_tags()
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    return window


def details(qtbot: QtBot, window: MainWindow) -> DetailsView:
    """The details, when they are there."""
    window.panes.fill()
    qtbot.waitUntil(lambda: window.panes.parts.made("details") is not None)
    view = window.panes.parts.made("details")
    assert isinstance(view, DetailsView)
    qtbot.waitUntil(view.isVisible)
    return view


def test_details_unfold_and_are_kept(qtbot: QtBot, tagged: MainWindow, settings_file: Path) -> None:
    view = details(qtbot, tagged)
    assert view.folded
    assert not tagged.desk.pane_shown("details")
    run(tagged, "pane.details")
    assert not view.folded
    qtbot.waitUntil(lambda: view.height() > 150)
    tagged.close()
    again = MainWindow(Settings(settings_file))
    qtbot.addWidget(again)
    assert again.desk.pane_shown("details")
    again.desk.reset_layout()
    assert not again.desk.pane_shown("details")


def test_folded_away_the_details_leave_their_room_to_the_source(qtbot: QtBot, tagged: MainWindow) -> None:
    view, source = details(qtbot, tagged), tagged.panes.parts.view("source")
    qtbot.waitUntil(source.isVisible)
    for _ in range(2):
        before = source.height()
        run(tagged, "pane.details")
        qtbot.waitUntil(lambda: view.height() > 150)
        run(tagged, "pane.details")
        qtbot.wait(100)
        assert source.height() == before


def test_details_stay_without_the_source_only_unfolded(qtbot: QtBot, tagged: MainWindow) -> None:
    view = details(qtbot, tagged)
    run(tagged, "pane.source")
    qtbot.waitUntil(lambda: not view.isVisible())
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert not view.folded
    qtbot.waitUntil(view.isVisible)
    source = tagged.panes.parts.view("source")
    assert not source.isVisible()


def test_details_take_the_keyboard(qtbot: QtBot, tagged: MainWindow) -> None:
    view = details(qtbot, tagged)
    tagged.session.point_at(tagged.session.analyses[0].path, cite_of(tagged.session.analyses[0], "1,500"))
    run(tagged, "focus.details")
    assert not view.folded
    qtbot.waitUntil(lambda: tagged.focusWidget() is view.lines)


def test_rows_are_chosen_by_tags_where_there_are_any(qtbot: QtBot, tagged: MainWindow, earlier: Analysis) -> None:
    actions = tagged.menus.actions
    tagged.menus.refresh()
    assert actions["rows.tagged"].isEnabled()
    assert actions["rows.all"].isChecked()
    actions["rows.tagged"].trigger()
    assert tagged.session.options.rows.value == "tagged"
    assert actions["rows.tagged"].isChecked()
    actions["rows.tagged"].trigger()
    assert tagged.session.options.rows.value == "all"
    assert actions["rows.all"].isChecked()
    tagged.session.open(earlier)
    tagged.session.show(earlier.path, statement="balance-sheet")
    assert not any(can(tagged, f"rows.{rows.value}") for rows in Rows)


def test_the_concept_is_copied(tagged: MainWindow) -> None:
    analysis = tagged.session.analyses[0]
    assert not can(tagged, "copy.concept")
    tagged.session.point_at(analysis.path, cite_of(analysis, "41"))
    run(tagged, "copy.concept")
    assert QApplication.clipboard().text() == "hl:NumberOfEmployees"
    run(tagged, "copy.details")
    assert QApplication.clipboard().text().splitlines()[1] == "Tag\thl:NumberOfEmployees"
    tagged.session.point_at(analysis.path, cite_of(analysis, "nine states"))
    assert not can(tagged, "copy.concept")
    assert can(tagged, "copy.details")


def test_what_is_selected_is_summed_in_the_status_bar(qtbot: QtBot, window: MainWindow, analysis: Analysis) -> None:
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    table = window.panes.parts.view("sheet").table  # type: ignore[attr-defined]
    model = table.model()
    flags = table.selectionModel().SelectionFlag.Select
    for column in (1, 2):
        table.selectionModel().select(model.index(1, column), flags)
    assert window.status.figures.text() == "Sum $2,300,000   Average $1,150,000   Count 2"
    assert not window.status.figures.isHidden()
    window.session.show(analysis.path, statement="income-statement")
    assert window.status.figures.isHidden()


def test_the_comparison_is_left_by_escape(
    qtbot: QtBot, window: MainWindow, analysis: Analysis, earlier: Analysis
) -> None:
    window.session.open(earlier)
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    window.desk.show_page("compare")
    assert window.panes.page == "compare"
    qtbot.keyClick(window.panes.parts.view("compare"), Qt.Key.Key_Escape)
    assert window.panes.page == "table"


def test_escape_leaves_a_page_wherever_the_keyboard_is(
    qtbot: QtBot, window: MainWindow, analysis: Analysis, earlier: Analysis
) -> None:
    window.session.open(earlier)
    window.session.open(analysis)
    window.session.show(analysis.path, "part-2/item-7")
    for page in ("compare", "checks"):
        window.desk.show_page(page)
        assert window.panes.page == page
        qtbot.keyClick(window.panes.outline.tree, Qt.Key.Key_Escape)
        assert window.panes.page == "text"
    window.desk.show_page("compare")
    assert window.panes.parts.view("compare").section.currentText().startswith("Item 7")  # type: ignore[attr-defined]
    window.session.show(analysis.path, "part-1/item-1")
    assert window.panes.page == "compare"
    assert window.panes.parts.view("compare").section.currentText().startswith("Item 1")  # type: ignore[attr-defined]
    run(window, "back")
    assert window.session.current is not None
    assert (window.panes.page, window.session.current.section) == ("compare", "part-2/item-7")
    run(window, "back")
    assert window.panes.page == "text"


def test_the_links_of_a_figure_are_shown_from_the_keyboard(
    qtbot: QtBot, window: MainWindow, analysis: Analysis
) -> None:
    window.panes.fill()
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    assert not can(window, "links")
    window.session.point_at(analysis.path, cite_of(analysis, "5,000"))
    qtbot.waitUntil(lambda: window.panes.parts.made("details") is not None)
    run(window, "links")
    view = window.panes.parts.view("details")
    assert isinstance(view, DetailsView)
    qtbot.waitUntil(lambda: bool(view.lines.lines.values))
    assert view.links.text().startswith("Links")
    assert view.lines.lines.values[0].name == "Made of"
    view.lines.wanted.emit(view.lines.lines.values[0].cite)
    assert window.session.pointing is not None
    assert window.session.pointing.cites == (cite_of(analysis, "$1,200"),)
    run(window, "back")
    assert window.session.pointing.cites == (cite_of(analysis, "5,000"),)
    view.resize(250, view.height())
    qtbot.waitUntil(lambda: view.links.text() == "Links")
    assert not view.copies.isVisible()


def test_a_hit_of_the_library_is_opened(
    window: MainWindow, filing: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.library.shelf import opened
    from core.library.update import update
    from core.store.disk import Store
    from gui.view_factory import SEARCH
    from gui.views.search import SearchView

    monkeypatch.setenv("TIEOUT_LIBRARY", str(tmp_path / "library.sqlite"))
    with opened(tmp_path / "library.sqlite", new=True) as shelf:
        shelf.add_folder(filing.parent)
        update(shelf, Store(None), lambda _done, _of: None, workers=1)
    run(window, "search")
    assert window.panes.page == SEARCH
    view = window.panes.parts.view(SEARCH)
    assert isinstance(view, SearchView)
    view.query.setText("lamps OR lamp OR cash")
    qtbot.waitUntil(lambda: view.model.rowCount() > 0)
    view.table.clicked.emit(view.model.index(0, 0))
    qtbot.waitUntil(lambda: window.session.pointing is not None)
    assert window.session.pointing is not None
    assert window.session.pointing.path == filing
    assert window.panes.page == SEARCH
    view.leave.click()
    assert window.panes.page != SEARCH
    run(window, "close.all")
    run(window, "search")
    view.leave.click()
    assert window.panes.page == "welcome"


def test_export_and_print_are_of_the_table_over_all_years_where_it_is_shown(
    qtbot: QtBot,
    window: MainWindow,
    analysis: Analysis,
    earlier: Analysis,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.session.open(earlier)
    window.session.open(analysis)
    window.session.show(analysis.path, statement="balance-sheet")
    run(window, "years")
    qtbot.waitUntil(lambda: can(window, "print"), timeout=20_000)
    out = tmp_path / "years.pdf"
    monkeypatch.setattr("gui.saving.QFileDialog.getSaveFileName", lambda *_: (str(out), ""))
    run(window, "export.table")
    qtbot.waitUntil(lambda: f"Wrote {out}" in window.panes.notices.words, timeout=20_000)
    assert out.read_bytes().startswith(b"%PDF")
    run(window, "print")
    preview = window.findChild(PrintPreview)
    assert preview is not None
    preview.close()
