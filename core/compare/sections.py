"""Which section of one filing answers to which of another: by number and title, within form and Part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from core.analysis import Analysis
from core.outline.section import Section, SectionKind
from core.source import Span

_ALIKE, _SAME_NUMBER = 60, 10
"""How alike (of 100) two titles must be, and what the same number adds."""
_SURE = 80
"""How alike the titles must be of sections that nothing but their title tells."""
_ELSEWHERE = 35
"""What is taken off where one of two only points elsewhere."""
_COMPARED = frozenset(SectionKind) - {SectionKind.HEADING, SectionKind.CONTENTS}
"""Headings are compared with what they stand in; so are tables of contents that stand in anything: where they end
hangs on where a page breaks."""
_ANNUAL_REPORT, _DATA = "EX-13", "EX-27"
"""Exhibits that are one by their number alone: the annual report to shareholders, the financial data schedule."""
_TITLE_ONLY = frozenset((SectionKind.HEADING, SectionKind.STATEMENT, SectionKind.NOTE, SectionKind.SCHEDULE))
_ONLY = frozenset((SectionKind.COVER, SectionKind.CONTENTS, SectionKind.SIGNATURES, SectionKind.EXHIBIT_INDEX))
"""Sections that a filing has one of."""
_TOPICS = {
    ("10-Q", 1, "1"): "8",
    ("10-Q", 1, "2"): "7",
    ("10-Q", 1, "3"): "7A",
    ("10-Q", 1, "4"): "9A",
    ("10-Q", 2, "1"): "3",
    ("10-Q", 2, "1A"): "1A",
    ("10-Q", 2, "2"): "5",
    ("10-Q", 2, "4"): "4",
    ("10-Q", 2, "5"): "9B",
    ("10-Q", 2, "6"): "15",
}
"""The Items of a 10-K that those of a 10-Q answer to, by Part."""
_NAMED = (
    ("7A", re.compile(r"quantitative and qualitative disclosures? (?:about|of) market")),
    ("7", re.compile(r"management.?s discussion|financial review|management.?s financial review")),
    ("6", re.compile(r"selected (?:\S+ ){0,3}(?:financial|historical|consolidated)")),
    ("6", re.compile(r"(?:five|six|ten|eleven).year (?:\S+ ){0,3}(?:summary|data)")),
)
"""What sections of an annual report to shareholders are called that an Item may be."""


class Pair(NamedTuple):
    """A section of the older filing and the one of the newer filing that answers to it; `inside` are those that are compared
    on their own and lie within, in order."""

    old: Section | None
    new: Section | None
    inside: tuple["Pair", ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A section that may be compared: its topic (the Item of a 10-K that it is), and the sections around it."""

    section: Section
    form: str
    topic: str | None
    above: tuple[Section, ...]


def pairs(old: Analysis, new: Analysis) -> tuple[Pair, ...]:
    """The sections of two filings side by side, in the order of the newer one; those that went last."""
    olds, news = list(_places(old)), list(_places(new))
    of_new: dict[int, int] = {}
    taken: set[int] = set()
    for match in _matches(olds, news):
        if match.old not in taken and match.new not in of_new:
            taken.add(match.old)
            of_new[match.new] = match.old
    stayed = {j: olds[i].section for j, i in of_new.items()}
    flat = [Pair(stayed.get(j), place.section) for j, place in enumerate(news)]
    gone = [Pair(place.section, None) for i, place in enumerate(olds) if i not in taken]
    return (*_nested(flat, news), *gone)


def _nested(flat: Sequence[Pair], news: Sequence[_Place]) -> list[Pair]:
    """The pairs with those inside them: inner ones come after the outer ones, so they are made first."""
    made: dict[str, Pair] = {}
    inner: dict[str, list[Pair]] = {}
    for pair, place in zip(reversed(flat), reversed(news), strict=True):
        whole = pair._replace(inside=tuple(reversed(inner.get(place.section.id, ()))))
        made[place.section.id] = whole
        if place.above:
            inner.setdefault(place.above[-1].id, []).append(whole)
    return [made[place.section.id] for place in news]


def own(section: Section, apart: Sequence[Section]) -> tuple[Span, ...]:
    """The stretches of a section without those of other sections that are compared apart."""
    inside = sorted(
        one.span
        for one in apart
        if one is not section
        and one.document == section.document
        and section.span.holds(one.span)
        and one.span != section.span
    )
    found: list[Span] = []
    at = section.span.start
    for span in inside:
        if span.start > at:
            found.append(Span(at, span.start))
        at = max(at, span.end)
    if at < section.span.end:
        found.append(Span(at, section.span.end))
    return tuple(found)


# what may be compared


def _places(analysis: Analysis) -> Iterator[_Place]:
    form = (analysis.filing.header.form or "").upper()
    family = next((one for one in ("10-Q", "10-K", "20-F", "40-F") if one in form), form)
    for section in analysis.outline:
        yield from _inside(section, family, ())


