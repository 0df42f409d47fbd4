"""Do the statements, the notes and the other tables of a filing agree with one another?

Three rules: `articulation` (net income in the three statements, cash and equity in two), `note_tie` (a total of a note is
a line of a statement) and `repeat_tie` (selected data print a statement's line again). Which line a table repeats is
read from its figures: a row that shows the same amounts for the same periods as a line of a statement in all columns but
one is that line, and in the one column the two disagree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.checks.amounts import caption
from core.checks.check import Rule
from core.checks.equation import LINE, Equation, Read, misread
from core.checks.quarters import quarters
from core.checks.statement_lines import Entry, Known, alike, apart, lines_of, said, same
from core.checks.valuation import valuations
from core.statements.statement import Row, Statement, StatementKind

_Index = dict[tuple[date, Decimal], list[Known]]
"""The lines of the statements by a period's end and an amount, in one scale."""

_HEARD = frozenset(
    {
        StatementKind.BALANCE_SHEET,
        StatementKind.INCOME_STATEMENT,
        StatementKind.CASH_FLOW,
        StatementKind.COMPREHENSIVE_INCOME,
    }
)
_SMALL = 1000
"""Amounts below this, in printed units, tie by accident."""


def ties(statements: Iterable[Statement], tables: Iterable[Statement]) -> Iterator[Equation]:
    """Every agreement between the primary statements, and between them and the other tables of one filing."""
    statements = tuple(statements)
    lines = [known for statement in statements if statement.kind in _HEARD for known in lines_of(statement)]
    yield from _articulate(statements, lines)
    indexes: dict[int, _Index] = {}
    for table in tables:
        if table.kind is StatementKind.QUARTERLY:
            yield from quarters(table, lines)
            continue
        if table.scale not in indexes:
            indexes[table.scale] = _index(lines, table.scale)
        yield from _repeats(table, indexes[table.scale])
        yield from valuations(table, lines)


def _index(lines: list[Known], scale: int) -> _Index:
    """The lines by their amounts as a table of this scale would print them."""
    found: _Index = defaultdict(list)
    for known in lines:
        finer = known.scale < scale
        for end, (amount, _, _) in known.by_end.items():
            shown = (abs(amount) / scale).to_integral_value() * scale if finer else abs(amount)
            found[end, shown].append(known)
    return found


_NET_INCOME = ("us-gaap:NetIncomeLoss",)
_PAIRS = (
    (StatementKind.CASH_FLOW, "us-gaap:NetIncomeLoss", StatementKind.INCOME_STATEMENT, "us-gaap:NetIncomeLoss"),
    (
        StatementKind.CASH_FLOW,
        "us-gaap:CashAndCashEquivalentsAtEndOfPeriod",
        StatementKind.BALANCE_SHEET,
        "us-gaap:CashAndCashEquivalentsAtCarryingValue",
    ),
)


def _articulate(statements: tuple[Statement, ...], lines: list[Known]) -> Iterator[Equation]:
    for kind, concept, other_kind, other_concept in _PAIRS:
        one, other = _only(lines, kind, concept), _only(lines, other_kind, other_concept)
        if one is not None and other is not None:
            yield from _agree(one, other)
    equity = _only(lines, StatementKind.BALANCE_SHEET, "us-gaap:StockholdersEquity")
    income = _only(lines, StatementKind.INCOME_STATEMENT, "us-gaap:NetIncomeLoss")
    for statement in statements:
        if statement.kind is StatementKind.EQUITY:
            yield from _equity(statement, equity, income)


def _only(lines: list[Known], kind: StatementKind, concept: str) -> Known | None:
    """The one line of this concept in statements of this kind; None where there are none or several (parent and group)."""
    found = [known for known in lines if known.row.known == concept and known.statement.kind is kind]
    return found[0] if len(found) == 1 else None


_CERTAIN = 0.5
"""By what it falls that two lines are not one where both are called what they should be."""


