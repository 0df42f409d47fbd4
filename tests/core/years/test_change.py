"""Years against each other: what a change is, what a column is a share of, which rows a reader asks for first."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.source import cite
from core.statements.statement import Column, Figure, Period, Role, Row, Statement, StatementKind, Unit
from core.years.change import (
    alike,
    bases,
    change,
    default_rows,
    first_rows,
    in_time,
    latest_two,
    length,
    row_of,
    share,
)
from tests.core.drawn_statement import drawn
from tests.gui import made_up

amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)


def said(later: str | None, earlier: str | None) -> str:
    """A change as text: `difference percent`, `n/m` for None."""
    figures = [Decimal(text) if text is not None else None for text in (later, earlier)]
    difference, percent = change(*figures)
    return f"{'none' if difference is None else difference} {'n/m' if percent is None else f'{percent:.1f}'}"


@pytest.mark.parametrize(
    ("later", "earlier", "expected"),
    [
        ("110", "100", "10 10.0"),
        ("0", "25000", "-25000 -100.0"),
        ("148218", "0", "148218 n/m"),
        ("0", "0", "0 n/m"),
        ("-50", "-100", "50 50.0"),
        ("-150", "-100", "-50 -50.0"),
        ("0", "-100", "100 100.0"),
        ("-20", "100", "-120 n/m"),
        ("20", "-100", "120 n/m"),
        (None, "100", "none n/m"),
        ("100", None, "none n/m"),
    ],
)
def test_what_a_change_is(later: str | None, earlier: str | None, expected: str) -> None:
    assert said(later, earlier) == expected


@given(amounts, amounts)
def test_the_sign_of_a_percent_is_the_way_the_figure_went(later: Decimal, earlier: Decimal) -> None:
    difference, percent = change(later, earlier)
    assert difference is not None
    assert earlier + difference == later
    if percent is not None:
        assert (percent > 0, percent < 0) == (difference > 0, difference < 0)


def test_a_share_needs_a_base_above_zero() -> None:
    assert share(Decimal(25), Decimal(200)) == Decimal("12.5")
    assert share(Decimal(25), Decimal(0)) is None
    assert share(Decimal(25), Decimal(-5)) is None
    assert share(None, Decimal(5)) is None


YEARS = [
    Column("2001", date(2001, 1, 1), date(2001, 12, 31)),
    Column("2003", date(2003, 1, 1), date(2003, 12, 31)),
    Column("2002", date(2002, 1, 1), date(2002, 12, 31)),
]
QUARTERS = [
    Column("Three months 2003", date(2003, 4, 1), date(2003, 6, 30)),
    Column("Three months 2002", date(2002, 4, 1), date(2002, 6, 30)),
    Column("Six months 2003", date(2003, 1, 1), date(2003, 6, 30)),
    Column("Six months 2002", date(2002, 1, 1), date(2002, 6, 30)),
]
PAIRS = [
    Column("2003 Options", date(2003, 1, 1), date(2003, 12, 31)),
    Column("2003 Price", date(2003, 1, 1), date(2003, 12, 31)),
    Column("2002 Options", date(2002, 1, 1), date(2002, 12, 31)),
    Column("2002 Price", date(2002, 1, 1), date(2002, 12, 31)),
]


def table(columns: list[Column], *rows: Row, kind: StatementKind = StatementKind.OTHER) -> Statement:
    """A table of these columns."""
    return Statement("t", kind, None, None, cite(1, 0, 1), "USD", 1, tuple(columns), rows)


@pytest.mark.parametrize(
    ("columns", "order", "same", "pair"),
    [
        (YEARS, (0, 2, 1), (0, 2, 1), (1, 2)),
        (QUARTERS, (1, 3, 0, 2), (1, 0), (0, 1)),
        (PAIRS, (2, 3, 0, 1), (2, 3, 0, 1), (0, 2)),
        ([Column("Segment A", member="A"), Column("Segment B", member="B")], (), (), None),
        (YEARS[:1], (0,), (0,), None),
        ([], (), (), None),
    ],
)
def test_columns_in_order_of_time(
    columns: list[Column], order: tuple[int, ...], same: tuple[int, ...], pair: tuple[int, int] | None
) -> None:
    assert in_time(tuple(columns)) == order
    assert alike(tuple(columns)) == same
    assert latest_two(table(columns)) == pair


def test_equity_compares_no_columns() -> None:
    assert latest_two(table(YEARS, kind=StatementKind.EQUITY)) is None


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (None, date(2003, 12, 31), 0),
        (date(2002, 12, 29), date(2004, 1, 3), 12),
        (date(2003, 1, 1), date(2003, 3, 31), 3),
        (None, None, None),
    ],
)
def test_length_in_months(start: date | None, end: date | None, months: int | None) -> None:
    assert length(Column("", start, end)) == months


def test_bases_of_the_statements() -> None:
    sheet, income = made_up.analysis().statements
    assert bases(sheet) == {0: Decimal(8000), 1: Decimal(7900)}
    assert bases(income) == {0: Decimal(12000), 1: Decimal(11000), 2: Decimal(10000)}
    assert bases(made_up.analysis().tables[0], [sheet, income]) == {}


def test_cash_flows_are_shares_of_the_revenue_of_the_same_period() -> None:
    _, income = made_up.analysis().statements
    flows = replace(income, kind=StatementKind.CASH_FLOW, scale=1, columns=income.columns[1:])
    assert bases(flows, [income]) == {0: Decimal(11_000_000), 1: Decimal(10_000_000)}


def row(label: str, unit: Unit, concept: str | None = None, role: Role = Role.LINE) -> Row:
    """A row with one figure."""
    return Row(label, 0, role, unit, concept, cite(1, 0, 1), (Figure(0, "1", Decimal(1), cite(1, 0, 1)),))


def test_the_rows_a_reader_asks_for_first() -> None:
    sheet, income = made_up.analysis().statements
    labels = [[of.rows[index].label for index in default_rows(of)] for of in (sheet, income)]
    assert labels == [["Total assets"], ["Net sales", "Net income (loss)"]]


def test_the_total_is_the_revenue_where_several_lines_are() -> None:
    revenue = "us-gaap:Revenues"
    rows = [row("Sales", Unit.MONEY, revenue), row("Total", Unit.MONEY, revenue, Role.TOTAL)]
    assert default_rows(table(YEARS, *rows, kind=StatementKind.INCOME_STATEMENT)) == (1,)


def test_other_tables_begin_with_their_first_money_rows() -> None:
    rows = [row("Shares", Unit.SHARES), *(row(f"Line {index}", Unit.MONEY) for index in range(5))]
    assert default_rows(table(YEARS, *rows)) == (1, 2, 3)
    assert default_rows(table(YEARS, *rows[:1])) == (0,)
    assert default_rows(table(YEARS)) == ()


def test_cash_flows_whatever_the_filer_calls_them() -> None:
    total = Role.SUBTOTAL
    rows = [
        row("Operating activities", Unit.MONEY),
        row("Cash generated by operating activities", Unit.MONEY, role=total),
        row("Investing: net", Unit.MONEY, "us-gaap:NetCashProvidedByUsedInInvestingActivities", total),
        row("Cash used for financing activities", Unit.MONEY, role=total),
    ]
    assert default_rows(table(YEARS, *rows, kind=StatementKind.CASH_FLOW)) == (1, 2, 3)


def test_a_balance_sheet_whose_total_has_no_caption() -> None:
    rows = [row("Cash", Unit.MONEY), row("", Unit.MONEY, role=Role.TOTAL), row("Debt", Unit.MONEY)]
    assert default_rows(table(YEARS, *rows, kind=StatementKind.BALANCE_SHEET)) == (1,)


def test_a_line_with_a_caption_is_charted_before_the_total_without() -> None:
    statement = drawn(
        """
                                2003        2002
        Net sales              4,300       4,100
        Other income             100          90
        ---
                               4,400       4,190
        """,
        StatementKind.INCOME_STATEMENT,
        {"Net sales": "us-gaap:SalesRevenueNet", "": "us-gaap:Revenues"},
    )
    assert row_of(statement, ("us-gaap:Revenues", "us-gaap:SalesRevenueNet")) == 0
    assert row_of(statement, ("us-gaap:Revenues",)) == 2
    assert row_of(statement, ("us-gaap:Assets",)) is None


LAST = (date(2003, 12, 31), date(2002, 12, 31))


def test_of_equity_by_parts_the_largest_closing_balances() -> None:
    statement = drawn(
        """
                                2003        2002
        Common stock
        Balance, January 1        50          40
        Issued                     5          10
        ---
        Balance, December 31      55          50
        Total equity              90          80
        """,
        StatementKind.EQUITY,
    )
    assert default_rows(statement) == first_rows(statement)  # nothing says that any is of a day
    closing = [
        row._replace(figures=tuple(each._replace(time=Period(None, LAST[each.column])) for each in row.figures))
        for row in statement.rows
    ]
    years = tuple(replace(column, start=date(LAST[at].year, 1, 1)) for at, column in enumerate(statement.columns))
    dated = replace(statement, rows=tuple(closing), columns=years)
    assert [dated.rows[at].label for at in default_rows(dated)] == ["Balance, December 31", "Total equity"]
