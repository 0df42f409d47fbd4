"""Statements of every kind, made up and drawn as text."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from core.statements.statement import PRIMARY, StatementKind
from tests.core.statements.drawn import draw, read_statements

BALANCE = """
                              Widget Works Inc.

                         Consolidated Balance Sheets
                                (In thousands)

                                                     December 31
                                                  1998         1997
                                              ----------------------
Assets
Current assets:
  Cash and cash equivalents                   $  1,200     $    900
  Inventories                                      800          700
                                              ----------------------
Total current assets                             2,000        1,600
Other assets                                       500          400
                                              ----------------------
Total assets                                  $  2,500     $  2,000
                                              ======================
"""

LIABILITIES = """

                                   - 12 -



                                                     December 31
                                                  1998         1997
                                              ----------------------
Liabilities and shareholders' equity
Current liabilities:
  Accounts payable                            $    700     $    600
  Income taxes payable                             100            -
                                              ----------------------
Total current liabilities                          800          600
Long-term debt                                     600          500
Shareholders' equity:
  Common stock                                     100          100
  Retained earnings                              1,000          800
                                              ----------------------
Total shareholders' equity                       1,100          900
                                              ----------------------
Total liabilities and shareholders' equity    $  2,500     $  2,000
                                              ======================
"""

INCOME = """

                       Consolidated Statements of Income
                (Dollars in thousands, except per share amounts)

                                              Year ended December 31
                                                  1998         1997
                                              ----------------------
Net sales                                     $  5,000     $  4,000
Cost of sales                                    3,000        2,500
                                              ----------------------
                                                 2,000        1,500
Selling and administrative expenses              1,500        1,200
                                              ----------------------
Income before income taxes                         500          300
Income taxes                                       200          100
                                              ----------------------
Net income                                    $    300     $    200
                                              ======================
Earnings per share:
  Basic                                       $   3.00     $   2.00
Weighted average shares outstanding            100,000      100,000
"""


def test_a_balance_sheet_on_two_pages_is_one_statement() -> None:
    (statement,) = read_statements(BALANCE + LIABILITIES)
    assert draw(statement) == (
        "balance_sheet: Consolidated Balance Sheets (USD x 1000)\n"
        "@ December 31 1998 [..1998-12-31]\n"
        "@ December 31 1997 [..1997-12-31]\n"
        "head - - |Assets|\n"
        "head - - |  Current assets:|\n"
        "line money CashAndCashEquivalentsAtCarryingValue |    Cash and cash equivalents| 0=1200 1=900\n"
        "line money InventoryNet |    Inventories| 0=800 1=700\n"
        "subt money AssetsCurrent |  Total current assets| 0=2000 1=1600\n"
        "line money OtherAssetsNoncurrent |  Other assets| 0=500 1=400\n"
        "tota money Assets |Total assets| 0=2500 1=2000\n"
        "head - - |Liabilities and shareholders' equity|\n"
        "head - - |  Current liabilities:|\n"
        "line money AccountsPayableCurrent |    Accounts payable| 0=700 1=600\n"
        "line money AccruedIncomeTaxesCurrent |    Income taxes payable| 0=100 1=0\n"
        "subt money LiabilitiesCurrent |  Total current liabilities| 0=800 1=600\n"
        "line money LongTermDebtNoncurrent |  Long-term debt| 0=600 1=500\n"
        "head - - |  Shareholders' equity:|\n"
        "line money CommonStockValue |    Common stock| 0=100 1=100\n"
        "line money RetainedEarningsAccumulatedDeficit |    Retained earnings| 0=1000 1=800\n"
        "subt money StockholdersEquity |  Total shareholders' equity| 0=1100 1=900\n"
        "tota money LiabilitiesAndStockholdersEquity |Total liabilities and shareholders' equity| 0=2500 1=2000"
    )


def test_an_income_statement_knows_per_share_and_share_rows() -> None:
    (statement,) = read_statements(INCOME)
    assert draw(statement) == (
        "income_statement: Consolidated Statements of Income (USD x 1000)\n"
        "@ Year ended December 31 1998 [1998-01-01..1998-12-31]\n"
        "@ Year ended December 31 1997 [1997-01-01..1997-12-31]\n"
        "line money Revenues |Net sales| 0=5000 1=4000\n"
        "line money CostOfGoodsSold |Cost of sales| 0=3000 1=2500\n"
        "subt money - || 0=2000 1=1500\n"
        "line money SellingGeneralAndAdministrativeExpense |Selling and administrative expenses| 0=1500 1=1200\n"
        "subt money IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethod"
        "Investments |Income before income taxes| 0=500 1=300\n"
        "line money IncomeTaxExpenseBenefit |Income taxes| 0=200 1=100\n"
        "tota money NetIncomeLoss |Net income| 0=300 1=200\n"
        "head - - |Earnings per share:|\n"
        "line per_share EarningsPerShareBasic |  Basic| 0=3.00 1=2.00\n"
        "line shares WeightedAverageNumberOfSharesOutstandingBasic |Weighted average shares outstanding| 0=100000 1=100000"
    )


EQUITY = """

                 Consolidated Statements of Shareholders' Equity
                                (In thousands)

                                       Common     Retained
                                        Stock     Earnings       Total
                                      --------------------------------
