"""Lines that one reading takes for rows of a table and the other for words: they say the same, and that is no change."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from core.compare.change import Aligned, Change, ChangeKind
from core.compare.words import folded
from core.document.prose import Passage, PassageKind

Rows = tuple[Aligned, ...]
_LINES = frozenset((PassageKind.TABLE, PassageKind.VERBATIM))
"""Kinds of passages that stand for one line each."""


class _Place(NamedTuple):
    """Which row of which group it is."""

    group: int
    row: int


def read_otherwise(groups: Sequence[Rows]) -> list[Rows]:
    """The same rows; a line that went and one of the same words that came, the one a row of a table and the other not, are one
    line that stayed, where the newer one stands. Lines that several have are left as they are."""
    gone, come = _alone(groups, newer=False), _alone(groups, newer=True)
    found: dict[_Place, Aligned | None] = {}
    for words, places in come.items():
        if len(places) == len(gone.get(words, ())) == 1:
            old, new = gone[words][0], places[0]
            joined = _joined(groups[old.group][old.row].old, groups[new.group][new.row].new)
            if joined is not None:
                found[new], found[old] = joined, None
    if not found:
        return list(groups)
    return [left for at, rows in enumerate(groups) if (left := _left(rows, at, found))]


def _left(rows: Rows, group: int, found: dict[_Place, Aligned | None]) -> Rows:
    made = (found.get(_Place(group, at), row) for at, row in enumerate(rows))
    return tuple(row for row in made if row is not None)


def _alone(groups: Sequence[Rows], *, newer: bool) -> dict[tuple[str, ...], list[_Place]]:
    """The lines that only one side has, and that went or came as a whole, by their words."""
    kind = ChangeKind.INSERT if newer else ChangeKind.DELETE
    found: dict[tuple[str, ...], list[_Place]] = defaultdict(list)
    for group, rows in enumerate(groups):
        for at, row in enumerate(rows):
            side, other = (row.new, row.old) if newer else (row.old, row.new)
            if (
                side is not None
                and other is None
                and side.kind in _LINES
                and all(one.kind is kind for one in row.changes)
            ):
                found[tuple(folded(side.text))].append(_Place(group, at))
    return found


def _joined(old: Passage | None, new: Passage | None) -> Aligned | None:
    if old is None or new is None or old.kind is new.kind:
        return None
    words = len(folded(new.text))
    return Aligned(old, new, (Change(ChangeKind.EQUAL, 0, words, 0, words),))
