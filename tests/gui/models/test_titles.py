"""How documents are named on the screen."""

import pytest

from core.read.filing import Document, Format
from core.source import Source
from core.statements.statement import Column
from gui.models.titles import calm, column_heads, document_title, first_caption
from tests.gui.plot.tables import MONEY, members, row, table, year


@pytest.mark.parametrize(
    ("kind", "filename", "description", "title"),
    [
        ("10-K", "lamp.htm", "FORM 10-K", ("10-K", "")),
        ("EX-13", "ex13.htm", "ANNUAL REPORT TO SHAREHOLDERS", ("Exhibit 13", "Annual Report to Shareholders")),
        ("EX-31.1", "ex311.htm", "EX-31.1", ("Exhibit 31.1", "")),
        ("EX-101.INS", "lamp.xml", "XBRL INSTANCE DOCUMENT", ("Exhibit 101.INS", "XBRL Instance Document")),
        ("EX-101.CAL", "lamp.xml", None, ("Exhibit 101.CAL", "XBRL calculations")),
        ("GRAPHIC", "logo.jpg", "GRAPHIC", ("logo.jpg", "")),
        ("XML", "R2.xml", "IDEA: XBRL DOCUMENT", ("R2.xml", "XBRL Document")),
        (None, None, None, ("Document 3", "")),
    ],
)
def test_documents(kind: str | None, filename: str | None, description: str | None, title: tuple[str, str]) -> None:
    assert document_title(Document(3, kind, filename, description, Format.HTML, Source(3, ""))) == title


def test_short_names_keep_their_capitals() -> None:
    assert calm("CERTIFICATION OF THE CEO UNDER SEC RULES") == "Certification of the CEO Under SEC Rules"


def test_a_name_with_two_capitals_keeps_both() -> None:
    assert calm("McLAMPARD'S CORPORATION") == "McLampard's Corporation"
    assert calm("REPORT OF LAMP & LAMP LLP") == "Report of Lamp & Lamp LLP"


def test_a_table_is_called_by_its_first_caption_if_it_has_one() -> None:
    assert first_caption(table([year(2003)], row("", MONEY, ["1"]), row("NET  SALES", MONEY, ["2"], 1))) == "Net Sales"
    assert first_caption(table([year(2003)], row("", MONEY, ["1"]))) == ""
    by_years = table([year(2003), *members("Lamps")], row("2003", MONEY, ["1", "2"]))
    assert first_caption(by_years) == "Lamps"


def test_heads_of_columns_do_not_shout() -> None:
    columns = [Column("FEBRUARY 1, 1998"), Column("Restated")]
    assert column_heads(tuple(columns)) == ("February 1, 1998", "Restated")
