"""A company's history as JSON, as text and as a workbook, of the samples."""

import json
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import openpyxl
import pytest

from core import cli
from core.analysis import analyse
from core.export import ExportError, export_history
from core.export.history import as_json, as_text
from core.export.history_data import FIELDS, rows
from core.years.history import History, history, of_one_company
from tests.core.made_up import submission
from tests.core.years.test_derived import months, year
from tests.core.years.test_series import filed
from tests.filings_dir import FILINGS

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "resources" / "samples").glob("pellwick*.*"))
OWN = json.loads((ROOT / "resources" / "schema" / "history.schema.json").read_text())
SHARED = FILINGS.parent / "contract" / "history.schema.json"


@pytest.fixture(scope="module")
def pellwick() -> History:
    return history([analyse(path) for path in SAMPLES])


def test_the_schema_holds(pellwick: History) -> None:
    jsonschema.Draft202012Validator.check_schema(OWN)
    whole = json.loads(json.dumps(as_json(pellwick)))
    jsonschema.validate(whole, OWN)
    whole["statements"][0]["rows"][0]["cells"][0]["difference"] = "new"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole, OWN)


@pytest.mark.skipif(not SHARED.is_file(), reason="no contract beside the project: not on this machine")
def test_the_contract_holds(pellwick: History) -> None:
    jsonschema.validate(json.loads(json.dumps(as_json(pellwick))), json.loads(SHARED.read_text()))


def test_a_mark_means_that_the_filings_print_other_amounts(pellwick: History) -> None:
    marked = 0
    for statement in as_json(pellwick)["statements"]:
        for row in statement["rows"]:
            for cell in row["cells"]:
                amounts = {value["whole"] for value in cell["values"]}
                assert (cell["difference"] is not None) == (len(amounts) > 1), row["label"]
                marked += cell["difference"] is not None
    assert marked >= 2


def test_every_value_is_at_its_place(pellwick: History) -> None:
    texts = {one.path.name: one.filing for one in pellwick.filings}
    for statement in as_json(pellwick)["statements"]:
        for row in statement["rows"]:
            for value in (value for cell in row["cells"] for value in cell["values"]):
                place = value["location"]
                text = texts[value["file"]].document(place["document"]).source.text
                digits = [sign for sign in value["text"] if sign.isdigit()]
                assert digits == [sign for sign in text[place["start"] : place["end"]] if sign.isdigit()]


def test_nothing_is_dropped_without_an_entry(pellwick: History) -> None:
    told = {(value["file"]) for one in as_json(pellwick)["statements"] for row in one["rows"] for cell in row["cells"]
            for value in cell["values"]}  # fmt: skip
    assert told == {path.name for path in SAMPLES}
    assert {left["statement"] for left in as_json(pellwick)["left_out"]} >= {"equity"}


def test_text_marks_what_differs(pellwick: History) -> None:
    text = as_text(pellwick)
    assert text.startswith("PELLWICK LADDER COMPANY: 3 filings\n")
    assert any("°" in line or "*" in line for line in text.splitlines() if "administrative" in line)


