"""The balances of a schedule from year to year: each account begins a year with what it ended the one before with."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from core.checks.amounts import caption
from core.checks.check import Rule
from core.checks.cross_footing import Ends, rolled_between
from core.checks.equation import SUM, Equation, Kind, Read, Term, digits_left, misread
from core.dates import without_time
from core.statements.concepts import fold
from core.statements.statement import Figure, Row, Statement, StatementKind

_ENOUGH = 2
"""Years of a schedule that must begin with what the one before ended with."""
_ROUNDED = 1
"""Printed units by which two figures of one balance may differ."""


class _Link(NamedTuple):
    """A year of an account, and the one before it."""

    row: Row
    begin: Figure
    before: Row
    end: Figure
    year: int

    @property
    def miss(self) -> int:
        """By how many printed units the year begins with another balance."""
        return abs(int((self.begin.value or 0) - (self.end.value or 0)))


def openings(schedule: Statement) -> Iterator[Equation]:
    """That each year of a schedule of balances begins with what the one before ended with, account by account."""
    ends = rolled_between(schedule) if schedule.kind is StatementKind.SCHEDULE else None
    if ends is None:
        return
    links = list(_links(schedule, ends))
    missed = [link for link in links if link.miss > _ROUNDED]
    held = {link.end.value for link in links if link.miss <= _ROUNDED}
    if len(held) < _ENOUGH or len(missed) > max(1, len(held) // _ENOUGH):
        return
    evidence = sum(digits_left(int(value or 0), _ROUNDED) for value in held)
    wrong = misread(SUM, Read(len(held), evidence, len(missed))) if missed else 0.0
    for link in links:
        yield _equation(schedule, link, wrong)


def _links(schedule: Statement, ends: Ends) -> Iterator[_Link]:
    """The years of each account that stand beside the one before."""
    for years in _accounts(schedule, ends).values():
        rows = {year: some[0] for year, some in years.items() if len(some) == 1}
        for year, row in rows.items():
            before = rows.get(year - 1)
            begin, end = row.at(ends.first), before.at(ends.last) if before is not None else None
            if before is not None and begin is not None and end is not None and _is_whole(begin) and _is_whole(end):
                yield _Link(row, begin, before, end, year)


def _is_whole(balance: Figure) -> bool:
    """Whether a balance is printed without decimals, and is none of nothing."""
    return bool(balance.value) and balance.value == int(balance.value or 0)


def _accounts(schedule: Statement, ends: Ends) -> dict[str, dict[int, list[Row]]]:
    """The rows of each account by their years: it is what the row is called, or the heading above where that is a year."""
    found: dict[str, dict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
    heading = ""
    for row in schedule.rows:
        called = fold(without_time(row.label))
        if not row.figures:
            heading = called or heading
            continue
        last = row.at(ends.last)
        end = schedule.time(row, last).end if last is not None else None
        if end is not None:
            found[called or heading][end.year].append(row)
    return found


def _equation(schedule: Statement, link: _Link, wrong: float) -> Equation:
    whole = Term(1, int(link.begin.value or 0), link.begin, link.row, schedule)
    part = Term(1, int(link.end.value or 0), link.end, link.before, schedule)
    subject = f"{caption(link.row, schedule)}, {link.year}"
    return Equation(Kind.OPENING, Rule.FOOTING, whole, (part,), _ROUNDED, Decimal(schedule.scale), wrong, subject)
