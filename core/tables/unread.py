"""Tables with figures that were not read: what is laid out as a table and has no grid."""

from bisect import bisect_left
from collections.abc import Iterable

from core.document.block import Block, BlockKind, Layout
from core.markup.hypertext import BoxTable
from core.source import Span
from core.tables.grid import Grid
from core.tables.html.figured import figured, written
from core.tables.html.kinds import TABLE, boxes


def unread(layout: Layout, grids: Iterable[Grid]) -> tuple[Block, ...]:
    """The tables of a document's layout in which no part of a grid lies, in order. `grids` are all that were read from the
    document. Lists of numbered entries set in cells are no tables of figures, and not among them."""
    spans = sorted(grid.span for grid in grids)
    found = [block for block in layout.blocks if block.kind is BlockKind.TABLE and not _any_over(spans, block.span)]
    if not found or layout.markup is None:
        return tuple(found)
    tables = {table.first: table for table in layout.markup.tables}
    return tuple(block for block in found if block.first not in tables or _has_figures(tables[block.first]))


def _any_over(spans: list[Span], span: Span) -> bool:
    """Whether one of these spans, which are in order and apart, has a part in common with another."""
    at = bisect_left(spans, span.end, key=_start)
    return at > 0 and spans[at - 1].end > span.start


def _start(span: Span) -> int:
    return span.start


def _has_figures(table: BoxTable) -> bool:
    """Whether a table of cells is one of figures."""
    verdict = TABLE.first(boxes(figured(table, written(table).decided)))
    return verdict is not None and verdict.decided
