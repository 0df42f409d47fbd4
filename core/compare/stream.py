"""One side of a comparison: the passages of a section with all their words in one row, each table one word of it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from core.compare.parts import Part, parts
from core.compare.words import folded, sentence_starts
from core.document.block import Layout
from core.document.prose import Mark, Passage, PassageKind, passages
from core.outline.section import Section
from core.places import Places
from core.source import Span
from core.statements.statement import Statement

PIECE = 20_000
"""Characters of a document that are read between two pauses: a few milliseconds."""


class Found(NamedTuple):
    """A passage with its words as they are compared."""

    passage: Passage
    words: list[str]
    table: Statement | None = None
    """The table that it is, which has no words."""


@dataclass(frozen=True, eq=False)
class Stream:
    """The words of several passages, one after the other."""

    passages: tuple[Passage, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    """Where each passage begins in the words; the number of all words at the end."""

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """Where sentences begin, the first at 0: after a stop, and with every passage."""
        return tuple(sorted({0, *self.starts[:-1], *sentence_starts(self.words)}))

    @cached_property
    def _begun(self) -> tuple[frozenset[int], frozenset[int]]:
        return frozenset(self.starts), frozenset(self.sentences)

    def is_passage_start(self, word: int) -> bool:
        """Whether a passage begins with this word, or the last one ends before it."""
        return word in self._begun[0]

    def is_sentence_start(self, word: int) -> bool:
        """Whether a sentence begins with this word."""
        return word in self._begun[1]

    def passage_at(self, word: int) -> int:
        """The number of the passage that holds a word."""
        return bisect_right(self.starts, word) - 1

    def sentence_at(self, word: int) -> int:
        """The number of the sentence that holds a word."""
        return bisect_right(self.sentences, word) - 1

    def sentence(self, number: int) -> Span:
        """The words of a sentence."""
        starts = self.sentences
        return Span(starts[number], starts[number + 1] if number + 1 < len(starts) else len(self.words))


class Table(NamedTuple):
    """A table of a section, and how many passages stand before it."""

    statement: Statement
    after: int


class SideOf(NamedTuple):
    """What one side of a comparison reads: its words and its tables."""

    stream: Stream
    tables: tuple[Table, ...]


def side(found: Sequence[Found]) -> SideOf:
    """Passages as one row of words, with the tables between them; passages without words are left out."""
    kept = [one for one in found if one.words]
    starts = tuple(accumulate((len(one.words) for one in kept), initial=0))
    words = tuple(word for one in kept for word in one.words)
    tables: dict[str, Table] = {}
    after = 0
    for one in found:
        after += bool(one.words)
        if one.table is not None:
            tables.setdefault(one.passage.key, Table(one.table, after))
    return SideOf(Stream(tuple(one.passage for one in kept), words, starts), tuple(tables.values()))


def read(places: Places, section: Section, spans: Sequence[Span]) -> Iterator[list[Found]]:
    """The passages of these stretches of a section, some at a time; a table is a passage without words."""
    layout = places.analysis.layouts[section.document - 1]
    if layout is None:
        return
    tables = {part.key: part for part in _tables(places, layout, section)}
    marks = _marks(section, tables.values())
    for span in spans:
        inside = [mark for mark in marks if span.start <= mark.span.start and mark.span.end <= span.end]
        for part in _parts(span, inside):
            held = tuple(mark for mark in inside if part.start <= mark.span.start < part.end)
            read = [one for each in passages(layout, part, held) for one in _lines(each)]
            yield [
                Found(one, folded(one.text), tables[one.key].statement if one.key in tables else None) for one in read
            ]


def _tables(places: Places, layout: Layout, section: Section) -> Iterator[Part]:
    """The tables inside a section."""
    for inside in {one.id for _, one in _with_depth(section, 0)}:
        for statement in places.of_section.get(inside, ()):
            yield from parts(layout, statement)


def _marks(section: Section, tables: Iterable[Part]) -> list[Mark]:
    """The headings and the tables inside a section, in order."""
    headings = [Mark(one.id, one.heading, depth) for depth, one in _with_depth(section, 0) if _is_set(one.heading)]
    return sorted(
        (*headings, *(Mark(part.key, span, None) for part in tables for span in part.spans)),
        key=lambda mark: mark.span,
    )


def _is_set(heading: Span) -> bool:
    return heading.end > heading.start


def _with_depth(section: Section, depth: int) -> Iterator[tuple[int, Section]]:
    yield depth, section
    for child in section.children:
        yield from _with_depth(child, depth + 1)


def _parts(span: Span, marks: Sequence[Mark]) -> Iterator[Span]:
    """A long stretch cut before headings, where a passage ends in any case."""
    at = span.start
    for mark in marks:
        if mark.level is not None and mark.span.start - at >= PIECE:
            yield Span(at, mark.span.start)
            at = mark.span.start
    yield Span(at, span.end)


def _lines(passage: Passage) -> Iterator[Passage]:
    """Lines that are kept as filed stand each alone: a changed line is seen as one."""
    if passage.kind is not PassageKind.VERBATIM:
        yield passage
        return
    for span, line in zip(passage.spans, passage.text.split("\n"), strict=True):
        if line.strip():
            yield Passage(PassageKind.VERBATIM, line, (span,))
