"""The report of what was checked: as a page, as a workbook, and by the command line."""

import json
from pathlib import Path

import openpyxl
import pytest

from core import cli
from core.analysis import Analysis, analyse
from core.export import ExportError, export_checks

SAMPLES = Path(__file__).parent.parent.parent / "resources" / "samples"
OFF = "Total current assets, 2003: printed 16,170; its five lines add to 16,870"


@pytest.fixture(scope="module")
def samples() -> tuple[Analysis, ...]:
    return tuple(analyse(path) for path in sorted(SAMPLES.glob("pellwick-ladder-10k-200*.txt")))


def test_a_page_says_what_is_off_and_where(samples: tuple[Analysis, ...], tmp_path: Path) -> None:
    export_checks(samples, tmp_path / "out.html")
    page = (tmp_path / "out.html").read_text("utf-8")
    assert f"Checks of {len(samples)} filings" in page
    assert page.count(OFF) == 1
    assert "Does not tie (1)" in page
    assert "src=" not in page
    assert "href=" not in page


def test_a_workbook_counts_the_difference_itself(samples: tuple[Analysis, ...], tmp_path: Path) -> None:
    export_checks(samples, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Findings", "Checks"]
    row = [cell.value for cell in book["Findings"][2]]
    assert str(row[3]).startswith(OFF)
    assert row[4:7] == [16170, 16870, "=E2-F2"]
    assert book["Checks"].max_row == 1 + sum(len(sample.checks) for sample in samples)


def test_another_name_is_refused(samples: tuple[Analysis, ...], tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        export_checks(samples, tmp_path / "out.pdf")


def test_a_folder_is_checked(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    for sample in SAMPLES.glob("pellwick-ladder-10k-200*.txt"):
        (tmp_path / sample.name).write_bytes(sample.read_bytes())
    assert cli.run(["check", str(tmp_path), "--json", "--to", str(tmp_path / "out.html")]) == 1
    filings = json.loads(capfdbinary.readouterr().out)
    assert [one["file"]["name"] for one in filings] == sorted(path.name for path in tmp_path.glob("*.txt"))
    assert (tmp_path / "out.html").is_file()
    (tmp_path / "empty").mkdir()
    assert cli.run(["check", str(tmp_path / "empty")]) == 2
