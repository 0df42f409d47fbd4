"""What a library says to a query: the passages that answer it, the best first, each with its sentence and its place."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from core.library.passages import Text, tag, unpacked
from core.library.query import Asked, Found, parsed
from core.library.shelf import Kept, Shelf
from core.library.words import Word

MOST = 50
"""Hits that are shown where nobody says how many."""
_FEW = 200
"""Filings that the index itself is limited to; more are told apart after it."""
_SENTENCE = 300
"""Characters of a sentence that are shown."""
_ENDS = re.compile(r"(?<=[.!?;:])\s+(?=[A-Z(\"“])|\n\s*\n")
"""Where a sentence ends."""
_ROW = re.compile(r"\S(?:\s{3,}|[ .]{4,})\S")
"""A line that is set in columns."""
_COMMON = 12_000
"""Passages that are weighed against one another at most."""
_ALIKE = 3
"""Decimals of a score that count: what is alike beyond them stands in order of time."""


class Limits(NamedTuple):
    """What a search is limited to; nothing limits it where nothing is said. `statement` is a kind: `balance_sheet`."""

    company: str = ""
    form: str = ""
    years: tuple[int, int] | None = None
    item: str = ""
    note: str = ""
    statement: str = ""


class Hit(NamedTuple):
    """An answer: the filing, the section it stands in, its sentence or row, and its place."""

    path: Path
    company: str | None
    form: str | None
    fiscal_year: int | None
    section: str
    sentence: str
    document: int
    line: int
    start: int
    end: int
    sha256: str
    """Of the file as it was read."""


def search(shelf: Shelf, query: str, limits: Limits = Limits(), most: int = MOST) -> list[Hit]:  # noqa: B008 - a constant
    """The hits of a query, one a passage: by how well the passage answers it, then the newest first. Raises QueryError."""
    asked = parsed(query)
    within = _Within.of(shelf, limits)
    if within is None:
        return []
    found: list[tuple[tuple[Any, ...], Hit]] = []
    for row in _rows(shelf, asked, within):
        hit = _hit(asked, row)
        if hit is not None:
            found.append(((row.score, -(hit.fiscal_year or 0), str(hit.path), hit.document, hit.start), hit))
            if len(found) >= most:
                break
    return [hit for _, hit in sorted(found)]


class _Within(NamedTuple):
    """The tags that limit a search, and the filings: None where all are meant."""

    tags: tuple[str, ...]
    filings: frozenset[int] | None

    @classmethod
    def of(cls, shelf: Shelf, limits: Limits) -> "_Within | None":
        """None where no filing is within the limits."""
        tags = [tag("item", limits.item)] if limits.item else []
        tags += [tag("note", limits.note)] if limits.note else []
        tags += [tag(limits.statement)] if limits.statement else []
        if not (limits.company or limits.form or limits.years):
            return cls(tuple(tags), None)
        filings = frozenset(_filings(shelf, limits))
        return cls(tuple(tags), filings) if filings else None

    def match(self) -> str:
        """The same for the index, as far as it knows."""
        parts = [f'"{each}"' for each in self.tags]
        if self.filings is not None and len(self.filings) <= _FEW:
            parts.append("(" + " OR ".join(f'"f{each}"' for each in sorted(self.filings)) + ")")
        return " AND ".join(parts)


def filings_within(shelf: Shelf, limits: Limits) -> list[Kept]:
    """The filings that were read whose company, form and year are within limits, by path."""
    within = set(_filings(shelf, limits))
    rows = shelf.database.execute(
        "SELECT id, path, form, company, fiscal_year, characters FROM filing WHERE why = '' ORDER BY path"
    )
    return [
        Kept(Path(path), form, company, year, characters, "")
        for number, path, form, company, year, characters in rows
        if number in within
    ]


def _filings(shelf: Shelf, limits: Limits) -> Iterator[int]:
    first, last = limits.years or (0, 0)
    rows = shelf.database.execute("SELECT id, company, cik, form, fiscal_year FROM filing WHERE why = ''")
    for number, company, cik, form, year in rows:
        named = limits.company.casefold() in (company or "").casefold() or _is_number(limits.company, cik)
        of_form = not limits.form or (form or "").casefold() == limits.form.casefold()
        of_year = limits.years is None or (year is not None and first <= year <= last)
        if named and of_form and of_year:
            yield number


def _is_number(company: str, cik: str | None) -> bool:
    return company.isdecimal() and cik is not None and int(company) == int(cik)


class _Row(NamedTuple):
    """A passage that the index found."""

    score: float
    path: str
    company: str | None
    form: str | None
    fiscal_year: int | None
    section: str
    document: int
    start: int
    line: int
    packed: bytes
    sha256: str


_RANKED = "SELECT rowid, rank FROM words WHERE words MATCH ? ORDER BY rank"
_AS_KEPT = "SELECT rowid, 0.0 FROM words WHERE words MATCH ? ORDER BY rowid"
_MANY = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
_PASSAGE = """
SELECT filing.id, path, company, form, fiscal_year, section, document, start, line, packed, sha256
FROM passage JOIN filing ON filing.id = passage.filing WHERE passage.id = ?"""


def _rows(shelf: Shelf, asked: Asked, within: _Within) -> Iterator[_Row]:
    """The passages that may answer, the best first; as they are kept where it is most of them: weighing all takes long, and
    says nothing."""
    match, tags = f"said : {asked.match()}", within.match()
    if tags:
        match = f"({match}) AND tags : ({tags})"
    (many,) = shelf.database.execute(_MANY, [match, _COMMON]).fetchone()
    for number, rank in shelf.database.execute(_RANKED if many < _COMMON else _AS_KEPT, [match]):
        found = shelf.database.execute(_PASSAGE, [number]).fetchone()
        if found is None:  # it was dropped, and the index is not made anew yet
            continue
        filing, *rest = found
        if within.filings is None or filing in within.filings:
            yield _Row(round(rank, _ALIKE), *rest)


def _hit(asked: Asked, row: _Row) -> Hit | None:
    """The answer in a passage; None where it is only like one: what the index finds is looked at again."""
    said = unpacked(row.packed)
    text = said.words()
    places = asked.places(text)
    if not places:
        return None
    start, end = _span(text, places[0])
    line = row.line + said.text.count("\n", 0, start)
    told = (row.company, row.form, row.fiscal_year, row.section, sentence(said, start, end))
    return Hit(Path(row.path), *told, row.document, line, row.start + start, row.start + end, row.sha256)


def _span(text: Sequence[Word], place: Found) -> tuple[int, int]:
    return text[place.first].start, text[place.last - 1].end


def sentence(said: Text, start: int, end: int) -> str:
    """The sentence around a place of a passage, or the row of a table; on one line, the place in it."""
    text = said.text
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    if not _ROW.search(line.strip()):
        first = max((each.end() for each in _ENDS.finditer(text, 0, start)), default=0)
        behind = _ENDS.search(text, end)
        line = text[first : behind.start() if behind else len(text)]
    if len(line) > _SENTENCE:
        begin = max(0, min(start - first - _SENTENCE // 2, len(line) - _SENTENCE))
        line = line[begin : begin + _SENTENCE]
    return " ".join(line.split())
