"""What changed in the words of two filings of one company, section by section."""

from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from core.analysis import Analysis
from core.compare.anchors import equal_runs
from core.document.prose import Mark, Passage, PassageKind, Word, passages, words
from core.outline.section import Section, SectionKind
from core.places import Places, walk
from core.source import Cite

_ALIKE, _SAME_NUMBER = 60, 10
"""How alike (of 100) two titles must be, and what the same number adds."""
_SHARED = 0.35
"""The part of the shorter passage's words that two must share to be one."""
_ISLAND, _CHANGED_AROUND = 2, 3
"""Words: so few equal ones between changes are no rest, where for each of them (and one more) three changed around it."""
_COMPARED = (
    SectionKind.ITEM,
    SectionKind.NOTE,
    SectionKind.STATEMENT,
    SectionKind.SCHEDULE,
    SectionKind.COVER,
    SectionKind.EXHIBIT_INDEX,
)


class ChangeKind(StrEnum):
    """What became of words."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


class Change(NamedTuple):
    """Words `[old_start, old_end)` of the older side became words `[new_start, new_end)` of the newer one."""

    kind: ChangeKind
    old_start: int
    old_end: int
    new_start: int
    new_end: int


class Aligned(NamedTuple):
    """A passage of the older side beside the one it became (None where there is none), and what changed in it."""

    old: Passage | None
    new: Passage | None
    old_words: tuple[Word, ...]
    new_words: tuple[Word, ...]
    changes: tuple[Change, ...]

    @property
    def changed(self) -> bool:
        """Whether anything but equal words is in it."""
        return any(change.kind is not ChangeKind.EQUAL for change in self.changes)


class Pair(NamedTuple):
    """A section of the older filing and the one of the newer filing that answers to it."""

    old: Section | None
    new: Section | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How much changed, in words and in places."""

    inserted: int
    deleted: int
    places: int


