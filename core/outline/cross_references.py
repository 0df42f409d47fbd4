"""Items that point to another place of the same document: which section it is, and where that ends the last Item."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from core.outline.candidates import ITEM, Heading
from core.outline.incorporated import points
from core.outline.lines import Lines
from core.outline.section import Section, SectionKind
from core.outline.titles import key
from core.vocabulary import words

_SHORT = 700
"""Characters of an Item at most that only says where it is answered."""
_SHORT_LINES = 12
"""Lines of one."""
_PAGED = re.compile(r"(?:Pages?|pp?\.)\s?\d[\d\s,;&-]*$", re.IGNORECASE)
"""The pages at the end of an entry of a cross-reference index."""
_ANSWERS = frozenset({SectionKind.HEADING, SectionKind.STATEMENT})
"""Kinds of sections that answer an Item which points to them."""
_LISTED = "item-heading/page-number"
"""The rule that speaks against an Item which is an entry of an index."""


class _Target(NamedTuple):
    """A section that an Item may point to, by its title in small letters."""

    said: str
    section: Section


def is_index(headings: list[Heading]) -> bool:
    """Whether all Items of a report are entries of a cross-reference index, with the pages that answer them."""
    items = [heading for heading in headings if heading.kind is SectionKind.ITEM]
    return bool(items) and all(any(clue.rule == _LISTED for clue in item.verdict.clues) for item in items)


def raised(lines: Lines, headings: list[Heading]) -> list[Heading]:
    """Headings where the first behind the last Item that Items point to ends that Item: a Financial Section, for one."""
    items = [at for at, heading in enumerate(headings) if heading.kind is SectionKind.ITEM]
    if len(items) < 2:
        return headings
    pointing = " ".join(f" {key(said)} " for at in items[:-1] if (said := _pointing(lines, headings, at)))
    for at in range(items[-1] + 1, len(headings)) if pointing else ():
        heading = headings[at]
        if heading.level <= ITEM:
            break
        said = key(heading.title)
        if heading.kind is SectionKind.HEADING and " " in said and f" {said} " in pointing:
            return [*headings[:at], heading._replace(level=ITEM), *headings[at + 1 :]]
    return headings


def _pointing(lines: Lines, headings: list[Heading], at: int) -> str:
    """The text of an Item that says where it is answered; empty of any other."""
    last = headings[at].last
    end = headings[at + 1].first if at + 1 < len(headings) else lines.count
    if end - last > _SHORT_LINES:
        return ""
    said = " ".join(text for text in lines.bare[last:end] if text)
    return said if _within(said) else ""


def _within(said: str) -> bool:
    """Whether words point to another place of the same document, and to no other document."""
    return words("incorporated", "within").search(said) is not None and not points(said)


def with_references(sections: tuple[Section, ...], text: str) -> tuple[Section, ...]:
    """The sections of a document, Items that point to others of them with the id of what they point to."""
    items = [section for section in _walk(sections) if _may_point(section)]
    asked = {item.id: said for item in items if (said := _asked(item, text))}
    if not asked:
        return sections
    targets = [
        _Target(f" {said} ", section)
        for section in _walk(sections)
        if section.kind in _ANSWERS and " " in (said := key(section.title))
    ]
    found = {name: _longest(said, targets) for name, said in asked.items()}
    return _referring(sections, {name: target for name, target in found.items() if target is not None})


def _walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.children)


def _may_point(section: Section) -> bool:
    if section.kind is not SectionKind.ITEM or section.incorporated or section.children:
        return False
    return section.span.end - section.heading.end <= _SHORT


def _asked(item: Section, text: str) -> str:
    """The words of an Item that name what it points to, in small letters; empty where it points to nothing."""
    if _PAGED.search(text[item.heading.start : item.heading.end]):
        return f" {key(item.title)} "
    body = text[item.heading.end : item.span.end]
    return f" {key(body)} " if _within(body) else ""


def _longest(asked: str, targets: list[_Target]) -> str | None:
    """The section with the longest of the titles that are named."""
    named = [target for target in targets if target.said in asked]
    return max(named, key=lambda target: len(target.said)).section.id if named else None


def _referring(sections: tuple[Section, ...], found: dict[str, str]) -> tuple[Section, ...]:
    return tuple(
        replace(section, children=_referring(section.children, found), refers_in=found.get(section.id))
        if section.children or section.id in found
        else section
        for section in sections
    )
