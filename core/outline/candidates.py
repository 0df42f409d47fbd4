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
    """A heading: its kind, number and title, its lines `[first, last)`, its level, the columns before its words end
    (`end`, an offset in the last line, 0 for the whole of it), and the verdict that it is one."""

    kind: SectionKind
    number: str | None
    title: str
    first: int
    last: int
    level: int
    verdict: Verdict[SectionKind]
    end: int = 0

    @property
    def rule(self) -> str:
        """The whole name of the rule that spoke first for it."""
        return self.verdict.clues[0].rule

    def told_by(self, reason: Reason) -> bool:
        """Whether this rule spoke for it."""
        return any(clue.rule == reason.rule for clue in self.verdict.clues)


class PartLine(NamedTuple):
    """A line that may open a Part."""

    line: int
    last: int
    number: int
    title: str
    listed: bool


class ItemLine(NamedTuple):
    """A line that may open an Item: its number as printed and in order, and the words behind the number."""

    line: int
    number: str
    first: Order
    final: Order
    rest: str
    plain: bool
    listed: bool


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
