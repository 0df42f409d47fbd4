"""A filing as an Excel workbook: an overview, the checks, and a sheet for every statement and table."""

import io
import re
from collections.abc import Container
from typing import Any, NamedTuple

import xlsxwriter

from core.analysis import Analysis
from core.checks.check import Check, Status
from core.export.heads import KINDS, UNITS, about, amounts, head, line, tables, title
from core.source import Cite
from core.statements.statement import PRIMARY, Figure, Role, Row, Statement, Unit

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
_LONGEST_TEXT = 32_000
_TOP = 4
"""Rows above the first line of a sheet: title, amounts, heads, period ends."""


class Look(NamedTuple):
    """How a cell is drawn; the workbook keeps one format for each."""

    places: int | None = None
    percent: bool = False
    bold: bool = False
    top: bool = False
    indent: int = 0
    head: bool = False
    grey: bool = False
    amber: bool = False
    wrap: bool = False


class Book:
    """A workbook in the making: its formats, and the sheet names that are taken."""

    def __init__(self) -> None:
        self.data = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.book = xlsxwriter.Workbook(self.data, options)
        self._formats: dict[Look, Any] = {}
        self._taken: set[str] = {"history"}

    def look(self, look: Look) -> Any:
        """The format of a cell."""
        if look not in self._formats:
            self._formats[look] = self.book.add_format(_properties(look))
        return self._formats[look]

    def name(self, wanted: str) -> str:
        """A valid sheet name that no other sheet has, as near to the wanted one as can be."""
        plain = " ".join(_FORBIDDEN.sub(" ", wanted).split()).strip("'") or "Table"
        name, number = plain[:_LONGEST_NAME].rstrip(" '"), 1
        while name.lower() in self._taken:
            number += 1
            end = f" ({number})"
            name = plain[: _LONGEST_NAME - len(end)].rstrip(" '") + end
        self._taken.add(name.lower())
        return name

    def bytes(self) -> bytes:
        """The finished file."""
        self.book.close()
        return self.data.getvalue()


def _properties(look: Look) -> dict[str, object]:
    properties: dict[str, object] = {"font_name": "Arial", "font_size": 10, "valign": "vcenter"}
    if look.places is not None:
        number = "#,##0" + ("." + "0" * look.places if look.places else "")
        number = f'{number}"%"' if look.percent else number
        properties["num_format"] = f'{number}_);({number});"-"_)'
        properties["align"] = "right"
    if look.top:
        properties["top"] = 1
    if look.head:
        properties |= {"bottom": 1, "align": "right", "text_wrap": True, "bold": True}
    if look.grey:
        properties["font_color"] = "#69727F"
    if look.amber:
        properties |= {"bg_color": "#FFF1DC", "font_color": "#9A4A00"}
    if look.wrap:
        properties |= {"text_wrap": True, "valign": "top"}
    return properties | {"bold": look.bold or look.head, "indent": look.indent}


def workbook(analysis: Analysis) -> bytes:
    """The whole workbook as bytes."""
    book = Book()
    overview = book.book.add_worksheet(book.name("Overview"))
    checks = book.book.add_worksheet(book.name("Checks")) if analysis.checks else None
    off = {check.cites[0]: check for check in analysis.checks if check.status is Status.OFF and check.cites}
    sheets: list[tuple[str, Statement]] = []
    for statement in tables(analysis):
        name = book.name(KINDS[statement.kind] if statement.kind in PRIMARY else title(statement))
        sheets.append((name, statement))
        _sheet(book, book.book.add_worksheet(name), analysis, statement, off)
    _overview(book, overview, analysis, sheets)
    if checks is not None:
        _checks(book, checks, analysis)
    return book.bytes()


def write_text(sheet: Any, row: int, column: int, text: str, look: Any) -> None:
    """Writes words as words, whatever they begin with; no longer than a cell can be."""
    sheet.write_string(row, column, text[:_LONGEST_TEXT], look)


def _overview(book: Book, sheet: Any, analysis: Analysis, sheets: list[tuple[str, Statement]]) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 22)
    sheet.set_column(2, 2, 70)
    at = 0
    for name, value in about(analysis):
        write_text(sheet, at, 0, name, book.look(Look(grey=True)))
        write_text(sheet, at, 1, value, book.look(Look(bold=at == 0)))
        at += 1
    off = sum(1 for check in analysis.checks if check.status is Status.OFF)
    ties = sum(1 for check in analysis.checks if check.status is Status.TIES)
    write_text(sheet, at, 0, "Sums", book.look(Look(grey=True)))
    write_text(sheet, at, 1, f"{ties} tie, {off} do not", book.look(Look(amber=off > 0)))
    at += 2
    for column, text in enumerate(("Sheet", "What it is", "Title", "Lines", "Document", "Line")):
        write_text(sheet, at, column, text, book.look(Look(head=True)))
    for name, statement in sheets:
        at += 1
        sheet.write_url(at, 0, "internal:'" + name.replace("'", "''") + "'!A1", string=name)
        write_text(sheet, at, 1, KINDS[statement.kind], book.look(Look()))
        write_text(sheet, at, 2, title(statement), book.look(Look()))
        sheet.write_number(at, 3, len(statement.rows))
        sheet.write_number(at, 4, statement.cite.document)
        sheet.write_number(at, 5, _line(analysis, statement.cite))


