"""Statements, notes and selected data held against one another."""

from dataclasses import replace
from datetime import date

from core.checks.check import Check, Status
from core.checks.tie_out import foot, tie
from core.statements.statement import Statement, StatementKind
from tests.core.drawn_statement import drawn

INCOME = drawn(
    """
                                        2003        2002        2001
    Net sales                         39,256      40,670      39,627
    Income before income taxes         3,545       4,972       4,940
    Net income                         2,147       3,023       3,060
    """,
    StatementKind.INCOME_STATEMENT,
    {"Net income": "us-gaap:NetIncomeLoss"},
    scale=1000,
)
CASH = drawn(
    """
                                        2003        2002        2001
    Net income                         2,147       3,023       3,060
    Cash at end                        3,598       2,002       4,579
    """,
    StatementKind.CASH_FLOW,
    {"Net income": "us-gaap:NetIncomeLoss", "Cash at end": "us-gaap:CashAndCashEquivalentsAtEndOfPeriod"},
    scale=1000,
)
BALANCE = drawn(
    """
                                        2003        2002
    Cash                               3,598       2,002
    Inventories                        5,459       6,021
    Total stockholders' equity        14,162      11,875
    """,
    concepts={
        "Cash": "us-gaap:CashAndCashEquivalentsAtCarryingValue",
        "Inventories": "us-gaap:InventoryNet",
        "Total stockholders' equity": "us-gaap:StockholdersEquity",
    },
    scale=1000,
)


def told(checks: tuple[Check, ...], status: Status = Status.OFF) -> list[str]:
    """The titles of the checks that came out so."""
    return [check.title for check in checks if check.status is status]


def edited(statement: Statement, label: str, column: int, value: str) -> Statement:
    """The statement with one figure printed otherwise."""
    rows = tuple(
        row._replace(
            figures=tuple(
                figure._replace(text=value, value=type(figure.value)(value.replace(",", "")))
                if figure.column == column and figure.value is not None
                else figure
                for figure in row.figures
            ),
        )
        if row.label == label
        else row
        for row in statement.rows
    )
    return replace(statement, rows=rows)


def test_articulation() -> None:
    checks = tie((INCOME, BALANCE, CASH), ())
    assert told(checks) == []
    assert told(checks, Status.TIES) == [
        "Net income, 2003: 2,147 in the statement of cash flows and in the income statement.",
        "Net income, 2002: 3,023 in the statement of cash flows and in the income statement.",
        "Net income, 2001: 3,060 in the statement of cash flows and in the income statement.",
        "Cash at end, 2003: 3,598 in the statement of cash flows and in the balance sheet.",
        "Cash at end, 2002: 2,002 in the statement of cash flows and in the balance sheet.",
    ]


def test_net_income_that_differs() -> None:
    checks = tie((INCOME, BALANCE, edited(CASH, "Net income", 1, "3,623")), ())
    assert told(checks) == [
        "Net income, 2002: printed 3,623 in the statement of cash flows; the income statement has 3,023 (one digit wrong)."
    ]


def test_note_with_a_misprint_is_off_in_whole_units_too() -> None:
    """The note prints dollars where the statement prints thousands; rounding is no difference."""
    note = drawn(
        """
                                        2003         2002         2001
    United States                  3,592,061    4,925,308    4,845,146
    Foreign                          (48,682)      46,999       94,800
                                   ---------    ---------    ---------
                                   3,543,379    4,972,307    4,939,946
        """,
        StatementKind.NOTE,
    )
    income = edited(
        edited(edited(INCOME, "Income before income taxes", 0, "3,545"), "Net sales", 0, "9"), "Net sales", 1, "8"
    )
    exact = drawn(
        """
                                        2003         2002         2001
    Income before income taxes     3,545,379    4,972,307    4,939,946
        """,
        StatementKind.INCOME_STATEMENT,
    )
    assert told(tie((income,), (note,))) == []
    assert told(tie((exact,), (note,))) == [
        "Income before income taxes, 2003: printed 3,543,379 in this table; the income statement has 3,545,379 (one digit wrong)."
    ]


def test_selected_data_repeat_the_statements() -> None:
    selected = drawn(
        """
                                        2003        2002        2001
    Net sales                         39,256      40,970      39,627
    Net income                         2,147       3,023       3,060
        """,
        StatementKind.SELECTED_DATA,
        scale=1000,
    )
    checks = tie((INCOME,), (selected,))
    assert [check.rule for check in checks] == ["repeat_tie"] * 6
    assert told(checks) == [
        "Net sales, 2002: printed 40,970 in the selected data; the income statement has 40,670 (one digit wrong)."
    ]


def test_selected_data_repeat_a_statement_of_equity_by_years() -> None:
    earned = drawn(
        """
                                            2003        2002        2001
        Balance, beginning               11,875      10,204       9,017
        Net income                         2,147       3,023       3,060
        Balance, end                      14,022      13,227      12,077
        """,
        StatementKind.EQUITY,
        scale=1000,
    )
    selected = drawn(
        """
                                            2003        2002        2001
        Retained earnings                 14,022      13,227      12,077
        """,
        StatementKind.SELECTED_DATA,
        scale=1000,
    )
    titles = told(tie([earned], [selected]), Status.TIES)
    assert sum("12,077" in title for title in titles) == 1


def test_other_line_of_the_same_amount_in_one_year_is_no_repeat() -> None:
    other = drawn(
        """
                                        2003        2002
    Deposits                           5,459       7,777
        """,
        StatementKind.NOTE,
        scale=1000,
    )
    assert tie((BALANCE,), (other,)) == ()


