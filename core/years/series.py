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
from core.statements.statement import Column, Figure, Role, Row, Statement, StatementKind, Unit
from core.years.following import Amount, Line, caption_key, digits, lines, paired

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


_YEAR, _QUARTER = 12, 3
"""Months."""
_NEAR = 10
"""Days that the end of one fiscal year may lie apart in two filings."""
_FLOWS = (StatementKind.INCOME_STATEMENT, StatementKind.CASH_FLOW, StatementKind.COMPREHENSIVE_INCOME)
_MONTH = 30.44
"""Days, on average."""


def stitch(analyses: Iterable[Analysis], kind: StatementKind) -> Stitched:
    """The statements of one kind of several filings as one table; empty where no filing has one."""
    *_, last = stitching(analyses, kind)
    if last is None:
        raise AssertionError("the last answer of a stitching is its table")
    return last


def stitching(analyses: Iterable[Analysis], kind: StatementKind) -> Iterator[Stitched | None]:
    """The same in steps: None after every filing that was taken in, and the table at last."""
    filings = sorted(analyses, key=_age, reverse=True)
    chosen = [(analysis, found) for analysis in filings if (found := _statement(analysis, kind)) is not None]
    table = _Table(kind)
    for analysis, statement in chosen:
        table.add(analysis.path, statement, _usual_months(analysis, kind))
        yield None
    first = chosen[0][1] if chosen else None
    yield Stitched(
        kind=kind,
        title=first.title if first else None,
        currency=first.currency if first else None,
        periods=tuple(sorted(table.periods)),
        rows=tuple(table.rows()),
        paths=tuple(analysis.path for analysis, _ in chosen),
    )


def _age(analysis: Analysis) -> tuple[date, date]:
    header = analysis.filing.header
    return header.period_end or date.min, header.filed or date.min


def _statement(analysis: Analysis, kind: StatementKind) -> Statement | None:
    """The statement of this kind with the most figures: the company's own, where a submission holds several."""
    found = [one for one in (*analysis.statements, *analysis.tables) if one.kind is kind]
    return max(found, key=lambda one: sum(len(row.figures) for row in one.rows), default=None)


def _usual_months(analysis: Analysis, kind: StatementKind) -> int:
    """How long the periods of a filing are that do not say it: a year; in a quarterly report a quarter, or for cash
    flows what has gone of the fiscal year, as far as that is known."""
    header = analysis.filing.header
    if not (header.form or "").upper().startswith("10-Q"):
        return _YEAR
    if kind is not StatementKind.CASH_FLOW or header.fiscal_year_end is None or header.period_end is None:
        return _QUARTER
    gone = (header.period_end.month - header.fiscal_year_end[0] - 1) % _YEAR
    return gone // _QUARTER * _QUARTER + _QUARTER


def period_of(column: Column, kind: StatementKind, usual: int = _YEAR) -> Period | None:
    """What a column is a period of, `usual` months where it does not say where it begins; None for a column that stands
    for something else, or of which no date is known."""
    if column.end is None or column.member is not None:
        return None
    if kind not in _FLOWS:
        return Period(column.end)
    if column.start is None:
        return Period(column.end, usual)
    return Period(column.end, max(1, round(((column.end - column.start).days + 1) / _MONTH)))


class _Followed:
    """A line in the making: the row of the latest filing that has it, and what each filing says of it, latest first."""

    def __init__(self, row: Row, line: Line) -> None:
        self.row, self.line = row, line
        self.told: dict[Period, list[Told]] = {}


class _Of(NamedTuple):
    """What a filing says of a period."""

    period: Period
    told: Told


def _take(followed: _Followed, line: Line, told: list[_Of], statement: Statement, *, has_figures: bool) -> None:
    """Adds to a line what a filing says of it; where its concept was not known, that too."""
    for period, one in told:
        followed.told.setdefault(period, []).append(_in_unit(one, followed.row.unit, statement.scale))
        followed.line.amounts[period] = line.amounts[period]
    if line.concept and followed.line.concept is None and has_figures:
        followed.line.concept = line.concept


