"""An HTML document laid out: what each line is for, its pages, its paragraphs and its tables."""

from core.document.block import Block, BlockKind, Layout, Line
from core.document.furniture import mark
from core.document.plain import lines_of, with_words
from core.document.regions import table_blocks
from core.markup.hypertext import Hypertext
from core.source import Source


def lay_out_html(source: Source, markup: Hypertext) -> Layout:
    """The layout of a document whose text came from markup. Never raises."""
    kinds, breaks, numbers = lines_of(source)
    for index in markup.breaks:
        kinds[index] = Line.FURNITURE
        breaks.setdefault(index, "")
    pages = mark(source, kinds, breaks, numbers)
    tables = [Block(BlockKind.TABLE, table.first, table.last, table.span) for table in markup.tables]
    tables += _verbatim(source, kinds, markup)
    tables.sort(key=lambda block: block.first)
    fixed = bytes(kinds)
    return Layout(source, fixed, with_words(source, fixed, tuple(tables)), pages, markup)


def _verbatim(source: Source, kinds: bytearray, markup: Hypertext) -> list[Block]:
    """The tables in preformatted text, which are found as in a plain text document."""
    if not markup.verbatim:
        return []
    only = bytearray(len(kinds))
    for first, last in markup.verbatim:
        only[first:last] = kinds[first:last]
    return list(table_blocks(source, only))
