"""One cause for what fails: which figure, what it should be, and how sure that is."""

from core.checks.check import Check, Status
from core.checks.tie_out import foot, tie
from core.statements.statement import StatementKind
from tests.core.drawn_statement import drawn

SHEET = """
                                        2003        2002        2001
    Cash                               1,251       1,133       1,018
    Receivables                        3,418       3,307       3,184
    Inventories                        2,066       2,112       2,203
                                      ------      ------      ------
    Total current assets               6,735       6,552       6,405
    Land                                 917         917         901
    Plant                              5,512       5,604       5,711
                                      ------      ------      ------
    Total assets                      13,164      13,073      13,017
"""


def told(checks: tuple[Check, ...]) -> list[tuple[str, str, str]]:
    """What is off: what is printed, what should be, and what the sentence calls the slip."""
    off = [check for check in checks if check.status is Status.OFF]
    return [(str(one.reported), str(one.expected), one.title.rpartition("(")[2].rstrip(").")) for one in off]


def sheet(old: str, new: str) -> tuple[Check, ...]:
    assert SHEET.count(old) == 1
    return foot(drawn(SHEET.replace(old, new.rjust(len(old)))))


def test_a_subtotal_that_two_sums_ask_to_be_another() -> None:
    (found,) = [one for one in sheet(" 6,735", " 7,635") if one.status is Status.OFF]
    assert (str(found.reported), str(found.expected)) == ("7635", "6735")
    assert len(found.explains) == 2
    assert found.subject == "Total current assets, 2003"


def test_a_digit_too_many() -> None:
    assert told(sheet("6,735       6,552", "6,735      65,552"))[0][:2] == ("65552", "6552")


def test_a_sign_that_one_column_lacks() -> None:
    flow = """
                                        2003        2002        2001
    Net income                        21,471      30,228      30,603
    Depreciation                       8,932       9,741       9,564
    Increase in receivables           (2,671)     (4,653)      3,256
    Decrease in payables              (1,722)     (4,297)     (4,232)
                                      ------      ------      ------
    Net cash from operations          26,010      31,019      32,679
    """
    text = flow.replace("(4,297)", " 4,297 ").replace("32,679", "39,191")
    assert told(foot(drawn(text, StatementKind.CASH_FLOW))) == [("4297", "-4297", "the other sign")]


def test_two_figures_exchanged_between_columns_are_one_finding() -> None:
    text = SHEET.replace("3,418       3,307", "3,307       3,418")
    found = [one for one in foot(drawn(text)) if one.status is Status.OFF]
    assert len(found) == 1
    assert found[0].title.endswith("(the figure of the column beside it).")
    assert len(found[0].explains) == 2


def test_exchanged_figures_of_two_years_are_found_without_a_third() -> None:
    text = """
                                        2003        2002
    Cash                               1,251       1,133
    Receivables                        3,307       3,418
    Inventories                        2,066       2,112
                                      ------      ------
    Total current assets               6,735       6,552
    """
    found = [one for one in foot(drawn(text)) if one.status is Status.OFF]
    assert [one.title.endswith("(the figure of the column beside it).") for one in found] == [True]


def test_the_figure_of_the_row_below() -> None:
    (found,) = [one for one in sheet(" 3,307", " 2,112") if one.status is Status.OFF]
    assert (found.subject, str(found.expected)) == ("Receivables, 2002", "3307")
    assert "(the figure of the row beside it)" in found.title


def test_a_difference_that_no_slip_explains_is_not_called_off() -> None:
    checks = sheet(" 6,735", " 5,118")  # twice asked for, and that is enough
    assert [one[:2] for one in told(checks)] == [("5118", "6735")]
    alone = SHEET.split("    Land", maxsplit=1)[0].replace(" 6,735", " 5,118")
    looked = [one for one in foot(drawn(alone)) if one.worth_a_look]
    assert told(foot(drawn(alone))) == []
    assert [one.status for one in looked] == [Status.NOT_CHECKED]


def test_a_last_digit_says_too_little_alone() -> None:
    alone = SHEET.split("    Land", maxsplit=1)[0].replace(" 6,735", " 6,739")
    assert told(foot(drawn(alone))) == []


def test_columns_of_other_years_are_not_misprints() -> None:
    """A table whose column is of another year than it seems repeats the neighbour's figures in every row."""
    income = drawn(
        """
                                        2003        2002        2001
    Net sales                         39,256      40,670      39,627
    Net income                         2,147       3,023       3,060
        """,
        StatementKind.INCOME_STATEMENT,
        scale=1000,
    )
    selected = drawn(
        """
                                        2003        2002        2001
    Net sales                         40,670      40,670      39,627
    Net income                         3,023       3,023       3,060
        """,
        StatementKind.SELECTED_DATA,
        scale=1000,
    )
    assert told(tie((income,), (selected,))) == []


def test_last_years_figure_in_a_small_sum_of_a_whole_section() -> None:
    """All lines of a section are what its total is expected to add up: two years are enough."""
    text = """
                                        2003        2002
    Current assets:
      Cash                            11,251      10,133
      Receivables                     33,307      33,307
      Inventories                     20,066      21,112
                                      ------      ------
    Total current assets              65,735      64,552
    """
    assert told(foot(drawn(text))) == [("33307", "34418", "the figure of 2002")]
    other = foot(drawn(text, StatementKind.OTHER))
    assert [one.status for one in other if one.probability is not None] == [Status.NOT_CHECKED]


def test_a_column_of_prices_beside_numbers_of_shares_does_not_add_up() -> None:
    """A price that stands twice looks like the row below; other decimals than where the rows add up are a doubt."""
    text = """
                             Shares      Value
    Held at the beginning     5,117      73.75
    Granted                   2,114      13.38
    Returned                    311      13.38
                             ------     ------
    Held at the end           7,542      89.51
    """
    assert told(foot(drawn(text, StatementKind.NOTE))) == []


def test_changes_in_percent_do_not_add_up() -> None:
    text = """
                                2003        2002      Change
    Premium                    5,611       5,244           7
    Industrial                 4,118       4,001           3
                              ------      ------      ------
    Total                      9,729       9,245           5
    """
    assert [one for one in foot(drawn(text, StatementKind.QUARTERLY)) if one.probability is not None] == []


REPEATED = """
                                        2003        2002        2001        2000        1999
    Net income                         2,177       2,431       3,533       4,129       3,492
    Preferred dividends                   --          --          --          --          --
    Net income for common owners       2,177       2,431     {third}       4,129       3,492
"""


def _probability(third: str, beside: str = "4,129") -> float:
    income = drawn(
        """
                                        2003        2002        2001
    Net income for common owners       2,177       2,431       3,533
    """,
        StatementKind.INCOME_STATEMENT,
    )
    table = drawn(REPEATED.format(third=third).replace("4,129", beside, 1), StatementKind.SELECTED_DATA)
    (found,) = [check for check in tie((income,), (table,)) if check.status is not Status.TIES]
    assert found.probability is not None
    return found.probability


def test_a_row_near_by_that_is_the_same_but_for_one_column_is_a_witness() -> None:
    assert _probability("  3,553") > _probability("  3,553", "4,229")
