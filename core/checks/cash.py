"""The cash that a statement of cash flows begins and ends with: in the balance sheet, and in the note that takes it apart."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from core.checks.balances import CASH_ALONE, CASH_IN_FLOWS
from core.checks.check import Rule
from core.checks.equation import Equation, Kind
from core.checks.lines_in_time import Pair, Place, agree, best, paired, places, subject_of
from core.checks.statement_lines import Known, apart, rounding, same, term_of
from core.statements.statement import Row, Statement, StatementKind, Unit

CASH = "us-gaap:CashAndCashEquivalentsAtCarryingValue"
_MOST_RESTRICTED = 3
"""Lines of restricted cash of a balance sheet."""


def cash(statements: tuple[Statement, ...]) -> Iterator[Equation]:
    """The cash that a statement of cash flows begins and ends with, in the balance sheet: alone, or with restricted cash; and
    the line of it that leaves out what is restricted."""
    sheets = places(statements, StatementKind.BALANCE_SHEET, (CASH,))
    for flow in places(statements, StatementKind.CASH_FLOW, (*CASH_IN_FLOWS, CASH)):
        pair = best(flow, sheets)
        if pair is not None:
            one = pair.one if flow.row.known in CASH_ALONE else _only_in(pair.one, pair.ties)
            yield from agree(one, pair.other)
        elif flow.row.known != CASH:
            yield from _with_restricted(flow, sheets)


def cash_in_notes(statements: Iterable[Statement], notes: Iterable[Statement]) -> Iterator[Equation]:
    """The cash that a statement of cash flows begins with, in a table that says what it is made of: where it is the same. What
    it ends with is of its column's day, and is found as other lines are that are printed again."""
    flows = places(statements, StatementKind.CASH_FLOW, CASH_IN_FLOWS)
    for note in notes if flows else ():
        for row in note.rows:
            if row.known in CASH_IN_FLOWS and row.figures and row.unit is Unit.MONEY:
                yield from _opened([paired(Place(note, row), flow) for flow in flows])


def _opened(pairs: list[Pair]) -> Iterator[Equation]:
    """That a row of a note is the cash which columns of a statement of cash flows begin with; once a day."""
    seen: set[date] = set()
    for one, other in pairs:
        for day, entry in other.by_end.items():
            if day not in seen and entry.column.end != day and not apart(one, other, day):
                seen.add(day)
                yield same(Rule.NOTE_TIE, one, other, day, 0.0, subject_of(one, other, day))


def _only_in(known: Known, ends: list[date]) -> Known:
    """A line in some of its periods."""
    return known._replace(by_end={end: known.by_end[end] for end in ends})


def _with_restricted(flow: Place, sheets: list[Place]) -> Iterator[Equation]:
    """Cash as the balance sheet has it in several lines, day by day; said only where it ties."""
    for sheet in sheets:
        statement = sheet.statement
        rows = [row for row in statement.rows if row is not sheet.row and _is_restricted(row)]
        lines = [paired(flow, place) for place in (sheet, *[Place(statement, row) for row in rows[:_MOST_RESTRICTED]])]
        for day in lines[0].one.by_end:
            parts = [line.other for line in lines if day in line.other.by_end]
            total = sum((part.by_end[day].amount for part in parts), Decimal(0))
            slack = len(parts) * rounding(lines[0].one, lines[0].other)
            if len(parts) > 1 and abs(lines[0].one.by_end[day].amount - total) <= slack:
                terms = tuple([term_of(part, day) for part in parts])
                whole = term_of(lines[0].one, day)
                subject = subject_of(lines[0].one, lines[0].other, day)
                yield Equation(Kind.SUM, Rule.ARTICULATION, whole, terms, slack, Decimal(1), 0.0, subject)


def _is_restricted(row: Row) -> bool:
    return bool(row.figures) and "restricted" in row.label.lower() and row.unit is Unit.MONEY