def changes(old: Sequence[str], new: Sequence[str]) -> tuple[Change, ...]:
    """How one run of words became another; equal and deleted words are the old run, equal and inserted the new one.

    One or two equal words left standing in the middle of a rewritten passage are counted as rewritten too: a reader
    can follow a phrase that changed, not a scatter of `the` and `of`.
    """
    raw = [
        Change(ChangeKind(op.tag), op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Indel.opcodes(old, new)
    ]
    return tuple(_merged(_without_islands(raw)))


def _is_island(run: list[Change], index: int) -> bool:
    change = run[index]
    length = change.old_end - change.old_start
    if change.kind is not ChangeKind.EQUAL or length > _ISLAND or not 0 < index < len(run) - 1:
        return False
    around = sum(max(c.old_end - c.old_start, c.new_end - c.new_start) for c in (run[index - 1], run[index + 1]))
    return around >= _CHANGED_AROUND * (length + 1)


def _without_islands(run: list[Change]) -> Iterator[Change]:
    for index, change in enumerate(run):
        yield change._replace(kind=ChangeKind.REPLACE) if _is_island(run, index) else change


def _merged(run: Iterator[Change]) -> Iterator[Change]:
    """Deletions and insertions that touch, as one change."""
    last: Change | None = None
    for change in run:
        if last is None:
            last = change
        elif (last.kind is ChangeKind.EQUAL) == (change.kind is ChangeKind.EQUAL):
            last = Change(last.kind, last.old_start, change.old_end, last.new_start, change.new_end)
        else:
            yield _named(last)
            last = change
    if last is not None:
        yield _named(last)


def _named(change: Change) -> Change:
    if change.kind is ChangeKind.EQUAL:
        return change
    old, new = change.old_end > change.old_start, change.new_end > change.new_start
    kind = ChangeKind.REPLACE if old and new else ChangeKind.DELETE if old else ChangeKind.INSERT
    return change._replace(kind=kind)


def tally(rows: Sequence[Aligned]) -> Tally:
    """How many words came and went, and in how many places."""
    inserted = deleted = places = 0
    for row in rows:
        for change in row.changes:
            if change.kind is not ChangeKind.EQUAL:
                places += 1
                deleted += change.old_end - change.old_start
                inserted += change.new_end - change.new_start
    return Tally(inserted, deleted, places)


# the text of a section


def compare(old: Places, new: Places, pair: Pair) -> tuple[Aligned, ...]:
    """The two texts of a section side by side, passage by passage, in the order of both."""
    return tuple(row for rows in compared(old, new, pair) for row in rows)


def compared(old: Places, new: Places, pair: Pair) -> Iterator[tuple[Aligned, ...]]:
    """The same row by row, with an empty answer after every bounded piece of work before the first row."""
    before: Side = []
    after: Side = []
    for side, places, section in ((before, old, pair.old), (after, new, pair.new)):
        for entry in _read(places, section):
            side.append(entry)
            if not len(side) % _PASSAGES_AT_ONCE:
                yield ()
    yield ()
    partners = yield from _partners(before, after)
    for row in _aligned(before, after, partners):
        yield (row,)


Side = list[tuple[Passage, tuple[Word, ...]]]


def align(old: Side, new: Side) -> tuple[Aligned, ...]:
    """Passages that share enough of their words stand side by side; the others face what came in their place."""
    work = _partners(old, new)
    try:
        while True:
            next(work)
    except StopIteration as end:
        return tuple(_aligned(old, new, end.value))


def _aligned(old: Side, new: Side, partner: dict[int, int]) -> Iterator[Aligned]:
    left = right = 0
    for i, j in [*sorted(partner.items()), (len(old), len(new))]:
        for before, after in zip_longest(old[left:i], new[right:j]):
            yield _row(before, after, apart=True)
        if i < len(old):
            yield _row(old[i], new[j], apart=False)
        left, right = i + 1, j + 1


def _row(
    old: tuple[Passage, tuple[Word, ...]] | None, new: tuple[Passage, tuple[Word, ...]] | None, *, apart: bool
) -> Aligned:
    old_words = old[1] if old else ()
    new_words = new[1] if new else ()
    if apart:
        whole = Change(ChangeKind.REPLACE, 0, len(old_words), 0, len(new_words))
        found: tuple[Change, ...] = (_named(whole),) if old_words or new_words else ()
    else:
        found = changes([word.text for word in old_words], [word.text for word in new_words])
    return Aligned(old[0] if old else None, new[0] if new else None, old_words, new_words, found)


class _Share(NamedTuple):
    """How many words two passages share, and the other passage."""

    words: int
    other: int


_NONE = _Share(0, 0)
_RUNS_AT_ONCE, _PASSAGES_AT_ONCE = 50, 20
"""Steps after which something else may be done."""


def _partners(old: Side, new: Side) -> Generator[tuple[()], None, dict[int, int]]:
    """Which passage became which: one run over all words, and then who shares most with whom."""
    old_of = [index for index, (_, found) in enumerate(old) for _ in found]
    new_of = [index for index, (_, found) in enumerate(new) for _ in found]
    old_texts = [word.text for _, found in old for word in found]
    new_texts = [word.text for _, found in new for word in found]
    yield ()
    shared: Counter[tuple[int, int]] = Counter()
    for at, run in enumerate((yield from equal_runs(old_texts, new_texts))):
        shared.update(zip(old_of[run.old : run.old + run.length], new_of[run.new : run.new + run.length], strict=True))
        if not at % _RUNS_AT_ONCE:
            yield ()
    return _matched(shared, old, new)


def _matched(shared: Counter[tuple[int, int]], old: Side, new: Side) -> dict[int, int]:
    """For each older passage the newer one that it shares most words with, no newer one twice."""
    best: dict[int, _Share] = {}
    for (i, j), count in shared.items():
        if count >= _SHARED * min(len(old[i][1]), len(new[j][1])) and count > best.get(i, _NONE).words:
            best[i] = _Share(count, j)
    claimed: dict[int, _Share] = {}
    for i, (count, j) in best.items():
        if count > claimed.get(j, _NONE).words:
            claimed[j] = _Share(count, i)
    return {one.other: j for j, one in claimed.items()}


def _read(places: Places, section: Section | None) -> Iterator[tuple[Passage, tuple[Word, ...]]]:
    """A section's passages; tables line by line, so that a changed row is seen as a row."""
    layout = places.analysis.layouts[section.document - 1] if section is not None else None
    if section is None or layout is None:
        return
    marks = tuple(
        Mark(inside.id, inside.heading, depth)
        for depth, inside in _with_depth(section, 0)
        if inside.heading.end > inside.heading.start
    )
    text = layout.source.text
    for passage in passages(layout, section.span, marks):
        for part in _lines(passage, text):
            yield part, tuple(words(text, part))


def _with_depth(section: Section, depth: int) -> Iterator[tuple[int, Section]]:
    yield depth, section
    for child in section.children:
        yield from _with_depth(child, depth + 1)


def _lines(passage: Passage, text: str) -> Iterator[Passage]:
    if passage.kind is not PassageKind.VERBATIM:
        yield passage
        return
    for span, line in zip(passage.spans, passage.text.split("\n"), strict=True):
        yield Passage(PassageKind.VERBATIM, line if line.strip() else text[span.start : span.end], (span,))


# which section answers to which


class _Match(NamedTuple):
    """Two sections that may answer to each other, by their indexes, and how alike they are."""

    likeness: float
    old: int
    new: int


def pairs(old: Analysis, new: Analysis) -> tuple[Pair, ...]:
    """The sections of two filings side by side, in the order of the newer one; those that went last."""
    olds = [section for section in walk(old.outline) if section.kind in _COMPARED]
    news = [section for section in walk(new.outline) if section.kind in _COMPARED]
    of_new: dict[int, int] = {}
    taken: set[int] = set()
    for match in _matches(olds, news):
        if match.old not in taken and match.new not in of_new:
            taken.add(match.old)
            of_new[match.new] = match.old
    stayed = {j: olds[i] for j, i in of_new.items()}
    gone = (Pair(section, None) for i, section in enumerate(olds) if i not in taken)
    return (*(Pair(stayed.get(j), section) for j, section in enumerate(news)), *gone)


def _matches(olds: list[Section], news: list[Section]) -> list[_Match]:
    """The sections that are alike enough, the likest first, of equals those nearest in order."""
    every = (_Match(_likeness(o, n), i, j) for i, o in enumerate(olds) for j, n in enumerate(news))
    alike = [match for match in every if match.likeness >= _ALIKE]
    return sorted(alike, key=lambda match: (-match.likeness, abs(match.old - match.new)))


def _likeness(old: Section, new: Section) -> float:
    """0 to 110: notes are known by their title, since their numbers move; Items by their number."""
    if old.kind is not new.kind:
        return 0
    alike = fuzz.token_sort_ratio(old.title.lower(), new.title.lower())
    same = old.number is not None and old.number == new.number
    if old.kind is SectionKind.ITEM and same:
        return max(alike, _ALIKE) + _SAME_NUMBER
    return alike + (_SAME_NUMBER if same else 0)


def cites(document: int, aligned: Aligned, *, newer: bool) -> tuple[Cite, ...]:
    """Where one side of a row stands, for pointing at it."""
    passage = aligned.new if newer else aligned.old
    return (Cite(document, passage.spans),) if passage is not None else ()
