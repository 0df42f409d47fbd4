"""The report of what was checked: as a page, as a workbook, and by the command line."""

import json
import re
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from core import cli
from core.analysis import Analysis, analyse
from core.export import ExportError, export_checks
from core.relations import taken_away

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
    assert "@import" not in page
    assert page.count("href=") == 1
    assert f'href="{samples[1].path.absolute().as_uri()}"' in page
    assert "Accepted" not in page


def test_the_page_adds_up_what_it_calls_off(samples: tuple[Analysis, ...], tmp_path: Path) -> None:
    export_checks(samples, tmp_path / "out.html")
    page = (tmp_path / "out.html").read_text("utf-8")
    inside = page[page.index("<table class=sum>") :]
    rows = re.findall(r"<tr><td class=n><td class=n>([\d,]+)<td>([^<]+)<td", inside[: inside.index("</table>")])
    assert len(rows) == 5
    assert sum(int(amount.replace(",", "")) for amount, _ in rows) == 16870
    assert "Inventories" in {caption for _, caption in rows}


def test_what_a_reader_accepts_is_told_apart(samples: tuple[Analysis, ...], tmp_path: Path) -> None:
    export_checks(samples, tmp_path / "out.html", lambda _, check: "known" if check.status == "off" else None)
    page = (tmp_path / "out.html").read_text("utf-8")
    assert "Does not tie (0)" in page
    assert "Accepted (1)" in page
    assert "Accepted: known" in page


def test_a_workbook_counts_the_difference_itself(samples: tuple[Analysis, ...], tmp_path: Path) -> None:
    export_checks(samples, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Findings", "Checks", "Arithmetic"]
    row = [cell.value for cell in book["Findings"][2]]
    assert str(row[3]).startswith(OFF)
    assert row[4:7] == [16170, "=Arithmetic!D7", "=E2-F2"]
    sums = book["Arithmetic"]
    assert sums["D7"].value == "=D2+D3+D4+D5+D6"
    assert sum(sums[f"D{at}"].value for at in range(2, 7)) == 16870
    assert book["Findings"]["B2"].hyperlink.target.endswith("pellwick-ladder-10k-2003.txt")
    assert book["Checks"].max_row == 1 + sum(len(sample.checks) for sample in samples)


def test_every_formula_comes_to_what_is_expected(samples: tuple[Analysis, ...], tmp_path: Path) -> None:
    """The formulas are followed by hand: the cells that they name, added up and taken away."""
    export_checks(samples, tmp_path / "out.xlsx")
    book, values = (openpyxl.load_workbook(tmp_path / "out.xlsx", data_only=only) for only in (False, True))
    sums = book["Arithmetic"]
    followed = 0
    for row in range(2, book["Checks"].max_row + 1):
        formula = str(book["Checks"][f"F{row}"].value)
        if formula.startswith("="):
            terms = re.findall(r"([+-]?)(D\d+)", sums[formula.rpartition("!")[2]].value.removeprefix("="))
            total = sum((-1 if sign == "-" else 1) * sums[cell].value for sign, cell in terms)
            assert total == values["Checks"][f"F{row}"].value, formula
            followed += 1
    assert followed > 50


@pytest.mark.parametrize(
    ("values", "total", "minus"),
    [((5, 3), 8, set()), ((46, 12), 34, {1}), ((9, 4, 2), 3, {1, 2}), ((1, 2, 3), 100, None), ((5,), 5, set())],
)
def test_the_fewest_are_taken_away(values: tuple[int, ...], total: int, minus: set[int] | None) -> None:
    found = taken_away([Decimal(value) for value in values], Decimal(total))
    assert found == (frozenset(minus) if minus is not None else None)


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
