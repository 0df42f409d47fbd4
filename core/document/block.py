"""The layout of a document: what each line is for, its pages, and its blocks of prose and tables."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import NamedTuple

from core.evidence import Verdict
from core.markup.hypertext import Hypertext
from core.source import Source, Span

_SAMPLE = 2000
"""Lines by which the margin is told."""
_SHORTEST, _LONGEST, _USUAL = 40, 140, 72
"""Characters of a line of prose at least and at most, and where nothing tells."""
_FULL = 3 / 4
"""So many of the lines are no longer than the margin."""
_GAP = " " * 4
"""What no line of prose has between its words."""


class Line(IntEnum):
    """What a line is for."""

    BLANK = 0
    WORDS = 1
    """Words, and figures too: prose, headings, table rows."""
    RULE = 2
    """Only `-`, `=`, `_` and blanks (also dash-escaped: `- ----`)."""
    FURNITURE = 3
    """A page's foot, its number, its running head, `<PAGE>`: out of titles, tables and search."""
    MARKUP = 4
    """SGML on a line of its own: `<TABLE>`, `<S> <C>`, `</TABLE>`, `<CAPTION>`, `<FN>` ..."""


BLANK, WORDS, RULE, FURNITURE, MARKUP = map(int, Line)
"""By short names too: an enumeration looks its members up slowly, and lines are asked by the million."""


class BlockKind(StrEnum):
    """What a run of lines is."""

    WORDS = "words"
    TABLE = "table"


class Block(NamedTuple):
    """Lines `[first, last)` (indexes from 0) that belong together, and their span.

    WORDS: consecutive non-blank lines (a paragraph, a heading). TABLE: everything from the first line of a table's
    head to its last row, with the blank lines, rules and page furniture between; titles above it are WORDS. `verdict`
    says why the lines of a table in text are one.
    """

    kind: BlockKind
    first: int
    last: int
    span: Span
    verdict: Verdict[bool] | None = None


class Page(NamedTuple):
    """A page: its number as printed (or None), and its span from after the last break to the end of its own."""

    number: str | None
    span: Span


@dataclass(frozen=True, eq=False)
class Layout:
    """A document's text with what its lines are for. `kinds[i]` is the `Line` of the line with index i; `markup` what an
    HTML document says of them besides."""

    source: Source
    kinds: bytes
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    markup: Hypertext | None = None

    @cached_property
    def margin(self) -> int:
        """How long this document's full lines of prose are, in characters."""
        lengths = sorted(
            len(line)
            for line, kind in zip(self.source.lines[:_SAMPLE], self.kinds[:_SAMPLE], strict=False)
            if kind == Line.WORDS and _SHORTEST < len(line) < _LONGEST and _GAP not in line.lstrip()
        )
        return lengths[int(len(lengths) * _FULL)] if lengths else _USUAL
