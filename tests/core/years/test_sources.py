"""Which statements are followed over the years, and why the others are not."""

from dataclasses import replace
from datetime import date

import pytest

from core.evidence import single
from core.statements.statement import Column, Statement, StatementKind
from core.years.sources import Reason, left_out, member_of, sources
from tests.core.drawn_statement import drawn
from tests.core.years.test_series import filed

INCOME = StatementKind.INCOME_STATEMENT
SHORT = drawn("              2003\n    Net income      1,812", INCOME)
LONG = drawn("              2003    2002\n    Net income      1,812   1,700\n    Net sales      4,000   3,900", INCOME)


def _named(statement: Statement, name: str) -> Statement:
    return replace(statement, id=name)


def test_the_fullest_statement_is_followed_and_the_other_named() -> None:
    found = sources([filed(2003, _named(SHORT, "short"), _named(LONG, "long"))], INCOME)
    assert [one.statement.id for one in found.by_member[None]] == ["long"]
    assert [(left.statement.id, left.why) for left in found.left_out] == [("short", Reason.FULLER.format("long"))]


def test_what_is_surely_a_statement_goes_before_what_has_more_figures() -> None:
    """A table of eleven years under a like title is no balance sheet, however long."""
    sure = replace(SHORT, id="sure", verdict=single("statement-kind/title-above", INCOME, 9.0))
    doubtful = replace(LONG, id="doubtful", verdict=single("statement-kind/heading-inside", INCOME, 4.0))
    found = sources([filed(2003, doubtful, sure)], INCOME)
    assert [one.statement.id for one in found.by_member[None]] == ["sure"]


def test_other_periods_of_the_same_lines_go_with_it() -> None:
    """Five years on one page and the five before them on the next."""
    older = drawn(
        "              2001    2000\n    Net income      1,512   1,400\n    Net sales      3,000   2,900", INCOME
    )
    found = sources([filed(2003, _named(LONG, "a"), _named(older, "b"))], INCOME)
    assert [one.statement.id for one in found.by_member[None]] == ["a", "b"]
    assert found.left_out == ()


def test_other_periods_of_other_lines_do_not() -> None:
    older = drawn("              2001\n    Rent      512\n    Wages      29", INCOME)
    found = sources([filed(2003, _named(LONG, "a"), _named(older, "b"))], INCOME)
    assert [one.statement.id for one in found.by_member[None]] == ["a"]


def test_columns_without_a_period() -> None:
    options = drawn("              Options\n    Granted      12", INCOME)
    open_ended = replace(SHORT, columns=(Column("2003", None, date(2003, 12, 31)),))
    one = filed(2003, options, open_ended)
    other_form = replace(one, filing=replace(one.filing, header=replace(one.filing.header, form="8-K")))
    reasons = [left.why for left in sources([other_form], INCOME).left_out]
    assert reasons == [Reason.NO_PERIODS, Reason.NO_LENGTH]


def test_columns_without_a_period_beside_others() -> None:
    both = drawn("              2003    Options\n    Net income      1,812   12", INCOME)
    (left,) = sources([filed(2003, both)], INCOME).left_out
    assert left.why == Reason.COLUMNS.format("“Options”")


def test_statements_of_equity_are_named_as_left_out() -> None:
    equity = drawn("              Common\n    Net income      1,812", StatementKind.EQUITY)
    assert [(left.statement.kind, left.why) for left in left_out([filed(2003, equity, LONG)])] == [
        (StatementKind.EQUITY, Reason.COMPONENTS)
    ]


@pytest.mark.parametrize(
    ("head", "member"),
    [
        ("Consolidated", None),
        ("Tidewater Kettle Company and subsidiaries", None),
        ("Tidewater Kettle Company", None),
        ("As Restated", None),
        ("As Previously Reported", "As previously reported"),
        ("Kettle Finance", "Kettle Finance"),
    ],
)
def test_what_a_column_is_of(head: str, member: str | None) -> None:
    assert member_of(filed(2003), Column(head, None, date(2003, 12, 31), head)) == member


def test_members_are_series_of_their_own() -> None:
    columns = tuple(replace(each, member=member) for each, member in zip(LONG.columns, (None, "Finance"), strict=True))
    found = sources([filed(2003, replace(LONG, columns=columns))], INCOME)
    assert {member: len(one[0].columns) for member, one in found.by_member.items()} == {None: 1, "Finance": 1}


def test_the_restated_column_is_the_company_and_what_was_reported_stands_apart() -> None:
    both = drawn("              2003    2004\n    Net income      1,812   1,700", INCOME)
    day = date(2003, 12, 31)
    heads = ("As restated", "As originally reported")
    columns = tuple(replace(each, end=day, member=head) for each, head in zip(both.columns, heads, strict=True))
    found = sources([filed(2003, replace(both, columns=columns))], INCOME)
    assert {member: list(one[0].columns) for member, one in found.by_member.items()} == {
        None: [0],
        "As previously reported": [1],
    }


@pytest.mark.parametrize(
    ("owners", "members"),
    [
        (("Kettle Gas Company", "TIDEWATER KETTLE CO. and Subsidiaries"), ["Kettle Gas Company", None]),
        (("Kettle Gas Company", "Kettle Light Company"), [None, "Kettle Light Company"]),
        ((None, None), [None, None]),
    ],
)
def test_statements_of_other_registrants_are_series_of_their_own(
    owners: tuple[str | None, str | None], members: list[str | None]
) -> None:
    """The registrant's own are those under its name, or else under the first of the names."""
    both = [replace(one, id=name, owner=owner) for one, name, owner in zip((LONG, SHORT), "ab", owners, strict=True)]
    found = sources([filed(2003, *both)], INCOME)
    of = {one.statement.id: member for member, some in found.by_member.items() for one in some}
    left = {one.statement.id: None for one in found.left_out}
    assert [(of | left)[name] for name in "ab"] == members


def test_a_member_of_another_registrant_is_told_with_it() -> None:
    columns = tuple(replace(each, member="Finance") for each in SHORT.columns)
    other = replace(SHORT, columns=columns, owner="Kettle Gas Company")
    found = sources([filed(2003, replace(LONG, owner="Tidewater Kettle Company"), other)], INCOME)
    assert set(found.by_member) == {None, "Kettle Gas Company, Finance"}
