"""One amount in two primary statements: net income, cash and equity, each by the time that its figures are of."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.checks.amounts import caption
from core.checks.balances import CASH_ALONE, CASH_IN_FLOWS
from core.checks.check import Rule
from core.checks.equation import LINE, Equation, Kind, Read, misread
from core.checks.statement_lines import Entry, Known, alike, apart, is_whole, rounding, said, same, term_of
from core.statements.statement import Row, Statement, StatementKind, Unit

_NET_INCOME = ("us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss")
_CASH = "us-gaap:CashAndCashEquivalentsAtCarryingValue"
_INCOMES = ("income", "earnings", "loss", "profit")
_CERTAIN = 0.5
"""By what it falls that two lines are not one where both are called what they should be."""
_SAME_START = 10
"""Days by which the first days of one period may differ in two statements: weeks and months are counted both."""
_MOST_RESTRICTED = 3
"""Lines of restricted cash of a balance sheet."""


def articulate(statements: tuple[Statement, ...], lines: list[Known]) -> Iterator[Equation]:
    """The agreements between the primary statements; `lines` are those with amounts by period."""
    yield from _net_income(statements)
    yield from _cash(statements)
    equity = _only(lines, StatementKind.BALANCE_SHEET, "us-gaap:StockholdersEquity")
    income = _only(lines, StatementKind.INCOME_STATEMENT, "us-gaap:NetIncomeLoss")
    for statement in statements:
        if statement.kind is StatementKind.EQUITY:
            yield from _equity(statement, equity, income)


class _Place(NamedTuple):
    """A line of a statement."""

    statement: Statement
    row: Row


def _places(statements: Iterable[Statement], kind: StatementKind, concepts: tuple[str, ...]) -> list[_Place]:
    """The lines of these concepts in the statements of a kind."""
    return [
        _Place(statement, row)
        for statement in statements
        if statement.kind is kind
        for row in statement.rows
        if row.known in concepts and row.figures and row.unit is Unit.MONEY
    ]


class _Timed(NamedTuple):
    """An amount with the first and the last day of what it is of; a day has no first."""

    start: date | None
    end: date
    entry: Entry

    @property
    def days(self) -> int:
        """How long it is; 0 for a day."""
        return (self.end - self.start).days if self.start is not None else 0


def _timed(place: _Place) -> list[_Timed]:
    """The amounts of a line by the times that its figures are of."""
    statement, row = place
    found: list[_Timed] = []
    for figure in row.figures:
        start, end = statement.time(row, figure)
        if figure.value is not None and figure.unit is None and end is not None and is_whole(statement, figure.column):
            entry = Entry(figure.value * statement.scale, figure, statement.columns[figure.column])
            found.append(_Timed(start, end, entry))
    return found


class _Pair(NamedTuple):
    """Two lines with the amounts that they have for the same times, by the last day."""

    one: Known
    other: Known

    @property
    def ties(self) -> list[date]:
        """The days for which both have one amount."""
        return [day for day in self.one.by_end if not apart(self.one, self.other, day)]

    @property
    def rank(self) -> tuple[int, int, bool]:
        """How well they agree: days that tie, fewest that do not, captions."""
        ties = len(self.ties)
        return ties, ties - len(self.one.by_end), alike(self.one, self.other)


def _paired(one: _Place, other: _Place) -> _Pair:
    """Two lines in the times that both are printed for; of two that end on one day, the longer one."""
    here: dict[date, Entry] = {}
    there: dict[date, Entry] = {}
    beside = _timed(other)
    for mine in sorted(_timed(one), key=lambda timed: -timed.days):
        match = next((theirs for theirs in beside if _is_one_time(mine, theirs)), None)
        if match is not None and mine.end not in here:
            here[mine.end], there[mine.end] = mine.entry, match.entry
    return _Pair(Known(one.statement, one.row, here), Known(other.statement, other.row, there))


def _is_one_time(one: _Timed, other: _Timed) -> bool:
    if one.end != other.end:
        return False
    return one.start is None or other.start is None or abs((one.start - other.start).days) <= _SAME_START


def _best(place: _Place, others: list[_Place]) -> _Pair | None:
    """A line with the one of others that it agrees with best; None where it agrees with none."""
    best = max((_paired(place, other) for other in others), key=lambda pair: pair.rank, default=None)
    return best if best is not None and best.ties else None


def _net_income(statements: tuple[Statement, ...]) -> Iterator[Equation]:
    """The net income that a statement of cash flows begins with, in the income statement."""
    incomes = _places(statements, StatementKind.INCOME_STATEMENT, _NET_INCOME)
    begun: set[int] = set()
    for flow in _places(statements, StatementKind.CASH_FLOW, _NET_INCOME):
        if id(flow.statement) not in begun and (pair := _best(flow, incomes)) is not None:
            begun.add(id(flow.statement))
            yield from _agree(pair.one, pair.other)
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
        _Place(statement, row)
        for statement in statements
        if statement.kind is StatementKind.INCOME_STATEMENT
        for row in statement.rows
        if row.figures and row.unit is Unit.MONEY and any(word in row.label.lower() for word in _INCOMES)
    ]
    pair = _best(_Place(flow, first), incomes)
    if pair is not None and len(pair.ties) == len(pair.one.by_end) > 1:
        yield from _agree(pair.one, pair.other)


def _cash(statements: tuple[Statement, ...]) -> Iterator[Equation]:
    """The cash that a statement of cash flows begins and ends with, in the balance sheet: alone, or with restricted cash."""
    sheets = _places(statements, StatementKind.BALANCE_SHEET, (_CASH,))
    for flow in _places(statements, StatementKind.CASH_FLOW, CASH_IN_FLOWS):
        pair = _best(flow, sheets)
        if pair is None:
            yield from _with_restricted(flow, sheets)
        elif flow.row.known in CASH_ALONE:
            yield from _agree(pair.one, pair.other)
        else:
            yield from _agree(_only_in(pair.one, pair.ties), pair.other)


def _only_in(known: Known, ends: list[date]) -> Known:
    """A line in some of its periods."""
    return known._replace(by_end={end: known.by_end[end] for end in ends})


def _with_restricted(flow: _Place, sheets: list[_Place]) -> Iterator[Equation]:
    """Cash as the balance sheet has it in several lines, day by day; said only where it ties."""
    for sheet in sheets:
        statement = sheet.statement
        rows = [row for row in statement.rows if row is not sheet.row and _is_restricted(row)]
        lines = [
            _paired(flow, place) for place in (sheet, *[_Place(statement, row) for row in rows[:_MOST_RESTRICTED]])
        ]
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


def _only(lines: list[Known], kind: StatementKind, concept: str) -> Known | None:
    """The one line of this concept in statements of this kind; None where there are none or several (parent and group)."""
    found = [known for known in lines if known.row.known == concept and known.statement.kind is kind]
    return found[0] if len(found) == 1 else None


def _agree(one: Known, other: Known) -> Iterator[Equation]:
    """The same line in two statements, period by period; off only where other periods agree."""
    common = [end for end in one.by_end if end in other.by_end]
    missed = [end for end in common if apart(one, other, end)]
    if len(missed) > 1 or len(missed) == len(common):
        return
    evidence = said(one, other, [end for end in common if end not in missed])
    wrong = misread(LINE, Read(len(common) - len(missed), evidence, len(missed)), [_CERTAIN]) if missed else 0.0
    for end in common:
        yield same(Rule.ARTICULATION, one, other, end, wrong, subject_of(one, other, end))


def subject_of(one: Known, other: Known, end: date) -> str:
    """What a figure that stands in two lines is called, with its year."""
    named = one if one.row.label else other
    return f"{caption(named.row, named.statement)}, {end.year}"


def _equity(statement: Statement, equity: Known | None, income: Known | None) -> Iterator[Equation]:
    """The balances and the net income of the statement of equity, in its total column (the last one)."""
    last = len(statement.columns) - 1
    if last < 1 or "total" not in f"{statement.columns[last].label} {statement.columns[last].member}".lower():
        return
    balances = [_Dated(at, row.date, row) for at, row in enumerate(statement.rows) if row.date and _is_balance(row)]
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
        if row.known in _NET_INCOME:
            below = next((balance.day for balance in balances if balance.at > at), None)
            if below is not None:
                yield _Dated(at, below, row)


def _dated(statement: Statement, column: int, rows: list[_Dated], known: Known) -> Iterator[Equation]:
    """Rows of the statement of equity, by date, held against one line of another statement."""
    by_row = _by_day(statement, column, rows, known)
    missed = [day for day, one in by_row.items() if apart(one, known, day)]
    if len(missed) > 1 or len(missed) == len(by_row):
        return
    evidence = sum(said(one, known, [day]) for day, one in by_row.items() if day not in missed)
    wrong = misread(LINE, Read(len(by_row) - len(missed), evidence, len(missed)), [_CERTAIN]) if missed else 0.0
    for day, one in by_row.items():
        yield same(Rule.ARTICULATION, one, known, day, wrong, subject_of(one, known, day))


def _by_day(statement: Statement, column: int, rows: list[_Dated], known: Known) -> dict[date, Known]:
    """The first row of each day that a line of another statement has an amount for."""
    found: dict[date, Known] = {}
    for _, day, row in rows:
        figure = row.at(column) if day in known.by_end and day not in found else None
        if figure is not None and figure.value is not None:
            entry = Entry(figure.value * statement.scale, figure, statement.columns[column])
            found[day] = Known(statement, row, {day: entry})
    return found
