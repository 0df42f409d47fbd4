"""Filings read into a folder of Parquet files: each is a row whatever comes of it, once, and what is done stays done."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pytest

from core import cli
from core.analysis import analyse
from core.bulk import Done, Outcome, each
from core.export import corpus, corpus_folder
from core.export.corpus_folder import Asked, CorpusError, Written, opened
from core.export.corpus_report import report
from core.export.figures import figures
from core.folder import files
from core.store.disk import Store
from core.target import filling
from tests.core.made_up import submission

ROOT = Path(__file__).parents[2]
FILINGS = 12


def heard(done: int, of: int) -> None:
    """Nobody listens."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two filings in two folders, and a file that is none."""
    below = tmp_path / "in [x]"
    (below / "b").mkdir(parents=True)
    (below / "a.txt").write_text(submission())
    (below / "b" / "a.txt").write_text(submission().replace("880         910", "980         910"))
    (below / "c.txt").write_text("")
    return below


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where they are read to: in its name are signs that mean something to a database."""
    return tmp_path / "out [x] 'y'"


def run(folder: Path, target: Path) -> Written:
    """Reads what is not read, in this process."""
    return corpus.read(
        Asked(tuple(files([folder])), folder), target, partial(each, store=Store(None), workers=1), heard
    )


def asked(target: Path, query: str) -> list[tuple[Any, ...]]:
    """What a query finds; `filings` and `figures` are the tables."""
    with duckdb.connect() as database:
        for name in ("filings", "figures"):
            parts = [str(part) for part in sorted((target / name).glob("*.parquet"))]
            listed = ", ".join("'" + part.replace("'", "''").replace("[", "[[]") + "'" for part in parts)
            database.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}])")  # noqa: S608
        return database.execute(query).fetchall()


def sound(target: Path) -> None:
    """Every filing is there once, with all of its figures, and no other figure is."""
    assert asked(target, "SELECT filing FROM filings WHERE outcome = 'read' GROUP BY ALL HAVING count(*) > 1") == []
    counted = "SELECT filing, count(*) AS found FROM figures GROUP BY ALL"
    wrong = f"""SELECT * FROM (SELECT filing, figures FROM filings WHERE outcome = 'read') FULL JOIN ({counted}) USING (filing)
                WHERE figures IS DISTINCT FROM found"""  # noqa: S608
    assert asked(target, wrong) == []


def test_every_file_is_a_row_and_every_figure_of_it(folder: Path, target: Path) -> None:
    assert run(folder, target) == Written(read=2, failed=1)
    sound(target)
    rows = asked(
        target,
        "SELECT location, outcome, why LIKE '%empty%', company, form, fiscal_year, ties, off FROM filings ORDER BY location",
    )
    known = ("TIDEWATER KETTLE CO", "10-K", 1998)
    assert [row[:-2] for row in rows] == [
        ("a.txt", "read", None, *known),
        ("b/a.txt", "read", None, *known),
        ("c.txt", "unreadable", True, None, None, None),
    ]
    assert [row[-1] for row in rows] == [0, 1, None]
    expected = [one.figure.text for one in figures(analyse(folder / "a.txt"))]
    query = "SELECT printed FROM figures JOIN filings USING (filing) WHERE location = 'a.txt'"
    assert sorted(text for (text,) in asked(target, query)) == sorted(expected)


def test_what_is_done_is_not_done_again(folder: Path, target: Path) -> None:
    run(folder, target)
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*.parquet")}
    os.utime(folder / "a.txt", (1, 1))
    (folder / "moved.txt").write_bytes((folder / "a.txt").read_bytes())
    assert run(folder, target) == Written(before=3, again=1)
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*.parquet")} == before
    (folder / "d.txt").write_text(submission().replace("120", "121"))
    assert run(folder, target) == Written(read=1, before=3, again=1)
    sound(target)


def test_the_same_filing_twice_is_read_and_counted_once(folder: Path, target: Path) -> None:
    (folder / "again.txt").write_bytes((folder / "a.txt").read_bytes())
    assert run(folder, target) == Written(read=2, failed=1, again=1)
    sound(target)


def test_a_file_that_is_another_now_takes_its_own_place(folder: Path, target: Path) -> None:
    run(folder, target)
    (folder / "a.txt").write_text(submission().replace("TIDEWATER KETTLE CO", "NORTHFIELD ROPE CORP"))
    (folder / "c.txt").unlink()
    assert run(folder, target) == Written(read=1, before=1)
    sound(target)
    rows = asked(target, "SELECT location, company FROM filings ORDER BY location")
    assert rows == [("a.txt", "NORTHFIELD ROPE CORP"), ("b/a.txt", "TIDEWATER KETTLE CO"), ("c.txt", None)]


@pytest.mark.parametrize("writes", [0, 1])
def test_what_was_being_taken_out_is_gone_when_the_folder_is_opened_again(
    folder: Path, target: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    """The figures of a filing were out and its row was not, when the program was killed; or neither."""
    run(folder, target)
    (folder / "a.txt").write_text(submission().replace("120", "121"))
    done: list[Path] = []

    def fill(path: Path) -> AbstractContextManager[Path]:
        if len(done) == writes:
            raise KilledError
        done.append(path)
        return filling(path)

    with monkeypatch.context() as killed:
        killed.setattr(corpus_folder, "filling", fill)
        with pytest.raises(KilledError):
            run(folder, target)
    with corpus_folder.opened(target):
        pass
    sound(target)
    assert asked(target, "SELECT location FROM filings ORDER BY ALL") == [("b/a.txt",), ("c.txt",)]
    assert run(folder, target) == Written(read=1, before=2)
    sound(target)


class KilledError(Exception):
    """Stands for the end of the program."""


def test_a_filing_that_ended_its_process_is_a_row_and_tried_again(folder: Path, target: Path) -> None:
    def ended(paths: Sequence[Path], *_: object) -> Iterator[Done[Any]]:
        return (Done(path, None, "the process that read it was ended", Outcome.ENDED) for path in paths)

    assert corpus.read(Asked(tuple(files([folder])), folder), target, ended, heard) == Written(failed=3)
    assert "3 ended their process" in report(target)
    assert run(folder, target) == Written(read=2, failed=1)
    assert "2 of them read" in report(target)
    sound(target)


def test_whoever_stops_it_keeps_what_was_read(folder: Path, target: Path) -> None:
    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        corpus.read(Asked(tuple(files([folder])), folder), target, partial(each, store=Store(None), workers=1), stop)
    sound(target)
    assert run(folder, target) == Written(read=1, failed=1, before=1)
    sound(target)


PROGRAM = """
import sys
from pathlib import Path
from core.export import corpus, corpus_folder
from tests.core.test_export_corpus import run
corpus.PART = 2
print("begun", flush=True)
run(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def kill_at(moment: float, folder: Path, target: Path) -> None:
    """Kills a run so many seconds after its beginning; whatever the moment, the next one finds all in order."""
    with subprocess.Popen([sys.executable, "-c", PROGRAM, folder, target], cwd=ROOT, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(moment)
        running.send_signal(signal.SIGKILL)
    with opened(target):
        pass
    if any((target / "filings").iterdir()):
        sound(target)


def many(folder: Path) -> None:
    """A folder of filings, each of its own year."""
    folder.mkdir()
    for year in range(1980, 1980 + FILINGS):
        (folder / f"{year}.txt").write_text(submission().replace("1998", str(year)))


def test_killed_at_any_time_nothing_is_half_and_nothing_twice(tmp_path: Path, target: Path) -> None:
    many(tmp_path / "in")
    for moment in (0.0, 0.1, 0.2, 0.3):
        kill_at(moment, tmp_path / "in", target)
    done = run(tmp_path / "in", target)
    assert done.read + done.before == FILINGS
    sound(target)
    assert asked(target, "SELECT count(*) FROM filings") == [(FILINGS,)]
    assert not list(target.rglob(".*"))


def test_a_folder_of_something_else_or_of_another_version_is_left_alone(folder: Path, target: Path) -> None:
    target.mkdir()
    (target / "precious").write_text("")
    with pytest.raises(CorpusError, match="something else"):
        run(folder, target)
    assert [path.name for path in target.iterdir()] == ["precious"]
    (target / "precious").unlink()
    run(folder, target)
    (target / "tieout.json").write_text('{"reader": "another"}')
    with pytest.raises(CorpusError, match="another version"):
        run(folder, target)
    (target / "tieout.json").write_text("{")
    with pytest.raises(CorpusError, match="damaged"):
        run(folder, target)
    with pytest.raises(CorpusError, match="no folder"):
        run(folder, folder / "a.txt")


def test_one_run_at_a_time(folder: Path, target: Path) -> None:
    with opened(target), pytest.raises(CorpusError, match="another run"):
        run(folder, target)


def test_the_command(folder: Path, target: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["read", str(folder), "--to", str(target), "--workers", "1"]) == 0
    told = capfd.readouterr().out
    assert told.startswith("2 read, 1 not read, 0 done before, 0 the same as others\n3 files, 2 of them read\n")
    assert (target / "report.txt").read_text() in told
    assert "c.txt: " in told
    assert cli.run(["read", str(folder), "--to", str(folder / "a.txt")]) == 2


def test_a_list_of_files(folder: Path, target: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "list").write_text("b/a.txt\n\ngone.txt\n")
    assert cli.run(["read", str(folder / "list"), "--to", str(target)]) == 0
    assert asked(target, "SELECT location, outcome FROM filings ORDER BY ALL") == [
        ("b/a.txt", "read"),
        ("gone.txt", "unreadable"),
    ]
    (folder / "gone.txt").write_text(submission())
    assert cli.run(["read", str(folder / "list"), "--to", str(target)]) == 0
    assert "1 read, 0 not read, 1 done before" in capfd.readouterr().out
    for wrong in ("a.txt", "nowhere"):
        assert cli.run(["read", str(folder / wrong), "--to", str(target)]) == 2


def test_what_is_written_is_not_read(folder: Path) -> None:
    for _ in range(2):
        assert cli.run(["read", str(folder), "--to", str(folder / "out")]) == 0
    assert asked(folder / "out", "SELECT count(*) FROM filings") == [(3,)]


def test_a_report_without_filings_says_so(folder: Path, target: Path) -> None:
    assert report(target) == ""
    for path in (folder / "a.txt", folder / "b" / "a.txt"):
        path.unlink()
    run(folder, target)
    assert "1 files, 0 of them read" in report(target)
    assert "none with the day" in report(target)
