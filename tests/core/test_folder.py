"""Many filings read at once."""

import os
import time
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from core.analysis import analyse
from core.contract import as_json
from core.folder import Crew, files, read_all
from core.read.unreadable import UnreadableError
from core.store.disk import Store
from tests.core.made_up import submission


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    below = tmp_path / "kettle" / "1999"
    below.mkdir(parents=True)
    for path in (tmp_path / "kettle" / "b.txt", below / "a.txt"):
        path.write_text(submission())
    (below / "picture.jpg").write_bytes(b"\xff\xd8")
    (below / "empty.txt").write_text("")
    return tmp_path


def test_folders_at_any_depth(folder: Path) -> None:
    named = [path.relative_to(folder).as_posix() for path in files([folder, folder / "kettle" / "b.txt"])]
    assert named == ["kettle/1999/a.txt", "kettle/1999/empty.txt", "kettle/b.txt"]


def test_what_is_no_filing_keeps_nothing_else_from_being_read(folder: Path) -> None:
    read = read_all(files([folder]))
    assert [one.path.name for one in read.analyses] == ["a.txt", "b.txt"]
    assert [(path.name, "empty" in why) for path, why in read.unreadable.items()] == [("empty.txt", True)]


def test_so_few_that_no_process_is_started(folder: Path) -> None:
    assert [one.filing.header.company for one in read_all([folder / "kettle" / "b.txt"]).analyses] == [
        "TIDEWATER KETTLE CO"
    ]


@pytest.fixture
def crew(tmp_path: Path) -> Iterator[Crew]:
    made = Crew(Store(tmp_path / "kept"))
    yield made
    made.close()


def no_step(done: int, total: int) -> None:
    """Nobody listens."""


def test_another_process_reads_the_same_and_keeps_it(folder: Path, crew: Crew) -> None:
    path = folder / "kettle" / "b.txt"
    told, own = as_json(crew.read(path, no_step)), as_json(analyse(path))
    assert told["statements"] == own["statements"]
    assert told["checks"] == own["checks"]
    assert Store(folder / "kept").find(path) is not None


def test_what_another_process_cannot_read_is_told(folder: Path, crew: Crew) -> None:
    with pytest.raises(UnreadableError, match="empty"):
        crew.read(folder / "kettle" / "1999" / "empty.txt", no_step)


def test_a_reading_elsewhere_is_given_up_when_nobody_wants_it(folder: Path, crew: Crew) -> None:
    def stopped(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        crew.read(folder / "kettle" / "b.txt", stopped)


def test_a_process_that_is_ended_costs_nothing_but_time(folder: Path, crew: Crew) -> None:
    crew.read(folder / "kettle" / "b.txt", no_step)
    assert crew._workers is not None
    for process in list(crew._workers._processes.values()):
        process.kill()
    assert crew.read(folder / "kettle" / "1999" / "a.txt", no_step).outline


def test_what_ends_every_process_that_reads_it_is_told(
    folder: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.folder.packed", ended)
    with pytest.raises(UnreadableError, match="was ended"):
        crew.read(folder / "kettle" / "b.txt", no_step)


def test_a_reading_elsewhere_is_ended_at_once(folder: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.folder.packed", endless)
    started: list[BaseProcess] = []

    def stopped(done: int, total: int) -> None:
        if (folder / "begun").exists() and crew._workers is not None:
            started.extend(crew._workers._processes.values())
            crew.stop()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        crew.read(folder / "begun", stopped)
    for process in started:
        process.join(10)
        assert not process.is_alive()
    assert started


def ended(path: Path, store: Store) -> str:
    """A reading that ends its process."""
    os._exit(1)


def endless(path: Path, store: Store) -> str:
    """A reading without an end, which says that it has begun."""
    path.touch()
    while True:
        time.sleep(0.01)


def test_a_second_time_comes_out_of_the_store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(folder / "kept")
    paths = [*files([folder / "kettle"]), *files([folder / "kettle"])[:1]]
    first = read_all(paths, store)
    monkeypatch.setattr("core.folder.analyse", None)
    monkeypatch.setattr("core.store.disk.analyse", None)
    readable = [one.path for one in first.analyses]
    assert [one.path for one in read_all(readable, store).analyses] == readable


def test_many_are_read_by_processes(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(submission())
    read = read_all(files([tmp_path]), Store(tmp_path / "kept"))
    assert [one.path.name for one in read.analyses] == ["0.txt", "1.txt", "2.txt", "3.txt"]
    assert len(list((tmp_path / "kept").glob("*.reading"))) == 4
