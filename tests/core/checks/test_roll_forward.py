"""From balance to balance."""

import pytest

from core.checks.amounts import amounts
from core.checks.roll_forward import roll
from core.statements.statement import StatementKind
from tests.core.checks.equations_told import told
from tests.core.drawn_statement import drawn

EQUITY = """
                            Common    Retained    Total
    Balance, 2001           100       900         1,000
      Net income            .         250         250
      Dividends             .         (50)        (50)
      Stock issued          30        .           30
    Balance, 2002           130       1,100       1,230
"""


def rolled(text: str) -> list[tuple[str, str]]:
    statement = drawn(text, StatementKind.EQUITY)
    return told(roll(statement, amounts(statement)))


def test_each_column_of_a_balance_is_the_one_before_and_its_changes() -> None:
    assert rolled(EQUITY) == [
        ("ties", "Balance, 2002, common: 130 is the balance before it and its one change."),
        ("ties", "Balance, 2002, retained: 1,100 is the balance before it and its two changes."),
        ("ties", "Balance, 2002, total: 1,230 is the balance before it and its three changes."),
    ]


def test_one_column_that_does_not_roll_is_off() -> None:
    statement = drawn(EQUITY.replace("1,230", "1,260"), StatementKind.EQUITY)
    off = [one for one in roll(statement, amounts(statement)) if one.off]
    assert told(off) == [
        ("off", "Balance, 2002, total: printed 1,260; the balance before it and its three changes come to 1,230.")
    ]
    assert (off[0].whole.value, off[0].total, off[0].miss, len(off[0].parts)) == (1260, 1230, 30, 4)


def test_two_columns_that_do_not_roll_are_another_kind_of_table() -> None:
    assert rolled(EQUITY.replace("1,230", "1,260").replace("1,100", "1,190")) == []


def test_comprehensive_income_is_said_beside_the_roll() -> None:
    more = EQUITY.replace("      Dividends", "      Comprehensive income  .         .           280\n      Dividends")
    assert [status for status, _ in rolled(more)] == ["ties"] * 3
    other = EQUITY.replace("Net income  ", "Other comprehensive income")
    assert [status for status, _ in rolled(other)] == ["ties"] * 3


def test_a_column_of_shares_that_does_not_roll_says_nothing() -> None:
    text = EQUITY.replace("Common  ", "Shares  ").replace("130       1,100", "190       1,100")
    assert [title.partition(":")[0] for _, title in rolled(text)] == ["Balance, 2002, retained", "Balance, 2002, total"]


def test_balances_without_anything_between_are_no_roll() -> None:
    assert (
        rolled("""
                            Common    Retained
    Balance, 2001           100       900
    Balance, 2002           100       900
    """)
        == []
    )


@pytest.mark.parametrize(
    ("printed", "ties", "loose"),
    [("1,230", True, False), ("1,231", True, False), ("1,232", True, False), ("1,233", False, True)],
)
def test_a_balance_may_be_off_by_as_much_as_its_lines_are_rounded(printed: str, *, ties: bool, loose: bool) -> None:
    statement = drawn(EQUITY.replace("1,230", printed), StatementKind.EQUITY)
    total = next(one for one in roll(statement, amounts(statement)) if one.subject.endswith("total"))
    assert (not total.off, total.misread > 0) == (ties, loose)
