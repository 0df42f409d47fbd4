"""Tables that count money because they tie to a statement: nothing in them says what they count, and their figures are there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.evidence import Verdict, single
from core.statements.statement import PRIMARY, Row, Statement, Unit

_LEAST = 1000
"""Smaller figures are alike by chance."""
_ENOUGH = 2
"""A table ties to the statements of its document with so many figures."""
_TIES: Verdict[Unit] = single("table-unit/ties-to-a-statement", Unit.MONEY, 4.0)


class _Amount(NamedTuple):
    """An amount on the last day of its period, in the money of a document's statements."""

    document: int
    end: date
    value: Decimal


def with_tied(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The tables, those of which nothing says what they count being money where they tie to a statement."""
    asked = [set() if _is_told(statement) else set(_amounts(statement, None)) for statement in statements]
    if max(map(len, asked), default=0) < _ENOUGH:
        return tuple(statements)
    known: dict[_Amount, Statement] = {}
    for statement in statements:
        if statement.kind in PRIMARY:
            known |= dict.fromkeys(_amounts(statement, Unit.MONEY), statement)
    return tuple(_tied(statement, amounts, known) for statement, amounts in zip(statements, asked, strict=True))


def _is_told(statement: Statement) -> bool:
    """Whether it is known what the rows of a table count, as it always is of statements."""
    return statement.kind in PRIMARY or all(row.unit is not None for row in statement.rows if row.figures)


def _amounts(statement: Statement, unit: Unit | None) -> Iterator[_Amount]:
    """The amounts of rows that count this, in units of money."""
    for row in statement.rows:
        for figure in row.figures if row.unit is unit else ():
            end = statement.time(row, figure).end
            if end is not None and figure.unit is None and figure.value is not None and abs(figure.value) >= _LEAST:
                yield _Amount(statement.cite.document, end, abs(figure.value) * statement.scale)


def _tied(statement: Statement, amounts: set[_Amount], known: dict[_Amount, Statement]) -> Statement:
    ties: dict[str, list[Statement]] = defaultdict(list)
    for amount in amounts:
        if (told := known.get(amount)) is not None:
            ties[told.id].append(told)
    found = max(ties.values(), key=len, default=[])
    if len(found) < _ENOUGH:
        return statement
    currency = found[0].currency_verdict
    return replace(
        statement,
        rows=tuple(_as_money(row) for row in statement.rows),
        currency=statement.currency or found[0].currency,
        currency_verdict=statement.currency_verdict or currency,
    )


def _as_money(row: Row) -> Row:
    return row._replace(unit=Unit.MONEY, unit_verdict=_TIES) if row.figures and row.unit is None else row
