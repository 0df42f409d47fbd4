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

from core.checks.amounts import caption, say
from core.checks.check import Check, Rule, Status
from core.checks.quarters import quarters
from core.checks.statement_lines import Known, alike, lines_of
from core.statements.statement import Row, Statement, StatementKind

Period = tuple[date | None, date]
"""Start (None for a balance date, or where only the end is known) and end."""


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
    index: dict[tuple[date, Decimal], list[Known]] = defaultdict(list)
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
    status = Status.OFF if off else Status.TIES
    return Check(rule, status, title, reported, held, reported - held, (figure.cite, source.cite))


def _equity(statement: Statement, equity: Known | None, income: Known | None) -> Iterator[Check]:
    """The balances and the net income of the statement of equity, in its total column (the last one)."""
    last = len(statement.columns) - 1
    if last < 1 or "total" not in f"{statement.columns[last].label} {statement.columns[last].member}".lower():
        return
    if equity is not None:
        rows = [
            (row.date, row)
            for row in statement.rows
            if row.date is not None and row.label.lower().startswith("balance")
        ]
        yield from _dated(statement, last, rows, equity)
    if income is not None:
        closing = [
            (i, row.date)
            for i, row in enumerate(statement.rows)
            if row.date and row.label.lower().startswith("balance")
        ]
        rows = []
        for i, row in enumerate(statement.rows):
            if row.known in _NET_INCOME:
                rows += [(day, row) for at, day in closing if at > i][:1]
        yield from _dated(statement, last, rows, income)


def _dated(statement: Statement, column: int, rows: list[tuple[date, Row]], known: Known) -> Iterator[Check]:
    """Rows of the statement of equity, by date, held against one line of another statement."""
    by_row: dict[date, Known] = {}
    for day, row in rows:
        figure = row.at(column)
        if figure is not None and figure.value is not None and day in known.by_end and day not in by_row:
            entry = (figure.value * statement.scale, figure, statement.columns[column])
            by_row[day] = Known(statement, row, {day: entry})
    missed = [day for day, one in by_row.items() if not _same(one, known, day)]
    if not _borne_out(len(by_row) - len(missed), [_near(by_row[day], known, day) for day in missed]):
        return
    for day, one in by_row.items():
        yield _check(Rule.ARTICULATION, one, known, day, off=day in missed)


def _repeats(table: Statement, index: dict[tuple[date, Decimal], list[Known]]) -> Iterator[Check]:
    rule = Rule.REPEAT_TIE if table.kind is StatementKind.SELECTED_DATA else Rule.NOTE_TIE
    for one in lines_of(table):
        matches: dict[int, tuple[Known, int]] = {}
        for end, (amount, figure, _) in one.by_end.items():
            if figure.value is None or -_SMALL < figure.value < _SMALL:
                continue
            for known in index.get((end, abs(amount)), ()):
                if known.row.unit is not one.row.unit:
                    continue
                entry = matches.get(id(known), (known, 0))
                matches[id(known)] = (known, entry[1] + 1)
        if matches:
            yield from _repeat(rule, one, list(matches.values()))


def _repeat(rule: Rule, one: Known, matches: list[tuple[Known, int]]) -> Iterator[Check]:
    """A row of a table and the line of a statement that it prints again, chosen by how many periods agree, then by caption."""
    matches.sort(key=lambda match: (-match[1], not alike(one, match[0])))
    known, hits = matches[0]
    common = [end for end in one.by_end if end in known.by_end]
    missed = [end for end in common if not _same(one, known, end)]
    if not missed:
        if hits > 1 or alike(one, known):
            for end in common:
                yield _check(rule, one, known, end, off=False)
        return
    plain = alike(one, known)
    if len(missed) > 1 or hits < (1 if plain else 2) or (hits == 1 and not one.row.label):
        return
    if any(not _near(one, known, end) for end in missed):
        return
    for end in common:
        yield _check(rule, one, known, end, off=end in missed)


def _near(one: Known, known: Known, end: date) -> bool:
    """Whether two amounts differ as a misprint makes them differ: in one digit, or by a small part."""
    a, b = abs(one.by_end[end][0]), abs(known.by_end[end][0])
    if not a or not b:
        return False
    x, y = str(a.to_integral_value()), str(b.to_integral_value())
    return len(x) == len(y) and sum(1 for i, j in zip(x, y, strict=True) if i != j) == 1
