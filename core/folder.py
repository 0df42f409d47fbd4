"""Many filings at once: those of folders, out of the store or read side by side in processes of their own."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.analysis import Analysis, analyse
from core.collector import resting
from core.read.unreadable import UnreadableError
from core.store.disk import Store, own_store
from core.store.entry import DamagedError, key_of, pack, unpack, worth_keeping

SUFFIXES = frozenset({".txt", ".nc", ".sgml", ".sgm", ".htm", ".html", ".xhtml", ".mht", ".mhtml", ".gz", ".zip"})
"""How the names of files end that may be filings."""
_ALONE = 2
"""So few filings are read sooner in this process than another one starts."""


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
    if len(paths) <= _ALONE:
        yield from (_analysed(path, store) for path in paths)
        return
    with ProcessPoolExecutor(min(len(paths), os.cpu_count() or 1)) as workers:
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
    made = Packed(key_of(analysis.filing.name, analysis.filing.sha256), pack(analysis))
    if worth_keeping(analysis):
        store.put(made.key, made.entry)
    return made


def _unpacked(path: Path, told: Packed, store: Store) -> Analysis | str:
    try:
        return unpack(told.entry, told.key, path)
    except DamagedError:  # of another version: the program was changed while it ran
        return _analysed(path, store)
