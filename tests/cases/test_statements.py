"""Statements in small filings that show one fault of reading each: kind, title and section of every primary statement."""

import pytest

from core.analysis import analyse
from core.compare.figures import changed_figures
from core.outline.section import SectionKind
from core.places import walk
from tests.filings_dir import CASES, needs_cases

pytestmark = needs_cases

READ = {
    "32-equity-by-years.htm": ["equity CONSOLIDATED STATEMENTS OF SHAREHOLDERS\u2019 EQUITY"],
    "33-balance-sheet-heading-in-mdna.htm": ["balance_sheet CONSOLIDATED BALANCE SHEETS"],
    "67-title-cut-at-and.htm": ["income_statement STATEMENTS OF REVENUES AND EXPENSES"],
    "103-statements-in-one-table.txt": ["income_statement Income", "cash_flow Cash Flows"],
    "124-balance-sheet-data-as-balance-sheet.htm": [],
}


@pytest.mark.parametrize("name", READ)
def test_statements(name: str) -> None:
    analysis = analyse(CASES / name)
    assert [f"{each.kind.value} {each.title}" for each in analysis.statements] == READ[name]
    sections = [each.id for each in walk(analysis.outline) if each.kind is SectionKind.STATEMENT]
    assert sections == [each.section for each in analysis.statements]


def test_a_heading_in_the_discussion_is_a_heading() -> None:
    (heading,) = [
        each
        for each in walk(analyse(CASES / "33-balance-sheet-heading-in-mdna.htm").outline)
        if each.title == "Balance Sheet"
    ]
    assert (heading.kind, heading.id) == (SectionKind.HEADING, "part-2/item-7/balance-sheet")


def test_balance_sheet_data_is_selected_data() -> None:
    (table,) = analyse(CASES / "124-balance-sheet-data-as-balance-sheet.htm").tables
    assert table.kind.value == "selected_data"


@pytest.mark.parametrize("name", ["94-registrants-side-by-side-2015.htm", "95-registrants-side-by-side-2014.htm"])
def test_each_statement_says_whose_it_is(name: str) -> None:
    owners = [(one.title or "").partition(" - ")[0] for one in analyse(CASES / name).statements]
    companies = ("ALDER ENERGY CORPORATION", "ALDER ELECTRIC COMPANY", "ALDER GAS COMPANY")
    assert owners == [company for company in companies for _ in range(2)]


def test_each_registrant_is_compared_with_itself() -> None:
    old, new = "95-registrants-side-by-side-2014.htm", "94-registrants-side-by-side-2015.htm"
    (found,) = changed_figures(analyse(CASES / old), analyse(CASES / new))
    assert found.statement.startswith("ALDER ELECTRIC COMPANY")
    assert (found.label, found.old.text, found.new.text) == ("Net sales", "$ 30,600", "$ 30,900")
