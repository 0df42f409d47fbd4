"""The lines of a table by the end of their periods, so that two tables can be held against each other."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from core.checks.check import Rule
from core.checks.equation import Equation, Kind, Term, digits_left
from core.statements.concepts import fold
from core.statements.statement import PRIMARY, Column, Figure, Row, Statement, StatementKind, Unit

_COMPARED = (Unit.MONEY, Unit.SHARES)
"""What the rows count that are held against each other."""


_OF_ALL = PRIMARY | {StatementKind.SELECTED_DATA}
"""Tables of the whole company, whatever stands over their columns."""


_WITH_SUBSIDIARIES = re.compile(r"(?:and|&) (?:consolidated )?subsidiar", re.IGNORECASE)


class Entry(NamedTuple):
    """An amount in whole units, the figure that prints it, and the figure's column."""

    amount: Decimal
    figure: Figure
    column: Column


class Known(NamedTuple):
    """A line of a primary statement, with its amounts or its numbers of shares (in whole units) by the period's end."""

    statement: Statement
    row: Row
    by_end: dict[date, Entry]

    @property
    def scale(self) -> int:
        """By what its printed amounts are multiplied."""
        return self.statement.scale


def is_whole(statement: Statement, column: int) -> bool:
    """Whether a column stands for the whole company: for no segment, component or company of several. In a primary statement
    and in selected data, what stands over all columns is their own, and a company with its subsidiaries is the whole one."""
    member = statement.columns[column].member
    if member is None:
        return True
    if statement.kind not in _OF_ALL:
        return False
    return all(one.member == member for one in statement.columns) or _WITH_SUBSIDIARIES.search(member) is not None


def ends_of(statement: Statement) -> dict[int, date]:
    """The columns that can be compared: one for each end date, none that stands for a segment or a component."""
    seen: dict[date, list[int]] = defaultdict(list)
    for number, column in enumerate(statement.columns):
        if column.end is not None and is_whole(statement, number):
            seen[column.end].append(number)
    return {numbers[0]: end for end, numbers in seen.items() if len(numbers) == 1}


def lines_of(statement: Statement) -> Iterator[Known]:
    """The lines of a table that can be held against others: money and numbers of shares, in columns that are periods."""
    ends = ends_of(statement)
    if not ends:
        return
    for row in statement.rows:
        if row.unit in _COMPARED and row.figures:
            by_end = {
                ends[figure.column]: Entry(figure.value * statement.scale, figure, statement.columns[figure.column])
                for figure in row.figures
                if figure.value is not None and figure.unit is None and figure.column in ends
            }
            if by_end:
                yield Known(statement, row, by_end)


def alike(one: Known, other: Known) -> bool:
    """Whether two captions are the same but for asides, or two names of one line."""
    a, b = fold(one.row.label), fold(other.row.label)
    return bool(a) and (a == b or bare(a) == bare(b))


@lru_cache(maxsize=4096)
def bare(caption: str) -> str:
    """A folded caption without `total` and `net`; one name for what is called by several."""
    if caption in _NET_INCOMES:
        return "income"
    if "before" in caption and "income tax" in caption and caption.startswith(_EARNED):
        return "income before income taxes"
    return caption.removeprefix("total ").removeprefix("net ")


_NET_INCOMES = frozenset(
    {"net income", "net loss", "net earnings", "net income loss", "net earnings loss", "net profit"}
)
_EARNED = ("income", "earnings", "loss", "profit")


def term_of(known: Known, end: date, sign: int = 1) -> Term:
    """A line's figure of one period in an equation of whole amounts."""
    entry = known.by_end[end]
    return Term(sign, int(entry.amount), entry.figure, known.row, known.statement)


def rounding(one: Known, other: Known) -> int:
    """By how much two figures of one amount may differ, in whole amounts."""
    return max(one.scale, other.scale)


def apart(one: Known, other: Known, end: date) -> bool:
    """Whether two lines print different amounts for a period, whatever their signs."""
    difference = abs(one.by_end[end].amount) - abs(other.by_end[end].amount)
    return abs(difference) > rounding(one, other)


def shifted(one: Known, other: Known, day: date) -> bool:
    """Whether a line has on another day what the other one has on this: then the days of its columns are in doubt."""
    amount = one.by_end[day].amount
    return any(end != day and abs(entry.amount) == abs(amount) for end, entry in other.by_end.items())


def exchanged(one: Known, other: Known, missed: list[date]) -> bool:
    """Whether two lines differ in two columns that stand side by side, and each has there what the other has beside it."""
    if len(missed) != 2:
        return False
    first, second = missed
    a, b, c, d = one.by_end[first], one.by_end[second], other.by_end[first], other.by_end[second]
    side_by_side = abs(a.figure.column - b.figure.column) == 1 or abs(c.figure.column - d.figure.column) == 1
    return side_by_side and abs(a.amount) == abs(d.amount) and abs(b.amount) == abs(c.amount)


def signs(one: Known, other: Known, ends: list[date]) -> list[int]:
    """For each period, 1 where two lines print one sign or nothing, -1 where one prints the other's negative."""
    return [-1 if one.by_end[end].amount * other.by_end[end].amount < 0 else 1 for end in ends]


def same(
    rule: Rule, one: Known, other: Known, end: date, wrong: float, subject: str, sign: int | None = None
) -> Equation:
    """That a figure of one line is the amount of another, with this sign, or with either."""
    part = term_of(other, end, sign or signs(one, other, [end])[0])
    slack = rounding(one, other)
    return Equation(Kind.SAME, rule, term_of(one, end), (part,), slack, Decimal(1), wrong, subject)


def said(one: Known, other: Known, ends: list[date]) -> float:
    """How unlikely it is that two lines agree in these periods by chance, as a power of ten."""
    return sum(digits_left(int(one.by_end[end].amount), rounding(one, other)) for end in ends)
