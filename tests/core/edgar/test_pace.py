"""Never more than eight requests in any second, over all processes, and none while the server asks to be left alone."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from core.edgar import pace as pace_module
from core.edgar.client import seconds_of
from core.edgar.download import fetch
from core.edgar.pace import REST, TURNS, Pace
from core.edgar.settings import Places
from core.edgar.trouble import StoppedError
from tests.core.edgar.conftest import Connect
from tests.core.edgar.server import Archive, Fault, most_in_a_second

pytestmark = pytest.mark.server

REQUESTS = 14

Paces = Callable[[Path], Pace]


@pytest.fixture
def pace_in() -> Iterator[Paces]:
    """The pace in a folder, whose files are let go of at the end."""
    with ExitStack() as stack:

        def pace(folder: Path) -> Pace:
            made = Pace(folder)
            stack.callback(made.close)
            return made

        yield pace


def _take_turns(folder: Path, turns: int, moments: "multiprocessing.Queue[float]") -> None:
    pace = Pace(folder)
    for _ in range(turns):
        with pace.turn():
            moments.put(time.monotonic())


def _die_in_a_turn(folder: Path) -> None:
    with Pace(folder).turn():
        os.kill(os.getpid(), signal.SIGKILL)


def test_processes_together_keep_the_pace(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    moments = context.Queue()
    workers = [context.Process(target=_take_turns, args=(tmp_path, REQUESTS // 2, moments)) for _ in range(2)]
    for worker in workers:
        worker.start()
    times = [moments.get(timeout=30) for _ in range(REQUESTS)]
    for worker in workers:
        worker.join(10)
    assert most_in_a_second(times) <= TURNS


def test_the_turn_of_a_process_that_was_killed_comes_back_rested(tmp_path: Path, pace_in: Paces) -> None:
    context = multiprocessing.get_context("spawn")
    for _ in range(2):
        worker = context.Process(target=_die_in_a_turn, args=(tmp_path,))
        worker.start()
        worker.join(20)
    pace, began = pace_in(tmp_path), time.monotonic()
    for _ in range(TURNS):
        with pace.turn():
            pass
    assert REST <= time.monotonic() - began < 5 * REST


def test_threads_keep_the_pace_too(archive: Archive, connect: Connect, tmp_path: Path) -> None:
    filings = archive.add(7, "MADE", "Made Up Co", range(1980, 1980 + REQUESTS))
    halves = [filings[::2], filings[1::2]]

    def work(number: int) -> None:
        client = connect()
        for filing in halves[number]:
            fetch(client, filing, tmp_path / str(number))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(archive.asked) == REQUESTS
    assert most_in_a_second([asked.at for asked in archive.asked]) <= TURNS


@pytest.mark.parametrize("fault", [Fault.MANY, Fault.MANY_DATED, Fault.BUSY_RETRY])
def test_a_server_is_left_alone_for_as_long_as_it_asks(
    fault: Fault, archive: Archive, connect: Connect, tmp_path: Path
) -> None:
    filing = archive.add(7, "MADE", "Made Up Co", range(1999, 2000))[0]
    archive.fault = lambda _, before: Fault.NONE if before else fault
    said: list[str] = []
    fetch(connect(say=said.append), filing, tmp_path)
    first, second = archive.asked
    assert second.at - first.at >= archive.retry_after
    assert "left alone until" in said[0]


def test_all_processes_leave_it_alone(own: Places, pace_in: Paces) -> None:
    one, other = pace_in(own.cache), pace_in(own.cache)
    one.rest(0.5)
    one.rest(0.1)
    began = time.monotonic()
    with other.turn():
        assert time.monotonic() - began >= 0.4


def test_a_long_rest_is_not_waited_for(archive: Archive, connect: Connect, tmp_path: Path) -> None:
    filing = archive.add(7, "MADE", "Made Up Co", range(1999, 2000))[0]
    archive.retry_after = 4000.0
    archive.fault = lambda _, __: Fault.MANY
    for _ in range(2):
        with pytest.raises(StoppedError, match="begin again then"):
            fetch(connect(), filing, tmp_path)
    assert len(archive.asked) == 1


def test_a_rest_without_end_is_bounded(own: Places, pace_in: Paces) -> None:
    pace = pace_in(own.cache)
    pace.rest(float("inf"))
    with pytest.raises(StoppedError), pace.turn():
        pass


def test_a_server_that_was_asked_too_often_and_names_no_time(
    archive: Archive, connect: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.edgar.client.TOO_MANY", 1.5)
    monkeypatch.setattr("core.edgar.client.seconds_of", lambda _, __: None)
    filing = archive.add(7, "MADE", "Made Up Co", range(1999, 2000))[0]
    archive.fault = lambda _, before: Fault.NONE if before else Fault.MANY
    fetch(connect(), filing, tmp_path)
    assert archive.asked[1].at - archive.asked[0].at >= 1.5


def test_stamps_of_another_start_of_the_machine_are_not_believed(tmp_path: Path, pace_in: Paces) -> None:
    pace = pace_in(tmp_path)
    with pace.turn():
        pass
    for number in range(TURNS):
        (tmp_path / f"turn-{number}").write_bytes(pace_module._NUMBER.pack(time.monotonic() + 1e6))
    began = time.monotonic()
    with pace.turn():
        assert time.monotonic() - began >= 1.0


def test_without_a_place_for_the_turns_nothing_is_asked(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoppedError, match="nothing is asked"):
        Pace(tmp_path / "file")


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        (None, None),
        ("12", 12.0),
        (" 0 ", 0.0),
        ("soon", None),
        ("-3", None),
        ("Thu, 01 Jan 1970 00:01:40 GMT", 90.0),
        ("Thu, 01 Jan 1970 00:00:01 GMT", 0.0),
    ],
)
def test_what_retry_after_says(said: str | None, seconds: float | None) -> None:
    assert seconds_of(said, 10.0) == seconds
