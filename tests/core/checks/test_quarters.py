"""Quarters held against their year."""

from dataclasses import replace
from datetime import date

import pytest

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


def _of_year(table: Statement, year: int) -> Statement:
    """The same quarters of another year."""
    columns = tuple(
        replace(column, start=column.start.replace(year=year), end=column.end.replace(year=year))
        for column in table.columns
        if column.start is not None and column.end is not None
    )
    return replace(table, columns=columns)


def _two_rows(sales: str, income: str) -> Statement:
    table = drawn(
        f"""
                                        First       Second      Third       Fourth
        Net sales                       {sales}
        Net income                      {income}
        """,
        StatementKind.QUARTERLY,
    )
    columns = [Column(c.label, start, end) for c, start, end in zip(table.columns, STARTS, ENDS, strict=True)]
    return replace(table, columns=tuple(columns))


def _two_years() -> Statement:
    statement = drawn(
        """
                                        2003        2002
        Net sales                      39,256      40,670
        Net income                      2,147       3,023
        """,
        StatementKind.INCOME_STATEMENT,
    )
    columns = [Column(str(year), date(year, 1, 1), date(year, 12, 31)) for year in (2003, 2002)]
    return replace(statement, columns=tuple(columns))


LAST_YEAR = "9,254       11,009      9,976       10,431"


def _off(*tables: Statement) -> list[str]:
    return [check.subject for check in tie((_two_years(),), tables) if check.status is Status.OFF]


def test_a_table_of_two_lines_is_borne_out_by_the_other_tables() -> None:
    this = _two_rows("8,832       9,832       9,814      11,078", "429         548         460         710")
    last = _of_year(_two_rows(LAST_YEAR, "777         847         767         632"), 2002)
    assert _off(this) == []  # only one year ties
    assert _off(this, last) == ["Net sales, 2003"]


def test_several_years_that_do_not_tie_are_another_measure() -> None:
    this = _two_rows("8,832       9,832       9,814      11,078", "429         548         460         710")
    last = _of_year(
        _two_rows("9,254       11,009      9,676       10,431", "777         847         767         632"), 2002
    )
    assert _off(this, last) == []


def _renamed(table: Statement, old: str, new: str) -> Statement:
    rows = tuple(row._replace(label=new) if row.label == old else row for row in table.rows)
    return replace(table, rows=rows)


def test_a_row_of_another_caption_is_the_line_that_has_its_year() -> None:
    last = _of_year(_two_rows(LAST_YEAR, "777         847         767         632"), 2002)
    named = _renamed(last, "Net sales", "Amounts billed")
    assert [check.subject for check in tie((_two_years(),), (named,))] == ["Net sales, 2002", "Net income, 2002"]
    other = _of_year(
        _two_rows("9,354       11,009      9,976       10,431", "777         847         767         632"), 2002
    )
    assert [c.subject for c in tie((_two_years(),), (_renamed(other, "Net sales", "Amounts billed"),))] == [
        "Net income, 2002"
    ]


def _with_costs() -> Statement:
    statement = drawn(
        """
                                        2003
        Net sales                         39,256
        Cost of sales                     27,362
        """,
        StatementKind.INCOME_STATEMENT,
        {"Net sales": "us-gaap:Revenues", "Cost of sales": "us-gaap:CostOfRevenue"},
    )
    return replace(statement, columns=(Column("2003", date(2003, 1, 1), date(2003, 12, 31)),))


def test_a_margin_is_what_sales_leave() -> None:
    table = _quarterly(" 8,832       9,832       9,514      11,078")
    titles = [check.title for check in tie((_with_costs(),), (table,))]
    assert titles == [
        "Net sales, 2003: 39,256 is what the four quarters add to.",
        "Net sales, 2003: 39,256 is what the four quarters of Gross profit and Cost of sales add to.",
    ]
    assert len(tie((_with_costs(),), (_renamed(table, "Gross profit", "Orders in hand"),))) == 1


def _untimed(rows: str) -> Statement:
    return drawn(rows, StatementKind.QUARTERLY)


