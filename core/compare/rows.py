"""Passages of two texts side by side, as many of either as their words tell: n of the one became m of the other."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from core.compare.alignment import Match
from core.compare.change import Aligned, Change, ChangeKind
from core.compare.moves import Move
from core.compare.rolled import kind_of
from core.compare.stream import Stream
from core.document.prose import Passage, PassageKind
from core.source import Span

_STOPS = '.:;?!"”'
"""What a passage ends with that does not go on in the next one."""


class Group(NamedTuple):
    """Passages `[old_start, old_end)` of the older text that are passages `[new_start, new_end)` of the newer one."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def groups(found: Sequence[Match], old: Stream, new: Stream) -> Iterator[Group]:
    """Every passage of both texts once, in order; what went stands before what came in its place."""
    at = Group(0, 0, 0, 0)
    for linked in _linked(found, old, new):
        yield from _alone(at.old_end, linked.old_start, at.new_end, linked.new_start)
        yield linked
        at = linked
    yield from _alone(at.old_end, len(old.passages), at.new_end, len(new.passages))


def _alone(old_start: int, old_end: int, new_start: int, new_end: int) -> Iterator[Group]:
    for i in range(old_start, old_end):
        yield Group(i, i + 1, new_start, new_start)
    for j in range(new_start, new_end):
        yield Group(old_end, old_end, j, j + 1)


def _linked(found: Sequence[Match], old: Stream, new: Stream) -> Iterator[Group]:
    """Passages that share words, in order of both texts."""
    last: Group | None = None
    for link in (link for match in found for link in _links(match, old, new)):
        if last is not None and (link.old_start < last.old_end or link.new_start < last.new_end):
            last = Group(
                last.old_start, max(last.old_end, link.old_end), last.new_start, max(last.new_end, link.new_end)
            )
            continue
        if last is not None:
            yield last
        last = link
    if last is not None:
        yield last


def _links(match: Match, old: Stream, new: Stream) -> Iterator[Group]:
    """The passages that a match runs through; one that is parted by a hyphen, or only in one text, as a whole."""
    if match.old_end == match.old_start or match.new_end == match.new_start:
        return
    i, j = old.passage_at(match.old_start), new.passage_at(match.new_start)
    length = match.old_end - match.old_start
    if length != match.new_end - match.new_start:
        yield Group(i, old.passage_at(match.old_end - 1) + 1, j, new.passage_at(match.new_end - 1) + 1)
        return
    at = 0
    while at < length:
        yield Group(i, i + 1, j, j + 1)
        old_ends, new_ends = old.starts[i + 1] - match.old_start, new.starts[j + 1] - match.new_start
        at = min(old_ends, new_ends)
        i += old_ends <= at
        j += new_ends <= at


# what changed in a group


