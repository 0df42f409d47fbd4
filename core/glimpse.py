"""What a few lines of a document look like at first sight, before they are held against the rest of it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from core.document.block import Layout
from core.evidence import Recogniser, Verdict
from core.outline.candidates import Found
from core.outline.heading_rules import SUBHEADING
from core.outline.headings import scan
from core.outline.lines import Lines
from core.outline.note_headings import NOTE_HEADING
from core.outline.note_titles import numbered_title
from core.outline.numbering import as_roman
from core.outline.section import SectionKind
from core.outline.typographic_headings import seen_apart
from core.source import Source


class Tried(NamedTuple):
    """A line held against the rules of a recogniser: what they say of it, None where none of them spoke."""

    recogniser: Recogniser[Any, SectionKind]
    verdict: Verdict[SectionKind] | None


class Looks(NamedTuple):
    """What a line begins like."""

    kind: SectionKind
    number: str


def _found(layout: Layout, first: int, last: int) -> Found:
    """The candidates in lines `[first, last)`, whose indexes are then counted from `first`."""
    part = Source(layout.source.document, "\n".join(layout.source.lines[first:last]))
    return scan(Lines(Layout(part, layout.kinds[first:last], (), ())))


_AROUND = 8
"""Lines above and below that are looked at too: titles run over several."""


def looks_of(layout: Layout, index: int) -> Iterator[Looks]:
    """What the line with this index begins like."""
    first = max(0, index - _AROUND)
    found = _found(layout, first, min(len(layout.kinds), index + _AROUND))
    at = index - first
    yield from (Looks(SectionKind.PART, as_roman(part.number)) for part in found.parts if part.line == at)
    yield from (Looks(SectionKind.ITEM, item.number) for item in found.items if item.line == at)
    yield from (Looks(SectionKind.NOTE, str(note.number)) for note in found.notes if note.line == at)
    yield from (Looks(title.kind, title.number or "") for title in found.titles if title.first <= at < title.last)


def tried_on(layout: Layout, company: str | None, index: int) -> tuple[Tried, ...]:
    """What the rules for headings say of the line with this index: those of notes where it has a number, and those of the
    filer's own headings."""
    lines = Lines(layout, company)
    apart = seen_apart(lines, index)
    first = max(0, index - _AROUND)
    numbered = (
        note for note in _found(layout, first, min(lines.count, index + _AROUND)).notes if note.line == index - first
    )
    titles = (numbered_title(lines, note._replace(line=index)) for note in numbered)
    notes = tuple(Tried(NOTE_HEADING, NOTE_HEADING.weigh(title)) for title in titles if title is not None)
    return (*notes, Tried(SUBHEADING, SUBHEADING.weigh(apart) if apart is not None else None))
