"""Items that the contents page of a filing lists and its text does not have."""

from typing import NamedTuple

from core.outline.numbering import ItemNumber, item_numbers, roman
from core.outline.section import ListedItem, Section, SectionKind

_LEFT_OUT = ("reserved", "removed", "omitted", "not applicable", "not required")
"""Words of Items that are listed for their number alone."""


class _Told(NamedTuple):
    """An Item of the text: its Part (0: none) and its number."""

    part: int
    number: ItemNumber


def missing_items(sections: tuple[Section, ...]) -> tuple[ListedItem, ...]:
    """The Items that contents pages list and the same document lacks, in their order, each with its place on the page.

    Call it with `Analysis.outline`. Empty where a document has no contents page that lists Items, or where none of those is in
    the text: then it is the Items that are not read, and the contents page is no measure of them.
    """
    documents = [section.children if section.kind is SectionKind.DOCUMENT else (section,) for section in sections]
    if not any(section.kind is SectionKind.DOCUMENT for section in sections):
        documents = [sections]
    return tuple(item for document in documents for item in _missing(document))


def _missing(sections: tuple[Section, ...]) -> list[ListedItem]:
    listed = [item for section in sections for item in section.lists]
    told = _told(sections, 0)
    numbers = {item.number for item in listed}
    anew = len(numbers) < len({(item.part, item.number) for item in listed})
    missing = [item for item in listed if not _is_told(item, told, anew=anew) and not _left_out(item)]
    return missing if len(missing) < len(listed) else []


def _told(sections: tuple[Section, ...], part: int) -> list[_Told]:
    found: list[_Told] = []
    for section in sections:
        if section.kind is SectionKind.PART:
            found += _told(section.children, roman(section.number or ""))
        elif section.kind is SectionKind.ITEM and (number := item_numbers(section.number or "")) is not None:
            found.append(_Told(part, number))
    return found


def _is_told(item: ListedItem, told: list[_Told], *, anew: bool) -> bool:
    """Whether an Item of the text has the number; in the same Part where numbers begin `anew` in each and both say which."""
    number = item_numbers(item.number)
    return number is None or any(
        each.number.first <= number.last
        and number.first <= each.number.last
        and (not anew or each.part == item.part or not each.part or not item.part)
        for each in told
    )


def _left_out(item: ListedItem) -> bool:
    low = item.title.lower()
    return any(words in low for words in _LEFT_OUT)
