"""The tables of an HTML document as grids."""

from typing import NamedTuple

from core.document.block import Layout
from core.evidence import Verdict
from core.markup.hypertext import BoxTable, Hypertext
from core.source import Span
from core.tables.grid import Grid
from core.tables.html.columns import Places, places
from core.tables.html.figured import FiguredRow, figured, written
from core.tables.html.halves import one_below_the_other
from core.tables.html.heads import column, read_head
from core.tables.html.kinds import TABLE, boxes
from core.tables.html.parts import HeadedBody, parts
from core.tables.html.rows import read_rows
from core.tables.lexicon import Lexicon
from core.tables.numerals import Numerals
from core.tables.pages import join_pages, with_heads
from core.tables.references import without_references
from core.tables.text.read import plain_grids


def html_grids(layout: Layout, markup: Hypertext) -> tuple[Grid, ...]:
    """Every table with figures of an HTML document, in order. Never raises."""
    found: list[Grid] = []
    lexicon = Lexicon(layout.source.text)
    for table in markup.tables:
        found += _grids_of(layout.source.document, table, lexicon)
    if markup.verbatim:
        boxed = {table.first for table in markup.tables}
        found += plain_grids(layout, [block for block in layout.blocks if block.first not in boxed])
        found.sort(key=lambda grid: grid.span)
    return tuple(with_heads(layout, join_pages(layout, found)))


class _Why(NamedTuple):
    """Why cells are a table of figures, and how these are written."""

    kind: Verdict[bool]
    manner: Verdict[Numerals]


def _grids_of(document: int, table: BoxTable, lexicon: Lexicon) -> list[Grid]:
    manner = written(table)
    rows = figured(table, manner.decided)
    kind = TABLE.first(boxes(rows))
    where = places(rows)
    if where is None or kind is None or not kind.decided:
        return []
    if (whole := one_below_the_other(rows, where)) is not rows:
        rows, where = whole, places(whole) or where
    why = _Why(kind, manner)
    found = (_grid(document, part, where, lexicon, why) for part in parts(rows, where))
    return [grid for grid in found if grid is not None]


def _grid(document: int, part: HeadedBody, where: Places, lexicon: Lexicon, why: _Why) -> Grid | None:
    """The grid of one head and its body; None where no figure is."""
    rows = read_rows(document, part.body, where)
    if not any(cell.value is not None for row in rows for cell in row.cells):
        return None
    head = read_head(part.head, where, lexicon)
    rows = without_references(rows, head)
    columns = tuple(
        column(document, place, words, spans)
        for place, words, spans in zip(where.found, head.heads, head.spans, strict=True)
    )
    span = _span([*part.head, *part.body])
    return Grid(document, span, columns, tuple(rows), head.stub, head.words, (), why.kind, part.verdict, why.manner)


def _span(rows: list[FiguredRow]) -> Span:
    spoken = [row for row in rows if row.boxes]
    return Span(spoken[0].span.start, spoken[-1].span.end)
