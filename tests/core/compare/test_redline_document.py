"""What changed as a document of Word: its revisions, accepted and turned down; moves, tables and what frames them."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from core.analysis import analyse
from core.cli import run
from core.compare.filings import Comparison
from core.compare.redline_document import as_docx
from core.compare.report import wanted
from core.compare.words import folded
from core.places import Places

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
OLD, NEW = (SAMPLES / f"pellwick-ladder-10k-{year}.txt" for year in (2002, 2003))
SECTION = "doc-1/part-1/item-1"
_WANDERS = """The kiln at the northern works was rebuilt after the flood and now fires
twice as many rungs a day as the one that it replaced; the foundry beside it
was let to a maker of weather vanes, who pays for the use of its chimney."""
_GONE, _COME = {qn("w:del"), qn("w:moveFrom")}, {qn("w:ins"), qn("w:moveTo")}


@pytest.fixture(scope="module")
def both() -> Comparison:
    return Comparison(Places(analyse(OLD)), Places(analyse(NEW)))


@pytest.fixture(scope="module")
def body(both: Comparison) -> Any:
    return Document(io.BytesIO(as_docx(both))).element.body


def _kept(paragraph: Any, without: set[str]) -> str:
    """The text of a paragraph whose revisions of one kind are left out."""
    return "".join(
        "\t" if element.tag == qn("w:tab") else element.text
        for element in paragraph.iter(qn("w:t"), qn("w:delText"), qn("w:tab"))
        if element.getparent().tag == qn("w:r") and not any(one.tag in without for one in element.iterancestors())
    )


def _paragraphs(both: Comparison) -> list[tuple[Any, Any]]:
    """The rows of a section that changed, each beside its paragraph."""
    comparison, pair = wanted(both.old.analysis, both.new.analysis, SECTION)
    assert pair is not None
    rows = [row for some in comparison.whole(pair) for row in some if row.changed]
    element = Document(io.BytesIO(as_docx(comparison, pair))).element.body
    found = [
        one
        for one in element.findall(qn("w:p"))
        if _kept(one, set()) != "⋯" and one.find(".//" + qn("w:pStyle")) is None
    ]
    assert len(found) == len(rows) > 5
    return list(zip(rows, found, strict=True))


def test_accepted_it_is_the_newer_text_and_turned_down_the_older(both: Comparison) -> None:
    for row, paragraph in _paragraphs(both):
        assert folded(_kept(paragraph, _GONE)) == folded(row.new.text if row.new else "")
        assert folded(_kept(paragraph, _COME)) == folded(row.old.text if row.old else "")


def test_words_stay_apart(both: Comparison) -> None:
    for row, paragraph in _paragraphs(both):
        if row.new is not None:
            assert _kept(paragraph, _GONE).split() == row.new.text.split()


def test_a_paragraph_that_came_is_a_revision_itself(both: Comparison) -> None:
    for row, paragraph in _paragraphs(both):
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        assert (mark is not None) == (row.old is None or row.new is None)
        if mark is not None:
            assert mark[0].tag == qn("w:ins" if row.old is None else "w:del")


def test_each_revision_has_a_number_an_author_and_the_day_of_filing(body: Any) -> None:
    revisions = list(body.iter(*_GONE, *_COME))
    assert len(revisions) > 100
    numbers = [one.get(qn("w:id")) for one in revisions]
    assert len(numbers) == len(set(numbers))
    assert {one.get(qn("w:author")) for one in revisions} == {"Tieout", "Tieout: dates and figures"}
    assert {one.get(qn("w:date")) for one in revisions} == {"2004-03-22T00:00:00Z"}


def test_a_move_has_both_its_places(tmp_path: Path) -> None:
    parts = OLD.read_text().split("\n\n")
    long = [at for at, one in enumerate(parts) if one.count("\n") > 2 and one.strip()[-1] == "." and ".." not in one]
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    for path, at in ((first, long[2]), (second, long[4])):
        path.write_text("\n\n".join([*parts[: at + 1], _WANDERS, *parts[at + 1 :]]))
    element = Document(io.BytesIO(as_docx(Comparison(Places(analyse(first)), Places(analyse(second)))))).element.body
    starts = {
        tag: [each.get(qn("w:name")) for each in element.iter(qn(f"w:{tag}RangeStart"))]
        for tag in ("moveFrom", "moveTo")
    }
    assert starts["moveFrom"] == starts["moveTo"] != []
    for tag in ("moveFrom", "moveTo"):
        begun = [each.get(qn("w:id")) for each in element.iter(qn(f"w:{tag}RangeStart"))]
        assert begun == [each.get(qn("w:id")) for each in element.iter(qn(f"w:{tag}RangeEnd"))]


def test_rows_of_tables_have_their_figures_at_stops(body: Any) -> None:
    rows = [one for one in body.findall(qn("w:p")) if one.find(f"{qn('w:pPr')}/{qn('w:tabs')}") is not None]
    assert len(rows) > 10
    for row in rows:
        stops = [int(one.get(qn("w:pos"))) for one in row.iter(qn("w:tab")) if one.get(qn("w:pos"))]
        assert stops == sorted(set(stops))
        assert _kept(row, _GONE).count("\t") <= len(stops)


def test_the_list_of_sections_leads_to_each(body: Any) -> None:
    anchors = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    assert len(anchors) > 5
    assert anchors == [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    assert body[-1].tag == qn("w:sectPr")


def test_nothing_is_in_it_that_xml_cannot_hold(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(OLD.read_text().replace("ladders", "lad\x01ders\x0b", 3))
    written = as_docx(Comparison(Places(analyse(OLD)), Places(analyse(other))))
    assert zipfile.ZipFile(io.BytesIO(written)).testzip() is None
    Document(io.BytesIO(written))


def test_command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "redline.docx"
    assert run(["compare", str(NEW), str(OLD), "--section", SECTION, "--to", str(target)]) == 0
    assert (
        Document(str(target)).core_properties.title
        == "PELLWICK LADDER COMPANY 10-K 2002 – PELLWICK LADDER CO 10-K 2003"
    )
    assert run(["compare", str(NEW), str(OLD), "--to", str(tmp_path / "redline.odt")]) == 2
    assert ".html or .docx" in capfd.readouterr().err
