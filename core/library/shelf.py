"""The file of a library: one SQLite database, in which every filing is whole or not at all."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from core.homes import cache_of
from core.library.passages import Entry, indexed, unpacked
from core.library.words import WORDING

SWITCH = "TIEOUT_LIBRARY"
"""The variable of the environment that names another file."""
_KIND = 0x7E0171
"""What the head of the database says it is."""
_VERSION = 1
_WAIT = 30.0
"""Seconds for which another process may hold the database."""
_MOST_STALE = 0.25
"""Share of the index that may lead nowhere before it is made anew."""
_INDEX = "INSERT INTO words (rowid, said, tags) VALUES (?, ?, ?)"
_TABLES = """
CREATE TABLE folder (path TEXT PRIMARY KEY);
CREATE TABLE told (stale INTEGER NOT NULL, wording INTEGER NOT NULL);
CREATE TABLE filing (
    id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, changed INTEGER NOT NULL,
    sha256 TEXT NOT NULL, reader TEXT NOT NULL, why TEXT NOT NULL, form TEXT, company TEXT, cik TEXT, accession TEXT,
    period_end TEXT, fiscal_year INTEGER, fiscal_quarter INTEGER, characters INTEGER NOT NULL);
CREATE TABLE passage (
    id INTEGER PRIMARY KEY AUTOINCREMENT, filing INTEGER NOT NULL REFERENCES filing, document INTEGER NOT NULL,
    start INTEGER NOT NULL, line INTEGER NOT NULL, section TEXT NOT NULL, tags TEXT NOT NULL, packed BLOB NOT NULL);
