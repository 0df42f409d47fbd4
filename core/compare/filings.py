"""What changed in the words of two filings of one company, section by section."""

from collections.abc import Generator, Iterator, Sequence
from typing import NamedTuple

from core.compare.alignment import matches
from core.compare.change import ROLLED, Aligned, Change, ChangeKind, Tally, tally
from core.compare.moves import moved
from core.compare.rows import Writer
from core.compare.same_lines import read_otherwise
from core.compare.sections import Pair, own, pairs
from core.compare.steps import Pause, finished
from core.compare.stream import Found, SideOf, read, side
from core.compare.tables import Sheet, paired, rows
from core.outline.section import Section
from core.places import Places
from core.source import Cite

__all__ = [
    "ROLLED",
    "Aligned",
    "Change",
    "ChangeKind",
    "Comparison",
    "Pair",
    "Tally",
    "align",
    "cites",
    "compare",
    "compared",
    "pairs",
    "tally",
]

_PIECE = 40
"""Rows that are written between two pauses: a few milliseconds."""


class Comparison:
    """Two filings, their sections in pairs, and what changed in each."""

    def __init__(self, old: Places, new: Places) -> None:
        self.old, self.new = old, new
        self.pairs = pairs(old.analysis, new.analysis)
        self._apart = {
            False: [pair.old for pair in self.pairs if pair.old is not None],
            True: [pair.new for pair in self.pairs if pair.new is not None],
        }

    def whole(self, pair: Pair) -> Iterator[tuple[Aligned, ...]]:
        """A section with those inside it, row by row; an empty answer after every bounded piece of work."""
        mine = yield from self._own_rows(pair)
        blocks = [(_start(one), one) for one in mine]
        for inside in pair.inside:
            if inside.new is None:
                continue
            begin = inside.new.span.start
            at = next((number for number, (start, _) in enumerate(blocks) if start > begin), len(blocks))
            yield from (one for _, one in blocks[:at])
            blocks = blocks[at:]
            yield from self.whole(inside)
        yield from (one for _, one in blocks)

    def own(self, pair: Pair) -> Iterator[tuple[Aligned, ...]]:
        """A section without those inside it that are compared on their own."""
        yield from (yield from self._own_rows(pair))

    def _own_rows(self, pair: Pair) -> Generator[Pause, None, list[tuple[Aligned, ...]]]:
        before = yield from self._side(self.old, pair.old, newer=False)
        after = yield from self._side(self.new, pair.new, newer=True)
        return (yield from _rows(before, after, self.old, self.new))

    def _side(self, places: Places, section: Section | None, *, newer: bool) -> Generator[Pause, None, SideOf]:
        found: list[Found] = []
        if section is not None:
            for some in read(places, section, own(section, self._apart[newer])):
                found += some
                yield ()
        return side(found)


def _start(rows: Sequence[Aligned]) -> int:
    """Where the first of these rows stands in the newer filing; 0 where it does not."""
    return next((row.new.spans[0].start for row in rows if row.new is not None and row.new.spans), 0)


def compare(old: Places, new: Places, pair: Pair) -> tuple[Aligned, ...]:
    """The two texts of a section side by side, in the order of the newer one."""
    return tuple(row for rows in compared(old, new, pair) for row in rows)


def compared(old: Places, new: Places, pair: Pair) -> Iterator[tuple[Aligned, ...]]:
    """The same row by row, with an empty answer after every bounded piece of work."""
    return Comparison(old, new).whole(pair)


def align(old: Sequence[Found], new: Sequence[Found]) -> tuple[Aligned, ...]:
    """Passages without tables side by side."""
    return tuple(row for some in finished(_rows(side(old), side(new), None, None)) for row in some)


def _rows(
    before: SideOf, after: SideOf, old: Places | None, new: Places | None
) -> Generator[Pause, None, list[tuple[Aligned, ...]]]:
    """The rows of two sides, those of a table together, behind the passage that they follow."""
    found = yield from matches(before.stream, after.stream)
    yield ()
    moves = yield from moved(found, before.stream, after.stream)
    yield ()
    told = yield from _tables(before, after, old, new)
    made: list[tuple[Aligned, ...]] = []
    for number, (group, row) in enumerate(Writer(before.stream, after.stream, found, moves).rows()):
        made += told.until(group.old_start, group.new_start)
        made.append((row,))
        if not number % _PIECE:
            yield ()
    made += told.until(len(before.stream.passages) + 1, len(after.stream.passages) + 1)
    return read_otherwise(made)


class _Waiting(NamedTuple):
    """Rows of a table, and how many passages of the newer text (or of the older one, where it is gone) stand before it."""

    after: int
    rows: tuple[Aligned, ...]


class _Told:
    """Tables that wait for their place."""

    def __init__(self, old: list[_Waiting], new: list[_Waiting]) -> None:
        self._old, self._new = old, new

    def until(self, old: int, new: int) -> Iterator[tuple[Aligned, ...]]:
        """The tables that stand before these passages."""
        for waiting, at in ((self._new, new), (self._old, old)):
            while waiting and waiting[0].after <= at:
                yield waiting.pop(0).rows


def _tables(before: SideOf, after: SideOf, old: Places | None, new: Places | None) -> Generator[Pause, None, _Told]:
    gone: list[_Waiting] = []
    stayed: list[_Waiting] = []
    if old is not None and new is not None:
        olds = [Sheet(one.statement, old.analysis.path) for one in before.tables]
        news = [Sheet(one.statement, new.analysis.path) for one in after.tables]
        for pair in paired(olds, news):
            made = yield from rows(_of(olds, pair.old), _of(news, pair.new))
            yield ()
            if pair.new is not None:
                stayed.append(_Waiting(after.tables[pair.new].after, made))
            elif pair.old is not None:
                gone.append(_Waiting(before.tables[pair.old].after, made))
    return _Told(sorted(gone, key=_place), sorted(stayed, key=_place))


def _place(waiting: _Waiting) -> int:
    return waiting.after


def _of(sheets: Sequence[Sheet], at: int | None) -> Sheet | None:
    return sheets[at] if at is not None else None


def cites(document: int, aligned: Aligned, *, newer: bool) -> tuple[Cite, ...]:
    """Where one side of a row stands, for pointing at it."""
    passage = aligned.new if newer else aligned.old
    return (Cite(document, passage.spans),) if passage is not None else ()
