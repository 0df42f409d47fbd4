"""What was read of a folder of filings, and how sure that is, in lines of words."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.bulk import Outcome
from core.export.corpus_folder import FILINGS
from core.export.duck import MEMORY, database, pattern
from core.export.heads import KINDS
from core.statements.statement import StatementKind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FORMS = "(form LIKE '10-K%' OR form LIKE '10-Q%' OR form LIKE '10K%')"
"""Reports that have all statements."""
_WANTED = (StatementKind.BALANCE_SHEET, StatementKind.INCOME_STATEMENT, StatementKind.CASH_FLOW)
_SHOWN = 20
"""Files that are named; the others are in the table of filings."""


class Totals(NamedTuple):
    """Sums over all filings that were read."""

    filings: int
    figures: int
    timed: int
    counted: int
    ties: int
    off: int
    worth_a_look: int
    unsure: int
    doubts: int
    faults: int


def report(folder: Path) -> str:
    """The whole report; nothing where nothing was read yet."""
    if not any((folder / FILINGS).glob("*.parquet")):
        return ""
    with database(MEMORY, str(folder)) as tables:
        tables.execute(f"CREATE VIEW filings AS SELECT * FROM {pattern(folder / FILINGS, '*.parquet')}")  # noqa: S608
        return "\n".join(_lines(tables)) + "\n"


def _lines(tables: "DuckDBPyConnection") -> Iterator[str]:
    outcomes = dict(tables.execute("SELECT outcome, count(*) FROM filings GROUP BY ALL").fetchall())
    yield f"{sum(outcomes.values()):,} files, {outcomes.pop(Outcome.READ.value, 0):,} of them read"
    yield from (f"  {count:,} {_SAID[Outcome(outcome)]}" for outcome, count in sorted(outcomes.items()))
    yield from _sure(_totals(tables))
    yield from _found(tables)
    yield from _failed(tables)


_SAID = {
    Outcome.UNREADABLE: "are no filings that can be read",
    Outcome.FAULT: "not read for a fault of Tieout",
    Outcome.ENDED: "ended their process, and are tried again by the next run",
}


def _totals(tables: "DuckDBPyConnection") -> Totals:
    sums = ", ".join(f"coalesce(sum({name}), 0)" for name in Totals._fields[1:])
    found = tables.execute(f"SELECT count(*), {sums} FROM filings WHERE outcome = 'read'").fetchone()  # noqa: S608
    return Totals(*map(int, found or ()))


def _sure(totals: Totals) -> Iterator[str]:
    yield f"{totals.figures:,} figures"
    yield f"  {_share(totals.timed, totals.figures)} with the day or the time that they are of"
    yield f"  {_share(totals.counted, totals.figures)} with what they count: money, shares, per cent"
    yield f"  {_share(totals.ties, totals.figures)} tie with others; {totals.off:,} are off, {totals.worth_a_look:,} worth a look"
    yield f"{totals.unsure:,} decisions for which little more speaks than for another"
    yield f"{totals.doubts:,} findings that something may be lacking or wrong"
    if totals.faults:
        yield f"{totals.faults:,} stages failed by a fault of Tieout; what they would have read is lacking"


def _found(tables: "DuckDBPyConnection") -> Iterator[str]:
    """How many annual and quarterly reports have each of the statements."""
    for kind in _WANTED:
        query = f"SELECT count(*), count(*) FILTER (contains(statements, ?)) FROM filings WHERE {_FORMS}"  # noqa: S608
        of, found = tables.execute(query, [KINDS[kind]]).fetchone() or (0, 0)
        if of:
            yield f"{KINDS[kind]}: found in {found:,} of {of:,} annual and quarterly reports"


def _failed(tables: "DuckDBPyConnection") -> Iterator[str]:
    rows = tables.execute("SELECT location, why FROM filings WHERE outcome <> 'read' ORDER BY location").fetchall()
    yield from (f"{path}: {why}" for path, why in rows[:_SHOWN])
    if len(rows) > _SHOWN:
        yield f"and {len(rows) - _SHOWN:,} others, which `why` of the table of filings tells"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "none"
