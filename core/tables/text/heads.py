"""The head of a table: which words stand over which columns, over how many, and what stands over the captions."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from core.source import Span
from core.tables.lexicon import Lexicon
from core.tables.text.columns import Reach
from core.tables.text.lines import BLANK, RULE, WORDS, Segment, TableLine, runs, segments

_PERIOD = re.compile(
    r"(?i)\b(?:years?|months?|quarters?|weeks?|period|fiscal|ended|ending|december|june|september|march|january|april|"
    r"july|october|as of|february|may|august|november|at)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNITS = re.compile(r"(?i)thousand|million|billion|dollar|unaudited|per share")
_WORD = re.compile(r"\S+")


class _Over(NamedTuple):
    """Words of the head over columns `[first, last]`; `line` counts the head's lines from the top."""

    line: int
    first: int
    last: int
    text: str
    span: Span


class Head(NamedTuple):
    """What a head says of its columns: for each its words from the top, and their places; and the rest of it."""

    heads: tuple[tuple[str, ...], ...]
    spans: tuple[tuple[Span, ...], ...]
    stub: str
    words: str


def read_head(lines: Sequence[TableLine], columns: Sequence[Reach], edge: int, lexicon: Lexicon) -> Head:
    """The head of a table. `columns` are all of its columns, those of words too; captions end before `edge`."""
    reader = _Reader(lines, columns, edge)
    spoken = [at for at, line in enumerate(lines) if line.kind >= WORDS]
    placed = [at for at in spoken if not _says_units(lines[at].text, columns, top=at == spoken[0] != spoken[-1])]
    for number, at in enumerate(reversed(placed)):
        reader.read(at, lowest=number == 0)
    over = sorted(reader.over, key=lambda piece: (piece.line, piece.first))
    per: list[list[_Over]] = [[] for _ in columns]
    for piece in over:
        for index in range(piece.first, piece.last + 1):
            per[index].append(piece)
    units = {at: [lines[at].text.strip()] for at in spoken if at not in placed}
    stubs = {**reader.stubs, **units}
    return Head(
        tuple([tuple(_grouped(pieces, lexicon)) for pieces in per]),
        tuple([tuple([piece.span for piece in pieces]) for pieces in per]),
        " ".join([" ".join(stubs[at]) for at in sorted(stubs)]),
        " ".join([" ".join(lines[at].text.split()) for at in spoken]),
    )


class _Reader:
    """Reads a head's lines from the lowest up, since what stands lower tells more of the columns."""

    def __init__(self, lines: Sequence[TableLine], columns: Sequence[Reach], edge: int) -> None:
        self.lines, self.columns, self.edge = lines, columns, edge
        self.reaches = _with_strokes(list(columns), lines)
        self.stroked = self.reaches != list(columns)
        self.over: list[_Over] = []
        self.stubs: dict[int, list[str]] = {}
        self.yearly = self.years_below = False
        self.below: dict[int, list[tuple[Segment, int, int]]] = {}

    def read(self, at: int, *, lowest: bool) -> None:
        """Places the words of one line over their columns, or over the captions."""
        line, reaches = self.lines[at], self.reaches
        parts = [part for segment in _spoken(line) for part in self._split(segment, at, lowest=lowest)]
        complete = len(parts) == len(reaches) > 1 and parts[0].left > self.edge - 16
        aside = [not complete and _is_stub(part, self.columns, self.edge) for part in parts]
        if stub := [part.text for part, is_stub in zip(parts, aside, strict=True) if is_stub]:
            self.stubs[at] = stub
        right = [part for part, is_stub in zip(parts, aside, strict=True) if not is_stub]
        under = _under(self.lines, at) if right else []
        strokes = [stroke for stroke in under if _over_one(stroke, right)]
        across = len(under) == 1 and under[0][0] <= reaches[0].middle and reaches[-1].middle <= under[0][1]
        self.yearly = self.yearly or (not lowest and self.years_below)
        self.years_below = len(right) == len(reaches) and all(_YEAR.search(part.text) for part in right)
        beside = at > 0 and self.lines[at - 1].at == line.at
        below = self.below.get(at + 1, [])
        way = _Way(
            strokes, below, lone=len(right) == 1, beside=beside, across=across, lowest=lowest, yearly=self.yearly
        )
        self.below[at] = []
        for number, part in enumerate(right):
            first, last = _place(part, reaches, _free(right, number, reaches), way)
            span = Span(line.offset + part.left, line.offset + part.right)
            self.over.append(_Over(at, first, last, part.text, span))
            self.below[at].append((part, first, last))
            if first == last:
                reaches[first] = _widened(reaches[first], part.left, part.right)

    def _split(self, segment: Segment, at: int, *, lowest: bool) -> list[Segment]:
        """Words that stand each over a column of its own, with one blank between them only."""
        if " " not in segment.text:
            return [segment]
        under = [reach for reach in self.reaches if reach.left < segment.right and segment.left < reach.right]
        if len(under) < 2:
            return [segment]
        if self.stroked and not lowest and (parts := _at_strokes(segment, under)):
            return parts
        if parts := _on_words(segment, [part for part, _, _ in self.below.get(at + 1, [])]):
            return parts
        return _by_word(segment, under, lowest=lowest)


