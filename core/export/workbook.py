"""A filing as an Excel workbook: an overview, the checks, and a sheet for every statement and table."""

import io
import re
from collections.abc import Container, Iterable
from decimal import Decimal
from typing import Any, NamedTuple

import xlsxwriter

from core.analysis import Analysis
from core.checks.check import Check, Status
from core.export.heads import KINDS, UNITS, about, amounts, head, line, tables, title
from core.source import Cite
from core.statements.statement import PRIMARY, Figure, Role, Row, Statement, Unit

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
"""Units of UTF-16 in the name of a sheet, as the program counts that opens it."""
_LONGEST_TEXT = 32_000
"""Characters in a cell."""
_MOST_DIGITS = 15
"""Digits that a spreadsheet keeps of a number."""
_POINTS = 10
"""The size of all words and figures."""
HEADS, TIMES, TOP = 2, 3, 4
"""The rows of a table's heads and of what stands below them, and the first row of the table itself."""


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
        name, number = _cut(plain, _LONGEST_NAME).rstrip(" '"), 1
        while name.lower() in self._taken:
            number += 1
            end = f" ({number})"
            name = _cut(plain, _LONGEST_NAME - len(end)).rstrip(" '") + end
        self._taken.add(name.lower())
        return name

    def bytes(self) -> bytes:
        """The finished file."""
        self.book.close()
        return self.data.getvalue()


def _cut(text: str, units: int) -> str:
    """The beginning of a text, at most so many units of UTF-16 long."""
    return text.encode("utf-16-le", "replace")[: units * 2].decode("utf-16-le", "ignore")


def _properties(look: Look) -> dict[str, object]:
    properties: dict[str, object] = {"font_name": "Arial", "font_size": _POINTS, "valign": "vcenter"}
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


def write_amount(sheet: Any, row: int, column: int, value: Decimal, look: Any = None) -> None:
    """Writes an amount as a number; as words where a spreadsheet would lose digits of it."""
    if value.adjusted() >= _MOST_DIGITS and len(f"{value:f}".strip("-0.").replace(".", "")) > _MOST_DIGITS:
        sheet.write_string(row, column, f"{value:f}"[:_LONGEST_TEXT], look)
    else:
        sheet.write_number(row, column, float(value), look)


class Heading(NamedTuple):
    """The head of a column, and the column's width in characters."""

    words: str
    width: int


def write_heads(book: Book, sheet: Any, headings: Iterable[Heading], row: int = 0) -> None:
    """Writes the heads of columns from the first, and makes these as wide as they should be."""
    for column, (text, width) in enumerate(headings):
        write_text(sheet, row, column, text, book.look(Look(head=True)))
        sheet.set_column(column, column, width)


_OVERVIEW = (
    Heading("Sheet", 34),
    Heading("What it is", 22),
    Heading("Title", 70),
    Heading("Lines", 10),
    Heading("Document", 10),
    Heading("Line", 10),
)


def _overview(book: Book, sheet: Any, analysis: Analysis, sheets: list[tuple[str, Statement]]) -> None:
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
    write_heads(book, sheet, _OVERVIEW, at)
    for name, statement in sheets:
        at += 1
        sheet.write_url(at, 0, "internal:'" + name.replace("'", "''") + "'!A1", string=name)
        write_text(sheet, at, 1, KINDS[statement.kind], book.look(Look()))
        write_text(sheet, at, 2, title(statement), book.look(Look()))
        numbers = (len(statement.rows), statement.cite.document, _line(analysis, statement.cite))
        for column, number in enumerate(numbers, len(_OVERVIEW) - len(numbers)):
            sheet.write_number(at, column, number)


def _line(analysis: Analysis, cite: Cite) -> int:
    return analysis.filing.document(cite.document).source.line_of(cite.start)


_CHECKED = (
    Heading("Status", 12),
    Heading("Rule", 14),
    Heading("What was checked", 90),
    Heading("Printed", 16),
    Heading("Expected", 16),
    Heading("Difference", 14),
    Heading("Document", 10),
    Heading("Line", 8),
)
_AMOUNTS = 3
"""The first of the columns of amounts."""
_FINEST_CHECK, _FINEST = 4, 6
"""The most decimals that are shown of what was checked, and of figures."""


def _checks(book: Book, sheet: Any, analysis: Analysis) -> None:
    write_heads(book, sheet, _CHECKED)
    sheet.freeze_panes(1, 0)
    order = {Status.OFF: 0, Status.TIES: 1, Status.NOT_CHECKED: 2}
    names = {Status.OFF: "does not tie", Status.TIES: "ties", Status.NOT_CHECKED: "not checked"}
    for at, check in enumerate(sorted(analysis.checks, key=lambda check: order[check.status]), 1):
        write_text(sheet, at, 0, names[check.status], book.look(Look(amber=check.status is Status.OFF)))
        write_text(sheet, at, 1, check.rule, book.look(Look()))
        write_text(sheet, at, 2, check.title, book.look(Look(wrap=True)))
        _amounts(book, sheet, at, check)
        if check.cites:
            place = (check.cites[0].document, _line(analysis, check.cites[0]))
            for column, number in enumerate(place, len(_CHECKED) - len(place)):
                sheet.write_number(at, column, number)


