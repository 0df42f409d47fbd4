"""What the library keeps of a filing, made of its reading: what it is, its sections, and its text in passages."""

import re
import zlib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from core.analysis import Analysis
from core.document.block import WORDS, Layout
from core.export.figures import quarter
from core.export.heads import tables
from core.library.words import Word, for_index, words
from core.outline.section import Section, SectionKind
from core.statements.amount import whole
from core.statements.statement import PRIMARY

FULL, LONGEST = 1_000, 4_000
"""Characters after which a passage ends at the next empty line, and at the next line."""
_LEVEL = 6
"""How hard passages are packed."""
_NUMBER = re.compile(r"\d|\.\d")
_TAGGED = {SectionKind.ITEM: "item", SectionKind.NOTE: "note", SectionKind.PART: "part"}
"""Sections that searches can be limited to, by the beginning of their tags."""


class KeptSection(NamedTuple):
    """A section by its place in the order of the filing; its titles from the outermost, its tags."""

    title: str
    tags: frozenset[str]
    document: int
    start: int
    end: int


class Passage(NamedTuple):
    """Some lines of one section: where they stand, their first line, their text and what its figures come to packed, the words
    that the index has of it, the tags of where it stands."""

    document: int
    start: int
    line: int
    section: str
    packed: bytes
    indexed: str
    tags: str


class Entry(NamedTuple):
    """All of one filing."""

    form: str | None
    company: str | None
    cik: str | None
    accession: str | None
    period_end: str | None
    fiscal_year: int | None
    fiscal_quarter: int | None
    sha256: str
    characters: int
    passages: tuple[Passage, ...]


def entry(analysis: Analysis) -> Entry:
    """What is kept of a filing."""
    header = analysis.filing.header
    return Entry(
        header.form,
        header.company,
        header.cik,
        header.accession,
        header.period_end.isoformat() if header.period_end else None,
        header.fiscal_year,
        quarter(header),
        analysis.filing.sha256,
        sum(len(layout.source.text) for layout in analysis.layouts if layout is not None),
        tuple(_passages(analysis)),
    )


def unpacked(packed: bytes) -> "Text":
    """The text of a passage."""
    told, _, text = zlib.decompress(packed).decode("utf-8", "surrogatepass").partition("\n")
    amounts = dict(each.split("=") for each in told.split())
    return Text(text, {int(at): Decimal(amount) for at, amount in amounts.items()})


class Text(NamedTuple):
    """The text of a passage, without what is page furniture; and what the figures of tables come to, by where they begin."""

    text: str
    amounts: Mapping[int, Decimal]

    def words(self) -> list[Word]:
        """Its words, in order."""
        return list(words(self.text, self.amounts))


def indexed(said: Text) -> str:
    """What the index is given of a text: its words, in order."""
    return for_index(said.text, said.amounts)


def _passages(analysis: Analysis) -> Iterator[Passage]:
    amounts, sections = _amounts(analysis), _by_document(analysis)
    for layout in analysis.layouts:
        if layout is None:
            continue
        number = layout.source.document
        stretches = _Stretches(analysis, number, sections[number])
        text, places = _bare(layout), sorted(amounts[number])
        for start, end, line in _cuts(layout, stretches.cuts()):
            if text[start:end].strip():
                near = {
                    at - start: amounts[number][at]
                    for at in places[bisect_left(places, start) : bisect_left(places, end)]
                }
                yield _passage(number, Text(text[start:end], near), start, line, stretches)


def _passage(number: int, said: Text, start: int, line: int, stretches: "_Stretches") -> Passage:
    amounts = " ".join(f"{at}={amount:f}" for at, amount in said.amounts.items())
    packed = zlib.compress(f"{amounts}\n{said.text}".encode("utf-8", "surrogatepass"), _LEVEL)
    section = stretches.section_at(start)
    tags = (section.tags if section else frozenset()) | stretches.kinds_at(start)
    title = section.title if section else ""
    return Passage(number, start, line, title, packed, indexed(said), " ".join(sorted(tags)))


def _amounts(analysis: Analysis) -> dict[int, dict[int, Decimal]]:
    """What the figures of tables come to, by document and by where their digits begin; only where that is not what is
    printed."""
    found: dict[int, dict[int, Decimal]] = defaultdict(dict)
    for statement in tables(analysis):
        for row in statement.rows:
            for figure in row.figures:
                amount = whole(statement, row, figure)
                if amount is not None and figure.value is not None and amount != figure.value:
                    text = analysis.filing.document(figure.cite.document).source.text
                    found[figure.cite.document][_digits(text, figure.cite.start, figure.cite.end)] = abs(amount)
    return found


