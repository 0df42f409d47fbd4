"""All hits of a search as a table, with their places, and a list of the filings that have none."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import xlsxwriter

from core.formulas import guarded
from core.library.search import Hit, Limits, filings_within, search
from core.library.shelf import Kept, Shelf
from core.target import put

SUFFIXES = (".csv", ".xlsx")
MOST = 1_000_000
"""Hits of a table: as many rows as a worksheet has, nearly."""
WITHOUT = "without a hit"
_HEADS = (
    "Company",
    "Form",
    "Fiscal year",
    "Section",
    "Sentence or row",
    "File",
    "Document",
    "Line",
    "Start",
    "End",
    "SHA-256",
)
_REST = ("Company", "Form", "Fiscal year", "File")
_WIDTHS = (28, 8, 11, 36, 90, 60)
"""Characters of the first columns."""
_CELL = 32_767
"""Characters that a cell of a worksheet takes."""

Cell = str | int | None


class Answered(NamedTuple):
    """The hits, and the filings that were asked and have none."""

    hits: list[Hit]
    without: list[Kept]


def answered(shelf: Shelf, query: str, limits: Limits = Limits()) -> Answered:  # noqa: B008 - a constant
    """All hits of a query, and the filings within its limits without one. Raises QueryError."""
    hits = search(shelf, query, limits, MOST)
    found = {hit.path for hit in hits}
    return Answered(hits, [kept for kept in filings_within(shelf, limits) if kept.path not in found])


def write_hits(told: Answered, target: Path) -> tuple[Path, ...]:
    """Writes a table of hits: a workbook with the filings without one on a sheet of their own, or CSV with a file of them beside
    it; the files written. Raises ValueError for a target of another kind, and as `put` does."""
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise ValueError(f"{target.name}: the name must end in .csv or .xlsx")
    inputs = [hit.path for hit in told.hits] + [kept.path for kept in told.without]
    hits, rest = list(map(_row, told.hits)), list(map(_row_without, told.without))
    if suffix == ".xlsx":
        put(target, _workbook(hits, rest), inputs)
        return (target,)
    beside = target.with_name(f"{target.stem} {WITHOUT}{target.suffix}")
    put(target, _csv(_HEADS, hits), inputs)
    put(beside, _csv(_REST, rest), inputs)
    return target, beside


def _row(hit: Hit) -> list[Cell]:
    told: list[Cell] = [hit.company, hit.form, hit.fiscal_year, hit.section, hit.sentence, str(hit.path)]
    return [*told, hit.document, hit.line, hit.start, hit.end, hit.sha256]


def _row_without(kept: Kept) -> list[Cell]:
    return [kept.company, kept.form, kept.fiscal_year, str(kept.path)]


def _csv(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _workbook(hits: Sequence[Sequence[Cell]], rest: Sequence[Sequence[Cell]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        for name, heads, rows in (("Hits", _HEADS, hits), (WITHOUT.capitalize(), _REST, rest)):
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for column, head in enumerate(heads):
                sheet.write_string(0, column, head, bold)
            for column, width in enumerate(_WIDTHS[: len(heads)]):
                sheet.set_column(column, column, width)
            for at, row in enumerate(rows, 1):
                _write_row(sheet, at, row)
            sheet.autofilter(0, 0, len(rows), len(heads) - 1)
    return out.getvalue()


def _write_row(sheet: "xlsxwriter.worksheet.Worksheet", at: int, row: Sequence[Cell]) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, int):
            sheet.write_number(at, column, cell)
        elif cell:
            sheet.write_string(at, column, cell[:_CELL])
