"""A document's text and exact places in it: the one coordinate space that everything else speaks in."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple


class Span(NamedTuple):
    """Code points `[start, end)` of one document's text."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


class Cite(NamedTuple):
    """A place in a filing: a document (its sequence, from 1) and one or more spans of its text, in order."""

    document: int
    spans: tuple[Span, ...]

    @property
    def start(self) -> int:
        """The first code point of the first span."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """One past the last code point of the last span."""
        return self.spans[-1].end


def cite(document: int, start: int, end: int) -> Cite:
    """A place of one span."""
    return Cite(document, (Span(start, end),))


@dataclass(frozen=True, eq=False)
class Source:
    """The text of one document. Lines end with `\\n` only; line numbers count from 1, line indexes from 0."""

    document: int
    text: str = field(repr=False)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins; a text of n newlines has n + 1 lines (the last may be empty)."""
        found = list(accumulate([len(line) + 1 for line in self.lines], initial=0))
        found.pop()
        return found

    @cached_property
    def lines(self) -> list[str]:
        """Every line without its newline, by line index."""
        return self.text.split("\n")

    @cached_property
    def bare(self) -> list[str]:
        """Every line without the blanks around it, by line index: every stage asks for them."""
        return list(map(str.strip, self.lines))

    def line_of(self, offset: int) -> int:
        """The line number (from 1) that holds this code point."""
        return max(1, bisect_right(self.starts, offset))

    def line_span(self, number: int) -> Span:
        """The span of a line (number from 1) without its newline."""
        start = self.starts[number - 1]
        return Span(start, start + len(self.lines[number - 1]))

    def read(self, place: Span | Cite) -> str:
        """The characters of a place; the spans of a cite joined as they stand."""
        spans = place.spans if isinstance(place, Cite) else (place,)
        return "".join(self.text[span.start : span.end] for span in spans)
