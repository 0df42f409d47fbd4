"""Do the four quarters of a year add up to the year that the income statement prints?"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from core.checks.amounts import caption
from core.checks.check import Rule
from core.checks.equation import LINE, MOST_DIGITS, Equation, Kind, Read, Term, misread
from core.checks.statement_lines import Known, alike, term_of
from core.statements.statement import Figure, Period, Row, Statement, StatementKind, Unit

_QUARTERS = 4
_ROUNDED = 2
"""Four quarters and their year, each rounded by half a unit, may differ by so many units."""
_LONGEST, _SHORTEST = timedelta(days=100), timedelta(days=80)
_EVIDENCE = 2
"""Years that must tie before one that does not is called off."""
_SAME_CAPTION = 0.1
"""By what it falls that a row is another line: all are found by their captions, and each year by its own."""
_YEAR = 350
"""Days. A shorter period is no year."""


class _Year(NamedTuple):
    """A row's four quarters, and the line of the income statement that has their year."""

    row: Row
    end: date
    parts: tuple[Figure, ...]
    total: Decimal
    known: Known


def quarters(table: Statement, lines: list[Known]) -> Iterator[Equation]:
    """The years of a table of quarters: those that tie, and one that does not where most others do."""
    years = sorted(_years(table, lines), key=lambda year: year.end)
    missed = [year for year in years if not _ties(year, table.scale)]
    held = len(years) - len(missed)
    told = not missed or (len(missed) <= 1 and held >= _EVIDENCE)
    wrong = misread(LINE, Read(held, MOST_DIGITS, 1), [_SAME_CAPTION]) if missed else 0.0
    for year in years:
        if told or year not in missed:
            yield _equation(table, year, wrong)


def _runs(table: Statement, row: Row) -> Iterator[tuple[Figure, ...]]:
    """The amounts of money of a row that are four quarters, one after the other; none where two end on one day."""
    figures = [figure for figure in row.figures if figure.value is not None] if row.unit is Unit.MONEY else []
    quarters = [(end, figure) for figure in figures if (end := _quarter_end(table.time(row, figure))) is not None]
    ends = dict(quarters)
    days = sorted(ends) if len(ends) == len(quarters) else []
    for run in (days[at : at + _QUARTERS] for at in range(len(days) - _QUARTERS + 1)):
        if all(_is_quarter(after - before) for before, after in pairwise(run)):
            yield tuple(ends[day] for day in run)


def _quarter_end(time: Period) -> date | None:
    """The last day of a period, if it is a quarter."""
    start, end = time
    return end if start is not None and end is not None and _is_quarter(end - start) else None


def _is_quarter(long: timedelta) -> bool:
    return _SHORTEST <= long <= _LONGEST


def _years(table: Statement, lines: list[Known]) -> Iterator[_Year]:
    """The rows whose caption is a line of the income statement; below the heading of another year only those whose figures
    have times of their own."""
    headings = 0
    for row in table.rows:
        headings += not row.figures and row.label.strip(" :").isdigit()
        for parts in _runs(table, row):
            own = headings < 2 or all(figure.time is not None for figure in parts)
            year = _year(table, row, parts, lines) if own else None
            if year is not None:
                yield year


def _year(table: Statement, row: Row, parts: tuple[Figure, ...], lines: list[Known]) -> _Year | None:
    """A row's four quarters with the line of the income statement that it repeats; None where there is none."""
    end = table.time(row, parts[-1]).end
    known = _same_line(Known(table, row, {}), end, lines) if end is not None else None
    if end is None or known is None:
        return None
    total = sum((figure.value for figure in parts if figure.value is not None), Decimal(0))
    return _Year(row, end, parts, total * table.scale, known)


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


def _equation(table: Statement, year: _Year, wrong: float) -> Equation:
    """The year of the income statement as the sum of its quarters, in whole amounts."""
    known = year.known
    parts = tuple([Term(1, int((part.value or 0) * table.scale), part, year.row, table) for part in year.parts])
    subject = f"{caption(known.row, known.statement)}, {year.end.year}"
    slack = _ROUNDED * max(table.scale, known.statement.scale)
    return Equation(Kind.YEAR, Rule.REPEAT_TIE, term_of(known, year.end), parts, slack, Decimal(1), wrong, subject)