class _Table:
    """The lines of a stitched table, in the order of the latest filing; a line it lacks comes after the one before it."""

    def __init__(self, kind: StatementKind) -> None:
        self.kind = kind
        self.periods: set[Period] = set()
        self._lines: list[_Followed] = []

    def add(self, path: Path, statement: Statement, usual: int = _YEAR) -> None:
        """Take in a statement; filings come latest first. `usual` are the months of periods that do not say theirs."""
        columns = self._periods_of(statement, usual)
        self.periods.update(columns.values())
        fresh = lines(statement)
        told = [_told(row, columns, path, statement) for row in statement.rows]
        for line, values in zip(fresh, told, strict=True):
            line.amounts = {each.period: _amount(each.told) for each in values}
        found = paired([one.line for one in self._lines], fresh)
        placed = {id(fresh[i]): self._lines[j] for i, j in found.items()}
        first = not self._lines
        for at, line in enumerate(fresh):
            if id(line) not in placed and (line.amounts or first):
                self._place(at, statement, fresh, placed)
            if id(line) in placed:
                _take(placed[id(line)], line, told[at], statement, has_figures=bool(statement.rows[at].figures))

    def _periods_of(self, statement: Statement, usual: int) -> dict[int, Period]:
        """The periods of the columns that have one, by the column's index."""
        found = ((at, self._period(column, usual)) for at, column in enumerate(statement.columns))
        return {at: period for at, period in found if period is not None}

    def _period(self, column: Column, usual: int) -> Period | None:
        """The period of a column; one that ends some days off (52 weeks, a bare year) is the one that is known."""
        period = period_of(column, self.kind, usual)
        if period is None:
            return None
        near = [
            one for one in self.periods if one.months == period.months and abs((one.end - period.end).days) <= _NEAR
        ]
        return min(near, key=lambda one: abs((one.end - period.end).days), default=period)

    def _place(self, at: int, statement: Statement, fresh: list[Line], placed: dict[int, _Followed]) -> _Followed:
        """Puts a line that only this filing has where it stands there: after the last before it under its heading."""
        line, row = fresh[at], statement.rows[at]
        heading = None
        if line.heading is not None:
            heading = placed.get(id(line.heading)) or self._place(fresh.index(line.heading), statement, fresh, placed)
            line.depth = heading.line.depth + max(1, line.depth - line.heading.depth)
        place = self._after(at, fresh, placed, heading)
        followed = placed[id(line)] = _Followed(row, line)
        line.heading = heading.line if heading else None
        self._lines.insert(place, followed)
        return followed

    def _after(self, at: int, fresh: list[Line], placed: dict[int, _Followed], heading: _Followed | None) -> int:
        above = heading.line if heading else None
        for before in reversed(fresh[:at]):
            one = placed.get(id(before))
            if one is None or one is heading or one.line.heading is not above:
                continue
            place = self._lines.index(one) + 1
            while place < len(self._lines) and self._lines[place].line.depth > one.line.depth:
                place += 1
            return place
        return self._lines.index(heading) + 1 if heading else 0

    def rows(self) -> Iterator[StitchedRow]:
        """The finished lines, headings among them."""
        periods = sorted(self.periods)
        for one in self._lines:
            row = one.row
            cells = tuple(_cell(one.told.get(period)) for period in periods)
            yield StitchedRow(row.label, one.line.depth, row.role, row.unit, row.known, cells)


def _told(row: Row, columns: dict[int, Period], path: Path, statement: Statement) -> list[_Of]:
    """What a row says of each period: the first figure that counts what the row does, where a filing has two columns for one."""
    scale = statement.scale if row.unit is Unit.MONEY else 1
    found: dict[Period, Told] = {}
    for figure in row.figures:
        period = columns.get(figure.column)
        if period is not None and figure.value is not None and figure.unit is None and period not in found:
            found[period] = Told(figure.value * scale, figure, path, statement.id, scale)
    return [_Of(period, told) for period, told in found.items()]


def _amount(told: Told) -> Amount:
    printed = told.value / told.scale
    return Amount(told.value, printed, digits(printed))


def _in_unit(told: Told, unit: Unit | None, scale: int) -> Told:
    """The same figure in the unit of its line: filings of different years may leave different things to be guessed."""
    wanted = scale if unit is Unit.MONEY else 1
    return told if wanted == told.scale else told._replace(value=told.value / told.scale * wanted, scale=wanted)


def _cell(told: list[Told] | None) -> StitchedCell | None:
    if not told:
        return None
    latest, *others = told
    return StitchedCell(latest, tuple(others), any(_differs(latest, other) for other in others))


def _differs(one: Told, other: Told) -> bool:
    """Whether two filings say different things; amounts in thousands and in millions may differ by their rounding."""
    within = 0 if one.scale == other.scale else max(one.scale, other.scale)
    return abs(one.value - other.value) > within


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