def _line(analysis: Analysis, cite: Cite) -> int:
    return analysis.filing.document(cite.document).source.line_of(cite.start)


def _checks(book: Book, sheet: Any, analysis: Analysis) -> None:
    heads = ("Status", "Rule", "What was checked", "Printed", "Expected", "Difference", "Document", "Line")
    for column, (text, width) in enumerate(zip(heads, (12, 14, 90, 16, 16, 14, 10, 8), strict=True)):
        write_text(sheet, 0, column, text, book.look(Look(head=True)))
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    order = {Status.OFF: 0, Status.TIES: 1, Status.NOT_CHECKED: 2}
    names = {Status.OFF: "does not tie", Status.TIES: "ties", Status.NOT_CHECKED: "not checked"}
    for at, check in enumerate(sorted(analysis.checks, key=lambda check: order[check.status]), 1):
        write_text(sheet, at, 0, names[check.status], book.look(Look(amber=check.status is Status.OFF)))
        write_text(sheet, at, 1, check.rule, book.look(Look()))
        write_text(sheet, at, 2, check.title, book.look(Look(wrap=True)))
        _amounts(book, sheet, at, check)
        if check.cites:
            sheet.write_number(at, 6, check.cites[0].document)
            sheet.write_number(at, 7, _line(analysis, check.cites[0]))


def _amounts(book: Book, sheet: Any, at: int, check: Check) -> None:
    for column, value in enumerate((check.reported, check.expected, check.difference), 3):
        if value is not None:
            exponent = value.as_tuple().exponent
            places = max(0, -exponent) if isinstance(exponent, int) else 0
            sheet.write_number(at, column, float(value), book.look(Look(places=min(places, 4))))


def _sheet(book: Book, sheet: Any, analysis: Analysis, statement: Statement, off: dict[Cite, Check]) -> None:
    width = len(statement.columns)
    write_text(sheet, 0, 0, title(statement), book.look(Look(bold=True)))
    write_text(sheet, 1, 0, amounts(statement), book.look(Look(grey=True)))
    for number, column in enumerate(statement.columns, 1):
        write_text(sheet, 2, number, head(column), book.look(Look(head=True)))
        if column.end is not None:
            write_text(sheet, 3, number, column.end.isoformat(), book.look(Look(places=0, grey=True)))
    for number, text in enumerate(("Unit", "Check", "Document", "Line", "Concept"), width + 1):
        write_text(sheet, 2, number, text, book.look(Look(head=True)))
    sheet.set_column(0, 0, min(60, max((len(row.label) + 2 * row.depth for row in statement.rows), default=20) + 2))
    sheet.set_column(1, width, 16)
    sheet.set_column(width + 1, width + 4, 10)
    sheet.set_column(width + 5, width + 5, 44)
    sheet.freeze_panes(_TOP, 1)
    for at, row in enumerate(statement.rows, _TOP):
        write_row(book, sheet, at, row, off)
        end = width + 1
        if row.unit:
            write_text(sheet, at, end, UNITS[row.unit], book.look(Look(grey=True)))
        faults = "; ".join(off[figure.cite].title for figure in row.figures if figure.cite in off)
        if faults:
            write_text(sheet, at, end + 1, faults, book.look(Look(amber=True)))
        sheet.write_number(at, end + 2, row.cite.document, book.look(Look(grey=True)))
        sheet.write_number(at, end + 3, line(analysis, row), book.look(Look(grey=True)))
        if row.concept:
            write_text(sheet, at, end + 4, row.concept, book.look(Look(grey=True)))


def write_row(book: Book, sheet: Any, at: int, row: Row, off: Container[Cite]) -> None:
    """Writes a caption and its figures as numbers; amber where they stand at one of the places `off`."""
    bold = row.role in (Role.SUBTOTAL, Role.TOTAL)
    if row.label:
        write_text(sheet, at, 0, row.label, book.look(Look(bold=bold, indent=min(row.depth, 15))))
    for figure in row.figures:
        look = Look(bold=bold, top=bold, amber=figure.cite in off)
        if figure.value is None:
            write_text(sheet, at, figure.column + 1, figure.text, book.look(look))
        else:
            look = look._replace(
                places=_places(figure), percent=row.counts(figure) is Unit.PERCENT or "%" in figure.text
            )
            sheet.write_number(at, figure.column + 1, float(figure.value), book.look(look))


def _places(figure: Figure) -> int:
    exponent = figure.value.as_tuple().exponent if figure.value is not None else 0
    return min(6, max(0, -exponent)) if isinstance(exponent, int) else 0
