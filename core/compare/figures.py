"""Figures that two filings of one company print differently: the differences of their common years (`core/years`)."""

from collections.abc import Generator, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis
from core.compare.steps import Pause, finished
from core.statements.statement import PRIMARY, Figure
from core.years.arithmetic import Arithmetic, arithmetic, column_of
from core.years.differences import Difference
from core.years.period import Period
from core.years.series import Stitched, every_stitching
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


def changed_figures(old: Analysis, new: Analysis, beside: Sequence[Analysis] = ()) -> tuple[Changed, ...]:
    """What the newer filing's primary statements print otherwise than the older's, but for rounding, in its order. Filings of
    the company that are known `beside` them tell more of what is one line."""
    return finished(changing_figures(old, new, beside))


def changing_figures(
    old: Analysis, new: Analysis, beside: Sequence[Analysis] = ()
) -> Generator[Pause, None, tuple[Changed, ...]]:
    """The same in steps: an empty answer after every bounded piece of work."""
    filings = {one.path: one for one in (old, new, *beside)}
    found: list[Changed] = []
    for kind in (kind for kind in KINDS if kind in PRIMARY):
        every = sources(filings.values(), kind)
        yield ()
        for series in every_stitching(every):
            if series is not None:
                found += _changed(series, new.path, old.path)
            yield ()
    return tuple(found)


def _changed(series: Stitched, new: Path, old: Path) -> Iterator[Changed]:
    for row in series.rows:
        for at, (period, whole) in enumerate(zip(series.periods, row.cells, strict=True)):
            cell = whole.between(new, old) if whole is not None else None
            if cell is None or not cell.restated or cell.difference is None:
                continue
            others = (one for one in column_of(series, at) if one[0] is not row)
            yield Changed(
                statement=series.title or series.kind,
                label=row.label or "(no caption)",
                period=_words(period),
                old=cell.others[0].figure,
                new=cell.told.figure,
                old_value=cell.others[0].value,
                new_value=cell.value,
                difference=cell.difference,
                made=arithmetic(cell, others),
            )


def _words(period: Period) -> str:
    return f"{period.end:%B} {period.end.day}, {period.end.year}"
