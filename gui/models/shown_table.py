"""A sheet as it is shown, rows and columns as the reader arranged them, with all that paper or a spreadsheet must say of it."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex

from core.export.one_table import OneTable, Place, TableCell, TableLine
from core.search import page
from core.source import Cite
from core.statements.statement import Role
from gui.format import printed_decimals
from gui.models.copied import citation
from gui.models.sheet import WARNING_SIGN, SheetModel
from gui.models.sheet_words import facts_of, title_of
from gui.models.titles import calm
from gui.models.years import YearsModel, described


def shown_table(model: SheetModel) -> OneTable | None:
    """The table that a model shows; None where it shows none of a filing."""
    places = model.places
    if places is None or not model.rowCount():
        return None
    rows, columns = range(model.rowCount()), range(model.columnCount())
    filing = places.analysis.filing
    every: list[QModelIndex] = [model.index(row, at) for row in rows for at in columns]
    said = _Said(
        title_of(model.statement, places),
        calm(filing.header.company or ""),
        facts_of(model),
        ", ".join((citation(model, every), filing.name)),
    )
    return _table(model, said)


def years_table(model: YearsModel, company: str) -> OneTable | None:
    """The table over all years that a model shows, whose heads name the filings; None where it shows none."""
    if model.across is None or not model.rowCount():
        return None
    title = calm(" ".join((model.statement.title or "Table").split()))
    filings = dict.fromkeys(map(model.filing_of, model.across.filings))
    return _table(model, _Said(title, company, described(model), ", ".join(filings)))


class _Said(NamedTuple):
    """What stands around a table."""

    title: str
    company: str
    unit: str
    source: str


def _table(model: SheetModel, said: _Said) -> OneTable:
    columns = range(1, model.columnCount())
    heads = tuple(" ".join(part for part in (model.head(at), model.under(at)) if part) for at in columns)
    return OneTable(*said, heads, tuple(_line(model, row) for row in range(model.rowCount())))


def _line(model: SheetModel, row: int) -> TableLine:
    of = model.row(row)
    first = of.figures[0] if of.figures else None
    return TableLine(
        model.cell(row, 0).text,
        tuple(_cell(model, row, column) for column in range(1, model.columnCount())),
        of.depth,
        model.is_bold(row),
        of.ruled or of.role in (Role.SUBTOTAL, Role.TOTAL),
        _place(model, first.cite if first is not None else of.cite, first.text if first is not None else ""),
    )


def _cell(model: SheetModel, row: int, column: int) -> TableCell:
    cell, figure = model.cell(row, column), model.figure(row, column)
    decimals = printed_decimals(cell.text.strip("()−▲◆ ")) if cell.raw is not None else 0
    return TableCell(
        cell.text.removeprefix(WARNING_SIGN),
        cell.raw,
        decimals,
        "%" in cell.text,
        cell.text.startswith(WARNING_SIGN),
        _place(model, figure.cite, figure.text) if figure is not None else None,
    )


def _place(model: SheetModel, cite: Cite, printed: str) -> Place | None:
    if model.places is None:
        return None
    analysis = model.places.analysis
    line = analysis.filing.document(cite.document).source.line_of(cite.start)
    return Place(cite.document, line, page(analysis, cite.document, cite.start) or "", printed)
