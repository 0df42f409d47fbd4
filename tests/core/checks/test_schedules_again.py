"""Columns by years that stand in two tables."""

from core.checks.schedules_again import schedules
from core.statements.statement import StatementKind
from tests.core.checks.equations_told import told
from tests.core.drawn_statement import drawn

NOTE = """
                          Debt
    2004             1,641,316
    2005             1,331,438
    2006             3,507,733
    2007             1,200,000
"""
AGAIN = """
                          Debt       Leases
    2004             1,641,000      260,000
    2005             1,331,000      157,000
    2006             3,508,000      146,000
    2007             1,200,000      134,000
"""


def compared(note: str, again: str) -> list[tuple[str, str]]:
    return told(schedules((drawn(note, StatementKind.NOTE), drawn(again, StatementKind.OTHER))))


def test_rounded_amounts_of_the_same_years_tie() -> None:
    assert [status for status, _ in compared(NOTE, AGAIN)] == ["ties"] * 4
    found = list(schedules((drawn(NOTE, StatementKind.NOTE), drawn(AGAIN, StatementKind.OTHER))))
    assert {one.rule for one in found} == {"prose_tie"}
    assert [one.whole.value for one in found] == [1641000, 1331000, 3508000, 1200000]


def test_one_year_that_differs_is_off() -> None:
    found = compared(NOTE, AGAIN.replace("1,331,000", "1,381,000"))
    assert [status for status, _ in found] == ["ties", "off", "ties", "ties"]


def test_columns_that_differ_in_two_years_are_others() -> None:
    assert compared(NOTE, AGAIN.replace("1,331,000", "1,381,000").replace("3,508,000", "3,008,000")) == []


def test_two_years_are_too_few() -> None:
    short = "\n".join(NOTE.split("\n")[:4])
    assert compared(short, AGAIN) == []
