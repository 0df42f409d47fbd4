"""The periods of a company: how long they are, which fiscal year and quarter they belong to, which columns are one period."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from core.analysis import Analysis
from core.dates import on
from core.read.filing import Header
from core.statements.statement import Column, StatementKind

YEAR, QUARTER = 12, 3
"""Months."""
_MONTH = 30.44
"""Days, on average."""
NEAR = 10
"""Days that the end of one period may lie apart in two filings: years of 52 weeks, heads that give the month alone."""
_TURN = 7
"""Days. A year that ends so soon after New Year is the year before: 52 weeks end on the day of the week nearest to it."""
_DAYS, _QUARTERS = 365.25, 4
"""Of a year."""
FLOWS = frozenset({StatementKind.INCOME_STATEMENT, StatementKind.CASH_FLOW, StatementKind.COMPREHENSIVE_INCOME})
"""The statements whose columns are spans of time."""
BALANCES = frozenset({StatementKind.BALANCE_SHEET, StatementKind.SELECTED_DATA})
"""Those whose columns are days; selected data have flows and balances of a year in one column."""
ANNUAL = ("10-K", "20-F", "40-F")
_INTERIM = ("10-Q", "6-K")


class Period(NamedTuple):
    """A column of a series. `months` is its length, None for a balance."""

    end: date
    months: int | None = None

    @property
    def label(self) -> str:
        """`2003`, or `3 months to 2003-03-31`."""
        if self.months is None or self.months == YEAR:
            return str(self.end.year) if self.months else self.end.isoformat()
        return f"{self.months} months to {self.end.isoformat()}"

    @property
    def start(self) -> date | None:
        """The first day, some days exact; None for a balance."""
        if self.months is None:
            return None
        return self.end - timedelta(days=round(self.months * _MONTH) - 1)


class Fiscal(NamedTuple):
    """The fiscal year that a period ends in, and its quarter; None where the company's year is not known."""

    year: int | None
    quarter: int | None


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """The ends of a company's fiscal years, as far as its filings tell them, in order of time."""

    year_ends: tuple[date, ...]

    def of(self, period: Period) -> Fiscal:
        """Where a period ends in the company's years. A fiscal year has the number of the year in which it ends."""
        if not self.year_ends:
            return Fiscal(None, None)
        nearest = min(self.year_ends, key=lambda one: abs((one - period.end).days))
        before = round((nearest - period.end).days / (_DAYS / _QUARTERS))
        year_end = nearest + timedelta(days=round(-(before // _QUARTERS) * _DAYS))
        return Fiscal((year_end - timedelta(days=_TURN)).year, _QUARTERS - before % _QUARTERS)


def calendar(analyses: Iterable[Analysis]) -> FiscalCalendar:
    """The calendar of a company, from its annual reports; else from the day that other reports say its year ends."""
    headers = [one.filing.header for one in analyses]
    annual = {one.period_end for one in headers if one.period_end is not None and is_annual(one)}
    return FiscalCalendar(tuple(sorted(annual or {end for one in headers if (end := _said_end(one)) is not None})))


def is_annual(header: Header) -> bool:
    """Whether a filing is an annual report."""
    return (header.form or "").upper().startswith(ANNUAL)


def _said_end(header: Header) -> date | None:
    """The end of the year that a report's period lies in, by the month and day that its header gives."""
    if header.fiscal_year_end is None or header.period_end is None:
        return None
    end = on(header.period_end.year, *header.fiscal_year_end)
    late = (header.period_end - end).days > NEAR
    return on(end.year + 1, *header.fiscal_year_end) if late else end


def usual_months(analysis: Analysis, kind: StatementKind) -> int | None:
    """How long the periods of a filing are that do not say it: a year in an annual report; in a quarterly report a quarter,
    or for cash flows what has gone of the fiscal year, as far as that is known. None for other forms."""
    header = analysis.filing.header
    form = (header.form or "").upper()
    if form.startswith(ANNUAL):
        return YEAR
    if not form.startswith(_INTERIM):
        return None
    if kind is not StatementKind.CASH_FLOW or header.fiscal_year_end is None or header.period_end is None:
        return QUARTER
    gone = (header.period_end.month - header.fiscal_year_end[0] - 1) % YEAR
    return gone // QUARTER * QUARTER + QUARTER


def period_of(column: Column, kind: StatementKind, usual: int | None = YEAR) -> Period | None:
    """What a column is a period of, `usual` months where it does not say where it begins; None where no date or no length
    is known."""
    if column.end is None:
        return None
    if kind in BALANCES or (column.start is None and kind not in FLOWS):
        return Period(column.end)
    if column.start is None:
        return Period(column.end, usual) if usual is not None else None
    return Period(column.end, max(1, round(((column.end - column.start).days + 1) / _MONTH)))


def known_as(period: Period, known: Iterable[Period]) -> Period:
    """The known period that this is; itself where none of its length ends within some days of it."""
    near = [one for one in known if one.months == period.months and abs((one.end - period.end).days) <= NEAR]
    return min(near, key=lambda one: abs((one.end - period.end).days), default=period)


def in_order(period: Period) -> tuple[date, int]:
    """For sorting periods by time, the shorter of those that end together first."""
    return period.end, period.months or 0
