"""The cash that a statement of cash flows begins and ends with, in the balance sheet and in the notes."""

from dataclasses import replace
from datetime import date

from core.checks.cash import CASH, cash, cash_in_notes
from core.statements.statement import Period, Statement, StatementKind
from tests.core.checks import equations_told
from tests.core.drawn_statement import drawn

RESTRICTED = "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"
_OPENING = {0: date(2002, 12, 31), 1: date(2001, 12, 31)}


def opened(statement: Statement) -> Statement:
    """The statement with the figures of its lines of cash at the beginning on the days before their columns."""
    rows = tuple(
        row._replace(figures=tuple(one._replace(time=Period(None, _OPENING[one.column])) for one in row.figures))
        if "beginning" in row.label
        else row
        for row in statement.rows
    )
    return replace(statement, rows=rows)


FLOW = opened(
    drawn(
        """
                                        2003        2002
    Cash at beginning                  4,782       8,778
    Cash at end                        7,202       4,781
        """,
        StatementKind.CASH_FLOW,
        {"Cash at beginning": RESTRICTED, "Cash at end": RESTRICTED},
    )
)


def note(cash: str) -> Statement:
    """A note that says what the cash is made of."""
    text = f"""
                                        2003        2002
    Cash and the like                  7,146       4,749
    Restricted                            56          33
    All of it                          7,202       {cash}
    """
    return drawn(text, StatementKind.NOTE, {"All of it": RESTRICTED})


def test_cash_at_the_beginning_in_a_note() -> None:
    assert equations_told.told(cash_in_notes([FLOW], [note("4,782")])) == [
        ("ties", "All of it, 2002: 4,782 in this table and in the statement of cash flows.")
    ]


def test_cash_in_a_note_is_said_only_where_it_is_the_same() -> None:
    assert equations_told.told(cash_in_notes([FLOW], [note("4,790")])) == []
    assert equations_told.told(cash_in_notes([], [note("4,782")])) == []


def test_cash_alone_at_the_foot_of_the_cash_flows() -> None:
    flow = drawn(
        """
                                        2003        2002
    Cash with all restricted           7,202       5,083
    Cash                               7,146       5,047
        """,
        StatementKind.CASH_FLOW,
        {"Cash with all restricted": RESTRICTED, "Cash": CASH},
    )
    sheet = drawn(
        """
                                        2003        2001
    Cash                               7,146       4,749
        """,
        StatementKind.BALANCE_SHEET,
        {"Cash": CASH},
    )
    assert equations_told.told(cash((flow, sheet))) == [
        ("ties", "Cash, 2003: 7,146 in the statement of cash flows and in the balance sheet.")
    ]