class _Way(NamedTuple):
    """What there is to tell by over which columns words stand: the strokes under them, the words right below with their
    columns; whether they are alone in their line, or with a stroke of another head (`beside`), over one stroke that reaches
    `across` all columns, in the lowest line, over a line of years."""

    strokes: list[tuple[int, int]]
    below: list[tuple[Segment, int, int]]
    lone: bool
    beside: bool
    across: bool
    lowest: bool
    yearly: bool


def _says_units(text: str, columns: Sequence[Reach], *, top: bool) -> bool:
    """Whether a line is only what the figures count, over several columns or at the `top`: `(In thousands)`."""
    bare = text.strip()
    if bare[:1] != "(" or bare[-1:] != ")" or "  " in bare or _UNITS.search(bare) is None:
        return False
    left = text.index("(")
    return top or sum(reach.left < len(text) and left < reach.right for reach in columns) != 1 < len(columns)


def _spoken(line: TableLine) -> list[Segment]:
    """The words of a head line, without strokes that stand between them."""
    return [part for part in segments(line.text) if part.text[0] != "<" and part.text.strip("-=_ ")]


def _with_strokes(reaches: list[Reach], lines: Sequence[TableLine]) -> list[Reach]:
    """The columns as wide as the strokes drawn under their heads, where each has a stroke of its own."""
    for line in reversed(lines):
        if line.kind is not RULE:
            continue
        strokes = runs(line.text)
        homes = [
            [n for n, reach in enumerate(reaches) if reach.left < right and left < reach.right]
            for left, right in strokes
        ]
        if len(strokes) >= len(reaches) > 1 and all(len(home) < 2 for home in homes):
            for (left, right), home in zip(strokes, homes, strict=True):
                if home:
                    reaches[home[0]] = _widened(reaches[home[0]], left, right)
            break
    return reaches


def _widened(reach: Reach, left: int, right: int) -> Reach:
    """A column that reaches over this stretch too."""
    if reach.left <= left and right <= reach.right:
        return reach
    return Reach(min(left, reach.left), max(right, reach.right), reach.filled)


def _grouped(pieces: list[_Over], lexicon: Lexicon) -> list[str]:
    """The words over one column; those that stand over the same columns are one phrase."""
    found: list[str] = []
    last: tuple[int, int] | None = None
    for piece in pieces:
        if (piece.first, piece.last) == last:
            found[-1] = lexicon.join(found[-1], piece.text)
        else:
            found.append(piece.text)
        last = (piece.first, piece.last)
    return found


def _is_stub(part: Segment, reaches: Sequence[Reach], edge: int) -> bool:
    first = reaches[0].left
    if part.left < first - 15 and part.right <= first + 3:
        return True
    return part.right <= max(edge, first) and part.left < first - 2


def _by_word(segment: Segment, under: Sequence[Reach], *, lowest: bool) -> list[Segment]:
    """The words of a segment where each stands over a column of its own; else the segment."""
    words = _words(segment)
    homes = [_home(word, under) for word in words]
    if len(set(homes)) != len(under) or None in homes:
        return [segment]
    years = all(word.text.strip("*,()").isdigit() and len(word.text) >= 4 for word in words)
    return words if len(words) == len(under) and (lowest or years) else [segment]


def _words(segment: Segment) -> list[Segment]:
    return [
        Segment(segment.left + match.start(), segment.left + match.end(), match[0])
        for match in _WORD.finditer(segment.text)
    ]


def _on_words(segment: Segment, below: list[Segment]) -> list[Segment]:
    """The words of a segment where each begins or ends as one of the words close together right below."""
    under = [part for part in below if part.left < segment.right and segment.left < part.right]
    tight = len(under) > 1 and all(other.left - one.right <= 3 for one, other in pairwise(under))
    words = _words(segment) if tight else []
    if len(words) != len(under):
        return []
    flush = (abs(w.left - u.left) <= 1 or abs(w.right - u.right) <= 1 for w, u in zip(words, under, strict=True))
    return words if all(flush) else []


def _at_strokes(segment: Segment, under: Sequence[Reach]) -> list[Segment]:
    """The parts of a segment that fills the strokes of several columns, parted where these are: `Month Ended Year Ended`."""
    if segment.left > under[0].left + 1 or segment.right < under[-1].right - 1:
        return []
    cuts = [segment.left - 1]
    for one, other in pairwise(under):
        gap = range(max(one.right - 1, segment.left), min(other.left + 1, segment.right))
        cut = next((at for at in gap if segment.text[at - segment.left] == " "), None)
        if cut is None:
            return []
        cuts.append(cut)
    cuts.append(segment.right)
    parts = [
        Segment(begin + 1, end, segment.text[begin + 1 - segment.left : end - segment.left])
        for begin, end in pairwise(cuts)
    ]
    return parts if all(_inside(part, reach) for part, reach in zip(parts, under, strict=True)) else []


