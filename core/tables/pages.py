"""Tables that run over pages: a head repeated at the top of the next page goes on with the table before."""

from collections.abc import Iterable

from core.document.block import Layout, Line
from core.source import Span
from core.tables.grid import Grid


def join_pages(layout: Layout, found: Iterable[Grid]) -> list[Grid]:
    """The grids of a document, those joined that a page break alone parts and whose heads are the same."""
    grids: list[Grid] = []
    for grid in found:
        if grids and _goes_on(layout, grids[-1], grid):
            before = grids[-1]
            grids[-1] = Grid(
                before.document, Span(before.span.start, grid.span.end), before.columns, before.rows + grid.rows,
                before.stub, before.head, before.notes + grid.notes,
            )  # fmt: skip
        else:
            grids.append(grid)
    return grids


def _goes_on(layout: Layout, before: Grid, grid: Grid) -> bool:
    """Whether a grid has the head of the one before, on the next page, with no prose between."""
    labels = [column.label for column in before.columns]
    if len(before.columns) < 2 or not all(labels) or labels != [column.label for column in grid.columns]:
        return False
    source = layout.source
    first, last = source.line_of(before.span.end), source.line_of(grid.span.start) - 1
    if last - first > 40:
        return False
    kinds = layout.kinds[first:last]
    if Line.FURNITURE not in kinds or before.notes:
        return False
    words = [source.lines[index].strip() for index in range(first, last) if layout.kinds[index] == Line.WORDS]
    return len(words) <= 6 and not any(len(line) > 64 or line.endswith((":", ".")) for line in words)
