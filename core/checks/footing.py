"""Do the subtotals and totals of a table add up, within rounding?

A total is first read, then checked: the reading (which lines, which signs) must hold in the other columns before a column
in which it does not hold is called off. A total for which no reading holds anywhere is not checked, and said to be so in
the primary statements. Rounding: a total and its n addends, each rounded by half of the last printed unit, may differ by
(n + 1) / 2 units, and always by 1.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from core.checks.amounts import Amounts, Line, amounts, caption, count, figure_at, period, say
from core.checks.blame import Weighed, blame
from core.checks.check import Check, Rule, Status
from core.checks.cross_footing import across
from core.checks.equations import equations
from core.checks.roll_forward import roll
from core.checks.sums import Addend, Signs, Sum, addend, best_sum, plain_sum
from core.source import Cite
from core.statements.statement import PRIMARY, Column, Role, Statement, StatementKind, Unit

_EVIDENCE = 2
"""Addends that print something in a column which is called off."""
_TEN = 10
"""Printed units. A smaller difference may be rounding."""
_SUMMED = (Role.SUBTOTAL, Role.TOTAL)
_NOT_SUMS = frozenset({StatementKind.QUARTERLY})


def foot(statement: Statement) -> tuple[Check, ...]:
    """Every sum of one table: down its columns, across its rows where it has a total column, and the equations of its kind."""
    if len(statement.rows) < 2 or not statement.columns:
        return ()
    read = amounts(statement)
    others = across(statement, read)
    if statement.kind is StatementKind.EQUITY:
        found = [Weighed(check) for check in (*roll(statement, read), *others)]
    else:
        found = [*_down(statement, read), *(Weighed(check) for check in (*others, *equations(statement, read)))]
    return tuple(blame(statement, found))


def _down(statement: Statement, read: Amounts) -> Iterator[Weighed]:
    readings: list[_Reading] = []
    for line, found in _totals(statement, read):
        if found is not None:
            readings.append(_Reading(line, found))
        elif statement.kind in PRIMARY:
            yield Weighed(_unread(statement, line))
    yield from _read(statement, read, readings)


def _totals(statement: Statement, read: Amounts) -> Iterator[tuple[Line, Sum | None]]:
    """Every total of two lines or more with the reading that holds, None where none does over several lines."""
    if statement.kind in _NOT_SUMS:
        return
    stacks: dict[Unit | None, list[Addend]] = {}
    for line in read.lines:
        stack = stacks.setdefault(line.row.unit, [])
        total = is_total(line)
        found = best_sum(stack, line) if total else plain_sum(stack, line)
        if found is not None and _holds(found):
            del stack[len(stack) - len(found.addends) :]
            _put(stack, line, _taken(line, found))
            if len(found.addends) > 1:
                yield line, found
            continue
        if total:
            _leave(stack, line)
            if found is None and len(stack) > 1:
                yield line, None
        _put(stack, line, addend(line))


class Part(NamedTuple):
    """A row that is added into a total, with its sign."""

    sign: int
    row: int


def parts_of(statement: Statement) -> dict[int, tuple[Part, ...]]:
    """For every row that is read as a sum of others, which ones with which signs: by their indexes, from the top."""
    if len(statement.rows) < 2 or not statement.columns or statement.kind is StatementKind.EQUITY:
        return {}
    at = {id(row): index for index, row in enumerate(statement.rows)}
    return {
        at[id(line.row)]: tuple(Part(sign, at[id(one.line.row)]) for sign, one in found.addends)
        for line, found in _totals(statement, amounts(statement))
        if found is not None
    }


class _Reading(NamedTuple):
    """A total, and the lines that it adds up."""

    line: Line
    found: Sum


_TIES_FOR_ONE = 3
"""For each column that a reading does not hold in, beyond the first, it must hold in so many."""


def _holds(found: Sum) -> bool:
    """Whether a reading holds in enough columns for the others to be called off."""
    return len(found.off) <= max(1, len(found.ties) // _TIES_FOR_ONE)


def _read(statement: Statement, read: Amounts, readings: list[_Reading]) -> Iterator[Weighed]:
    trusted = {column for reading in readings for column in reading.found.ties}
    periods = [period(column, statement.columns) for column in statement.columns] if readings else []
    for line, found in readings:
        yield from _checks(statement, read, line, found, trusted, periods)


_TOTALS = (
    "total",
    "net cash",
    "gross ",
    "net income",
    "net earnings",
    "net loss",
    "income before",
    "earnings before",
    "operating income",
)


def is_total(line: Line) -> bool:
    """Whether a row is printed as a total: ruled, without caption, or so called."""
    row = line.row
    return row.ruled or row.role in _SUMMED or not row.label or row.label.lower().startswith(_TOTALS)


def _put(stack: list[Addend], line: Line, taken: Addend) -> None:
    """Lay a line on the stack; total assets close their side of the balance sheet, and nothing below is added to them."""
    if line.row.known == "us-gaap:Assets" or line.row.label.lower().startswith("total assets"):
        stack.clear()
        return
    stack.append(taken)


def _leave(stack: list[Addend], line: Line) -> None:
    """Drop the lines of the section that an unread total closes, so that they are not added twice further down."""
    while stack and stack[-1].line.row.depth > line.row.depth:
        stack.pop()


def _taken(line: Line, found: Sum) -> Addend:
    """A total as an addend of the next one; where it is off, with what it should have been beside what is printed."""
    taken = addend(line)
    if found.off:
        taken.mended = [
            found.total(column) if column in found.off else value for column, value in enumerate(taken.values)
        ]
    return taken


def _checks(
    statement: Statement, read: Amounts, line: Line, found: Sum, trusted: set[int], periods: list[str]
) -> Iterator[Weighed]:
    unit, what = line.row.unit, caption(line.row, statement)
    for column in (*found.ties, *found.off):
        status = Status.TIES if column in found.ties else _off_or_not(statement, read, line, found, column, trusted)
        total, expected = line.worth(column), found.total(column)
        reported, sum_of_parts = read.decimal(total, unit), read.decimal(expected, unit)
        parts = [(sign, part.line.row) for sign, part in found.addends if part.line.prints(column)]
        cites = [figure_at(line.row, column).cite, *[figure_at(row, column).cite for _, row in parts]]
        subject = f"{what}, {periods[column]}"
        title = _title(subject, found, status, reported, sum_of_parts, len(parts))
        difference = read.decimal(total - expected, unit)
        check = Check(Rule.FOOTING, status, title, reported, sum_of_parts, difference, tuple(cites), subject)
        yield Weighed(check, tuple([sign for sign, _ in parts]), _doubted(found, column))


def _doubted(found: Sum, column: int) -> frozenset[Cite]:
    """The addends that were taken for what they should have been, not for what is printed."""
    if not found.mended:
        return frozenset()
    mended = [a for _, a in found.addends if a.mended is not None and a.mended[column] != a.values[column]]
    return frozenset(figure_at(a.line.row, column).cite for a in mended if a.line.prints(column))


def _is_period(column: Column) -> bool:
    """Whether a column's own head names its time; else it is what the whole table is about."""
    return column.end is not None and bool(column.label) and column.member != column.label


