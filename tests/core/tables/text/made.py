"""Lines of a table out of a text that is written by hand."""

from textwrap import dedent

from core.document.block import Block, BlockKind
from core.document.plain import lay_out
from core.source import Source, Span
from core.tables.text.lines import TableLine, read_lines


def table_lines(text: str) -> list[TableLine]:
    """The lines of a text, all of them taken as a table."""
    plain = dedent(text).strip("\n")
    layout = lay_out(Source(1, plain))
    return read_lines(layout, Block(BlockKind.TABLE, 0, len(layout.source.lines), Span(0, len(plain))))
