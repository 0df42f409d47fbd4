"""Do the four quarters of a year add up to the year that the income statement prints?"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from core.checks.amounts import caption
from core.checks.check import Rule
from core.checks.equation import LINE, MOST_DIGITS, Equation, Kind, Read, Term, misread
from core.checks.statement_lines import Known, alike, term_of
from core.dates import said, without_time
from core.statements.concepts import fold
from core.statements.statement import Figure, Period, Row, Statement, StatementKind, Unit

_QUARTERS = 4
_ROUNDED = 2
"""Four quarters and their year, each rounded by half a unit, may differ by so many units."""
_LONGEST, _SHORTEST = timedelta(days=100), timedelta(days=80)
_EVIDENCE = 2
"""Years that must tie in a filing before one that does not is called off."""
_TIES_FOR_ONE = 3
"""For each year that does not tie, beyond the first, so many must."""
_SAME_CAPTION = 0.1
"""By what it falls that a row is another line: all are found by their captions, and each year by its own."""
_TELLING, _TELLING_MARGIN = 10_000, 500
"""Printed units. A year of less may be that of another line by chance; and of a margin, of which few have the name."""
_MARGINS = frozenset({"gross margin", "gross profit", "gross profits", "gross profit from sales"})
_SALES = ("us-gaap:Revenues", "us-gaap:SalesRevenueNet")
_COSTS = ("us-gaap:CostOfRevenue", "us-gaap:CostOfGoodsSold")
_YEAR = 350
"""Days. A shorter period is no year."""


class _Line(NamedTuple):
    """A line of the income statement; for a margin, sales and the `less` that is taken from them."""

    known: Known
    less: Known | None = None

    @property
    def scale(self) -> int:
        """What its amounts are rounded to."""
        return max(self.known.scale, self.less.scale if self.less is not None else 1)

    def amount(self, end: date) -> Decimal:
        """Its amount of the year that ends on a day."""
        taken = abs(self.less.by_end[end].amount) if self.less is not None else Decimal(0)
        return self.known.by_end[end].amount - taken


class _Run(NamedTuple):
    """Four quarters of a row, and the day that their year ends."""

    table: Statement
    row: Row
    end: date
    parts: tuple[Figure, ...]

    @property
    def total(self) -> Decimal:
        """What they add to, in whole amounts."""
        return sum([part.value or Decimal(0) for part in self.parts], Decimal(0)) * self.table.scale

    def ties(self, line: _Line) -> bool:
        """Whether a line has their sum."""
        slack = _ROUNDED * max(self.table.scale, line.scale)
        return abs(line.amount(self.end) - self.total) <= slack


class _Year(NamedTuple):
    """Four quarters of a row, and the line of the income statement that has their year."""

    run: _Run
    line: _Line

    @property
    def missed(self) -> bool:
        """Whether they do not add up to it."""
        return not self.run.ties(self.line)


def quarters(tables: list[Statement], lines: list[Known]) -> Iterator[Equation]:
    """The years of the tables of quarters of a filing: those that tie, and one of a table that does not where another of it
    and most of the others do."""
    found = list(_of_tables(tables, lines))
    wrong = _misread([year.missed for years in found for year in years])
    for years in found:
        told = wrong is not None and sum(year.missed for year in years) == 1 < len(years)
        for year in years:
            if told or not year.missed:
                yield _equation(year, wrong or 0.0)


def _of_tables(tables: list[Statement], lines: list[Known]) -> Iterator[list[_Year]]:
    """The years of each table that the income statement has, in order."""
    yearly = [known for known in lines if known.statement.kind is StatementKind.INCOME_STATEMENT] if tables else []
    runs = [_runs_of(table, yearly) for table in tables] if yearly else []
    named = _by_amount([run for some in runs for run in some], yearly)
    for some in runs:
        yield sorted(_years(some, yearly, named), key=lambda year: year.run.end)


def _misread(missed: list[bool]) -> float | None:
    """How likely it is that a row is another line where a year does not tie; None where too few others do."""
    off = sum(missed)
    held = len(missed) - off
    if held < _EVIDENCE or off > max(1, held // _TIES_FOR_ONE):
        return None
    return misread(LINE, Read(held, MOST_DIGITS, max(1, off)), [_SAME_CAPTION])


def _runs_of(table: Statement, lines: list[Known]) -> list[_Run]:
    """All years of four quarters of a table, by the times of its figures; by their sums where no time tells."""
    runs = list(_all_runs(table))
    told = {id(run.row) for run in runs if _adds_up(run, lines)}
    ends = sorted({end for known in lines for end in known.by_end if _is_year(known, end)})
    for block in _blocks(table):
        if told.isdisjoint(map(id, block.rows)):
            again = [run for pick in _PICKS for run in _by_sums(table, block, pick, ends, lines)]
            rows = {id(run.row) for run in again}
            runs = [*[run for run in runs if id(run.row) not in rows], *again]
    return runs


class _Block(NamedTuple):
    """The rows of a table below a heading that is a year, or all of them."""

    year: int | None
    rows: list[Row]


class _Pick(NamedTuple):
    """Which of so many figures of a row are the quarters of one year."""

    width: int
    which: slice


_PICKS = (
    _Pick(_QUARTERS, slice(_QUARTERS)),
    _Pick(2 * _QUARTERS, slice(_QUARTERS)),
    _Pick(2 * _QUARTERS, slice(_QUARTERS, None)),
    _Pick(2 * _QUARTERS, slice(0, None, 2)),
    _Pick(2 * _QUARTERS, slice(1, None, 2)),
)
"""One year; two years one after the other; and two years quarter by quarter."""
_VOTES = 2
"""Rows whose quarters must add up to a year of their captions before it is the year of all of them."""
_LEAST, _LEAST_ALONE = 100, 1000
"""Printed units. A year of less may be that of another one by chance: among several rows, and below a heading that says it."""


def _blocks(table: Statement) -> Iterator[_Block]:
    """The rows of a table, parted where a heading is a year."""
    block = _Block(None, [])
    for row in table.rows:
        year = _heads(row)
        if year is not None:
            yield block
            block = _Block(year, [])
        elif row.unit is Unit.MONEY and row.figures:
            block.rows.append(row)
    yield block


def _heads(row: Row) -> int | None:
    """The one year that a heading says, and nothing else: `1995`, `Year ended June 30, 1995 *`."""
    if row.figures or not row.label[-_NEAR_END:].strip(" :*)").endswith(_DIGITS):
        return None
    if without_time(row.label.strip(" :*")):
        return None
    told = said(row.label)
    years = {*told.years, *(day.year for day in told.dates)}
    return years.pop() if len(years) == 1 else None


_NEAR_END = 8
"""Characters at the end of a heading in which its year ends, with marks of footnotes."""
_DIGITS = tuple("0123456789")


def _by_sums(table: Statement, block: _Block, pick: _Pick, ends: list[date], lines: list[Known]) -> Iterator[_Run]:
    """The runs of a block of the one year that its rows add up to, each by its caption; none where that is not certain."""
    parts = [(row, figures[pick.which]) for row in block.rows if len(figures := _printed(row)) == pick.width]
    if not parts:
        return
    years = [[_Run(table, row, end, figures) for row, figures in parts] for end in _ends_in(ends, block.year)]
    said = [runs for runs in years if _is_year_of(runs, lines, alone=block.year is not None)]
    if len(said) == 1:
        yield from said[0]


def _printed(row: Row) -> tuple[Figure, ...]:
    return tuple([figure for figure in row.figures if figure.value is not None])


def _ends_in(ends: list[date], year: int | None) -> list[date]:
    return [end for end in ends if year is None or end.year == year]


def _is_year_of(runs: list[_Run], lines: list[Known], *, alone: bool) -> bool:
    """Whether quarters add up to lines of their captions: several rows; or one large one, where a heading says the year."""
    totals = [abs(run.total) / run.table.scale for run in runs if _adds_up(run, lines)]
    return sum([total >= _LEAST for total in totals]) >= _VOTES or (alone and max(totals, default=0) >= _LEAST_ALONE)


def _adds_up(run: _Run, lines: list[Known]) -> bool:
    line = _same_line(run, lines)
    return line is not None and run.ties(line)


def _all_runs(table: Statement) -> Iterator[_Run]:
    """All years of four quarters of a table; below the heading of another year only those whose figures have times of their
    own."""
    headings, headed = 0, None
    for row in table.rows:
        if (year := _heads(row)) is not None:
            headings, headed = headings + 1, year
        for parts in _runs(table, row):
            own = headings < 2 or all(figure.time is not None for figure in parts)
            end = table.time(row, parts[-1]).end if own else None
            if end is not None and headed in (None, end.year):
                yield _Run(table, row, end, parts)


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


def _years(runs: list[_Run], lines: list[Known], named: dict[str, _Line]) -> Iterator[_Year]:
    """The years that the income statement has, each with the line that the row repeats: by its caption, or its amounts."""
    for run in runs:
        line = _same_line(run, lines) or named.get(fold(run.row.label))
        if line is not None and _has(line, run.end):
            yield _Year(run, line)


def _same_line(run: _Run, lines: list[Known]) -> _Line | None:
    """The one line of the income statement of a row's caption, with a year that ends on this day."""
    own = Known(run.table, run.row, {})
    same = [
        known for known in lines if known.row.unit is run.row.unit and alike(own, known) and _is_year(known, run.end)
    ]
    return _Line(same[0]) if len(same) == 1 else None


