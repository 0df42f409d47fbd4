"""What is written is read back: numbers as numbers, nothing a spreadsheet would run, whole files or none."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from core.analysis import Analysis, analyse
from core.export import ExportError, export
from core.statements.statement import Statement, StatementKind
from core.target import TargetError

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.fixture(scope="module")
def sample() -> Analysis:
    """The sample with the misprint."""
    return analyse(SAMPLES / "pellwick-ladder-10k-2003.txt")


def sheet(path: Path, name: str) -> Iterator[tuple[object, ...]]:
    """The rows of one sheet of a workbook."""
    yield from openpyxl.load_workbook(path)[name].iter_rows(values_only=True)


def test_workbook_reads_back(sample: Analysis, tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    export(sample, target)
    book = openpyxl.load_workbook(target)
    assert book.sheetnames[:6] == [
        "Overview", "Checks", "Balance sheet", "Income statement", "Stockholders' equity", "Cash flows",
    ]  # fmt: skip
    assert len(book.sheetnames) == 2 + len(sample.statements) + len(sample.tables)
    balance = book["Balance sheet"]
    row = next(row for row in balance.iter_rows() if row[0].value == "Less accumulated depreciation")
    values = [cell.value for cell in row]
    assert values[:-1] == ["Less accumulated depreciation", -18517, -16833, "money", None, 1, 565]
    assert values[-1] == "us-gaap:AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"
    assert row[1].number_format == '#,##0_);(#,##0);"-"_)'
    assert row[0].alignment.indent == 2
    assert balance.freeze_panes == "B5"
    total = next(row for row in balance.iter_rows() if row[0].value == "Total assets")
    assert total[-1].value == "us-gaap:Assets"
    assert (total[0].font.bold, total[1].border.top.style) == (True, "thin")
    assert balance["A2"].value.startswith("Amounts in thousands of USD, as filed")
    assert [cell.value for cell in balance[4]][1:3] == ["2003-12-31", "2002-12-31"]


def test_misprint_is_marked(sample: Analysis, tmp_path: Path) -> None:
    export(sample, tmp_path / "out.xlsx")
    row = next(row for row in sheet(tmp_path / "out.xlsx", "Balance sheet") if row[0] == "Total current assets")
    assert str(row[4]).startswith("Total current assets, 2003: printed 16,170; its five lines add to 16,870")
    assert list(sheet(tmp_path / "out.xlsx", "Checks"))[1][0] == "does not tie"


def risky(sample: Analysis) -> Analysis:
    """The sample with captions and titles that a spreadsheet might run, and titles that no sheet may have."""

    def changed(statement: Statement) -> Statement:
        rows = tuple(
            row._replace(label=f"={row.label}", depth=0, concept='=HYPERLINK("http://x")') if row.label else row
            for row in statement.rows
        )
        return replace(statement, title="=cmd|' /C calc'!A0 [x]:*?/\\" + "long " * 9, rows=rows)

    return replace(sample, statements=(), tables=tuple(changed(one) for one in sample.statements))


def test_no_formula_in_a_workbook(sample: Analysis, tmp_path: Path) -> None:
    export(risky(sample), tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    assert "f" not in kinds
    assert len({name.lower() for name in book.sheetnames}) == len(book.sheetnames)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in book.sheetnames)


def test_no_formula_in_csv(sample: Analysis, tmp_path: Path) -> None:
    for name in ("out.csv", "out.tidy.csv"):
        export(risky(sample), tmp_path / name)
        cells = [cell for row in rows_of(tmp_path / name) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
        assert all(cell[1:].replace(".", "").isdigit() for cell in cells if cell.startswith("-"))
        assert any(cell.startswith("'=") for cell in cells)


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a CSV file."""
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))


def test_stacked_csv(sample: Analysis, tmp_path: Path) -> None:
    export(sample, tmp_path / "out.csv")
    rows = rows_of(tmp_path / "out.csv")
    assert rows[0] == ["Company", "PELLWICK LADDER CO"]
    assert ["  Total current assets", "16170", "15254", "money", "1", "556"] in rows
    assert ["    Less accumulated depreciation", "-18517", "-16833", "money", "1", "565"] in rows


def test_tidy_csv(sample: Analysis, tmp_path: Path) -> None:
    export(sample, tmp_path / "out.tidy.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.tidy.csv").read_text("utf-8-sig"))))
    assert len(rows) == sum(len(row.figures) for one in (*sample.statements, *sample.tables) for row in one.rows)
    cash = rows[0]
    assert (cash["caption"], cash["value"], cash["printed"], cash["end"]) == (
        "Cash and cash equivalents", "3593000", "$ 3,593", "2003-12-31",
    )  # fmt: skip
    text = sample.filing.document(int(cash["document"])).source.text
    assert text[int(cash["begin"]) : int(cash["finish"])] == "3,593"


def test_json(sample: Analysis, tmp_path: Path) -> None:
    export(sample, tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["schema"] == "tieout.filing/1"


def test_unknown_suffix(sample: Analysis, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"out\.pdf: the name must end in"):
        export(sample, tmp_path / "out.pdf")


def test_what_was_there_stays_when_writing_fails(sample: Analysis, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        export(sample, tmp_path / "gone" / "out.csv")
    folder = tmp_path / "out.csv"
    folder.mkdir()
    with pytest.raises(IsADirectoryError):
        export(sample, folder)
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_a_filing_is_never_replaced_by_what_is_read_from_it(tmp_path: Path) -> None:
    filing = tmp_path / "filing.csv"
    before = (SAMPLES / "pellwick-ladder-10k-2003.txt").read_bytes()
    filing.write_bytes(before)
    with pytest.raises(TargetError):
        export(analyse(filing), filing)
    assert filing.read_bytes() == before


def printing(sample: Analysis, digits: str) -> Analysis:
    """The sample's first figure with another amount, and titles beyond the first plane of Unicode."""
    first = sample.statements[0]
    row = next(row for row in first.rows if row.figures)
    figure = row.figures[0]._replace(value=Decimal(digits), text=digits)
    rows = tuple(each._replace(figures=(figure, *row.figures[1:])) if each is row else each for each in first.rows)
    table = replace(first, rows=rows, title="\U0001d7cf" * 30, kind=StatementKind.OTHER)
    return replace(sample, statements=(), tables=(table,) * 3)


@pytest.mark.parametrize("digits", ["9007199254740993", "-1234567890123456789.5", "9" * 400])
def test_a_workbook_loses_no_digit(sample: Analysis, tmp_path: Path, digits: str) -> None:
    export(printing(sample, digits), tmp_path / "out.xlsx")
    assert digits in {cell.value for row in openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[2] for cell in row}


@pytest.mark.parametrize("digits", ["900719925474099", "12345678901234500000", "-0.25"])
def test_what_a_spreadsheet_can_hold_is_a_number(sample: Analysis, tmp_path: Path, digits: str) -> None:
    export(printing(sample, digits), tmp_path / "out.xlsx")
    page = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[2]
    assert float(digits) in {cell.value for row in page for cell in row if cell.data_type == "n"}


def test_names_of_sheets_are_counted_as_spreadsheets_count(sample: Analysis, tmp_path: Path) -> None:
    export(printing(sample, "1"), tmp_path / "out.xlsx")
    names = openpyxl.load_workbook(tmp_path / "out.xlsx").sheetnames
    assert len({name.lower() for name in names}) == len(names)
    assert all(len(name.encode("utf-16-le")) <= 62 for name in names)
    assert names[2] == "\U0001d7cf" * 15