def _both_years() -> Statement:
    statement = drawn(
        """
                                        2003        2002
        Net sales                         39,256      36,120
        Gross profit                      11,894      10,711
        Net income                         2,147       1,905
        """,
        StatementKind.INCOME_STATEMENT,
    )
    columns = [Column(str(year), date(year, 1, 1), date(year, 12, 31)) for year in (2003, 2002)]
    return replace(statement, columns=tuple(columns))


BLOCKS = """
                                        Fourth      Third       Second      First
        2003
        Net sales                       11,078       9,514       9,832       8,832
        Net income                         710         460         548         429
        2002
        Net sales                        {sales}       9,002       8,815       8,103
        Net income                         512         488         470         435
"""
BESIDE = """
                          First       Second      Third       Fourth      First       Second      Third       Fourth
        Net sales          8,832       9,832       9,514      11,078       8,103       8,815       9,002      {sales}
        Net income           429         548         460         710         435         470         488         512
        Gross profit       2,742       2,920       2,855       3,377       2,601       2,640       2,645       2,825
"""
IN_TURN = """
                          First       First       Second      Second      Third       Third       Fourth      Fourth
        Net sales          8,832       8,103       9,832       8,815       9,514       9,002      11,078      {sales}
        Net income           429         435         548         470         460         488         710         512
        Gross profit       2,742       2,601       2,920       2,640       2,855       2,645       3,377       2,825
"""


@pytest.mark.parametrize("rows", [BLOCKS, BESIDE, IN_TURN])
def test_quarters_whose_times_nothing_tells_are_of_the_year_that_they_add_up_to(rows: str) -> None:
    ties = tie((_both_years(),), (_untimed(rows.format(sales="10,200")),))
    assert {check.subject for check in ties} >= {"Net sales, 2003", "Net sales, 2002", "Net income, 2002"}
    assert {check.status for check in ties} == {Status.TIES}


@pytest.mark.parametrize("rows", [BESIDE, IN_TURN])
def test_a_slip_in_one_of_them_is_told(rows: str) -> None:
    off = [check for check in tie((_both_years(),), (_untimed(rows.format(sales="10,800")),)) if check.probability]
    assert [check.title.partition(";")[0] for check in off] == [
        "Net sales, 2002: printed 36,120 in the income statement"
    ]


def test_one_row_that_adds_up_to_a_year_is_a_chance() -> None:
    rows = """
                                        First       Second      Third       Fourth
        Net sales                        8,832       9,832       9,514      11,078
        Net income                         500         600         700         800
    """
    assert tie((_income(),), (_untimed(rows),)) == ()


def _years(heading: str) -> list[str]:
    """Two years of quarters below one head that says no year; the second below a heading."""
    income = drawn(
        """
                                        2003        2002
        Net sales                         39,256      36,109
        Net income                         2,147       1,851
        """,
        StatementKind.INCOME_STATEMENT,
    )
    ends = (date(2003, 12, 31), date(2002, 12, 31))
    columns = tuple(Column(str(end.year), date(end.year, 1, 1), end) for end in ends)
    quarters = drawn(
        f"""
                                        First       Second      Third       Fourth
        Net sales                        8,832       9,832       9,514      11,078
        Net income                         429         548         460         710
        {heading}
        Net sales                        8,100       9,000       9,009      10,000
        Net income                         401         500         450         500
        """,
        StatementKind.QUARTERLY,
    )
    return [check.title for check in tie((replace(income, columns=columns),), (quarters,))]


@pytest.mark.parametrize("heading", ["2002", "Year ended December 31, 2002", "Fiscal 2002 *"])
def test_a_heading_that_says_a_year_parts_the_quarters(heading: str) -> None:
    assert sorted(_years(heading)) == [
        "Net income, 2002: 1,851 is what the four quarters add to.",
        "Net income, 2003: 2,147 is what the four quarters add to.",
        "Net sales, 2002: 36,109 is what the four quarters add to.",
        "Net sales, 2003: 39,256 is what the four quarters add to.",
    ]


def test_a_heading_of_other_words_parts_nothing() -> None:
    assert _years("Sales of the plant built in 2002") == []
