"""Two companies' table as one that is charted: each of its lines is two, one for each company, over the same years."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from core.statements.statement import Column, Figure, Row, Statement
from core.years.change import default_rows
from core.years.stitched import Across


class Cell(NamedTuple):
    """A cell of the table that two companies share, by the numbers of its row and column."""

    row: int
    column: int


@dataclass(frozen=True, eq=False)
class Parted:
    """The table by company: `cells` tells which cell of the shared table each figure of `statement` is, by row and column."""

    statement: Statement
    cells: Mapping[Cell, Cell]
    lines: Mapping[int, tuple[int, ...]]
    """The lines that a row of the shared table became."""
    first: tuple[int, ...]
    """The lines that are charted where none is chosen: the first that a reader asks for, of both companies."""

    def lines_of(self, rows: Iterable[int]) -> tuple[int, ...]:
        """The lines that rows of the shared table became."""
        return tuple(line for row in rows for line in self.lines.get(row, ()))

    def rows_of(self, lines: Iterable[int]) -> tuple[int, ...]:
        """The rows of the shared table that lines came of, each once."""
        of = {line: row for row, some in self.lines.items() for line in some}
        return tuple(dict.fromkeys(of[line] for line in lines if line in of))

    def columns_of(self, columns: Iterable[int]) -> tuple[int, ...]:
        """The columns of the shared table that are of these years."""
        wanted = set(columns)
        return tuple(sorted({there.column for here, there in self.cells.items() if here.column in wanted}))


def is_of_two(across: Across) -> bool:
    """Whether a table is one of two companies."""
    return any(column.member for column in across.statement.columns)


def parted(across: Across) -> Parted:
    """The table of two companies by company."""
    table = across.statement
    years = {label: at for at, label in enumerate(dict.fromkeys(column.label for column in table.columns))}
    rows: list[Row] = []
    cells: dict[Cell, Cell] = {}
    lines: dict[int, tuple[int, ...]] = {}
    for number, row in enumerate(table.rows):
        for name, mine in _of_companies(table, row):
            line = len(rows)
            lines[number] = (*lines.get(number, ()), line)
            cells |= {Cell(line, years[table.columns[one.column].label]): Cell(number, one.column) for one in mine}
            rows.append(row._replace(label=f"{row.label} · {name}", figures=_by_year(mine, table.columns, years)))
    columns = tuple(_column(label, table.columns) for label in years)
    made = replace(table, id=f"{table.id}-by-company", section=None, columns=columns, rows=tuple(rows))
    first = next((lines[row] for row in default_rows(table) if row in lines), ())
    return Parted(made, cells, lines, first)


class _OfCompany(NamedTuple):
    """What a company prints of a line."""

    name: str
    figures: list[Figure]


def _of_companies(table: Statement, row: Row) -> Iterator[_OfCompany]:
    """The figures of a row by company, those that have any."""
    for name in dict.fromkeys(column.member for column in table.columns):
        mine = [figure for figure in row.figures if table.columns[figure.column].member == name]
        if mine:
            yield _OfCompany(name or "", mine)


def _by_year(figures: Iterable[Figure], columns: tuple[Column, ...], years: Mapping[str, int]) -> tuple[Figure, ...]:
    moved = (figure._replace(column=years[columns[figure.column].label]) for figure in figures)
    return tuple(sorted(moved, key=lambda figure: figure.column))


def _column(label: str, columns: Iterable[Column]) -> Column:
    """A year, by the days of the first company that has it."""
    return replace(next(column for column in columns if column.label == label), member=None)
