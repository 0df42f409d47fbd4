"""Measures over the years: formulas over the lines of a company's statements, each value with the figures it came from."""

import os
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, DivisionByZero, InvalidOperation, Overflow
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from core.analysis import Analysis
from core.dates import on
from core.homes import Environment, Home, settings_of
from core.statements.statement import Role, StatementKind, Unit
from core.years.by_hand import Rulings
from core.years.change import change
from core.years.formula import Call, Formula, FormulaError, Function, Name, Number, Operation, names, parsed
from core.years.known import first_reported
from core.years.line import caption_key
from core.years.period import NEAR, YEAR, FiscalCalendar, calendar
from core.years.series import Stitched, StitchedRow, Told, stitching

_FILE = Path(__file__).resolve().parents[2] / "resources" / "years" / "measures.toml"
OWN = "measures.toml"
"""The file of a reader's own."""
STATEMENTS = (StatementKind.INCOME_STATEMENT, StatementKind.BALANCE_SHEET, StatementKind.CASH_FLOW)
"""Those that measures are computed from."""

_Told = TypeVar("_Told")


class Counts(StrEnum):
    """What a measure counts; the formula of a percentage gives a part."""

    PERCENT = "percent"
    RATIO = "ratio"
    DAYS = "days"
    MONEY = "money"


class OfSeveral(StrEnum):
    """Which row is taken where several have a line's concept."""

    NONE = "none"
    TOTAL = "total"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A line that formulas name."""

    name: str
    statement: StatementKind
    concepts: tuple[str, ...]
    of_several: OfSeveral


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as it is written; `formula` is None, and `fault` says why, where it cannot be computed."""

    group: str
    name: str
    text: str
    counts: Counts
    formula: Formula | None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Measures:
    """All that is measured, and the lines that it is measured by."""

    lines: Mapping[str, KnownLine]
    measures: tuple[Measure, ...]

    def with_own(self, other: "Measures") -> "Measures":
        """These and the reader's own, which replace those of the same name."""
        own = {one.name for one in other.measures}
        kept = tuple(one for one in self.measures if one.name not in own)
        return Measures({**self.lines, **other.lines}, (*kept, *other.measures))


class MeasuresError(ValueError):
    """A file of measures cannot be read. Its message is one line."""


@cache
def shipped() -> Measures:
    """The measures that Tieout knows."""
    return read(_FILE.read_text("utf-8"))


def own_file(
    environment: Environment = os.environ, platform: str = sys.platform, home: Home = Path.home
) -> Path | None:
    """Where a person's own measures are: beside the settings of the window; None for one without a home."""
    try:
        return settings_of(environment, platform, home) / "tieout" / OWN
    except RuntimeError:
        return None


def with_file(path: Path | None) -> Measures:
    """The known measures with those of the reader's own file, where there is one. Raises MeasuresError."""
    try:
        own = path.read_text("utf-8") if path is not None else ""
    except FileNotFoundError:
        return shipped()
    except (OSError, UnicodeDecodeError) as error:
        raise MeasuresError(f"{OWN if path is None else path.name} cannot be read: {error}") from error
    try:
        return shipped().with_own(read(own, shipped().lines))
    except MeasuresError as error:
        raise MeasuresError(f"{OWN if path is None else path.name}: {error}") from error


def read(text: str, known: Mapping[str, KnownLine] | None = None) -> Measures:
    """Measures as they are written in TOML, whose formulas may name lines that are `known`.

    Raises MeasuresError where the file is no such list; a formula that cannot be taken is a measure with a fault.
    """
    try:
        data = tomllib.loads(text)
        lines = {name: _line(name, told) for name, told in data.get("lines", {}).items()}
        told = data.get("measures", [])
        every = {**(known or {}), **lines}
        return Measures(lines, tuple(_measure(one, every) for one in told))
    except tomllib.TOMLDecodeError as error:
        raise MeasuresError(str(error)) from error
    except (AttributeError, TypeError) as error:
        raise MeasuresError("it has to have tables [lines] and [[measures]]") from error


def _line(name: str, told: Mapping[str, Any]) -> KnownLine:
    concepts = told.get("concepts", [])
    try:
        kind, of_several = StatementKind(told.get("statement", "")), OfSeveral(told.get("of_several", "none"))
    except ValueError as error:
        raise MeasuresError(f"line {name}: {error}") from error
    if kind not in STATEMENTS or not isinstance(concepts, list) or not all(isinstance(one, str) for one in concepts):
        raise MeasuresError(f"line {name}: it needs a statement ({', '.join(STATEMENTS)}) and a list of concepts")
    return KnownLine(name, kind, tuple(concepts), of_several)