def _by_amount(runs: list[_Run], lines: list[Known]) -> dict[str, _Line]:
    """The lines that rows of other captions repeat: the one line, or the one margin, which has the sum of the quarters of a
    year of so many digits that it is no chance."""
    found: dict[str, _Line] = {}
    for run in runs:
        called = fold(run.row.label)
        least = _TELLING_MARGIN if called in _MARGINS else _TELLING
        if not called or called in found or abs(run.total) < least * run.table.scale or _same_line(run, lines):
            continue
        large = abs(run.total) >= _TELLING * run.table.scale
        fit = (large and _fitting(run, map(_Line, lines))) or _fitting(run, _margins(called, lines))
        if len(fit) == 1:
            found[called] = fit[0]
    return found


def _fitting(run: _Run, lines: Iterable[_Line]) -> list[_Line]:
    return [line for line in lines if _has(line, run.end) and run.ties(line)]


def _margins(called: str, lines: list[Known]) -> Iterator[_Line]:
    """For a row that is called a gross margin: sales less their cost."""
    if called in _MARGINS:
        sales = [known for known in lines if known.row.known in _SALES]
        costs = [known for known in lines if known.row.known in _COSTS]
        yield from (_Line(one, cost) for one in sales for cost in costs if one.statement is cost.statement)


def _has(line: _Line, end: date) -> bool:
    return _is_year(line.known, end) and (line.less is None or end in line.less.by_end)


def _is_year(known: Known, end: date) -> bool:
    if end not in known.by_end:
        return False
    start = known.by_end[end].column.start
    return start is not None and (end - start).days > _YEAR


def _equation(year: _Year, wrong: float) -> Equation:
    """The year of the income statement as the sum of its quarters, in whole amounts."""
    (table, row, end, figures), (known, less) = year
    quarters = [Term(1, int((part.value or 0) * table.scale), part, row, table) for part in figures]
    taken = [term_of(less, end, 1 if less.by_end[end].amount > 0 else -1)] if less is not None else []
    subject = f"{caption(known.row, known.statement)}, {end.year}"
    slack = _ROUNDED * max(table.scale, year.line.scale)
    parts = (*quarters, *taken)
    return Equation(Kind.YEAR, Rule.REPEAT_TIE, term_of(known, end), parts, slack, Decimal(1), wrong, subject)
