"""What holds in every set of books."""

from core.checks.amounts import amounts
from core.checks.balances import balances
from core.statements.statement import StatementKind
from tests.core.checks import equations_told
from tests.core.drawn_statement import drawn

SHEET = """
                                 2003      2002
    Total assets                 900       800
    Total liabilities            900       800
"""
NAMES = {"Total assets": "us-gaap:Assets", "Total liabilities": "us-gaap:LiabilitiesAndStockholdersEquity"}
FLOW = """
                                 2003      2002      2001
    Cash at beginning            250       210       180
    Cash at end                  300       250       210
"""
CASH = {
    "Cash at beginning": "us-gaap:CashAndCashEquivalentsAtBeginningOfPeriod",
    "Cash at end": "us-gaap:CashAndCashEquivalentsAtEndOfPeriod",
}


def told(text: str, kind: StatementKind, names: dict[str, str]) -> list[tuple[str, str]]:
    statement = drawn(text, kind, names)
    return equations_told.told(balances(statement, amounts(statement)))


def test_assets_are_liabilities_and_equity() -> None:
    assert told(SHEET, StatementKind.BALANCE_SHEET, NAMES) == [
        ("ties", "Total assets, 2003: 900 are the liabilities and equity."),
        ("ties", "Total assets, 2002: 800 are the liabilities and equity."),
    ]


def test_one_year_that_does_not_balance_is_off() -> None:
    found = told(
        SHEET.replace("Total liabilities            900", "Total liabilities            902"),
        StatementKind.BALANCE_SHEET,
        NAMES,
    )
    assert found[0] == ("off", "Total assets, 2003: printed 900; liabilities and equity come to 902.")
    assert found[1][0] == "ties"


def test_a_difference_of_one_is_rounding() -> None:
    text = SHEET.replace("Total liabilities            900", "Total liabilities            901")
    assert [status for status, _ in told(text, StatementKind.BALANCE_SHEET, NAMES)] == ["ties", "ties"]


def test_where_no_year_balances_the_lines_are_others() -> None:
    text = SHEET.replace("Total liabilities            900       800", "Total liabilities            700       600")
    assert told(text, StatementKind.BALANCE_SHEET, NAMES) == []


def test_without_one_of_the_lines_nothing_is_asked() -> None:
    assert told(SHEET, StatementKind.BALANCE_SHEET, {"Total assets": "us-gaap:Assets"}) == []
    assert told(SHEET, StatementKind.INCOME_STATEMENT, NAMES) == []


def test_cash_begins_where_the_year_before_ended() -> None:
    assert told(FLOW, StatementKind.CASH_FLOW, CASH) == [
        ("ties", "Cash at the beginning of 2003: 250 is what 2002 ended with."),
        ("ties", "Cash at the beginning of 2002: 210 is what 2001 ended with."),
    ]


def test_one_year_that_begins_with_other_cash_is_off() -> None:
    found = told(FLOW.replace("beginning            250", "beginning            260"), StatementKind.CASH_FLOW, CASH)
    assert found[0] == ("off", "Cash at the beginning of 2003: printed 260; 2002 ended with 250.")
    assert told(FLOW.replace("250       210       180", "260       220       180"), StatementKind.CASH_FLOW, CASH) == []