def _agree(one: Known, other: Known) -> Iterator[Equation]:
    """The same line in two statements, period by period; off only where other periods agree."""
    common = [end for end in one.by_end if end in other.by_end]
    missed = [end for end in common if apart(one, other, end)]
    if len(missed) > 1 or len(missed) == len(common):
        return
    evidence = said(one, other, [end for end in common if end not in missed])
    wrong = misread(LINE, Read(len(common) - len(missed), evidence, len(missed)), [_CERTAIN]) if missed else 0.0
    for end in common:
        yield same(Rule.ARTICULATION, one, other, end, wrong, _subject(one, other, end))


def _subject(one: Known, other: Known, end: date) -> str:
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
        yield same(Rule.ARTICULATION, one, known, day, wrong, _subject(one, known, day))


def _by_day(statement: Statement, column: int, rows: list[_Dated], known: Known) -> dict[date, Known]:
    """The first row of each day that a line of another statement has an amount for."""
    found: dict[date, Known] = {}
    for _, day, row in rows:
        figure = row.at(column) if day in known.by_end and day not in found else None
        if figure is not None and figure.value is not None:
            entry = Entry(figure.value * statement.scale, figure, statement.columns[column])
            found[day] = Known(statement, row, {day: entry})
    return found


class _Match(NamedTuple):
    """A line of a statement that shows amounts of a row, and in how many periods."""

    known: Known
    hits: int


def _matches(one: Known, index: _Index) -> list[_Match]:
    """The lines of the statements that show one of a row's amounts for the same period."""
    found: dict[int, _Match] = {}
    for end, (amount, figure, _) in one.by_end.items():
        if figure.value is None or -_SMALL < figure.value < _SMALL:
            continue
        for known in index.get((end, abs(amount)), ()):
            if known.row.unit is one.row.unit:
                found[id(known)] = _Match(known, found.get(id(known), _Match(known, 0)).hits + 1)
    return list(found.values())


_ALIKE, _UNLIKE, _ALONE = 0.2, 3.0, 30.0
_SAME_COLUMN = 0.3
"""How much less likely two lines are not one where their captions agree too, and how much likelier where only their amounts
say so; how much likelier a column is of another time where no other row agrees in it, and how much less likely where one
does."""


def _repeats(table: Statement, index: _Index) -> Iterator[Equation]:
    rule = Rule.REPEAT_TIE if table.kind is StatementKind.SELECTED_DATA else Rule.NOTE_TIE
    repeats = (_repeat(one, _matches(one, index)) for one in lines_of(table))
    found = [one for one in repeats if one is not None]
    agreed = Counter(end for one in found for end in one.agreed)
    for one in found:
        wrong = _misread(one, agreed) if one.missed else 0.0
        for end in one.ends:
            yield same(rule, one.row, one.known, end, wrong, _subject(one.row, one.known, end))


class _Repeat(NamedTuple):
    """A row of a table, the line of a statement that it prints again, their periods, and those in which they differ."""

    row: Known
    known: Known
    hits: int
    ends: list[date]
    missed: list[date]

    @property
    def agreed(self) -> list[date]:
        """The periods in which they agree."""
        return [end for end in self.ends if end not in self.missed]


def _repeat(one: Known, matches: list[_Match]) -> _Repeat | None:
    """A row of a table and the line of a statement that it prints again, chosen by how many periods agree, then by caption."""
    if not matches:
        return None
    known, hits = min(matches, key=lambda match: (-match.hits, not alike(one, match.known)))
    common = [end for end in one.by_end if end in known.by_end]
    missed = [end for end in common if apart(one, known, end)]
    if len(missed) > 1 or (hits < 2 and not alike(one, known)):
        return None
    return _Repeat(one, known, hits, common, missed)


def _misread(found: _Repeat, agreed: Counter[date]) -> float:
    """How likely it is that a row that differs in one period is not the line it agrees with in others."""
    evidence = said(found.row, found.known, found.agreed)
    several = found.hits > 1 and bool(agreed[found.missed[0]])
    doubts = [_ALIKE if several else 1.0] if alike(found.row, found.known) else [_UNLIKE]
    if agreed[found.missed[0]]:
        doubts.append(_SAME_COLUMN)
    elif found.hits == 1:
        doubts.append(_ALONE)
    return misread(LINE, Read(found.hits, evidence, 1), doubts)
