"""Do the rows of a table with a total column add up from left to right, and do balances roll forward across their row?"""

from collections.abc import Iterator
from itertools import product
from math import log10
from typing import NamedTuple

from core.checks.amounts import Amounts, Line, caption, counts_shares, figure_at, slack
from core.checks.check import Rule
from core.checks.equation import SUM, Equation, Kind, Read, Term, digits_left, misread
from core.checks.rounding import EXACT
from core.statements.statement import Column, Row, Statement, StatementKind, Unit

_ENOUGH = 4
"""Rows that must tie before a row that does not is called off."""
_FEW = 2
"""The same where balances are rolled across, which few tables do by chance."""
_TIES_FOR_ONE = 4
"""For each row that does not tie so many must: else the column is no total of these."""
_ROLLED_FOR_ONE = 2
"""The same where balances are rolled."""
_LEAST_COLUMNS = 3
"""Two parts and their total."""
_WIDEST_ROLL = 8
"""Columns. No balance is rolled across more."""
_EVIDENCE = 3.0
"""Powers of ten by which the rows of a table must tie no accident."""


class _Reading(NamedTuple):
    """A column that is what others come to: the parts with their signs, the rows that tie and those that do not."""

    total: int
    parts: tuple[tuple[int, int], ...]
    ties: list[Line]
    missed: list[Line]
    tried: int

    def added(self, line: Line) -> int:
        """What the parts of a row come to."""
        return sum([sign * line.worth(column) for column, sign in self.parts])

    def signed(self, line: Line) -> list[tuple[int, int]]:
        """The parts that a row prints."""
        return [(column, sign) for column, sign in self.parts if line.prints(column)]


def across(statement: Statement, read: Amounts) -> Iterator[Equation]:
    """One equation a row, where a column is the total of others, or a balance that is rolled forward, in most rows."""
    reading = _total(statement, read) or _rolled(statement, read) or _year(statement, read)
    if reading is None:
        return
    evidence = _evidence(reading, read)
    if evidence < _EVIDENCE:
        return
    usual = _usual(reading)
    sure = Read(len(reading.ties), evidence, len(reading.missed) + 1)
    for line in reading.ties:
        yield _equation(statement, read, reading, line, misread(SUM, sure) if _loose(line, reading, read) else 0.0)
    for line in reading.missed:
        if _whole(line, reading, usual):
            trust = Read(len(reading.ties), evidence, len(reading.missed))
            yield _equation(statement, read, reading, line, misread(SUM, trust))


def _total(statement: Statement, read: Amounts) -> _Reading | None:
    """The column that is the total of others, where one says so and most rows agree; the parts are those that most rows
    add up from."""
    width = len(statement.columns)
    for total in (width - 1, 0) if width >= _LEAST_COLUMNS else ():
        if not _is_total(statement.columns[total]):
            continue
        found = [_read(read, total, [(c, 1) for c in parts]) for parts in _part_sets(statement, read, total)]
        best = max(found, key=lambda one: (len(one.ties), len(one.parts)), default=None)
        if best is not None and _borne_out(best, _ENOUGH, _TIES_FOR_ONE):
            return best._replace(tried=len(found))
    return None


def _borne_out(reading: _Reading, enough: int, ties_for_one: int) -> bool:
    return len(reading.ties) >= enough and len(reading.missed) * ties_for_one <= len(reading.ties)


def _is_total(column: Column) -> bool:
    """Whether a column's head says that it has the total of the others."""
    label = f"{column.label} {column.member or ''}".lower()
    return "total" in label or "consolidated" in label


def _part_sets(statement: Statement, read: Amounts, total: int) -> Iterator[list[int]]:
    """The columns that a total column may be the total of: all; all that are amounts; and either without one of them."""
    others = [c for c in range(len(statement.columns)) if c != total and not _marks(read, c)]
    amounts = [c for c in others if not _apart(statement, c)]
    yield from _without_one(amounts)
    if others != amounts:
        yield from _without_one(others)


