"""How far a table leans to a time or to a day around each of its lines: by its heads and its title, by the lines beside it, under
the same heading, behind the closing balance of a roll-forward."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from core.dates import said
from core.statements.statement import Column, Row
from core.vocabulary import words

_MANY_YEARS = 1.5
"""How far a table leans whose columns are the last days of more than two years."""
_YEAR_FROM, _YEAR_TO = 357, 373
"""Days from the end of a year to that of the next, of 52 and 53 weeks too."""
_SAID_DAY = 5.0
"""How far the lines under a heading lean that says that they stand on a day."""
_BLOCK = 0.5
"""How much the lines under one heading count against those of the whole table."""
_ROLLS = 2.0
"""How far a table leans that goes from opening balances to closing ones."""
_STANDS, _STANDING_TITLE = words("periods", "stands_heading"), words("periods", "stands_title")
_CLOSED = words("periods", "at_closing")
_WHOLE, _BEHIND = -1, -2
"""What lines are parted by besides the places of headings: those of the whole table, and those behind closing balances."""


def of_heads(columns: Sequence[Column], title: str, edges: Sequence[bool]) -> float:
    """How far a table leans by its heads and its title; `edges` are its opening and closing balances."""
    if _many_years(columns):
        return _MANY_YEARS
    standing = _STANDING_TITLE.search(title) is not None and not any(edges)
    return -_SAID_DAY if standing and all(column.start is None for column in columns) else 0.0


def _many_years(columns: Sequence[Column]) -> bool:
    """Whether more columns are headed by days a year apart than balances are printed for."""
    ends = sorted({column.end for column in columns if column.end is not None and column.start is None})
    years = [(last - first).days for first, last in pairwise(ends)]
    return len(years) >= 2 and all(_YEAR_FROM <= days <= _YEAR_TO for days in years)


def surroundings(
    rows: Sequence[Row], edges: Sequence[bool], lines: Mapping[tuple[int, int], float], head: float
) -> list[float]:
    """How far the table leans around each row: as its lines do (`lines`, by row and column) and its head; behind the closing
    balances of a roll-forward, as the lines there do; under a heading, half as the lines under it do."""
    rolls = any(edges)
    parts = _behind(rows, edges) if rolls else _headings(rows)
    sums: dict[int, float] = {}
    counts: dict[int, int] = {}
    for (at, _), line in lines.items():
        part = parts[at]
        sums[part] = sums.get(part, 0.0) + line
        counts[part] = counts.get(part, 0) + 1
    if rolls:
        own = {part: sums[part] / counts[part] for part in sums}
        own[_WHOLE] = own.get(_WHOLE, 0.0) + _ROLLS + head
    else:
        table = sum(sums.values()) / max(sum(counts.values()), 1) + head
        own = {part: _in_block(table, head, sums[part] / counts[part], rows[part]) for part in sums if part != _WHOLE}
        own[_WHOLE] = table
    return [own.get(part, 0.0) for part in parts]


def _in_block(table: float, head: float, lines: float, heading: Row) -> float:
    """How far the table leans under a heading whose lines lean so."""
    return (1 - _BLOCK) * table + _BLOCK * (lines + _of_heading(heading) + head)


def _of_heading(heading: Row) -> float:
    """How far a heading leans that says itself that the lines under it stand on a day: `Year-end position`, `As of June 30`."""
    lower = heading.label.lower()
    return -_SAID_DAY if _STANDS.search(lower) is not None or said(lower).instant else 0.0


def _headings(rows: Sequence[Row]) -> list[int]:
    """The place of the heading that each row stands under and that is no deeper than it."""
    found, last = [], _WHOLE
    for at, row in enumerate(rows):
        if not row.figures and row.label:
            last = at
        found.append(last if last >= 0 and row.depth >= rows[last].depth else _WHOLE)
    return found


def _behind(rows: Sequence[Row], edges: Sequence[bool]) -> list[int]:
    """Which rows lie behind a closing balance, and before the next opening one."""
    found, closed = [_WHOLE] * len(rows), False
    for at, row in enumerate(rows):
        if edges[at]:
            closed = _CLOSED.search(row.label) is not None
        elif closed:
            found[at] = _BEHIND
    return found