def _inside(section: Section, form: str, above: tuple[Section, ...]) -> Iterator[_Place]:
    alone = section.kind is SectionKind.CONTENTS and not above
    compared = section.kind in _COMPARED or alone or _is_report_heading(above)
    if compared:
        yield _Place(section, form, _topic(section, form, above), above)
        above = (*above, section)
    for child in section.children:
        yield from _inside(child, form, above)


def _is_report_heading(above: Sequence[Section]) -> bool:
    """A heading right inside an annual report to shareholders, which has no Items."""
    return len(above) == 1 and above[0].kind is SectionKind.DOCUMENT and _type(above[0]).startswith(_ANNUAL_REPORT)


def _type(document: Section) -> str:
    return (document.number or document.title or "").upper()


def _topic(section: Section, form: str, above: Sequence[Section]) -> str | None:
    if section.kind is SectionKind.ITEM and section.number is not None:
        number = section.number.upper()
        return _TOPICS.get((form, _part(above), number), f"{_part(above)}/{number}" if form == "10-Q" else number)
    if section.kind is SectionKind.HEADING:
        title = section.title.lower()
        return next((topic for topic, named in _NAMED if named.search(title)), None)
    return None


_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


def _part(above: Sequence[Section]) -> int:
    part = next((one for one in reversed(above) if one.kind is SectionKind.PART), None)
    return _ROMAN.get((part.number or "").upper(), 0) if part is not None else 0


# which answers to which


class _Match(NamedTuple):
    """Two sections that may answer to each other, by their indexes; how alike they are, and the documents that they are in."""

    likeness: float
    documents: bool
    old: int
    new: int


def _matches(olds: list[_Place], news: list[_Place]) -> list[_Match]:
    """The sections that are alike enough, the likest first, of equals those nearest in order."""
    every = ((i, j, _likeness(o, n)) for i, o in enumerate(olds) for j, n in enumerate(news))
    alike = [
        _Match(likeness, _document(olds[i]) == _document(news[j]), i, j)
        for i, j, likeness in every
        if likeness >= _ALIKE
    ]
    return sorted(alike, key=lambda match: (-match.likeness, not match.documents, abs(match.old - match.new)))


def _document(place: _Place) -> tuple[str, str]:
    """What the document of a section is called."""
    document = place.above[0] if place.above else place.section
    return _type(document), document.title


def _likeness(old: _Place, new: _Place) -> float:
    """0 to 110: notes are known by their title, since their numbers move; Items by what they are about."""
    one, other = old.section, new.section
    if SectionKind.DOCUMENT in (one.kind, other.kind):
        return _documents(old, new) if one.kind is other.kind else 0
    elsewhere = one.incorporated != other.incorporated
    if old.topic is not None and old.topic == new.topic:
        return _ALIKE if elsewhere else max(_titles(one, other), _ALIKE) + _SAME_NUMBER
    if one.kind is not other.kind:
        return 0
    if one.kind is not SectionKind.ITEM and _type_of_document(old) != _type_of_document(new):
        return _apart_from_item(old, new)
    return _of_kind(one, other) - _ELSEWHERE * elsewhere


def _of_kind(one: Section, other: Section) -> float:
    """How alike two sections of one kind and one sort of document are."""
    if one.kind in _ONLY:
        return _ALIKE + _SAME_NUMBER
    same = one.number is not None and one.number == other.number
    alike = _titles(one, other)
    if one.kind is SectionKind.PART:
        return max(alike, _ALIKE) + _SAME_NUMBER if same else 0
    if one.kind is SectionKind.HEADING and alike < _SURE:
        return 0
    return alike + (_SAME_NUMBER if same else 0)


def _titles(one: Section, other: Section) -> float:
    return fuzz.token_sort_ratio(one.title.lower(), other.title.lower())


def _apart_from_item(old: _Place, new: _Place) -> float:
    """A note or a statement that stands in the report itself in one filing, and in an exhibit in the other."""
    if old.section.kind not in _TITLE_ONLY or old.section.kind is SectionKind.HEADING:
        return 0
    alike = _titles(old.section, new.section)
    return alike if alike >= _SURE else 0


def _type_of_document(place: _Place) -> str:
    """The main document, or the number of an exhibit without its sub-number."""
    document = place.above[0] if place.above else place.section
    return _type(document).split(".")[0] if document.document > 1 else ""


def _documents(old: _Place, new: _Place) -> float:
    """The report with the report; exhibits by their number and what they are."""
    one, other = old.section, new.section
    if one.document == 1 or other.document == 1:
        return _ALIKE + _SAME_NUMBER if one.document == other.document else 0
    if _type_of_document(old) != _type_of_document(new):
        return 0
    alike = _titles(one, other)
    alone = _type(one).startswith((_ANNUAL_REPORT, _DATA))
    if _type(one) == _type(other) and (alone or alike >= _ALIKE):
        return max(alike, _ALIKE) + _SAME_NUMBER
    return alike if alone or alike >= _SURE else 0