def _without_one(columns: list[int]) -> Iterator[list[int]]:
    """These columns, and these but for one of them."""
    if len(columns) > 1:
        yield columns
    if len(columns) > 2:
        yield from ([c for c in columns if c != left] for left in columns)


def _apart(statement: Statement, column: int) -> bool:
    """Whether a column is hardly a part of the total: a number of shares, or comprehensive income beside its components."""
    words = f"{statement.columns[column].label} {statement.columns[column].member or ''}".lower().strip()
    beside = "comprehensive" in words and "accumulated" not in words and "other" not in words
    return beside or counts_shares(statement.columns[column])


_MARK = 20
"""The highest number of a footnote mark, and one."""


def _marks(read: Amounts, column: int) -> bool:
    """Whether a column holds nothing but footnote marks: `(1)`, `(12)`."""
    printed = [line.values[column] for line in read.lines if line.prints(column)]
    return all(value is not None and -_MARK < value < 0 for value in printed)


def _read(read: Amounts, total: int, parts: list[tuple[int, int]], *, to_nothing: bool = False) -> _Reading:
    """How a reading holds in the rows that print an amount in its total column; `to_nothing`: or a dash."""
    reading = _Reading(total, tuple(parts), [], [], 1)
    for line in read.lines:
        if (line.worth(total) or (to_nothing and line.prints(total))) and any(line.worth(c) for c, _ in parts):
            (reading.ties if _tie(line, reading, read) else reading.missed).append(line)
    return reading


def _tie(line: Line, reading: _Reading, read: Amounts) -> bool:
    return abs(line.worth(reading.total) - reading.added(line)) <= _slack(line, reading, read)


def _slack(line: Line, reading: _Reading, read: Amounts) -> int:
    return slack(len(reading.signed(line))) * _step(line, reading, read)


def _step(line: Line, reading: _Reading, read: Amounts) -> int:
    """What the last printed digit is worth in the coarsest of the columns."""
    steps = read.steps[line.row.unit]
    return max(steps[reading.total], *[steps[c] for c, _ in reading.parts])


_QUARTERS = 4


def _year(statement: Statement, read: Amounts) -> _Reading | None:
    """The column of the year beside those of its four quarters, in a table of quarters: the last one, or the first."""
    if statement.kind is not StatementKind.QUARTERLY or len(statement.columns) != _QUARTERS + 1:
        return None
    for total in (_QUARTERS, 0):
        summed = read._replace(lines=[line for line in read.lines if _may_add_up(line, total)])
        found = _read(summed, total, [(c, 1) for c in range(_QUARTERS + 1) if c != total])
        if _borne_out(found, _ENOUGH, _TIES_FOR_ONE):
            return found
    return None


def _may_add_up(line: Line, total: int) -> bool:
    """Whether a row may be amounts of money that are earned over a time: no price and no balance, whose year is one of its
    quarters or lies between them."""
    quarters = [line.worth(column) for column in range(len(line.values)) if column != total]
    low, high = min(quarters), max(quarters)
    between = low <= line.worth(total) <= high and low * high >= 0  # with gains and losses a sum may be so too
    return line.row.unit is Unit.MONEY and not between


_OPENS, _CLOSES = ("begin", "open"), ("end", "clos")
_CHAINED, _TELLING = 2, 100
"""Balances that one row ends and another begins with, and the printed units from which they say something."""


def _rolled(statement: Statement, read: Amounts) -> _Reading | None:
    """The last column as the first one and what the columns between add to it and take from it, as schedules have it."""
    ends = rolled_between(statement)
    if ends is None:
        return None
    between = [column for column in range(ends.first + 1, ends.last) if any(line.prints(column) for line in read.lines)]
    if not _LEAST_COLUMNS <= len(between) + 1 < _WIDEST_ROLL:
        return None
    choices = list(product((1, -1), repeat=len(between)))
    found = [
        _read(read, ends.last, [(ends.first, 1), *zip(between, signs, strict=True)], to_nothing=True)
        for signs in choices
    ]
    best = max(found, key=lambda one: len(one.ties))
    return best._replace(tried=len(found)) if _borne_out(best, _FEW, _ROLLED_FOR_ONE) else None


