"""The equations every set of books keeps: assets are liabilities and equity; cash ends where the year before it began."""

from collections.abc import Iterator

from core.checks.amounts import Amounts, Line, figure_at, period, say
from core.checks.check import Check, Rule, Status
from core.statements.statement import Statement, StatementKind


def equations(statement: Statement, read: Amounts) -> Iterator[Check]:
    """The equations of a balance sheet or a statement of cash flows, one check a column."""
    if statement.kind is StatementKind.BALANCE_SHEET:
        yield from _balance(statement, read)
    elif statement.kind is StatementKind.CASH_FLOW:
        yield from _carried(statement, read)


def _line(read: Amounts, concept: str) -> Line | None:
    return next((line for line in read.lines if line.row.known == concept), None)


def _balance(statement: Statement, read: Amounts) -> Iterator[Check]:
    assets, claims = _line(read, "us-gaap:Assets"), _line(read, "us-gaap:LiabilitiesAndStockholdersEquity")
    if assets is None or claims is None:
        return
    pairs = [(c, a, b) for c, (a, b) in enumerate(zip(assets.values, claims.values, strict=True)) if a and b]
    missed = [c for c, a, b in pairs if abs(a - b) > 1]
    if len(missed) > (1 if len(pairs) > 1 else 0):
        return
    for column, a, b in pairs:
        cites = (figure_at(assets.row, column).cite, figure_at(claims.row, column).cite)
        reported, expected = read.decimal(a, assets.row.unit), read.decimal(b, claims.row.unit)
        when = period(statement.columns[column], statement.columns)
        title = (
            f"Total assets, {when}: {say(reported)}, but liabilities and equity come to {say(expected)}."
            if column in missed
            else f"Total assets, {when}: {say(reported)} are the liabilities and equity."
        )
        status = Status.OFF if column in missed else Status.TIES
        yield Check(Rule.EQUATION, status, title, reported, expected, reported - expected, cites)


def _carried(statement: Statement, read: Amounts) -> Iterator[Check]:
    """Cash at the beginning of each year is the cash at the end of the one before, where both are columns."""
    begin = _line(read, "us-gaap:CashAndCashEquivalentsAtBeginningOfPeriod")
    end = _line(read, "us-gaap:CashAndCashEquivalentsAtEndOfPeriod")
    if begin is None or end is None or begin.row is end.row:
        return
    years = {column.end.year: c for c, column in enumerate(statement.columns) if column.end is not None}
    if len(years) != len(statement.columns):
        return
    pairs = [(c, years[year - 1]) for year, c in years.items() if year - 1 in years]
    pairs = [(c, d) for c, d in pairs if begin.values[c] is not None and end.values[d] is not None]
    missed = [(c, d) for c, d in pairs if abs((begin.values[c] or 0) - (end.values[d] or 0)) > 1]
    if len(missed) > 1 or (missed and len(pairs) < 2):
        return
    for c, d in pairs:
        reported, expected = (
            read.decimal(begin.values[c] or 0, begin.row.unit),
            read.decimal(end.values[d] or 0, end.row.unit),
        )
        when, before = (period(statement.columns[i], statement.columns) for i in (c, d))
        off = (c, d) in missed
        title = (
            f"Cash at the beginning of {when}: printed {say(reported)}; {before} ended with {say(expected)}."
            if off
            else f"Cash at the beginning of {when}: {say(reported)} is what {before} ended with."
        )
        cites = (figure_at(begin.row, c).cite, figure_at(end.row, d).cite)
        yield Check(
            Rule.EQUATION, Status.OFF if off else Status.TIES, title, reported, expected, reported - expected, cites
        )
