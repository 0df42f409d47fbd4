"""Where two long runs of words are equal, found in bounded pieces of work: what both have just once first, then between."""

from bisect import bisect_left
from collections.abc import Generator, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from core.compare.steps import Pause

SHINGLE = 5
"""So many words in a row, once in either text, are the same words."""
PIECE = 3_000
"""Words between two pauses."""
LARGEST = 40_000_000
"""Pairs of words that are compared at once, in a few milliseconds; what is larger and has nothing in common is all new."""

Shingle = tuple[str, ...]


class Run(NamedTuple):
    """`length` words that are the same, from `old` in the one text and from `new` in the other."""

    old: int
    new: int
    length: int


def equal_runs(old: Sequence[str], new: Sequence[str]) -> Generator[Pause, None, list[Run]]:
    """The equal runs in order of both texts; an empty answer after every piece of work, the runs as its value."""
    found: list[Run] = []
    at = Run(0, 0, 0)
    for run in (*(yield from _anchors(old, new)), Run(len(old), len(new), 0)):
        start = at.old + at.length, at.new + at.length
        found += _between(old, new, start, run)
        if run.length:
            found.append(run)
        at = run
        yield ()
    return found


def _between(old: Sequence[str], new: Sequence[str], start: tuple[int, int], end: Run) -> list[Run]:
    """Equal runs between two anchors."""
    before, after = old[start[0] : end.old], new[start[1] : end.new]
    if not before or not after or len(before) * len(after) > LARGEST:
        return []
    return [
        Run(start[0] + op.src_start, start[1] + op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(before, after)
        if op.tag == "equal"
    ]


def _anchors(old: Sequence[str], new: Sequence[str]) -> Generator[Pause, None, list[Run]]:
    """Runs around shingles that both texts have once, as many as keep one order."""
    ours = yield from _once(old)
    theirs = yield from _once(new)
    starts = [(at, theirs[shingle]) for shingle, at in ours.items() if at >= 0 and theirs.get(shingle, -1) >= 0]
    known = set(starts)
    yield ()
    heads = sorted(pair for pair in starts if (pair[0] - 1, pair[1] - 1) not in known)
    runs: list[Run] = []
    ends: dict[int, int] = {}
    for i, j in heads:
        if i >= ends.get(i - j, 0):
            runs.append(Run(i, j, _length(old, new, i, j)))
            ends[i - j] = i + runs[-1].length
            yield ()
    return list(_apart(_rising(runs)))


def _apart(runs: Sequence[Run]) -> Iterator[Run]:
    """Runs without the words that they share with the one before: a run may go on by chance into the next one."""
    last = Run(0, 0, 0)
    for run in runs:
        shared = max(0, last.old + last.length - run.old, last.new + last.length - run.new)
        if shared < run.length:
            last = Run(run.old + shared, run.new + shared, run.length - shared)
            yield last


def _once(words: Sequence[str]) -> Generator[Pause, None, dict[Shingle, int]]:
    """Where each shingle stands, -1 where it stands more than once."""
    found: dict[Shingle, int] = {}
    for at in range(len(words) - SHINGLE + 1):
        shingle = tuple(words[at : at + SHINGLE])
        found[shingle] = -1 if shingle in found else at
        if not at % PIECE:
            yield ()
    return found


def _length(old: Sequence[str], new: Sequence[str], i: int, j: int) -> int:
    most = min(len(old) - i, len(new) - j)
    return next((at for at in range(most) if old[i + at] != new[j + at]), most)


class _Best(NamedTuple):
    """The most words in runs that rise up to here: where the last begins in the newer text, and the runs before."""

    new: int
    words: int
    run: Run
    before: "_Best | None"


def _rising(runs: Sequence[Run]) -> list[Run]:
    """Of runs in order of the one text, those that are in order of the other too: as many words as can be."""
    best: list[_Best] = []
    for run in runs:
        at = bisect_left(best, run.new, key=_begin)
        before = best[at - 1] if at else None
        one = _Best(run.new, run.length + (before.words if before is not None else 0), run, before)
        beyond = at
        while beyond < len(best) and best[beyond].words <= one.words:
            beyond += 1
        if beyond > at or at == len(best) or best[at].new > run.new:
            best[at:beyond] = [one]
    chosen: list[Run] = []
    last = best[-1] if best else None
    while last is not None:
        chosen.append(last.run)
        last = last.before
    return chosen[::-1]


def _begin(best: _Best) -> int:
    return best.new
