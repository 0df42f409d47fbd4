"""Everything that is checked of one filing: equations are proposed, those that fail are explained by their causes."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from core.checks.amounts import Amounts, amounts
from core.checks.balances import balances
from core.checks.causes import causes
from core.checks.check import Check
from core.checks.cross_footing import across
from core.checks.earnings_per_share import earnings_per_share
from core.checks.equation import Equation
from core.checks.footing import down
from core.checks.left_out import doubted
from core.checks.openings import openings
from core.checks.roll_forward import roll
from core.checks.rounding import rounded
from core.checks.schedules_again import schedules
from core.checks.telling import found, tied
from core.checks.ties import ties
from core.source import Cite
from core.statements.statement import PRIMARY, Statement, StatementKind


class Proposed(NamedTuple):
    """The equations that rules propose, and what could not be checked."""

    equations: list[Equation]
    unread: list[Check]


NOTHING = Proposed([], [])
"""What a table without sums proposes."""
LEAST = 0.3
"""The probability from which something is worth a look."""


def proposed(statement: Statement) -> Proposed:
    """Every sum of one table: down its columns, across its rows, and the equations of its kind."""
    if len(statement.rows) < 2 or not statement.columns or _lists_exhibits(statement):
        return NOTHING
    read: Amounts = amounts(statement)
    footed = down(statement, read)
    equations = list(footed.equations)
    if statement.kind is StatementKind.EQUITY:
        equations += roll(statement, read)
    equations += across(statement, read)
    if statement.kind is not StatementKind.EQUITY:
        equations += balances(statement, read)
    equations += openings(statement)
    equations += earnings_per_share(statement)
    return Proposed(equations, footed.unread)


def _lists_exhibits(statement: Statement) -> bool:
    """Whether a table is an index of exhibits: numbers that are not added up."""
    return statement.kind is StatementKind.OTHER and any("exhibit" in one.label.lower() for one in statement.columns)


def between(statements: Iterable[Statement]) -> list[Equation]:
    """Every agreement between the tables of one filing."""
    statements = tuple(statements)
    primary = [one for one in statements if one.kind in PRIMARY]
    tables = [one for one in statements if one.kind not in PRIMARY]
    return [*ties(primary, tables), *schedules(tables)]


def checks(equations: list[Equation], statements: Iterable[Statement]) -> tuple[Check, ...]:
    """The equations that hold, a check each, and one check for each cause of those that fail."""
    held, off = list[Equation](), list[Equation]()
    for one in rounded(equations):
        if one.off:
            off.append(doubted(one))
        else:
            held.append(one)
    why = causes(off, held, lambda: _printed(statements))
    return (*map(tied, held), *[found(cause) for cause in why if cause.probability >= LEAST])


def _printed(statements: Iterable[Statement]) -> dict[Decimal, list[Cite]]:
    """Where each amount of the tables is printed."""
    places: dict[Decimal, list[Cite]] = defaultdict(list)
    for statement in statements:
        scale = statement.scale
        for row in statement.rows:
            for figure in row.figures:
                value = figure.value
                if value:
                    places[abs(value * scale if scale > 1 else value)].append(figure.cite)
    return places


def foot(statement: Statement) -> tuple[Check, ...]:
    """The checks of one table by itself."""
    own = proposed(statement)
    return (*own.unread, *checks(own.equations, (statement,)))


def tie(statements: Iterable[Statement], tables: Iterable[Statement]) -> tuple[Check, ...]:
    """The agreements between the primary statements, and between them and other tables."""
    every = (*statements, *tables)
    return checks(between(every), every)
