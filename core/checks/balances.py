"""What every set of books keeps: assets are liabilities and equity; cash ends where the year after it begins."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from core.checks.amounts import Amounts, Line, figure_at, period
from core.checks.check import Rule
from core.checks.equation import SUM, Equation, Kind, Read, Term, digits_left, misread
from core.statements.statement import Role, Statement, StatementKind, Unit


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
    missed = _apart(pairs)
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
    pairs = _sides(read)
    subjects = [f"Total assets, {period(statement.columns[pair.column], statement.columns)}" for pair in pairs]
    yield from _equations(Kind.BALANCE, statement, read, pairs, subjects)


def _sides(read: Amounts) -> list[_Pair]:
    """Total assets beside liabilities and equity: the lines that are called so, or else the last total of the sheet and the
    one above it that is as large. Where they differ in one column, they must agree in another."""
    claims = _line(read, "us-gaap:LiabilitiesAndStockholdersEquity")
    assets = [line for line in read.lines if line.row.known == "us-gaap:Assets"]
    if claims is not None and assets:
        return min((_in_columns(line, claims) for line in assets), key=_apart)
    totals = [line for line in read.lines if line.row.unit is Unit.MONEY and _may_be_grand(line)]
    last = claims or (totals[-1] if totals else None)
    return _as_large(last, assets or totals) if last is not None else []


def _as_large(claims: Line, totals: list[Line]) -> list[_Pair]:
    """The total that has the amounts of another: all of them, or all but one where both are grand totals."""
    sides = [_in_columns(line, claims) for line in totals if line is not claims]
    best = min((pairs for pairs in sides if pairs), key=_apart, default=[])
    if not best or not _apart(best):
        return best
    grand = best[0].line.row.role is best[0].other.row.role is Role.TOTAL
    return best if grand and _apart(best) < len(best) else []


def _apart(pairs: list[_Pair]) -> int:
    return sum(pair.apart for pair in pairs)


def _in_columns(one: Line, other: Line) -> list[_Pair]:
    """Two lines in the columns in which both are printed."""
    both = zip(one.values, other.values, strict=True)
    return [_Pair(one, column, other, column) for column, (a, b) in enumerate(both) if a and b]


def _may_be_grand(line: Line) -> bool:
    return not line.row.label or line.row.role is Role.TOTAL or line.row.label.lower().startswith("total")


def _carried(statement: Statement, read: Amounts) -> Iterator[Equation]:
    """Cash at the beginning of each year is the cash at the end of the one before, where both are columns."""
    pairs = _years(statement, read)
    when = [period(statement.columns[pair.column], statement.columns) for pair in pairs]
    yield from _equations(Kind.OPENING, statement, read, pairs, [f"Cash at the beginning of {one}" for one in when])


def _years(statement: Statement, read: Amounts) -> list[_Pair]:
    """Cash at the beginning of each year beside the end of the one before, by the days that the figures are of; where those
    do not tell, by the columns' years."""
    return _by_days(statement, read) or _by_columns(statement, read)


_CASH = "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"
_AT_BEGINNING = "us-gaap:CashAndCashEquivalentsAtBeginningOfPeriod"
_AT_END = "us-gaap:CashAndCashEquivalentsAtEndOfPeriod"
CASH_ALONE = (_AT_BEGINNING, _AT_END)
CASH_IN_FLOWS = (*CASH_ALONE, _CASH, f"{_CASH}IncludingDisposalGroupAndDiscontinuedOperations")
"""What the lines of cash at the beginning and at the end of a statement of cash flows are known as; they are told apart by
the days that their figures are of."""


def _by_days(statement: Statement, read: Amounts) -> list[_Pair]:
    """Each amount of cash that a column begins with, and the one of that day that another column ends with."""
    ends: dict[date, tuple[Line, int]] = {}
    begins: list[tuple[date, Line, int]] = []
    for line in read.lines:
        if line.row.known not in CASH_IN_FLOWS:
            continue
        for figure in line.row.figures:
            day, column = statement.time(line.row, figure).end, statement.columns[figure.column]
            if day is None or not line.prints(figure.column) or column.member is not None:
                continue
            if day == column.end:
                ends.setdefault(day, (line, figure.column))
            else:
                begins.append((day, line, figure.column))
    return [_Pair(line, at, *ends[day]) for day, line, at in begins if day in ends and ends[day][0] is not line]


def _by_columns(statement: Statement, read: Amounts) -> list[_Pair]:
    """Cash at the beginning of each year beside the end of the one before; none where columns are not one year each."""
    begin, end = _line(read, _AT_BEGINNING), _line(read, _AT_END)
    if begin is None or end is None or begin.row is end.row:
        return []
    columns = _one_a_year(statement)
    pairs = [_Pair(begin, at, end, columns[year - 1]) for year, at in columns.items() if year - 1 in columns]
    return [pair for pair in pairs if begin.prints(pair.column) and end.prints(pair.beside)]


def _one_a_year(statement: Statement) -> dict[int, int]:
    """The columns by their years; none where two are of one year, or one is of none."""
    columns = {column.end.year: at for at, column in enumerate(statement.columns) if column.end is not None}
    return columns if len(columns) == len(statement.columns) else {}