def _off_or_not(statement: Statement, read: Amounts, line: Line, found: Sum, column: int, trusted: set[int]) -> Status:
    """Off, unless the difference is better explained by a line left out or taken in twice, or by a sign, than by a misprint."""
    known = _is_period(statement.columns[column]) or column in trusted
    several = sum(1 for _, a in found.addends if a.values[column]) >= _EVIDENCE
    if not known or not several or _foreign(statement, line, found, column):
        return Status.NOT_CHECKED
    miss = abs(found.missing(line, column))
    if _one_digit(miss):
        return Status.OFF
    if not all(a.line.prints(column) for _, a in found.addends) or _twice(found, column, miss):
        return Status.NOT_CHECKED
    left_out = _printed(statement, column, read.decimal(miss, line.row.unit))
    return Status.NOT_CHECKED if left_out else Status.OFF


def _twice(found: Sum, column: int, miss: int) -> bool:
    """Whether a difference is twice one of the addends: its sign is another."""
    return miss % 2 == 0 and miss // 2 in {abs(a.values[column]) for _, a in found.addends}


def _printed(statement: Statement, column: int, amount: Decimal) -> bool:
    """Whether a column prints this amount, with either sign."""
    figures = (figure.value for row in statement.rows for figure in row.figures if figure.column == column)
    return any(value in (amount, -amount) for value in figures)


def _foreign(statement: Statement, line: Line, found: Sum, column: int) -> bool:
    """Whether rows that count something else, as far as we can tell, stand among the addends: the tally may be theirs too."""
    first, inside = found.addends[0][1].line.row, False
    for row in statement.rows:
        inside = inside or row is first
        if row is line.row:
            return False
        if inside and row.unit is not line.row.unit and any(f.column == column and f.value for f in row.figures):
            return True
    return False


def _one_digit(miss: int) -> bool:
    """Whether one wrong digit makes this difference: 700, 40,000,000."""
    return miss >= _TEN and not str(miss)[1:].strip("0")


def _title(what: str, found: Sum, status: Status, reported: Decimal, expected: Decimal, parts: int) -> str:
    lines = "two" if parts == 2 and found.signs is Signs.RUNNING else count(parts)
    if status is Status.TIES:
        return f"{what}: {say(reported)} is what its {lines} come to."
    if status is Status.NOT_CHECKED:
        return f"{what}: {say(reported)} is not what the {lines} before it come to; how it was added up is not plain."
    verb = "add" if found.signs is Signs.PLAIN else "come"
    return f"{what}: printed {say(reported)}; its {lines} {verb} to {say(expected)}."


def _unread(statement: Statement, line: Line) -> Check:
    """A total of a primary statement that no lines above it add up to in any column."""
    column = next(c for c, value in enumerate(line.values) if value is not None)
    figure = figure_at(line.row, column)
    title = f"{caption(line.row, statement)}: no lines above it add up to it in any column."
    return Check(Rule.FOOTING, Status.NOT_CHECKED, title, figure.value, None, None, (figure.cite,))
