"""How the reader arranges the rows of a table: some hidden, some pinned to the top, the rest sorted by a column."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.statements.statement import Statement


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Rows of a statement by their indexes; `by` is the column of figures that sorts them, None for the filing's order."""

    hidden: frozenset[int] = frozenset()
    pinned: tuple[int, ...] = ()
    by: int | None = None
    smallest_first: bool = False

    def __bool__(self) -> bool:
        """Whether anything is otherwise than in the filing."""
        return bool(self.hidden or self.pinned or self.by is not None)

    def hide(self, rows: Sequence[int]) -> "Arrangement":
        """Without these rows too."""
        gone = self.hidden.union(rows)
        return replace(self, hidden=gone, pinned=tuple(row for row in self.pinned if row not in gone))

    def pin(self, rows: Sequence[int]) -> "Arrangement":
        """With these rows at the top, behind those that are there already; or, where all of them are, without them."""
        if set(rows) <= set(self.pinned):
            return replace(self, pinned=tuple(row for row in self.pinned if row not in rows))
        return replace(self, pinned=tuple(dict.fromkeys((*self.pinned, *rows))))

    def sort(self, by: int | None, *, smallest_first: bool = False) -> "Arrangement":
        """Sorted by a column, or in the filing's order."""
        return replace(self, by=by, smallest_first=smallest_first)


AS_FILED = Arrangement()


def arranged(statement: Statement, rows: Sequence[int], how: Arrangement) -> tuple[int, ...]:
    """The rows in the reader's order. Sorted, headings are left out, and lines without a figure in the column stand last."""
    kept = [row for row in rows if row not in how.hidden and row not in how.pinned]
    if how.by is not None:
        kept = _sorted(statement, kept, how.by, smallest_first=how.smallest_first)
    return (*(row for row in how.pinned if row in rows), *kept)


def _sorted(statement: Statement, rows: Sequence[int], by: int, *, smallest_first: bool) -> list[int]:
    values = {
        row: figure.value
        for row in rows
        for figure in statement.rows[row].figures
        if figure.column == by and figure.value is not None
    }
    ordered = sorted(values, key=lambda row: values[row] if smallest_first else -values[row])
    return [*ordered, *(row for row in rows if row not in values and statement.rows[row].figures)]
