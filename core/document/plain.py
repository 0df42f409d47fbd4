"""A plain text document laid out: what each line is for, its pages, its paragraphs and its tables."""

import re

from core.document.block import FURNITURE, MARKUP, RULE, WORDS, Block, BlockKind, Layout
from core.document.furniture import LONGEST_NUMBER, NUMBER_ENDS, Number, mark, number, page_break
from core.document.regions import table_blocks
from core.source import Source, Span

_RUN = re.compile(b"(?<!%c)%c*+%c[%c%c]*+" % (RULE, RULE, WORDS, WORDS, RULE))
_ODD = frozenset("-=_<")
_TAGS_ONLY = re.compile(r"(?:</?[A-Za-z][A-Za-z0-9]{0,15}>[ ]*)+$")
_new = tuple.__new__


def lay_out(source: Source) -> Layout:
    """The layout of a document. Never raises; takes a time proportional to the text."""
    kinds, breaks, numbers = lines_of(source)
    pages = mark(source, kinds, breaks, numbers)
    fixed = bytes(kinds)
    return Layout(source, fixed, with_words(source, fixed, table_blocks(source, kinds)), pages)


def lines_of(source: Source) -> tuple[bytearray, dict[int, str], list[Number]]:
    """What each line is by itself; the page breaks with their labels, and the lines that may be page numbers."""
    kinds = bytearray(len(source.lines))
    breaks: dict[int, str] = {}
    numbers: list[Number] = []
    words, odd, ends = WORDS, _ODD, NUMBER_ENDS
    for index, bare in enumerate(source.bare):
        if not bare:
            continue
        kinds[index] = words
        if bare[0] in odd:
            kinds[index], label = _odd(bare)
            if label is not None:
                breaks[index] = label
        if bare[-1] in ends and len(bare) < LONGEST_NUMBER and kinds[index] == words:
            found = number(index, bare)
            if found is not None:
                numbers.append(found)
    if "\f" in source.text:
        _feeds(source.lines, kinds, breaks)
    return kinds, breaks, numbers


def _odd(bare: str) -> tuple[int, str | None]:
    """What a line is that begins like a rule or like a tag; the page's label (or nothing) where it is a page break."""
    if bare[0] != "<":
        return (WORDS if bare.strip("-=_ ") else RULE), None
    label = page_break(bare)
    if label is not None:
        return FURNITURE, label
    return (MARKUP if _TAGS_ONLY.match(bare) else WORDS), None


def _feeds(lines: list[str], kinds: bytearray, breaks: dict[int, str]) -> None:
    """Form feeds on lines of their own are page breaks."""
    for index, line in enumerate(lines):
        if "\f" in line and not kinds[index]:
            kinds[index] = FURNITURE
            breaks[index] = ""


def with_words(source: Source, kinds: bytes, tables: tuple[Block, ...]) -> tuple[Block, ...]:
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
    starts, lines, words = source.starts, source.lines, BlockKind.WORDS
    found: list[Block] = []
    for run in _RUN.finditer(kinds[first:last]):
        begin, end = run.span()
        begin, end = begin + first, end + first
        span = _new(Span, (starts[begin], starts[end - 1] + len(lines[end - 1])))
        found.append(_new(Block, (words, begin, end, span, None)))
    return found
