"""Earnings and dividends per share of a statement, printed again in selected data or in a note: said only where they agree.

So short an amount ties by chance, and the same share is printed before and after a split or a change of accounting: so only a
row that agrees in all the periods of both is the same line, and no difference is called off here.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from core.checks.check import Rule
from core.checks.equation import Equation, Kind, Term
from core.checks.lines_in_time import subject_of
from core.checks.statement_lines import Entry, Known, alike, ends_of
from core.statements.statement import Row, Statement, StatementKind, Unit

_LEAST = 2
"""Periods in which two rows must agree where nothing else says that they are one."""
_PARTS = 1000
"""The units of an equation in what a table prints as one: a thousandth of a dollar, finer than shares are paid."""


Shares = dict[tuple[date, Decimal], list[Known]]
"""The lines per share of the income statements, by a period's last day and amount."""


def per_share(statements: Iterable[Statement]) -> Shares:
    """The lines per share of the income statements."""
    found: Shares = {}
    for statement in statements:
        if statement.kind is StatementKind.INCOME_STATEMENT:
            for known in _lines(statement):
                for end, entry in known.by_end.items():
                    found.setdefault((end, entry.amount), []).append(known)
    return found


def _lines(statement: Statement) -> Iterator[Known]:
    """The rows of amounts per share, each amount as it is printed."""
    rows = [row for row in statement.rows if row.unit is Unit.PER_SHARE and row.figures]
    ends = ends_of(statement) if rows else {}
    for row in rows if ends else ():
        by_end = {
            ends[figure.column]: Entry(figure.value, figure, statement.columns[figure.column])
            for figure in row.figures
            if figure.value and figure.unit in (None, Unit.PER_SHARE) and figure.column in ends
        }
        if by_end:
            yield Known(statement, row, by_end)


def repeated_shares(table: Statement, shares: Shares) -> Iterator[Equation]:
    """The rows of a table that print a line per share again, period by period."""
    rule = Rule.REPEAT_TIE if table.kind is StatementKind.SELECTED_DATA else Rule.NOTE_TIE
    for one in _lines(table) if shares else ():
        known = _same_line(one, shares)
        if known is not None:
            for end in _both(one, known):
                yield _same(rule, one, known, end)


def _same_line(one: Known, shares: Shares) -> Known | None:
    """The line that agrees with a row in all their periods: with two of them, or one and the caption."""
    candidates = {
        id(known): known for end, entry in one.by_end.items() for known in shares.get((end, entry.amount), ())
    }
    fit = [known for known in candidates.values() if _agrees(one, known)]
    return min(fit, key=lambda known: not alike(one, known), default=None)


def _agrees(one: Known, known: Known) -> bool:
    both = _both(one, known)
    if any(one.by_end[end].amount != known.by_end[end].amount for end in both):
        return False
    return len(both) >= _LEAST or (bool(both) and alike(one, known))


def _both(one: Known, known: Known) -> list[date]:
    """The periods that both rows print, if they end on one day."""
    return [end for end in one.by_end if end in known.by_end and _is_one_time(one, known, end)]


def _is_one_time(one: Known, known: Known, end: date) -> bool:
    """Whether two columns that end on one day are not known to begin on two."""
    first, second = one.by_end[end].column.start, known.by_end[end].column.start
    return first is None or second is None or first == second


def _same(rule: Rule, one: Known, known: Known, end: date) -> Equation:
    """That an amount per share is printed in two places, in thousandths."""
    worth = Decimal(one.statement.scale) / _PARTS
    whole, part = _term(one.statement, one.row, one.by_end[end]), _term(known.statement, known.row, known.by_end[end])
    return Equation(Kind.SAME, rule, whole, (part,), 0, worth, 0.0, subject_of(one, known, end))


def _term(statement: Statement, row: Row, entry: Entry) -> Term:
    return Term(1, int(entry.amount * _PARTS), entry.figure, row, statement)
