"""The tables of an HTML document as grids."""

from core.document.block import Layout
from core.markup.hypertext import BoxTable, Hypertext
from core.source import Span
from core.tables.grid import Grid
from core.tables.headless import with_heads
from core.tables.html.columns import Places, places
from core.tables.html.figured import FiguredRow, figured
from core.tables.html.heads import column, read_head
from core.tables.html.parts import Part, parts
from core.tables.html.rows import read_rows
from core.tables.pages import join_pages
from core.tables.references import without_references
from core.tables.text.read import plain_grids


def html_grids(layout: Layout, markup: Hypertext) -> tuple[Grid, ...]:
    """Every table with figures of an HTML document, in order. Never raises."""
    found: list[Grid] = []
    for table in markup.tables:
        found += _grids_of(layout.source.document, table)
    if markup.verbatim:
        boxed = {table.first for table in markup.tables}
        found += plain_grids(layout, [block for block in layout.blocks if block.first not in boxed])
        found.sort(key=lambda grid: grid.span)
    return tuple(with_heads(layout, join_pages(layout, found)))


def _grids_of(document: int, table: BoxTable) -> list[Grid]:
    rows = figured(table)
    where = places(rows)
    if where is None:
        return []
    found = (_grid(document, part, where) for part in parts(rows, where))
    return [grid for grid in found if grid is not None]


def _grid(document: int, part: Part, where: Places) -> Grid | None:
    """The grid of one head and its body; None where no figure is."""
    rows = read_rows(document, part.body, where)
    if not any(cell.value is not None for row in rows for cell in row.cells):
        return None
    head = read_head(part.head, where)
    rows = without_references(rows, head)
    columns = tuple(
        column(document, place, words, spans)
        for place, words, spans in zip(where.found, head.heads, head.spans, strict=True)
    )
    return Grid(document, _span([*part.head, *part.body]), columns, tuple(rows), head.stub, head.words)


def _span(rows: list[FiguredRow]) -> Span:
    spoken = [row for row in rows if row.boxes]
    return Span(spoken[0].span.start, spoken[-1].span.end)
