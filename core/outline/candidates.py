"""What one look at the lines of a document finds: headings, and lines that may be some."""

from dataclasses import dataclass, field
from typing import NamedTuple

from core.evidence import Verdict
from core.outline.note_numbers import NoteLine
from core.outline.numbering import Order
from core.outline.reasons import Reason
from core.outline.section import SectionKind

PART, ITEM, CHAPTER, HEADING = 10, 20, 30, 40
"""Levels: a heading ends what is open at its own level and below. HEADING and up are the filer's own."""


class Heading(NamedTuple):
    """A heading: its kind, number and title, its lines `[first, last)`, its level, and the verdict that it is one; the
    columns before its words begin on the first line (`begin`), and before they end on the last one (`end`, 0 for all of it)."""

    kind: SectionKind
    number: str | None
    title: str
    first: int
    last: int
    level: int
    verdict: Verdict[SectionKind]
    end: int = 0
    begin: int = 0

    @property
    def rule(self) -> str:
        """The whole name of the rule that spoke first for it."""
        return self.verdict.clues[0].rule

    def told_by(self, reason: Reason) -> bool:
        """Whether this rule spoke for it."""
        clues, rule = self.verdict.clues, reason.rule
        return clues[0].rule == rule or (len(clues) > 1 and any(clue.rule == rule for clue in clues))


class PartLine(NamedTuple):
    """A line that may open a Part; `listed`: it ends in a page number. `end`: where an Item begins on the same line."""

    line: int
    last: int
    number: int
    title: str
    listed: bool
    end: int = 0


class ItemLine(NamedTuple):
    """A line that may open an Item: its number as printed and in order, and the words behind the number (`rest`).

    `plain`: a mark or a title follows the number, and no running text; `listed`: the line ends in a page number; `sub`: the
    paragraph of the Item, as in `2(c)`; `roman`: the number is in Roman figures; `spaced`: the letters are set apart;
    `begin`: the columns before the word Item, where the line names its Part before it or a rule stands there."""

    line: int
    number: str
    first: Order
    final: Order
    rest: str
    plain: bool
    listed: bool
    sub: str = ""
    roman: bool = False
    spaced: bool = False
    begin: int = 0


@dataclass(slots=True)
class Found:
    """What one pass over a document found, each in the order of its lines."""

    parts: list[PartLine] = field(default_factory=list)
    items: list[ItemLine] = field(default_factory=list)
    notes: list[NoteLine] = field(default_factory=list)
    titles: list[Heading] = field(default_factory=list)
    """Titles of statements, schedules, reports, the notes as a whole, signatures, exhibit index, contents."""
    begun: list[int] = field(default_factory=list)
    """Lines that begin like such a title."""


def taken_by(count: int, headings: list[Heading]) -> bytearray:
    """A mark on every line, of `count` in a document, that belongs to one of these headings."""
    taken = bytearray(count + 1)
    for heading in headings:
        taken[heading.first : heading.last] = b"\1" * (heading.last - heading.first)
    return taken
