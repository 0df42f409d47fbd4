"""Amounts per share that are printed again."""

from dataclasses import replace

from core.checks.per_share import per_share, repeated_shares
from core.statements.statement import Statement, StatementKind, Unit
from tests.core.checks import equations_told
from tests.core.drawn_statement import drawn

INCOME = """
                                        2003        2002        2001
    Basic earnings                      1.88        1.43        1.20
    Diluted earnings                    1.85        1.41         .80
"""


def of_shares(text: str, kind: StatementKind) -> Statement:
    """A table all of whose rows are per share."""
    table = drawn(text, kind, scale=1000)
    return replace(table, rows=tuple(row._replace(unit=Unit.PER_SHARE) for row in table.rows))


def told(selected: str, income: str = INCOME) -> list[tuple[str, str]]:
    shares = per_share([of_shares(income, StatementKind.INCOME_STATEMENT)])
    return equations_told.told(repeated_shares(of_shares(selected, StatementKind.SELECTED_DATA), shares))


def test_a_line_per_share_is_printed_again() -> None:
    found = told("""
                                        2003        2002        2001        2000
    Earnings of a diluted share         1.85        1.41         .80         .71
    """)
    assert [status for status, _ in found] == ["ties", "ties", "ties"]
    assert found[2][1] == "Earnings of a diluted share, 2001: 0.80 in the selected data and in the income statement."


def test_what_differs_in_one_year_is_another_measure_or_was_restated() -> None:
    assert (
        told("""
                                        2003        2002        2001
    Basic earnings                      1.88        1.43        1.12
    """)
        == []
    )


def test_one_year_alone_says_something_only_under_the_same_caption() -> None:
    one_year = """
                                        2003        2000
    {}                                  1.88        1.00
    """
    assert len(told(one_year.format("Basic earnings"))) == 1
    assert told(one_year.format("Dividends     ")) == []
