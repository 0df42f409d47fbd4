"""Figures that two filings of one company print differently: the differences of their common years (`core/years`)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from core.analysis import Analysis
from core.statements.statement import PRIMARY, Figure
from core.years.arithmetic import Arithmetic, arithmetic, column_of
from core.years.differences import Difference
from core.years.period import Period
from core.years.series import Stitched, every_series
from core.years.sources import KINDS, sources


class Changed(NamedTuple):
    """A figure that the two filings print differently for the same line and period; values in single units."""

    statement: str
    label: str
    period: str
    old: Figure
    new: Figure
    old_value: Decimal
    new_value: Decimal
    difference: Difference
    made: Arithmetic | None = None
    """How a reclassified figure came about, where that can be told."""


def changed_figures(old: Analysis, new: Analysis) -> tuple[Changed, ...]:
    """What the newer filing's primary statements print otherwise than the older's, but for rounding, in its order."""
    kinds = (kind for kind in KINDS if kind in PRIMARY)
    return tuple(
        found for kind in kinds for series in every_series(sources((old, new), kind)) for found in _changed(series, new)
    )


def _changed(series: Stitched, new: Analysis) -> Iterator[Changed]:
    for row in series.rows:
        for at, (period, cell) in enumerate(zip(series.periods, row.cells, strict=True)):
            if cell is None or not cell.restated or cell.difference is None or cell.told.path != new.path:
                continue
            older = next((told for told in cell.others if told.path != new.path), None)
            if older is not None:
                yield Changed(
                    statement=series.title or series.kind,
                    label=row.label or "(no caption)",
                    period=_words(period),
                    old=older.figure,
                    new=cell.told.figure,
                    old_value=older.value,
                    new_value=cell.value,
                    difference=cell.difference,
                    made=arithmetic(cell, column_of(series, at)),
                )


def _words(period: Period) -> str:
    return f"{period.end:%B} {period.end.day}, {period.end.year}"
