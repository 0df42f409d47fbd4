"""Totals: which lines they take in, and when one is called off."""

import pytest

from core.checks.check import Check, Status
from core.checks.tie_out import foot
from core.statements.statement import StatementKind
from tests.core.drawn_statement import drawn


def told(checks: tuple[Check, ...], *statuses: Status) -> list[str]:
    """The titles of the checks that came out so; of those that are off where none is named."""
    return [check.title for check in checks if check.status in (statuses or (Status.OFF,))]


SHEET = """
                                        2003        2002
    Current assets:
      Cash                             1,200         900
      Receivables                      3,400       3,100
      Inventories                      2,050       2,600
                                      ------      ------
    Total current assets               6,650       6,600
    Property:
      Land                               500         500
      Machines                         9,120       8,800
                                      ------      ------
                                       9,620       9,300
      Less depreciation               (4,010)     (3,700)
                                      ------      ------
                                       5,610       5,600
    Goodwill                             800         800
                                      ------      ------
    Total assets                      13,060      13,000
"""


def test_all_tie() -> None:
    checks = foot(drawn(SHEET))
    assert told(checks, Status.OFF, Status.NOT_CHECKED) == []
    assert told(checks, Status.TIES) == [
        "Total current assets, 2003: 6,650 is what its three lines come to.",
        "Total current assets, 2002: 6,600 is what its three lines come to.",
        "Unnamed total after “Machines”, 2003: 9,620 is what its two lines come to.",
        "Unnamed total after “Machines”, 2002: 9,300 is what its two lines come to.",
        "Unnamed total after “Less depreciation”, 2003: 5,610 is what its two lines come to.",
        "Unnamed total after “Less depreciation”, 2002: 5,600 is what its two lines come to.",
        "Total assets, 2003: 13,060 is what its three lines come to.",
        "Total assets, 2002: 13,000 is what its three lines come to.",
    ]


def test_misprinted_total_is_off_once() -> None:
    """The total above it still ties, with what the misprint should have been."""
    checks = foot(drawn(SHEET.replace("6,650 ", "6,950 ")))
    assert told(checks) == [
        (
            "Total current assets, 2003: printed 6,950; its three lines add to 6,650, and only so Total assets, 2003 would "
            "add up (one digit wrong)."
        )
    ]
    off = next(check for check in checks if check.status is Status.OFF)
    assert (str(off.reported), str(off.expected), str(off.difference)) == ("6950", "6650", "300")
    assert len(off.cites) == 7
    assert len(off.explains) == 2
    assert off.probability is not None
    assert off.probability > 0.99


def test_misprinted_line_is_the_figure_in_question() -> None:
    """The total is borne out by the one above it, and one digit of one line would mend it."""
    checks = foot(drawn(SHEET.replace("3,400 ", "3,700 ")))
    assert told(checks) == [
        (
            "Receivables, 2003: printed 3,700; with 3,400, Total current assets, 2003 would add up (one digit wrong)."
            " Or it is Cash, 2003 (900 for 1,200)."
        )
    ]


def test_rounding_is_no_fault() -> None:
    checks = foot(drawn(SHEET.replace("6,650 ", "6,651 ")))
    assert told(checks) == []


def test_sum_that_ties_nowhere_is_not_checked() -> None:
    text = """
                                        2003        2002
    Trucks                               120         130
    Barns                                340         370
                                      ------      ------
    Total value of estate              9,999       8,888
    """
    assert told(foot(drawn(text)), Status.OFF, Status.TIES) == []
    assert told(foot(drawn(text)), Status.NOT_CHECKED) == [
        "Total value of estate: no lines above it add up to it in any column."
    ]


def test_blank_cell_is_a_doubt_not_a_misprint() -> None:
    """Where the line is blank in the column that does not tie, a figure may not have been read."""
    text = """
                                        2003        2002
    Trucks                             1,120       1,131
    Barns                                  .         372
    Fields                             2,000       2,000
                                      ------      ------
    Total                              3,497       3,503
    """
    assert told(foot(drawn(text))) == []


INCOME = """
                                        2003        2002        2001
    Net sales                         39,256      40,670      39,627
    Cost of products sold             27,362      28,030      28,061
                                      ------      ------      ------
                                      11,894      12,640      11,566
    Selling expenses                   8,087       7,400       6,689
                                      ------      ------      ------
                                       3,807       5,240       4,877
    Interest income                       37          95         163
    Interest expense                    (530)       (670)       (442)
                                      ------      ------      ------
    Income before income taxes         3,314       4,665       4,598
    Income taxes                       1,398       1,949       1,880
                                      ------      ------      ------
    Net income                         1,916       2,716       2,718
"""


def test_running_subtraction() -> None:
    checks = foot(drawn(INCOME, StatementKind.INCOME_STATEMENT))
    assert told(checks) == []
    assert len(told(checks, Status.TIES)) == 12


def test_misprint_in_an_income_statement() -> None:
    checks = foot(drawn(INCOME.replace("28,030", "28,730"), StatementKind.INCOME_STATEMENT))
    assert told(checks) == [
        (
            "Cost of products sold, 2002: printed 28,730; with 28,030, Unnamed total after “Cost of products sold”, 2002 would "
            "add up (one digit wrong)."
        )
    ]


def test_costs_without_brackets_below_income() -> None:
    text = """
                                        2003        2002        2001
    Operating income                   5,010       4,210       3,977
    Interest expense                     210         240         250
    Other income                         110          90         125
    Minority interest                     31          28          19
                                      ------      ------      ------
    Income before taxes                4,879       4,032       3,833
    """
    checks = foot(drawn(text, StatementKind.INCOME_STATEMENT))
    assert told(checks) == []
    assert len(told(checks, Status.TIES)) == 3


