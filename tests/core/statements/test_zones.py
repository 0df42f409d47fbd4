"""In which part of its statement a row stands, and what its place there tells."""

import pytest

from core.source import Cite, Span
from core.statements.placed_concepts import has_others, laid, placed
from core.statements.statement import Figure, Role, Row, StatementKind, Unit
from core.statements.zones import zones

PLACE = Cite(1, (Span(0, 1),))


def row(drawn: str) -> Row:
    """A row drawn as `  caption = 5`, indented by its depth, `== 5` where it is a total; without `=` it has no figure."""
    label, marked, _ = drawn.partition("=")
    figures = (Figure(0, "5", None, PLACE),) if marked else ()
    role = Role.SUBTOTAL if "==" in drawn else Role.LINE if figures else Role.HEADING
    unit = Unit.PER_SHARE if "per share" in label else Unit.SHARES if "shares" in label else Unit.MONEY
    depth = (len(label) - len(label.lstrip())) // 2
    return Row(label.strip(), depth, role, unit if figures else None, None, PLACE, figures)


def rows(drawn: str) -> list[Row]:
    """A statement of such rows."""
    return [row(line) for line in drawn.strip("\n").splitlines()]


def zoned(kind: StatementKind, drawn: str) -> list[str]:
    """The part of each row with figures, by its caption."""
    made = rows(drawn)
    return [f"{one.label}: {zone}" for one, zone in zip(made, zones(kind, made), strict=True) if one.figures]


def told(kind: StatementKind, drawn: str, *, shared: bool = False) -> dict[str, str]:
    """What the place of rows tells, by their captions."""
    made = rows(drawn)
    found = placed(laid(kind, made, shared))
    return {one.label: concept for one, concept in zip(made, found, strict=True) if concept}


BALANCE = """
Assets
  Current assets:
    Cash = 5
  Total current assets == 5
  Land = 5
Total assets == 5
Liabilities and equity
  Current liabilities:
    Accounts payable = 5
  Total current liabilities == 5
  Long-term debt = 5
  Stockholders' equity:
    Common stock = 5
    Noncontrolling interests = 5
  Total equity == 5
Total liabilities and equity == 5
"""


def test_a_balance_sheet_has_its_parts() -> None:
    assert zoned(StatementKind.BALANCE_SHEET, BALANCE) == [
        "Cash: current_assets", "Total current assets: current_assets", "Land: other_assets", "Total assets: other_assets",
        "Accounts payable: current_liabilities", "Total current liabilities: current_liabilities",
        "Long-term debt: other_liabilities", "Common stock: equity", "Noncontrolling interests: equity",
        "Total equity: equity", "Total liabilities and equity: equity",
    ]  # fmt: skip


def test_a_balance_sheet_without_current_totals_has_two_sides() -> None:
    drawn = "Cash = 5\nTotal assets == 5\nDeposits = 5\nTotal liabilities == 5\nCommon stock = 5\nTotal equity == 5"
    assert zoned(StatementKind.BALANCE_SHEET, drawn) == [
        "Cash: assets", "Total assets: assets", "Deposits: liabilities", "Total liabilities: liabilities",
        "Common stock: equity", "Total equity: equity",
    ]  # fmt: skip


FLOWS = """
Operating activities
  Net income = 5
  Depreciation = 5
  Changes in operating assets and liabilities:
    Receivables = 5
  Pension = 5
Net cash provided by operating activities == 5
Investing activities
  Purchases of land = 5
Net cash used in investing activities == 5
Financing activities
  Dividends = 5
Net cash used in financing activities == 5
Net change in cash = 5
Cash at end of year = 5
Interest paid = 5
"""


def test_a_cash_flow_has_its_parts() -> None:
    assert zoned(StatementKind.CASH_FLOW, FLOWS) == [
        "Net income: operating", "Depreciation: operating", "Receivables: changes", "Pension: operating",
        "Net cash provided by operating activities: operating", "Purchases of land: investing",
        "Net cash used in investing activities: investing", "Dividends: financing",
        "Net cash used in financing activities: financing", "Net change in cash: cash", "Cash at end of year: cash",
        "Interest paid: supplemental",
    ]  # fmt: skip


def test_an_income_statement_has_money_and_shares() -> None:
    drawn = "Sales = 5\nBasic per share = 5\nBasic shares = 5"
    assert zoned(StatementKind.INCOME_STATEMENT, drawn) == [
        "Sales: income",
        "Basic per share: per_share",
        "Basic shares: shares",
    ]
    assert zoned(StatementKind.NOTE, drawn) == ["Sales: None", "Basic per share: None", "Basic shares: None"]