def test_equity_statement() -> None:
    equity = drawn(
        """
                                  Earnings      Total equity
    Balance at December 31, 2002     1,875            11,875
    Net income                       2,147             2,147
    Balance at December 31, 2003     4,022            14,162
        """,
        StatementKind.EQUITY,
        {"Net income": "us-gaap:NetIncomeLoss"},
        scale=1000,
    )
    dated = replace(
        equity,
        rows=tuple(
            row._replace(date=date(int(row.label[-4:]), 12, 31)) if row.label[-4:].isdigit() else row
            for row in equity.rows
        ),
    )
    assert told(tie((BALANCE, INCOME, dated), ()), Status.TIES) == [
        "Balance at December 31, 2002, 2002: 11,875 in the statement of equity and in the balance sheet.",
        "Balance at December 31, 2003, 2003: 14,162 in the statement of equity and in the balance sheet.",
        "Net income, 2003: 2,147 in the statement of equity and in the income statement.",
        "Net income, 2003: 2,147 in the statement of equity and in the income statement.",
    ]


def test_an_amount_with_decimals_is_as_long_as_its_digits() -> None:
    """In millions with one decimal, 421.7 ties by chance no likelier than 4,217 does; 42.7 does."""
    income = "                                        2003        2002\n    Interest                           {}\n"
    for figures, count in (("421.7       508.3", 2), ("42.7        50.3", 0)):
        statement = drawn(income.format(figures), StatementKind.INCOME_STATEMENT, scale=10**6)
        table = drawn(income.format(figures), StatementKind.NOTE, scale=10**6)
        assert len(told(tie([statement], [table]), Status.TIES)) == count


MILLIONS = drawn(
    """
                                        2003        2002        2001
    Sales                                912         871         845
    Cost of sales                        433         402         397
    Net income                           147         123         160
    """,
    StatementKind.INCOME_STATEMENT,
)


def _again(*rows: str) -> Statement:
    """A table of a note with these rows."""
    head = "                                        2003        2002        2001"
    return drawn("\n".join([head, *(f"    {row}" for row in rows)]), StatementKind.OTHER)


def test_small_amounts_are_one_line_where_captions_and_several_periods_agree() -> None:
    note = _again("Net income                           147         123         160")
    assert told(tie((MILLIONS,), (note,)), Status.TIES) == [
        f"Net income, {year}: {amount} in this table and in the income statement."
        for year, amount in ((2003, 147), (2002, 123), (2001, 160))
    ]


def test_small_amounts_of_another_caption_or_of_one_period_say_nothing() -> None:
    other = _again("Rent                                 147         123         160")
    once = _again("Net income                           147         222         333")
    tiny = _again("Net income                             7           3           6")
    assert [tie((MILLIONS,), (note,)) for note in (other, once, tiny)] == [(), (), ()]


def test_a_part_of_a_small_amount_is_not_called_off() -> None:
    note = _again("Net income                            47         123         160")
    checks = tie((MILLIONS,), (note,))
    assert told(checks) == []
    assert all(check.probability is None or check.probability < 0.9 for check in checks)


EXCHANGED = (
    "Net sales                         {}",
    "Income before income taxes         3,545       4,972       4,940",
    "Net income                         2,147       3,023       3,060",
)


def _selected(sales: str, rows: int = 3) -> Statement:
    table = _again(*[row.format(sales) for row in EXCHANGED[:rows]])
    return replace(table, kind=StatementKind.SELECTED_DATA, scale=1000)


def test_two_amounts_in_one_another_s_columns_are_one_finding() -> None:
    (check,) = [
        one for one in tie((INCOME,), (_selected("40,670      39,256      39,627"),)) if one.status is Status.OFF
    ]
    assert check.title.endswith("(the figure of the column beside it).")
    assert {str(check.reported), str(check.expected)} == {"40670", "39256"}


def test_no_exchange_is_told_where_no_other_row_says_what_the_columns_are_of() -> None:
    assert told(tie((INCOME,), (_selected("40,670      39,256      39,627", 1),))) == []
    assert told(tie((INCOME,), (_selected("40,670      39,627      39,256"),))) == []  # all three in other columns


def test_a_line_printed_again_with_the_other_sign_in_one_period() -> None:
    rows = ["Net sales     39,256      40,670      39,627", "Net income     2,147      {}       3,060"]
    selected = drawn(
        "                    2003        2002        2001\n" + "\n".join(rows).format("(3,023)"),
        StatementKind.SELECTED_DATA,
        scale=1000,
    )
    assert [check.subject for check in tie((INCOME,), (selected,)) if check.status is Status.OFF] == [
        "Net income, 2002"
    ]
    lost = [row.replace("2,147", "(2,147)").replace("3,060", "(3,060)") for row in rows]
    selected = drawn(
        "                    2003        2002        2001\n" + "\n".join(lost).format("(3,023)"),
        StatementKind.SELECTED_DATA,
        scale=1000,
    )
    assert told(tie((INCOME,), (selected,))) == []


def test_a_line_that_has_the_difference_beside_it_is_another() -> None:
    heads = "                2003        2002        2001"
    rows = f"{heads}\nNet sales     39,256      40,670      39,627\nNet income     2,147   3,923   3,060"
    found = [
        tie((INCOME,), (drawn(rows + more, StatementKind.SELECTED_DATA, scale=1000),))
        for more in ("", "\nGain on sale of a plant      .      900      .")
    ]
    assert [max(check.probability or 0 for check in checks) > 0.98 for checks in found] == [True, False]


def test_an_index_of_exhibits_is_not_added_up() -> None:
    rows = "                Page        Exhibit\nOne     2.1      21\nTwo     3.4      34\nTotal     5.5      55"
    assert foot(drawn(rows, StatementKind.OTHER)) == ()
    assert foot(drawn(rows.replace("Exhibit", "Sales"), StatementKind.OTHER)) != ()
