"""A table over all the years of several filings as a workbook or as CSV, with what was restated and where it stands."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from core.analysis import Analysis
from core.export.heads import KINDS, UNITS, amounts, head, title
from core.export.measured import INPUTS, write_inputs, write_measures
from core.export.tables import as_csv as csv_of
from core.export.workbook import (
    HEADS,
    TIMES,
    TOP,
    Book,
    Heading,
    Look,
    widen_captions,
    write_heads,
    write_row,
    write_text,
)
from core.years.measured_table import TITLE as MEASURES
from core.years.series import Told
from core.years.stitched import Across

_RESTATED = (
    Heading("Line", 60),
    Heading("Period", 20),
    Heading("Filing", 14),
    Heading("Printed", 16),
    Heading("Document", 10),
    Heading("Line of the text", 14),
)
_FIGURES = 14
"""Characters that a column of figures is wide."""
Filings = Mapping[Path, Analysis]


def filing(analyses: Filings, path: Path) -> str:
    """`10-K 2003`; the file's name where neither form nor year is known."""
    header = analyses[path].filing.header
    return " ".join(str(word) for word in (header.form, header.fiscal_year) if word) or path.name


def as_workbook(across: Across, analyses: Filings) -> bytes:
    """A workbook of two sheets: the table, its restated figures amber, and what each filing said of those; of measures the
    formulas, and what they are over."""
    book = Book()
    sheet = book.book.add_worksheet(book.name(MEASURES if across.computed else KINDS[across.statement.kind]))
    write_across(book, sheet, across, analyses)
    if across.computed:
        name = book.name(INPUTS)
        cell = write_inputs(book, book.book.add_worksheet(name), name, across, analyses)
        write_measures(book, sheet, across, cell)
    if across.restated:
        _restated_sheet(book, book.book.add_worksheet(book.name("Restated")), across, analyses)
    return book.bytes()


def write_across(book: Book, sheet: Any, across: Across, analyses: Filings) -> None:
    """Writes the table on a sheet, its restated figures amber."""
    statement = across.statement
    write_text(sheet, 0, 0, title(statement), book.look(Look(bold=True)))
    write_text(sheet, 1, 0, amounts(statement), book.look(Look(grey=True)))
    for at, column in enumerate(statement.columns, 1):
        write_text(sheet, HEADS, at, head(column), book.look(Look(head=True)))
        write_text(sheet, TIMES, at, filing(analyses, across.filings[at - 1]), book.look(Look(places=0, grey=True)))
    for number, row in enumerate(statement.rows):
        cells = [cell for (at, _), cell in across.cells.items() if at == number and cell.restated]
        write_row(book, sheet, number + TOP, row, {cell.told.cite for cell in cells})
    widen_captions(sheet, statement.rows)
    sheet.set_column(1, max(1, len(statement.columns)), _FIGURES)
    sheet.freeze_panes(TOP, 1)


def _restated_sheet(book: Book, sheet: Any, across: Across, analyses: Filings) -> None:
    write_heads(book, sheet, _RESTATED)
    sheet.freeze_panes(1, 0)
    for at, line in enumerate(_restated(across, analyses), 1):
        for column, text in enumerate(line):
            write_text(sheet, at, column, text, book.look(Look()))


def _restated(across: Across, analyses: Filings) -> Iterator[list[str]]:
    """A line for what each filing says of each restated figure, the latest filing first."""
    for (row, column), cell in sorted(across.cells.items()):
        if cell.restated:
            for told in (cell.told, *cell.others):
                place = [across.statement.rows[row].label, head(across.statement.columns[column])]
                yield [*place, *_said(told, analyses)]


def _said(told: Told, analyses: Filings) -> list[str]:
    source = analyses[told.path].filing.document(told.cite.document).source
    return [
        filing(analyses, told.path),
        told.figure.text,
        str(told.cite.document),
        str(source.line_of(told.cite.start)),
    ]


def as_csv(across: Across, analyses: Filings) -> str:
    """The table, and under it what was restated."""
    statement = across.statement
    rows = [[title(statement)], [amounts(statement)]]
    rows.append(["", *(head(column) for column in statement.columns), "Unit"])
    rows.append(["Read from", *(filing(analyses, path) for path in across.filings)])
    for row in statement.rows:
        cells = [""] * len(statement.columns)
        for figure in row.figures:
            cells[figure.column] = figure.text if figure.value is None else f"{figure.value:f}"
        rows.append(["  " * row.depth + row.label, *cells, UNITS[row.unit] if row.unit else ""])
    restated = list(_restated(across, analyses))
    return csv_of([*rows, *([[], [heading.words for heading in _RESTATED], *restated] if restated else [])])
