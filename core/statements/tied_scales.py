"""Tables of which nothing says in what multiple they are printed, and whose figures a statement prints in one: it is theirs."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.evidence import Verdict, single
from core.statements.statement import PRIMARY, Statement, Unit

_LEAST = 1000
"""Smaller figures are alike by chance."""
_ENOUGH = 2
"""So many amounts must stand in the statements of the document as they are printed."""
_UNSAID = 1.0
"""The weight of a scale of which nothing says anything."""
_WEIGHT = 4.0


class _Printed(NamedTuple):
    """An amount as a document prints it, on the last day of its period."""

    document: int
    end: date
    value: Decimal


def with_tied_scales(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The tables, those that print the figures of statements and do not say in what multiple being in that of the statements."""
    asked = [set(_amounts(one)) if _is_unsaid(one) else set() for one in statements]
    if max(map(len, asked), default=0) < _ENOUGH:
        return tuple(statements)
    known: dict[_Printed, set[int]] = defaultdict(set)
    for statement in statements:
        if statement.kind in PRIMARY:
            for amount in _amounts(statement):
                known[amount].add(statement.scale)
    return tuple(
        _scaled(one, amounts, known) if amounts else one for one, amounts in zip(statements, asked, strict=True)
    )


def _is_unsaid(statement: Statement) -> bool:
    """Whether a table is printed in units only because nothing says otherwise."""
    verdict = statement.scale_verdict
    return statement.kind not in PRIMARY and verdict is not None and verdict.decided == 1 and verdict.score <= _UNSAID


def _amounts(statement: Statement) -> Iterator[_Printed]:
    """The larger amounts of money of a table, those of rows of which it is not known what they count included."""
    for row in statement.rows:
        for figure in row.figures if row.unit in (Unit.MONEY, None) else ():
            value = figure.value
            if value is not None and figure.unit is None and abs(value) >= _LEAST:
                end = statement.time(row, figure).end
                if end is not None:
                    yield _Printed(statement.cite.document, end, abs(value))


def _scaled(statement: Statement, amounts: set[_Printed], known: dict[_Printed, set[int]]) -> Statement:
    """A table in the multiple of the statements that print its amounts, where all of them are in one."""
    told = [scales for amount in amounts if (scales := known.get(amount))]
    scales = set().union(*told) if len(told) >= _ENOUGH else {1}
    if len(scales) != 1 or 1 in scales:
        return statement
    return replace(statement, scale=(scale := scales.pop()), scale_verdict=_tied(scale))


def _tied(scale: int) -> Verdict[int]:
    return single("scale/ties-to-a-statement", scale, _WEIGHT)
