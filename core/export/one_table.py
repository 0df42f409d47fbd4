"""One table as the reader has it before them, as a workbook with a link from every figure to its place, or as CSV."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from core.export.tables import as_csv as csv_of
from core.export.workbook import Book, Heading, Look, write_amount, write_heads, write_text


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: document, line and, where it is known, page; the characters that are printed there."""

    document: int
    line: int
    page: str
    printed: str


@dataclass(frozen=True, slots=True)
class TableCell:
    """What a cell says. `value` is its number as it is shown (None for words and nothing), with so many decimals; `percent`
    where a sign stands behind it; `off` where it does not tie; `place` where it stands (None for what is computed)."""

    text: str
    value: Decimal | None = None
    decimals: int = 0
    percent: bool = False
    off: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row: its caption, indented so many levels, and its cells."""

    caption: str
    cells: tuple[TableCell, ...]
    depth: int = 0
    bold: bool = False
    total: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class OneTable:
    """A table with what a reader must know of it: its title, the company, what it counts, and what it is read from."""

    title: str
    company: str
    unit: str
    source: str
    heads: tuple[str, ...]
    lines: tuple[TableLine, ...]


_TOP = 4
"""The row of the heads."""
_DEEPEST = 15
_WIDEST, _USUAL, _FIGURES = 70, 24, 14
"""Characters that the column of captions is wide at most and without captions, and a column of figures."""
_UPRIGHT = 6
"""Columns of figures that are read on an upright page."""
_SOURCES = (
    Heading("Line", 60),
    Heading("Column", 24),
    Heading("As printed", 18),
    Heading("Document", 10),
    Heading("Line of the text", 14),
    Heading("Page", 10),
)


class _Source(NamedTuple):
    """A figure in the list of sources."""

    caption: str
    head: str
    place: Place


def as_workbook(table: OneTable) -> bytes:
    """A workbook of two sheets: the table, and where each of its figures stands."""
    book = Book()
    name, places = book.name(table.title), book.name("Sources")
    sheet = book.book.add_worksheet(name)
    for at, words in enumerate((table.title, table.company, table.unit)):
        write_text(sheet, at, 0, words, book.look(Look(bold=not at, grey=at > 0)))
    for at, head in enumerate(table.heads, 1):
        write_text(sheet, _TOP, at, head, book.look(Look(head=True)))
    widest = max((len(line.caption) + 2 * line.depth for line in table.lines), default=_USUAL)
    sheet.set_column(0, 0, min(_WIDEST, widest + 2))
    sheet.set_column(1, max(1, len(table.heads)), _FIGURES)
    sheet.freeze_panes(_TOP + 1, 1)
    sources: list[_Source] = []
    for at, line in enumerate(table.lines, _TOP + 1):
        look = Look(bold=line.bold, indent=min(line.depth, _DEEPEST))
        write_text(sheet, at, 0, line.caption, book.look(look))
        for column, cell in enumerate(line.cells):
            if cell.place is not None and cell.text:
                sources.append(_Source(line.caption, table.heads[column], cell.place))
                link = f"internal:'{places}'!A{len(sources) + 1}"
                sheet.write_url(at, column + 1, link, _look(book, line, cell), tip=_said(cell.place))
            _write(book, sheet, _At(at, column + 1), line, cell)
    end = _TOP + len(table.lines) + 2
    write_text(sheet, end, 0, f"Source: {table.source}", book.look(Look(grey=True)))
    _print(sheet, len(table.heads))
    _list_sources(book, book.book.add_worksheet(places), sources)
    return book.bytes()


class _At(NamedTuple):
    row: int
    column: int


def _look(book: Book, line: TableLine, cell: TableCell) -> Any:
    places = cell.decimals if cell.value is not None else None
    return book.look(Look(places, percent=cell.percent, bold=line.bold, top=line.total, amber=cell.off))


def _write(book: Book, sheet: Any, at: _At, line: TableLine, cell: TableCell) -> None:
    look = _look(book, line, cell)
    if cell.value is not None:
        write_amount(sheet, at.row, at.column, cell.value, look)
    elif cell.text:
        write_text(sheet, at.row, at.column, cell.text, look)


def _said(place: Place) -> str:
    return ", ".join(part for part in (place.page and f"p. {place.page}", f"line {place.line:,}") if part)


def _print(sheet: Any, columns: int) -> None:
    """On paper: the heads on every page, as wide as a page."""
    sheet.repeat_rows(_TOP)
    sheet.fit_to_pages(1, 0)
    if columns > _UPRIGHT:
        sheet.set_landscape()


def _list_sources(book: Book, sheet: Any, sources: list[_Source]) -> None:
    write_heads(book, sheet, _SOURCES)
    sheet.freeze_panes(1, 0)
    plain = book.look(Look())
    for at, (caption, head, place) in enumerate(sources, 1):
        words = (caption, head, place.printed)
        for column, text in enumerate(words):
            write_text(sheet, at, column, text, plain)
        for column, number in enumerate((place.document, place.line), len(words)):
            sheet.write_number(at, column, number, plain)
        write_text(sheet, at, len(_SOURCES) - 1, place.page, plain)


def as_csv(table: OneTable) -> str:
    """Title, company, unit and source, then the table; behind each row the document and the line where it stands."""
    lines = [[words] for words in (table.title, table.company, table.unit, f"Source: {table.source}") if words]
    lines += [[], ["", *table.heads, "Document", "Line"]]
    for line in table.lines:
        place = [str(line.place.document), str(line.place.line)] if line.place is not None else ["", ""]
        lines.append(["  " * line.depth + line.caption, *map(_plain, line.cells), *place])
    return csv_of(lines)


def _plain(cell: TableCell) -> str:
    """A figure as a spreadsheet reads it: the bare number, a percent with its sign, or words."""
    return cell.text if cell.value is None else f"{cell.value:f}{'%' if cell.percent else ''}"