CASH = """
                                        2003        2002
    Net cash provided by operations    3,529       4,940
    Net cash used in investing          (515)       (284)
    Net cash used in financing        (1,606)     (7,237)
    Effect of exchange rates             187           4
                                      ------      ------
    Net increase in cash               1,595      (2,577)
    Cash at beginning                  2,002       4,579
                                      ------      ------
    Cash at end                        3,597       2,002
"""
CONCEPTS = {
    "Cash at beginning": "us-gaap:CashAndCashEquivalentsAtBeginningOfPeriod",
    "Cash at end": "us-gaap:CashAndCashEquivalentsAtEndOfPeriod",
}


def test_cash_is_carried_from_year_to_year() -> None:
    checks = foot(drawn(CASH, StatementKind.CASH_FLOW, CONCEPTS))
    assert told(checks) == []
    assert "Cash at the beginning of 2003: 2,002 is what 2002 ended with." in told(checks, Status.TIES)


def test_assets_are_liabilities_and_equity() -> None:
    text = """
                                        2003        2002
    Total assets                      13,060      13,000
    Total liabilities and equity      13,060      13,900
    """
    known = {
        "Total assets": "us-gaap:Assets",
        "Total liabilities and equity": "us-gaap:LiabilitiesAndStockholdersEquity",
    }
    assert told(foot(drawn(text, concepts=known))) == [
        "Total liabilities and equity, 2002: printed 13,900; with 13,000, Total assets, 2002 would add up (one digit wrong)."
    ]


EQUITY = """
                                  Stock      Capital     Earnings      Total equity
    Balance at January 1, 2001    2,511          565       12,550            15,626
    Net income                        -            -        3,060             3,060
    Total comprehensive income        .            .            .             3,060
    Stock retired                    (7)         (68)           -               (75)
    Balance at December 31, 2001  2,504          497       15,610            18,611
    Net income                        -            -        3,022             3,022
    Stock issued                     18           43            -                61
    Balance at December 31, 2002  2,522          540       18,632            21,694
"""


def test_equity_rolls_forward_and_adds_across() -> None:
    checks = foot(drawn(EQUITY, StatementKind.EQUITY))
    assert told(checks) == []
    assert "Balance at December 31, 2001, total equity: 18,611 is the balance before it and its two changes." in told(
        checks, Status.TIES
    )
    assert "Stock issued, total equity: 61 is what the three columns of its row add to." in told(checks, Status.TIES)


def test_misprint_in_equity() -> None:
    checks = foot(drawn(EQUITY.replace("18,632 ", "18,832 "), StatementKind.EQUITY))
    assert told(checks) == [
        (
            "Balance at December 31, 2002, earnings: printed 18,832; the balance before it and its one change come to 18,632,"
            " and only so Balance at December 31, 2002, total equity would add up (one digit wrong)."
        ),
    ]


def test_quoted_prices_are_amounts_and_no_prices() -> None:
    table = """
                             Quoted prices (Level 1)   Inputs (Level 2)    Total
        Funds                                  1,608                 10    1,618
        Bonds                                     61              9,786    9,847
        Paper                                      5              4,197    4,202
        Notes                                      7                504      511
    """
    checks = foot(drawn(table, StatementKind.NOTE))
    assert "Funds, total: 1,618 is what the two columns of its row add to." in told(checks, Status.TIES)


FLOWS = """
                                              2003        2002        2001
    Operations:
      Net income                             2,147       3,023       3,060
      Depreciation                             893         796       1,011
    Cash generated by operations             3,040       3,819       4,071
    Investing:
      Additions to plant                      ({plant})     (1,915)       (311)
      Sales of securities                       44         101         212
    {second}                                  (163)     (1,814)        (99)
"""


def _off(plant: str, second: str, concept: str = "") -> list[str]:
    flows = drawn(
        FLOWS.format(plant=plant, second=second), StatementKind.CASH_FLOW, {second: concept} if concept else None
    )
    return [line.partition(":")[0] for line in told(foot(flows))]


@pytest.mark.parametrize("second", ["Cash used for investments", "Cash flows from investments"])
def test_cash_that_an_activity_generated_or_used_is_a_total_by_what_it_is_called(second: str) -> None:
    assert _off("207", second) == []
    assert _off("2,079", second) == ["Additions to plant, 2003"]


def test_a_line_that_is_known_as_a_total_needs_no_such_words() -> None:
    assert _off("2,079", "Put into the mill") == []
    assert _off("2,079", "Put into the mill", "us-gaap:NetCashProvidedByUsedInInvestingActivities") == [
        "Additions to plant, 2003"
    ]


CHANGED = """
                                        2003        2002       {head}
    Land                               5,500       5,210       290
    Machines                           9,120       8,800       320
    Halls                              7,105       6,004     {halls}
                                      ------      ------    ------
    Total                             21,725      20,014     {total}
"""


@pytest.mark.parametrize(
    ("head", "halls", "total", "doubted"),
    [
        ("Level 3", "101", "777", False),
        ("Increase", "101", "777", True),
        ("Change in part", "101", "777", True),
        ("Increase", "1,101", "1,777", False),
    ],
)
def test_a_column_of_small_changes_may_be_percentages(head: str, halls: str, total: str, *, doubted: bool) -> None:
    checks = foot(drawn(CHANGED.format(head=head, halls=halls, total=total), StatementKind.NOTE))
    assert len(told(checks, Status.TIES)) == 2
    assert bool(told(checks, Status.OFF, Status.NOT_CHECKED)) is not doubted
