"""Figures as whole numbers, and how a reader is told of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.checks.amounts import amounts, caption, count, counts_shares, figure_at, period, say, slack
from core.statements.statement import Column, Statement, StatementKind, Unit
from tests.core.drawn_statement import drawn


def values(statement: Statement) -> list[tuple[int | None, ...]]:
    return [line.values for line in amounts(statement).lines]


def test_amounts_with_decimals_are_counted_in_their_smallest_unit() -> None:
    read = amounts(
        drawn("""
                  2003    2002
        Cash      1.25    2.5
        Debt      3.00    (4.10)
        """)
    )
    assert [line.values for line in read.lines] == [(125, 250), (300, -410)]
    assert read.places == {Unit.MONEY: 2}
    assert [str(read.decimal(value, Unit.MONEY)) for value in (125, 300, -410)] == ["1.25", "3", "-4.10"]


def test_a_row_with_decimals_among_whole_amounts_is_left_out() -> None:
    statement = drawn("""
                  2003    2002
        Cash      12      25
        Debt      30      41
        Ratio     1.5     1.7
        """)
    assert values(statement) == [(12, 25), (30, 41)]


def test_percentages_and_prices_are_not_added() -> None:
    statement = drawn("""
                  Amount    Percent
        Cash      12        40
        Debt      18        60
        """)
    assert values(statement) == [(12, None), (18, None)]
    row = statement.rows[0]
    of_rates = replace(statement, kind=StatementKind.NOTE, rows=(row, row._replace(unit=Unit.PERCENT)))
    assert values(of_rates) == [(12, None)]


def test_blank_cells_are_no_noughts() -> None:
    assert values(
        drawn("""
                  2003    2002
        Cash      .       25
        Debt      -       41
        Words     none    none
        """)
    ) == [(None, 25), (0, 41)]


@pytest.mark.parametrize(("addends", "within"), [(0, 1), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (9, 5)])
def test_each_addend_may_be_rounded(addends: int, within: int) -> None:
    assert slack(addends) == within


@pytest.mark.parametrize(
    ("number", "word", "told"),
    [(0, "line", "no lines"), (1, "line", "one line"), (12, "change", "twelve changes"), (13, "line", "13 lines")],
)
def test_numbers_are_told_in_words(number: int, word: str, told: str) -> None:
    assert count(number, word) == told


@pytest.mark.parametrize(("value", "said"), [("1234", "1,234"), ("-1234.5", "(1,234.5)"), ("0", "0")])
def test_amounts_are_told_as_accountants_print_them(value: str, said: str) -> None:
    assert say(Decimal(value)) == said


@pytest.mark.parametrize(
    ("label", "counts"), [("Shares", True), ("Number of holders", True), ("Outstanding", True), ("Share price", False)]
)
def test_a_column_of_shares(label: str, counts: bool) -> None:
    assert counts_shares(Column(label)) is counts
    assert counts_shares(Column("", member=label)) is counts


def test_a_row_is_called_by_its_caption_or_by_where_it_stands() -> None:
    statement = drawn("""
                                 2003
        Cash:                    12
                                 13
        """)
    assert caption(statement.rows[0], statement) == "Cash"
    assert caption(statement.rows[1], statement) == "Unnamed total after “Cash”"
    assert caption(statement.rows[0]._replace(label="Cash ;,"), statement) == "Cash"
    alone = replace(statement, rows=(statement.rows[1],))
    assert caption(alone.rows[0], alone) == "Unnamed total"


def test_a_column_is_called_by_its_year_where_that_is_enough() -> None:
    one, other = Column("June 2003", None, date(2003, 6, 30)), Column("Dec 2003", None, date(2003, 12, 31))
    last = Column("2002", None, date(2002, 12, 31))
    part, bare = Column("x", None, date(2003, 6, 30), "Parent"), Column("")
    columns = (one, other, last, part, bare)
    assert [period(column, columns) for column in columns] == [
        *("June 2003", "Dec 2003", "2002", "Parent, 2003", "column 5")
    ]
    assert period(Column("", None, date(2003, 6, 30)), (one, other)) == "2003-06-30"


def test_the_figure_of_a_column_is_found_behind_blank_ones() -> None:
    row = drawn("""
                  2003    2002    2001
        Cash      .       25      30
        """).rows[0]
    assert [figure_at(row, column).text for column in (1, 2)] == ["25", "30"]
    with pytest.raises(LookupError):
        figure_at(row, 0)
