"""Stretches of two texts without a change, folded into one line each while what is around them is added."""

from collections.abc import Sequence

from core.compare.change import Aligned
from core.document.prose import PassageKind
from gui.text.redline_layout import Folded, Shown

_AROUND = 1
"""Passages without a change that are shown before and after one with."""


class Folding:
    """Rows without a change that wait for what comes after them."""

    def __init__(self) -> None:
        self._waiting: list[Aligned] = []

    def clear(self) -> None:
        """Nothing waits any more."""
        self._waiting = []

    def wait(self, row: Aligned) -> None:
        """One more row without a change."""
        self._waiting.append(row)

    def taken(self, *, fold: bool, before: bool, first: bool) -> list[Shown]:
        """The rows that wait: those next to changes, the others as one line; with the head of the table that goes on. `before` a
        change or at the end, `first` of all rows or after others."""
        rows, self._waiting = self._waiting, []
        start = 0 if first else _AROUND
        heads = [at for at, row in enumerate(rows) if _is_head(row)] if before else []
        until = len(rows) - (_AROUND if before else 0)
        if not fold or until - start <= 1:
            return [*rows]
        return [*rows[:start], *_folded(rows[start:until], heads[-1] - start if heads else 0), *rows[until:]]


def _folded(rows: Sequence[Aligned], head: int) -> list[Shown]:
    """Rows as one line, or as two around the head of a table."""
    if not 0 < head < len(rows) - 1:
        return [Folded(tuple(rows))]
    return [Folded(tuple(rows[:head])), rows[head], Folded(tuple(rows[head + 1 :]))]


def _is_head(row: Aligned) -> bool:
    """Whether a row is the head of a table: a line of it without caption."""
    side = row.new or row.old
    return side is not None and side.kind is PassageKind.TABLE and side.text.startswith(" ")
