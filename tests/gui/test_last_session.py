"""The last session: kept as it changes, opened again at the next start; what is damaged or gone costs nothing."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.source import Cite, Span
from gui import last_session
from gui.last_session import KEY, LastSession, last
from gui.main_window import MainWindow
from gui.session import Session
from gui.settings import Settings
from gui.start import open_window
from tests.gui.test_main_window import run
from tests.gui.test_opening import TEXT


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "tieout.ini"


@pytest.fixture
def filings(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "first lamp.txt", tmp_path / "second, lamp.txt"]
    for path in paths:
        path.write_text(TEXT)
    return paths


def start(qtbot: QtBot, settings_file: Path) -> MainWindow:
    window = open_window([], settings_file)
    qtbot.addWidget(window)
    return window


def open_all(qtbot: QtBot, window: MainWindow, paths: list[Path]) -> None:
    window.opener.open(paths)
    qtbot.waitUntil(lambda: len(window.session.analyses) == len(paths), timeout=20_000)
    qtbot.waitUntil(lambda: window.session.current is not None, timeout=5000)


@pytest.fixture
def left(qtbot: QtBot, settings_file: Path, filings: list[Path]) -> Session:
    """The session of a window that was left on the checks of the second filing, pointing at a place of it."""
    window = start(qtbot, settings_file)
    open_all(qtbot, window, filings)
    section = next(iter(window.session.places(filings[1]).sections))
    window.session.show(filings[1], section)
    window.session.point_at(filings[1], Cite(1, (Span(3, 9),)))
    window.session.turn("checks")
    window.close()
    return window.session


def test_the_next_start_shows_what_was_shown(
    qtbot: QtBot, left: Session, settings_file: Path, filings: list[Path]
) -> None:
    again = start(qtbot, settings_file)
    qtbot.waitUntil(lambda: len(again.session.analyses) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: again.session.page == "checks", timeout=5000)
    assert again.session.current == left.current
    qtbot.waitUntil(lambda: again.session.pointing is not None)
    assert again.session.pointing is not None
    assert again.session.pointing.cites == (Cite(1, (Span(3, 9),)),)
    assert again.panes.page == "checks"
    again.close()


def test_a_start_with_files_opens_those(qtbot: QtBot, left: Session, settings_file: Path, filings: list[Path]) -> None:
    again = open_window(filings[:1], settings_file)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: bool(again.session.analyses), timeout=20_000)
    qtbot.wait(200)
    assert [analysis.path for analysis in again.session.analyses] == filings[:1]
    again.close()


def test_what_is_gone_is_told_once(qtbot: QtBot, left: Session, settings_file: Path, filings: list[Path]) -> None:
    filings[1].unlink()
    again = start(qtbot, settings_file)
    qtbot.waitUntil(lambda: len(again.session.analyses) == 1, timeout=20_000)
    assert again.panes.notices.words == ("1 file of last time is no longer there: second, lamp.txt",)
    again.close()


def test_who_does_not_want_it_has_an_empty_start(qtbot: QtBot, left: Session, settings_file: Path) -> None:
    first = start(qtbot, settings_file)
    run(first, "reopens")
    first.close()
    again = start(qtbot, settings_file)
    qtbot.wait(300)
    assert again.session.analyses == ()
    assert again.panes.page == "welcome"
    again.close()


@pytest.mark.parametrize("told", ["{", "[1]", '{"open": 3}', '{"open": [], "view": {"path": 1}}', "null"])
def test_damaged_settings_open_nothing(tmp_path: Path, told: str) -> None:
    settings = Settings(tmp_path / "tieout.ini")
    settings.set_text(KEY, told)
    assert last(settings) == LastSession((), None)


def test_what_is_shown_is_read_first(tmp_path: Path, session: Session) -> None:
    settings = Settings(tmp_path / "tieout.ini")
    shown = session.analyses[0]
    session.show(shown.path, statement="balance-sheet")
    last_session.keep(session, settings)
    known = last(settings)
    assert known.view is not None
    assert known.view.shown.statement == "balance-sheet"
    assert known.paths == (shown.path.absolute(),)


def test_a_closed_filing_comes_back_as_it_was(qtbot: QtBot, settings_file: Path, filings: list[Path]) -> None:
    window = start(qtbot, settings_file)
    open_all(qtbot, window, filings)
    assert not window.commands.can(window.commands["reopen"])
    section = list(window.session.places(filings[0]).sections)[-1]
    window.session.show(filings[0], section)
    run(window, "close")
    assert not window.session.is_open(filings[0])
    run(window, "reopen")
    qtbot.waitUntil(lambda: window.session.is_open(filings[0]), timeout=20_000)
    qtbot.waitUntil(lambda: window.session.current is not None and window.session.current.path == filings[0])
    assert window.session.current is not None
    assert window.session.current.section == section
    assert not window.commands.can(window.commands["reopen"])
    window.close()


def test_recent_files_are_named_by_company_form_and_year(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "tieout.ini")
    paths = [tmp_path / f"{number}.txt" for number in range(12)]
    for path in paths:
        path.write_text("x")
        settings.add_recent(path, f"Lamp Co · 10-K {1990 + int(path.stem)}")
    folder = tmp_path / "filings of one"
    folder.mkdir()
    settings.add_recent(folder, "filings of one · 3 filings")
    again = Settings(tmp_path / "tieout.ini")
    assert again.title_of(again.recent[0]) == "filings of one · 3 filings"
    assert again.title_of(paths[11]) == "Lamp Co · 10-K 2001"
    assert len(again.recent) == 10
    assert again.title_of(paths[0]) == "0.txt"
    again.clear_recent()
    assert again.title_of(paths[11]) == "11.txt"


def test_a_session_of_nothing_takes_nothing_from_what_is_being_opened(
    qtbot: QtBot, settings_file: Path, filings: list[Path]
) -> None:
    window = start(qtbot, settings_file)
    window.session.opened.connect(lambda _: window.opener.resume([], None))
    open_all(qtbot, window, filings)
    qtbot.wait(100)
    assert window.session.current is not None
    assert window.session.current.path == filings[0]
    window.close()
