"""Many filings at once: those of folders, out of the store or read side by side in processes of their own."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from core.analysis import Analysis, Step, analyse
from core.collector import resting
from core.read.unreadable import UnreadableError
from core.store.disk import Store, own_store
from core.store.entry import DamagedError, key_of, pack, unpack, worth_keeping

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

SUFFIXES = frozenset({".txt", ".nc", ".sgml", ".sgm", ".htm", ".html", ".xhtml", ".mht", ".mhtml", ".gz", ".zip"})
"""How the names of files end that may be filings."""
ALONE = 2
"""So few filings are read sooner in this process than another one starts."""
CORES = os.cpu_count() or 1
ENDED = "the process that read it was ended; it may need more memory than there is"
MOST_MEMORY = 8 << 30
"""Bytes that a process may take which reads for another: far more than any filing needs."""
_LOOK = 0.05
"""Seconds between two looks at whether a reading is still wanted."""
_POLITE = 5
"""How much a process of its own stands back for the one that waits for it."""


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """What became of files: those that could be read, and of each other why not."""

    analyses: tuple[Analysis, ...]
    unreadable: dict[Path, str]


def files(paths: Iterable[Path]) -> list[Path]:
    """The files named, and all files at any depth of the folders named that may be filings, in order of name, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        for each in _inside(path) if path.is_dir() else (path,):
            found.setdefault(each)
    return list(found)


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())


def read_all(paths: Sequence[Path], store: Store | None = None) -> Read:
    """Reads files on all cores, in their order, but for those that the store has. A file that is no filing keeps nothing else
    from being read."""
    store = store or own_store()
    with resting():
        told = {path: _kept(path, store) for path in paths}
        missing = [path for path, one in told.items() if one is None]
        told.update(zip(missing, _read(missing, store), strict=True))
    return Read(
        tuple(one for one in told.values() if isinstance(one, Analysis)),
        {path: one for path, one in told.items() if isinstance(one, str)},
    )


def _kept(path: Path, store: Store) -> Analysis | str | None:
    try:
        return store.find(path)
    except UnreadableError as error:
        return str(error)


def _read(paths: Sequence[Path], store: Store) -> Iterator[Analysis | str]:
    if len(paths) <= ALONE:
        yield from (_analysed(path, store) for path in paths)
        return
    from concurrent.futures import ProcessPoolExecutor  # a start that needs none does without it

    with ProcessPoolExecutor(min(len(paths), CORES)) as workers:
        for path, told in zip(paths, workers.map(partial(packed, store=store), paths), strict=True):
            yield told if isinstance(told, str) else _unpacked(path, told, store)


def _analysed(path: Path, store: Store) -> Analysis | str:
    """What a file says, or in a line why it cannot be read."""
    try:
        return store.reading(path)
    except UnreadableError as error:
        return str(error)


@dataclass(frozen=True, slots=True)
class Packed:
    """What a process of its own read, as the bytes that an entry of the store has."""

    key: bytes
    entry: bytes


def packed(path: Path, store: Store) -> Packed | str:
    """In a process of its own: what a file says, which is kept too, or in a line why it cannot be read."""
    try:
        analysis = analyse(path)
    except UnreadableError as error:
        return str(error)
    except MemoryError:
        return ENDED
    made = Packed(key_of(analysis.filing.name, analysis.filing.sha256), pack(analysis))
    if worth_keeping(analysis):
        store.put(made.key, made.entry)
    return made


def _unpacked(path: Path, told: Packed, store: Store) -> Analysis | str:
    try:
        return unpack(told.entry, told.key, path)
    except DamagedError:  # of another version: the program was changed while it ran
        return _analysed(path, store)


class Crew:
    """Processes that read filings for this one, which goes on meanwhile. They are made anew, not split off: what runs in
    other threads here has no half of itself there. The first is begun when it is needed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._workers: ProcessPoolExecutor | None = None

    def read(self, path: Path, step: Step) -> Analysis:
        """What a file says, read in another process and kept; calls `step` now and then while it waits. Raises
        UnreadableError and whatever `step` raises."""
        told: Packed | str | None
        try:
            told = self._wait(self._begin(path), step)
        except OSError:  # none can be begun
            return self._store.reading(path, step)
        except BrokenExecutor:  # one of the processes was ended, by what it read or from outside
            self.close()
            told = self._alone(path, step)
        if told is None:
            return self._store.reading(path, step)
        if isinstance(told, str):
            raise UnreadableError(told)
        try:
            return unpack(told.entry, told.key, path)
        except DamagedError:  # the program was changed on disk while it ran
            return self._store.reading(path, step)

    def close(self) -> None:
        """Ends the processes as soon as they are done with what they are at."""
        with self._lock:
            workers, self._workers = self._workers, None
        if workers is not None:
            workers.shutdown(wait=False, cancel_futures=True)

    def stop(self) -> None:
        """Ends the processes at once, whatever they are at."""
        with self._lock:
            workers, self._workers = self._workers, None
        if workers is not None:
            _end(workers)

    def _alone(self, path: Path, step: Step) -> Packed | str | None:
        """The same by a process that reads nothing else; in a line where that one is ended too, None where there can be
        no process."""
        step(0, 0)
        workers = _workers(1)
        try:
            workers.submit(os.getpid).result()
        except BrokenExecutor:
            return None
        try:
            return self._wait(workers.submit(packed, path, self._store), step)
        except BrokenExecutor:
            return ENDED
        finally:
            _end(workers)

    def _begin(self, path: Path) -> "Future[Packed | str]":
        with self._lock:
            if self._workers is None:
                self._workers = _workers(CORES)
            return self._workers.submit(packed, path, self._store)

    @staticmethod
    def _wait(future: "Future[Packed | str]", step: Step) -> Packed | str:
        try:
            while True:
                try:
                    return future.result(_LOOK)
                except TimeoutError:
                    step(0, 0)
        except BaseException:
            future.cancel()
            raise


def _workers(number: int) -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(number, get_context("spawn"), _stand_back)


def _end(workers: "ProcessPoolExecutor") -> None:
    """Ends processes at once."""
    begun = list((workers._processes or {}).values())  # before Python 3.14 there is no other way to them
    workers.shutdown(wait=False, cancel_futures=True)
    for process in begun:
        process.terminate()


def _stand_back() -> None:
    """In a process of its own: whoever sits before the window comes first, and one filing does not take all memory."""
    if hasattr(os, "nice"):
        os.nice(_POLITE)
    with suppress(ImportError, ValueError, OSError):  # a system that knows no such limit
        from resource import RLIMIT_AS, setrlimit

        setrlimit(RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
