"""What became of words, and two passages side by side with what changed in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from core.compare.words import Word, printed
from core.document.prose import Passage


class ChangeKind(StrEnum):
    """What became of words. A changed date or figure is one in a sentence whose other words stayed."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    MOVED = "moved"
    DATE = "date"
    FIGURE = "figure"


ROLLED = frozenset((ChangeKind.DATE, ChangeKind.FIGURE))
"""What changes with every year though nothing else is said."""


class Change(NamedTuple):
    """Words `[old_start, old_end)` of the older side became words `[new_start, new_end)` of the newer one. What moved has
    one side here and the other one elsewhere, with the same number in `move`; 0 where nothing moved."""

    kind: ChangeKind
    old_start: int
    old_end: int
    new_start: int
    new_end: int
    move: int = 0


class Aligned(NamedTuple):
    """Text of the older side beside what it became (None where there is none), and what changed in it. A passage of kind
    TABLE is one row of a table: its caption and its figures, a tab before each."""

    old: Passage | None
    new: Passage | None
    changes: tuple[Change, ...]

    @property
    def changed(self) -> bool:
        """Whether anything but equal words is in it."""
        return any(change.kind is not ChangeKind.EQUAL for change in self.changes)

    @property
    def rolled(self) -> bool:
        """Whether dates and figures are all that changed."""
        return self.changed and all(one.kind in ROLLED for one in self.changes if one.kind is not ChangeKind.EQUAL)

    @property
    def old_words(self) -> tuple[Word, ...]:
        """The words of the older side that the changes count."""
        return printed(self.old.text) if self.old is not None else ()

    @property
    def new_words(self) -> tuple[Word, ...]:
        """The words of the newer side that the changes count."""
        return printed(self.new.text) if self.new is not None else ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How much changed: words that came and went, and in how many places. Of the places, `moved` are passages that stand
    elsewhere now, whose words are not counted, and `rolled` are dates and figures in sentences that else are the same."""

    inserted: int = 0
    deleted: int = 0
    places: int = 0
    moved: int = 0
    rolled: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.inserted + other.inserted,
            self.deleted + other.deleted,
            self.places + other.places,
            self.moved + other.moved,
            self.rolled + other.rolled,
        )


def tally(rows: Iterable[Aligned]) -> Tally:
    """How many words came and went, and in how many places."""
    inserted = deleted = places = rolled = 0
    moves: set[int] = set()
    for change in (one for row in rows for one in row.changes):
        if change.kind is ChangeKind.MOVED:
            moves.add(change.move)
        elif change.kind in ROLLED:
            rolled += 1
        elif change.kind is not ChangeKind.EQUAL:
            places += 1
            deleted += change.old_end - change.old_start
            inserted += change.new_end - change.new_start
    return Tally(inserted, deleted, places + rolled + len(moves), len(moves), rolled)