CREATE INDEX passage_of ON passage (filing);
CREATE VIRTUAL TABLE words USING fts5 (said, tags, content='', tokenize='unicode61 remove_diacritics 0');
INSERT INTO words (words, rank) VALUES ('rank', 'bm25(1.0, 0.0)');
"""


class LibraryError(ValueError):
    """The library cannot be used. Its message is one line."""


class State(NamedTuple):
    """A file as it was when it was read."""

    size: int
    changed: int
    sha256: str
    reader: str


class Kept(NamedTuple):
    """A filing of the library, as `library list` tells it; `why` is why it could not be read."""

    path: Path
    form: str | None
    company: str | None
    fiscal_year: int | None
    characters: int
    why: str


def own_place() -> Path:
    """Where the library of the person who runs the program is. Raises LibraryError where there is no such place."""
    wanted = os.environ.get(SWITCH, "")
    if wanted:
        return Path(wanted)
    try:
        return cache_of(os.environ, sys.platform, Path.home) / "tieout" / "library.sqlite"
    except RuntimeError:
        raise LibraryError("there is no home to keep a library in; name a file with --library") from None


@contextmanager
def opened(path: Path, *, new: bool = False) -> Iterator["Shelf"]:
    """The library in a file, which is made where `new`. Raises LibraryError."""
    if not new and not path.exists():
        raise LibraryError(f"there is no library {path}; `library add FOLDER` makes one")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(f"{path} cannot be opened: {error}") from None
    try:
        _prepare(database, path)
        yield Shelf(database)
    except sqlite3.Error as error:
        raise LibraryError(f"{path} cannot be used: {error}") from error
    finally:
        database.close()


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    if not _is_ready(database, path):
        try:
            _make(database)
        except sqlite3.OperationalError:  # another is making it: waited for
            if database.in_transaction:
                database.execute("ROLLBACK")
            database.execute("BEGIN IMMEDIATE")
            database.execute("ROLLBACK")
            if not _is_ready(database, path):
                _make(database)
    database.execute("PRAGMA synchronous = NORMAL")


def _is_ready(database: sqlite3.Connection, path: Path) -> bool:
    """Whether the file is a library of this version; not so where nothing is in it. Raises LibraryError for anything else."""
    database.execute("BEGIN")  # all that is asked is of one moment: another may be making it
    kind = database.execute("PRAGMA application_id").fetchone()[0]
    version = database.execute("PRAGMA user_version").fetchone()[0]
    tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    database.execute("COMMIT")
    if kind == _KIND and version != _VERSION:
        raise LibraryError(f"{path} is a library of another version of Tieout; make a new one")
    if kind != _KIND and (kind or tables):
        raise LibraryError(f"{path} is no library")
    return bool(kind == _KIND)


def _make(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA journal_mode = WAL")
    marks = f"PRAGMA application_id = {_KIND}; PRAGMA user_version = {_VERSION};"
    database.executescript(f"BEGIN IMMEDIATE; {_TABLES} {_begun()} {marks} COMMIT;")


def _begun() -> str:
    return f"INSERT INTO told VALUES (0, {WORDING});"  # noqa: S608 - a number of our own


class Shelf:
    """An open library."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database

    def folders(self) -> list[Path]:
        """The folders whose filings it has."""
        return [Path(path) for (path,) in self.database.execute("SELECT path FROM folder ORDER BY path")]

    def add_folder(self, folder: Path) -> None:
        """Makes it one of them."""
        self.database.execute("INSERT OR IGNORE INTO folder VALUES (?)", [str(folder)])

    def remove_folder(self, folder: Path) -> bool:
        """Makes it none of them; whether it was. Its filings go at the next update."""
        return self.database.execute("DELETE FROM folder WHERE path = ?", [str(folder)]).rowcount > 0

    def filings(self) -> list[Kept]:
        """All filings, by path."""
        rows = self.database.execute(
            "SELECT path, form, company, fiscal_year, characters, why FROM filing ORDER BY path"
        )
        return [Kept(Path(path), *rest) for path, *rest in rows]

    def states(self) -> dict[Path, State]:
        """What the files were when they were read."""
        rows = self.database.execute("SELECT path, size, changed, sha256, reader FROM filing")
        return {Path(path): State(*rest) for path, *rest in rows}

    def put(self, path: Path, state: State, entry: Entry | None, why: str) -> None:
        """Keeps a filing, in place of what was kept of this file; without an entry, why it could not be read."""
        with self.whole():
            self._drop(path)
            told = entry[: len(_TOLD)] if entry is not None else (None,) * len(_TOLD)
            values = [str(path), *state, why, *told, entry.characters if entry else 0]
            number = self.database.execute(
                f"INSERT INTO filing (path, size, changed, sha256, reader, why, {', '.join(_TOLD)}, characters) "  # noqa: S608
                f"VALUES ({', '.join('?' * len(values))})",
                values,
            ).lastrowid
            for one in entry.passages if entry else ():
                at = self.database.execute(
                    "INSERT INTO passage (filing, document, start, line, section, tags, packed) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    [number, one.document, one.start, one.line, one.section, f"f{number} {one.tags}", one.packed],
                ).lastrowid
                self.database.execute(_INDEX, [at, one.indexed, f"f{number} {one.tags}"])

    def touch(self, path: Path, state: State, now: Path) -> None:
        """The same filing, with another time or at another path."""
        self.database.execute(
            "UPDATE filing SET path = ?, size = ?, changed = ? WHERE path = ?",
            [str(now), state.size, state.changed, str(path)],
        )

    def drop(self, path: Path) -> None:
        """Keeps nothing of a file any more."""
        with self.whole():
            self._drop(path)

    def _drop(self, path: Path) -> None:
        """Its passages go; their words stay in the index, which leads nowhere then: passages never have a number again."""
        found = self.database.execute("SELECT id FROM filing WHERE path = ?", [str(path)]).fetchone()
        if found is None:
            return
        dropped = self.database.execute("DELETE FROM passage WHERE filing = ?", found).rowcount
        self.database.execute("DELETE FROM filing WHERE id = ?", found)
        self.database.execute("UPDATE told SET stale = stale + ?", [dropped])

    def tidy(self) -> None:
        """Makes the index anew where much of it leads nowhere, or where words were told in another way."""
        stale, wording = self.database.execute("SELECT stale, wording FROM told").fetchone()
        (passages,) = self.database.execute("SELECT count(*) FROM passage").fetchone()
        if wording == WORDING and stale <= passages * _MOST_STALE:
            return
        with self.whole():
            self.database.execute("INSERT INTO words (words) VALUES ('delete-all')")
            rows = self.database.execute("SELECT id, tags, packed FROM passage ORDER BY id")
            self.database.executemany(_INDEX, ((at, indexed(unpacked(packed)), tags) for at, tags, packed in rows))
            self.database.execute("UPDATE told SET stale = 0, wording = ?", [WORDING])

    @contextmanager
    def whole(self) -> Iterator[None]:
        """All of what is done inside of this, or nothing."""
        self.database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.database.execute("ROLLBACK")
            raise
        self.database.execute("COMMIT")


_TOLD = ("form", "company", "cik", "accession", "period_end", "fiscal_year", "fiscal_quarter")
"""The first fields of an entry, which are columns of the same names."""
