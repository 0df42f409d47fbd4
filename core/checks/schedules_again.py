"""Columns by years that are printed twice: the payments of a note, and again in the discussion."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from core.checks.check import Rule
from core.checks.equation import SUM, Equation, Kind, Read, Term, digits_left, misread
from core.statements.statement import PRIMARY, Figure, Row, Statement, StatementKind, Unit

_ENOUGH = 3
"""Years in which two columns must agree."""
_YEAR_DIGITS = 4
_TEN = 10
_MOST_ZEROS = 3
"""Zeros at the end of all amounts of a column that may come of rounding."""


class _Cell(NamedTuple):
    row: Row
    figure: Figure
    amount: Decimal


class _Column(NamedTuple):
    """A column of amounts by the years that its rows are called, and what they are rounded to."""

    table: Statement
    cells: dict[str, _Cell]
    unit: int


def schedules(tables: Iterable[Statement]) -> Iterator[Equation]:
    """The cells of columns by years that are printed in two tables, each as the same amount."""
    columns = [column for table in tables if table.kind not in PRIMARY for column in _columns(table)]
    for one, other in combinations(columns, 2):
        if one.table is not other.table:
            yield from _same(one, other)


def _columns(table: Statement) -> Iterator[_Column]:
    rows = [row for row in table.rows if row.figures and _is_year(row.label)]
    if len(rows) < _ENOUGH:
        return
    for number in range(len(table.columns)):
        cells = {cell.row.label.strip(): cell for row in rows for cell in _cells(table, row, number)}
        if len(cells) >= _ENOUGH:
            yield _Column(table, cells, _rounded(table, cells))


def _cells(table: Statement, row: Row, number: int) -> Iterator[_Cell]:
    """The amount of a row in a column, if it prints one."""
    figure = row.at(number)
    if figure is not None and figure.value and row.counts(figure) in (Unit.MONEY, None):
        yield _Cell(row, figure, figure.value * table.scale)


def _is_year(label: str) -> bool:
    bare = label.strip()
    return len(bare) == _YEAR_DIGITS and bare.isdecimal()


def _rounded(table: Statement, cells: dict[str, _Cell]) -> int:
    """What the amounts of a column are rounded to: the scale of the table, or the zeros that all of them end with."""
    unit = table.scale
    for _ in range(_MOST_ZEROS):
        if any(cell.amount % (unit * _TEN) for cell in cells.values()):
            break
        unit *= _TEN
    return unit


def _same(one: _Column, other: _Column) -> Iterator[Equation]:
    years = [year for year in one.cells if year in other.cells]
    slack = 0 if one.unit == other.unit else max(one.unit, other.unit) - 1
    ties = [year for year in years if abs(one.cells[year].amount - other.cells[year].amount) <= slack]
    if len(ties) < _ENOUGH or len(years) - len(ties) > 1:
        return
    evidence = sum(digits_left(int(one.cells[year].amount), slack) for year in ties)
    wrong = misread(SUM, Read(len(ties), evidence, 1)) if len(ties) < len(years) else 0.0
    if other.table.kind is StatementKind.OTHER:
        one, other = other, one
    for year in years:
        yield _equation(one, other, year, slack, wrong)


def _equation(one: _Column, other: _Column, year: str, slack: int, wrong: float) -> Equation:
    whole, part = one.cells[year], other.cells[year]
    head = one.table.columns[whole.figure.column].label or one.table.title or "Amount"
    rule = Rule.PROSE_TIE if one.table.kind is StatementKind.OTHER else Rule.NOTE_TIE
    first = Term(1, int(whole.amount), whole.figure, whole.row, one.table)
    second = Term(1, int(part.amount), part.figure, part.row, other.table)
    return Equation(Kind.SAME, rule, first, (second,), slack, Decimal(1), wrong, f"{head}, {year}")
