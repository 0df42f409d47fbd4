"""Measures as a statement over the years, so that they are shown, drawn, compared and exported as one is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import groupby

from core.source import Cite
from core.statements.statement import Column, Figure, Role, Row, Statement, StatementKind, Unit
from core.years.measures import Counts, Lack, Measure, Measured, Missing, Table, Value
from core.years.series import StitchedCell, Told
from core.years.stitched import Across, Computed, filing_of

TITLE = "Measures"
_PERCENT = Decimal(100)
_PLACES = {Counts.PERCENT: 1, Counts.RATIO: 2, Counts.DAYS: 1, Counts.MONEY: 0}
"""Decimals that are shown."""
_UNITS = {
    Counts.PERCENT: Unit.PERCENT,
    Counts.RATIO: Unit.NUMBER,
    Counts.DAYS: Unit.NUMBER,
    Counts.MONEY: Unit.MONEY,
}
_MOST = 15
"""Digits of a value that is shown; a formula may come to more."""


def as_across(table: Table) -> Across:
    """The measures by group, a heading over each; a value points at the figures that it was computed from."""
    scale = _scale(table.rows)
    rows: list[Row] = []
    computed: dict[tuple[int, int], Computed] = {}
    cells: dict[tuple[int, int], StitchedCell] = {}
    for group, some in groupby(_by_group(table.rows), key=lambda one: one.measure.group):
        rows.append(Row(group, 0, Role.HEADING, None, None, Cite(1, ()), ()))
        for one in some:
            number = len(rows)
            figures = []
            for column, value in enumerate(one.values):
                computed[number, column] = Computed(one.measure.text, value)
                figure = _figure(column, one.measure, value, scale)
                if figure is not None:
                    figures.append(figure)
                    cells[number, column] = _cell(value, figure)
            unit = _UNITS[one.measure.counts]
            rows.append(Row(one.measure.name, 1, Role.LINE, unit, None, Cite(1, ()), tuple(figures)))
            computed[number, -1] = Computed(one.measure.text, Value(None), one.measure.fault)
    columns = tuple(Column(head, None, end) for head, end in zip(_heads(table.ends), table.ends, strict=True))
    statement = Statement(
        "years-measures", StatementKind.OTHER, TITLE, None, Cite(1, ()), table.currency, scale, columns, tuple(rows)
    )
    filings = tuple(filing_of(cells, column) or table.paths[0] for column in range(len(columns)))
    return Across(statement, cells, filings, table.paths, computed)


def _by_group(rows: Sequence[Measured]) -> list[Measured]:
    """The measures of a group together, groups in the order in which they first come."""
    order = list(dict.fromkeys(one.measure.group for one in rows))
    return sorted(rows, key=lambda one: order.index(one.measure.group))


def _heads(ends: Sequence[date]) -> list[str]:
    years = [end.year for end in ends]
    return [str(end.year) if years.count(end.year) == 1 else f"{end:%B} {end.day}, {end.year}" for end in ends]


def _scale(rows: Sequence[Measured]) -> int:
    """The scale of most amounts of money that something is computed from; the coarser among equals."""
    found = Counter(term.told.scale for one in rows for value in one.values for term in value.terms)
    return max(found, key=lambda scale: (found[scale], scale), default=1)


def _figure(column: int, measure: Measure, value: Value, scale: int) -> Figure | None:
    if value.amount is None or not value.terms or value.amount.adjusted() > _MOST:
        return None
    shown = value.amount * _PERCENT if measure.counts is Counts.PERCENT else value.amount
    shown = shown / scale if measure.counts is Counts.MONEY else shown
    shown = shown.quantize(Decimal(1).scaleb(-_PLACES[measure.counts]), ROUND_HALF_EVEN)
    text = f"{shown:,}" + ("%" if measure.counts is Counts.PERCENT else "")
    return Figure(column, text, shown, value.terms[0].told.cite)


def _cell(value: Value, figure: Figure) -> StitchedCell:
    first = value.terms[0].told
    return StitchedCell(Told(figure.value or Decimal(0), figure, first.path, first.statement))


def spelled(line: str) -> str:
    """A line as a person says it: `cost of revenue`."""
    return line.replace("_", " ")


def said_of_missing(value: Value) -> Iterator[str]:
    """Why there is no value: `no line is known as receivables`, `revenue of 1991 is in none of these filings`."""
    for one in dict.fromkeys(value.missing):
        yield _said(one)


def _said(one: Missing) -> str:
    match one.lack:
        case Lack.NO_LINE:
            return f"no line is known as {spelled(one.line)}"
        case Lack.SEVERAL:
            return f"several lines could be {spelled(one.line)} of {one.end.year}"
        case Lack.NOT_PRINTED:
            return f"{spelled(one.line)} of {one.end.year} is in none of these filings"
        case Lack.NOT_MEANINGFUL:
            return "it has no meaning for these amounts"
