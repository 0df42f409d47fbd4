"""Tables that run over pages: a head repeated at the top of the next page goes on with the table before."""

from collections.abc import Iterable
from dataclasses import replace

from core.document.block import Layout, Line
from core.source import Cite, Span
from core.tables.grid import Grid, GridRow


def join_pages(layout: Layout, found: Iterable[Grid]) -> list[Grid]:
    """The grids of a document, those joined that a page break alone parts and whose heads are the same."""
    grids: list[Grid] = []
    for grid in found:
        if grids and _goes_on(layout, grids[-1], grid):
            before = grids[-1]
            span = Span(before.span.start, grid.span.end)
            rows = before.rows + _headings(layout, before, grid) + grid.rows
            grids[-1] = replace(before, span=span, rows=rows, notes=grid.notes)
        else:
            grids.append(grid)
    return grids


def _goes_on(layout: Layout, before: Grid, grid: Grid) -> bool:
    """Whether a grid goes on with the one before: its head repeated on the next page, or no head and the same columns."""
    if len(before.columns) != len(grid.columns) or before.notes:
        return False
    labels = [column.label for column in before.columns]
    headless = not grid.head and _same_places(before, grid)
    repeated = len(labels) > 1 and all(labels) and labels == [column.label for column in grid.columns]
    if not (headless or repeated):
        return False
    words, kinds = _between(layout, before, grid)
    if not headless and Line.FURNITURE not in kinds:
        return False
    if headless and Line.FURNITURE not in kinds and Line.MARKUP not in kinds:
        return False
    if headless:
        return len(words) <= 4 and not any(len(line) > 48 or line.endswith(".") for line in words)
    titles = [*words, grid.head] if grid.head != before.head else words
    if any(_begins_statement(line.lower()) for line in titles):
        return False
    return len(words) <= 6 and not any(len(line) > 64 or line.endswith((":", ".")) for line in words)


def _begins_statement(line: str) -> bool:
    """Whether a line is the title of another statement, not of the same one continued."""
    named = "balance sheet" in line or ("statement" in line and "note" not in line and "see " not in line)
    return named and "ontinued" not in line


def _between(layout: Layout, before: Grid, grid: Grid) -> tuple[list[str], bytes]:
    """The lines of words between two grids, and what all the lines between are."""
    source = layout.source
    first, last = source.line_of(before.span.end), source.line_of(grid.span.start) - 1
    if last - first > 40:
        return [], b""
    kinds = layout.kinds[first:last]
    return [source.lines[index].strip() for index in range(first, last) if layout.kinds[index] == Line.WORDS], kinds


def _headings(layout: Layout, before: Grid, grid: Grid) -> tuple[GridRow, ...]:
    """The words between two halves of a table on one page as rows; on another page they are the page's titles."""
    source, kinds = layout.source, layout.kinds
    first, last = source.line_of(before.span.end), source.line_of(grid.span.start) - 1
    if Line.FURNITURE in kinds[first:last]:
        return ()
    rows: list[GridRow] = []
    for index in range(first, last):
        if kinds[index] == Line.WORDS:
            bare = source.lines[index].strip()
            indent = source.lines[index].index(bare[0])
            start = source.starts[index] + indent
            span = Span(start, start + len(bare))
            rows.append(
                GridRow(" ".join(bare.split()), Cite(grid.document, (span,)), indent, (), span, blank_above=True)
            )
    return tuple(rows)


def _same_places(before: Grid, grid: Grid) -> bool:
    """Whether the columns of two grids end at the same places."""
    pairs = zip(before.columns, grid.columns, strict=True)
    return len(grid.columns) > 1 and all(abs(one.right - other.right) <= 2 for one, other in pairs)
