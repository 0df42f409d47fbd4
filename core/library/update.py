"""A library brought up to its folders: new and changed files are read, those that are gone are dropped."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from core.bulk import Done, each
from core.folder import CORES, files
from core.library.passages import Entry, entry
from core.library.shelf import Shelf, State
from core.store.disk import Store
from core.store.version import version

Listener = Callable[[int, int], None]


@dataclass
class Updated:
    """What an update did, in files."""

    read: int = 0
    unreadable: int = 0
    same: int = 0
    gone: int = 0
    missing: list[Path] = field(default_factory=list)
    """Folders that are not there, such as on a disk that is not: their filings are kept."""


def update(shelf: Shelf, store: Store, told: Listener, workers: int = CORES) -> Updated:
    """Reads what is new or changed in the folders of a library, and drops what is gone. Each filing is kept by itself: whatever
    ends it, what was done is done. `told(done, of)` hears of every file that is read, and may raise to stop it."""
    known, done = shelf.states(), Updated()
    done.missing = [folder for folder in shelf.folders() if not folder.is_dir()]
    now = {path: _state(path) for path in files(folder for folder in shelf.folders() if folder.is_dir())}
    to_read = {path: state for path, state in now.items() if state is not None and not _same(known.get(path), state)}
    done.same = len(now) - len(to_read)
    _hashed(shelf, to_read, known, done)
    _drop_gone(shelf, [path for path in known if path not in now], done)
    _read(shelf, to_read, each(list(to_read), entry, store, workers), done, told)
    shelf.tidy()
    return done


def _drop_gone(shelf: Shelf, gone: list[Path], done: Updated) -> None:
    """Drops the files that are gone, but for those of a folder that is not there."""
    for path in gone:
        if not any(map(path.is_relative_to, done.missing)):
            shelf.drop(path)
            done.gone += 1


def _read(
    shelf: Shelf, to_read: dict[Path, State], readings: Iterable[Done[Entry]], done: Updated, told: Listener
) -> None:
    for number, one in enumerate(readings, 1):
        state = to_read[one.path]
        sha256 = one.result.sha256 if one.result is not None else state.sha256
        shelf.put(one.path, state._replace(sha256=sha256), one.result, one.why)
        done.read += one.result is not None
        done.unreadable += one.result is None
        told(number, len(to_read))


def _state(path: Path) -> State | None:
    """A file as it is now, but for what is in it; None where it has just gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return State(found.st_size, found.st_mtime_ns, "", version().hex())


def _same(known: State | None, state: State) -> bool:
    return known is not None and known._replace(sha256="") == state


def _hashed(shelf: Shelf, to_read: dict[Path, State], known: dict[Path, State], done: Updated) -> None:
    """Leaves those files out of what is read that have only another time than before."""
    for path, state in list(to_read.items()):
        before = known.get(path)
        if before is None or before.size != state.size or before.reader != state.reader:
            continue
        try:
            sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            continue
        if sha256 == before.sha256:
            shelf.touch(path, state, path)
            del to_read[path]
            done.same += 1
