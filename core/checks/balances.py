"""What every set of books keeps: assets are liabilities and equity; cash ends where the year after it begins."""

from collections.abc import Iterator
from typing import NamedTuple

from core.checks.amounts import Amounts, Line, figure_at, period
from core.checks.check import Rule
from core.checks.equation import SUM, Equation, Kind, Read, Term, digits_left, misread
from core.statements.statement import Statement, StatementKind


def balances(statement: Statement, read: Amounts) -> Iterator[Equation]:
    """The equations of a balance sheet or a statement of cash flows, one a column."""
    if statement.kind is StatementKind.BALANCE_SHEET:
        yield from _balance(statement, read)
    elif statement.kind is StatementKind.CASH_FLOW:
        yield from _carried(statement, read)


def _line(read: Amounts, concept: str) -> Line | None:
    return next((line for line in read.lines if line.row.known == concept), None)


class _Pair(NamedTuple):
    """Two figures that should be one amount: a line and a column each; the second is what the first is held against."""

    line: Line
    column: int
    other: Line
    beside: int

    @property
    def apart(self) -> bool:
        """Whether they differ."""
        return self.line.worth(self.column) != self.other.worth(self.beside)


_ROUNDED = 1
"""Printed units by which two figures of one amount may differ."""
_CERTAIN = 0.1
"""By what it falls that an equation is misread where it holds for all books."""


def _equations(
    kind: Kind, statement: Statement, read: Amounts, pairs: list[_Pair], subjects: list[str]
) -> Iterator[Equation]:
    missed = sum(pair.apart for pair in pairs)
    if missed > 1 or (missed and len(pairs) == 1):
        return
    said = sum(digits_left(pair.line.worth(pair.column), _ROUNDED) for pair in pairs if not pair.apart)
    wrong = misread(SUM, Read(len(pairs) - missed, said, missed), [_CERTAIN]) if missed else 0.0
    unit = pairs[0].line.row.unit if pairs else None
    for pair, subject in zip(pairs, subjects, strict=True):
        whole = _term(pair.line, pair.column, statement)
        part = _term(pair.other, pair.beside, statement)
        slack = _ROUNDED * read.steps[unit][pair.column]
        yield Equation(kind, Rule.EQUATION, whole, (part,), slack, read.worth(unit, statement.scale), wrong, subject)


def _term(line: Line, column: int, statement: Statement) -> Term:
    return Term(1, line.worth(column), figure_at(line.row, column), line.row, statement)


def _balance(statement: Statement, read: Amounts) -> Iterator[Equation]:
    """Total assets are liabilities and equity, column by column."""
    assets, claims = _line(read, "us-gaap:Assets"), _line(read, "us-gaap:LiabilitiesAndStockholdersEquity")
    if assets is None or claims is None:
        return
    both = zip(assets.values, claims.values, strict=True)
    pairs = [_Pair(assets, column, claims, column) for column, (a, b) in enumerate(both) if a and b]
    subjects = [f"Total assets, {period(statement.columns[pair.column], statement.columns)}" for pair in pairs]
    yield from _equations(Kind.BALANCE, statement, read, pairs, subjects)


def _carried(statement: Statement, read: Amounts) -> Iterator[Equation]:
    """Cash at the beginning of each year is the cash at the end of the one before, where both are columns."""
    pairs = _years(statement, read)
    when = [period(statement.columns[pair.column], statement.columns) for pair in pairs]
    yield from _equations(Kind.OPENING, statement, read, pairs, [f"Cash at the beginning of {one}" for one in when])


def _years(statement: Statement, read: Amounts) -> list[_Pair]:
    """Cash at the beginning of each year beside the end of the one before; none where columns are not one year each."""
    begin = _line(read, "us-gaap:CashAndCashEquivalentsAtBeginningOfPeriod")
    end = _line(read, "us-gaap:CashAndCashEquivalentsAtEndOfPeriod")
    if begin is None or end is None or begin.row is end.row:
        return []
    columns = _one_a_year(statement)
    pairs = [_Pair(begin, at, end, columns[year - 1]) for year, at in columns.items() if year - 1 in columns]
    return [pair for pair in pairs if begin.prints(pair.column) and end.prints(pair.beside)]


def _one_a_year(statement: Statement) -> dict[int, int]:
    """The columns by their years; none where two are of one year, or one is of none."""
    columns = {column.end.year: at for at, column in enumerate(statement.columns) if column.end is not None}
    return columns if len(columns) == len(statement.columns) else {}
