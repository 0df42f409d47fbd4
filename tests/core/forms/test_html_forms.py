"""Made-up HTML filings on four forms: header, tree and statements drawn as text beside them (`.drawn`)."""

import re
from pathlib import Path

import pytest

from core.analysis import Analysis, analyse
from core.checks.check import Status
from core.read.filing import Header
from tests.core.outline.drawn import draw as draw_tree
from tests.core.statements.drawn import draw

FOLDER = Path(__file__).parent
FILES = ("current_report.txt", "foreign_report.htm", "quarterly_report.htm", "small_business_report.htm")


def told(header: Header) -> str:
    """Form, company, CIK, period, filed, end of the fiscal year, date of an exhibit."""
    year_end = "-".join(map(str, header.fiscal_year_end or ()))
    shown = (header.form, header.company, header.cik, header.period_end, header.filed, year_end or None, header.dated)
    return " | ".join("." if each is None else str(each) for each in shown)


def drawing(analysis: Analysis) -> str:
    """A filing as text: what its header says, its tree, its statements and other tables."""
    tables = [f"{draw(one)}\n" for one in (*analysis.statements, *analysis.tables)]
    return "\n".join([f"{told(analysis.filing.header)}\n", draw_tree(analysis.outline), *tables])


@pytest.mark.parametrize("name", FILES)
def test_header_tree_and_statements(name: str) -> None:
    analysis = analyse(FOLDER / name)
    assert drawing(analysis) == (FOLDER / name).with_suffix(".drawn").read_text("utf-8")
    assert analysis.findings == ()
    assert [check.title for check in analysis.checks if check.status is Status.OFF] == []


def submitted(name: str, number: int) -> str:
    """The markup of one document of a made-up submission."""
    return (FOLDER / name).read_text("utf-8").split("<TEXT>\n")[number].partition("</TEXT>")[0]


def untagged(markup: str) -> str:
    """A document without its inline XBRL."""
    return re.sub(r"</?ix:[^>]*>", "", re.sub(r"<ix:header>.*?</ix:header>", "", markup, flags=re.DOTALL))


def tagged(markup: str, **facts: str) -> str:
    """A document that hides these `dei` facts, in a context of the nine months to the end of September 2024."""
    context = (
        '<xbrli:context id="d"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0009990733</xbrli:identifier>'
        "</xbrli:entity><xbrli:period><xbrli:startDate>2023-12-31</xbrli:startDate><xbrli:endDate>2024-09-28</xbrli:endDate>"
        "</xbrli:period></xbrli:context>"
    )
    hidden = "".join(
        f'<ix:nonNumeric contextRef="d" name="dei:{name}">{text}</ix:nonNumeric>' for name, text in facts.items()
    )
    header = f"<ix:header><ix:hidden>{hidden}</ix:hidden><ix:resources>{context}</ix:resources></ix:header>"
    inline = markup.replace("<html>", '<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL">', 1)
    return inline.replace("<body>", f'<body><div style="display:none">{header}</div>', 1)


BARE = {
    "current report": (
        submitted("current_report.txt", 1),
        "8-K | FENWICK PUMP CORPORATION | . | 2024-07-25 | . | . | .",
    ),
    "press release": (
        submitted("current_report.txt", 2),
        "EX-99.1 | Fenwick Pump Corporation | . | . | . | . | 2024-07-25",
    ),
    "foreign report without tags": (
        untagged((FOLDER / "foreign_report.htm").read_text("utf-8")),
        "20-F | NOORDKAAP CONSERVEN N.V. | . | 2024-12-31 | . | 12-31 | .",
    ),
    "quarterly report with tags": (
        tagged(
            (FOLDER / "quarterly_report.htm").read_text("utf-8"),
            DocumentType="10-Q",
            AmendmentFlag="false",
            EntityRegistrantName="COBBLER'S BROOK SHOE CO",
            EntityCentralIndexKey="0009990733",
            CurrentFiscalYearEndDate="--12-28",
            DocumentPeriodEndDate="2024-09-28",
        ),
        "10-Q | COBBLER'S BROOK SHOE CO | 0009990733 | 2024-09-28 | . | 12-28 | .",
    ),
    "amended report with tags": (
        tagged(submitted("current_report.txt", 1), DocumentType="8-K", AmendmentFlag="true"),
        "8-K/A | FENWICK PUMP CORPORATION | . | 2024-07-25 | . | . | .",
    ),
}


@pytest.mark.parametrize(("markup", "header"), BARE.values(), ids=BARE)
def test_the_header_of_a_bare_document(markup: str, header: str, tmp_path: Path) -> None:
    path = tmp_path / "bare.htm"
    path.write_text(markup, "utf-8")
    assert told(analyse(path).filing.header) == header


def test_statements_read_the_same_without_tags(tmp_path: Path) -> None:
    path = tmp_path / "bare.htm"
    path.write_text(untagged((FOLDER / "foreign_report.htm").read_text("utf-8")), "utf-8")

    def amounts(analysis: Analysis) -> list[tuple[str, int, str | None, list[tuple[str, list[str]]]]]:
        return [
            (
                one.kind.value,
                one.scale,
                one.currency,
                [(row.label, [str(f.value) for f in row.figures]) for row in one.rows],
            )
            for one in analysis.statements
        ]

    assert amounts(analyse(path)) == amounts(analyse(FOLDER / "foreign_report.htm"))
