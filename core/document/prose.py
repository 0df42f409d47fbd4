"""A stretch of a document as a reader wants it: headings, flowing paragraphs, lists and tables, each with its places."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from core.document.block import Layout, Line
from core.source import Span

_BULLET = re.compile(
    r"(?:[•·▪*]|-{1,2}|o(?= {2})|\([A-Za-z0-9]{1,4}\)|[A-Za-z0-9]{1,2}[.)](?= {2})|\d{1,2}[.)])\s+(?=\S)"
)
_BULLET_STARTS = frozenset("•·▪*-o(0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_GAP = " " * 4
_WORD = re.compile(r"\S+")
_TOKEN = re.compile(r"\w+(?:[.,'’]\w+)*|[^\w\s]")
_SLACK = 12
"""Characters that a line may lack of the margin and still have had no room for the next word."""
_FILLED, _BEGUN = 0.8, 0.6
"""Shares of the margin: that every line but the last of a filled paragraph reaches; that a line reaches which goes on."""
_LEADERS = re.compile(r"(?:\. ?){4,}")


class PassageKind(StrEnum):
    """How a passage is to be set."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    VERBATIM = "verbatim"


class Passage(NamedTuple):
    """Words that belong together. `spans` are their places, one for each line of the document.

    `text` has its lines joined and blanks folded; a newline in it is a break that was meant. VERBATIM keeps the lines
    as filed. `level` is a heading's depth from 0; `key` names the heading or the table, as the caller called it.
    """

    kind: PassageKind
    text: str
    spans: tuple[Span, ...]
    level: int = 0
    key: str = ""


class Mark(NamedTuple):
    """Where the caller knows a heading or a table to be: its name, its span, a heading's depth (None for a table)."""

    key: str
    span: Span
    level: int | None


class Word(NamedTuple):
    """A word or a sign of a passage: its place in the document, and where it stands in the passage's text."""

    text: str
    span: Span
    at: int


def words(source_text: str, passage: Passage) -> Iterator[Word]:
    """The words of a passage in order; signs are words of their own."""
    at = 0
    for span in passage.spans:
        for match in _TOKEN.finditer(source_text, span.start, span.end):
            found = passage.text.find(match[0], at)
            if found < 0:
                continue
            yield Word(match[0], Span(*match.span()), found)
            at = found + len(match[0])


def passages(layout: Layout, span: Span, marks: tuple[Mark, ...] = ()) -> tuple[Passage, ...]:
    """The passages of a stretch, without page furniture, rules and markup. `marks` are in order; those that overlap an
    earlier one are passed over; several with one key (a table over two pages) give one passage."""
    return tuple(_Setter(layout, span, marks).run())


