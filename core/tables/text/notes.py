"""Footnotes under a table: paragraphs that begin with a mark."""

import re

from core.document.block import Block, BlockKind, Layout
from core.source import Cite

_MARK = re.compile(r"\s*(?:\*+|\([a-zA-Z\d]{1,2}\)|/\(?\w\)?/|<FN>)\s*\S")


_MOST, _APART = 12, 4
"""Footnotes of one table at most, and lines from one to the next."""


def notes_below(layout: Layout, number: int) -> tuple[Cite, ...]:
    """The footnotes below the table that is block `number`: the paragraphs next to it that begin with a mark."""
    found: list[Cite] = []
    last = layout.blocks[number].last
    for block in layout.blocks[number + 1 : number + 1 + _MOST]:
        if block.kind is not BlockKind.WORDS or block.first - last > _APART or not _is_note(layout, block):
            break
        found.append(Cite(layout.source.document, (block.span,)))
        last = block.last
    return tuple(found)


def _is_note(layout: Layout, block: Block) -> bool:
    return _MARK.match(layout.source.lines[block.first]) is not None