Balance at January 1, 1998            $   100     $    800     $   900
  Net income                                -          300         300
  Cash dividends                            -         (100)       (100)
                                      --------------------------------
Balance at December 31, 1998          $   100     $  1,000     $ 1,100
                                      ================================
"""


def test_equity_has_components_for_columns_and_dates_in_rows() -> None:
    (statement,) = read_statements(EQUITY)
    assert statement.kind is StatementKind.EQUITY
    assert [(column.member, column.end) for column in statement.columns] == [
        ("Common Stock", None),
        ("Retained Earnings", None),
        ("Total", None),
    ]
    dates = [row.date.isoformat() if row.date else None for row in statement.rows]
    assert dates == ["1998-01-01", None, None, "1998-12-31"]


FLOWS = """

                      Consolidated Statements of Cash Flows
                                (In thousands)

                                              Year ended December 31
                                                  1998         1997
                                              ----------------------
Operating activities
Net income                                    $    300     $    200
Depreciation                                       100          100
                                              ----------------------
Net cash provided by operating activities          400          300
Investing activities
Capital expenditures                              (100)        (100)
                                              ----------------------
Net cash used in investing activities             (100)        (100)
Cash at beginning of year                          900          700
                                              ----------------------
Cash at end of year                           $  1,200     $    900
                                              ======================
Supplemental information:
  Interest                                    $     20     $     10
  Income taxes                                $     50     $     40
"""


def test_what_stands_below_closing_cash_is_supplemental() -> None:
    (statement,) = read_statements(FLOWS)
    assert statement.kind is StatementKind.CASH_FLOW
    assert [row.concept for row in statement.rows][-2:] == ["us-gaap:InterestPaid", "us-gaap:IncomeTaxesPaidNet"]
    assert [row.depth for row in statement.rows[:4]] == [0, 1, 1, 0]


NOTES = """

Notes to Consolidated Financial Statements

1. Inventories

Inventories at December 31 consist of the following:

                                                  1998         1997
                                              ----------------------
Finished goods                                $    500     $    400
Raw materials                                      300          300
                                              ----------------------
                                              $    800     $    700
                                              ======================

2. Condensed Data of an Affiliate

The condensed balance sheet of an affiliate follows:

                                                  1998         1997
                                              ----------------------
Total current assets                          $     50     $     40
Total assets                                        90           80
Total current liabilities                           30           20
Total liabilities and equity                        90           80
"""


def test_a_table_inside_a_note_is_never_a_primary_statement() -> None:
    found = read_statements(BALANCE + LIABILITIES + INCOME + EQUITY + FLOWS + NOTES)
    assert [one.kind.value for one in found] == [
        "balance_sheet", "income_statement", "equity", "cash_flow", "note", "note",
    ]  # fmt: skip
    assert [one.id for one in found][-2:] == ["note-1-table-1", "note-2-table-1"]
    assert len({one.id for one in found}) == len(found)


def test_a_condensed_schedule_is_a_schedule() -> None:
    text = (
        "\n                                SCHEDULE II\n"
        "                      VALUATION AND QUALIFYING ACCOUNTS\n\n"
        "                             Balance at                              Balance\n"
        "                              Beginning    Additions   Deductions    at End\n"
        "                             ----------   ----------   ----------   ---------\n"
        "Allowance for doubtful accounts  $  10        $   5        $  (3)      $  12\n"
        "Reserve for obsolescence            20            1            -          21\n"
    )
    found = read_statements(INCOME + text)
    assert [one.kind.value for one in found] == ["income_statement", "schedule"]


@settings(max_examples=40, deadline=None)
@given(st.text(string.ascii_letters + string.digits + " $(),.-\n=<>%'", max_size=400))
def test_any_text_at_all_is_read_without_a_fault(noise: str) -> None:
    for text in (noise, INCOME.replace("Net sales", noise), BALANCE + noise + LIABILITIES):
        found = read_statements(text)
        assert len({one.id for one in found}) == len(found)
        for one in found:
            assert all(figure.column < len(one.columns) for row in one.rows for figure in row.figures)
            assert all(row.depth >= 0 for row in one.rows)
            assert all(
                column.start is None or column.end is None or column.start <= column.end for column in one.columns
            )
            assert one.kind not in PRIMARY or one.rows
