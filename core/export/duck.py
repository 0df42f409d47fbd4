"""DuckDB, which makes Parquet files and databases of lines of CSV. It takes a while to load, and only those who ask for such
files need it."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from core.export.figures import Kind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = ":memory:"
"""The name of a database that has no file."""
_TYPES = {Kind.WORDS: "VARCHAR", Kind.COUNT: "BIGINT", Kind.AMOUNT: "DECIMAL(38, 12)", Kind.DAY: "DATE"}
"""An amount has up to 26 digits before the point and 12 behind it: more than any that is read as one, but for a few products
that have no end, which are rounded there."""
_GLOB = re.compile(r"[*?\[]")
"""Signs that stand for others in the path of a file that is read."""
_MOST = "1GB"
"""What the database may hold in memory; the rest goes through its own files."""


class Column(Protocol):
    """A column of a table."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def kind(self) -> Kind:
        """What it holds."""


def database(name: str, folder: str) -> "DuckDBPyConnection":
    """A database that goes nowhere else: it fetches no extension, and what it has no memory for lies in this folder."""
    import duckdb

    closed = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    return duckdb.connect(name, config={**closed, "memory_limit": _MOST, "temp_directory": folder})


def selected(columns: Sequence[Column]) -> str:
    """Lines of CSV, whose file is the one parameter, as a table with the types of its columns."""
    types = ", ".join(f"'{each.name}': '{_TYPES[each.kind]}'" for each in columns)
    return (
        "SELECT * FROM read_csv(?, auto_detect=false, header=true, delim=',', quote='\"', escape='\"', nullstr='', "  # noqa: S608
        f"new_line='\\r\\n', columns={{{types}}})"
    )


def as_parquet(tables: "DuckDBPyConnection", columns: Sequence[Column], lines: Path, target: Path) -> None:
    """Writes a file of lines of CSV as Parquet."""
    copy(tables, selected(columns), target, [str(lines)])


def copy(tables: "DuckDBPyConnection", query: str, target: Path, parameters: Sequence[object]) -> None:
    """Writes what a query finds as Parquet."""
    tables.execute(f"COPY ({query}) TO {quoted(str(target))} (FORMAT parquet, COMPRESSION zstd)", parameters)


def quoted(path: str) -> str:
    """A path as a word of a query."""
    return "'" + path.replace("'", "''") + "'"


def pattern(folder: Path, name: str) -> str:
    """The files of a folder whose names are so, as a word of a query."""
    literal = _GLOB.sub(r"[\g<0>]", folder.as_posix())
    return quoted(f"{literal}/{name}")
