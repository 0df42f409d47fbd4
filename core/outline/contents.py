"""The filing's own contents page: which of the lines that look like Parts and Items only list them."""

import re
from typing import NamedTuple

from core.outline.candidates import PART, Found, Heading, ItemLine
from core.outline.forms import Form
from core.outline.lines import Lines, has_page
from core.outline.numbering import roman
from core.outline.reasons import CONTENTS_LISTS
from core.outline.section import SectionKind
from core.outline.titles import clean

_PAGE = re.compile(r"[\s.]+(?:[FS]-)?(?:\d{1,3}|[ivx]{1,5})(?:\s?-\s?\d{1,3})?[\s.*]*$", re.IGNORECASE)
_NEAR = 14
"""A contents page's title stands at most so many lines above its first entry."""
_LAST_ENTRY = 6
"""Lines that the last entry goes on over at most."""
_LONGEST, _FEWEST_PAGES = 120, 4
"""Lines of a contents page that lists Parts alone at most, and lines of it with page numbers at least."""
_FEWEST = 3
"""Marks of a document with a list and what it lists at least."""
_BETWEEN_PAGED, _BETWEEN, _SPARE, _LONG_LINES, _GAP = 8, 6, 6, 3, 400
"""Lines between the entries of a list: for each entry with a page number; for each without one and over all; of running text
for each; and from the last entry to the first heading that repeats one."""
_TITLED, _FEWEST_LISTED = 30, 4
"""Lines below the title of a contents page that are looked at, and those of them that end in a page number at least."""
_LAST_GAP = 25
"""Lines without a page number after which the list has ended."""


class Entry(NamedTuple):
    """An Item that a contents page lists, and the Part it is listed in (0: none is printed above it)."""

    item: ItemLine
    part: int