class _Segment(NamedTuple):
    """Words of one text that have nothing beside them: a move, or not (0)."""

    span: Span
    move: int


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the rows of two texts."""

    old: Stream
    new: Stream
    found: Sequence[Match]
    moves: Sequence[Move]

    def rows(self) -> Iterator[tuple[Group, Aligned]]:
        """Every group with its row."""
        gone, come = _marked(self.moves, self.old, self.new)
        left = deque(self.found)
        for group in groups(self.found, self.old, self.new):
            old = Span(self.old.starts[group.old_start], self.old.starts[group.old_end])
            new = Span(self.new.starts[group.new_start], self.new.starts[group.new_end])
            inside = list(_taken(left, old, new))
            changes = tuple(_whole(self._changes(old, new, inside, gone, come), old.start, new.start))
            before = _joined(self.old.passages[group.old_start : group.old_end])
            yield group, Aligned(before, _joined(self.new.passages[group.new_start : group.new_end]), changes)

    def _changes(
        self, old: Span, new: Span, inside: Sequence[Match], gone: Sequence[_Segment], come: Sequence[_Segment]
    ) -> Iterator[Change]:
        i, j = old.start, new.start
        for match in (*inside, Match(old.end, old.end, new.end, new.end)):
            match = _within(match, Span(i, old.end), Span(j, new.end))
            yield from self._gap(Span(i, match.old_start), Span(j, match.new_start), gone, come)
            if match.old_end > match.old_start or match.new_end > match.new_start:
                yield Change(ChangeKind.EQUAL, *match)
            i, j = match.old_end, match.new_end

    def _gap(self, old: Span, new: Span, gone: Sequence[_Segment], come: Sequence[_Segment]) -> Iterator[Change]:
        """What lies between two matches."""
        left, right = list(_cut(old, gone)), list(_cut(new, come))
        if any(one.move for one in (*left, *right)):
            for segment, kind in (
                *((one, ChangeKind.DELETE) for one in left),
                *((one, ChangeKind.INSERT) for one in right),
            ):
                start, end = segment.span
                was = (
                    (start, end, new.start, new.start) if kind is ChangeKind.DELETE else (old.end, old.end, start, end)
                )
                yield Change(ChangeKind.MOVED if segment.move else kind, *was, segment.move)
        elif left or right:
            before = self.old.words[old.start - 1] if old.start else ""
            kind = kind_of(self.old.words[old.start : old.end], self.new.words[new.start : new.end], before)
            yield Change(kind, old.start, old.end, new.start, new.end)


def _taken(left: deque[Match], old: Span, new: Span) -> Iterator[Match]:
    """The matches of these words, taken off those that are left; one that goes on is cut."""
    while left and _lies_in(left[0], old, new):
        match = left.popleft()
        beyond = match.old_end - old.end
        if beyond > 0 and match.new_end - new.end == beyond:
            left.appendleft(Match(old.end, match.old_end, new.end, match.new_end))
            match = match._replace(old_end=old.end, new_end=new.end)
        yield match


def _lies_in(match: Match, old: Span, new: Span) -> bool:
    if match.old_end > match.old_start:
        return old.start <= match.old_start < old.end
    return new.start <= match.new_start < new.end


def _within(match: Match, old: Span, new: Span) -> Match:
    """A match no farther than these words: one that stands in one text alone has no place of its own in the other."""
    return Match(
        min(max(match.old_start, old.start), old.end),
        min(max(match.old_end, old.start), old.end),
        min(max(match.new_start, new.start), new.end),
        min(max(match.new_end, new.start), new.end),
    )


def _marked(moves: Sequence[Move], old: Stream, new: Stream) -> tuple[list[_Segment], list[_Segment]]:
    """The words of either text that moved, without those that were edited on the way."""
    gone: list[_Segment] = []
    come: list[_Segment] = []
    for move in moves:
        before, after = old.words[move.old.start : move.old.end], new.words[move.new.start : move.new.end]
        for op in Indel.opcodes(before, after):
            if op.tag == "equal":
                gone.append(_Segment(Span(move.old.start + op.src_start, move.old.start + op.src_end), move.number))
                come.append(_Segment(Span(move.new.start + op.dest_start, move.new.start + op.dest_end), move.number))
    return sorted(gone), come


def _cut(span: Span, marked: Sequence[_Segment]) -> Iterator[_Segment]:
    """A stretch cut into what moved and what did not; what moved together is one."""
    at, last = span.start, None
    first = bisect_left(marked, span.start, key=_begin)
    for segment in marked[first : bisect_left(marked, span.end, key=_begin)]:
        if last is not None and last.move == segment.move and last.span.end == segment.span.start:
            last = _Segment(Span(last.span.start, segment.span.end), last.move)
        else:
            if last is not None:
                yield last
            if segment.span.start > at:
                yield _Segment(Span(at, segment.span.start), 0)
            last = segment
        at = segment.span.end
    if last is not None:
        yield last
    if at < span.end:
        yield _Segment(Span(at, span.end), 0)


def _begin(segment: _Segment) -> int:
    return segment.span.start


def _whole(changes: Iterator[Change], old: int, new: int) -> Iterator[Change]:
    """Changes counted from the beginning of their row, equal words that touch as one."""
    last: Change | None = None
    for change in changes:
        change = change._replace(
            old_start=change.old_start - old,
            old_end=change.old_end - old,
            new_start=change.new_start - new,
            new_end=change.new_end - new,
        )
        if last is not None and last.kind is change.kind is ChangeKind.EQUAL:
            last = last._replace(old_end=change.old_end, new_end=change.new_end)
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last


def _joined(parts: Sequence[Passage]) -> Passage | None:
    """Passages as one: those that go on are one paragraph, the others keep their break."""
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0]
    text = parts[0].text
    for last, part in pairwise(parts):
        goes_on = last.kind is not PassageKind.HEADING and last.text[-1:] not in _STOPS
        text += (" " if goes_on else "\n") + part.text
    longest = max(parts, key=lambda part: len(part.text))
    return longest._replace(text=text, spans=tuple(span for part in parts for span in part.spans))
