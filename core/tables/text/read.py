"""The tables of a plain text document as grids."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from core.document.block import Block, BlockKind, Layout
from core.source import Cite, Span
from core.tables.grid import Grid, GridColumn, GridRow
from core.tables.heads import Head
from core.tables.lexicon import Lexicon
from core.tables.pages import join_pages
from core.tables.references import without_references
from core.tables.text.abutting import with_abutting
from core.tables.text.body import read_body
from core.tables.text.heads import read_head
from core.tables.text.lines import BLANK, TableLine, read_lines
from core.tables.text.margins import without_margin
from core.tables.text.notes import notes_below
from core.tables.text.plan import Plan, plan
from core.tables.text.sections import Section, sections

_TABLE = BlockKind.TABLE
_FEW = 3
"""Fewer bare numbers without a head are no table."""


def grids(layout: Layout) -> tuple[Grid, ...]:
    """Every table with figures of one document, in order. Never raises; takes a time proportional to the text."""
    return tuple(join_pages(layout, plain_grids(layout, layout.blocks)))


def plain_grids(layout: Layout, blocks: Iterable[Block]) -> list[Grid]:
    """The tables of these blocks, those on two pages not joined. All of them go through one step after the other: that is
    faster than one table after the other through all steps."""
    lexicon = Lexicon(layout.source.text)
    parts = _parts(layout, blocks)
    plans = [plan(part.section) for part in parts]
    grids = [_grid(layout, part, design, lexicon) for part, design in zip(parts, plans, strict=True)]
    return [grid for grid in grids if grid is not None]


class _Part(NamedTuple):
    """The lines of one table: those of block `number`, or some of them; `last`: up to the block's last line."""

    section: Section
    number: int
    last: bool


def _parts(layout: Layout, blocks: Iterable[Block]) -> list[_Part]:
    """The lines of these blocks, by tables."""
    wanted = {block.first for block in blocks}
    numbers = [number for number, block in enumerate(layout.blocks) if block.kind is _TABLE and block.first in wanted]
    lines = [read_lines(layout, layout.blocks[number]) for number in numbers]
    parted = [sections(each) for each in lines]
    return [
        _Part(with_abutting(without_margin(section)), number, section is own[-1])
        for number, own in zip(numbers, parted, strict=True)
        for section in own
    ]


def _grid(layout: Layout, part: _Part, design: Plan | None, lexicon: Lexicon) -> Grid | None:
    """The grid of one head and its body; None where no figure is."""
    if design is None:
        return None
    section, document = part.section, layout.source.document
    rows = read_body(section.body, design, document, lexicon)
    if not any(cell.value is not None for row in rows for cell in row.cells):
        return None
    if _address(rows) and not section.head:
        return None
    head = read_head(section.head, design.outer, design.edge, lexicon)
    rows = without_references(rows, head, layout.source.text)
    return Grid(
        document,
        _span(section.lines),
        _columns(design, head, document),
        tuple(rows),
        head.stub,
        head.words,
        notes_below(layout, part.number) if part.last else (),
        layout.blocks[part.number].verdict,
        section.verdict,
    )


def _address(rows: Sequence[GridRow]) -> bool:
    """Whether the few figures are bare numbers, such as a postal code on a cover page."""
    values = (cell for row in rows for cell in row.cells if cell.value is not None)
    few = list(islice(values, _FEW))
    return len(few) < _FEW and all(cell.text.isdigit() for cell in few)


def _columns(design: Plan, head: Head, document: int) -> tuple[GridColumn, ...]:
    return tuple(
        GridColumn(" ".join(words), words, Cite(document, spans) if spans else None, reach.left, reach.right)
        for reach, words, spans in zip(design.reaches, head.heads, head.spans, strict=True)
    )


def _span(lines: Sequence[TableLine]) -> Span:
    spoken = [line for line in lines if line.kind is not BLANK]
    first, last = (spoken[0], spoken[-1]) if spoken else (lines[0], lines[-1])
    return Span(first.offset, last.offset + len(last.text))