def test_workbook(pellwick: History, tmp_path: Path) -> None:
    export_history(pellwick, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    sheet = book["Income statement"]
    sales = next(row for row in sheet.iter_rows() if row[0].value == "Net sales")
    heads = [cell.value for cell in sheet[3]]
    assert [heads[at] for at in range(1, 5)] == ["2000", "2001", "2002", "2003"]
    assert [cell.value for cell in sales[1:5]] == [39846, 40509, 41591, 44317]
    change = heads.index("Change 2001")
    assert (
        sales[change].value
        == f'=IF(B{sales[0].row}*C{sales[0].row}>0,(C{sales[0].row}-B{sales[0].row})/ABS(B{sales[0].row})*100,"")'
    )
    computed = openpyxl.load_workbook(tmp_path / "out.xlsx", data_only=True)["Income statement"]
    assert computed[sales[change].coordinate].value == pytest.approx((40509 / 39846 - 1) * 100)
    assert sales[1].hyperlink is not None
    link = str(sales[1].hyperlink.location)
    source = book["Sources"][int(link.rpartition("A")[2])]
    assert [cell.value for cell in source[:5]] == [
        "Income statement",
        "Net sales",
        "2000",
        "pellwick-ladder-10k-2002.txt",
        "$ 39,846",
    ]
    comments = [cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment]
    assert any("7,120 in the 10-K 2003; 7,508 in the 10-K 2002" in text for text in comments)
    assert any(text.endswith("7,643 = 7,217 + 426 Research and development") for text in comments)
    export_history(pellwick, tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text())["schema"] == "tieout.history/1"
    with pytest.raises(ExportError, match="must end in"):
        export_history(pellwick, tmp_path / "out.pdf")


def test_the_filings_of_another_company_are_left_out_and_said(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    other, broken = tmp_path / "kettle.txt", tmp_path / "empty.txt"
    other.write_text(submission())
    broken.write_text("")
    assert cli.run(["years", *map(str, SAMPLES), str(other), str(broken), "--json"]) == 0
    said = capfdbinary.readouterr()
    assert [one["file"] for one in json.loads(said.out)["filings"]] == [path.name for path in SAMPLES]
    assert b"kettle.txt is left out: it is of another company" in said.err
    assert b"empty.txt is left out" in said.err


def test_nothing_to_tell(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.run(["years", str(tmp_path)]) == 2
    assert b"there is no filing among these files" in capfdbinary.readouterr().err
    assert cli.run(["years", *map(str, SAMPLES), "--to", str(tmp_path / "out.pdf")]) == 2
    assert cli.run(["years", *map(str, SAMPLES), "--to", str(tmp_path / "none" / "out.xlsx")]) == 2
    assert of_one_company(()).own == ()


def test_commands(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.run(["years", *map(str, SAMPLES)]) == 0
    assert b"Net sales" in capfdbinary.readouterr().out
    assert cli.run(["years", *map(str, SAMPLES), "--to", str(tmp_path / "out.xlsx")]) == 0
    assert (tmp_path / "out.xlsx").stat().st_size > 0


@pytest.fixture(scope="module")
def table(pellwick: History, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The history as Parquet, read by a database."""
    target = tmp_path_factory.mktemp("data") / "history.parquet"
    export_history(pellwick, target)
    read = duckdb.execute(f"SELECT * FROM '{target}'")  # noqa: S608
    return [dict(zip([each[0] for each in read.description], row, strict=True)) for row in read.fetchall()]


def test_the_table_has_every_value_of_the_json(pellwick: History, table: list[dict[str, Any]]) -> None:
    wanted = Counter(
        (
            value["file"],
            value["location"]["start"],
            value["location"]["line"],
            Decimal(value["whole"]),
            rank,
            cell["difference"],
        )
        for statement in as_json(pellwick)["statements"]
        for row in statement["rows"]
        for cell in row["cells"]
        for rank, value in enumerate(cell["values"])
    )
    printed = [row for row in table if row["file"] is not None]
    assert wanted == Counter(
        (row["file"], row["begin"], row["text_line"], row["whole"], row["rank"], row["difference"]) for row in printed
    )
    assert len(printed) > 300


def test_the_table_tells_lines_and_periods(table: list[dict[str, Any]]) -> None:
    sales = [
        row for row in table if row["line"] == "Net sales" and row["kind"] == "Income statement" and row["rank"] == 0
    ]
    assert [row["end"] for row in sales] == sorted(row["end"] for row in sales)
    latest = next(row for row in sales if row["fiscal_year"] == 2003)
    assert (latest["start"], latest["end"], latest["months"]) == (date(2003, 1, 1), date(2003, 12, 31), 12)
    assert (latest["unit"], latest["currency"], latest["scale"], latest["computed"]) == ("money", "USD", 1000, None)


def test_what_is_computed_names_its_places() -> None:
    nine = filed(2002, months(2002, date(2002, 9, 30), "3,000"))
    told = history([filed(2003, year(2002, "4,100")), nine])
    heads = [field.name for field in FIELDS]
    every = [dict(zip(heads, row, strict=True)) for row in rows(told)]
    (one,) = [row for row in every if row["computed"]]
    assert re.fullmatch(r"\+(\S+):1:\d+ -(\S+):1:\d+", one["computed"])
    assert (one["line"], one["whole"], one["months"], one["end"]) == ("Net sales", "1100", "3", "2002-12-31")
    assert one["printed"] == one["file"] == one["begin"] == one["difference"] == ""


def test_the_table_does_not_replace_what_it_was_read_from(tmp_path: Path) -> None:
    filing = tmp_path / "own.parquet"
    filing.write_bytes(SAMPLES[0].read_bytes())
    with pytest.raises(ValueError, match="read from"):
        export_history(history([analyse(filing)]), filing)
    assert filing.read_bytes() == SAMPLES[0].read_bytes()


def test_measures(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.run(["years", *map(str, SAMPLES), "--measures"]) == 0
    text = capfdbinary.readouterr().out.decode()
    assert re.search(r"^  Gross margin +28\.9% +29\.0% +29\.4% +29\.9%", text, re.MULTILINE)
    own = tmp_path / "own.toml"
    own.write_text('[[measures]]\nname = "Bad"\nformula = "assets +"\n')
    assert cli.run(["years", *map(str, SAMPLES), "--json", "--measures", str(own)]) == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert told["schema"] == "tieout.measures/1"
    names = {one["name"]: one for one in told["measures"]}
    assert "no formula" in names["Bad"]["fault"]
    last = next(one for one in names["Current ratio"]["values"] if one["end"] == "2003-12-31")
    assert [one["text"].strip("$ ") for one in last["inputs"]] == ["16,170", "6,544"]
    assert Decimal(last["value"]) == Decimal(16170) / Decimal(6544)
    own.write_text("[[")
    for arguments in (
        ["--measures", str(own)],
        ["--measures", str(tmp_path / "none.toml")],
        ["--to", "x.parquet", "--measures"],
    ):
        assert cli.run(["years", *map(str, SAMPLES), *arguments]) == 2
        assert len(capfdbinary.readouterr().err.splitlines()) == 1
