"""Titles of statements and the words around them."""

import pytest

from core.outline.forms import form_of, forms
from core.outline.numbering import item_numbers, roman
from core.outline.titles import (
    clean,
    fold,
    is_major,
    is_notes_title,
    is_report,
    is_statement_title,
    schedule_of,
    statement_kind,
)


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


@pytest.mark.parametrize(
    ("title", "strict", "kind"),
    [
        ("Balance Sheets, December 31st, 2003", True, "balance_sheet"),
        ("Balance Sheets, December 2nd", True, "balance_sheet"),
        ("Balance Sheets, December xst", False, "balance_sheet"),
        ("Balance Sheets, December 31xx", False, "balance_sheet"),
        ("Balance Sheets at December", False, "balance_sheet"),
        ("Balance Sheets for the", False, "balance_sheet"),
        ("Balance Sheets of the Mill", False, "balance_sheet"),
        ("Mill Balance Sheets", False, "balance_sheet"),
        ("The Mill - Balance Sheets", True, "balance_sheet"),
        ("Balance Sheets (Unaudited) (in thousands)", True, "balance_sheet"),
        ("Balance Sheet (a) (b) (c)", True, "balance_sheet"),
        ("Balance Sheet (a) (b) (c) (d)", False, "balance_sheet"),
        ("cash flows", False, "cash_flow"),
        ("Consolidated Cash Flows", False, "cash_flow"),
        ("Mill Cash Flows", False, None),
        ("Statement of Comprehensive Income and Income", True, "comprehensive_income"),
    ],
)
def test_what_a_title_names_strictly_and_among_other_words(title: str, strict: bool, kind: str | None) -> None:
    assert (is_statement_title(title), statement_kind(title)) == (strict, kind)


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("sheat", True),
        ("sheeet", True),
        ("shet", True),
        ("sehet", True),
        ("sheett", True),
        ("shee", True),
        ("sh3et", False),
        ("shxxt", False),
        ("shexyt", False),
        ("sehat", False),
        ("seehtt", False),
    ],
)
def test_one_letter_may_be_wrong(word: str, right: bool) -> None:
    assert is_statement_title(f"balance {word}") == right


def test_long_titles_are_not_looked_at_for_misprints() -> None:
    dated = "Blance Sheet December 31, 2003 and 2002 and 2001 and 2000 and 1999 and 1998 and 1997"
    assert is_statement_title(f"{dated} 199")
    assert not is_statement_title(f"{dated} and 19")


@pytest.mark.parametrize(
    ("title", "folded"),
    [
        ("T O  O U R  M E N", "TO OUR MEN"),
        ("N O T E S", "NOTES"),
        ("A B C D", "A B C D"),
        ("A  mill", "A mill"),
        ("NOTE S O F", "NOTE S O F"),
    ],
)
def test_letters_set_apart_are_words(title: str, folded: str) -> None:
    assert fold(title) == folded


@pytest.mark.parametrize(
    ("title", "opens"),
    [
        ("notes to financial statements", True),
        ("N OTES TO FINANCIAL STATE MENTS", True),
        ("Notes to the Consolidated Financial State ments (continued)", True),
        ("Notes to Financial Statements, December 31, 2003", True),
        ("Notes to Financial Statements of Mills", False),
        ("Noted Mills", False),
    ],
)
def test_what_opens_the_notes(title: str, opens: bool) -> None:
    assert is_notes_title(title) == opens


@pytest.mark.parametrize(
    ("title", "report"),
    [
        ("Report of Auditors", True),
        ("Management's Responsibility", True),
        ("Opinion of Accountants", True),
        ("Report of the Audit Committee", True),
        ("Report of Mills", False),
        ("Auditors", False),
    ],
)
def test_reports(title: str, report: bool) -> None:
    assert is_report(title) == report


@pytest.mark.parametrize(
    ("title", "schedule"),
    [
        ("Schedule II", ("II", "")),
        ("SCHEDULE III-A. Mills", ("IIIA", "Mills")),
        ("Financial Statement Schedule 2 - Mills", ("2", "Mills")),
        ("Schedule iv: Mills (continued)", ("IV", "Mills")),
        ("Schedule 2.1 Mills", None),
        ("Schedule Mills", None),
    ],
)
def test_schedules(title: str, schedule: tuple[str, str] | None) -> None:
    assert schedule_of(title) == schedule
