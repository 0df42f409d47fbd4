"""Do the statements, the notes and the other tables of a filing agree with one another?

Three rules: `articulation` (net income in the three statements, cash and equity in two), `note_tie` (a total of a note is
a line of a statement) and `repeat_tie` (selected data print a statement's line again). Which line a table repeats is
read from its figures: a row that shows the same amounts for the same periods as a line of a statement in all columns but
one is that line, and the one column is off.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.checks.amounts import caption, say
from core.checks.check import Check, Held, Rule, compared
from core.checks.quarters import quarters
from core.checks.statement_lines import Entry, Known, alike, lines_of
from core.statements.statement import Row, Statement, StatementKind

_Index = dict[tuple[date, Decimal], list[Known]]
"""The lines of the statements by a period's end and an amount."""

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


def tie(statements: Iterable[Statement], tables: Iterable[Statement]) -> tuple[Check, ...]:
    """Every agreement between the primary statements, and between them and the other tables of one filing."""
    statements = tuple(statements)
    lines = [known for statement in statements if statement.kind in _HEARD for known in lines_of(statement)]
    found = list(_articulate(statements, lines))
    index: _Index = defaultdict(list)
    for known in lines:
        for end, (amount, _, _) in known.by_end.items():
            index[end, abs(amount)].append(known)
    for table in tables:
        found += quarters(table, lines) if table.kind is StatementKind.QUARTERLY else _repeats(table, index)
    return tuple(found)


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


def _articulate(statements: tuple[Statement, ...], lines: list[Known]) -> Iterator[Check]:
    for kind, concept, other_kind, other_concept in _PAIRS:
        one, other = _only(lines, kind, concept), _only(lines, other_kind, other_concept)
        if one is not None and other is not None:
            yield from _agree(Rule.ARTICULATION, one, other)
    equity = _only(lines, StatementKind.BALANCE_SHEET, "us-gaap:StockholdersEquity")
    income = _only(lines, StatementKind.INCOME_STATEMENT, "us-gaap:NetIncomeLoss")
    for statement in statements:
        if statement.kind is StatementKind.EQUITY:
            yield from _equity(statement, equity, income)


def _only(lines: list[Known], kind: StatementKind, concept: str) -> Known | None:
    """The one line of this concept in statements of this kind; None where there are none or several (parent and group)."""
    found = [known for known in lines if known.row.known == concept and known.statement.kind is kind]
    return found[0] if len(found) == 1 else None


def _agree(rule: Rule, one: Known, other: Known) -> Iterator[Check]:
    """The same line in two statements, period by period; off only where other periods agree."""
    common = [end for end in one.by_end if end in other.by_end]
    missed = [end for end in common if not _same(one, other, end)]
    if not _borne_out(len(common) - len(missed), [_near(one, other, end) for end in missed]):
        return
    for end in common:
        yield _check(rule, one, other, end, off=end in missed)


def _borne_out(ties: int, near: list[bool]) -> bool:
    """Whether lines that differ in some periods are the same line all the same: one differs, and two tie; or one ties, and
    the other differs as misprints do."""
    return not near or (len(near) == 1 and (ties > 1 or (ties == 1 and near[0])))


def _same(one: Known, other: Known, end: date) -> bool:
    difference = abs(one.by_end[end][0]) - abs(other.by_end[end][0])
    return abs(difference) <= max(one.statement.scale, other.statement.scale)


_NAMES = {
    StatementKind.BALANCE_SHEET: "the balance sheet",
    StatementKind.INCOME_STATEMENT: "the income statement",
    StatementKind.COMPREHENSIVE_INCOME: "the statement of comprehensive income",
    StatementKind.CASH_FLOW: "the statement of cash flows",
    StatementKind.EQUITY: "the statement of equity",
    StatementKind.SELECTED_DATA: "the selected data",
    StatementKind.QUARTERLY: "the quarterly data",
}


def _name(statement: Statement) -> str:
    return _NAMES.get(statement.kind, "this table")


def _check(rule: Rule, one: Known, other: Known, end: date, *, off: bool) -> Check:
    """`one` held against `other`, in the printed scale of `one`."""
    figure, (expected, source, _) = one.by_end[end][1], other.by_end[end]
    reported = figure.value if figure.value is not None else Decimal(0)
    held = (expected / one.statement.scale).copy_abs().copy_sign(reported)
    what = f"{caption(one.row, one.statement) if one.row.label else caption(other.row, other.statement)}, {end.year}"
    where, there = _name(one.statement), _name(other.statement)
    if off:
        title = f"{what}: {where} {'have' if where.endswith('data') else 'has'} {say(reported)}, {there} {say(held)}."
    else:
        title = f"{what}: {say(reported)} in {where} and in {there}."
    return compared(rule, Held(reported, held, (figure.cite, source.cite)), what, title, off=off)


def _equity(statement: Statement, equity: Known | None, income: Known | None) -> Iterator[Check]:
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


def _dated(statement: Statement, column: int, rows: list[_Dated], known: Known) -> Iterator[Check]:
    """Rows of the statement of equity, by date, held against one line of another statement."""
    by_row = _by_day(statement, column, rows, known)
    missed = [day for day, one in by_row.items() if not _same(one, known, day)]
    if _borne_out(len(by_row) - len(missed), [_near(by_row[day], known, day) for day in missed]):
        for day, one in by_row.items():
            yield _check(Rule.ARTICULATION, one, known, day, off=day in missed)


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


def _repeats(table: Statement, index: _Index) -> Iterator[Check]:
    rule = Rule.REPEAT_TIE if table.kind is StatementKind.SELECTED_DATA else Rule.NOTE_TIE
    for one in lines_of(table):
        if matches := _matches(one, index):
            yield from _repeat(rule, one, matches)


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


def _repeat(rule: Rule, one: Known, matches: list[_Match]) -> Iterator[Check]:
    """A row of a table and the line of a statement that it prints again, chosen by how many periods agree, then by caption."""
    known, hits = min(matches, key=lambda match: (-match.hits, not alike(one, match.known)))
    common = [end for end in one.by_end if end in known.by_end]
    missed = [end for end in common if not _same(one, known, end)]
    if _is_repeat(one, known, hits) if not missed else _is_misprint(one, known, hits, missed):
        for end in common:
            yield _check(rule, one, known, end, off=end in missed)


def _is_repeat(one: Known, known: Known, hits: int) -> bool:
    """Whether a row that agrees with a line in all periods is that line: it does so more than once, or is called so."""
    return hits > 1 or alike(one, known)


def _is_misprint(one: Known, known: Known, hits: int, missed: list[date]) -> bool:
    """Whether a row that differs from a line is that line with a misprint: in one period alone, as misprints differ."""
    if len(missed) > 1 or not all(_near(one, known, end) for end in missed):
        return False
    return hits > 1 or (hits == 1 and alike(one, known) and bool(one.row.label))


def _near(one: Known, known: Known, end: date) -> bool:
    """Whether two amounts differ as a misprint makes them differ: in one digit, or by a small part."""
    a, b = abs(one.by_end[end][0]), abs(known.by_end[end][0])
    if not a or not b:
        return False
    x, y = str(a.to_integral_value()), str(b.to_integral_value())
    return len(x) == len(y) and sum(1 for i, j in zip(x, y, strict=True) if i != j) == 1
