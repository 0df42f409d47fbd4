"""A library follows its folders, and is never left with half a filing."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core import cli
from core.library.search import search
from core.library.shelf import LibraryError, Shelf, opened
from tests.core.library.made import KETTLES, filing, fill, library, refresh

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path / "in")
    return tmp_path / "in"


def sound(shelf: Shelf) -> None:
    """Every filing is whole: the index has all of its passages, and knows how many more."""
    database = shelf.database
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    known = {number for (number,) in database.execute("SELECT rowid FROM words WHERE words MATCH 'tags : f*'")}
    passages = {number for (number,) in database.execute("SELECT id FROM passage")}
    assert passages <= known
    assert len(known - passages) == database.execute("SELECT stale FROM told").fetchone()[0]
    alone = database.execute("SELECT count(*) FROM passage WHERE filing NOT IN (SELECT id FROM filing)").fetchone()[0]
    empty = "SELECT count(*) FROM filing WHERE why = '' AND id NOT IN (SELECT filing FROM passage)"
    assert (alone, database.execute(empty).fetchone()[0]) == (0, 0)


def test_only_what_changed_is_read_again(folder: Path, tmp_path: Path) -> None:
    with library(tmp_path / "library.sqlite", folder) as shelf:
        told = refresh(shelf)
        assert (told.read, told.unreadable, told.same, told.gone) == (0, 0, 4, 0)
        os.utime(folder / "rope-1999.txt", (1, 1))
        told = refresh(shelf)
        assert (told.read, told.same) == (0, 4)
        (folder / "rope-1999.txt").write_text(filing("ROPE", "0000067890", 1999, "In millions", "  120", "sisal"))
        (folder / "empty.txt").unlink()
        told = refresh(shelf)
        assert (told.read, told.same, told.gone) == (1, 2, 1)
        assert not search(shelf, "hemp")
        assert [hit.path.name for hit in search(shelf, "sisal")] == ["rope-1999.txt"]
        sound(shelf)


def test_what_is_gone_is_found_no_more(folder: Path, tmp_path: Path) -> None:
    with library(tmp_path / "library.sqlite", folder) as shelf:
        (folder / "rope-1999.txt").unlink()
        assert refresh(shelf).gone == 1
        assert not search(shelf, "hemp")
        assert [kept.path.name for kept in shelf.filings()] == ["empty.txt", "kettle-1998.txt", "kettle-1999.txt"]
        sound(shelf)
        shelf.remove_folder(folder)
        assert refresh(shelf).gone == 3
        assert not search(shelf, "copper")


def test_the_index_is_made_anew_where_much_of_it_leads_nowhere(folder: Path, tmp_path: Path) -> None:
    with library(tmp_path / "library.sqlite", folder) as shelf:
        before = search(shelf, "copper NEAR/9 demand")
        for _ in range(3):
            shelf.put(folder / "x.txt", shelf.states()[folder / "empty.txt"], None, "")
            shelf.drop(folder / "rope-1999.txt")
        shelf.tidy()
        assert shelf.database.execute("SELECT stale FROM told").fetchone() == (0,)
        assert search(shelf, "copper NEAR/9 demand") == before
        assert not search(shelf, "hemp")
        shelf.database.execute("UPDATE told SET wording = 0")
        shelf.tidy()
        assert search(shelf, "copper NEAR/9 demand") == before


def test_a_folder_that_is_away_keeps_its_filings(folder: Path, tmp_path: Path) -> None:
    with library(tmp_path / "library.sqlite", folder) as shelf:
        folder.rename(tmp_path / "away")
        told = refresh(shelf)
        assert (told.missing, told.gone) == ([folder], 0)
        assert search(shelf, "hemp")


def test_what_cannot_be_read_is_kept_with_its_reason(folder: Path, tmp_path: Path) -> None:
    with library(tmp_path / "library.sqlite", folder) as shelf:
        assert {kept.path.name: bool(kept.why) for kept in shelf.filings()} == {
            "empty.txt": True, "kettle-1998.txt": False, "kettle-1999.txt": False, "rope-1999.txt": False,
        }  # fmt: skip


def test_a_listener_stops_it_and_what_was_done_stays(folder: Path, tmp_path: Path) -> None:
    from core.library.update import update
    from core.store.disk import Store

    def stop(done: int, of: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with opened(tmp_path / "library.sqlite", new=True) as shelf:
        shelf.add_folder(folder)
        with pytest.raises(KeyboardInterrupt):
            update(shelf, Store(None), stop, workers=1)
        assert len(shelf.filings()) == 2
        sound(shelf)
        assert refresh(shelf).read == 2
        sound(shelf)


def test_killed_at_any_time_nothing_is_half(folder: Path, tmp_path: Path) -> None:
    for year in range(1960, 1972):
        (folder / f"kettle-{year}.txt").write_text(filing(KETTLES, "0000012345", year, "In thousands", "  120", "iron"))
    file = tmp_path / "library.sqlite"
    program = (
        "import sys; from pathlib import Path\n"
        "from core.library.shelf import opened; from tests.core.library.made import refresh\n"
        "with opened(Path(sys.argv[1]), new=True) as shelf:\n"
        "    shelf.add_folder(Path(sys.argv[2])); print('begun', flush=True); refresh(shelf)\n"
    )
    seen = 0
    for moment in (0.0, 0.05, 0.1, 0.15):
        running = subprocess.Popen([sys.executable, "-c", program, file, folder], cwd=ROOT, stdout=subprocess.PIPE)
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(moment)
        running.send_signal(signal.SIGKILL)
        running.wait()
        running.stdout.close()
        with opened(file) as shelf:
            sound(shelf)
            assert len(shelf.filings()) >= seen
            seen = len(shelf.filings())
    with opened(file) as shelf:
        refresh(shelf)
        assert len(shelf.filings()) == 16
        sound(shelf)
        assert len(search(shelf, "iron")) == 12


def test_what_is_no_library_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE precious (a)")
    database.close()
    before = other.read_bytes()
    with pytest.raises(LibraryError, match="no library"), opened(other, new=True):
        pass
    assert other.read_bytes() == before
    (tmp_path / "words.txt").write_text("words " * 1000)
    with pytest.raises(LibraryError), opened(tmp_path / "words.txt", new=True):
        pass
    with pytest.raises(LibraryError, match="library add"), opened(tmp_path / "none.sqlite"):
        pass
    assert not (tmp_path / "none.sqlite").exists()


def test_the_commands(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    own = ["--library", str(tmp_path / "library.sqlite")]
    assert cli.run(["search", "hemp", *own]) == 2
    assert cli.run(["library", "add", str(tmp_path / "nowhere"), *own]) == 2
    assert cli.run(["library", "add", str(folder), *own]) == 0
    told = capfd.readouterr()
    assert "3 read, 0 as they were, 0 gone, 1 not read" in told.out
    assert "empty.txt is left out" in told.err
    assert cli.run(["library", "list", *own]) == 0
    assert "rope-1999.txt  10-K 1999 NORTHFIELD ROPE CORP" in capfd.readouterr().out
    assert cli.run(["search", "hemp", "--years", "1999-2000", *own]) == 0
    assert "things of hemp" in capfd.readouterr().out
    assert cli.run(["search", "hemp", "--years", "1998", *own]) == 0
    assert capfd.readouterr().out == "nothing was found\n"
    assert cli.run(["search", "cash NEAR/2 120m..120m", "--json", *own]) == 0
    assert '"fiscal_year":1999' in capfd.readouterr().out
    for wrong in (
        ["search", "(a"],
        ["search", "a", "--years", "98"],
        ["library", "add"],
        ["library", "remove", str(tmp_path)],
    ):
        assert cli.run([*wrong, *own]) == 2
    assert cli.run(["library", "remove", str(folder), *own]) == 0
    assert "4 gone" in capfd.readouterr().out
