"""Amounts of sentences, tied to the figures they speak of."""

from pathlib import Path

import pytest

from core.analysis import analyse
from core.checks.check import Check, Status

FILING = """
                         WREN KETTLE COMPANY

Item 7.  Management's Discussion

Results of Operations - 2003 Compared to 2002

Net Sales
---------
{sales}

Selling and Administrative Expenses
-----------------------------------
Selling and administrative expenses were $6,214,000 in 2003, an increase of
$603,000 or 11% over the 2002 amount of $5,611,000.  They were 17% and 16% of
sales in 2003 and 2002, respectively.

Liquidity
---------
The current ratio was 2.7 to 1 at December 31, 2003.  The loan requires
principal payments of approximately {payments} during 2004.  A kettle plant was
bought in 2003 for $2,450,000, of which $1,730,000 was paid in cash and $720,000
by a note.

Item 8.  Financial Statements

                         WREN KETTLE COMPANY
                            BALANCE SHEETS

                                              December 31
                                          2003            2002
                                      -----------     -----------
Current assets:
  Cash                                $ 3,118,220     $ 2,870,418
  Receivables                           4,207,655       4,011,873
                                      -----------     -----------
Total current assets                    7,325,875       6,882,291
Plant, net                              8,420,116       8,117,935
                                      -----------     -----------
Total assets                          $15,745,991     $15,000,226
                                      ===========     ===========

Current liabilities:
  Accounts payable                    $ 1,902,418     $ 1,788,213
  Current portion of long-term debt       812,377         795,500
                                      -----------     -----------
Total current liabilities               2,714,795       2,583,713
Long-term debt                          3,210,000       4,022,377
Stockholders' equity                    9,821,196       8,394,136
                                      -----------     -----------
Total liabilities and stockholders'
  equity                              $15,745,991     $15,000,226
                                      ===========     ===========

                         WREN KETTLE COMPANY
                        STATEMENTS OF INCOME

                                         Year ended December 31
                                          2003            2002
                                      -----------     -----------
Net sales                             $36,551,204     $35,070,118
Cost of sales                          27,018,442      26,455,901
                                      -----------     -----------
Gross profit                            9,532,762       8,614,217
Selling and administrative expenses     6,214,331       5,611,108
                                      -----------     -----------
Income before income taxes              3,318,431       3,003,109
Income taxes                            1,294,188       1,171,213
                                      -----------     -----------
Net income                            $ 2,024,243     $ 1,831,896
                                      ===========     ===========

Note 4.  Debt

The payments of principal are:

                                          Total
                                      -----------
      2004                            $   812,377
      2005                                910,000
      2006                              2,300,000
                                      -----------
                                      $ 4,022,377
                                      ===========
"""
SALES = (
    "Net sales in 2003 were $36,551,000, a 4% increase from net sales of $35,070,000\nin 2002.  Cost of sales as a percentage "
    "of sales was 73.9% in 2003."
)


def read(tmp_path: Path, sales: str = SALES, payments: str = "$812,000") -> list[Check]:
    path = tmp_path / "wren.txt"
    path.write_text(FILING.format(sales=sales, payments=payments), "ascii")
    return [check for check in analyse(path).checks if check.rule == "prose_tie"]


def told(checks: list[Check]) -> dict[str, str]:
    return {check.subject: check.title for check in checks}


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("$36,551,000", "is printed in a table: Net sales, 2003"),
        ("$35,070,000", "is printed in a table: Net sales, 2002"),
        ("4%", "is the change between two amounts"),
        ("73.9%", "is the share of one amount in another"),
        ("$6,214,000", "is printed in a table: Selling and administrative expenses, 2003"),
        ("$603,000", "is the difference of two amounts"),
        ("11%", "is the change between two amounts"),
        ("17%", "is the share of one amount in another"),
        ("16%", "is the share of one amount in another"),
        ("2.7", "is the ratio of two amounts"),
        ("$2,450,000", "is the sum of others"),
    ],
)
def test_what_an_amount_comes_of(tmp_path: Path, amount: str, words: str) -> None:
    assert told(read(tmp_path))[amount] == f"{amount} {words}."


def test_nothing_is_off_where_all_is_right(tmp_path: Path) -> None:
    assert [check.title for check in read(tmp_path) if check.status is Status.OFF] == []


def test_last_years_payments_are_off(tmp_path: Path) -> None:
    (off,) = [check for check in read(tmp_path, payments="$795,500") if check.status is Status.OFF]
    assert off.title == (
        "Payments in 2004: the text says $795,500; 812,377 falls due then, and 795,500 was due the year before "
        "(last year's figure)."
    )
    assert (str(off.reported), str(off.expected)) == ("795500", "812377")


def test_a_wrong_digit_beside_an_amount_of_the_same_line_is_off(tmp_path: Path) -> None:
    (off,) = [
        check for check in read(tmp_path, SALES.replace("36,551,000", "36,651,000")) if check.status is Status.OFF
    ]
    assert off.title == "Net sales, 2003: the text says $36,651,000; printed in the table 36,551,204."
    assert str(off.expected) == "36551000"


def test_another_amount_is_not_called_off(tmp_path: Path) -> None:
    other = SALES.replace("36,551,000", "21,083,000")
    assert [check.title for check in read(tmp_path, other) if check.status is Status.OFF] == []
    later = SALES.replace("in 2003 were", "in 2005 were")
    assert [check.title for check in read(tmp_path, later) if check.status is Status.OFF] == []


def test_a_percentage_that_no_pair_makes_is_not_tied(tmp_path: Path) -> None:
    assert "9%" not in told(read(tmp_path, SALES.replace("4% increase", "9% increase")))
    assert "4%" not in told(read(tmp_path, SALES.replace("4% increase", "4% decrease")))