def _measure(told: Mapping[str, Any], lines: Mapping[str, KnownLine]) -> Measure:
    name, text, group = str(told.get("name", "")), str(told.get("formula", "")), str(told.get("group", "Own"))
    counts = str(told.get("counts", Counts.RATIO))
    if not name.strip():
        raise MeasuresError("a measure has no name")
    if counts not in {one.value for one in Counts}:
        return Measure(group, name, text, Counts.RATIO, None, f"{counts!r} is none of {', '.join(Counts)}")
    try:
        formula = parsed(text)
    except FormulaError as error:
        return Measure(group, name, text, Counts(counts), None, str(error))
    unknown = sorted({one.name for one in names(formula) if not one.quoted and one.name not in lines})
    if unknown:
        return Measure(group, name, text, Counts(counts), None, f"{', '.join(unknown)}: no such line")
    return Measure(group, name, text, Counts(counts), formula)


# values


class Lack(StrEnum):
    """Why there is no value."""

    NO_LINE = "no line"
    SEVERAL = "several lines"
    NOT_PRINTED = "not printed"
    NOT_MEANINGFUL = "not meaningful"


class Missing(NamedTuple):
    """What a value lacks: the line (as the formula names it) and the end of the year."""

    lack: Lack
    line: str
    end: date


class Term(NamedTuple):
    """A figure that a value was computed from: the line as the formula names it, and the end of its period."""

    line: str
    end: date
    told: Told


