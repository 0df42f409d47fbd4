"""Lines of two tables held against each other by the ends of their periods."""

from dataclasses import replace
from datetime import date

import pytest

from core.checks.check import Rule
from core.checks.statement_lines import Known, alike, apart, lines_of, rounding, said, same, term_of
from core.statements.statement import Column, StatementKind, Unit
from tests.core.drawn_statement import drawn

END, BEFORE = date(2003, 12, 31), date(2002, 12, 31)
TABLE = drawn("""
                  2003      2002
    Wool        30,000    31,000
    Yarn       (10,300)        -
    Heading
""")


def line(text: str, label: str = "Wool", scale: int = 1) -> Known:
    """The one line of a table with these figures of 2003 and 2002."""
    (found,) = lines_of(drawn(f"               2003     2002\n{label}      {text}", scale=scale))
    return found


def test_the_lines_of_a_table_by_the_ends_of_their_periods() -> None:
    wool, yarn = lines_of(replace(TABLE, scale=1000))
    assert {end: entry.amount for end, entry in wool.by_end.items()} == {END: 30_000_000, BEFORE: 31_000_000}
    assert yarn.by_end[END].amount == -10_300_000
    assert (wool.scale, wool.row.label, wool.by_end[END].figure.text) == (1000, "Wool", "30,000")
    assert wool.by_end[BEFORE].column is TABLE.columns[1]


@pytest.mark.parametrize("unit", [Unit.PERCENT, Unit.PER_SHARE, Unit.NUMBER, None])
def test_only_money_and_shares_are_compared(unit: Unit | None) -> None:
    rows = tuple(row._replace(unit=unit) for row in TABLE.rows)
    assert list(lines_of(replace(TABLE, rows=rows))) == []
    shares = tuple(row._replace(unit=Unit.SHARES) for row in TABLE.rows)
    assert len(list(lines_of(replace(TABLE, rows=shares)))) == 2


def test_columns_that_cannot_be_told_apart_are_left_out() -> None:
    twice = replace(TABLE, columns=(TABLE.columns[0], TABLE.columns[0]))
    parts = replace(TABLE, columns=(TABLE.columns[0], replace(TABLE.columns[1], member="Wool")))
    unknown = replace(TABLE, columns=(TABLE.columns[0], Column("")))
    assert list(lines_of(twice)) == []
    for some in (parts, unknown):
        assert [set(one.by_end) for one in lines_of(some)] == [{END}, {END}]


@pytest.mark.parametrize(
    ("members", "lines"),
    [
        (("Mills Inc. and Subsidiaries", "Mills Inc. & Subsidiaries {2}"), {END, BEFORE}),
        ((None, "Mills Inc. and Subsidiaries"), {END, BEFORE}),
        ((None, "Mills Inc."), {END}),
        (("Mills Inc.", "Mills Inc."), {END, BEFORE}),
    ],
)
def test_a_company_with_its_subsidiaries_is_the_whole_one(members: tuple[str | None, ...], lines: set[date]) -> None:
    columns = tuple(replace(column, member=name) for column, name in zip(TABLE.columns, members, strict=True))
    selected = replace(TABLE, columns=columns, kind=StatementKind.SELECTED_DATA)
    assert next(lines_of(selected)).by_end.keys() == lines
    assert [set(one.by_end) for one in lines_of(replace(selected, kind=StatementKind.NOTE))][:1] != [{END, BEFORE}]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Inventories", "INVENTORIES", True),
        ("Total inventories", "Inventories", True),
        ("Net sales", "Sales", True),
        ("Total net sales", "Sales", True),
        ("Sales, net", "Cost of sales", False),
    ],
)
def test_captions_that_are_the_same_but_for_asides(one: str, other: str, found: bool) -> None:
    assert alike(line("1  2", one), line("3  4", other)) is found
    assert alike(line("1  2", other), line("3  4", one)) is found


@pytest.mark.parametrize(
    ("one", "other", "scale", "found"),
    [
        ("30,000  1", "30,000  1", 1, False),
        ("30,000  1", "(30,000)  1", 1, False),
        ("30,000  1", "30,001  1", 1, False),
        ("30,000  1", "30,002  1", 1, True),
        ("30,499  1", "30  1", 1000, False),
        ("31,001  1", "30  1", 1000, True),
    ],
)
def test_amounts_that_differ_by_more_than_rounding(one: str, other: str, scale: int, found: bool) -> None:
    assert apart(line(one), line(other, scale=scale), END) is found
    assert rounding(line(one), line(other, scale=scale)) == scale


def test_that_a_line_is_the_amount_of_another_with_either_sign() -> None:
    wool, yarn = line("30,000  1"), line("(30)  1", scale=1000)
    equation = same(Rule.NOTE_TIE, wool, yarn, END, 0.5, "Wool, 2003")
    assert (equation.whole.value, equation.total, equation.slack, equation.off) == (30_000, 30_000, 1000, False)
    assert equation.parts[0].sign == -1
    assert same(Rule.NOTE_TIE, wool, wool, END, 0.5, "").parts[0].sign == 1
    assert term_of(yarn, END, -1).value == -30_000


def test_agreement_says_more_in_more_periods() -> None:
    wool = line("30,000  31,000")
    once, twice = said(wool, wool, [END]), said(wool, wool, [END, BEFORE])
    assert 3.9 < once < 4.1
    assert 7.9 < twice < 8.1
