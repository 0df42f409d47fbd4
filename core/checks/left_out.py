"""Two tables that differ by what a line beside prints: one of them has it in the amount, the other apart."""

from collections.abc import Iterator
from decimal import Decimal

from core.checks.equation import HOPELESS, Equation, Kind, Term

_BETWEEN = frozenset({Kind.SAME, Kind.YEAR})
_NEAR = 2
"""Rows above and below in which the difference is looked for."""
_LEAST = 100
"""Printed units. Less is printed anywhere."""
_DOUBT = 30.0
"""How much likelier such amounts are of two lines."""


def doubted(one: Equation) -> Equation:
    """An equation that fails, less trusted where it holds two tables against one another and a line near by is the difference."""
    if one.kind not in _BETWEEN or not any(_prints(term, one) for term in _rows(one)):
        return one
    return one._replace(misread=min(HOPELESS, one.misread * _DOUBT))


def _rows(one: Equation) -> Iterator[Term]:
    """One figure of each row of an equation."""
    yield from {id(term.row): term for term in (one.whole, *one.parts)}.values()


def _prints(term: Term, one: Equation) -> bool:
    """Whether a row near that of a figure prints by how much the equation fails."""
    miss = abs(one.miss) * one.worth / term.scale
    if miss < _LEAST:
        return False
    rows = term.statement.rows
    at = next((index for index, row in enumerate(rows) if row is term.row), 0)
    near = [row for row in rows[max(0, at - _NEAR) : at + _NEAR + 1] if row is not term.row]
    return any(abs(figure.value or Decimal(0)) == miss for row in near for figure in row.figures)
