"""Tells an Item that only points elsewhere, and finds the exhibit it points to."""

import re

from core.outline.titles import key
from core.read.filing import Document

_POINTS = (
    "by reference",
    "proxy statement",
    "information statement",
    "annual report to",
    "incorporated herein",
    "exhibit 13",
    "definitive proxy",
    "is incorporated from",
)
_EXHIBIT = re.compile(r"\bexhibit\s+(?:no\.\s*)?\(?(\d{1,2}(?:\.\d{1,2})?)\)?", re.IGNORECASE)
_ANNUAL = re.compile(
    r"annual\s+report|shareholders['\u2019]?\s+report|shareowners['\u2019]?\s+report|report\s+to\s+(?:share|stock)",
    re.IGNORECASE,
)
_LONGEST = 1600
"""An Item whose text is longer than this says more than where to look."""


def points_elsewhere(body: str) -> bool:
    """Whether the text of an Item, without its heading, only points to another document."""
    text = " ".join(body[: 2 * _LONGEST].split())
    if len(text) > _LONGEST or not text:
        return False
    sentences = text.lower().split(". ")
    pointing = sum(len(each) for each in sentences if any(words in each for words in _POINTS))
    return 3 * pointing >= len(text)


def exhibit_meant(body: str, title: str, documents: tuple[Document, ...]) -> int | None:
    """The sequence of the document that an Item points to: the exhibit it names, or the annual report's."""
    text = body[: 2 * _LONGEST]
    for number in _EXHIBIT.findall(text):
        named = next((each for each in documents if _number(each) == number), None)
        if named is not None:
            return named.sequence
        begun = [each for each in documents if _number(each).partition(".")[0] == number and number == "13"]
        if begun:
            return _closest(title, begun)
    reports = [each for each in documents if _number(each).partition(".")[0] == "13"]
    if reports and _ANNUAL.search(text):
        return _closest(title, reports)
    return None


def _number(document: Document) -> str:
    kind = (document.type or "").upper()
    return kind.removeprefix("EX-").strip() if kind.startswith("EX-") else ""


def _closest(title: str, reports: list[Document]) -> int:
    """Among several parts of an annual report the one whose description shares most words with the Item's title."""
    wanted = set(key(title).split())

    def shared(document: Document) -> int:
        words = f"{document.description or ''} {document.source.text[:1500]}"
        return len(wanted & set(key(words).split()))

    return max(reports, key=lambda document: (shared(document), -document.sequence)).sequence