class Value(NamedTuple):
    """What a formula comes to in a year; None where something is missing. `zeros` are lines taken as nought."""

    amount: Decimal | None
    terms: tuple[Term, ...] = ()
    missing: tuple[Missing, ...] = ()
    zeros: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure over the years: a value for each year end."""

    measure: Measure
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """All measures over the years, the year ends rising. `currency` and `paths` (latest filing first) are those of the
    statements."""

    ends: tuple[date, ...]
    rows: tuple[Measured, ...]
    currency: str | None
    paths: tuple[Path, ...]


def measuring(
    analyses: Iterable[Analysis], wanted: Measures, *, first: bool = False, rulings: Rulings = ()
) -> Iterator[Table | None]:
    """Measures of a company over its filings, in steps: None after each piece of work, and the table at last; of the
    figures that each filing reported `first`, or of the latest."""
    filings = list(analyses)
    series = []
    for kind in STATEMENTS:
        for made in stitching(filings, kind, rulings):
            if made is None:
                yield None
            else:
                series.append(first_reported(made) if first else made)
    yield measured(series, wanted, calendar(filings))


def measures_of(analyses: Iterable[Analysis], wanted: Measures) -> Table:
    """The same at once."""
    *_, table = measuring(analyses, wanted)
    if table is None:
        raise AssertionError("the last answer of measuring is its table")
    return table


def measured(series: Sequence[Stitched], wanted: Measures, years: FiscalCalendar) -> Table:
    """Measures over these series: one of each kind, of the company itself."""
    own = {one.kind: one for one in series if one.member is None}
    ends = _year_ends(own, years)
    computing = _Computing(own, wanted.lines)
    rows = tuple(Measured(one, tuple(computing.value(one, end) for end in ends)) for one in wanted.measures)
    paths = tuple(dict.fromkeys(path for one in own.values() for path in one.paths))
    return Table(ends, rows, next((one.currency for one in own.values() if one.currency), None), paths)


def _year_ends(own: Mapping[StatementKind, Stitched], years: FiscalCalendar) -> tuple[date, ...]:
    """The ends of the years that flows are of, and of balance sheets at the ends of fiscal years; some days apart are one."""
    flows = {period.end for one in own.values() for period in one.periods if period.months == YEAR}
    known = flows | set(years.year_ends)
    balances = own.get(StatementKind.BALANCE_SHEET)
    days = [period.end for period in balances.periods] if balances is not None else []
    found: list[date] = []
    for end in sorted({*flows, *(day for day in days if any(near(day, one) for one in known))}):
        if not found or not near(found[-1], end):
            found.append(end)
    return tuple(found)


def near(one: date, other: date) -> bool:
    """Whether two ends of years are those of one."""
    return abs((one - other).days) <= NEAR


def years_before(end: date, years: int) -> date:
    """The same day so many years before, or that of the first year there is."""
    return on(max(end.year - years, date.min.year), end.month, end.day)


class _Computing:
    """Formulas over the series of a company."""

    def __init__(self, own: Mapping[StatementKind, Stitched], lines: Mapping[str, KnownLine]) -> None:
        self._own, self._lines = own, lines
        self._found: dict[tuple[Formula, date], Value] = {}

    def value(self, measure: Measure, end: date) -> Value:
        """What a measure comes to in the year that ends on a day."""
        if measure.formula is None:
            return Value(None)
        return self._of(measure.formula, end)

    def _of(self, formula: Formula, end: date) -> Value:
        """What a formula comes to, computed once for each year: two years of an average ask for the one between them twice."""
        key = (formula, end)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._computed(formula, end)
        return found

    def _computed(self, formula: Formula, end: date) -> Value:
        match formula:
            case Number():
                return Value(formula.value)
            case Name():
                return self._looked_up(formula, end)
            case Operation():
                return self._operation(formula, end)
            case Call():
                return self._call(formula, end)

    def _operation(self, formula: Operation, end: date) -> Value:
        left, right = self._of(formula.left, end), self._of(formula.right, end)
        return _together(left, right, _arithmetic(formula.sign, left.amount, right.amount), end)

    def _call(self, formula: Call, end: date) -> Value:
        if formula.function is Function.OR_ZERO:
            return _or_zero(self._of(formula.of, end))
        if formula.function is Function.SIZE:
            found = self._of(formula.of, end)
            return found._replace(amount=abs(found.amount)) if found.amount is not None else found
        before = self._of(formula.of, years_before(end, formula.years))
        if formula.function is Function.BEFORE:
            return before
        now = self._of(formula.of, end)
        return _together(now, before, _over_time(formula, now.amount, before.amount), end)

    # lines

    def _looked_up(self, name: Name, end: date) -> Value:
        rows = self._rows(name)
        there = [one for place in rows if (one := _cell(place, end)) is not None]
        if not there:
            return Value(None, missing=(Missing(Lack.NOT_PRINTED if rows else Lack.NO_LINE, name.name, end),))
        line = self._lines.get(name.name) if not name.quoted else None
        chosen = _chosen(there, line.of_several if line is not None else OfSeveral.NONE)
        if chosen is None:
            return Value(None, missing=(Missing(Lack.SEVERAL, name.name, end),))
        return Value(chosen.told.value, (Term(name.name, chosen.end, chosen.told),))

    def _rows(self, name: Name) -> list["_Place"]:
        """The rows that a name is of: those of the first of its concepts that any has; of words in quotes, of all statements."""
        if name.quoted:
            return _said_so(name.name, self._own.values())
        line = self._lines[name.name]
        series = self._own.get(line.statement)
        every = _with_money(series) if series is not None else []
        found = ([one for one in every if one.row.concept == concept] for concept in line.concepts)
        return next(filter(None, found), [])


class _Place(NamedTuple):
    """A row of a series."""

    row: StitchedRow
    series: Stitched


def _with_money(series: Stitched) -> list[_Place]:
    return [_Place(row, series) for row in series.rows if row.unit in _MONEY and any(row.cells)]


def _said_so(words: str, every: Iterable[Stitched]) -> list[_Place]:
    """The rows of this caption, or of this concept."""
    key = caption_key(words)
    rows = (_Place(row, series) for series in every for row in series.rows if any(row.cells))
    return [one for one in rows if one.row.concept == words or key in map(caption_key, one.row.names)]


class _Cell(NamedTuple):
    """A figure of a year, and how its row adds up."""

    told: Told
    end: date
    role: Role


def _cell(place: _Place, end: date) -> _Cell | None:
    """What a row tells of the year, or of the day, that ends then."""
    for period, cell in zip(place.series.periods, place.row.cells, strict=True):
        if cell is not None and period.months in (None, YEAR) and near(period.end, end):
            return _Cell(cell.told, period.end, place.row.role)
    return None


def _chosen(cells: Sequence[_Cell], of_several: OfSeveral) -> _Cell | None:
    """The one that is meant; None where that is not clear."""
    if len({one.told.value for one in cells}) == 1 or of_several is OfSeveral.FIRST:
        return cells[0]
    totals = [one for one in cells if one.role is not Role.LINE]
    return totals[0] if of_several is OfSeveral.TOTAL and len(totals) == 1 else None


# arithmetic


def _arithmetic(sign: str, left: Decimal | None, right: Decimal | None) -> Decimal | None:
    if left is None or right is None:
        return None
    try:
        match sign:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case _:
                return left / right
    except (DivisionByZero, InvalidOperation, Overflow):
        return None


def _over_time(formula: Call, now: Decimal | None, before: Decimal | None) -> Decimal | None:
    if now is None or before is None:
        return None
    if formula.function is Function.AVERAGE:
        return (now + before) / 2
    if formula.function is Function.GROWTH:
        return (now - before) / abs(before) if change(now, before).percent is not None else None
    if now <= 0 or before <= 0:
        return None
    return (now / before) ** (Decimal(1) / formula.years) - 1


def _together(one: Value, other: Value, amount: Decimal | None, end: date) -> Value:
    missing = _each_once(one.missing, other.missing)
    if amount is None and not missing:
        missing = (Missing(Lack.NOT_MEANINGFUL, "", end),)
    return Value(amount, _each_once(one.terms, other.terms), missing, _each_once(one.zeros, other.zeros))


def _each_once(some: Iterable[_Told], others: Iterable[_Told]) -> tuple[_Told, ...]:
    return tuple(dict.fromkeys((*some, *others)))


def _or_zero(found: Value) -> Value:
    """Nought where the only thing that is missing are lines, which are then named."""
    if found.amount is not None or not found.missing or any(one.lack not in _ABSENT for one in found.missing):
        return found
    return Value(Decimal(0), found.terms, (), _each_once(found.zeros, (one.line for one in found.missing)))


_MONEY = (Unit.MONEY, None)
"""What known lines count; where nothing says what a row counts, its concept does."""
_ABSENT = frozenset({Lack.NO_LINE, Lack.NOT_PRINTED})
