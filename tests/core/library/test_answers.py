"""Figures of many filings asked: a line over companies and years, its parts, what was printed otherwise later."""

import csv
import json
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from core import cli
from core.bulk import each
from core.export import corpus
from core.export.corpus_folder import Asked as Files
from core.folder import files
from core.library.answers import AnswerError, Answers, Asked, Point, Question, opened
from core.library.data import bring_up, place_beside
from core.library.shelf import opened as opened_library
from core.store.disk import Store

HEAD = """<SEC-DOCUMENT>{accession}.txt : {filed}
<SEC-HEADER>{accession}.hdr.sgml : {filed}
ACCESSION NUMBER:\t\t{accession}
CONFORMED SUBMISSION TYPE:\t10-K
CONFORMED PERIOD OF REPORT:\t{year}1231
FILED AS OF DATE:\t\t{filed}

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\t{company}
\t\tCENTRAL INDEX KEY:\t\t\t{cik:010}
</SEC-HEADER>
<DOCUMENT>
<TYPE>10-K
<SEQUENCE>1
<TEXT>

ITEM 8.  FINANCIAL STATEMENTS AND SUPPLEMENTARY DATA

                        CONSOLIDATED STATEMENTS OF INCOME
                                 (In thousands)

                                     Year ended December 31,
                                      {year}         {before}
                                    --------     --------
Net sales                           $ {sales:>7}    $ {sales_before:>7}
Cost of sales                         {cost:>7}      {cost_before:>7}
                                    --------     --------
Gross profit                          {profit:>7}      {profit_before:>7}
                                    ========     ========

                   NOTES TO CONSOLIDATED FINANCIAL STATEMENTS

NOTE 1.  SEGMENTS

Net sales by segment were as follows:

                                 (In thousands)
                                     Year ended December 31,
                                      {year}         {before}
                                    --------     --------
Net sales:
  Kettles                           $ {kettles:>7}    $ {kettles_before:>7}
  Lids                                {lids:>7}      {lids_before:>7}
                                    --------     --------
    Total                           $ {sales:>7}    $ {sales_before:>7}
                                    ========     ========
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def filing(company: str, cik: int, year: int, sales: tuple[int, int], kettles: tuple[int, int]) -> str:
    """An annual report with these sales of its year and of the year before, and how many of them were kettles; costs are a
    third."""
    cost = [one // 3 for one in sales]
    return HEAD.format(
        accession=f"{cik:010}-{(year + 1) % 100:02}-000001",
        filed=f"{year + 1}0315",
        company=company,
        cik=cik,
        year=year,
        before=year - 1,
        sales=f"{sales[0]:,}",
        sales_before=f"{sales[1]:,}",
        cost=f"{cost[0]:,}",
        cost_before=f"{cost[1]:,}",
        profit=f"{sales[0] - cost[0]:,}",
        profit_before=f"{sales[1] - cost[1]:,}",
        kettles=f"{kettles[0]:,}",
        kettles_before=f"{kettles[1]:,}",
        lids=f"{sales[0] - kettles[0]:,}",
        lids_before=f"{sales[1] - kettles[1]:,}",
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three filings of two companies: one prints the sales of 1996 otherwise a year later, under a new name."""
    made = tmp_path_factory.mktemp("filings")
    (made / "a96.txt").write_text(filing("NORTHFIELD ROPE CORP", 77, 1996, (9_000, 8_100), (6_000, 5_100)))
    (made / "a97.txt").write_text(filing("NORTHFIELD ROPE INC", 77, 1997, (9_900, 9_300), (6_600, 6_300)))
    (made / "b97.txt").write_text(filing("TIDEWATER KETTLE CO", 88, 1997, (3_000, 2_700), (1_500, 1_200)))
    return made