def test_an_income_that_others_share_in_is_of_all() -> None:
    drawn = "Net income = 5\nLess noncontrolling interests = 5\nNet income attributable to Acme = 5"
    assert told(StatementKind.INCOME_STATEMENT, drawn) == {"Net income": "ProfitLoss"}
    assert told(StatementKind.INCOME_STATEMENT, "Net income = 5") == {"Net income": "NetIncomeLoss"}
    assert has_others(rows(drawn))
    assert not has_others(rows("Net income = 5"))


def test_what_is_beside_the_operations_is_all_of_it_or_the_rest() -> None:
    alone = "Operating income = 5\nOther income, net = 5\nIncome before taxes = 5"
    rest = "Operating income = 5\nInterest expense = 5\nOther income, net = 5\nIncome before taxes = 5"
    assert told(StatementKind.INCOME_STATEMENT, alone) == {"Other income, net": "NonoperatingIncomeExpense"}
    assert told(StatementKind.INCOME_STATEMENT, rest) == {"Other income, net": "OtherNonoperatingIncomeExpense"}
    assert told(StatementKind.INCOME_STATEMENT, "Other income, net = 5") == {}


def test_costs_together_are_those_below_the_gross_profit_or_all() -> None:
    assert told(StatementKind.INCOME_STATEMENT, "Total costs and expenses = 5") == {
        "Total costs and expenses": "CostsAndExpenses"
    }
    assert told(StatementKind.INCOME_STATEMENT, "Total operating expenses = 5") == {}
    below = told(StatementKind.INCOME_STATEMENT, "Gross profit = 5\nTotal operating expenses = 5")
    assert below == {"Total operating expenses": "OperatingExpenses"}


def test_equity_is_with_others_or_without() -> None:
    whole = "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"
    assert told(StatementKind.BALANCE_SHEET, BALANCE) == {"Total equity": whole}
    without = BALANCE.replace("    Noncontrolling interests = 5\n", "")
    assert told(StatementKind.BALANCE_SHEET, without) == {"Total equity": "StockholdersEquity"}


def test_a_cash_flow_begins_with_the_income_that_others_share_in() -> None:
    assert told(StatementKind.CASH_FLOW, FLOWS, shared=True) == {"Net income": "ProfitLoss"}
    assert told(StatementKind.CASH_FLOW, FLOWS) == {"Net income": "NetIncomeLoss"}


@pytest.mark.parametrize(
    ("kind", "drawn", "parts"),
    [
        (
            StatementKind.BALANCE_SHEET,
            (
                "Cash = 5/Total current assets = 5/Land = 5/Total assets = 5/Loans = 5/Total current liabilities = 5/Bonds = 5/"
                "Total liabilities = 5/Stock = 5"
            ),
            (
                "current_assets current_assets other_assets other_assets current_liabilities current_liabilities "
                "other_liabilities other_liabilities equity"
            ),
        ),
        (
            StatementKind.BALANCE_SHEET,
            "Cash = 5/Land = 5/Liabilities/Loans = 5/Equity/Stock = 5",
            "assets assets liabilities liabilities equity equity",
        ),
        (StatementKind.BALANCE_SHEET, "Cash = 5/Land = 5/Loans = 5", "assets assets assets"),
        (
            StatementKind.BALANCE_SHEET,
            (
                "Total assets = 5/Notes = 5/Current liabilities/Loans = 5/Total current liabilities = 5/Bonds = 5/"
                "Redeemable stock subject to equity/Stock = 5"
            ),
            (
                "assets other_liabilities current_liabilities current_liabilities current_liabilities other_liabilities "
                "other_liabilities other_liabilities"
            ),
        ),
        (
            StatementKind.BALANCE_SHEET,
            "Total assets/Cash = 5/Total assets = 5/Loans = 5",
            "assets assets assets liabilities",
        ),
        (
            StatementKind.CASH_FLOW,
            "Net income = 5/Changes in assets/  Stock = 5/Net cash = 5/Investing activities/Mill = 5",
            "operating changes changes operating investing investing",
        ),
        (
            StatementKind.CASH_FLOW,
            "Financing activities/Loans = 5/Supplemental disclosures/Net cash provided by operating activities = 5",
            "financing financing supplemental supplemental",
        ),
        (
            StatementKind.INCOME_STATEMENT,
            "Net sales = 5/Earnings per share = 5/Average shares = 5",
            "income per_share shares",
        ),
        (StatementKind.EQUITY, "Balance = 5", "changes_in_equity"),
        (StatementKind.NOTE, "Lamps = 5", "None"),
    ],
)
def test_the_part_of_every_row(kind: StatementKind, drawn: str, parts: str) -> None:
    assert " ".join(map(str, zones(kind, rows(drawn.replace("/", "\n"))))) == parts
