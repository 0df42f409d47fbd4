"""The filing's own contents page: which of the lines that look like Parts and Items only list them."""

from typing import NamedTuple

from core.outline.candidates import Found, Heading
from core.outline.lines import Lines, has_page
from core.outline.reasons import CONTENTS_LISTS
from core.outline.section import SectionKind

_NEAR = 14
"""A contents page's title stands at most so many lines above its first entry."""


class Listing(NamedTuple):
    """The lines `[first, last)` of a contents page, and the Items it lists as (Part, number as printed, words)."""

    first: int
    last: int
    entries: tuple[tuple[int, str, str], ...]


def contents_of(lines: Lines, found: Found) -> Listing | None:
    """The contents page of a document, if it has one that lists its Parts or Items."""
    marks = sorted(
        [(part.line, f"part {part.number}", part.listed) for part in found.parts]
        + [(item.line, f"item {item.number}", item.listed) for item in found.items if item.plain]
    )
    end = _again(lines, marks)
    if end is None:
        return _parts_only(lines, found)
    inside = [line for line, _, _ in marks if line < end]
    first = _title_above(found, inside[0])
    last = max(inside[-1], *(index for index in range(inside[-1], min(inside[-1] + 6, end)) if lines.words(index))) + 1
    return Listing(first, min(last, end), _entries(found, end))


def _parts_only(lines: Lines, found: Found) -> Listing | None:
    """A contents page that alone prints the Parts: they all stand above the first Item, among lines with page numbers."""
    items = [item.line for item in found.items if item.plain]
    if len(found.parts) < 2 or not items or found.parts[-1].line > items[0] or items[0] - found.parts[0].line > 120:
        return None
    first = found.parts[0].line
    paged = [index for index in range(first, items[0]) if lines.words(index) and has_page(lines.bare[index])]
    if len(paged) < 4 or paged[-1] < found.parts[-1].line:
        return None
    return Listing(_title_above(found, first), paged[-1] + 1, ())


def _again(lines: Lines, marks: list[tuple[int, str, bool]]) -> int | None:
    """The line where the marks begin a second time after a dense first run: the end of the contents page."""
    if len(marks) < 3:
        return None
    seen: dict[tuple[str, str], int] = {}
    part = ""
    listed = 0
    for at, (line, name, paged) in enumerate(marks):
        if name.startswith("part"):
            part = name
        key = (part if name.startswith("item") else "", name)
        if key in seen and (name.startswith("part") or at - seen[key] > 1):
            return line if at >= 2 and _dense(lines, marks[:at], line, listed) else None
        seen.setdefault(key, at)
        listed += paged
    return None


def _dense(lines: Lines, marks: list[tuple[int, str, bool]], end: int, listed: int) -> bool:
    """Whether few other lines stand between the marks, or most of them carry page numbers."""
    first, last = marks[0][0], marks[-1][0]
    between = sum(1 for index in range(first, last + 1) if lines.words(index)) - len(marks)
    if listed * 2 >= len(marks):
        return between <= 8 * len(marks)
    long = sum(1 for index in range(first, last + 1) if lines.words(index) and lines.prose(index))
    return between <= 6 * len(marks) + 6 and long <= 3 * len(marks) and end - last < 400


def _title_above(found: Found, first: int) -> int:
    titles = [
        title.first
        for title in found.titles
        if title.kind is SectionKind.CONTENTS and first - _NEAR <= title.first <= first
    ]
    return titles[0] if titles else first


def _entries(found: Found, end: int) -> tuple[tuple[int, str, str], ...]:
    parts = [part for part in found.parts if part.line < end]
    entries = []
    for item in found.items:
        if item.line < end and item.plain:
            part = max((part.number for part in parts if part.line < item.line), default=0)
            entries.append((part, item.number, item.rest))
    return tuple(entries)


def listings_of(lines: Lines, found: Found) -> list[Heading]:
    """The contents pages of a document that is on no form: a title with several lines below it that end in page numbers."""
    titles = [title for title in found.titles if title.kind is SectionKind.CONTENTS]
    return [title for title in titles if sum(map(has_page, lines.bare[title.last : title.last + 30])) >= 4][:1]


def listing_end(lines: Lines, first: int, stop: int) -> int:
    """The line after the last entry of a contents page that begins at `first`."""
    last = first
    for index in range(first, stop):
        if lines.words(index) and (has_page(lines.bare[index]) or index - last < 5):
            last = index + 1 if has_page(lines.bare[index]) else last
        elif index - last > 25:
            break
    return last


def heading_of(listing: Listing, found: Found) -> Heading:
    """The contents page as a section of its own."""
    titled = next(
        (title for title in found.titles if title.first == listing.first and title.kind is SectionKind.CONTENTS), None
    )
    if titled is not None:
        return titled
    return Heading(
        SectionKind.CONTENTS,
        None,
        "Contents",
        listing.first,
        listing.first + 1,
        10,
        CONTENTS_LISTS.of(SectionKind.CONTENTS),
    )
