"""Items that only a sentence names: `The information called for by Part III (Items 10 to 14) is incorporated by reference`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from core.outline.candidates import ITEM, Heading
from core.outline.forms import Form
from core.outline.incorporated import points
from core.outline.lines import Lines
from core.outline.numbering import roman
from core.outline.reasons import ITEMS_NAMED
from core.outline.section import SectionKind

_LONGEST = 16
"""Lines of a paragraph that are looked at."""
_WITHIN = 6
"""Lines below the heading of a Part within which its text begins."""
_NAMED = re.compile(
    r"\bItems?\s+(\d{1,2}[A-C]?)((?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|through|to)\s+|\s*[-\u2013]\s*)\d{1,2}[A-C]?\b)*)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,2}")


class _Stretch(NamedTuple):
    """The lines of a Part without Items."""

    part: Heading
    end: int


def named_in_sentences(lines: Lines, headings: list[Heading], form: Form) -> list[Heading]:
    """The Items of Parts that have no heading of an Item, by a paragraph that names two at least and points elsewhere."""
    if form.by_part:
        return []
    taken = {
        number for heading in headings if heading.kind is SectionKind.ITEM for number in _numbers(heading.number or "")
    }
    found = [_items_of(lines, stretch, form) for stretch in _empty_parts(lines, headings)]
    return [each for each in found if each is not None and not taken.intersection(_numbers(each.number or ""))]


def _numbers(shown: str) -> set[int]:
    """The numbers that an Item stands for: `10-13` for all four."""
    numbers = [int(number) for number in _NUMBER.findall(shown)]
    return set(range(min(numbers), max(numbers) + 1)) if numbers else set()


def _empty_parts(lines: Lines, headings: list[Heading]) -> Iterable[_Stretch]:
    for at, heading in enumerate(headings):
        after = headings[at + 1] if at + 1 < len(headings) else None
        if heading.kind is SectionKind.PART and (after is None or after.kind is SectionKind.PART):
            yield _Stretch(heading, after.first if after is not None else lines.count)


def _items_of(lines: Lines, stretch: _Stretch, form: Form) -> Heading | None:
    first = lines.next_words(stretch.part.last, _WITHIN)
    if first is None or first >= stretch.end:
        return None
    end = next((at for at in range(first, stretch.end) if not lines.words(at)), stretch.end)
    said = " ".join(lines.bare[first : min(end, first + _LONGEST)])
    own = {number for number in _said(said) if form.part(number) in (stretch.part.number, "IV")}
    if len(own) < 2 or roman(stretch.part.number or "") not in _parts(own, form) or not points(said):
        return None
    least, most = min(own), max(own)
    title = form.together(least, most)
    if not title:
        return None
    return Heading(SectionKind.ITEM, f"{least}-{most}", title, first, first + 1, ITEM, ITEMS_NAMED.of(SectionKind.ITEM))


def _said(text: str) -> set[int]:
    """The numbers of the Items that a text names."""
    return {number for first, more in _NAMED.findall(text) for number in _numbers(f"{first}{more}")}


def _parts(numbers: set[int], form: Form) -> set[int]:
    return {roman(form.part(number)) for number in numbers}