def _home(word: Segment, under: Sequence[Reach]) -> int | None:
    """The one column that a word stands over."""
    shared = [min(word.right, reach.right) - max(word.left, reach.left) for reach in under]
    most = max(shared)
    return shared.index(most) if most > 0 else None


def _under(lines: Sequence[TableLine], at: int) -> list[tuple[int, int]]:
    """The strokes of the rule below the head line at an index."""
    for other in lines[at + 1 : at + 3]:
        if other.kind is RULE:
            return runs(other.text)
        if other.kind is not BLANK:
            break
    return []


def _over_one(stroke: tuple[int, int], parts: Sequence[Segment]) -> bool:
    """Whether a stroke is drawn under one head; under several it only ends the head."""
    return sum(stroke[0] <= part.left and part.right <= stroke[1] for part in parts) == 1


def _free(parts: Sequence[Segment], at: int, reaches: Sequence[Reach]) -> tuple[int, int]:
    """The columns that words may stand over: up to those that their neighbours are nearer to."""
    part = parts[at]
    low, high = 0, len(reaches) - 1
    if at:
        border = parts[at - 1].right + part.left
        while low < high and reaches[low].left + reaches[low].right <= border:
            low += 1
    if at + 1 < len(parts):
        border = part.right + parts[at + 1].left
        while high > low and reaches[high].left + reaches[high].right >= border:
            high -= 1
    return low, high


def _place(part: Segment, reaches: Sequence[Reach], bounds: tuple[int, int], way: _Way) -> tuple[int, int]:
    """The first and the last column that words stand over."""
    low, high = bounds
    middle = (part.left + part.right) / 2
    whole = abs((reaches[0].left + reaches[-1].right) / 2 - middle)
    if found := _ruled(part, reaches, way) or _stacked(part, whole, way):
        return found
    shared = [n for n in range(low, high + 1) if reaches[n].left < part.right and part.left < reaches[n].right]
    if way.lone and not way.lowest and len(reaches) > 1 and (way.yearly or _PERIOD.search(part.text)):
        own = way.beside and len(shared) == 1 and _inside(part, reaches[shared[0]])
        if len(shared) != 1 or way.across or (whole < 12 and not own):
            return 0, len(reaches) - 1
    if len(shared) > 1:
        return shared[0], shared[-1]
    near = shared[0] if shared else min(range(low, high + 1), key=lambda n: abs(reaches[n].middle - middle))
    spanning = way.lone and bool(way.strokes) and abs(reaches[near].middle - middle) > 2
    if way.lowest or (not spanning and _fits(part, reaches[near])):
        return near, near
    spans = [(first, last) for first in range(low, near + 1) for last in range(near, high + 1)]
    if spanning and low < high:
        spans.remove((near, near))
    return min(spans, key=lambda span: _misfit(middle, reaches, span))


def _ruled(part: Segment, reaches: Sequence[Reach], way: _Way) -> tuple[int, int] | None:
    """The columns over a stroke that is drawn under words, and is wider than they are."""
    for left, right in way.strokes:
        wide = right - left > part.right - part.left and (len(way.strokes) > 1 or (way.lone and not way.lowest))
        if wide and left <= part.left and part.right <= right:
            under = [number for number in range(len(reaches)) if left - 1 <= reaches[number].middle <= right + 1]
            if under:
                return under[0], under[-1]
    return None


def _stacked(part: Segment, whole: float, way: _Way) -> tuple[int, int] | None:
    """The columns of words right below that these words are the upper line of; `whole`: how far from the head's middle."""
    found = [
        (other, first, last) for other, first, last in way.below if other.left < part.right and part.left < other.right
    ]
    if len(found) != 1 or found[0][1] == found[0][2] or (way.lone and whole <= 3):
        return None
    other, first, last = found[0]
    centred = abs(other.left + other.right - part.left - part.right) <= 6
    return (first, last) if centred or other.left == part.left else None


def _inside(part: Segment, reach: Reach) -> bool:
    """Whether words reach over no more than their column."""
    return part.left >= reach.left - 1 and part.right <= reach.right + 1


def _fits(part: Segment, reach: Reach) -> bool:
    """Whether words stand squarely over one column."""
    return (
        abs((part.left + part.right) / 2 - reach.middle) <= 3
        or (abs(part.right - reach.right) <= 2 and part.left > reach.left - 8)
        or _inside(part, reach)
    )


def _misfit(middle: float, reaches: Sequence[Reach], span: tuple[int, int]) -> float:
    first, last = span
    return abs((reaches[first].left + reaches[last].right) / 2 - middle) + 1.5 * (last - first)
