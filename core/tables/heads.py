"""The head of a table: which words stand over which columns, over how many, and what stands over the captions."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.source import Span
from core.tables.columns import Reach
from core.tables.lines import BLANK, RULE, WORDS, Segment, TableLine, runs, segments

_PERIOD = re.compile(
    r"(?i)\b(?:years?|months?|quarters?|weeks?|period|fiscal|ended|ending|december|june|september|march|january|april|"
    r"july|october|as of|february|may|august|november|at)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
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


def read_head(lines: Sequence[TableLine], columns: Sequence[Reach], edge: int) -> Head:
    """The head of a table. `columns` are all of its columns, those of words too; captions end before `edge`."""
    reaches = _with_strokes(list(columns), lines)
    over: list[_Over] = []
    stub: list[str] = []
    spoken = [at for at, line in enumerate(lines) if line.kind >= WORDS]
    yearly = line_below_years = False
    for number, index in enumerate(reversed(spoken)):
        line = lines[index]
        parts = [part for segment in _spoken(line) for part in _split(segment, reaches, lowest=number == 0)]
        aside = [_is_stub(part, columns, edge) for part in parts]
        stub[:0] = [part.text for part, is_stub in zip(parts, aside, strict=True) if is_stub]
        right = [part for part, is_stub in zip(parts, aside, strict=True) if not is_stub]
        strokes = [stroke for stroke in _under(lines, index) if _over_one(stroke, right)] if right else []
        yearly = yearly or (number > 0 and line_below_years)
        line_below_years = len(right) == len(columns) and all(_YEAR.search(part.text) for part in right)
        lone = len(right) == 1
        for at, part in enumerate(right):
            bounds = _free(right, at, reaches)
            first, last = _place(part, reaches, bounds, strokes, lone=lone, lowest=number == 0, yearly=yearly)
            span = Span(line.offset + part.left, line.offset + part.right)
            over.append(_Over(len(spoken) - number, first, last, part.text, span))
            if first == last:
                reach = reaches[first]
                reaches[first] = reach._replace(left=min(reach.left, part.left), right=max(reach.right, part.right))
    over.sort(key=lambda piece: (piece.line, piece.first))
    words = " ".join(" ".join(lines[at].text.split()) for at in spoken)
    per: list[list[_Over]] = [[] for _ in columns]
    for piece in over:
        for index in range(piece.first, piece.last + 1):
            per[index].append(piece)
    return Head(
        tuple([tuple(_grouped(pieces)) for pieces in per]),
        tuple([tuple([piece.span for piece in pieces]) for pieces in per]),
        " ".join(stub),
        words,
    )


def _spoken(line: TableLine) -> list[Segment]:
    """The words of a head line, without strokes that stand between them."""
    return [part for part in segments(line.text) if part.text.strip("-=_ ")]


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
                    reach = reaches[home[0]]
                    reaches[home[0]] = reach._replace(left=min(left, reach.left), right=max(right, reach.right))
            break
    return reaches


def join_words(before: str, after: str) -> str:
    """Two parts of a phrase that was broken over lines; a word broken at a hyphen is one word again."""
    if before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower():
        return before[:-1] + after
    if before.endswith(("-", "/")) and before[-2:-1] not in (" ", "-") and len(before) > 1:
        return before + after
    return f"{before} {after}" if before else after


def _grouped(pieces: list[_Over]) -> list[str]:
    """The words over one column; those that stand over the same columns are one phrase."""
    found: list[str] = []
    last: tuple[int, int] | None = None
    for piece in pieces:
        if (piece.first, piece.last) == last:
            found[-1] = join_words(found[-1], piece.text)
        else:
            found.append(piece.text)
        last = (piece.first, piece.last)
    return found


def _is_stub(part: Segment, reaches: Sequence[Reach], edge: int) -> bool:
    first = reaches[0].left
    if part.left < first - 15 and part.right <= first + 3:
        return True
    return part.right <= max(edge, first) and part.left < first - 2


def _split(segment: Segment, reaches: Sequence[Reach], *, lowest: bool) -> list[Segment]:
    """Words that stand each over a column of its own, with one blank between them only."""
    if " " not in segment.text:
        return [segment]
    under = [reach for reach in reaches if reach.left < segment.right and segment.left < reach.right]
    if len(under) < 2:
        return [segment]
    words = [
        Segment(segment.left + match.start(), segment.left + match.end(), match[0])
        for match in _WORD.finditer(segment.text)
    ]
    homes = [_home(word, under) for word in words]
    if len(set(homes)) != len(under) or None in homes:
        return [segment]
    years = all(word.text.strip("*,()").isdigit() and len(word.text) >= 4 for word in words)
    return words if len(words) == len(under) and (lowest or years) else [segment]


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


def _place(
    part: Segment,
    reaches: Sequence[Reach],
    bounds: tuple[int, int],
    strokes: list[tuple[int, int]],
    *,
    lone: bool,
    lowest: bool,
    yearly: bool,
) -> tuple[int, int]:
    """The first and the last column that words stand over."""
    low, high = bounds
    for left, right in strokes:
        wide = right - left > part.right - part.left and (len(strokes) > 1 or (lone and not lowest))
        if wide and left <= part.left and part.right <= right:
            under = [number for number in range(len(reaches)) if left - 1 <= reaches[number].middle <= right + 1]
            if under:
                return under[0], under[-1]
    middle = (part.left + part.right) / 2
    shared = [
        number
        for number in range(low, high + 1)
        if reaches[number].left < part.right and part.left < reaches[number].right
    ]
    if lone and not lowest and len(reaches) > 1 and (yearly or _PERIOD.search(part.text)):
        whole = (reaches[0].left + reaches[-1].right) / 2
        if abs(middle - whole) < 12 or len(shared) != 1:
            return 0, len(reaches) - 1
    if len(shared) > 1:
        return shared[0], shared[-1]
    near = shared[0] if shared else min(range(low, high + 1), key=lambda n: abs(reaches[n].middle - middle))
    if lowest or _fits(part, reaches[near]):
        return near, near
    spans = [(first, last) for first in range(low, near + 1) for last in range(near, high + 1)]
    return min(spans, key=lambda span: _misfit(middle, reaches, span))


def _fits(part: Segment, reach: Reach) -> bool:
    """Whether words stand squarely over one column."""
    return (
        abs((part.left + part.right) / 2 - reach.middle) <= 3
        or (abs(part.right - reach.right) <= 2 and part.left > reach.left - 8)
        or (part.left >= reach.left - 1 and part.right <= reach.right + 1)
    )


def _misfit(middle: float, reaches: Sequence[Reach], span: tuple[int, int]) -> float:
    first, last = span
    return abs((reaches[first].left + reaches[last].right) / 2 - middle) + 1.5 * (last - first)
