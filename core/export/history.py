"""A history as the JSON that `years --json` prints, as `resources/schema/history.schema.json` describes it, and as text."""

from collections.abc import Iterator, Sequence
from typing import Any

from core.analysis import Analysis
from core.contract import amount
from core.export.heads import KINDS
from core.years.derived import Derived, derived
from core.years.differences import Difference
from core.years.history import History
from core.years.period import Period, in_order
from core.years.series import Joined, Stitched, StitchedCell, StitchedRow, Told

Json = dict[str, Any]
SCHEMA = "tieout.history/1"


def as_json(history: History) -> Json:
    """The whole history: amounts and dates as strings, keys that do not apply null."""
    return _Writer(history).whole()


class _Writer:
    def __init__(self, history: History) -> None:
        self.history = history
        self.analyses = {one.path: one for one in history.filings}

    def whole(self) -> Json:
        history = self.history
        return {
            "schema": SCHEMA,
            "company": history.company,
            "cik": history.cik,
            "filings": [_filing(one) for one in history.filings],
            "statements": [self.series(one) for one in history.series],
            "left_out": [
                {"file": left.path.name, "statement": left.statement.id, "why": left.why} for left in history.left_out
            ],
        }

    def series(self, series: Stitched) -> Json:
        computed = derived(series)
        periods = sorted({*series.periods, *(one.period for one in computed)}, key=in_order)
        at = {period: number for number, period in enumerate(periods)}
        of_row: dict[int, list[Json]] = {}
        for one in computed:
            of_row.setdefault(one.row, []).append(self.computed(at[one.period], one))
        columns = [at[period] for period in series.periods]
        return {
            "kind": series.kind.value,
            "member": series.member,
            "title": series.title,
            "currency": series.currency,
            "columns": [self.column(period) for period in periods],
            "rows": [
                self.row(row, columns, of_row.get(number, []))
                for number, row in enumerate(series.rows)
                if any(row.cells)
            ],
        }

    def column(self, period: Period) -> Json:
        fiscal = self.history.calendar.of(period)
        return {
            "label": period.label,
            "start": period.start.isoformat() if period.start else None,
            "end": period.end.isoformat(),
            "months": period.months,
            "fiscal_year": fiscal.year,
            "fiscal_quarter": fiscal.quarter,
        }

    def row(self, row: StitchedRow, columns: Sequence[int], computed: Sequence[Json]) -> Json:
        printed = [self.cell(at, cell) for at, cell in zip(columns, row.cells, strict=True) if cell is not None]
        return {
            "label": row.label,
            "depth": row.depth,
            "role": row.role.value,
            "concept": row.concept,
            "unit": row.unit.value if row.unit else None,
            "names": list(row.names),
            "joins": [_join(one) for one in row.joins],
            "cells": sorted((*printed, *computed), key=lambda cell: int(cell["column"])),
        }

    def cell(self, column: int, cell: StitchedCell) -> Json:
        return {
            "column": column,
            "whole": amount(cell.value),
            "difference": cell.difference.value if cell.difference else None,
            "computed": None,
            "values": [self.value(told) for told in (cell.told, *cell.others)],
        }

    def computed(self, column: int, one: Derived) -> Json:
        places = [self.location(told) for told in one.terms]
        return {"column": column, "whole": amount(one.value), "difference": None, "computed": places, "values": []}

    def value(self, told: Told) -> Json:
        return {
            "file": told.path.name,
            "whole": amount(told.value),
            "text": told.figure.text,
            "location": self.location(told),
        }

    def location(self, told: Told) -> Json:
        cite = told.cite
        source = self.analyses[told.path].filing.document(cite.document).source
        return {
            "file": told.path.name,
            "document": cite.document,
            "start": cite.start,
            "end": cite.end,
            "line": source.line_of(cite.start),
        }


def _join(one: Joined) -> Json:
    return {
        "files": [path.name for path in one.paths],
        "score": round(one.score, 2),
        "evidence": [f"{clue.rule.partition('/')[2]} {clue.weight:+.1f}" for clue in one.clues],
    }


def _filing(analysis: Analysis) -> Json:
    header = analysis.filing.header
    return {
        "file": analysis.path.name,
        "form": header.form,
        "period_end": header.period_end.isoformat() if header.period_end else None,
        "filed": header.filed.isoformat() if header.filed else None,
        "accession": header.accession,
    }


# in a terminal

_CAPTION, _INDENT = 48, 2
"""Characters that a caption gets, and by which a line stands under its heading."""
_MARKS = {
    None: " ",
    Difference.ROUNDING: " ",
    Difference.RESTATED: "*",
    Difference.RECLASSIFIED: "°",
    Difference.SPLIT: "/",
    Difference.SIGN: "±",
    Difference.MISPRINT: "?",
}
_LEGEND = "* restated  ° reclassified  / stock split  ± other sign  ? misprint suspected: an earlier filing prints it otherwise"


def as_text(history: History) -> str:
    """Every series as a table in characters, as the latest filing of each year prints it; what is left out below."""
    name = history.company or "Company unknown"
    parts = [f"{name}: {len(history.filings)} filings"]
    parts += ["\n".join(_series_lines(series)) for series in history.series]
    parts += [f"left out: {left.path.name} {left.statement.id}: {left.why}" for left in history.left_out]
    return (
        "\n\n".join([*parts[: 1 + len(history.series)], "\n".join([_LEGEND, *parts[1 + len(history.series) :]])]) + "\n"
    )


def _series_lines(series: Stitched) -> Iterator[str]:
    of = f" ({series.member})" if series.member else ""
    yield f"{KINDS[series.kind]}{of}"
    heads = [period.label for period in series.periods]
    cells = [[_shown(cell) for cell in row.cells] for row in series.rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    yield " " * _CAPTION + "  ".join(head.rjust(width) for head, width in zip(heads, widths, strict=True))
    for row, shown in zip(series.rows, cells, strict=True):
        caption = (" " * (_INDENT * row.depth) + row.label)[: _CAPTION - 1].ljust(_CAPTION)
        line = caption + "  ".join(text.rjust(width) for text, width in zip(shown, widths, strict=True))
        yield line.rstrip()


def _shown(cell: StitchedCell | None) -> str:
    return "" if cell is None else f"{' '.join(cell.told.figure.text.split())}{_MARKS[cell.difference]}"