@pytest.fixture(scope="module")
def figures(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their figures."""
    target = tmp_path_factory.mktemp("figures") / "corpus"
    asked = Files(tuple(files([folder])), folder)
    corpus.read(asked, target, partial(each, store=Store(None), workers=1), lambda _done, _of: None)
    return target


@pytest.fixture
def answers(figures: Path) -> "pytest.Generator[Answers]":  # type: ignore[name-defined]
    with opened(figures) as found:
        yield found


def wholes(points: dict[int, Point]) -> dict[int, int]:
    return {year: int(point.whole) for year, point in points.items()}


@pytest.mark.parametrize("line", ["net sales", "Net  Sales", "us-gaap:Revenues", "revenues"])
def test_one_line_over_companies_and_years(answers: Answers, line: str) -> None:
    found = {one.name: wholes(one.points) for one in answers.line(Asked(line))}
    assert found == {
        "NORTHFIELD ROPE INC": {1995: 8_100_000, 1996: 9_300_000, 1997: 9_900_000},
        "TIDEWATER KETTLE CO": {1996: 2_700_000, 1997: 3_000_000},
    }


def test_a_figure_has_its_filing_its_place_and_those_that_print_it_otherwise(answers: Answers, folder: Path) -> None:
    points = answers.line(Asked("net sales", "northfield"))[0].points
    newest = points[1996]
    assert (newest.path, newest.printed, newest.end, newest.otherwise) == (
        "a97.txt",
        "$ 9,300",
        date(1996, 12, 31),
        1,
    )
    assert [points[year].otherwise for year in (1995, 1997)] == [0, 0]
    assert newest.currency == "USD"
    assert newest.begin < newest.finish


@pytest.mark.parametrize(
    "asked", [Asked("net sales", "tidewater"), Asked("net sales", "88"), Asked("net sales", "0000000088")]
)
def test_one_company_by_its_name_or_number(answers: Answers, asked: Asked) -> None:
    assert [one.name for one in answers.line(asked)] == ["TIDEWATER KETTLE CO"]


def test_only_the_years_that_are_asked_for(answers: Answers) -> None:
    found = answers.line(Asked("net sales", years=(1997, 1999)))
    assert [sorted(one.points) for one in found] == [[1997], [1997]]


def test_parts_of_a_line(answers: Answers) -> None:
    found = {one.name: wholes(one.points) for one in answers.parts(Asked("net sales", "northfield"))}
    assert found == {
        "Kettles": {1995: 5_100_000, 1996: 6_300_000, 1997: 6_600_000},
        "Lids": {1995: 3_000_000, 1996: 3_000_000, 1997: 3_300_000},
        "Total": {1995: 8_100_000, 1996: 9_300_000, 1997: 9_900_000},
    }


def test_what_was_printed_otherwise_later(answers: Answers) -> None:
    found = answers.restated(Asked())
    assert {one.company for one in found} == {"NORTHFIELD ROPE INC"}
    told = {one.last.caption: (int(one.first.whole), int(one.last.whole), int(one.change)) for one in found}
    assert told["Net sales"] == (9_000_000, 9_300_000, 300_000)
    assert {one.first.path for one in found} == {"a96.txt"}
    assert {one.last.path for one in found} == {"a97.txt"}
    assert [one.last.caption for one in answers.restated(Asked("net sales"))] == ["Net sales"]
    assert answers.restated(Asked(years=(1997, 1997))) == []


def test_lines_that_can_be_asked_for(answers: Answers) -> None:
    found = {one.concept: one for one in answers.lines()}
    assert found["us-gaap:Revenues"].companies == 2
    assert found["us-gaap:Revenues"].caption == "Net sales"


def test_a_line_that_nobody_prints(answers: Answers) -> None:
    assert not any(answers.to(question, Asked("carloads")) for question in Question)


def test_a_folder_without_figures(tmp_path: Path) -> None:
    with pytest.raises(AnswerError, match="has no figures"), opened(tmp_path):
        pass


def test_the_figures_of_a_library_follow_its_folders(folder: Path, tmp_path: Path) -> None:
    own, library = tmp_path / "own", tmp_path / "library.sqlite"
    own.mkdir()
    for path in folder.iterdir():
        (own / path.name).write_text(path.read_text())
    reading = partial(each, store=Store(None), workers=1)
    with opened_library(library, new=True) as shelf:
        shelf.add_folder(own)
        assert bring_up(shelf, library, reading, lambda _done, _of: None).read == 3
        (own / "b97.txt").unlink()
        (place_beside(library) / "tieout.json").write_text(json.dumps({"reader": "another"}))
        assert bring_up(shelf, library, reading, lambda _done, _of: None).read == 2
        (own / "a96.txt").unlink()
        assert bring_up(shelf, library, reading, lambda _done, _of: None).before == 1
    with opened(place_beside(library)) as answers:
        found = answers.line(Asked("net sales"))
    assert [one.name for one in found] == ["NORTHFIELD ROPE INC"]
    assert {point.path for point in found[0].points.values()} == {(own / "a97.txt").as_posix()}


def test_the_command(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = ["--library", str(tmp_path / "library.sqlite")]
    assert cli.run(["library", "add", str(folder), *library]) == 0
    assert cli.run(["library", "figures", *library]) == 0
    capsys.readouterr()
    assert cli.run(["ask", "line", "net sales", "--company", "northfield", *library]) == 0
    assert "9,300,000*" in capsys.readouterr().out
    assert cli.run(["ask", "restated", "net sales", "--json", *library]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["first"]["whole"], one["last"]["whole"]) == ("9000000", "9300000")
    assert cli.run(["ask", "restated", *library]) == 0
    assert "(+300,000)" in capsys.readouterr().out
    for question, rows in ((Question.LINE, 4), (Question.PARTS, 6), (Question.RESTATED, 1)):
        out = tmp_path / f"{question}.csv"
        assert cli.run(["ask", question, "net sales", "--to", str(out), "--years", "1996-1997", *library]) == 0
        with out.open(encoding="utf-8-sig", newline="") as lines:
            told = list(csv.DictReader(lines))
        assert len(told) == rows
        assert all(row["sha256"] for row in told)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["ask", "line"], "of which line"),
        (["ask", "line", "sales", "--of", "nowhere"], "has no figures"),
        (["ask", "line", "sales", "--years", "then"], "year"),
    ],
)
def test_what_cannot_be_asked(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(words) == 2
    assert said in capsys.readouterr().err
