"""Lines that are made of two others wherever they are printed."""

from dataclasses import replace
from datetime import date

from core.checks.check import Status
from core.checks.tie_out import tie
from core.statements.statement import Column, Statement, StatementKind
from tests.core.drawn_statement import drawn


def _of_years(text: str, kind: StatementKind) -> Statement:
    statement = drawn(text, kind, scale=1000)
    ends = [date(2003 - at, 12, 31) for at in range(len(statement.columns))]
    return replace(statement, columns=tuple(Column(str(end.year), None, end) for end in ends))


SHEET = _of_years(
    """
                                        2003        2002
    Cash and cash equivalents          4,377       3,901
    Short-term investments             6,120       7,044
    Total current assets              24,530      22,019
    Total current liabilities         11,236      10,418
    """,
    StatementKind.BALANCE_SHEET,
)
SELECTED = """
                                                 2003        2002        2001
    Cash, cash equivalents and investments      10,497      10,945       9,020
    Working capital                             {working}   11,601      10,207
"""


def _told(text: str, status: Status = Status.TIES) -> list[str]:
    table = _of_years(text, StatementKind.SELECTED_DATA)
    return [check.title for check in tie((SHEET,), (table,)) if check.status is status]


def test_working_capital_and_cash_with_investments_are_made_of_lines_of_the_balance_sheet() -> None:
    assert _told(SELECTED.format(working="13,294")) == [
        "Working capital, 2003: 13,294 is what two lines of the balance sheet come to.",
        "Working capital, 2002: 11,601 is what two lines of the balance sheet come to.",
        "Cash, cash equivalents and investments, 2003: 10,497 is what two lines of the balance sheet come to.",
        "Cash, cash equivalents and investments, 2002: 10,945 is what two lines of the balance sheet come to.",
    ]


def test_a_slip_in_working_capital_is_off() -> None:
    assert _told(SELECTED.format(working="31,294"), Status.OFF) == [
        "Working capital, 2003: printed 31,294; two lines of the balance sheet come to 13,294 (two digits exchanged)."
    ]


OWN = """
                                        2003        2002        2001
    Current assets                    24,530      22,019      20,110
    Current liabilities               11,236      10,418       9,903
    Working capital                   13,294      11,601      {working}
"""


def test_the_own_lines_of_a_table_go_before_those_of_the_balance_sheet() -> None:
    ties = [title for title in _told(OWN.format(working="10,207")) if title.startswith("Working")]
    assert [title[-24:] for title in ties] == ["is what its two come to."] * 3
    assert len(_told(OWN.format(working="70,207"), Status.OFF)) == 1


def test_what_ties_nowhere_is_another_measure() -> None:
    assert not _told(SELECTED.format(working="13,000").replace("11,601", "11,000"), Status.OFF)
