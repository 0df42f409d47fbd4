"""What a reclassified amount was parted into, or put together from: the lines that make the older amount out of the newer one."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from math import comb
from pathlib import Path
from typing import NamedTuple

from core.statements.statement import Role, Unit
from core.years.differences import Difference
from core.years.series import Stitched, StitchedCell, StitchedRow, Told

_MOST_LINES = 2
"""Lines that an amount may have been parted into beside what is left of it: of more, some sum fits by chance. What another line
printed otherwise accounts for is one line's."""
_BY_CHANCE = 50
"""Times as many amounts as sums are tried must be possible, for one that fits to be none by chance."""


class Went(StrEnum):
    """How a line took part: it is new in the newer filing, it is gone from it, or it prints another amount there."""

    CAME = "came"
    GONE = "gone"
    CHANGED = "changed"


class Part(NamedTuple):
    """A line that took part: `amount` is what the other line lost to it, in whole units."""

    row: StitchedRow
    amount: Decimal
    told: Told
    before: Told | None = None
    """What the older filing says of a line that changed."""


class Arithmetic(NamedTuple):
    """The older amount is the newer one and these parts. `how` is true of all of them."""

    new: Told
    old: Told
    how: Went
    parts: tuple[Part, ...]


def column_of(series: Stitched, period: int) -> Iterator[tuple[StitchedRow, StitchedCell]]:
    """What the lines of a series say of a period, by its number."""
    for row in series.rows:
        cell = row.cells[period]
        if cell is not None:
            yield row, cell


class _Beside(NamedTuple):
    """What another line prints of the period in the newer and in the older filing."""

    row: StitchedRow
    new: Told | None
    old: Told | None


def arithmetic(cell: StitchedCell, column: Iterable[tuple[StitchedRow, StitchedCell]]) -> Arithmetic | None:
    """How a reclassified amount of `cell` came about, from all cells of its period; None where no lines, or several choices of
    lines, make the one amount out of the other."""
    if cell.difference is not Difference.RECLASSIFIED:
        return None
    old = next((one for one in cell.others if one.value != cell.value), None)
    if old is None:
        return None
    new = [one for one in (cell.told, *cell.others) if one.value == cell.value][-1]
    others = [_beside(row, each, new.path, old.path) for row, each in column if each is not cell and _is_line(row)]
    for how in Went:
        found = _parts(how, list(_of(how, others)), old.value - new.value)
        if found:
            return Arithmetic(new, old, how, found)
    return None


def _is_line(row: StitchedRow) -> bool:
    """Whether it is an amount of money of its own: a sum changes with what it is the sum of."""
    return row.role is Role.LINE and row.unit is Unit.MONEY


def _beside(row: StitchedRow, cell: StitchedCell, new: Path, old: Path) -> _Beside:
    told = {one.path: one for one in (*reversed(cell.others), cell.told)}
    return _Beside(row, told.get(new), told.get(old))


def _of(how: Went, others: Iterable[_Beside]) -> Iterator[Part]:
    """The lines that took part in this way, with what each would have taken from the other line."""
    for other in others:
        part = _part(other)
        if part is not None and part.amount and _went(other) is how:
            yield part


def _went(other: _Beside) -> Went:
    return Went.CAME if other.old is None else Went.GONE if other.new is None else Went.CHANGED


def _part(other: _Beside) -> Part | None:
    """What a line printed more of in the newer filing than in the older one."""
    row, new, old = other
    if new is None:
        return Part(row, -old.value, old) if old is not None else None
    return Part(row, new.value - old.value if old is not None else new.value, new, old)


def _parts(how: Went, candidates: Sequence[Part], wanted: Decimal) -> tuple[Part, ...]:
    """The fewest lines that come to an amount; none where two choices of as many do, or where one would by chance."""
    tried = 0
    most = _MOST_LINES if how is not Went.CHANGED else 1
    for count in range(1, most + 1):
        tried += comb(len(candidates), count)
        found = [some for some in combinations(candidates, count) if sum(part.amount for part in some) == wanted]
        if found:
            is_sure = len(found) == 1 and tried * _BY_CHANCE <= abs(wanted) / found[0][0].told.scale
            return found[0] if is_sure else ()
    return ()


def in_words(found: Arithmetic) -> str:
    """`731 = 400 + 331 Minority interest`; what made the newer amount stands on the right of it where lines are gone."""
    old, new = _text(found.old), _text(found.new)
    if found.how is Went.CHANGED:
        return "; ".join([f"{old} to {new}", *map(_changed, found.parts)])
    whole, part = (old, new) if found.how is Went.CAME else (new, old)
    return " + ".join([f"{whole} = {part}", *(f"{_text(one.told)} {_named(one.row)}" for one in found.parts)])


def _changed(part: Part) -> str:
    before = _text(part.before) if part.before is not None else ""
    return f"{_named(part.row)} {before} to {_text(part.told)}, as much the other way"


def _named(row: StitchedRow) -> str:
    return row.label or "(no caption)"


def _text(told: Told) -> str:
    return " ".join(told.figure.text.split())
