"""Titles of statements and the words around them."""

import pytest

from core.outline.forms import form_of, forms
from core.outline.numbering import item_numbers, roman
from core.outline.titles import clean, is_major, is_notes_title, is_statement_title, schedule_of, statement_kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("CONSOLIDATED BALANCE SHEETS", "balance_sheet"),
        ("Statement of Financial Position", "balance_sheet"),
        ("Consolidated Statements of Condition", "balance_sheet"),
        ("Consolidated Statements of Income (Unaudited)", "income_statement"),
        ("STATEMENTS OF OPERATIONS AND COMPREHENSIVE LOSS", "income_statement"),
        ("Statement of Earnings for the years ended June 30, 2001 and 2000", "income_statement"),
        ("STATEMENTS OF INCOME AND REINVESTED EARNINGS", "income_statement"),
        ("Cash Flows Statements", "cash_flow"),
        ("CONSOLIDATED STATEMENT OF CASH FLOWS (Continued)", "cash_flow"),
        ("Consolidated Statements of Changes in Shareholders' Equity", "equity"),
        ("STATEMENTS OF SHARE-OWNERS' EQUITY", "equity"),
        ("Consolidated Statement of Stockholders' Equity (Deficit)", "equity"),
        ("Statement of Comprehensive Income", "comprehensive_income"),
    ],
)
def test_statements(title: str, kind: str) -> None:
    assert statement_kind(title) == kind
    assert is_statement_title(title)


@pytest.mark.parametrize(
    "title", ["BALANCED SHEET", "Consolidated Statments of Income", "BALANCE SHETES", "Blance Sheet"]
)
def test_a_letter_wrong(title: str) -> None:
    assert is_statement_title(title)


@pytest.mark.parametrize(
    "title", ["Balance Sheet Data:", "See the balance sheet", "Statement 121 of the Board", "Statement of Policy"]
)
def test_what_is_no_statement(title: str) -> None:
    assert not is_statement_title(title)


def test_other_titles() -> None:
    assert is_notes_title("NOTES TO CONSOLIDATED FINANCIAL STATEMENTS (CONTINUED)")
    assert not is_notes_title("Notes to Financial Statements (see Item 8) quantify the risks")
    assert is_major("REPORT OF INDEPENDENT AUDITORS")
    assert is_major("Selected Quarterly Financial Data")
    assert not is_major("Inventories")
    assert schedule_of("Schedule II -- Valuation and Qualifying Accounts") == (
        "II",
        "Valuation and Qualifying Accounts",
    )
    assert clean("  4.  Debt   (Continued) ") == "4. Debt"
    assert clean("OTHER INCOME (EXPENSE):") == "OTHER INCOME (EXPENSE)"


def test_numbers() -> None:
    assert [roman(text) for text in ("I", "IV", "IX", "3", "Q")] == [1, 4, 9, 3, 0]
    shown = [
        found[0]
        for text in ("7A", "10, 11, 12, 13 and 14", "1 and 2", "1 through 4", "5.02")
        if (found := item_numbers(text))
    ]
    assert shown == ["7A", "10-14", "1-2", "1-4", "5.02"]


def test_every_form_is_described() -> None:
    assert [form.name for form in forms()] == ["10-K", "10-Q", "20-F", "8-K"]
    annual = form_of("10-K405/A")
    assert annual is not None
    assert annual.items["7A"].part == "II"
    assert all(item.title and item.words for form in forms() for item in form.items.values())
    assert form_of("EX-13") is None
