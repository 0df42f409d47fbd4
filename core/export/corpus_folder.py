"""The folder of a corpus: which parts it has, which files are done, and which are others now."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from core.bulk import Outcome
from core.export.duck import MEMORY, copy, database, pattern
from core.store.version import version
from core.target import filling, put

KEY = "filing"
"""The column by which both tables know a filing: the SHA-256 of its file."""
_LOCATION = "location"
"""The column that has the path of a filing's file."""
FIGURES, FILINGS, REPORT = "figures", "filings", "report.txt"
"""What is in the folder."""
_MARK = "tieout.json"
"""The file that says which program made the folder."""
_LOCK = "in-use"
_DROPPING = "dropping.json"
"""The file that says what is being taken out of the parts, while it is."""
LINES = ".lines-"
"""How the names of folders begin that are there only while a part is read."""
_DIGITS = 6
"""Of the number of a part."""


class CorpusError(ValueError):
    """The folder cannot be used. Its message is one line."""


class Asked(NamedTuple):
    """The files that are to be read, and the folder that their paths are told from; whether they are all: then what is kept of
    others goes."""

    files: tuple[Path, ...]
    base: Path
    all: bool = False

    def path_of(self, file: Path) -> str:
        """How a file is called, wherever the folder is."""
        return (file.relative_to(self.base) if file.is_relative_to(self.base) else file).as_posix()


@dataclass
class Written:
    """What a run did, in files: read, not read, done before, the same to the byte as others."""

    read: int = 0
    failed: int = 0
    before: int = 0
    again: int = 0


def is_corpus(folder: Path) -> bool:
    """Whether a folder is a corpus in which something was read."""
    return (folder / _MARK).is_file() and any((folder / FILINGS).glob("*.parquet"))


@contextmanager
def opened(target: Path) -> Iterator["Corpus"]:
    """The folder, which nobody else writes to meanwhile."""
    if target.exists() and not target.is_dir():
        raise CorpusError(f"{target} is no folder")
    _marked(target)
    for name in (FIGURES, FILINGS):
        (target / name).mkdir(exist_ok=True)
    lock = sqlite3.connect(target / _LOCK, timeout=0)
    try:
        lock.execute("BEGIN EXCLUSIVE")  # which the system lets go of, whatever ends this process
    except sqlite3.Error:
        lock.close()
        raise CorpusError(f"{target} is being written by another run") from None
    try:
        yield Corpus(target)
    finally:
        lock.close()


def is_of_another_version(folder: Path) -> bool:
    """Whether a folder is a corpus with which this version of the program does not go on."""
    try:
        return bool(json.loads((folder / _MARK).read_bytes())["reader"] != version().hex())
    except FileNotFoundError:
        return False
    except (OSError, ValueError, KeyError, TypeError):
        return True


def _marked(target: Path) -> None:
    """Says which program makes the folder, or raises where it was another one."""
    mark, own = target / _MARK, version().hex()
    if not mark.exists():
        target.mkdir(parents=True, exist_ok=True)
        if any(not path.name.startswith(".") for path in target.iterdir()):
            raise CorpusError(f"{target} has something else in it; name a new folder")
        put(mark, json.dumps({"reader": own}).encode())
        return
    try:
        reader = json.loads(mark.read_bytes())["reader"]
    except (ValueError, KeyError, TypeError):
        raise CorpusError(f"{mark} is damaged") from None
    if reader != own:
        raise CorpusError(f"{target} was read by another version of Tieout; name a new folder")


class _Known(NamedTuple):
    """A file as it was when it was read."""

    sha256: str
    path: str
    size: int
    changed: int
    outcome: Outcome

    @property
    def settled(self) -> bool:
        """Whether the same file would come out the same again, as far as is known."""
        return self.outcome is not Outcome.ENDED and bool(self.sha256)


class Now(NamedTuple):
    """A file as it is now."""

    size: int
    changed: int


