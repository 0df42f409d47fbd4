"""Which words of two texts are the same: the equal runs of both, without those that are equal by chance alone."""

from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from typing import NamedTuple

from core.compare.anchors import Run, equal_runs
from core.compare.steps import Pause
from core.compare.stream import Stream

_SHARED = 0.4
"""The part of the shorter sentence's words that two must share for one to be the other, edited."""
_OF_LONGER = 0.3
"""The part of the longer one's, where the words that are shared do not stand together."""
_TOGETHER, _ON_AVERAGE = 5, 2.5
"""Shared words in a row, at most and on average, that are no chance."""
_TINY = 4
"""Words of a sentence so short that nearly all must be the same."""
_NEARLY_ALL = 0.75
_ISLAND, _CHANGED_AROUND = 2, 3
"""Words: so few equal ones between changes are no rest, where for each of them (and one more) three changed around it."""
_FARTHEST = 60
"""Words that a change is moved by at most, for it to begin with a sentence."""
_STOPS = frozenset((".", ":"))
"""What stands between a heading and the text after it, or not."""


class Match(NamedTuple):
    """Words `[old_start, old_end)` of the older text are words `[new_start, new_end)` of the newer one. They are as many,
    but where a hyphen parted a word in one of them."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def matches(old: Stream, new: Stream) -> Generator[Pause, None, list[Match]]:
    """What stayed, in the order of both texts; an empty answer after every bounded piece of work."""
    runs = yield from equal_runs(old.words, new.words)
    if not _is_whole(runs, old, new):
        runs = yield from _without_chance(runs, old, new)
    found = [Match(run.old, run.old + run.length, run.new, run.new + run.length) for run in runs]
    yield ()
    found = list(_from_sentences(_grown(found, old, new), old, new))
    found = list(_without_islands(found, old, new))
    return sorted((*found, *_written_otherwise(found, old, new)))


def _is_whole(runs: Sequence[Run], old: Stream, new: Stream) -> bool:
    return len(runs) == 1 and runs[0].length == len(old.words) == len(new.words)


# what is equal by chance


class _Piece(NamedTuple):
    """A part of a run that lies in one sentence of either text."""

    run: Run
    old: int
    new: int


def _without_chance(runs: Sequence[Run], old: Stream, new: Stream) -> Generator[Pause, None, list[Run]]:
    pieces: list[_Piece] = []
    for run in runs:
        pieces += _pieces(run, old, new)
    yield ()
    shared: dict[tuple[int, int], list[int]] = defaultdict(list)
    for piece in pieces:
        shared[piece.old, piece.new].append(piece.run.length)
    same = {pair for pair, lengths in shared.items() if _is_same(lengths, *_lengths(pair, old, new))}
    yield ()
    return _rejoined([piece.run for piece in pieces if (piece.old, piece.new) in same])


def _lengths(pair: tuple[int, int], old: Stream, new: Stream) -> tuple[int, int]:
    one, other = old.sentence(pair[0]), new.sentence(pair[1])
    return one.end - one.start, other.end - other.start


def _is_same(shared: Sequence[int], old: int, new: int) -> bool:
    """Whether sentences of these lengths that share such runs are one sentence, or one is a part of the other."""
    words, shorter, longer = sum(shared), min(old, new), max(old, new)
    if shorter <= _TINY:
        return words >= _NEARLY_ALL * shorter
    if words < _SHARED * shorter:
        return False
    return words >= _OF_LONGER * longer or max(shared) >= _TOGETHER or words >= _ON_AVERAGE * len(shared)


def _pieces(run: Run, old: Stream, new: Stream) -> Iterator[_Piece]:
    """A run cut where a sentence begins in either text."""
    i, j = old.sentence_at(run.old), new.sentence_at(run.new)
    at = 0
    while at < run.length:
        until = min(old.sentence(i).end - run.old, new.sentence(j).end - run.new, run.length)
        yield _Piece(Run(run.old + at, run.new + at, until - at), i, j)
        at = until
        i += old.sentence(i).end <= run.old + at
        j += new.sentence(j).end <= run.new + at


def _rejoined(runs: Sequence[Run]) -> list[Run]:
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last is not None and last.old + last.length == run.old and last.new + last.length == run.new:
            found[-1] = last._replace(length=last.length + run.length)
        else:
            found.append(run)
    return found


def _grown(found: Sequence[Match], old: Stream, new: Stream) -> list[Match]:
    """What is the same right before and right after a match is of it: before it first, where sentences begin."""
    grown: list[Match] = []
    last = Match(0, 0, 0, 0)
    ends = len(old.words), len(new.words)
    for match in (*found, Match(ends[0], ends[0], ends[1], ends[1])):
        while _may_grow(last, match) and old.words[match.old_start - 1] == new.words[match.new_start - 1]:
            match = match._replace(old_start=match.old_start - 1, new_start=match.new_start - 1)
        while grown and _may_grow(last, match) and old.words[last.old_end] == new.words[last.new_end]:
            last = grown[-1] = last._replace(old_end=last.old_end + 1, new_end=last.new_end + 1)
        grown.append(match)
        last = match
    return grown


def _may_grow(last: Match, match: Match) -> bool:
    return match.old_start > last.old_end and match.new_start > last.new_end


# what came or went begins with a sentence, where it may as well


def _from_sentences(found: Sequence[Match], old: Stream, new: Stream) -> Iterator[Match]:
    """Of equal ways to tell what was put in or taken out, the one that begins where a sentence does."""
    last: Match | None = None
    for match in found:
        if last is not None:
            last, match = _slid(last, match, old, new)
            if last.old_end > last.old_start:
                yield last
        last = match
    if last is not None:
        yield last


def _slid(last: Match, match: Match, old: Stream, new: Stream) -> tuple[Match, Match]:
    """Two matches with one text's words between them, and the words moved where a sentence begins."""
    gone, come = match.old_start - last.old_end, match.new_start - last.new_end
    if bool(gone) == bool(come):
        return last, match
    text, start, end = (old, last.old_end, match.old_start) if gone else (new, last.new_end, match.new_start)
    for step in _steps(last, match, text, start, end):
        if text.is_sentence_start(start + step):
            return _moved(last, match, step)
    return last, match


