"""A titled stretch of a document, and what lies inside it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from core.evidence import Verdict
from core.source import Cite, Span


class SectionKind(StrEnum):
    """What a section is, in the words of the forms."""

    DOCUMENT = "document"
    COVER = "cover"
    CONTENTS = "contents"
    PART = "part"
    ITEM = "item"
    STATEMENT = "statement"
    NOTE = "note"
    SCHEDULE = "schedule"
    SIGNATURES = "signatures"
    EXHIBIT_INDEX = "exhibit_index"
    HEADING = "heading"


class Extent(StrEnum):
    """How much of an Item stands in another document."""

    WHOLE = "whole"
    PART = "part"


class ListedItem(NamedTuple):
    """An Item that a contents page lists: the number of its Part (0 where none is printed), its own as printed, its title, and
    the place of the entry."""

    part: int
    number: str
    title: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of one document: `span` from its heading to its end, `heading` the characters of the heading.

    `id` is stable and unique in the filing (`part-2/item-8/note-3`). Children lie inside, in order and apart.
    `incorporated`: an Item that only points elsewhere; `refers_to` is then the sequence of the exhibit's document, if
    the filing has it. `why` says, for a reader who doubts, by which rule the heading was told from other lines. `concept`
    is what inline XBRL tags the stretch as: `us-gaap:InventoryDisclosureTextBlock` for a note, or a policy.
    `verdict` is what its heading was taken for, with the clues. `lists`: the Items that a contents page lists.
    `extent` says how much of an Item is incorporated, with the clues (its own text, a footnote), None of one that is not.
    `refers_in` is the id of the section of the same document that an Item points to.
    """

    id: str
    kind: SectionKind
    number: str | None
    title: str
    document: int
    span: Span
    heading: Span
    incorporated: bool = False
    refers_to: int | None = None
    children: tuple["Section", ...] = ()
    why: str = ""
    concept: str | None = None
    verdict: Verdict[SectionKind] | None = None
    lists: tuple[ListedItem, ...] = ()
    extent: Verdict[Extent] | None = None
    refers_in: str | None = None

    @property
    def cite(self) -> Cite:
        """The heading's place."""
        return Cite(self.document, (self.heading,))
