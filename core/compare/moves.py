"""Sentences that stand elsewhere now, told from those that are new: by their words, each with one other only."""

from collections import Counter, defaultdict
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import Indel

from core.compare.alignment import Match
from core.compare.steps import Pause
from core.compare.stream import Stream
from core.source import Span

_LEAST = 6
"""Words that a sentence must have to be known elsewhere."""
_SHINGLE = 3
"""So many words in a row are looked for."""
_LOOKED_AT = 4
"""Sentences that share most with one that came, which are compared word by word."""
_LIKE = 0.7
"""How alike (of 1) the words of a sentence are that was moved, and edited."""
_COMMON = 8
"""So many sentences with the same words in a row say nothing by them."""


_PIECE = 60
"""Sentences between two pauses: a few milliseconds."""


class Move(NamedTuple):
    """Words of the older text that are elsewhere in the newer one; one number for all that moved together, from 1."""

    number: int
    old: Span
    new: Span


class _Free(NamedTuple):
    """A sentence that has nothing beside it: its words, and which gap between the equal runs it lies in. Not `whole` where
    it was put into another sentence, or taken out of one."""

    span: Span
    words: tuple[str, ...]
    gap: int
    whole: bool


def moved(found: Sequence[Match], old: Stream, new: Stream) -> Generator[Pause, None, list[Move]]:
    """The sentences that moved, in the order of the newer text; an empty answer after every bounded piece of work."""
    gone = list(_free(old, [(match.old_start, match.old_end) for match in found]))
    come = list(_free(new, [(match.new_start, match.new_end) for match in found]))
    if not gone or not come:
        return []
    yield ()
    return (yield from _Mover(gone, come).run())


def _free(text: Stream, matched: Sequence[tuple[int, int]]) -> Iterator[_Free]:
    """The sentences no word of which is matched, and the parts of others."""
    at = 0
    for gap, (start, end) in enumerate((*matched, (len(text.words), len(text.words)))):
        while at < start:
            span = text.sentence(text.sentence_at(at))
            until = min(span.end, start)
            yield _Free(Span(at, until), text.words[at:until], gap, span == (at, until))
            at = until
        at = max(at, end)


class _Likely(NamedTuple):
    likeness: float
    nearness: int
    gone: int
    come: int


@dataclass
class _Mover:
    gone: Sequence[_Free]
    come: Sequence[_Free]
    of_come: dict[int, int] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def run(self) -> Generator[Pause, None, list[Move]]:
        for likely in sorted((yield from self._likely()), reverse=True):
            if likely.come not in self.of_come and likely.gone not in self.taken:
                self._take(likely.gone, likely.come)
        for come in sorted(self.of_come):
            for step in (1, -1):
                self._extend(self.of_come[come], come, step)
        return list(self._numbered())

    def _take(self, gone: int, come: int) -> None:
        self.of_come[come] = gone
        self.taken.add(gone)

    def _likely(self) -> Generator[Pause, None, list[_Likely]]:
        at_shingle: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, one in enumerate(self.gone):
            for shingle in _shingles(one.words):
                at_shingle[shingle].append(index)
            if not index % _PIECE:
                yield ()
        found: list[_Likely] = []
        for come in range(len(self.come)):
            found += self._likely_of(come, at_shingle)
            if not come % _PIECE:
                yield ()
        return found

    def _likely_of(self, come: int, at_shingle: Mapping[tuple[str, ...], Sequence[int]]) -> Iterator[_Likely]:
        one = self.come[come]
        shared: Counter[int] = Counter()
        for shingle in _shingles(one.words):
            places = at_shingle.get(shingle, ())
            if len(places) <= _COMMON:
                shared.update(places)
        for gone, _ in shared.most_common(_LOOKED_AT):
            other = self.gone[gone]
            likeness = Indel.normalized_similarity(other.words, one.words, score_cutoff=_LIKE)
            if likeness and other.gap != one.gap and (other.whole or one.whole):
                yield _Likely(likeness, -abs(gone - come), gone, come)

    def _extend(self, gone: int, come: int, step: int) -> None:
        """What stands beside a sentence that moved and has the same words moved with it, however short it is."""
        while True:
            gone, come = gone + step, come + step
            if not (0 <= gone < len(self.gone) and 0 <= come < len(self.come)):
                return
            if come in self.of_come or gone in self.taken or self.gone[gone].words != self.come[come].words:
                return
            if not (_adjoin(self.gone, gone - step, gone) and _adjoin(self.come, come - step, come)):
                return
            self._take(gone, come)

    def _numbered(self) -> Iterator[Move]:
        number, last = 0, None
        for come in sorted(self.of_come):
            gone = self.of_come[come]
            if last is None or not (
                last == (gone - 1, come - 1)
                and _adjoin(self.gone, gone - 1, gone)
                and _adjoin(self.come, come - 1, come)
            ):
                number += 1
            last = gone, come
            yield Move(number, self.gone[gone].span, self.come[come].span)


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(words) >= _LEAST:
        for at in range(len(words) - _SHINGLE + 1):
            yield tuple(words[at : at + _SHINGLE])


def _adjoin(free: Sequence[_Free], one: int, other: int) -> bool:
    first, second = free[min(one, other)].span, free[max(one, other)].span
    return first.end == second.start
