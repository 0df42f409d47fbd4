"""Many filings at once: those of folders, read side by side in processes of their own."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from core.analysis import Analysis, analyse
from core.read.unreadable import UnreadableError

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


def read_all(paths: Sequence[Path]) -> Read:
    """Reads files on all cores, in their order. A file that is no filing keeps nothing else from being read."""
    analyses: list[Analysis] = []
    unreadable: dict[Path, str] = {}
    for path, told in zip(paths, _read(paths), strict=True):
        if isinstance(told, str):
            unreadable[path] = told
        else:
            analyses.append(told)
    return Read(tuple(analyses), unreadable)


def _read(paths: Sequence[Path]) -> Iterator[Analysis | str]:
    if len(paths) <= _ALONE:
        yield from map(_analysed, paths)
        return
    with ProcessPoolExecutor(min(len(paths), os.cpu_count() or 1)) as workers:
        yield from workers.map(_analysed, paths)


def _analysed(path: Path) -> Analysis | str:
    """What a file says, or in a line why it cannot be read."""
    try:
        return analyse(path)
    except UnreadableError as error:
        return str(error)
