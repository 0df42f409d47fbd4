"""Headings that call themselves Article, Section or Chapter."""

import pytest

from core.document.plain import lay_out
from core.outline.candidates import CHAPTER, HEADING
from core.outline.lines import Lines
from core.outline.numbered_sections import numbered_section, section_number
from core.source import Source


def told(text: str) -> tuple[str | None, str, int, int] | None:
    """Number, title, the line after it and the level of the heading in the second line of a text."""
    lines = Lines(lay_out(Source(1, f"\n{text}")))
    found = section_number(lines.bare[1])
    heading = numbered_section(lines, 1, found) if found is not None else None
    return (heading.number, heading.title, heading.last, heading.level) if heading is not None else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ARTICLE IV", ("IV", "", 2, CHAPTER)),
        ("ARTICLE IV\n\nThe Meetings\n", ("IV", "The Meetings", 4, CHAPTER)),
        ("ARTICLE IV\nThe Meetings\n", ("IV", "The Meetings", 3, CHAPTER)),
        ("ARTICLE IV\n\n\n\n\nThe Meetings\n", ("IV", "", 2, CHAPTER)),
        ("Section 2.1 The Meetings. They are held once a year in the mill.", ("2.1", "The Meetings", 2, HEADING)),
        ("Section 2.1. Meetings: all of them are held here.", ("2.1", "Meetings", 2, HEADING)),
        ("CHAPTER 12 - MEETINGS", ("12", "MEETINGS", 2, HEADING)),
        ("Section 2.1 of the plan holds.", None),
        ("Section 2.1 The meetings that are held here are told of in the papers", None),
        ("Section 2.1 The Meetings ....... 12", None),
        ("Section 2(b) Meetings", None),
        (f"Section 2.1 {'Meetings ' * 12}", None),
        ("Sections 2.1 Meetings", None),
        ("Meetings of Section 2.1", None),
    ],
)
def test_a_section_of_an_agreement(text: str, found: tuple[str | None, str, int, int] | None) -> None:
    assert told(text) == found


def test_text_above_takes_it_away() -> None:
    lines = Lines(lay_out(Source(1, "The plan holds, as is told in\nSection 2.1 The Meetings\n")))
    found = section_number(lines.bare[1])
    assert found is not None
    assert numbered_section(lines, 1, found) is None
