"""Two statements in one table."""

from core.statements.statement import StatementKind
from tests.core.statements.drawn import draw, read_statements

BOTH = """
                     Consolidated Financial Statements

                                       Quarter ended        Nine months ended
                                      Sept 30   Sept 30     Sept 30   Sept 30
{stub:<36}    1998      1997        1998      1997
                                     -------   -------     -------   -------
Net sales                              1,000       900       3,000     2,700
Cost of sales                            600       540       1,800     1,620
Income taxes                             100        90         300       270
Net income                               300       270         900       810

{name}
Operating activities                                           700       650
Investing activities                                          (200)     (150)
Financing activities                                          (100)     (100)
Cash at end of period                                          400       400
"""


def _kinds(stub: str, name: str) -> list[tuple[str, int]]:
    read = read_statements(BOTH.format(stub=stub, name=name))
    return [(one.kind.value, len(one.columns)) for one in read if one.rows]


def test_each_statement_has_its_own_rows_and_columns() -> None:
    income, flows = read_statements(BOTH.format(stub="Income", name="Cash Flows"))
    assert (income.kind, income.title) == (StatementKind.INCOME_STATEMENT, "Income")
    assert (flows.kind, flows.title) == (StatementKind.CASH_FLOW, "Cash Flows")
    assert [row.label for row in income.rows] == ["Net sales", "Cost of sales", "Income taxes", "Net income"]
    assert "Operating activities| 0=700 1=650" in draw(flows)


def test_a_whole_title_parts_as_a_name_does() -> None:
    name = "CONSOLIDATED STATEMENTS OF CASH FLOWS"
    assert _kinds("Income", name) == [("income_statement", 4), ("cash_flow", 2)]


def test_a_heading_that_names_no_statement_parts_nothing() -> None:
    assert len(_kinds("Income", "Flows of the period")) == 1


def test_a_heading_above_lines_that_are_not_its_own_parts_nothing() -> None:
    assert len(_kinds("Income", "Balance Sheet")) == 1
