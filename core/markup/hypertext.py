"""An HTML document as a reader sees it: its text, how its lines are set, its tables, what is tagged and where links lead."""

from dataclasses import dataclass, field
from typing import NamedTuple

from core.facts.fact import Fact, PlacedFact
from core.source import Span


class Box(NamedTuple):
    """A cell of a table with something in it, over the grid's columns `[left, right)`: currency sign, figure, bracket and
    percent sign that stand in cells of their own are one box. `raised` is the length of its text before a superscript
    (-1: none); `over` and `under` the lines drawn along it."""

    left: int
    right: int
    text: str
    start: int
    indent: float
    look: int
    raised: int
    over: int
    under: int
    linked: bool


class BoxRow(NamedTuple):
    """A row of a table: its boxes from the left, its place, and the lines drawn along its empty cells as
    `(left, right, over, under)`."""

    boxes: tuple[Box, ...]
    span: Span
    strokes: tuple[tuple[int, int, int, int], ...]


class BoxTable(NamedTuple):
    """A table with figures: lines `[first, last)` of the text."""

    first: int
    last: int
    rows: tuple[BoxRow, ...]
    span: Span


class Link(NamedTuple):
    """Words that lead to another place of the document."""

    span: Span
    target: int


class Remark(NamedTuple):
    """What of a document was not read as it is written, and where; without a place where it concerns all of it."""

    words: str
    span: Span | None = None


@dataclass(frozen=True, eq=False)
class Hypertext:
    """The text of an HTML document, blocks on lines of their own, cells apart; and by line what CSS says of it.

    `looks[i]` are the bits of `core.markup.css` for line i, `led[i]` how many characters at its beginning are set apart
    from the rest; `flowing` the lines that go on with the line above them, where running text is broken into lines of a
    page's width; `breaks` the lines that are page ends; `verbatim` the lines `[first, last)` of preformatted text;
    `facts` what is tagged, by rising place; `hidden` the tagged facts that the document does not show; `remarks` what was
    not read; `flat`: whether only the words could be read, so that nothing is known of how they are set.
    """

    text: str = field(repr=False)
    looks: bytes = field(repr=False)
    led: dict[int, int] = field(repr=False)
    flowing: frozenset[int] = field(repr=False)
    breaks: frozenset[int] = field(repr=False)
    verbatim: tuple[tuple[int, int], ...]
    tables: tuple[BoxTable, ...] = field(repr=False)
    links: tuple[Link, ...] = field(repr=False)
    facts: tuple[PlacedFact, ...] = field(repr=False, default=())
    hidden: tuple[Fact, ...] = field(repr=False, default=())
    remarks: tuple[Remark, ...] = ()
    flat: bool = False
