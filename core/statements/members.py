"""What narrows a figure beside its caption: what its column stands for, and the headings over its row."""

import re
from collections.abc import Callable, Sequence

from core.dates import without_time
from core.statements.statement import PRIMARY, Figure, Row, Statement, StatementKind

_STRUCTURAL = PRIMARY - {StatementKind.EQUITY}
"""Statements whose headings part the whole and narrow nothing: current assets, operating activities."""
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$|[:.\s]+$")
"""What stands behind the words of a heading."""


def headings_of(statement: Statement) -> list[tuple[str, ...]]:
    """For each row the headings over it that name something, from the outermost; none in statements whose headings only part
    the whole."""
    if statement.kind in _STRUCTURAL:
        return [()] * len(statement.rows)
    return _over(statement.rows, _named)


def captions_over(statement: Statement) -> list[tuple[str, ...]]:
    """For each row the captions of all headings over it, from the outermost, whatever they say."""
    return _over(statement.rows, lambda row: (row.label,))


def _over(rows: Sequence[Row], words: Callable[[Row], tuple[str, ...]]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    over: list[tuple[int, tuple[str, ...]]] = []
    for row in rows:
        while over and over[-1][0] >= row.depth:
            over.pop()
        path = over[-1][1] if over else ()
        found.append(path)
        if not row.figures and row.label:
            over.append((row.depth, (*path, *words(row))))
    return found


def _named(row: Row) -> tuple[str, ...]:
    """The words of a heading; none where it only says when, or what is counted."""
    bare = row.label
    while (shorter := _ASIDE.sub("", bare)) != bare:
        bare = shorter
    return (bare,) if bare and without_time(bare) else ()


def members_of(statement: Statement, figure: Figure, headings: Sequence[str]) -> tuple[str, ...]:
    """What narrows a figure, from the outside in; `headings` are those over its row."""
    column = statement.columns[figure.column] if figure.column < len(statement.columns) else None
    member = column.member if column is not None else None
    return (member, *headings) if member else tuple(headings)