@dataclass
class _Setter:
    """Goes down the lines once and sets them."""

    layout: Layout
    span: Span
    marks: tuple[Mark, ...]
    pieces: list[Span] = field(default_factory=list)
    out: list[Passage] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def run(self) -> list[Passage]:
        source = self.layout.source
        self.text, self.width = source.text, self.layout.margin
        at = self.span.start
        for mark in self.marks:
            if mark.span.start < at or mark.span.end > self.span.end:
                continue
            self._lines(at, mark.span.start)
            self._flush()
            self._mark(mark)
            at = self._after(mark)
        self._lines(at, self.span.end)
        self._flush()
        return self.out

    def _after(self, mark: Mark) -> int:
        """Past the mark, and past the stop or dashes that end a run-in heading."""
        at = mark.span.end
        while mark.level is not None and at < self.span.end and self.text[at] in " .:-–—":
            at += 1
        return at

    def _mark(self, mark: Mark) -> None:
        if mark.level is None:
            if mark.key in self.seen:
                where = self.seen[mark.key]
                self.out[where] = self.out[where]._replace(spans=(*self.out[where].spans, mark.span))
                return
            self.seen[mark.key] = len(self.out)
            self.out.append(Passage(PassageKind.TABLE, "", (mark.span,), 0, mark.key))
            return
        title = " ".join(_LEADERS.sub(" ", self.text[mark.span.start : mark.span.end]).split())
        self.out.append(Passage(PassageKind.HEADING, title, (mark.span,), mark.level, mark.key))

    def _lines(self, start: int, end: int) -> None:
        if start >= end:
            return
        source, kinds = self.layout.source, self.layout.kinds
        first = max(0, bisect_right(source.starts, start) - 1)
        for index in range(first, len(source.lines)):
            begin = source.starts[index]
            if begin >= end:
                return
            if kinds[index] == Line.WORDS:
                piece = self._trim(max(begin, start), min(begin + len(source.lines[index]), end))
                if piece is not None:
                    self._piece(piece)
                    continue
            if kinds[index] != Line.FURNITURE:
                self._flush()

    def _trim(self, start: int, end: int) -> Span | None:
        text = self.text[start:end]
        bare = text.strip()
        if not bare:
            return None
        left = start + len(text) - len(text.lstrip())
        return Span(left, left + len(bare))

    def _piece(self, piece: Span) -> None:
        if self.pieces and (self._starts_item(piece) or self._starts_paragraph(piece)):
            self._flush()
        self.pieces.append(piece)

    def _starts_item(self, piece: Span) -> bool:
        return self.text[piece.start] in _BULLET_STARTS and _BULLET.match(self.text, piece.start, piece.end) is not None

    def _starts_paragraph(self, piece: Span) -> bool:
        """An indented line after a finished sentence."""
        last = self.pieces[-1]
        return (
            self._column(piece) >= self._column(last) + 2 and self.text[last.end - 1] in ".:;" and len(self.pieces) > 1
        )

    def _column(self, piece: Span) -> int:
        starts = self.layout.source.starts
        return piece.start - starts[bisect_right(starts, piece.start) - 1]

    def _flush(self) -> None:
        pieces, self.pieces = self.pieces, []
        if not pieces:
            return
        if 2 * sum(_GAP in self.text[piece.start : piece.end] for piece in pieces) >= len(pieces):
            self._add(Passage(PassageKind.VERBATIM, self._verbatim(pieces), tuple(pieces)))
            return
        kind = PassageKind.LIST_ITEM if self._starts_item(pieces[0]) else PassageKind.PARAGRAPH
        self._add(Passage(kind, self._joined(pieces), tuple(pieces)))

    def _verbatim(self, pieces: list[Span]) -> str:
        """The lines as they stand, without the margin they share."""
        columns = [self._column(piece) for piece in pieces]
        left = min(columns)
        lines = (" " * (column - left) + self.text[p.start : p.end] for column, p in zip(columns, pieces, strict=True))
        return "\n".join(lines)

    def _joined(self, pieces: list[Span]) -> str:
        """A break stays where the next word would have had room on the line, but for items of a list."""
        item = self._starts_item(pieces[0])
        ends = [self._column(piece) + piece.end - piece.start for piece in pieces]
        filled = len(pieces) > 2 and min(ends[:-1]) >= max(ends) * _FILLED
        width = max(ends) if filled else max(self.width, *ends)
        parts = [" ".join(self.text[pieces[0].start : pieces[0].end].split())]
        for index, piece in enumerate(pieces[1:], 1):
            line = self.text[piece.start : piece.end]
            word = _WORD.match(line)
            room = not item and ends[index - 1] + 1 + len(word[0] if word else "") <= width - _SLACK
            previous = parts[-1]
            hyphen = len(previous) > 1 and previous[-1] == "-" and previous[-2].isalpha()
            parts += ["" if hyphen else "\n" if room else " ", " ".join(line.split())]
        return "".join(parts)

    def _over_page(self, last: Passage, passage: Passage) -> bool:
        """Whether a page of HTML ends between two passages: there a paragraph's last line may be as short as it likes."""
        if self.layout.markup is None:
            return False
        source = self.layout.source
        lines = range(source.line_of(last.spans[-1].end), source.line_of(passage.spans[0].start) - 1)
        return any(self.layout.kinds[index] == Line.FURNITURE for index in lines)

    def _add(self, passage: Passage) -> None:
        """Joins what a page break or double spacing parted."""
        last = self.out[-1] if self.out else None
        paragraph = PassageKind.PARAGRAPH
        if (
            last is not None
            and passage.kind is paragraph
            and last.kind in (paragraph, PassageKind.LIST_ITEM)
            and passage.text[0].islower()
            and last.text[-1] not in '.:;?!"'
            and (last.spans[-1].end - last.spans[-1].start >= self.width * _BEGUN or self._over_page(last, passage))
        ):
            text = f"{last.text} {passage.text}"
            self.out[-1] = last._replace(text=text, spans=last.spans + passage.spans)
            return
        self.out.append(passage)
