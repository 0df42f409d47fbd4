"""All hits as a table with their places, and the filings that have none."""

import csv
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from core import cli
from core.library.hits_table import answered, write_hits
from core.library.search import Limits
from core.library.shelf import Shelf
from tests.core.library.made import KETTLES, fill, library


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    fill(tmp_path / "in")
    with library(tmp_path / "library.sqlite", tmp_path / "in") as shelf:
        yield shelf


def test_every_filing_has_a_hit_or_is_listed(shelf: Shelf) -> None:
    told = answered(shelf, "hemp")
    having, without = {hit.path for hit in told.hits}, {kept.path for kept in told.without}
    assert having
    assert without
    assert not having & without
    assert having | without == {kept.path for kept in shelf.filings() if not kept.why}


def test_limits_narrow_both(shelf: Shelf) -> None:
    told = answered(shelf, "hemp", Limits(company=KETTLES))
    assert {kept.company for kept in told.without} == {KETTLES}
    assert not told.hits


def test_a_workbook_has_both(shelf: Shelf, tmp_path: Path) -> None:
    told = answered(shelf, "hemp")
    assert write_hits(told, tmp_path / "out.xlsx") == (tmp_path / "out.xlsx",)
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Hits", "Without a hit"]
    heads, first, *rest = book["Hits"].iter_rows(values_only=True)
    row = dict(zip(heads, first, strict=True))
    hit = told.hits[0]
    assert (row["Company"], row["Line"], row["File"]) == (hit.company, hit.line, str(hit.path))
    assert row["Sentence or row"] == hit.sentence
    assert len(rest) == len(told.hits) - 1
    assert len(list(book["Without a hit"].iter_rows())) == len(told.without) + 1


def test_csv_has_a_file_beside_it(shelf: Shelf, tmp_path: Path) -> None:
    told = answered(shelf, "hemp")
    hits, rest = write_hits(told, tmp_path / "out.csv")
    with hits.open(encoding="utf-8-sig", newline="") as file:
        assert [row["File"] for row in csv.DictReader(file)] == [str(hit.path) for hit in told.hits]
    with rest.open(encoding="utf-8-sig", newline="") as file:
        assert [row["File"] for row in csv.DictReader(file)] == [str(kept.path) for kept in told.without]
    assert rest.name == "out without a hit.csv"


def test_words_of_a_filing_do_nothing_in_a_spreadsheet(shelf: Shelf, tmp_path: Path) -> None:
    told = answered(shelf, "hemp")
    bait = told._replace(hits=[told.hits[0]._replace(sentence="=1+1")])
    write_hits(bait, tmp_path / "out.csv")
    assert "'=1+1" in (tmp_path / "out.csv").read_text("utf-8-sig")
    write_hits(bait, tmp_path / "out.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "out.xlsx")["Hits"]["E2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_another_kind_of_file_and_one_that_is_read_from_are_not_written(shelf: Shelf, tmp_path: Path) -> None:
    told = answered(shelf, "hemp")
    with pytest.raises(ValueError, match=r"must end in \.csv or \.xlsx"):
        write_hits(told, tmp_path / "out.txt")
    read = told._replace(hits=[told.hits[0]._replace(path=tmp_path / "own.csv")])
    (tmp_path / "own.csv").write_text("a filing")
    with pytest.raises(ValueError, match="read from"):
        write_hits(read, tmp_path / "own.csv")


def _search(shelf_file: Path, *words: str) -> int:
    return cli.run(["search", *words, "--library", str(shelf_file)])


@pytest.mark.usefixtures("shelf")
def test_the_command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    library_file = tmp_path / "library.sqlite"
    assert _search(library_file, "hemp", "--to", str(tmp_path / "out.csv")) == 0
    assert "filings without one" in capfd.readouterr().out
    assert _search(library_file, "hemp", "--to", str(tmp_path / "out.pdf")) == 2
    assert _search(library_file, "hemp", "--to", str(tmp_path / "none" / "out.csv")) == 2
    assert "cannot be written" in capfd.readouterr().err


@pytest.mark.usefixtures("shelf")
def test_searches_are_kept_by_name(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    library_file = tmp_path / "library.sqlite"
    assert _search(library_file, "hemp", "--form", "10-K", "--save", "ropes") == 0
    first = capfd.readouterr().out
    assert _search(library_file, "--saved", "ropes") == 0
    assert capfd.readouterr().out == first
    assert _search(library_file, "--saved", "ropes", "--company", KETTLES) == 0
    assert capfd.readouterr().out == "nothing was found\n"
    assert _search(library_file, "--saved") == 0
    assert capfd.readouterr().out == "ropes: hemp --form 10-K\n"
    assert _search(library_file, "--saved", "none") == 2
    assert _search(library_file) == 2
    assert "nothing is asked" in capfd.readouterr().err
    assert _search(library_file, "--forget", "ropes") == 0
    assert capfd.readouterr().out == "no search is saved\n"
