"""Concepts that the place of a caption tells: of incomes, of what stands below the operating income, and of equity."""

from decimal import Decimal

import pytest

from core.source import cite
from core.statements.placed_concepts import has_others, laid, placed
from core.statements.statement import Figure, Role, Row, StatementKind, Unit

INCOME, BALANCE, CASH = StatementKind.INCOME_STATEMENT, StatementKind.BALANCE_SHEET, StatementKind.CASH_FLOW


def row(label: str) -> Row:
    """A row with a figure; a caption that ends in a colon has none, one that begins with a star is a subtotal."""
    figures = () if label.endswith(":") else (Figure(0, "1", Decimal(1), cite(1, 0, 1)),)
    role = Role.SUBTOTAL if label.startswith("*") else Role.LINE
    return Row(label.lstrip("*"), 0, role, Unit.MONEY, None, cite(1, 0, 1), figures)


def told(kind: StatementKind, *labels: str, shared: bool = False) -> list[str]:
    """The concept of each row, empty where its place tells none."""
    return placed(laid(kind, [row(label) for label in labels], shared))


OWN, ALL = "NetIncomeLoss", "ProfitLoss"
EQUITY, WHOLE = "StockholdersEquity", "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"
OTHER, REST = "NonoperatingIncomeExpense", "OtherNonoperatingIncomeExpense"
COMMON = "Net income available to common stockholders"


def only(concepts: list[str]) -> list[str]:
    """Those that are told."""
    return [concept for concept in concepts if concept]


@pytest.mark.parametrize(
    ("labels", "concepts"),
    [
        (("Net sales", "Gross profit", "Total operating expenses"), ["OperatingExpenses"]),
        (("Net sales", "Total costs and expenses"), ["CostsAndExpenses"]),
        (("Net sales", "Total expenses"), []),
    ],
)
def test_all_costs_or_those_below_the_gross_profit(labels: tuple[str, ...], concepts: list[str]) -> None:
    assert only(told(INCOME, *labels)) == concepts


@pytest.mark.parametrize(
    ("between", "concepts"),
    [
        (("Other income, net",), [OTHER]),
        (("Interest expense", "Other income, net"), [REST]),
        (("Interest expense", "*Other income, net"), [OTHER]),
        (("*Other income, net", "Interest expense"), [REST]),
        (("Interest expense", "Total other income"), [OTHER]),
        (("Total other income", "Interest expense"), [OTHER]),
        (("Interest:", "Other income, net"), [OTHER]),
        (("Interest expense", "Foreign exchange"), []),
    ],
)
def test_what_stands_between_operating_income_and_taxes_is_all_of_it_or_the_rest(
    between: tuple[str, ...], concepts: list[str]
) -> None:
    assert only(told(INCOME, "Net sales", "Operating income", *between, "Income before income taxes")) == concepts
    assert only(told(INCOME, "Net sales", "Operating income", *between, "Net margin")) == []


@pytest.mark.parametrize(
    ("labels", "shared", "concepts"),
    [
        (("Net income",), False, [OWN]),
        (("Net income",), True, []),
        (("Net income", *"abcd", "Noncontrolling interests"), True, [ALL]),
        (("Net income", *"abcde", "Noncontrolling interests"), True, []),
        (("Consolidated net income",), False, []),
        (("Noncontrolling interests", COMMON), True, [OWN]),
        ((COMMON, "Noncontrolling interests"), True, []),
        (("Noncontrolling interests", "Income of the parent", COMMON), True, []),
        (("Noncontrolling interests", "Preferred dividends", COMMON), True, []),
        (("Noncontrolling interests", "Preference dividends", COMMON), True, []),
    ],
)
def test_whose_an_income_is(labels: tuple[str, ...], shared: bool, concepts: list[str]) -> None:
    assert only(told(INCOME, "Net sales", *labels, shared=shared)) == concepts


@pytest.mark.parametrize(
    ("labels", "shared", "concepts"),
    [
        (("Operating activities:", "Net income", "Depreciation"), False, [OWN]),
        (("Operating activities:", "Net income", "Depreciation"), True, [ALL]),
        (("Operating activities:", "Net income", "Net income"), False, [OWN]),
        (("Operating activities:", "Consolidated net income"), False, []),
        (("Operating activities:", "Consolidated net income"), True, [ALL]),
        (("Operating activities:", "Net income:", "Depreciation"), False, []),
        (("Investing activities:", "Capital expenditures", "Net income"), False, []),
    ],
)
def test_the_income_that_a_statement_of_cash_flows_begins_with(
    labels: tuple[str, ...], shared: bool, concepts: list[str]
) -> None:
    assert only(told(CASH, *labels, shared=shared)) == concepts


@pytest.mark.parametrize(
    ("labels", "concepts"),
    [
        (("Total stockholders' equity", "Noncontrolling interests", "Total equity"), [EQUITY, WHOLE]),
        (("Redeemable noncontrolling interests", "Total equity"), [EQUITY]),
        (("Total noncontrolling interests", "Total equity"), [EQUITY]),
        (("Noncontrolling interests:", "Total equity"), [EQUITY]),
        (("Total equity", "Noncontrolling interests"), [EQUITY]),
        (("Noncontrolling interests", "Total Mill stockholders' equity"), [EQUITY]),
        (("Total liabilities and stockholders' equity",), []),
        (("Total Mill equity",), []),
        (("Mill stockholders' equity",), []),
    ],
)
def test_equity_with_and_without_the_part_of_others(labels: tuple[str, ...], concepts: list[str]) -> None:
    assert only(told(BALANCE, "Total assets", *labels)) == concepts


def test_other_kinds_of_statements_tell_nothing_by_place() -> None:
    assert told(StatementKind.EQUITY, "Net income", "Total equity") == ["", ""]
    assert told(INCOME, "Net sales", "Net income:") == ["", ""]


def test_others_have_a_part_where_a_row_with_figures_says_so() -> None:
    assert has_others([row("Noncontrolling interests")])
    assert not has_others([row("Noncontrolling interests:"), row("Net income")])
