"""One amount in two statements, by the time that it is of."""

from dataclasses import replace
from datetime import date

from core.checks.articulation import articulate
from core.statements.statement import Column, Statement, StatementKind
from tests.core.checks import equations_told
from tests.core.drawn_statement import drawn

NET, WITH_OTHERS = "us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss"
CASH = "us-gaap:CashAndCashEquivalentsAtCarryingValue"
RESTRICTED = "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"


def told(*statements: Statement) -> list[tuple[str, str]]:
    return equations_told.told(articulate(statements, []))


def of_months(statement: Statement, months: tuple[int, ...]) -> Statement:
    """A statement whose columns are of so many months that end on the last day of September."""
    columns = [
        Column(column.label, date(column.end.year, 10 - count, 1), date(column.end.year, 9, 30))
        for column, count in zip(statement.columns, months, strict=True)
        if column.end is not None
    ]
    return replace(statement, columns=tuple(columns))


def test_nine_months_are_held_against_nine_months() -> None:
    income = drawn(
        """
                                  2003      2002      2003      2002
    Net income                     411       377     1,290     1,104
        """,
        StatementKind.INCOME_STATEMENT,
        {"Net income": NET},
    )
    flow = drawn(
        """
                                  2003      2002
    Net income                   1,290     1,104
        """,
        StatementKind.CASH_FLOW,
        {"Net income": NET},
    )
    found = told(of_months(income, (3, 3, 9, 9)), of_months(flow, (9, 9)))
    assert [status for status, _ in found] == ["ties", "ties"]
    assert found[0][1] == "Net income, 2003: 1,290 in the statement of cash flows and in the income statement."


INCOME = drawn(
    """
                                        2003        2002
    Net income with others             2,160       3,041
    Net income                         2,147       3,023
    """,
    StatementKind.INCOME_STATEMENT,
    {"Net income with others": WITH_OTHERS, "Net income": NET},
)


def test_net_income_with_the_share_of_others() -> None:
    """The line that agrees is the one meant, whatever each is tagged."""
    flow = drawn(
        """
                                        2003        2002
    Net income                         2,160       3,041
        """,
        StatementKind.CASH_FLOW,
        {"Net income": NET},
    )
    assert [status for status, _ in told(INCOME, flow)] == ["ties", "ties"]


def test_what_cash_flows_begin_with_under_another_name() -> None:
    text = """
                                        2003        2002
    Results of the year                2,147       3,023
    Depreciation                         811         790
    """
    assert len(told(INCOME, drawn(text, StatementKind.CASH_FLOW))) == 2
    assert told(INCOME, drawn(text.replace("3,023", "3,032"), StatementKind.CASH_FLOW)) == []


def sheet(cash: str) -> Statement:
    return drawn(cash, StatementKind.BALANCE_SHEET, {"Cash": CASH})


def test_cash_at_the_end_with_what_is_restricted() -> None:
    flow = drawn(
        """
                                        2003        2002
    Cash at end                        3,598       2,002
        """,
        StatementKind.CASH_FLOW,
        {"Cash at end": RESTRICTED},
    )
    apart = sheet("""
                                        2003        2002
    Cash                               3,500       1,902
    Restricted cash                       98         100
    """)
    assert told(flow, apart) == [
        ("ties", "Cash at end, 2003: 3,598 is what two lines of the balance sheet come to."),
        ("ties", "Cash at end, 2002: 2,002 is what two lines of the balance sheet come to."),
    ]
    alone = sheet("""
                                        2003        2002
    Cash                               3,598       1,902
    """)
    assert told(flow, alone) == [
        ("ties", "Cash at end, 2003: 3,598 in the statement of cash flows and in the balance sheet.")
    ]


def test_net_income_of_two_years_in_one_another_s_columns() -> None:
    def flow(amounts: str) -> Statement:
        text = f"""
                                        2003        2002        2001
    Net income                         {amounts}
        """
        return drawn(text, StatementKind.CASH_FLOW, {"Net income": NET})

    income = drawn(
        """
                                        2003        2002        2001
    Net income                         2,147       3,023       3,060
        """,
        StatementKind.INCOME_STATEMENT,
        {"Net income": NET},
    )
    assert [status for status, _ in told(flow("3,023       2,147       3,060"), income)] == ["off", "off", "ties"]
    assert told(flow("3,060       3,023       2,147"), income) == []  # columns in the other order
    assert told(flow("3,023       2,150       3,060"), income) == []  # two that differ, not exchanged
