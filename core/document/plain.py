"""A plain text document laid out: what each line is for, its pages, its paragraphs and its tables."""

import re

from core.document.block import Block, BlockKind, Layout, Line
from core.document.furniture import Number, mark, number, page_break
from core.document.regions import table_blocks
from core.source import Source, Span

_RUN = re.compile(b"[%c%c]+" % (Line.WORDS, Line.RULE))
_TAGS_ONLY = re.compile(r"(?:</?[A-Za-z][A-Za-z0-9]{0,15}>[ ]*)+$")


def lay_out(source: Source) -> Layout:
    """The layout of a document. Never raises; takes a time proportional to the text."""
    kinds = bytearray(len(source.lines))
    breaks: dict[int, str] = {}
    numbers: list[Number] = []
    for index, line in enumerate(source.lines):
        bare = line.strip()
        if not bare:
            if line and "\f" in line:
                kinds[index] = Line.FURNITURE
                breaks[index] = ""
            continue
        first = bare[0]
        if first in "-=_" and not bare.strip("-=_ "):
            kinds[index] = Line.RULE
        elif first == "<" and (markup := _markup(bare)) is not None:
            kinds[index], label = markup
            if kinds[index] == Line.FURNITURE:
                breaks[index] = label
        else:
            kinds[index] = Line.WORDS
            if len(bare) < 60 and (found := number(index, bare)) is not None:
                numbers.append(found)
    pages = mark(source, kinds, breaks, numbers)
    fixed = bytes(kinds)
    tables = table_blocks(source, kinds)
    return Layout(source, fixed, _with_words(source, fixed, tables), pages)


def _markup(bare: str) -> tuple[Line, str] | None:
    """What a line that begins with `<` is, with the page's label where it is a page break; None for words."""
    label = page_break(bare)
    if label is not None:
        return Line.FURNITURE, label
    return (Line.MARKUP, "") if _TAGS_ONLY.match(bare) else None


def _with_words(source: Source, kinds: bytes, tables: tuple[Block, ...]) -> tuple[Block, ...]:
    """The tables with the paragraphs between them."""
    blocks: list[Block] = []
    at = 0
    for table in (*tables, None):
        first = table.first if table else len(kinds)
        blocks += _paragraphs(source, kinds, at, first)
        if table:
            blocks.append(table)
            at = table.last
    return tuple(blocks)


def _paragraphs(source: Source, kinds: bytes, first: int, last: int) -> list[Block]:
    """Runs of lines with words among lines `[first, last)`; a rule alone is no paragraph."""
    starts, lines = source.starts, source.lines
    return [
        Block(BlockKind.WORDS, begin, end, Span(starts[begin], starts[end - 1] + len(lines[end - 1])))
        for begin, end in (run.span() for run in _RUN.finditer(kinds, first, last))
        if Line.WORDS in kinds[begin:end]
    ]
