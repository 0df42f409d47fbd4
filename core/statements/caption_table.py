"""Which concepts captions have: as filers tagged them, and as they are usually tagged (resources/concepts/captions.tsv)."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).resolve().parents[2] / "resources" / "concepts" / "captions.tsv"
OWN = "-"
"""Stands for a concept of the filer's own, which no other filing has."""
LISTED = "*"
"""Stands before the counts of a caption that usually has a concept."""


class Known(NamedTuple):
    """A concept that a caption has: by how many companies in how many filings it was tagged so, and whether that is usual."""

    concept: str
    companies: int
    filings: int
    listed: bool


class _Printed(NamedTuple):
    """The same as it stands in the table: `*2/3`."""

    concept: str
    counts: str

    def read(self) -> Known:
        companies, _, filings = self.counts.removeprefix(LISTED).partition("/")
        return Known(self.concept, int(companies or 0), int(filings or 0), self.counts.startswith(LISTED))


class ZoneCaptions:
    """The captions of one part of a statement, by their words in order. What a caption has is read when it is asked for."""

    def __init__(self) -> None:
        self._printed: dict[str, list[_Printed]] = {}

    def add(self, words: str, concept: str, counts: str) -> None:
        """Another concept of a caption, with its counts (`*2/3`)."""
        self._printed.setdefault(words, []).append(_Printed(concept, counts))

    def at(self, words: tuple[str, ...]) -> tuple[Known, ...]:
        """The concepts of just these words."""
        return tuple([each.read() for each in self._printed.get(" ".join(words), ())])


def printed(known: Known) -> str:
    """Counts as they stand in the table."""
    counts = f"{known.companies}/{known.filings}" if known.companies else ""
    return f"{LISTED if known.listed else ''}{counts}"


@cache
def table() -> Mapping[str, ZoneCaptions]:
    """Every part of the table by its name."""
    return parsed(FILE.read_text("utf-8"))


def parsed(text: str) -> Mapping[str, ZoneCaptions]:
    """A table of lines `part, concept, captions` parted by tabs; captions are `words=counts`, parted by bars."""
    parts: dict[str, ZoneCaptions] = {}
    for line in text.splitlines():
        if line.startswith("#") or not line:
            continue
        name, concept, captions = line.split("\t")
        add = parts.setdefault(name, ZoneCaptions()).add
        for caption in captions.split("|"):
            words, _, counts = caption.partition("=")
            add(words, concept, counts)
    return parts