def _steps(last: Match, match: Match, text: Stream, start: int, end: int) -> Iterator[int]:
    """By how many words what lies between may be moved: not at all, backwards, forwards."""
    yield 0
    words = text.words
    for step in range(1, min(last.old_end - last.old_start, _FARTHEST) + 1):
        if words[start - step] != words[end - step]:
            break
        yield -step
    for step in range(1, min(match.old_end - match.old_start, _FARTHEST) + 1):
        if words[start + step - 1] != words[end + step - 1]:
            break
        yield step


def _moved(last: Match, match: Match, step: int) -> tuple[Match, Match]:
    return (
        last._replace(old_end=last.old_end + step, new_end=last.new_end + step),
        match._replace(old_start=match.old_start + step, new_start=match.new_start + step),
    )


# a few equal words in the middle of what was rewritten


def _without_islands(found: Sequence[Match], old: Stream, new: Stream) -> Iterator[Match]:
    """One or two equal words left standing in the middle of a rewritten phrase are rewritten too: a reader can follow a
    phrase that changed, not a scatter of `the` and `of`."""
    last = Match(0, 0, 0, 0)
    for at, match in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else Match(len(old.words), 0, len(new.words), 0)
        length = match.old_end - match.old_start
        before = max(match.old_start - last.old_end, match.new_start - last.new_end)
        after = max(following.old_start - match.old_end, following.new_start - match.new_end)
        if length <= _ISLAND and before and after and before + after >= _CHANGED_AROUND * (length + 1):
            continue
        last = match
        yield match


# words that are written otherwise


def _written_otherwise(found: Sequence[Match], old: Stream, new: Stream) -> Iterator[Match]:
    """Between two matches, words whose letters are the same: parted by a hyphen in one text, or not."""
    last = Match(0, 0, 0, 0)
    for match in (*found, Match(len(old.words), 0, len(new.words), 0)):
        gap = Match(last.old_end, match.old_start, last.new_end, match.new_start)
        last = match
        if gap.old_end > gap.old_start or gap.new_end > gap.new_start:
            yield from _same_letters(gap, old, new)


def _same_letters(gap: Match, old: Stream, new: Stream) -> Iterator[Match]:
    if _is_stop_of_heading(gap, old, new):
        yield gap
        return
    i, j = gap.old_start, gap.new_start
    while i < gap.old_end and j < gap.new_end:
        found = _same_from(i, j, gap, old, new)
        if found is None:
            break
        yield found
        i, j = found.old_end, found.new_end
    else:
        return
    yield from _same_at_end(gap._replace(old_start=i, new_start=j), old, new)


def _same_at_end(gap: Match, old: Stream, new: Stream) -> Iterator[Match]:
    """The same from behind: only one word parted, which is all there is in practice."""
    for count in (1, 2):
        for one, other in ((1, count), (count, 1)):
            i, j = gap.old_end - one, gap.new_end - other
            if i < gap.old_start or j < gap.new_start:
                continue
            if _letters(old.words[i : gap.old_end]) == _letters(new.words[j : gap.new_end]) != "":
                yield Match(i, gap.old_end, j, gap.new_end)
                return


_PARTS = 3
"""Parts that a word has at most, hyphens between."""


def _same_from(i: int, j: int, gap: Match, old: Stream, new: Stream) -> Match | None:
    """The least words from here on whose letters are the same."""
    for one in range(1, min(_PARTS, gap.old_end - i) + 1):
        for other in range(1, min(_PARTS, gap.new_end - j) + 1):
            letters = _letters(old.words[i : i + one])
            if letters and letters == _letters(new.words[j : j + other]):
                return Match(i, i + one, j, j + other)
    return None


def _letters(words: Sequence[str]) -> str:
    """The letters of words in a row; nothing where a figure or a sign is among them, which no hyphen parts."""
    return "".join(words) if all(word.replace("'", "").isalpha() for word in words) else ""


def _is_stop_of_heading(gap: Match, old: Stream, new: Stream) -> bool:
    words = (*old.words[gap.old_start : gap.old_end], *new.words[gap.new_start : gap.new_end])
    if not _STOPS.issuperset(words):
        return False
    ends = old.is_passage_start(gap.old_end) or new.is_passage_start(gap.new_end)
    return ends or old.is_passage_start(gap.old_start) or new.is_passage_start(gap.new_start)
