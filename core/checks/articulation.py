"""One amount in two primary statements: net income, cash and equity, each by the time that its figures are of."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from core.checks.cash import cash
from core.checks.check import Rule
from core.checks.equation import LINE, Equation, Read, misread
from core.checks.lines_in_time import CERTAIN, Place, agree, best, places, subject_of
from core.checks.statement_lines import Entry, Known, apart, bare, lines_of, said, same, shifted
from core.statements.concepts import fold
from core.statements.statement import Row, Statement, StatementKind, Unit

NET_INCOME = ("us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss")
"""What net income is known as."""
_INCOMES = ("income", "earnings", "loss", "profit")


def articulate(statements: tuple[Statement, ...], lines: list[Known]) -> Iterator[Equation]:
    """The agreements between the primary statements; `lines` are those with amounts by period."""
    yield from _net_income(statements)
    yield from cash(statements)
    equity = _only(lines, StatementKind.BALANCE_SHEET, "us-gaap:StockholdersEquity")
    income = _only(lines, StatementKind.INCOME_STATEMENT, "us-gaap:NetIncomeLoss")
    for statement in statements:
        if statement.kind is StatementKind.EQUITY:
            yield from _equity(statement, equity, income)


def _net_income(statements: tuple[Statement, ...]) -> Iterator[Equation]:
    """The net income that a statement of cash flows begins with, in the income statement."""
    incomes = places(statements, StatementKind.INCOME_STATEMENT, NET_INCOME)
    begun: set[int] = set()
    for flow in places(statements, StatementKind.CASH_FLOW, NET_INCOME):
        if id(flow.statement) not in begun and (pair := best(flow, incomes)) is not None:
            begun.add(id(flow.statement))
            yield from agree(pair.one, pair.other)
    for statement in statements:
        if statement.kind is StatementKind.CASH_FLOW and id(statement) not in begun:
            yield from _begins_with(statement, statements)


def _begins_with(flow: Statement, statements: tuple[Statement, ...]) -> Iterator[Equation]:
    """What a statement of cash flows begins with, where it is called otherwise: a line of the income statement that has its
    amounts in all periods."""
    first = next((row for row in flow.rows if row.figures and row.unit is Unit.MONEY), None)
    if first is None:
        return
    incomes = [
        Place(statement, row)
        for statement in statements
        if statement.kind is StatementKind.INCOME_STATEMENT
        for row in statement.rows
        if row.figures and row.unit is Unit.MONEY and any(word in row.label.lower() for word in _INCOMES)
    ]
    pair = best(Place(flow, first), incomes)
    if pair is not None and len(pair.ties) == len(pair.one.by_end) > 1:
        yield from agree(pair.one, pair.other)


def _only(lines: list[Known], kind: StatementKind, concept: str) -> Known | None:
    """The one line of this concept in statements of this kind; None where there are none or several (parent and group)."""
    found = [known for known in lines if known.row.known == concept and known.statement.kind is kind]
    return found[0] if len(found) == 1 else None


def equity_again(statements: Iterable[Statement], tables: Iterable[Statement]) -> Iterator[Equation]:
    """Equity that selected data print again: also of years that only the statement of equity goes back to."""
    equities = [one for one in statements if one.kind is StatementKind.EQUITY and total_column(one) is not None]
    for table in tables if equities else ():
        for known in lines_of(table) if table.kind is StatementKind.SELECTED_DATA else ():
            if bare(fold(known.row.label)) == _EQUITY:
                for statement in equities:
                    last = len(statement.columns) - 1
                    yield from _dated(statement, last, _balances(statement), known, Rule.REPEAT_TIE)


_EQUITY = "stockholders equity"


def total_column(statement: Statement) -> int | None:
    """The last column, where it is the total of the components."""
    last = len(statement.columns) - 1
    words = f"{statement.columns[last].label} {statement.columns[last].member}".lower() if last > 0 else ""
    return last if "total" in words else None


def _balances(statement: Statement) -> list["_Dated"]:
    return [_Dated(at, row.date, row) for at, row in enumerate(statement.rows) if row.date and _is_balance(row)]


def _equity(statement: Statement, equity: Known | None, income: Known | None) -> Iterator[Equation]:
    """The balances and the net income of the statement of equity, in its total column (the last one)."""
    last = total_column(statement)
    if last is None:
        return
    balances = _balances(statement)
    if equity is not None:
        yield from _dated(statement, last, balances, equity)
    if income is not None:
        yield from _dated(statement, last, list(_incomes(statement, balances)), income)


class _Dated(NamedTuple):
    """A row of the statement of equity, where it stands, and the day that it is of."""

    at: int
    day: date
    row: Row


def _is_balance(row: Row) -> bool:
    return row.label.lower().startswith("balance")


def _incomes(statement: Statement, balances: list[_Dated]) -> Iterator[_Dated]:
    """The rows of net income, each with the day of the balance below it."""
    for at, row in enumerate(statement.rows):
        if row.known in NET_INCOME:
            below = next((balance.day for balance in balances if balance.at > at), None)
            if below is not None:
                yield _Dated(at, below, row)


def _dated(
    statement: Statement, column: int, rows: list[_Dated], known: Known, rule: Rule = Rule.ARTICULATION
) -> Iterator[Equation]:
    """Rows of the statement of equity, by date, held against one line of another statement."""
    by_row = _by_day(statement, column, rows, known)
    missed = [day for day, one in by_row.items() if apart(one, known, day)]
    if len(missed) > 1 or len(missed) == len(by_row) or any(shifted(by_row[day], known, day) for day in missed):
        return
    evidence = sum(said(one, known, [day]) for day, one in by_row.items() if day not in missed)
    wrong = misread(LINE, Read(len(by_row) - len(missed), evidence, len(missed)), [CERTAIN]) if missed else 0.0
    for day, one in by_row.items():
        yield same(rule, one, known, day, wrong, subject_of(one, known, day))


def _by_day(statement: Statement, column: int, rows: list[_Dated], known: Known) -> dict[date, Known]:
    """The first row of each day that a line of another statement has an amount for."""
    found: dict[date, Known] = {}
    for _, day, row in rows:
        figure = row.at(column) if day in known.by_end and day not in found else None
        if figure is not None and figure.value is not None:
            entry = Entry(figure.value * statement.scale, figure, statement.columns[column])
            found[day] = Known(statement, row, {day: entry})
    return found
