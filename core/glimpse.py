"""What a few lines of a document look like at first sight, before they are held against the rest of it."""

from collections.abc import Iterator
from typing import NamedTuple

from core.document.block import Layout
from core.outline.candidates import Found
from core.outline.headings import scan
from core.outline.lines import Lines
from core.outline.numbering import Order, as_roman
from core.outline.section import SectionKind
from core.source import Source


class ListedItem(NamedTuple):
    """An Item that a line names: its number as printed, and the first and last of those it stands for."""

    number: str
    first: Order
    last: Order


class Looks(NamedTuple):
    """What a line begins like."""

    kind: SectionKind
    number: str


def _found(layout: Layout, first: int, last: int) -> Found:
    """The candidates in lines `[first, last)`, whose indexes are then counted from `first`."""
    part = Source(layout.source.document, "\n".join(layout.source.lines[first:last]))
    return scan(Lines(Layout(part, layout.kinds[first:last], (), ())))


def items_named(layout: Layout, first: int, last: int) -> list[ListedItem]:
    """The Items that lines `[first, last)` name, those without a number of their own (Item X) aside."""
    items = _found(layout, first, last).items
    return [ListedItem(item.number, item.first, item.final) for item in items if item.plain and item.first.number]


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
