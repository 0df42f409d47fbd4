"""Tells an Item that only points elsewhere, wholly or in part, and finds the exhibit it points to."""

import re
from typing import NamedTuple

from core.evidence import CERTAIN, Recogniser, Rule
from core.outline.section import Extent
from core.outline.titles import key
from core.read.filing import Document
from core.vocabulary import words

_EXHIBIT = re.compile(r"\bexhibit\s+(?:no\.\s*)?\(?(\d{1,2}(?:\.\d{1,2})?)\)?", re.IGNORECASE)
_MARKED = re.compile(r"(?:[*\u2020\u2021]{1,3}|\(\d\))(?=\s*\Z)")
_FOOTNOTE_WITHIN = 4_000
"""Characters below a heading within which its footnote stands."""
_LONGEST = 1600
"""Characters. An Item whose text is longer than this says more than where to look."""
_BARE = 200
"""Characters of the text of an Item at most that has none of its own."""
_SHARE = 3
"""One in so many characters, or more, stands in sentences that point elsewhere, where an Item does nothing else."""
_DESCRIBED = 1500
"""Characters at the top of a document that tell what it is about."""
_REPORT = "13"
"""The number of the exhibit that is the annual report to shareholders."""


class Answer(NamedTuple):
    """The text of an Item without its heading, and of the footnote that the mark behind its title leads to (empty: none)."""

    body: str
    footnote: str


def _in_footnote(answer: Answer) -> Extent | None:
    """What a footnote that points elsewhere stands for: the whole of an Item without a text of its own."""
    if not answer.footnote or not points(answer.footnote):
        return None
    return Extent.WHOLE if len(answer.body.strip()) <= _BARE else Extent.PART


def _all_of_it(answer: Answer) -> Extent | None:
    """Whether a third of the text stands in sentences that point elsewhere."""
    text = " ".join(answer.body[: 2 * _LONGEST].split())
    if not text or len(text) > _LONGEST:
        return None
    pointing = sum(len(each) for each in text.lower().split(". ") if points(each))
    return Extent.WHOLE if _SHARE * pointing >= len(text) else None


def _some_of_it(answer: Answer) -> Extent | None:
    """Whether a sentence says that what the Item asks for stands elsewhere."""
    low = answer.body.lower()
    if "by reference" not in low:
        return None
    sentences = " ".join(low.split()).split(". ")
    asked = words("incorporated", "asked")
    pointing = [each for each in sentences if "by reference" in each and "exhibit" not in each]
    return Extent.PART if any(map(asked.search, pointing)) else None


INCORPORATED: Recogniser[Answer, Extent] = Recogniser(
    "incorporated",
    "Does an Item stand in another document?",
    (
        Rule("text-points", CERTAIN, "a third of its text and more says where it stands", _all_of_it),
        Rule(
            "footnote-points", CERTAIN, "the footnote that its title is marked with says where it stands", _in_footnote
        ),
        Rule("sentence-points", 5.0, "a sentence says where a part of what the Item asks for stands", _some_of_it),
    ),
)


def says_more(body: str) -> bool:
    """Whether a text is longer than one that does nothing but point elsewhere."""
    return len(" ".join(body[: 2 * _LONGEST].split())) > _LONGEST


def points(sentence: str) -> bool:
    """Whether words point to another document."""
    return words("incorporated", "elsewhere").search(sentence) is not None


def footnote_of(text: str, start: int, end: int) -> str:
    """The footnote that a heading, the characters `[start, end)` of a document, is marked with; empty without one."""
    marked = _MARKED.search(text, start, end)
    if marked is None or text[end : end + 1].strip():
        return ""
    begins = re.compile(
        rf"\n[ \t]*{re.escape(marked[0])}(?![*\u2020\u2021])[ \t]*(\S[^\n]*(?:\n[ \t]*\S[^\n]*){{0,5}})"
    )
    found = begins.search(text, end, end + _FOOTNOTE_WITHIN)
    return found[1] if found else ""


def exhibit_meant(body: str, title: str, documents: tuple[Document, ...]) -> int | None:
    """The sequence of the document that an Item points to: the exhibit it names, or the annual report's."""
    text = body[: 2 * _LONGEST]
    exhibits = {_number(each): each.sequence for each in reversed(documents)}
    reports = [each for each in documents if _number(each).partition(".")[0] == _REPORT]
    known = {*exhibits, _REPORT} if reports else set(exhibits)
    named = [number for number in _EXHIBIT.findall(text) if number in known]
    exhibit = exhibits.get(named[0]) if named else None
    if exhibit is not None:
        return exhibit
    if reports and (named or words("incorporated", "annual").search(text)):
        return _closest(title, reports)
    return None


def _number(document: Document) -> str:
    kind = (document.type or "").upper()
    return kind.removeprefix("EX-").strip() if kind.startswith("EX-") else ""


def _closest(title: str, reports: list[Document]) -> int:
    """Among several parts of an annual report the one whose description shares most words with the Item's title."""
    wanted = set(key(title).split())

    def shared(document: Document) -> int:
        said = f"{document.description or ''} {document.source.text[:_DESCRIBED]}"
        return len(wanted & set(key(said).split()))

    return max(reports, key=lambda document: (shared(document), -document.sequence)).sequence
