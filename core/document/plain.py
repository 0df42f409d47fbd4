"""A plain text document laid out: what each line is for, its pages, its paragraphs and its tables."""

import re

from core.document.block import Block, BlockKind, Layout, Line, Page
from core.source import Source, Span

_TAGS_ONLY = re.compile(r"\s*(?:</?[A-Za-z][A-Za-z0-9]{0,9}>?\s*)+$")
_PAGE = re.compile(r"\s*</?PAGE\b>?(.{0,24})$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:[-\u2013]+\s*)?(?:page\s+)?((?:[A-Z]{1,3}-)?(?:\d{1,3}|[ivxl]{1,6}))(?:\s*[-\u2013]+|\s+of\s+\d{1,3})?$", re.IGNORECASE)


def lay_out(source: Source) -> Layout:
    """The layout of a document. Never raises; takes a time proportional to the text."""
    lines = source.lines
    kinds = bytearray(map(_kind, lines))
    pages = _pages(source, kinds)
    tables = _tables(source, kinds)
    return Layout(source, bytes(kinds), _with_words(source, kinds, tables), pages)


def _kind(line: str) -> int:
    bare = line.strip()
    if not bare:
        return Line.FURNITURE if "\f" in line else Line.BLANK
    first = bare[0]
    if first in "-=_" and not bare.strip("-=_ "):
        return Line.RULE
    if first == "<":
        if _PAGE.match(bare):
            return Line.FURNITURE
        return Line.MARKUP if _TAGS_ONLY.match(bare) else Line.WORDS
    if len(bare) < 20 and first == "-" and _NUMBER.match(bare):
        return Line.FURNITURE
    return Line.WORDS


def _pages(source: Source, kinds: bytearray) -> tuple[Page, ...]:
    starts, pages, begin = source.starts, [], 0
    for index, kind in enumerate(kinds):
        if kind == Line.FURNITURE:
            end = starts[index] + len(source.lines[index])
            found = _NUMBER.search(source.lines[index].strip())
            pages.append(Page(found[1] if found else None, Span(begin, end)))
            begin = end
    pages.append(Page(None, Span(begin, len(source.text))))
    return tuple(pages)


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
