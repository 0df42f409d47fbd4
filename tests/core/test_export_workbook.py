"""The parts of a workbook: sheet names that a spreadsheet takes, numbers that it keeps, how cells are drawn."""

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core.export.workbook import (
    Book,
    Heading,
    Look,
    widen_captions,
    workbook,
    write_amount,
    write_heads,
    write_row,
    write_text,
)
from core.statements.statement import Role, Row, Unit
from tests.core.drawn_statement import drawn
from tests.gui import made_up


def read(book: Book) -> Any:
    """The first sheet of the finished book."""
    return openpyxl.load_workbook(io.BytesIO(book.bytes())).worksheets[0]


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Balance sheet", "Balance sheet"),
        ("a[b]:c*d?e/f\\g", "a b c d e f g"),
        ("  two   blanks\n", "two blanks"),
        ("'quoted'", "quoted"),
        ("", "Table"),
        ("[]", "Table"),
        ("History", "History (2)"),
        ("x" * 40, "x" * 31),
        ("y" * 29 + " ' z", "y" * 29),
        ("\U0001f600" * 20, "\U0001f600" * 15),
    ],
)
def test_the_name_of_a_sheet(wanted: str, name: str) -> None:
    assert Book().name(wanted) == name


def test_no_two_sheets_have_one_name_in_any_case() -> None:
    book = Book()
    assert [book.name(name) for name in ("Notes", "NOTES", "notes", "n" * 31, "n" * 33)] == [
        "Notes", "NOTES (2)", "notes (3)", "n" * 31, "n" * 27 + " (2)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("123456789012345", 123456789012345),
        ("1234567890123456", "1234567890123456"),
        ("1234567890123450", 1234567890123450),
        ("-1234567890123456", "-1234567890123456"),
        ("0.1234567890123456", 0.1234567890123456),
        ("-12.5", -12.5),
        ("0", 0),
    ],
)
def test_amounts_keep_their_digits(value: str, kept: float | str) -> None:
    book = Book()
    write_amount(book.book.add_worksheet("a"), 0, 0, Decimal(value))
    assert read(book)["A1"].value == kept


def test_words_are_words_and_no_longer_than_a_cell() -> None:
    book = Book()
    sheet = book.book.add_worksheet("a")
    write_text(sheet, 0, 0, "=1+1", book.look(Look()))
    write_text(sheet, 1, 0, "x" * 40_000, book.look(Look(wrap=True)))
    write_heads(book, sheet, (Heading("One", 12), Heading("Two", 30)), row=3)
    found = read(book)
    assert (found["A1"].value, found["A1"].data_type, len(found["A2"].value)) == ("=1+1", "s", 32_000)
    assert (found["A4"].value, found["B4"].value, found["B4"].font.bold, found["B4"].border.bottom.style) == (
        "One", "Two", True, "thin",
    )  # fmt: skip
    assert (round(found.column_dimensions["A"].width), round(found.column_dimensions["B"].width)) == (13, 31)


@pytest.mark.parametrize(
    ("look", "number", "colour"),
    [
        (Look(), "General", None),
        (Look(places=0), '#,##0_);(#,##0);"-"_)', None),
        (Look(places=2), '#,##0.00_);(#,##0.00);"-"_)', None),
        (Look(places=1, percent=True), '#,##0.0"%"_);(#,##0.0"%");"-"_)', None),
        (Look(grey=True), "General", "FF69727F"),
        (Look(amber=True), "General", "FF9A4A00"),
    ],
)
def test_how_a_cell_is_drawn(look: Look, number: str, colour: str | None) -> None:
    book = Book()
    assert book.look(look) is book.look(look)
    book.book.add_worksheet("a").write_string(0, 0, "1", book.look(look))
    cell = read(book)["A1"]
    assert cell.number_format == number
    assert colour is None or cell.font.color.rgb == colour


ROWS = drawn("""
                        2003      2002
    Assets
      Wool             30.25     (31)
      Rate               12%        -
    Total assets          40     none
""").rows


def written(row: Row, *off: int) -> Any:
    """A row as it is written, the figures of these columns being off."""
    book = Book()
    write_row(book, book.book.add_worksheet("a"), 0, row, {row.figures[at].cite for at in off})
    return read(book)


def test_a_row() -> None:
    heading, wool, _, total = ROWS
    assert (written(heading)["A1"].value, written(heading)["B1"].value) == ("Assets", None)
    sheet = written(wool, 1)
    assert (sheet["A1"].alignment.indent, sheet["A1"].font.bold) == (1, False)
    assert (sheet["B1"].value, sheet["B1"].number_format) == (30.25, '#,##0.00_);(#,##0.00);"-"_)')
    assert (sheet["C1"].value, sheet["C1"].fill.fgColor.rgb, sheet["B1"].fill.fgColor.rgb) == (
        -31,
        "FFFFF1DC",
        "00000000",
    )
    sheet = written(total)
    assert (sheet["A1"].font.bold, sheet["B1"].border.top.style, sheet["C1"].value) == (True, "thin", "none")


def test_percentages_are_drawn_so_by_their_sign_or_their_unit() -> None:
    rate = ROWS[1]._replace(unit=Unit.PERCENT, role=Role.LINE)
    assert written(rate)["B1"].number_format.endswith('"%");"-"_)')
    assert "%" not in written(ROWS[1])["B1"].number_format


def test_the_first_column_is_as_wide_as_its_captions_within_reason() -> None:
    for rows, width in ((ROWS, 15), ((), 23), ((ROWS[0]._replace(label="x" * 90),), 61)):
        book = Book()
        widen_captions(book.book.add_worksheet("a"), rows)
        assert round(read(book).column_dimensions["A"].width) == width


def test_an_overview_counts_what_ties_and_lists_the_sheets() -> None:
    analysis = made_up.analysis(Path("a.txt"), 2003)
    book = openpyxl.load_workbook(io.BytesIO(workbook(analysis)))
    rows = [[cell.value for cell in row] for row in book["Overview"].iter_rows()]
    ties = sum(check.status.value == "ties" for check in analysis.checks)
    off = sum(check.status.value == "off" for check in analysis.checks)
    assert [row[1] for row in rows if row[0] == "Sums"] == [f"{ties} tie, {off} do not"]
    at = next(number for number, row in enumerate(rows) if row[0] == "Sheet")
    assert [row[0] for row in rows[at + 1 :]] == book.sheetnames[2:]
    counted = {row[0]: row[3] for row in rows[at + 1 :]}
    assert counted["Balance sheet"] == len(analysis.statements[0].rows)
    assert "Checks" not in openpyxl.load_workbook(io.BytesIO(workbook(replace(analysis, checks=())))).sheetnames
