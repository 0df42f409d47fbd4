"""The equations every set of books keeps: assets are liabilities and equity; cash ends where the year before it began."""

from collections.abc import Iterator
from typing import NamedTuple

from core.checks.amounts import Amounts, Line, figure_at, period, say
from core.checks.check import Check, Held, Rule, compared
from core.statements.statement import Statement, StatementKind


def equations(statement: Statement, read: Amounts) -> Iterator[Check]:
    """The equations of a balance sheet or a statement of cash flows, one check a column."""
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
        """Whether they differ by more than rounding."""
        return abs(self.line.worth(self.column) - self.other.worth(self.beside)) > _ROUNDED

    def held(self, read: Amounts) -> Held:
        """The two amounts, and where they stand."""
        return Held(
            read.decimal(self.line.worth(self.column), self.line.row.unit),
            read.decimal(self.other.worth(self.beside), self.other.row.unit),
            (figure_at(self.line.row, self.column).cite, figure_at(self.other.row, self.beside).cite),
        )


_ROUNDED = 1
"""Printed units by which two figures of one amount may differ."""


def _borne_out(pairs: list[_Pair]) -> bool:
    """Whether the equation is one of this statement: one pair may be off where there is another that is not."""
    missed = sum(pair.apart for pair in pairs)
    return missed == 0 or (missed == 1 and len(pairs) > 1)


def _balance(statement: Statement, read: Amounts) -> Iterator[Check]:
    """Total assets are liabilities and equity, column by column."""
    assets, claims = _line(read, "us-gaap:Assets"), _line(read, "us-gaap:LiabilitiesAndStockholdersEquity")
    if assets is None or claims is None:
        return
    both = zip(assets.values, claims.values, strict=True)
    pairs = [_Pair(assets, column, claims, column) for column, (a, b) in enumerate(both) if a and b]
    for pair in pairs if _borne_out(pairs) else ():
        held = pair.held(read)
        subject = f"Total assets, {period(statement.columns[pair.column], statement.columns)}"
        title = (
            f"{subject}: {say(held.reported)}, but liabilities and equity come to {say(held.expected)}."
            if pair.apart
            else f"{subject}: {say(held.reported)} are the liabilities and equity."
        )
        yield compared(Rule.EQUATION, held, subject, title, off=pair.apart)


def _carried(statement: Statement, read: Amounts) -> Iterator[Check]:
    """Cash at the beginning of each year is the cash at the end of the one before, where both are columns."""
    pairs = _years(statement, read)
    for pair in pairs if _borne_out(pairs) else ():
        held = pair.held(read)
        when, before = (period(statement.columns[at], statement.columns) for at in (pair.column, pair.beside))
        subject = f"Cash at the beginning of {when}"
        title = (
            f"{subject}: printed {say(held.reported)}; {before} ended with {say(held.expected)}."
            if pair.apart
            else f"{subject}: {say(held.reported)} is what {before} ended with."
        )
        yield compared(Rule.EQUATION, held, subject, title, off=pair.apart)


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