def _digits(text: str, start: int, end: int) -> int:
    """Where the number of a figure begins: behind its bracket and sign."""
    match = _NUMBER.search(text, start, end)
    return match.start() if match else start


def _bare(layout: Layout) -> str:
    """The text of a document, with blanks for all lines that are no words: page numbers, running heads, rules, markup."""
    lines = layout.source.lines
    return "\n".join(line if kind == WORDS else " " * len(line) for line, kind in zip(lines, layout.kinds, strict=True))


class _Cut(NamedTuple):
    start: int
    end: int
    line: int


def _cuts(layout: Layout, at: set[int]) -> Iterator[_Cut]:
    """Stretches of lines that begin where sections and statements do, and are neither long nor end in a paragraph."""
    source, first = layout.source, 0
    for index, start in enumerate(source.starts):
        length = start - source.starts[first]
        full = length >= FULL and not source.bare[index]
        if index > first and (start in at or full or length >= LONGEST):
            yield _Cut(source.starts[first], start, first + 1)
            first = index
    yield _Cut(source.starts[first], len(source.text), first + 1)


class _Stretch(NamedTuple):
    """The lines of a section or statement, from the beginning of the first to where the last ends, and the section."""

    start: int
    end: int
    section: KeptSection | None
    tags: frozenset[str]


class _Stretches:
    """The sections and statements of one document by place."""

    def __init__(self, analysis: Analysis, document: int, sections: list[KeptSection]) -> None:
        self._source = analysis.filing.document(document).source
        self._sections = [
            _Stretch(self._line(one.start), max(one.end, one.start + 1), one, one.tags) for one in sections
        ]
        self._statements = [
            _Stretch(self._line(one.cite.start), one.cite.end, None, frozenset({tag(one.kind.value)}))
            for one in analysis.statements
            if one.kind in PRIMARY and one.cite.document == document
        ]

    def cuts(self) -> set[int]:
        """Where a passage begins, whatever its length: at the beginning of a line."""
        found = {one.start for one in self._sections} | {
            self._line(one.section.end) for one in self._sections if one.section
        }
        for statement in self._statements:
            found |= {statement.start, self._after(statement.end)}
        return found

    def section_at(self, offset: int) -> KeptSection | None:
        """The innermost section whose lines hold this one."""
        return next((one.section for one in reversed(self._sections) if one.start <= offset < one.end), None)

    def kinds_at(self, offset: int) -> frozenset[str]:
        """The tags of the primary statements whose lines hold this one."""
        return frozenset().union(*(one.tags for one in self._statements if one.start <= offset < one.end))

    def _line(self, offset: int) -> int:
        starts = self._source.starts
        return starts[max(0, bisect_right(starts, offset) - 1)]

    def _after(self, offset: int) -> int:
        """The beginning of the next line."""
        starts = self._source.starts
        at = bisect_right(starts, max(0, offset - 1))
        return starts[at] if at < len(starts) else len(self._source.text)


def _by_document(analysis: Analysis) -> dict[int, list[KeptSection]]:
    found: dict[int, list[KeptSection]] = defaultdict(list)
    for one in _kept(analysis.outline, (), frozenset()):
        found[one.document].append(one)
    return found


def _kept(sections: tuple[Section, ...], over: tuple[str, ...], tags: frozenset[str]) -> Iterator[KeptSection]:
    """Every section with the titles and tags of those around it, parents before their children."""
    for section in sections:
        own = tags | _tags(section)
        named = " ".join(word for word in (section.number, section.title) if word) or section.kind.value
        path = over if section.kind is SectionKind.DOCUMENT else (*over, named)
        yield KeptSection(" > ".join(path), own, section.document, *section.span)
        yield from _kept(section.children, path, own)


def _tags(section: Section) -> frozenset[str]:
    beginning = _TAGGED.get(section.kind)
    if beginning is None or section.number is None:
        return frozenset()
    return frozenset({tag(beginning, section.number)})


def tag(*said: str) -> str:
    """The tag of a place: `item7a`, `note3`, `incomestatement`."""
    return "".join(sign for word in said for sign in word.lower() if sign.isalnum())
