"""What is learnt of captions from tagged filings, and how well it tells those of companies that were left out."""

from pathlib import Path

import pytest

from core import cli, learning
from core.learning import Example, Score
from core.statements.caption_table import OWN, parsed
from core.statements.naming import Line, Namer
from core.statements.zones import Zone
from tests.filings_dir import FILINGS, needs_filings

LARGEST = 1_900_000
"""Bytes of the real filings that are learnt from here."""
CONTEXT = (
    '<xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">{cik}</xbrli:identifier>'
    "</xbrli:entity><xbrli:period><xbrli:instant>2023-12-31</xbrli:instant></xbrli:period></xbrli:context>"
    '<xbrli:unit id="u"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>'
)
PAGE = (
    '<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:us-gaap="http://fasb.org/us-gaap/2023" xmlns:own="x">'
    "<body><ix:header><ix:hidden><ix:nonNumeric contextRef='c' name='dei:EntityCentralIndexKey'>{cik}</ix:nonNumeric>"
    "</ix:hidden><ix:resources>{context}</ix:resources></ix:header><p>CONSOLIDATED BALANCE SHEETS</p><p>(In thousands)</p>"
    "<table><tr><td></td><td>December 31, 2023</td></tr>{rows}</table></body></html>"
)
ROWS = (
    ("Kiln stock", "us-gaap:InventoryNet"), ("Oven rights", "own:OvenRights"), ("Total assets", "us-gaap:Assets"),
    ("Total liabilities", "us-gaap:Liabilities"), ("Total liabilities and equity", "us-gaap:LiabilitiesAndStockholdersEquity"),
)  # fmt: skip


@pytest.fixture
def filings(tmp_path: Path) -> list[Path]:
    """Balance sheets of two companies, one of which filed two."""
    found = []
    for name, cik in (("a.htm", "0000000011"), ("b.htm", "0000000011"), ("c.htm", "0000000012")):
        rows = "".join(
            f"<tr><td>{caption}</td><td><ix:nonFraction contextRef='c' unitRef='u' scale='3' decimals='-3' name='{concept}'>"
            f"{at},500</ix:nonFraction></td></tr>"
            for at, (caption, concept) in enumerate(ROWS, 1)
        )
        found.append(tmp_path / name)
        found[-1].write_text(PAGE.format(cik=cik, context=CONTEXT.format(cik=cik), rows=rows), "utf-8")
    return found


def test_a_caption_is_learnt_with_who_has_it(filings: list[Path]) -> None:
    known = learning.examples(filings)
    assert [(one.line.label, one.concept) for one in known[:3]] == [
        ("Kiln stock", "InventoryNet"), ("Oven rights", OWN), ("Total assets", "Assets"),
    ]  # fmt: skip
    parts = parsed(learning.as_text(learning.learnt(known)))
    (stock,) = parts["assets"].at(("kiln", "stock"))
    assert (stock.concept, stock.companies, stock.filings, stock.listed) == ("InventoryNet", 2, 3, False)
    assert [one.concept for one in parts["assets"].at(("oven", "right"))] == [OWN]
    assert [one.listed for one in parts["assets"].at(("total", "asset"))] == [True]


def test_the_same_filings_make_the_same_table(filings: list[Path]) -> None:
    text = learning.as_text(learning.learnt(learning.examples(filings)))
    assert text == learning.as_text(learning.learnt(learning.examples(reversed(filings))))
    assert Namer(parsed(text)).name(Line(Zone.ASSETS, "Kiln stock")) == "InventoryNet"
    assert Namer(parsed(text)).name(Line(Zone.ASSETS, "Oven rights")) is None
    assert Namer(parsed(text)).name(Line(Zone.ASSETS, "Total assets")) == "Assets"


def line(caption: str) -> Line:
    return Line(Zone.CURRENT_ASSETS, caption)


def test_a_left_out_company_is_told_by_the_others_alone() -> None:
    kilns = [
        Example(str(company), f"{company}-{filing}", line("Kilns"), "InventoryNet")
        for company in range(4)
        for filing in (1, 2)
    ]
    alone = [Example("9", f"9-{filing}", line("Ovens"), "InventoryNet") for filing in range(5)]
    own = [Example("9", "9-0", line("Own"), OWN)]
    known = [*kilns, *alone, *own]
    assert learning.left_out(kilns, by_company=True) == Score(8, 8, 8)
    assert learning.left_out(known, by_company=True) == Score(13, 8, 8)
    assert "4 companies" in learning.report(kilns)


def test_the_command_writes_the_table(filings: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "captions.tsv"
    assert cli.run(["learn", *map(str, filings), "--to", str(out)]) == 0
    assert capsys.readouterr().out.startswith("15 rows of 3 filings of 2 companies\n")
    assert out.read_text("utf-8") == learning.as_text(learning.learnt(learning.examples(filings)))


def test_the_command_needs_tags(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare = tmp_path / "bare.txt"
    bare.write_text("A letter without figures.\n", "utf-8")
    assert cli.run(["learn", str(bare)]) == 2
    assert "has a tagged statement" in capsys.readouterr().err
    assert cli.run(["learn", str(bare), "--to", str(tmp_path)]) == 2


@needs_filings
@pytest.mark.filings
def test_real_filings_are_told_with_their_company_left_out() -> None:
    tagged = sorted(path for path in FILINGS.glob("ixbrl-*/*.html") if path.stat().st_size < LARGEST)
    told = learning.left_out(learning.examples(tagged), by_company=True)
    assert told.rows > 700
    assert told.told / told.rows >= 0.83
    assert told.right / told.told >= 0.86
