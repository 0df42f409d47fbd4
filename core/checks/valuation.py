"""The additions of a schedule of valuation accounts, which the statement of cash flows or of income prints as a provision."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.checks.check import Rule
from core.checks.equation import LINE, SUM, Equation, Kind, Read, Term, digits_left, misread
from core.checks.statement_lines import Known, term_of
from core.statements.concepts import fold
from core.statements.statement import Figure, Row, Statement, StatementKind

_ENOUGH = 2
"""Years in which a column of the schedule and a line must agree."""
_TELLING, _TELLING_CALLED = 1.0, 0.5
"""Digits. An amount that has fewer, past what it is rounded to, agrees by accident; in a line that is called a provision."""
_PROVISIONS = ("provision", "bad debt", "doubtful", "uncollectible", "allowance", "credit loss")
_CALLED = 0.2
"""By what it falls that a line is another where it is called a provision."""


class _Cell(NamedTuple):
    row: Row
    figure: Figure
    amount: Decimal


def valuations(schedule: Statement, lines: list[Known]) -> Iterator[Equation]:
    """Each line of the statements that prints a column of the schedule again, year by year."""
    if schedule.kind is not StatementKind.SCHEDULE:
        return
    for years in _series(schedule).values():
        for known in lines:
            yield from _same(schedule, years, known)


def _series(schedule: Statement) -> dict[tuple[str, int], dict[int, _Cell]]:
    """The amounts of each account and column by their years, where there are several."""
    found: dict[tuple[str, int], dict[int, _Cell]] = defaultdict(dict)
    for row in schedule.rows:
        for figure in row.figures:
            time = schedule.time(row, figure)
            if figure.value and time.start is not None and time.end is not None:
                amount = abs(figure.value * schedule.scale)
                found[fold(row.label), figure.column].setdefault(time.end.year, _Cell(row, figure, amount))
    return {key: years for key, years in found.items() if len(years) >= _ENOUGH}


def _same(schedule: Statement, years: dict[int, _Cell], known: Known) -> Iterator[Equation]:
    slack = max(schedule.scale, known.scale)
    common = [end for end in known.by_end if end.year in years]
    ties = [end for end in common if abs(abs(known.by_end[end].amount) - years[end.year].amount) <= slack]
    if len(ties) < _ENOUGH or len(common) - len(ties) > 1:
        return
    telling = _telling({years[end.year].amount for end in ties}, slack, known)
    if len(telling) < _ENOUGH:
        return
    wrong = _misread(known, Read(len(ties), sum(telling), 1)) if len(ties) < len(common) else 0.0
    for end in common:
        yield _equation(schedule, years[end.year], known, end, wrong)


def _telling(amounts: set[Decimal], slack: int, known: Known) -> list[float]:
    """The digits of the amounts that have enough of them to agree by no accident."""
    least = _TELLING_CALLED if _is_called(known) else _TELLING
    return [told for told in (digits_left(int(amount), slack) for amount in amounts) if told >= least]


def _misread(known: Known, read: Read) -> float:
    return misread(SUM, read, [_CALLED]) if _is_called(known) else misread(LINE, read)


def _is_called(known: Known) -> bool:
    """Whether a line is called a provision."""
    label = known.row.label.lower()
    return any(word in label for word in _PROVISIONS)


def _equation(schedule: Statement, cell: _Cell, known: Known, end: date, wrong: float) -> Equation:
    whole = term_of(known, end)
    value = int((cell.figure.value or 0) * schedule.scale)
    part = Term(1 if value * whole.value > 0 else -1, value, cell.figure, cell.row, schedule)
    slack = max(schedule.scale, known.scale)
    subject = f"{known.row.label.rstrip(' :.')}, {end.year}"
    return Equation(Kind.SAME, Rule.NOTE_TIE, whole, (part,), slack, Decimal(1), wrong, subject)
