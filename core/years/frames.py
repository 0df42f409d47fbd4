"""A series as pandas: a frame of whole amounts, one of cites beside it, and what analysts compute of the amounts.

Rows are lines and columns periods, both by their numbers in the series.
"""

from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from core.years.period import YEAR, Period
from core.years.series import Stitched, StitchedCell, Told

_DAYS = 365.25
"""A year has on average."""
PERCENT = 100


@dataclass(frozen=True, slots=True, eq=False)
class Frames:
    """A series as frames whose rows are the same.

    `lines` tells of each line its label, concept, unit, depth and role. The columns of `values` and of `cites` are pairs of a
    period's number and the file that prints it, in order of time, the latest filing first: whole amounts as Decimal (None where
    a filing prints nothing), and the Told that each was read from. `latest` has a column a period: what the latest filing
    that prints it says, as floats, NaN where none does.
    """

    lines: pd.DataFrame
    values: pd.DataFrame
    cites: pd.DataFrame
    latest: pd.DataFrame
    periods: tuple[Period, ...]

    @property
    def annual(self) -> pd.DataFrame:
        """`latest` of the years and balances alone: a quarter never stands beside a year."""
        return self.latest[[at for at, period in enumerate(self.periods) if period.months in (None, YEAR)]]


class _Column(NamedTuple):
    """A column of `values` and `cites`."""

    period: int
    filing: str


_Columns = dict[_Column, dict[int, Told]]
"""What is told in each column, by the number of the line."""


def frames(series: Stitched) -> Frames:
    """The frames of a series."""
    columns = _columns(series)
    index = pd.RangeIndex(len(series.rows), name="line")
    heads = pd.MultiIndex.from_tuples(list(columns), names=_Column._fields)
    cites = [[told.get(number) for told in columns.values()] for number in index]
    values = [[one.value if one is not None else None for one in row] for row in cites]
    latest = [[float(cell.value) if cell is not None else None for cell in row.cells] for row in series.rows]
    return Frames(
        _lines(series, index),
        pd.DataFrame(values, index, heads, dtype=object),
        pd.DataFrame(cites, index, heads, dtype=object),
        pd.DataFrame(latest, index, range(len(series.periods)), dtype=float),
        series.periods,
    )


def _columns(series: Stitched) -> _Columns:
    """The columns in order of time, the latest filing first."""
    found: _Columns = {}
    for period in range(len(series.periods)):
        of_period: dict[str, dict[int, Told]] = {}
        for number, row in enumerate(series.rows):
            for told in _told(row.cells[period]):
                of_period.setdefault(told.path.name, {})[number] = told
        for path in series.paths:
            if path.name in of_period:
                found[_Column(period, path.name)] = of_period[path.name]
    return found


def _told(cell: StitchedCell | None) -> tuple[Told, ...]:
    return (cell.told, *cell.others) if cell is not None else ()


def _lines(series: Stitched, index: pd.RangeIndex) -> pd.DataFrame:
    heads = ["label", "concept", "unit", "depth", "role"]
    told = [(row.label, row.concept, row.unit and row.unit.value, row.depth, row.role.value) for row in series.rows]
    return pd.DataFrame(told, index, heads, dtype=object)


def growth(amounts: pd.DataFrame) -> pd.DataFrame:
    """Each period against the one before it, as a part of the earlier amount's size; NaN from nought and across signs."""
    earlier = amounts.shift(axis=1)
    return ((amounts - earlier) / earlier.abs()).where((earlier * amounts) > 0)


def compound_growth(amounts: pd.DataFrame, periods: tuple[Period, ...]) -> pd.Series:
    """The yearly growth that leads from the first period to the last, as a part; NaN where either is not above nought, or
    where there is one period alone."""
    first, last = amounts.iloc[:, 0], amounts.iloc[:, -1]
    years = (periods[int(amounts.columns[-1])].end - periods[int(amounts.columns[0])].end).days / _DAYS
    if not years:
        return first * float("nan")
    rate: pd.Series = (last.clip(lower=0) / first.clip(lower=0)) ** (1 / years) - 1
    return rate.mask(rate <= -1)


def share_of(amounts: pd.DataFrame, base: int) -> pd.DataFrame:
    """Common size: every amount as a part of the line `base` in its period; NaN where that is not above nought."""
    total = amounts.where(amounts > 0).loc[base]
    return amounts.div(total, axis=1)


def indexed(amounts: pd.DataFrame) -> pd.DataFrame:
    """Every line as percent of its first amount above nought; NaN before it."""
    first = amounts.where(amounts > 0).bfill(axis=1).iloc[:, 0]
    return amounts.div(first, axis=0) * PERCENT
