"""Measures in a workbook: formulas that work, over cells of the amounts that the filings print."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from core.analysis import Analysis
from core.export.workbook import TOP, Book, Heading, Look, write_amount, write_heads, write_text
from core.statements.statement import Unit
from core.years.formula import Call, Formula, FormulaError, Function, Name, Number, Operation, parsed
from core.years.measured_table import said_of_missing, spelled
from core.years.measures import Term, Value, near, years_before
from core.years.series import Told
from core.years.stitched import Across, Computed

INPUTS = "Inputs"
_INPUTS = (
    Heading("Line", 36),
    Heading("Period end", 14),
    Heading("Filing", 44),
    Heading("Printed", 16),
    Heading("Amount", 18),
    Heading("Document", 10),
    Heading("Line of the text", 14),
)
_AMOUNT = 4
"""The column of the amounts among these."""
_LONGEST = 8_000
"""Characters of a formula; a spreadsheet takes 8,192."""
_PERCENT = 100
Cell = Callable[[Told], str | None]
"""The cell of a workbook that holds the whole amount of what a filing says."""


def expression(text: str, value: Value, end: date, cell: Cell) -> str | None:
    """A measure's formula over the cells of what it was computed from; None where it has no value, or would be too long."""
    if value.amount is None:
        return None
    try:
        return _Expression(value, cell).of(parsed(text), end)
    except FormulaError:
        return None


class _Expression:
    """Writes a formula as a spreadsheet reads it; a part is None where a line that it names is missing."""

    def __init__(self, value: Value, cell: Cell) -> None:
        self._terms, self._cell = value.terms, cell

    def of(self, formula: Formula, end: date) -> str | None:
        """The formula for the year that ends on this day."""
        match formula:
            case Number():
                return f"{formula.value:f}"
            case Name():
                return self._named(formula.name, end)
            case Operation():
                left, right = self.of(formula.left, end), self.of(formula.right, end)
                return _written("({}" + formula.sign + "{})", left, right)
            case Call():
                return self._called(formula, end)

    def _named(self, line: str, end: date) -> str | None:
        term = next((one for one in self._terms if one.line == line and near(one.end, end)), None)
        return self._cell(term.told) if term is not None else None

    def _called(self, formula: Call, end: date) -> str | None:
        if formula.function is Function.OR_ZERO:
            return self.of(formula.of, end) or "0"
        if formula.function is Function.SIZE:
            return _written("ABS({})", self.of(formula.of, end))
        before = self.of(formula.of, years_before(end, formula.years))
        if formula.function is Function.BEFORE or before is None:
            return before
        now = self.of(formula.of, end)
        match formula.function:
            case Function.AVERAGE:
                return _written("(({}+{})/2)", now, before)
            case Function.GROWTH:
                return _written("(({0}-{1})/ABS({1}))", now, before)
            case _:
                return _written("(({}/{})^(1/" + str(formula.years) + ")-1)", now, before)


def _written(form: str, *parts: str | None) -> str | None:
    """The parts in their form; None where one is missing, or all of it is too long."""
    if any(part is None for part in parts):
        return None
    whole = form.format(*parts)
    return whole if len(whole) <= _LONGEST else None


def write_measures(book: Book, sheet: Any, across: Across, cell: Cell) -> None:
    """Writes the formulas of a table of measures over its values, how each is written behind the row, and why one is empty."""
    statement, grey = across.statement, book.look(Look(grey=True))
    behind = len(statement.columns) + 1
    write_text(sheet, TOP - 2, behind, "Formula", book.look(Look(head=True)))
    for (number, column), computed in across.computed.items():
        if column < 0:
            write_text(sheet, TOP + number, behind, " · ".join(filter(None, (computed.formula, computed.fault))), grey)
            continue
        end, figure = statement.columns[column].end, statement.rows[number].at(column)
        if end is None or figure is None or figure.value is None:
            _say_missing(sheet, TOP + number, column + 1, computed)
            continue
        written = expression(computed.formula, computed.value, end, cell)
        if written is not None:
            unit = statement.rows[number].unit
            whole = _written(_SCALED[unit], written) if unit in _SCALED else written
            divided = f"{whole}/{statement.scale}" if unit is Unit.MONEY and statement.scale > 1 else whole
            look = book.look(Look(_decimals(figure.value), percent=unit is Unit.PERCENT))
            sheet.write_formula(TOP + number, column + 1, f"={divided}", look, float(figure.value))
    sheet.set_column(behind, behind, _INPUTS[2].width)


_SCALED = {Unit.PERCENT: "{}*" + str(_PERCENT)}


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def _say_missing(sheet: Any, row: int, column: int, computed: Computed) -> None:
    """Why a cell is empty, as its comment."""
    why = [f"Not computed: {one}" for one in said_of_missing(computed.value)]
    if why:
        sheet.write_comment(row, column, "\n".join(why))


def _terms(across: Across) -> Iterator[Term]:
    for computed in across.computed.values():
        yield from computed.value.terms


def write_inputs(book: Book, sheet: Any, name: str, across: Across, analyses: Mapping[Path, Analysis]) -> Cell:
    """Writes a sheet of all that measures were computed from; answers in which cell each amount stands."""
    write_heads(book, sheet, _INPUTS)
    sheet.freeze_panes(1, 0)
    plain = book.look(Look())
    at: dict[tuple[Path, object], int] = {}
    for one in _terms(across):
        told = one.told
        if (told.path, told.cite) in at:
            continue
        row = at[told.path, told.cite] = len(at) + 1
        source = analyses[told.path].filing.document(told.cite.document).source
        for column, text in enumerate((spelled(one.line), one.end.isoformat(), told.path.name, told.figure.text)):
            write_text(sheet, row, column, text, plain)
        write_amount(sheet, row, _AMOUNT, told.value, plain)
        for column, number in enumerate((told.cite.document, source.line_of(told.cite.start)), _AMOUNT + 1):
            sheet.write_number(row, column, number, plain)

    def cell(told: Told) -> str | None:
        row = at.get((told.path, told.cite))
        return f"'{name}'!{xl_rowcol_to_cell(row, _AMOUNT)}" if row is not None else None

    return cell
