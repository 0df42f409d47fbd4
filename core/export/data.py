"""The figures of any number of filings as one table of data: CSV, Parquet or a DuckDB database, written a filing at a time."""

import csv
import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis
from core.bulk import Done, each
from core.export.duck import MEMORY, as_parquet, database, selected
from core.export.figures import FIELDS, fits, rows
from core.folder import CORES
from core.formulas import guarded
from core.store.disk import Store
from core.target import filling

SUFFIXES = (".csv", ".parquet", ".duckdb")
"""How the names of tables of figures end."""
TABLE = "facts"
"""The name of the table in a database."""


class NoFigureError(ValueError):
    """There is nothing to write: none of the files is a filing. Its message is one line."""


class Piece(NamedTuple):
    """The figures of one filing, as lines of CSV."""

    figures: int
    lines: str


@dataclass
class Written:
    """What was written: filings, figures, and of each file that is no filing why not."""

    filings: int = 0
    figures: int = 0
    unreadable: dict[Path, str] = field(default_factory=dict)


Listener = Callable[[int, int], None]


def write(paths: Sequence[Path], target: Path, store: Store, told: Listener, workers: int = CORES) -> Written:
    """Writes all figures of these filings; `told(done, of)` hears of every file. The target is written whole or not at all.

    Raises NoFigureError, and as `core.target.put` does; ValueError for a target of another kind.
    """
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise ValueError(f"{target.name}: the name must end in .csv, .parquet or .duckdb")
    with filling(target, paths) as part:
        if suffix == ".csv":
            return _into(part, "utf-8-sig", each(paths, for_people, store, workers), _Told(told, len(paths)))
        return _through_database(part, suffix, each(paths, for_programs, store, workers), _Told(told, len(paths)))


class _Told(NamedTuple):
    """Who hears of every file, and of how many."""

    listener: Listener
    of: int


def for_people(analysis: Analysis) -> Piece:
    """The figures of a filing as CSV in which no word can be taken for a formula."""
    return _piece([guarded(cell) for cell in row] for row in rows(analysis))


def for_programs(analysis: Analysis) -> Piece:
    """The figures of a filing as CSV in which all words are as they are, and amounts are as a database takes them."""
    return _piece(map(fitting, rows(analysis)))


def _piece(lines: Iterator[list[str]]) -> Piece:
    written = io.StringIO()
    made = list(lines)
    csv.writer(written).writerows(made)
    return Piece(len(made), written.getvalue())


def fitting(row: list[str]) -> list[str]:
    """A row without the amounts that the columns of a database cannot hold."""
    return [fits(cell, each.kind) for cell, each in zip(row, FIELDS, strict=True)]


def _into(part: Path, encoding: str, pieces: Iterator[Done[Piece]], told: _Told) -> Written:
    """Writes a head and every filing's lines as they come."""
    written = Written()
    with part.open("w", encoding=encoding, errors="replace", newline="") as file:
        csv.writer(file).writerow([each.name for each in FIELDS])
        for number, one in enumerate(pieces, 1):
            if one.result is None:
                written.unreadable[one.path] = one.why
            else:
                written.filings += 1
                written.figures += one.result.figures
                file.write(one.result.lines)
            told.listener(number, told.of)
    if not written.filings:
        raise NoFigureError("there is no filing among these files")
    return written


def _through_database(part: Path, suffix: str, pieces: Iterator[Done[Piece]], told: _Told) -> Written:
    import tempfile

    with tempfile.TemporaryDirectory(prefix="tieout-") as folder:
        lines = Path(folder) / "lines.csv"
        written = _into(lines, "utf-8", pieces, told)
        if suffix == ".parquet":
            with database(MEMORY, folder) as tables:
                as_parquet(tables, FIELDS, lines, part)
        else:
            with database(os.fspath(part), folder) as tables:
                tables.begin()
                tables.execute(f"CREATE TABLE {TABLE} AS {selected(FIELDS)}", [str(lines)])
                for one in FIELDS:
                    says = one.says.replace("'", "''")
                    tables.execute(f"COMMENT ON COLUMN {TABLE}.\"{one.name}\" IS '{says}'")
                tables.commit()
    return written
