"""Opening: what a drop or a paste names, what cannot be read, what changes on disk."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from core.analysis import Analysis
from core.folder import Crew
from core.places import Places
from core.store.disk import Store, own_store
from gui import opening
from gui.jobs import Jobs, Step
from gui.opening import Opener, filings_in, first_shown, paths_of
from gui.session import Session
from gui.settings import Settings
from tests.gui import made_up

TEXT = """\
                    FORM 10-K
        For the fiscal year ended December 31, 2003
                 HARBOR LAMP COMPANY

PART I

Item 1.  Business

The Company makes lamps.

Item 2.  Properties

None.
"""


@pytest.fixture
def opener(qtbot: QtBot, tmp_path: Path) -> Iterator[Opener]:
    jobs = Jobs()
    session = Session()
    made = Opener(session, Settings(tmp_path / "tieout.ini"), jobs)
    made.setProperty("session", session)
    yield made
    jobs.shut()
    made.cancel()


@pytest.fixture
def filing(tmp_path: Path) -> Path:
    path = tmp_path / "lamp 10-K.txt"
    path.write_text(TEXT)
    return path


def session_of(opener: Opener) -> Session:
    session = opener.property("session")
    assert isinstance(session, Session)
    return session


def read(qtbot: QtBot, opener: Opener, *paths: Path) -> None:
    """Opens and waits until all is read and shown."""
    opener.open(paths)
    qtbot.waitUntil(lambda: not opener.loading, timeout=20_000)
    qtbot.wait(10)


def test_urls_and_paths_name_files(filing: Path, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(filing)), QUrl("https://example.com/a.txt")])
    assert paths_of(data) == [filing]
    words = QMimeData()
    words.setText(f'"{filing}"\n{QUrl.fromLocalFile(str(tmp_path)).toString()}\nsome words\n/no/such/file\n')
    assert paths_of(words) == [filing, tmp_path]
    assert paths_of(QMimeData()) == []


def test_a_folder_is_its_filings(filing: Path, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    below = tmp_path / "more" / "other.nc"
    below.parent.mkdir()
    below.write_text(TEXT)
    assert filings_in(tmp_path) == [filing, below]
    assert filings_in(below.parent) == [below]


def test_the_first_filing_is_shown_and_the_others_wait(qtbot: QtBot, opener: Opener, filing: Path) -> None:
    other = filing.with_name("zother.txt")
    other.write_text(TEXT)
    read(qtbot, opener, filing, other)
    session = session_of(opener)
    assert [analysis.path for analysis in session.analyses] == [filing, other]
    qtbot.waitUntil(lambda: session.current is not None)  # shown in a turn of its own
    assert session.current is not None
    assert session.current.path == filing
    assert session.current.section is not None


def test_opening_what_is_open_shows_it(qtbot: QtBot, opener: Opener, filing: Path) -> None:
    other = filing.with_name("zother.txt")
    other.write_text(TEXT)
    read(qtbot, opener, filing, other)
    read(qtbot, opener, other)
    session = session_of(opener)
    assert len(session.analyses) == 2
    assert session.current is not None
    assert session.current.path == other


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("paper.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"),
        ("archive.zip", b"PK\x03\x04" + b"\0" * 40),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40),
    ],
)
def test_what_is_no_filing_is_told_and_nothing_is_lost(
    qtbot: QtBot, opener: Opener, filing: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    read(qtbot, opener, filing)
    bad = tmp_path / name
    bad.write_bytes(content)
    with qtbot.waitSignal(opener.failed) as told:
        opener.open([bad])
    qtbot.waitUntil(lambda: not opener.loading)
    assert told.args[0] == bad
    assert told.args[1]
    assert [analysis.path for analysis in session_of(opener).analyses] == [filing]


def test_files_that_are_gone_and_empty_folders_are_told(qtbot: QtBot, opener: Opener, tmp_path: Path) -> None:
    with qtbot.waitSignal(opener.failed):
        opener.open([tmp_path / "gone.txt"])
    qtbot.waitUntil(lambda: not opener.loading)
    with qtbot.waitSignal(opener.failed) as told:
        (tmp_path / "empty").mkdir()
        opener.open([tmp_path / "empty"])
    assert "no filings" in told.args[1]


def test_a_change_on_disk_is_told_and_reloading_settles_it(qtbot: QtBot, opener: Opener, filing: Path) -> None:
    read(qtbot, opener, filing)
    filing.write_text(TEXT.replace("lamps", "lanterns"))
    with qtbot.waitSignal(opener.changed, timeout=3000):
        opener.look()
    with qtbot.waitSignal(opener.settled, timeout=10_000):
        opener.reload(filing)
    assert "lanterns" in session_of(opener).analyses[0].filing.documents[0].source.text


def test_the_watcher_notices_by_itself(qtbot: QtBot, opener: Opener, filing: Path) -> None:
    read(qtbot, opener, filing)
    with qtbot.waitSignal(opener.changed, timeout=5000):
        filing.write_text(TEXT + "\nmore\n")
    changed = filing.with_name("new.txt")
    changed.write_text(TEXT)
    with qtbot.waitSignal(opener.changed, timeout=5000):
        os.replace(changed, filing)  # noqa: PTH105 - as editors do


def test_a_file_that_vanishes_is_told_and_stays_readable(qtbot: QtBot, opener: Opener, filing: Path) -> None:
    read(qtbot, opener, filing)
    with qtbot.waitSignal(opener.vanished, timeout=5000):
        filing.unlink()
    assert len(session_of(opener).analyses) == 1


def test_stopping_leaves_nothing_half_open(qtbot: QtBot, opener: Opener, filing: Path) -> None:
    opener.open([filing])
    opener.cancel()
    qtbot.wait(100)
    assert session_of(opener).analyses == ()
    assert opener.loading == ()


def test_a_large_file_is_read_by_a_process_that_can_be_ended(
    qtbot: QtBot, opener: Opener, filing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGE", len(TEXT) - 1)
    monkeypatch.setattr(opening, "own_store", lambda: Store(filing.parent / "kept"))
    read_elsewhere = []
    read = Crew.read

    def elsewhere(crew: Crew, path: Path, step: Step) -> Analysis:
        read_elsewhere.append(path)
        return read(crew, path, step)

    monkeypatch.setattr(Crew, "read", elsewhere)
    opener.open([filing])
    qtbot.waitUntil(lambda: session_of(opener).is_open(filing), timeout=30_000)
    assert (read_elsewhere, opener.loading) == ([filing], ())
    filing.write_text(TEXT[:-2])
    opener.reload(filing)
    qtbot.waitUntil(lambda: not opener.loading)
    assert read_elsewhere == [filing]


def test_a_filing_opens_with_its_first_statement() -> None:
    assert first_shown(Places(made_up.analysis())).statement == "balance-sheet"


def test_a_folder_is_read_by_several_and_what_is_no_filing_is_counted(
    qtbot: QtBot, opener: Opener, tmp_path: Path
) -> None:
    folder = tmp_path / "all" / "below"
    folder.mkdir(parents=True)
    for number in range(5):
        (folder / f"lamp {number}.txt").write_text(TEXT)
    (folder / "empty.txt").write_bytes(b"")
    (folder.parent / "paper.txt").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    failed: list[object] = []
    counted: list[tuple[int, int]] = []
    opener.failed.connect(lambda path, _: failed.append(path))
    opener.counted.connect(lambda read, of: counted.append((read, of)))
    with qtbot.waitSignal(opener.no_filings, timeout=60_000) as told:
        opener.open([folder.parent])
        assert opener.loading == (folder.parent,)
    assert told.args is not None
    assert told.args[0] == folder.parent
    assert sorted(path.name for path in told.args[1]) == ["empty.txt", "paper.txt"]
    assert failed == []
    assert sorted(one.path.name for one in session_of(opener).analyses) == [f"lamp {number}.txt" for number in range(5)]
    assert counted == [(number, 7) for number in range(1, 7)]
    assert not opener.loading


def test_what_was_read_once_comes_out_of_the_store(
    qtbot: QtBot, opener: Opener, filing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(qtbot, opener, filing)
    qtbot.waitUntil(lambda: own_store().find(filing) is not None, timeout=5000)
    session_of(opener).close(filing)
    monkeypatch.setattr("core.analysis.analyse", None)
    read(qtbot, opener, filing)
    assert [one.path for one in session_of(opener).analyses] == [filing]


def test_a_folder_with_too_many_says_so(
    qtbot: QtBot, opener: Opener, filing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST", 1)
    filing.with_name("zother.txt").write_text(TEXT)
    with qtbot.waitSignal(opener.too_many) as told:
        opener.open([filing.parent])
    qtbot.waitUntil(lambda: not opener.loading, timeout=20_000)
    assert told.args == [filing.parent, 2]
    assert [one.path for one in session_of(opener).analyses] == [filing]


def test_a_folder_is_no_longer_looked_through_after_stop(qtbot: QtBot, opener: Opener, filing: Path) -> None:
    opener.open([filing.parent])
    opener.cancel()
    qtbot.wait(100)
    assert opener.loading == ()
    assert session_of(opener).analyses == ()
