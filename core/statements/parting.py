"""Tables that hold several statements, one below the other: each begins at a heading inside the table that names it."""

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from core.outline.short_titles import kind_named_alone
from core.outline.titles import clean, is_statement_title, statement_kind
from core.source import Span
from core.statements.statement import StatementKind
from core.tables.grid import Grid, GridRow

_ROWS = 3
"""Rows with figures that a statement has at least, above its like and below."""


class PartOfTable(NamedTuple):
    """The rows of one statement as a table of their own, and the statement that the heading above them names, if any."""

    grid: Grid
    kind: StatementKind | None
    title: str | None


def named_by(heading: str) -> StatementKind | None:
    """The statement that a heading inside a table, or the head of its captions, names and says no more."""
    name = kind_named_alone(heading) or (statement_kind(heading) if is_statement_title(heading) else None)
    return StatementKind(name) if name is not None else None


def parts_of(grid: Grid) -> tuple[PartOfTable, ...]:
    """A table cut at the headings that name statements, its columns without those that a part leaves empty; empty where
    there is nothing to cut."""
    cuts = [at for at, row in enumerate(grid.rows) if at and not row.cells and named_by(clean(row.label)) is not None]
    if not cuts:
        return ()
    bounds = [0, *cuts, len(grid.rows)]
    pieces = [grid.rows[first:last] for first, last in pairwise(bounds)]
    if any(sum(bool(row.cells) for row in piece) < _ROWS for piece in pieces):
        return ()
    first = PartOfTable(_cut(grid, pieces[0], grid.span.start), named_by(clean(grid.stub)), clean(grid.stub))
    return (first, *(_headed(grid, piece) for piece in pieces[1:]))


def _headed(grid: Grid, piece: tuple[GridRow, ...]) -> PartOfTable:
    title = clean(piece[0].label)
    return PartOfTable(_cut(grid, piece[1:], piece[0].span.start), named_by(title), title)


def _cut(grid: Grid, rows: tuple[GridRow, ...], start: int) -> Grid:
    """Some rows of a table as a table; its columns are those in which they have something."""
    used = sorted({cell.column for row in rows for cell in row.cells})
    place = {column: at for at, column in enumerate(used)}
    moved = tuple(
        row._replace(cells=tuple(cell._replace(column=place[cell.column]) for cell in row.cells)) for row in rows
    )
    columns = tuple(grid.columns[column] for column in used)
    return replace(grid, span=Span(start, rows[-1].span.end), columns=columns, rows=moved)
