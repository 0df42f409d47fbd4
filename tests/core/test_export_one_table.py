"""One table, written and read back: numbers with their formats, each linked to its place."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from core.export import ExportError, export_table
from core.export.one_table import OneTable, Place, TableCell, TableLine, as_csv
from core.target import TargetError

HERE = Place(1, 40, "12", "$ 1,200.5")
CELLS = (
    TableCell("1,200.5", Decimal("1200.5"), 1, place=HERE),
    TableCell("(3)", Decimal(-3), off=True, place=Place(1, 40, "", "(3)")),
    TableCell("9.1", Decimal("9.0909"), 1),
)
TABLE = OneTable(
    "=Balance Sheets",
    "Harbor Lamp Company",
    "December 31 · U.S. dollars",
    "10-K 2003, p. 12",
    ("2003", "2002", "%"),
    (
        TableLine("Assets:", (TableCell(""),) * 3, bold=True),
        TableLine("Cash", CELLS, 1, place=HERE),
        TableLine("Rate", (TableCell("5.0%", Decimal(5), 1, percent=True), TableCell("n/m"), TableCell(""))),
    ),
)


def test_workbook(tmp_path: Path) -> None:
    export_table(TABLE, tmp_path / "one.xlsx", ())
    book = openpyxl.load_workbook(tmp_path / "one.xlsx")
    assert book.sheetnames == ["=Balance Sheets", "Sources"]
    sheet = book["=Balance Sheets"]
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] for row in rows[:3]] == ["=Balance Sheets", "Harbor Lamp Company", "December 31 · U.S. dollars"]
    assert rows[4] == (None, "2003", "2002", "%")
    assert rows[6] == ("Cash", 1200.5, -3, 9.0909)
    assert rows[7] == ("Rate", 5, "n/m", None)
    assert rows[-1][0] == "Source: 10-K 2003, p. 12"
    assert sheet["B7"].number_format.startswith("#,##0.0_)")
    assert '"%"' in sheet["B8"].number_format
    assert sheet["C7"].fill.fgColor.rgb != sheet["B7"].fill.fgColor.rgb
    assert sheet["B7"].hyperlink.location == "'Sources'!A2"
    assert sheet["B7"].hyperlink.tooltip == "p. 12, line 40"
    assert sheet["D7"].hyperlink is None
    listed = list(book["Sources"].iter_rows(min_row=2, values_only=True))
    assert listed[0] == ("Cash", "2003", "$ 1,200.5", 1, 40, "12")
    assert sheet.print_title_rows == "$5:$5"


def test_csv(tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(TABLE))))
    assert rows[0] == ["'=Balance Sheets"]
    assert rows[3] == ["Source: 10-K 2003, p. 12"]
    assert rows[5:] == [
        ["", "2003", "2002", "%", "Document", "Line"],
        ["Assets:", "", "", "", "", ""],
        ["  Cash", "1200.5", "-3", "9.0909", "1", "40"],
        ["Rate", "5%", "n/m", "", "", ""],
    ]
    export_table(TABLE, tmp_path / "one.csv", ())
    assert (tmp_path / "one.csv").read_text(encoding="utf-8-sig").splitlines()[1] == "Harbor Lamp Company"


def test_neither_another_format_nor_the_file_it_is_read_from(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        export_table(TABLE, tmp_path / "one.txt", ())
    read_from = tmp_path / "filing.csv"
    read_from.write_text("as filed")
    with pytest.raises(TargetError):
        export_table(TABLE, read_from, (read_from,))
    assert read_from.read_text() == "as filed"
