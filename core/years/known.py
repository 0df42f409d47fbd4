"""Whose figures a table over the years shows: the latest filing's, the first one's, or what was known on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from core.analysis import Analysis
from core.years.series import Stitched, StitchedCell


def days(analyses: Sequence[Analysis]) -> tuple[date, ...]:
    """The days that one can ask about: those on which filings came, but for the last of them, on which all was known that is.
    None where a filing does not say when it was filed: what was known on a day is then not known."""
    filed = {one.filing.header.filed for one in analyses}
    return tuple(sorted(day for day in filed if day is not None)[:-1]) if None not in filed else ()


def known_on(analyses: Iterable[Analysis], day: date) -> list[Analysis]:
    """The filings that were there on a day."""
    return [one for one in analyses if one.filing.header.filed is not None and one.filing.header.filed <= day]


def first_reported(stitched: Stitched) -> Stitched:
    """The same table with what the first filing says that prints a figure; what later ones say stands beside it."""
    rows = (replace(row, cells=tuple(cell and _first(cell) for cell in row.cells)) for row in stitched.rows)
    return replace(stitched, rows=tuple(rows))


def _first(cell: StitchedCell) -> StitchedCell:
    first, *others = reversed((cell.told, *cell.others))
    return cell._replace(told=first, others=tuple(others))
