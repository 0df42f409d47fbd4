"""Quarters held against their year."""

from dataclasses import replace
from datetime import date

from core.checks.check import Status
from core.checks.tie_out import tie
from core.statements.statement import Column, Statement, StatementKind
from tests.core.drawn_statement import drawn

ENDS = (date(2003, 3, 31), date(2003, 6, 30), date(2003, 9, 30), date(2003, 12, 31))
STARTS = (date(2003, 1, 1), date(2003, 4, 1), date(2003, 7, 1), date(2003, 10, 1))


def _income() -> Statement:
    statement = drawn(
        """
                                        2003
        Net sales                         39,256
        Gross profit                      11,894
        Net income                         2,147
        """,
        StatementKind.INCOME_STATEMENT,
    )
    return replace(statement, columns=(Column("2003", date(2003, 1, 1), date(2003, 12, 31)),))


def _quarterly(sales: str, heading: str = "") -> Statement:
    statement = drawn(
        f"""
                                        First       Second      Third       Fourth
        Net sales                       {sales}
        Gross profit                     2,742       2,920       2,855       3,377
        {heading}
        Net income                         429         548         460         710
        """,
        StatementKind.QUARTERLY,
    )
    columns = [Column(c.label, start, end) for c, start, end in zip(statement.columns, STARTS, ENDS, strict=True)]
    return replace(statement, columns=tuple(columns))


def _told(sales: str, heading: str = "") -> list[str]:
    checks = tie((_income(),), (_quarterly(sales, heading),))
    return [f"{check.status.value}: {check.title}" for check in checks]


def test_quarters_that_make_their_year_tie() -> None:
    assert _told(" 8,832       9,832       9,514      11,078") == [
        "ties: Net sales, 2003: 39,256 is what the four quarters add to.",
        "ties: Gross profit, 2003: 11,894 is what the four quarters add to.",
        "ties: Net income, 2003: 2,147 is what the four quarters add to.",
    ]


def test_one_wrong_digit_is_told() -> None:
    assert [line for line in _told(" 8,832       9,832       9,814      11,078") if line.startswith("off")] == [
        (
            "off: Net sales, 2003: printed 39,256 in the income statement; the four quarters add to 39,556 (one digit wrong)."
            " Or it is Net sales, Second (9,532 for 9,832) or Net sales, Third (9,514 for 9,814)."
        )
    ]


def test_another_measure_of_the_same_name_is_not_called_off() -> None:
    assert len(_told(" 8,111       9,222       9,333      11,444")) == 2


def test_the_figure_in_question_comes_first_and_its_quarters_follow() -> None:
    income, table = _income(), _quarterly(" 8,832       9,832       9,514      11,078")
    check = tie((income,), (table,))[0]
    assert check.status is Status.TIES
    assert check.cites == (income.rows[0].figures[0].cite, *(figure.cite for figure in table.rows[0].figures))
