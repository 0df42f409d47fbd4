"""Amounts that no filing prints and that follow from what filings print: single quarters, the twelve months up to the last one.

Only money of flows is computed: a sum of amounts per share, or of average shares, is not that of the year. Each amount keeps the
figures that it was computed from.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from core.statements.statement import Unit
from core.years.period import NEAR, QUARTER, YEAR, Period
from core.years.series import Stitched, StitchedCell, StitchedRow, Told

_MONTH, _YEAR_DAYS = 30.44, 365
"""Days."""
_GONE = (3, 6, 9)
"""Months of a fiscal year that quarterly reports tell of."""
_CUMULATED = (YEAR, 9, 6)
"""Months from the beginning of the fiscal year, of which a quarter is what the one has over the one before."""


class Derived(NamedTuple):
    """A computed amount: of which row and period, and the figures that it is computed from, those taken off last."""

    row: int
    period: Period
    value: Decimal
    added: tuple[Told, ...]
    taken_off: tuple[Told, ...]

    @property
    def terms(self) -> tuple[Told, ...]:
        """Every figure that it is computed from."""
        return (*self.added, *self.taken_off)


class _Difference(NamedTuple):
    """A period that is what the `whole` periods have over those `taken_off`, by their numbers."""

    period: Period
    whole: tuple[int, ...]
    taken_off: tuple[int, ...]


def derived(series: Stitched) -> tuple[Derived, ...]:
    """What follows from a series, where no filing prints it, by period and row."""
    wanted = [*_quarters(series.periods), *_trailing(series.periods)]
    return tuple(found for each in wanted for found in _rows(series.rows, series.periods, each))


def _quarters(periods: Sequence[Period]) -> Iterator[_Difference]:
    """The quarters that end a year, nine months or six months: the whole less what had gone of it a quarter before."""
    for at, period in enumerate(periods):
        if period.months in _CUMULATED:
            before = _ending(periods, period, QUARTER, period.months - QUARTER)
            if before is not None:
                yield _Difference(Period(period.end, QUARTER), (at,), (before,))


def _trailing(periods: Sequence[Period]) -> Iterator[_Difference]:
    """The twelve months up to the latest quarter: the year before, and what has gone of this year less the same of that one."""
    gone = [at for at, period in enumerate(periods) if period.months in _GONE]
    if not gone:
        return
    end = max(periods[at].end for at in gone)
    latest = max((at for at in gone if periods[at].end == end), key=lambda at: periods[at].months or 0)
    period = periods[latest]
    year = _ending(periods, period, period.months or 0, YEAR)
    before = _ending(periods, period, YEAR, period.months or 0)
    if year is not None and before is not None and not any(each.end > period.end for each in periods):
        yield _Difference(Period(period.end, YEAR), (year, latest), (before,))


def _ending(periods: Sequence[Period], period: Period, months_before: int, months: int) -> int | None:
    """The period of this length that ends so many months before another."""
    end = period.end - timedelta(days=round(months_before * _YEAR_DAYS / YEAR))
    near = [at for at, one in enumerate(periods) if one.months == months and abs((one.end - end).days) <= NEAR]
    return near[0] if near else None


def _rows(rows: Sequence[StitchedRow], periods: Sequence[Period], wanted: _Difference) -> Iterator[Derived]:
    printed = next((at for at, one in enumerate(periods) if one == wanted.period), None)
    for number, row in enumerate(rows):
        if row.unit is not Unit.MONEY or (printed is not None and row.cells[printed] is not None):
            continue
        added, taken_off = _told(row, wanted.whole), _told(row, wanted.taken_off)
        if added and taken_off and not _is_a_balance(row):
            value = sum((one.value for one in added), Decimal(0)) - sum((one.value for one in taken_off), Decimal(0))
            yield Derived(number, wanted.period, value, added, taken_off)


def _told(row: StitchedRow, periods: Sequence[int]) -> tuple[Told, ...]:
    """What is told of all of these periods; nothing where one is missing."""
    cells = [row.cells[at] for at in periods]
    return tuple(cell.told for cell in cells if cell is not None) if all(map(_is_there, cells)) else ()


def _is_there(cell: StitchedCell | None) -> bool:
    return cell is not None


def _is_a_balance(row: StitchedRow) -> bool:
    """Whether the row is a balance that opens or closes a flow: cash at the beginning, at the end."""
    words = row.label.casefold().split()
    return any(word in words for word in ("beginning", "end")) or (row.concept or "").endswith("OfPeriod")
