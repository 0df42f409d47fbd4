"""Measures over the years as JSON, with the figures that each was computed from, and as text for a terminal."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from core.analysis import Analysis
from core.contract import amount
from core.statements.statement import Role, Row
from core.years.measured_table import as_across, said_of_missing
from core.years.measures import Table, Term, Value
from core.years.stitched import Across

Json = dict[str, Any]
SCHEMA = "tieout.measures/1"
_CAPTION = 48
"""Characters that a name gets."""
_GAP = "  "


def as_json(table: Table, analyses: Mapping[Path, Analysis]) -> Json:
    """Every measure with its values by year end: amounts as strings, unrounded; of an empty one what is missing."""
    return {
        "schema": SCHEMA,
        "currency": table.currency,
        "measures": [
            {
                "group": one.measure.group,
                "name": one.measure.name,
                "formula": one.measure.text,
                "counts": one.measure.counts.value,
                "fault": one.measure.fault or None,
                "values": [
                    {"end": end.isoformat(), **_value(value, analyses)}
                    for end, value in zip(table.ends, one.values, strict=True)
                ],
            }
            for one in table.rows
        ],
    }


def _value(value: Value, analyses: Mapping[Path, Analysis]) -> Json:
    return {
        "value": amount(value.amount),
        "inputs": [_input(one, analyses) for one in value.terms],
        "missing": list(said_of_missing(value)),
        "taken_as_zero": list(value.zeros),
    }


def _input(one: Term, analyses: Mapping[Path, Analysis]) -> Json:
    told, cite = one.told, one.told.cite
    line = analyses[told.path].filing.document(cite.document).source.line_of(cite.start)
    place = {"document": cite.document, "start": cite.start, "end": cite.end, "line": line}
    return {"line": one.line, "end": one.end.isoformat(), "whole": amount(told.value), "text": told.figure.text,
            "location": {"file": told.path.name, **place}}  # fmt: skip


def as_text(table: Table) -> str:
    """The measures as a table in characters, below it those that cannot be computed, and why."""
    return "\n".join(_lines(table)) + "\n"


def _lines(table: Table) -> Iterator[str]:
    if not table.ends:
        yield "no year is known of these filings"
        return
    across = as_across(table)
    heads = [column.label for column in across.statement.columns]
    rows = across.statement.rows
    cells = [[_shown(row, at) for at in range(len(heads))] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    yield " " * _CAPTION + _GAP.join(head.rjust(width) for head, width in zip(heads, widths, strict=True))
    for row, shown in zip(rows, cells, strict=True):
        caption = (_GAP * row.depth + row.label)[: _CAPTION - 1].ljust(_CAPTION)
        yield (caption + _GAP.join(text.rjust(width) for text, width in zip(shown, widths, strict=True))).rstrip()
    yield ""
    yield from _empty(across, table)


def _shown(row: Row, column: int) -> str:
    figure = row.at(column)
    return figure.text if figure is not None else ""


def _empty(across: Across, table: Table) -> Iterator[str]:
    """The measures without any value, and why."""
    for number, row in enumerate(across.statement.rows):
        if row.role is not Role.HEADING and not row.figures:
            yield f"{row.label}: {across.computed[number, -1].fault or _why(table, row.label)}"


def _why(table: Table, name: str) -> str:
    """Why a measure has no value in any year: what the latest year lacks."""
    values = next(one.values for one in table.rows if one.measure.name == name)
    return "; ".join(said_of_missing(values[-1])) or "not computed"
