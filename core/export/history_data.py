"""A history as one table of data, as Parquet: a row for what each filing says of a line and a period, and what is computed."""

import csv
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis
from core.export.duck import MEMORY, as_parquet, database
from core.export.figures import Kind, Value, fits, written
from core.export.heads import KINDS, UNITS
from core.read.filing import Header
from core.source import Cite
from core.target import filling
from core.years.derived import Derived, derived
from core.years.history import History
from core.years.period import FiscalCalendar, Period
from core.years.series import Stitched, StitchedCell, StitchedRow, Told


@dataclass(frozen=True)
class _Of:
    """A row of the table with all that it stands in: what one filing says, or what was computed."""

    history: History
    filings: dict[Path, Analysis]
    series: Stitched
    number: int
    period: Period
    value: Decimal
    rank: int = 0
    told: Told | None = None
    cell: StitchedCell | None = None
    computed: Derived | None = None

    @property
    def row(self) -> StitchedRow:
        """The line over all years."""
        return self.series.rows[self.number]

    @property
    def calendar(self) -> FiscalCalendar:
        """The company's years."""
        return self.history.calendar

    @cached_property
    def filing(self) -> Analysis | None:
        """The filing that says it."""
        return self.filings[self.told.path] if self.told is not None else None

    @property
    def header(self) -> Header | None:
        """Of that filing."""
        return self.filing.filing.header if self.filing is not None else None

    @property
    def cite(self) -> Cite | None:
        """Where it is printed."""
        return self.told.cite if self.told is not None else None


class _Field(NamedTuple):
    """A column: its name, what it holds, what it says, and how it is told of a row."""

    name: str
    kind: Kind
    says: str
    of: Callable[[_Of], Value]


def _line(one: _Of) -> int | None:
    if one.filing is None or one.cite is None:
        return None
    return one.filing.filing.document(one.cite.document).source.line_of(one.cite.start)


def _unit(one: _Of) -> str | None:
    return UNITS[one.row.unit] if one.row.unit is not None else None


def _difference(one: _Of) -> str | None:
    return one.cell.difference.value if one.cell is not None and one.cell.difference is not None else None


def _computed(one: _Of) -> str:
    """The places that an amount was computed from, each with its sign: `+old.txt:1:8120 +new.txt:1:7710 -new.txt:1:7725`."""
    if one.computed is None:
        return ""
    signed = [("+", told) for told in one.computed.added] + [("-", told) for told in one.computed.taken_off]
    return " ".join(f"{sign}{told.path.name}:{told.cite.document}:{told.cite.start}" for sign, told in signed)


FIELDS: tuple[_Field, ...] = (
    _Field("company", Kind.WORDS, "name in the latest filing", lambda one: one.history.company),
    _Field("cik", Kind.WORDS, "the Commission's number of the company, ten digits", lambda one: one.history.cik),
    _Field("kind", Kind.WORDS, "which statement it is", lambda one: KINDS[one.series.kind]),
    _Field("member", Kind.WORDS, "who it is of; none for the company as a whole", lambda one: one.series.member),
    _Field("row", Kind.COUNT, "line in the statement over all years, from 1", lambda one: one.number + 1),
    _Field("line", Kind.WORDS, "caption in the latest filing that has the line", lambda one: one.row.label),
    _Field("depth", Kind.COUNT, "nesting of the line, from 0", lambda one: one.row.depth),
    _Field("role", Kind.WORDS, "line, subtotal, total or heading", lambda one: one.row.role.value),
    _Field("concept", Kind.WORDS, "concept as tagged, else as told by the caption", lambda one: one.row.concept),
    _Field("unit", Kind.WORDS, "what is counted: money, per share, shares, percent, number", _unit),
    _Field("currency", Kind.WORDS, "currency of the statement's money", lambda one: one.series.currency),
    _Field("period", Kind.WORDS, "what the amount is of, in words", lambda one: one.period.label),
    _Field("start", Kind.DAY, "first day, some days exact; none for a balance", lambda one: one.period.start),
    _Field("end", Kind.DAY, "last day, or the day of a balance", lambda one: one.period.end),
    _Field("months", Kind.COUNT, "length; none for a balance", lambda one: one.period.months),
    _Field("fiscal_year", Kind.COUNT, "the company's year that the period ends in", lambda one: one.calendar.of(one.period).year),
    _Field("fiscal_quarter", Kind.COUNT, "its quarter that the period ends in", lambda one: one.calendar.of(one.period).quarter),
    _Field("whole", Kind.AMOUNT, "the amount after its scale", lambda one: one.value),
    _Field("rank", Kind.COUNT, "0 for the latest filing that says it, 1 for the one before", lambda one: one.rank),
    _Field("difference", Kind.WORDS, "how filings differ: restated, reclassified, split, sign, misprint, rounding", _difference),
    _Field("computed", Kind.WORDS, "places that it was computed from, with signs; none for what is printed", _computed),
    _Field("printed", Kind.WORDS, "the figure as printed", lambda one: one.told.figure.text if one.told else None),
    _Field("scale", Kind.COUNT, "what is printed is multiplied by this", lambda one: one.told.scale if one.told else None),
    _Field("file", Kind.WORDS, "name of the file that prints it", lambda one: one.filing.filing.name if one.filing else None),
    _Field("form", Kind.WORDS, "form of that filing", lambda one: one.header.form if one.header else None),
    _Field("filed", Kind.DAY, "day on which it was filed", lambda one: one.header.filed if one.header else None),
    _Field("accession", Kind.WORDS, "its accession number", lambda one: one.header.accession if one.header else None),
    _Field("table", Kind.WORDS, "id of the statement in that filing", lambda one: one.told.statement if one.told else None),
    _Field("document", Kind.COUNT, "document in the filing, from 1", lambda one: one.cite.document if one.cite else None),
    _Field("text_line", Kind.COUNT, "line of the document's text, from 1", _line),
    _Field("begin", Kind.COUNT, "its first character in that text, from 0", lambda one: one.cite.start if one.cite else None),
    _Field("finish", Kind.COUNT, "one past its last character", lambda one: one.cite.end if one.cite else None),
)  # fmt: skip
"""The columns, in order."""


def rows(history: History) -> Iterator[list[str]]:
    """The table as words, a column each: days as 1998-06-30, amounts in plain digits, nothing where nothing is known."""
    for one in _every(history):
        yield [fits(written(field.of(one)), field.kind) for field in FIELDS]


def _every(history: History) -> Iterator[_Of]:
    filings = {one.path: one for one in history.filings}
    for series in history.series:
        for number, row in enumerate(series.rows):
            for period, cell in zip(series.periods, row.cells, strict=True):
                for rank, told in enumerate((cell.told, *cell.others) if cell is not None else ()):
                    yield _Of(history, filings, series, number, period, told.value, rank, told, cell)
        for one in derived(series):
            yield _Of(history, filings, series, one.row, one.period, one.value, computed=one)


def write(history: History, target: Path, inputs: Sequence[Path]) -> None:
    """Writes the table as Parquet, whole or not at all. Raises as `core.target.filling` does."""
    with filling(target, inputs) as part, tempfile.TemporaryDirectory(prefix="tieout-") as folder:
        lines = Path(folder) / "lines.csv"
        with lines.open("w", encoding="utf-8", errors="replace", newline="") as file:
            out = csv.writer(file)
            out.writerow([field.name for field in FIELDS])
            out.writerows(rows(history))
        with database(MEMORY, folder) as tables:
            as_parquet(tables, FIELDS, lines, part)
