"""Do the four quarters of a year add up to the year that the income statement prints?"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from core.checks.amounts import caption, say
from core.checks.check import Check, Held, Rule, compared
from core.checks.statement_lines import Known, alike
from core.statements.statement import Figure, Row, Statement, StatementKind, Unit

_QUARTERS = 4
_ROUNDED = 2
"""Four quarters and their year, each rounded by half a unit, may differ by so many units."""
_LONGEST, _SHORTEST = timedelta(days=100), timedelta(days=80)
_EVIDENCE = 2
"""Years that must tie before one that does not is called off."""
_YEAR = 350
"""Days. A shorter period is no year."""


class _Year(NamedTuple):
    """A row's four quarters, and the line of the income statement that has their year."""

    row: Row
    end: date
    parts: tuple[Figure, ...]
    total: Decimal
    known: Known


def quarters(table: Statement, lines: list[Known]) -> Iterator[Check]:
    """The years of a table of quarters: those that tie, and one that does not where most others do."""
    years = sorted(_years(table, lines), key=lambda year: year.end)
    missed = [year for year in years if not _ties(year, table.scale)]
    told = _trusted(missed, ties=len(years) - len(missed))
    for year in years:
        if told or year not in missed:
            yield _check(year, table.scale)


def _trusted(missed: list[_Year], *, ties: int) -> bool:
    """Whether years that do not tie are misprints: none, or one among enough that do, by a single digit."""
    return not missed or (len(missed) == 1 and ties >= _EVIDENCE and _misprint(missed[0]))


def _runs(table: Statement, row: Row) -> Iterator[tuple[Figure, ...]]:
    """The amounts of money of a row that are four quarters, one after the other; none where two end on one day."""
    ends: dict[date, Figure] = {}
    for figure in row.figures if row.unit is Unit.MONEY else ():
        start, end = table.time(row, figure)
        if figure.value is None or start is None or end is None or not _is_quarter(end - start):
            continue
        if end in ends:
            return
        ends[end] = figure
    days = sorted(ends)
    for run in (days[at : at + _QUARTERS] for at in range(len(days) - _QUARTERS + 1)):
        if all(_is_quarter(after - before) for before, after in pairwise(run)):
            yield tuple(ends[day] for day in run)


def _is_quarter(long: timedelta) -> bool:
    return _SHORTEST <= long <= _LONGEST


def _years(table: Statement, lines: list[Known]) -> Iterator[_Year]:
    """The rows whose caption is a line of the income statement; below the heading of another year only those whose figures
    have times of their own."""
    headings = 0
    for row in table.rows:
        headings += not row.figures and row.label.strip(" :").isdigit()
        for parts in _runs(table, row):
            if headings > 1 and any(figure.time is None for figure in parts):
                continue
            end = table.time(row, parts[-1]).end
            known = _same_line(Known(table, row, {}), end, lines) if end is not None else None
            if end is not None and known is not None:
                total = sum((figure.value for figure in parts if figure.value is not None), Decimal(0))
                yield _Year(row, end, parts, total * table.scale, known)


def _same_line(own: Known, end: date, lines: list[Known]) -> Known | None:
    """The one line of the income statement that a row repeats, with a year that ends on this day."""
    same = [known for known in lines if _is_year(known, end) and known.row.unit is own.row.unit and alike(own, known)]
    return same[0] if len(same) == 1 else None


def _is_year(known: Known, end: date) -> bool:
    if known.statement.kind is not StatementKind.INCOME_STATEMENT or end not in known.by_end:
        return False
    start = known.by_end[end][2].start
    return start is not None and (end - start).days > _YEAR


def _difference(year: _Year) -> Decimal:
    return year.known.by_end[year.end][0] - year.total


def _ties(year: _Year, scale: int) -> bool:
    return abs(_difference(year)) <= _ROUNDED * max(scale, year.known.statement.scale)


def _misprint(year: _Year) -> bool:
    """Whether one digit makes the difference."""
    digits = str(abs(_difference(year)).to_integral_value())
    return len(digits) > 1 and not digits[1:].strip("0")


def _check(year: _Year, scale: int) -> Check:
    """The year of the income statement held against the sum of its quarters, in the printed scale of the statement."""
    amount, figure, _ = year.known.by_end[year.end]
    unit = year.known.statement.scale
    held = Held(amount / unit, year.total / unit, (figure.cite, *(part.cite for part in year.parts)))
    subject = f"{caption(year.known.row, year.known.statement)}, {year.end.year}"
    ties = _ties(year, scale)
    title = (
        f"{subject}: {say(held.reported)} is what the four quarters add to."
        if ties
        else f"{subject}: the income statement has {say(held.reported)}; the four quarters add to {say(held.expected)}."
    )
    return compared(Rule.REPEAT_TIE, held, subject, title, off=not ties)