class Listing(NamedTuple):
    """The lines `[first, last)` of a contents page, the Items it lists, and the numbers of the Parts."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    parts: frozenset[int] = frozenset()


class _Mark(NamedTuple):
    """A line that names a Part or an Item: which one, whether a page number stands on it, and the Part that it belongs to by
    the form, where that numbers its Items anew in each (empty: not told)."""

    line: int
    name: str
    is_part: bool
    listed: bool
    part: str = ""


def contents_of(lines: Lines, found: Found, form: Form) -> Listing | None:
    """The contents page of a document, if it has one that lists its Parts or Items."""
    marks = _marks(found, form)
    count = _repeated(marks, form)
    if count < 2 or not _dense(lines, marks[:count], marks[count].line):
        return _parts_only(lines, found)
    end, at = marks[count].line, marks[count - 1].line
    first = _title_above(found, marks[0].line)
    last = max(at, *(index for index in range(at, min(at + _LAST_ENTRY, end)) if lines.words(index))) + 1
    return Listing(first, min(last, end), _entries(found, end), _listed_parts(found, end))


def _marks(found: Found, form: Form) -> list[_Mark]:
    """The lines that name Parts and Items, in order; not those that name both, which refer more often than they list."""
    marks = [
        _Mark(part.line, f"part {part.number}", is_part=True, listed=part.listed)
        for part in found.parts
        if not part.end
    ]
    marks += [
        _Mark(item.line, f"item {item.number}", is_part=False, listed=item.listed, part=_part_meant(item, form))
        for item in found.items
        if _lists(item)
    ]
    return sorted(marks)


def _part_meant(item: ItemLine, form: Form) -> str:
    """The Part that the title of an Item belongs to, on a form that numbers its Items anew in each Part."""
    named = form.named(item.number, item.rest) if form.by_part else []
    return f"part {roman(named[0].part)}" if len(named) == 1 else ""


def _lists(item: ItemLine) -> bool:
    """Whether a line may be an entry of a contents page."""
    return item.plain and (item.listed or not item.begin)


def _parts_only(lines: Lines, found: Found) -> Listing | None:
    """A contents page that alone prints the Parts: they all stand above the first Item, among lines with page numbers."""
    first = min((item.line for item in found.items if _lists(item)), default=0)
    parts = [part.line for part in found.parts if not part.end]
    if len(parts) < 2 or not parts[-1] <= first <= parts[0] + _LONGEST:
        return None
    paged = _paged(lines, parts[0], first)
    if len(paged) < _FEWEST_PAGES or paged[-1] < parts[-1]:
        return None
    return Listing(_title_above(found, parts[0]), paged[-1] + 1, (), _listed_parts(found, paged[-1] + 1))


def _paged(lines: Lines, first: int, last: int) -> list[int]:
    """The lines between two that end in a page number."""
    return [index for index in range(first, last) if lines.words(index) and has_page(lines.bare[index])]


def _repeated(marks: list[_Mark], form: Form) -> int:
    """How many marks stand before the first that comes a second time; 0 where none does.

    Where a form numbers its Items anew in each Part, they come again below the same Part only. A Part right above the first
    repeated Item begins the text, also where the list did not name it.
    """
    seen: dict[tuple[str, str], int] = {}
    above = ""
    for at, mark in enumerate(marks):
        above = mark.name if mark.is_part else above
        name = (mark.part or (above if form.by_part and not mark.is_part else ""), mark.name)
        if name in seen and (mark.is_part or at - seen[name] > 1):
            return at - 1 if marks[at - 1].is_part and not mark.is_part else at
        seen.setdefault(name, at)
    return 0


def _dense(lines: Lines, marks: list[_Mark], end: int) -> bool:
    """Whether few other lines stand between the marks of a list that ends before `end`, or most carry page numbers."""
    first, last, count = marks[0].line, marks[-1].line, len(marks)
    between = [index for index in range(first, last + 1) if lines.words(index)]
    if 2 * sum(mark.listed for mark in marks) >= count:
        return len(between) <= (_BETWEEN_PAGED + 1) * count
    if len(between) > (_BETWEEN + 1) * count + _SPARE or end - last >= _GAP:
        return False
    return sum(map(lines.prose, between)) <= _LONG_LINES * count


def entry_title(item: ItemLine) -> str:
    """The title of an entry without its page."""
    return clean(_PAGE.sub("", item.rest) if item.listed else item.rest)


def _listed_parts(found: Found, end: int) -> frozenset[int]:
    return frozenset(part.number for part in found.parts if part.line < end)


def _title_above(found: Found, first: int) -> int:
    titles = [
        title.first
        for title in found.titles
        if title.kind is SectionKind.CONTENTS and first - _NEAR <= title.first <= first
    ]
    return titles[0] if titles else first


def _entries(found: Found, end: int) -> tuple[Entry, ...]:
    parts = [part for part in found.parts if part.line < end]
    return tuple(
        Entry(item, max((part.number for part in parts if part.line <= item.line), default=0))
        for item in found.items
        if item.line < end and _lists(item)
    )


def listings_of(lines: Lines, found: Found) -> list[Heading]:
    """The contents pages of a document that is on no form: a title with several lines below it that end in page numbers."""
    titles = [title for title in found.titles if title.kind is SectionKind.CONTENTS]
    below = [sum(map(has_page, lines.bare[title.last : title.last + _TITLED])) for title in titles]
    return [title for title, listed in zip(titles, below, strict=True) if listed >= _FEWEST_LISTED][:1]


def listing_end(lines: Lines, first: int, stop: int) -> int:
    """The line after the last entry of a contents page that begins at `first`."""
    last = first
    for index in range(first, stop):
        if lines.words(index) and has_page(lines.bare[index]):
            last = index + 1
        elif index - last > _LAST_GAP:
            break
    return last


def heading_of(listing: Listing, found: Found) -> Heading:
    """The contents page as a section of its own."""
    contents = SectionKind.CONTENTS
    titled = (title for title in found.titles if title.first == listing.first and title.kind is contents)
    untitled = Heading(contents, None, "Contents", listing.first, listing.first + 1, PART, CONTENTS_LISTS.of(contents))
    return next(titled, untitled)
