"""Something done with each of any number of filings, in processes of their own; never more than a few in memory at once."""

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from core.analysis import Analysis, analyse
from core.folder import ALONE, CORES, end_with_parent
from core.read.unreadable import UnreadableError
from core.store.disk import Store

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

T = TypeVar("T")

MOST_KEPT = 200
"""Filings. Readings of more at a time are not kept: they would drive all others out of the store."""
_AHEAD = 2
"""Filings for each process that are begun before the first of them is asked for."""
ENDED = "the process that read it was ended"


class Outcome(StrEnum):
    """What came of a file."""

    READ = "read"
    UNREADABLE = "unreadable"
    FAULT = "fault"
    """Of ours: it would be the same again."""
    ENDED = "ended"
    """Its process was: by the system, for want of memory, or from outside."""


class Done(NamedTuple, Generic[T]):
    """What came of one file: a result, or in a line why there is none."""

    path: Path
    result: T | None
    why: str = ""
    outcome: Outcome = Outcome.READ


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """What is done with one file, in whichever process."""

    work: Callable[[Analysis], T]
    store: Store
    keep: bool

    def __call__(self, path: Path) -> Done[T]:
        try:
            return Done(path, self.work(self._reading(path)))
        except UnreadableError as error:
            return Done(path, None, str(error), Outcome.UNREADABLE)
        except Exception as error:  # noqa: BLE001 - a fault of ours in one filing keeps nothing else from being read
            return Done(path, None, f"Fault in Tieout: {type(error).__name__}: {error}", Outcome.FAULT)

    def _reading(self, path: Path) -> Analysis:
        if self.keep:
            return self.store.reading(path)
        return self.store.find(path) or analyse(path)


def each(paths: Sequence[Path], work: Callable[[Analysis], T], store: Store, workers: int = CORES) -> Iterator[Done[T]]:
    """Does something with each filing, in order. `work` is a function of a module; what it returns goes between processes.
    A file that cannot be read, or whose process is ended, is told why and stops nothing."""
    job = Job(work, store, len(paths) <= MOST_KEPT)
    if workers <= 1 or len(paths) <= ALONE:
        return map(job, paths)
    return _side_by_side(paths, job, min(workers, len(paths)))


def _side_by_side(paths: Sequence[Path], job: Job[T], workers: int) -> Iterator[Done[T]]:
    left = deque(paths)
    while left:
        pool = _pool(workers)
        begun: deque[tuple[Path, Future[Done[T]]]] = deque()
        try:
            while left or begun:
                while left and len(begun) < workers * _AHEAD:
                    begun.append((left[0], pool.submit(job, left[0])))
                    left.popleft()
                done = begun[0][1].result()
                begun.popleft()
                yield done
        except BrokenExecutor:  # which of those begun ended its process is found out one by one
            yield from (_alone(path, job) for path, _ in begun)
        finally:
            pool.shutdown(cancel_futures=True)


def _alone(path: Path, job: Job[T]) -> Done[T]:
    """The same in a process that has nothing else to do."""
    with _pool(1) as pool:
        try:
            return pool.submit(job, path).result()
        except BrokenExecutor:
            return Done(path, None, ENDED, Outcome.ENDED)


def _pool(workers: int) -> "ProcessPoolExecutor":
    """Processes made anew, not split off: they hold nothing that is open here."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(workers, get_context("spawn"), _undisturbed)


def _undisturbed() -> None:
    """In a process of its own: a key that stops the program is for the one that waits."""
    end_with_parent()
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
