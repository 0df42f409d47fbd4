"""Do the four quarters of a year add up to the year that the income statement prints?"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from core.checks.amounts import caption, say
from core.checks.check import Check, Rule, Status
from core.checks.statement_lines import Known, alike
from core.statements.statement import Figure, Row, Statement, StatementKind, Unit

_QUARTERS = 4
_ROUNDED = 2
"""Four quarters and their year, each rounded by half a unit, may differ by so many units."""
_LONGEST, _SHORTEST = timedelta(days=100), timedelta(days=80)
_EVIDENCE = 2


class _Year(NamedTuple):
    """A row's four quarters, and the line of the income statement that has their year."""

    row: Row
    end: date
    parts: tuple[Figure, ...]
    total: Decimal
    known: Known


def quarters(table: Statement, lines: list[Known]) -> Iterator[Check]:
    """The years of a table of quarters: those that tie, and one that does not where most others do."""
    years = [year for end, numbers in _years(table).items() for year in _rows(table, end, numbers, lines)]
    missed = [year for year in years if not _ties(year, table.scale)]
    ties = len(years) - len(missed)
    if len(missed) > 1 or (missed and (ties < _EVIDENCE or not _misprint(missed[0]))):
        years = [year for year in years if year not in missed]
    for year in years:
        yield _check(year, table.scale)


def _years(table: Statement) -> dict[date, list[int]]:
    """The columns of each year's four quarters, by the year's end."""
    ends: dict[date, int] = {}
    for number, column in enumerate(table.columns):
        if column.start is None or column.end is None or not _SHORTEST <= column.end - column.start <= _LONGEST:
            continue
        if column.end in ends:
            return {}
        ends[column.end] = number
    days = sorted(ends)
    return {
        days[at]: [ends[day] for day in days[at - 3 : at + 1]]
        for at in range(_QUARTERS - 1, len(days))
        if all(_SHORTEST <= b - a <= _LONGEST for a, b in zip(days[at - 3 : at], days[at - 2 : at + 1], strict=True))
    }


def _rows(table: Statement, end: date, numbers: list[int], lines: list[Known]) -> Iterator[_Year]:
    """The rows whose caption is a line of the income statement; none below the heading of another year."""
    headings = 0
    for row in table.rows:
        if not row.figures:
            headings += row.label.strip(" :").isdigit()
            if headings > 1:
                return
        parts = tuple(figure for figure in row.figures if figure.column in numbers and figure.value is not None)
        if row.unit is not Unit.MONEY or len(parts) != _QUARTERS:
            continue
        total = sum((figure.value for figure in parts if figure.value is not None), Decimal(0))
        own = Known(table, row, {})
        same = [known for known in lines if _is_year(known, end) and known.row.unit is row.unit and alike(own, known)]
        if len(same) == 1:
            yield _Year(row, end, parts, total * table.scale, same[0])


def _is_year(known: Known, end: date) -> bool:
    if known.statement.kind is not StatementKind.INCOME_STATEMENT or end not in known.by_end:
        return False
    start = known.by_end[end][2].start
    return start is not None and (end - start).days > 350


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
    reported, expected = amount / unit, year.total / unit
    what = f"{caption(year.known.row, year.known.statement)}, {year.end.year}"
    cites = (figure.cite, *(part.cite for part in year.parts))
    if _ties(year, scale):
        title = f"{what}: {say(reported)} is what the four quarters add to."
        return Check(Rule.REPEAT_TIE, Status.TIES, title, reported, expected, reported - expected, cites)
    title = f"{what}: the income statement has {say(reported)}; the four quarters add to {say(expected)}."
    return Check(Rule.REPEAT_TIE, Status.OFF, title, reported, expected, reported - expected, cites)