def _amounts(book: Book, sheet: Any, at: int, check: Check) -> None:
    for column, value in enumerate((check.reported, check.expected, check.difference), _AMOUNTS):
        if value is not None:
            write_amount(sheet, at, column, value, book.look(Look(places=min(_decimals(value), _FINEST_CHECK))))


_BESIDE = (
    Heading("Unit", 10),
    Heading("Check", 10),
    Heading("Document", 10),
    Heading("Line", 10),
    Heading("Concept", 44),
)
"""The columns behind a statement's own."""
_WIDEST, _USUAL, FIGURES = 60, 20, 16
"""Characters: the most that captions get, what they get where there are none, and what figures get."""


def widen_captions(sheet: Any, rows: Iterable[Row]) -> None:
    """Makes the first column as wide as its captions need, within reason."""
    widest = max((len(row.label) + 2 * row.depth for row in rows), default=_USUAL)
    sheet.set_column(0, 0, min(_WIDEST, widest + 2))


def _sheet(book: Book, sheet: Any, analysis: Analysis, statement: Statement, off: dict[Cite, Check]) -> None:
    width = len(statement.columns)
    write_text(sheet, 0, 0, title(statement), book.look(Look(bold=True)))
    write_text(sheet, 1, 0, amounts(statement), book.look(Look(grey=True)))
    for number, column in enumerate(statement.columns, 1):
        write_text(sheet, HEADS, number, head(column), book.look(Look(head=True)))
        if column.end is not None:
            write_text(sheet, TIMES, number, column.end.isoformat(), book.look(Look(places=0, grey=True)))
    sheet.set_column(1, width, FIGURES)
    for number, heading in enumerate(_BESIDE, width + 1):
        write_text(sheet, HEADS, number, heading.words, book.look(Look(head=True)))
        sheet.set_column(number, number, heading.width)
    widen_captions(sheet, statement.rows)
    sheet.freeze_panes(TOP, 1)
    for at, row in enumerate(statement.rows, TOP):
        write_row(book, sheet, at, row, off)
        faults = "; ".join(off[figure.cite].title for figure in row.figures if figure.cite in off)
        _beside(book, sheet, _Beside(at, width + 1, row, faults, line(analysis, row)))


class _Beside(NamedTuple):
    """What stands behind a row, where, and what it is about: what does not tie, and the line of the text."""

    at: int
    first: int
    row: Row
    faults: str
    line: int


def _beside(book: Book, sheet: Any, told: _Beside) -> None:
    """What stands behind a row: its unit, what does not tie, its place and its concept."""
    row, grey = told.row, book.look(Look(grey=True))
    unit = UNITS[row.unit] if row.unit else ""
    words = ((unit, grey), (told.faults, book.look(Look(amber=True))))
    for column, (text, look) in enumerate(words, told.first):
        if text:
            write_text(sheet, told.at, column, text, look)
    for column, number in enumerate((row.cite.document, told.line), told.first + len(words)):
        sheet.write_number(told.at, column, number, grey)
    if concept := row.concept or row.line:
        write_text(sheet, told.at, told.first + len(_BESIDE) - 1, concept, grey)


_DEEPEST = 15
"""Levels to which a cell can be indented."""


def write_row(book: Book, sheet: Any, at: int, row: Row, off: Container[Cite]) -> None:
    """Writes a caption and its figures as numbers; amber where they stand at one of the places `off`."""
    bold = row.role in (Role.SUBTOTAL, Role.TOTAL)
    if row.label:
        write_text(sheet, at, 0, row.label, book.look(Look(bold=bold, indent=min(row.depth, _DEEPEST))))
    for figure in row.figures:
        look = Look(bold=bold, top=bold, amber=figure.cite in off)
        if figure.value is None:
            write_text(sheet, at, figure.column + 1, figure.text, book.look(look))
        else:
            look = look._replace(
                places=_places(figure), percent=row.counts(figure) is Unit.PERCENT or "%" in figure.text
            )
            write_amount(sheet, at, figure.column + 1, figure.value, book.look(look))


def _places(figure: Figure) -> int:
    return min(_FINEST, _decimals(figure.value)) if figure.value is not None else 0


def _decimals(value: Decimal) -> int:
    """The decimals with which an amount is printed."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
