"""A plain text document laid out: what each line is for, its pages, its paragraphs and its tables."""

import re

from core.document.block import Block, BlockKind, Layout, Line
from core.document.furniture import Number, mark, number, page_break
from core.source import Source, Span

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
            if len(bare) < 80 and (found := number(index, bare)) is not None:
                numbers.append(found)
    pages = mark(source, kinds, breaks, numbers)
    tables = _tables(source, kinds)
    return Layout(source, bytes(kinds), _with_words(source, kinds, tables), pages)


def _markup(bare: str) -> tuple[Line, str] | None:
    """What a line that begins with `<` is, with the page's label where it is a page break; None for words."""
    label = page_break(bare)
    if label is not None:
        return Line.FURNITURE, label
    return (Line.MARKUP, "") if _TAGS_ONLY.match(bare) else None


def _with_words(source: Source, kinds: bytearray, tables: tuple[Block, ...]) -> tuple[Block, ...]:
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


def _paragraphs(source: Source, kinds: bytearray, first: int, last: int) -> list[Block]:
    found: list[Block] = []
    begin = -1
    for index in range(first, last + 1):
        inside = index < last and kinds[index] in (Line.WORDS, Line.RULE)
        if inside and begin < 0:
            begin = index
        elif not inside and begin >= 0:
            if Line.WORDS in kinds[begin:index]:
                span = Span(source.starts[begin], source.starts[index - 1] + len(source.lines[index - 1]))
                found.append(Block(BlockKind.WORDS, begin, index, span))
            begin = -1
    return found


_FIGURES = re.compile(r"\S {2,}[$(]*[\d,.]*\d")


def _tables(source: Source, kinds: bytearray) -> tuple[Block, ...]:
    """Runs of lines with figures in columns, a head of a few lines included."""
    rows = [i for i, line in enumerate(source.lines) if kinds[i] == Line.WORDS and _FIGURES.search(line)]
    found: list[Block] = []
    begin = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at] - rows[at - 1] > 6:
            if at - begin >= 2:
                first, last = rows[begin], rows[at - 1] + 1
                span = Span(source.starts[first], source.starts[last - 1] + len(source.lines[last - 1]))
                found.append(Block(BlockKind.TABLE, first, last, span))
            begin = at
    return tuple(found)
