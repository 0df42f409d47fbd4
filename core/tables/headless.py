"""Tables without heads of their own: the columns go on with those of the table right above, which names them."""

from collections.abc import Iterable
from dataclasses import replace

from core.document.block import Layout, Line
from core.tables.grid import Grid, GridColumn

_LONG = 64
_MOST_LINES = 4


def with_heads(layout: Layout, found: Iterable[Grid]) -> list[Grid]:
    """The grids of a document, those without a head under the heads of the one before, where only a title parts them."""
    grids: list[Grid] = []
    for grid in found:
        if grids and _goes_on(layout, grids[-1], grid):
            pairs = zip(grids[-1].columns, grid.columns, strict=True)
            grids.append(replace(grid, columns=tuple([_under(one, other) for one, other in pairs])))
        else:
            grids.append(grid)
    return grids


def _under(above: GridColumn, column: GridColumn) -> GridColumn:
    """A column with the head of the one above it."""
    return replace(column, label=above.label, heads=above.heads, cite=above.cite)


def _goes_on(layout: Layout, before: Grid, grid: Grid) -> bool:
    """Whether a grid has no heads, stands in the columns of the one before, and follows it without prose between."""
    if len(before.columns) != len(grid.columns) or len(grid.columns) < 2:
        return False
    if grid.head or not all(column.heads for column in before.columns):
        return False
    if any(abs(one.right - other.right) > 1 for one, other in zip(before.columns, grid.columns, strict=True)):
        return False
    source = layout.source
    first, last = source.line_of(before.span.end), source.line_of(grid.span.start) - 1
    words = [source.bare[at] for at in range(first, last) if layout.kinds[at] == Line.WORDS]
    return len(words) <= _MOST_LINES and not any(len(line) > _LONG or line.endswith(".") for line in words)
