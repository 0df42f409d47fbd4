"""Which sections hold a table."""

from dataclasses import replace

import pytest

from core.outline.section import Section, SectionKind
from core.source import Span
from core.statements.place import Place, places


def section(
    kind: SectionKind, title: str, start: int, end: int, *children: Section, number: str | None = None
) -> Section:
    return Section(title.lower(), kind, number, title, 1, Span(start, end), Span(start, start + 1), children=children)


NOTE = section(SectionKind.NOTE, "Wool", 40, 60, number="1")
ITEM = section(SectionKind.ITEM, "Statements", 20, 80, NOTE, section(SectionKind.NOTE, "Yarn", 60, 80), number="8")
OTHER = replace(section(SectionKind.COVER, "Other document", 0, 100), document=2)
OUTLINE = (section(SectionKind.COVER, "Cover", 0, 20), ITEM, OTHER)


@pytest.mark.parametrize(
    ("offset", "titles"),
    [
        (0, "cover"),
        (19, "cover"),
        (20, "statements"),
        (39, "statements"),
        (40, "statements / wool"),
        (59, "statements / wool"),
        (60, "statements / yarn"),
        (79, "statements / yarn"),
        (80, ""),
    ],
)
def test_the_sections_that_hold_an_offset(offset: int, titles: str) -> None:
    assert places(OUTLINE, 1)(offset).titles == titles


def test_each_document_has_its_own() -> None:
    assert places(OUTLINE, 2)(40).path == (OTHER,)
    assert places(OUTLINE, 3)(40).path == ()


def test_what_a_place_tells() -> None:
    place = places(OUTLINE, 1)(45)
    assert (place.item, place.last) == ("8", NOTE)
    assert place.within(SectionKind.NOTE) is NOTE
    assert place.within(SectionKind.ITEM) is ITEM
    assert place.within(SectionKind.PART) is None
    assert (Place(()).item, Place(()).last, Place(()).titles) == (None, None, "")