class Corpus:
    """The folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sweep()
        self._go_on_dropping()
        self._known = {one.path: one for one in self._rows()}
        self.hashes = {one.sha256 for one in self._known.values() if one.settled}
        """The SHA-256 of all that is done."""

    def part(self, name: str, number: int) -> Path:
        """Where a part is."""
        return self.folder / name / f"{number:0{_DIGITS}}.parquet"

    def parts(self, name: str = FILINGS) -> list[int]:
        """The numbers of the parts."""
        return sorted(int(path.stem) for path in (self.folder / name).glob("*.parquet") if path.stem.isdigit())

    def left(self, asked: Asked, done: Written) -> list[Path]:
        """The files that are not done. What is kept of those that are others now is dropped."""
        now = {asked.path_of(file): now_of(file) for file in asked.files}
        files = {asked.path_of(file): file for file in asked.files}
        stale = {path for path in now if path in self._known and not self._same(path, files[path], now[path])}
        self._drop(stale | (self._known.keys() - now.keys() if asked.all else set()))
        left = []
        sizes = {one.size for one in self._known.values()}
        for path, file in files.items():
            if path in self._known:
                done.before += 1
            elif now[path].size in sizes and hash_of(file) in self.hashes:
                done.again += 1
            else:
                left.append(file)
        return left

    def _same(self, path: str, file: Path, now: Now) -> bool:
        """Whether a file is what is kept of it."""
        known = self._known[path]
        if not known.settled or known.size != now.size:
            return False
        return known.changed == now.changed or hash_of(file) == known.sha256

    def _rows(self) -> Iterator[_Known]:
        if not self.parts():
            return
        query = f"SELECT filing, location, size, changed, outcome FROM {pattern(self.folder / FILINGS, '*.parquet')}"  # noqa: S608
        with database(MEMORY, str(self.folder)) as tables:
            for sha256, path, size, changed, outcome in tables.execute(query).fetchall():
                yield _Known(sha256 or "", path, size, changed, Outcome(outcome))

    def _drop(self, stale: set[str]) -> None:
        """Drops files from the parts that have them. What is killed here is gone on with when the folder is opened again."""
        if not stale:
            return
        gone = {_LOCATION: sorted(stale), KEY: sorted({self._known[path].sha256 for path in stale})}
        put(self.folder / _DROPPING, json.dumps(gone).encode())
        self._take_out(gone)
        for path in stale:
            self.hashes.discard(self._known.pop(path).sha256)

    def _take_out(self, gone: dict[str, list[str]]) -> None:
        """Takes the rows of filings out of all parts: first the figures, for the filings tell which parts have any."""
        with database(MEMORY, str(self.folder)) as tables:
            for number in self.parts():
                query = f"SELECT count(*) FROM {self._pattern(FILINGS, number)} WHERE list_contains(?, {_LOCATION})"  # noqa: S608
                if tables.execute(query, [gone[_LOCATION]]).fetchone() != (0,):
                    for name, column in ((FIGURES, KEY), (FILINGS, _LOCATION)):
                        kept = f"SELECT * FROM {self._pattern(name, number)} WHERE NOT list_contains(?, {column})"  # noqa: S608
                        with filling(self.part(name, number)) as new:
                            copy(tables, kept, new, [gone[column]])
        (self.folder / _DROPPING).unlink()

    def _go_on_dropping(self) -> None:
        """Takes out what a run was taking out when it was killed."""
        if (self.folder / _DROPPING).exists():
            self._take_out(json.loads((self.folder / _DROPPING).read_bytes()))

    def _pattern(self, name: str, number: int) -> str:
        part = self.part(name, number)
        return pattern(part.parent, part.name)

    def _sweep(self) -> None:
        """Takes away what a run left behind that was killed."""
        for left in (*self.folder.glob(f"{LINES}*"), *self.folder.glob("*/.*.part"), *self.folder.glob(".*.part")):
            shutil.rmtree(left, ignore_errors=True)
        for number in {*self.parts(FIGURES)} - {*self.parts()}:
            self.part(FIGURES, number).unlink()


def now_of(file: Path) -> Now:
    try:
        found = file.stat()
    except OSError:
        return Now(0, 0)
    return Now(found.st_size, found.st_mtime_ns)


def hash_of(file: Path) -> str:
    """The SHA-256 of a file; nothing where it cannot be read."""
    try:
        with file.open("rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest()
    except OSError:
        return ""
