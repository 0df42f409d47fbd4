"""A table over all years, written and read back: figures as numbers, their filings, and what was restated."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from core.analysis import Analysis, analyse
from core.export import ExportError, export_years
from core.statements.statement import StatementKind
from core.years.series import stitch
from core.years.stitched import Across, across, groups, year_end

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
Table = tuple[Across, dict[Path, Analysis]]


@pytest.fixture(scope="module")
def income() -> Table:
    """The income statements of the two samples, in which two figures are restated."""
    analyses = [analyse(SAMPLES / f"pellwick-ladder-10k-{year}.txt") for year in (2002, 2003)]
    stitched = stitch(analyses, StatementKind.INCOME_STATEMENT)
    table = across(stitched, groups(stitched, year_end(analyses))[0])
    return table, {one.path: one for one in analyses}


def test_workbook(income: Table, tmp_path: Path) -> None:
    export_years(*income, tmp_path / "years.xlsx")
    book = openpyxl.load_workbook(tmp_path / "years.xlsx")
    assert book.sheetnames == ["Income statement", "Restated"]
    rows = list(book["Income statement"].iter_rows(values_only=True))
    assert rows[2] == (None, "2000", "2001", "2002", "2003")
    assert rows[3] == (None, "10-K 2002", "10-K 2003", "10-K 2003", "10-K 2003")
    assert rows[4] == ("Net sales", 39846, 40509, 41591, 44317)
    said = [row[:4] for row in book["Restated"].iter_rows(min_row=2, values_only=True)]
    assert said[:2] == [
        ("Selling, general and administrative expenses", "2001", "10-K 2003", "7,120"),
        ("Selling, general and administrative expenses", "2001", "10-K 2002", "7,508"),
    ]


def test_csv(income: Table, tmp_path: Path) -> None:
    export_years(*income, tmp_path / "years.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "years.csv").read_text("utf-8-sig"))))
    assert rows[4] == ["Net sales", "39846", "40509", "41591", "44317", "money"]
    assert rows[-5] == ["Line", "Period", "Filing", "Printed", "Document", "Line of the text"]
    assert rows[-4][:4] == ["Selling, general and administrative expenses", "2001", "10-K 2003", "7,120"]


def test_another_format(income: Table, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="must end in"):
        export_years(*income, tmp_path / "years.json")