class Ends(NamedTuple):
    """The columns of the balances that each row begins and ends with."""

    first: int
    last: int


def rolled_between(statement: Statement) -> Ends | None:
    """The first and the last column with amounts, where their heads speak of a beginning and an end; or where rows begin with
    what others end with."""
    printed = {figure.column for row in statement.rows for figure in row.figures if figure.value is not None}
    if len(printed) < 2:
        return None
    ends = Ends(min(printed), max(printed))
    return ends if _says_balances(statement, ends) or _is_chained(statement, ends) else None


def _says_balances(statement: Statement, ends: Ends) -> bool:
    first, last = (
        f"{column.label} {column.member or ''}".lower()
        for column in (statement.columns[ends.first], statement.columns[ends.last])
    )
    said = any(word in first for word in _OPENS) and any(word in last for word in _CLOSES)
    return said or (statement.kind is StatementKind.SCHEDULE and first.startswith("balance") and "balance" in last)


def _is_chained(statement: Statement, ends: Ends) -> bool:
    """Whether rows of a schedule begin with the balances that others end with."""
    if statement.kind is not StatementKind.SCHEDULE:
        return False
    begun = {figure.value for row in statement.rows if (figure := row.at(ends.first)) is not None}
    ended = {figure.value for row in statement.rows if (figure := row.at(ends.last)) is not None}
    return sum(1 for value in begun & ended if value and abs(value) >= _TELLING) >= _CHAINED


def _evidence(reading: _Reading, read: Amounts) -> float:
    """How unlikely it is that so many rows tie by chance, as a power of ten; rows with one part say little. Where all of
    them come out exactly, none needs rounding."""
    exact = all(line.worth(reading.total) == reading.added(line) for line in reading.ties)
    said = 0.0
    for line in reading.ties:
        if sum(1 for c, _ in reading.parts if line.worth(c)) > 1:
            said += digits_left(line.worth(reading.total), 0 if exact else _slack(line, reading, read))
    return said - log10(reading.tried)


def _loose(line: Line, reading: _Reading, read: Amounts) -> bool:
    """Whether a row ties by more rounding than an exact filing allows."""
    miss = line.worth(reading.total) - reading.added(line)
    return abs(miss) > EXACT * _step(line, reading, read)


def _usual(reading: _Reading) -> set[int]:
    """The columns in which most rows print something."""
    return {c for c, _ in reading.parts if sum(1 for line in reading.ties if line.prints(c)) * 2 > len(reading.ties)}


def _whole(line: Line, reading: _Reading, usual: set[int]) -> bool:
    """Whether a row that does not tie prints all the columns that rows print, and is not simply a sum of another kind."""
    added = reading.added(line)
    return all(line.prints(c) for c in usual) and added not in (0, 2 * line.worth(reading.total))


def _equation(statement: Statement, read: Amounts, reading: _Reading, line: Line, wrong: float) -> Equation:
    row: Row = line.row

    def term(column: int, sign: int) -> Term:
        return Term(sign, line.worth(column), figure_at(row, column), row, statement)

    head = statement.columns[reading.total].label or "Total"
    return Equation(
        Kind.ACROSS,
        Rule.FOOTING,
        term(reading.total, 1),
        tuple([term(column, sign) for column, sign in reading.signed(line)]),
        _slack(line, reading, read),
        read.worth(row.unit, statement.scale),
        wrong,
        f"{caption(row, statement)}, {head.lower()}",
        all(sign > 0 for _, sign in reading.parts),
        _step(line, reading, read),
    )
