"""One line followed across years and filings: a stitched table that keeps its cites, as a frozen value or a pandas frame.

Several filings of one company print the same year again: as the latest year of one, as an earlier year of the next. The
stitched table has each year once, with what the latest filing says of it; what the others said is kept beside it, and where
it differs the figure is marked as restated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.analysis import Analysis
from core.source import Cite
from core.statements.concepts import fold
from core.statements.statement import Column, Figure, Role, Row, Statement, StatementKind, Unit

if TYPE_CHECKING:
    import pandas as pd


class Period(NamedTuple):
    """A column of a stitched table. `start` is None for a balance date, or where filings do not tell it; `months` its length."""

    end: date
    months: int | None = None

    @property
    def label(self) -> str:
        """`2003`, or `3 months to 2003-03-31`."""
        if self.months is None or self.months == _YEAR:
            return str(self.end.year) if self.months else self.end.isoformat()
        return f"{self.months} months to {self.end.isoformat()}"


class Told(NamedTuple):
    """What one filing says of a line and a period: `value` in units of the currency (scaled), `figure` as it is printed."""

    value: Decimal
    figure: Figure
    path: Path
    statement: str
    scale: int = 1

    @property
    def cite(self) -> Cite:
        """The figure's place in that filing."""
        return self.figure.cite


class StitchedCell(NamedTuple):
    """What the latest filing says; `others` what earlier ones said, latest first; `restated` where one of them differs."""

    told: Told
    others: tuple[Told, ...] = ()
    restated: bool = False

    @property
    def value(self) -> Decimal:
        """The amount in units of the currency."""
        return self.told.value


@dataclass(frozen=True, slots=True)
class StitchedRow:
    """A line over all the years. `label`, `depth` and `role` are those of the latest filing that has the line; `cells` by
    the index of their period, None where no filing gives the figure."""

    label: str
    depth: int
    role: Role
    unit: Unit | None
    concept: str | None
    cells: tuple[StitchedCell | None, ...]


@dataclass(frozen=True, slots=True)
class Stitched:
    """One kind of statement over all the years of several filings: `periods` rise in time, `paths` are latest filing first."""

    kind: StatementKind
    title: str | None
    currency: str | None
    periods: tuple[Period, ...]
    rows: tuple[StitchedRow, ...]
    paths: tuple[Path, ...]

    @property
    def restated(self) -> int:
        """How many figures are restated."""
        return sum(1 for row in self.rows for cell in row.cells if cell is not None and cell.restated)


_YEAR = 12
_PLENTY = 100
"""Printed amounts below this are alike by accident."""
_FLOWS = (StatementKind.INCOME_STATEMENT, StatementKind.CASH_FLOW, StatementKind.COMPREHENSIVE_INCOME)
_MONTH = 30.44


def stitch(analyses: Iterable[Analysis], kind: StatementKind) -> Stitched:
    """The statements of one kind of several filings as one table; empty where no filing has one.

    Lines are the same where their captions are (folded, under the same heading), else where they are the same known line
    and each filing has only one of it.
    """
    filings = sorted(analyses, key=lambda analysis: analysis.filing.header.period_end or date.min, reverse=True)
    chosen = [(analysis, found) for analysis in filings if (found := _statement(analysis, kind)) is not None]
    lines = _Lines(kind)
    for analysis, statement in chosen:
        lines.add(analysis.path, statement)
    first = chosen[0][1] if chosen else None
    return Stitched(
        kind=kind,
        title=first.title if first else None,
        currency=first.currency if first else None,
        periods=tuple(sorted(lines.periods)),
        rows=tuple(lines.rows()),
        paths=tuple(analysis.path for analysis, _ in chosen),
    )


def _statement(analysis: Analysis, kind: StatementKind) -> Statement | None:
    """The statement of this kind with the most figures: the company's own, where a submission holds several."""
    found = [one for one in (*analysis.statements, *analysis.tables) if one.kind is kind]
    return max(found, key=lambda one: sum(len(row.figures) for row in one.rows), default=None)


def period_of(column: Column, kind: StatementKind) -> Period | None:
    """What a column is a period of; None for a column that stands for something else, or of which no date is known."""
    if column.end is None or column.member is not None:
        return None
    if kind not in _FLOWS:
        return Period(column.end)
    if column.start is None:
        return Period(column.end, _YEAR)
    return Period(column.end, max(1, round(((column.end - column.start).days + 1) / _MONTH)))


class _Line:
    """A line in the making: what each filing says of it, latest first."""

    def __init__(self, row: Row, keys: tuple[str, ...]) -> None:
        self.row = row
        self.keys = keys
        self.told: dict[Period, list[Told]] = {}


