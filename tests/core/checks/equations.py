"""Equations of drawn tables, for tests."""

from decimal import Decimal

from core.checks.check import Rule
from core.checks.equation import Equation, Kind, Term
from core.statements.statement import Statement


def term(table: Statement, row: int, column: int = 0, sign: int = 1) -> Term:
    """The figure of a row in a column, in an equation of the table's own units."""
    figure = table.rows[row].figures[column]
    return Term(sign, int(figure.value or 0), figure, table.rows[row], table)


def total(table: Statement, row: int, column: int = 0, kind: Kind = Kind.SUM, slack: int = 0) -> Equation:
    """That a row is the sum of the rows above it."""
    parts = tuple(term(table, at, column) for at in range(row))
    subject = f"{table.rows[row].label}, {table.columns[column].label}"
    return Equation(kind, Rule.FOOTING, term(table, row, column), parts, slack, Decimal(table.scale), 0.001, subject)
