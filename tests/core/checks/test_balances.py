"""What holds in every set of books."""

from dataclasses import replace
from datetime import date

from core.checks.amounts import amounts
from core.checks.balances import balances
from core.statements.statement import Period, StatementKind
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


def test_only_a_balance_sheet_balances() -> None:
    assert told(SHEET, StatementKind.INCOME_STATEMENT, NAMES) == []


UNNAMED = """
                                 2003      2002
    Cash                         600       550
    Plant                        300       250
                                ----      ----
                                 900       800
    Payables                     400       390
    Stock                        500       410
                                ----      ----
                                 900       800
"""


def test_totals_without_names_are_known_by_being_equal() -> None:
    ties = [("ties", "Total assets, 2003: 900 are the liabilities and equity.")]
    assert told(UNNAMED, StatementKind.BALANCE_SHEET, {})[:1] == ties
    assert len(told(UNNAMED, StatementKind.BALANCE_SHEET, {})) == 2


def test_totals_without_names_that_differ_are_others() -> None:
    text = UNNAMED.replace("900       800\n    Payables", "900       780\n    Payables")
    assert told(text, StatementKind.BALANCE_SHEET, {}) == []


def test_of_several_lines_of_assets_the_one_that_balances() -> None:
    text = SHEET.replace("    Total assets ", "    Assets in use                700       600\n    Total assets ")
    found = told(text, StatementKind.BALANCE_SHEET, NAMES | {"Assets in use": "us-gaap:Assets"})
    assert [status for status, _ in found] == ["ties", "ties"]


def test_cash_by_the_days_that_its_figures_are_of() -> None:
    """Tags give the lines of both days one name."""
    cash = "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"
    flow = drawn(FLOW, StatementKind.CASH_FLOW, dict.fromkeys(CASH, cash))
    begin = flow.rows[0]
    opened = [
        figure._replace(time=Period(None, date(column.end.year - 1, 12, 31)))
        for figure, column in zip(begin.figures, flow.columns, strict=True)
        if column.end is not None
    ]
    flow = replace(flow, rows=(begin._replace(figures=tuple(opened)), *flow.rows[1:]))
    assert equations_told.told(balances(flow, amounts(flow))) == [
        ("ties", "Cash at the beginning of 2003: 250 is what 2002 ended with."),
        ("ties", "Cash at the beginning of 2002: 210 is what 2001 ended with."),
    ]


def test_cash_begins_where_the_year_before_ended() -> None:
    assert told(FLOW, StatementKind.CASH_FLOW, CASH) == [
        ("ties", "Cash at the beginning of 2003: 250 is what 2002 ended with."),
        ("ties", "Cash at the beginning of 2002: 210 is what 2001 ended with."),
    ]


def test_one_year_that_begins_with_other_cash_is_off() -> None:
    found = told(FLOW.replace("beginning            250", "beginning            260"), StatementKind.CASH_FLOW, CASH)
    assert found[0] == ("off", "Cash at the beginning of 2003: printed 260; 2002 ended with 250.")
    assert told(FLOW.replace("250       210       180", "260       220       180"), StatementKind.CASH_FLOW, CASH) == []