class _Lines:
    """The lines of a stitched table, in the order of the latest filing; a line it lacks comes after the one before it."""

    def __init__(self, kind: StatementKind) -> None:
        self.kind = kind
        self.periods: set[Period] = set()
        self._lines: list[_Line] = []

    def add(self, path: Path, statement: Statement) -> None:
        """Take in a statement; filings come latest first."""
        columns = {
            n: p for n, column in enumerate(statement.columns) if (p := period_of(column, self.kind)) is not None
        }
        self.periods.update(columns.values())
        taken: set[int] = set()
        after = -1
        known = {key: line for line in reversed(self._lines) for key in line.keys}
        same = {entry: line for line in reversed(self._lines) for entry in _amounts_of(line)}
        for row, keys in _keyed(statement):
            candidates = [known[key] for key in keys if key in known]
            candidates += [same[entry] for entry in self._entries(row, columns, statement) if entry in same]
            line = next((line for line in candidates if id(line) not in taken), None)
            if line is None:
                line = _Line(row, keys)
                self._lines.insert(after + 1, line)
            after = self._lines.index(line)
            taken.add(id(line))
            for figure in row.figures:
                self._tell(line, columns.get(figure.column), figure, row, path, statement)

    def _entries(self, row: Row, columns: dict[int, Period], statement: Statement) -> Iterator[tuple[Period, Decimal]]:
        """The amounts of a row by their periods, by which a line is known again whose caption has changed."""
        scale = statement.scale if row.unit is Unit.MONEY else 1
        for figure in row.figures:
            if figure.value is not None and abs(figure.value) >= _PLENTY and figure.column in columns:
                yield columns[figure.column], figure.value * scale

    def _tell(
        self, line: _Line, period: Period | None, figure: Figure, row: Row, path: Path, statement: Statement
    ) -> None:
        if period is None or figure.value is None:
            return
        scale = statement.scale if row.unit is Unit.MONEY else 1
        told = line.told.setdefault(period, [])
        if not any(one.path == path for one in told):
            told.append(Told(figure.value * scale, figure, path, statement.id, scale))

    def rows(self) -> Iterator[StitchedRow]:
        """The finished lines, headings among them."""
        periods = sorted(self.periods)
        for line in self._lines:
            row = line.row
            cells = tuple(_cell(line.told.get(period)) for period in periods)
            yield StitchedRow(row.label, row.depth, row.role, row.unit, row.concept, cells)


def _amounts_of(line: _Line) -> Iterator[tuple[Period, Decimal]]:
    return ((period, told[-1].value) for period, told in line.told.items())


def _cell(told: list[Told] | None) -> StitchedCell | None:
    if not told:
        return None
    latest, *others = told
    return StitchedCell(latest, tuple(others), any(_differs(latest, other) for other in others))


def _differs(one: Told, other: Told) -> bool:
    """Whether two filings say different things; amounts in thousands and in millions may differ by their rounding."""
    within = 0 if one.scale == other.scale else max(one.scale, other.scale)
    return abs(one.value - other.value) > within


def _keyed(statement: Statement) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Every row with the keys by which it is known again, the surest first."""
    concepts: dict[str, int] = {}
    for row in statement.rows:
        if row.concept is not None and row.figures:
            concepts[row.concept] = concepts.get(row.concept, 0) + 1
    path: list[str] = []
    seen: dict[str, int] = {}
    before = ""
    for row in statement.rows:
        name = caption_key(row.label) if row.label else f"after {before}"
        del path[row.depth :]
        key = "/".join((*path, name)) + ("" if row.figures else ":")
        path += [name] * (row.depth + 1 - len(path))
        seen[key] = seen.get(key, 0) + 1
        keys = [f"{key}#{seen[key]}"]
        if row.concept is not None and concepts.get(row.concept) == 1:
            keys.insert(0, row.concept)
        elif row.figures and row.label:
            keys.append(f"{name}#{seen[key]}")
        yield row, tuple(keys)
        before = name


def caption_key(label: str) -> str:
    """A caption for comparing over the years: folded, and without what changes every year (allowances, numbers of shares)."""
    lower = label.lower()
    cuts = (
        lower.find(mark)
        for mark in (", less ", ", net of", "; ", ", par ", " - ", ", no par", " (", ", $", ", including")
    )
    cut = min((at for at in cuts if at > _SHORT), default=len(label))
    words = [word for word in fold(label[:cut]).split() if not word.isdigit()]
    return " ".join(words) or fold(label)


_SHORT = 3


def frame(stitched: Stitched) -> pd.DataFrame:
    """The stitched table as pandas: a row a line, a column a period with Decimal values or None (object dtype).

    `frame.attrs["cites"]` maps (row number, period label) to what the filings say: a StitchedCell with path and cite.
    """
    import pandas as pd

    labels = [period.label for period in stitched.periods]
    data = [[cell.value if cell is not None else None for cell in row.cells] for row in stitched.rows]
    index = pd.Index([row.label for row in stitched.rows], name="line", dtype=object)
    made = pd.DataFrame(data, index=index, columns=pd.Index(labels, name="period"), dtype=object)
    made.insert(0, "concept", pd.Series([row.concept for row in stitched.rows], index=index, dtype=object))
    made.attrs["cites"] = {
        (number, label): cell
        for number, row in enumerate(stitched.rows)
        for label, cell in zip(labels, row.cells, strict=True)
        if cell is not None
    }
    made.attrs["kind"], made.attrs["currency"] = stitched.kind.value, stitched.currency
    return made


def follow(analyses: Iterable[Analysis], kind: StatementKind, line: str) -> StitchedRow | None:
    """One line over all the years, by its concept (`us-gaap:Assets`) or its caption; None where no filing has it."""
    key = caption_key(line)
    rows = stitch(analyses, kind).rows
    return next((row for row in rows if row.concept == line), None) or next(
        (row for row in rows if any(row.cells) and caption_key(row.label) == key), None
    )
