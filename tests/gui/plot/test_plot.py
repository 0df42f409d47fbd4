"""What a chart draws of each kind, as text."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.statements.statement import Column, Figure, Period, Role, Row, Statement, StatementKind, Unit
from gui.options import ChartKind
from gui.plot.chart import Form, Mark
from gui.plot.plot import Wanted, plot
from gui.plot.rows import name_of
from tests.gui import made_up
from tests.gui.plot.tables import EACH, MONEY, SHARES, Line, drawn, members, opening, row, table, year

TWO = [year(2003), year(2002)]
THREE = [year(2003), year(2002), year(2001)]


def of_kind(statement: Statement, kind: ChartKind, rows: tuple[int, ...] = (), **more: object) -> str:
    """The chart of a kind as text."""
    return drawn(plot(statement, rows, replace(Wanted(kind), **more)))  # type: ignore[arg-type]


def test_income_is_drawn_in_order_of_time() -> None:
    assert drawn(plot(made_up.analysis().statements[1], ())) == (
        "Net sales and net income (loss)\n"
        "2001 | 2002 | 2003\n"
        "Net sales: $10,000,000 | $11,000,000 | $12,000,000\n"
        "Net income (loss): $300,000 | −$150,000 | $600,000"
    )


def test_rows_of_another_unit_stand_on_a_second_axis() -> None:
    chart = plot(made_up.analysis().statements[1], (4, 5))
    assert drawn(chart) == (
        "Selected lines\n2001 | 2002 | 2003\n"
        "Net income (loss): $300,000 | −$150,000 | $600,000\n"
        "Income (loss) per share (right): $0.30 | −$0.15 | $0.60"
    )
    assert chart.second is not None
    assert chart.second.unit is Unit.PER_SHARE


def test_a_third_unit_has_no_axis_and_is_named() -> None:
    of = table(TWO, ("Sales", MONEY, ["3", "2"]), ("Each", EACH, ["1", "1"]), ("Held", SHARES, ["7", "8"]))
    chart = plot(of, (0, 1, 2))
    assert [series.name for series in chart.series] == ["Sales", "Each"]
    assert chart.note == "not on this axis: Held"


def test_shares_of_revenue_as_the_table_shows_them() -> None:
    income = made_up.analysis().statements[1]
    bases = {0: Decimal(12000), 1: Decimal(11000), 2: Decimal(10000)}
    text = "Selected lines\n2001 | 2002 | 2003\nNet income (loss): 3.0% | −1.4% | 5.0%"
    assert of_kind(income, ChartKind.BARS, (4,), bases=bases, shares=True) == text
    assert of_kind(income, ChartKind.COMMON_SIZE, (4,), bases=bases) == text
    assert plot(income, (4,), Wanted(ChartKind.COMMON_SIZE)).hint


def test_a_missing_figure_is_a_gap() -> None:
    of = table(THREE, ("Sales", MONEY, ["3", None, "1"]))
    assert drawn(plot(of, ())) == "First lines\n2001 | 2002 | 2003\nSales: $1 | . | $3"


def test_a_missing_year_keeps_its_place() -> None:
    of = table([year(2005), year(2002), year(2001)], ("Sales", MONEY, ["5", "2", "1"]))
    chart = plot(of, ())
    assert drawn(chart) == "First lines\n2001 | 2002 | [2003] | [2004] | 2005\nSales: $1 | $2 | . | . | $5"
    assert [round(slot.at) for slot in chart.slots] == [0, 1, 2, 3, 4]


def test_a_figure_stands_at_its_own_time() -> None:
    """Cash at the beginning of 2003 is that at the end of 2002."""
    begun = opening(row("Cash, beginning of year", MONEY, ["5", "4"]))
    of = table(TWO, begun, ("Cash, end of year", MONEY, ["6", "5"]))
    assert drawn(plot(of, (0, 1))) == (
        "Selected lines\n2001 | 2002 | 2003\nCash, beginning of year: $4 | $5 | .\nCash, end of year: . | $5 | $6"
    )


def test_a_single_period() -> None:
    assert drawn(plot(table([year(2003)], ("Sales", MONEY, ["3"])), ())) == "First lines\n2003\nSales: $3"


def test_quarters_and_the_year_do_not_mix() -> None:
    quarters = [
        Column("March 31", date(2003, 1, 1), date(2003, 3, 31)),
        Column("June 30", date(2003, 4, 1), date(2003, 6, 30)),
        Column("Year", date(2003, 1, 1), date(2003, 12, 31)),
    ]
    of = table(quarters, ("Sales", MONEY, ["3", "4", "15"]))
    assert drawn(plot(of, ())) == "First lines (quarters only)\nMarch 31 | June 30\nSales: $3 | $4"


def test_members_are_drawn_as_filed_and_never_as_a_line() -> None:
    of = table(members("Lamps", "Oil"), ("Sales", MONEY, ["3", "4"]))
    assert drawn(plot(of, ())) == "First lines\nLamps | Oil\nSales: $3 | $4"
    for kind in (ChartKind.LINES, ChartKind.INDEX, ChartKind.GROWTH):
        chart = plot(of, (), Wanted(kind))
        assert (chart.form, chart.kind) == (Form.BARS, ChartKind.BARS)
        assert "no times" in chart.note
    assert plot(of, (), Wanted(log=True)).form is Form.DOTS


def test_one_column_is_drawn_down_its_rows_without_their_sum() -> None:
    rows: list[Line] = [("2004", MONEY, ["3"]), ("2005", MONEY, ["2"]), ("Later", MONEY, ["1"])]
    of = table(members("Due"), *rows, row("Total", MONEY, ["6"], 9, Role.TOTAL))
    assert (
        drawn(plot(of, ()))
        == "First lines (1 left out: sums or of another unit)\n2004 | 2005 | Later\nDue: $3 | $2 | $1"
    )


def test_a_column_of_words_is_not_drawn() -> None:
    of = table(members("Use", "Square feet"), ("Works", Unit.NUMBER, [None, "40000"]))
    assert drawn(plot(of, ())) == "First lines\nSquare feet\nWorks: 40,000"


def test_balances_of_equity_are_lines_of_their_components_over_the_rows_dates() -> None:
    days = [date(2001, 12, 31), date(2003, 12, 31)]
    rows = [
        row("Balance", MONEY, values, at)._replace(date=days[at]) for at, values in enumerate([["1", "3"], ["2", "5"]])
    ]
    of = table(members("Stock", "Total"), *rows, kind=StatementKind.EQUITY)
    assert drawn(plot(of, ())) == "Balances\n2001 | [2002] | 2003\nStock: $1 | . | $2\nTotal: $3 | . | $5"


def test_parts_of_equity_below_each_other_are_charted_by_their_closing_balances() -> None:
    def closing(label: str, values: list[str], at: int, role: Role = Role.SUBTOTAL) -> Row:
        made = row(label, MONEY, values, at, role)
        ends = [figure._replace(time=Period(None, TWO[figure.column].end)) for figure in made.figures]
        return made._replace(figures=tuple(ends))

    rows = [
        row("Common stock:", MONEY, [], 0, Role.HEADING),
        row("Issued", MONEY, ["3", "2"], 1),
        closing("Balance, end of year", ["30", "27"], 2),
        row("Deficit:", MONEY, [], 3, Role.HEADING),
        row("Net loss", MONEY, ["-4", "-5"], 4),
        closing("Balance, end of year", ["-19", "-15"], 5),
        closing("Total equity", ["11", "12"], 6, Role.TOTAL),
    ]
    of = table(TWO, *rows, kind=StatementKind.EQUITY)
    said = "Balances\n2002 | 2003\nCommon stock: $27 | $30\nDeficit: −$15 | −$19\nTotal equity: $12 | $11"
    assert drawn(plot(of, ())) == said
    chosen = drawn(plot(of, (1, 2, 5)))
    assert chosen == "Selected lines\n2002 | 2003\nIssued: $2 | $3\nCommon stock: $27 | $30\nDeficit: −$15 | −$19"


def test_two_rows_of_one_name_are_one_line_where_one_goes_on() -> None:
    of = table(THREE, ("Sales", MONEY, ["3", None, None]), ("Sales", MONEY, [None, "2", "1"]))
    chart = plot(of, (0, 1))
    assert drawn(chart) == "Selected lines\n2001 | 2002 | 2003\nSales: $1 | $2 | $3"
    assert [point.row for point in chart.points()] == [1, 1, 0]


def test_two_rows_of_one_name_say_their_headings() -> None:
    heads = [row(name, MONEY, [], at, Role.HEADING) for at, name in ((0, "At home"), (2, "Abroad"))]
    of = table(TWO, heads[0], row("Tax", MONEY, ["3", "2"], 1), heads[1], row("Tax", MONEY, ["5", "4"], 3))
    assert [series.name for series in plot(of, (1, 3)).series] == ["Tax (At home)", "Tax (Abroad)"]


def test_more_rows_than_can_be_told_apart() -> None:
    rows: list[Line] = [(f"Line {at}", MONEY, [str(at + 1), "1"]) for at in range(12)]
    chart = plot(table(TWO, *rows), tuple(range(12)))
    assert (len(chart.series), chart.note) == (8, "first 8 of 12")


@pytest.mark.parametrize("of", [None, table([year(2003)]), table([year(2003)], ("Words", MONEY, [None]))])
def test_nothing_to_chart_is_a_hint(of: Statement | None) -> None:
    assert plot(of, ()).hint
    assert not plot(of, ()).series


def test_headings_are_not_drawn() -> None:
    sheet = made_up.analysis().statements[0]
    assert plot(sheet, (0, 1)).series[0].name == "Cash and cash equivalents"
    assert plot(replace(sheet, kind=StatementKind.NOTE), (0,)).title == "First lines"


def test_a_line_that_is_switched_off_is_not_drawn() -> None:
    income = made_up.analysis().statements[1]
    assert [one.name for one in plot(income, (), Wanted(hidden=frozenset({"Net sales"}))).series] == [
        "Net income (loss)"
    ]


def test_many_times_are_lines() -> None:
    of = table([year(at) for at in range(2010, 2000, -1)], ("Sales", MONEY, [str(at) for at in range(10)]))
    assert plot(of, ()).form is Form.LINES
    assert plot(of, (), Wanted(ChartKind.BARS)).form is Form.BARS


# kinds


PARTS = table(
    TWO,
    ("Lamps", MONEY, ["600", "400"]),
    ("Oil", MONEY, ["200", "100"]),
    row("Total", MONEY, ["800", "500"], 2, Role.TOTAL),
)


def test_stacked_parts_stand_on_each_other_without_their_sum() -> None:
    chart = plot(PARTS, (0, 1, 2), Wanted(ChartKind.STACKED))
    assert [[point and int(point.foot) for point in series.points] for series in chart.series] == [[0, 0], [400, 600]]
    assert chart.note == "sums left out: Total"


def test_of_a_sum_the_parts_are_stacked_before_any_are_chosen() -> None:
    assert of_kind(PARTS, ChartKind.STACKED) == "Parts of total\n2002 | 2003\nLamps: $400 | $600\nOil: $100 | $200"


def test_where_revenue_went_takes_sums_apart_on_the_way_to_it_alone() -> None:
    """A sum of costs stays one line; what is added besides revenue is named as left out."""
    of = table(
        TWO,
        row("Sales", MONEY, ["900", "800"], 0)._replace(concept="us-gaap:Revenues"),
        row("Materials", MONEY, ["300", "200"], 1),
        row("Wages", MONEY, ["200", "210"], 2),
        row("Total costs", MONEY, ["500", "410"], 3, Role.SUBTOTAL),
        row("Operating income", MONEY, ["400", "390"], 4, Role.SUBTOTAL),
        row("Interest income", MONEY, ["60", "50"], 5),
        row("Income before taxes", MONEY, ["460", "440"], 6, Role.SUBTOTAL),
        row("Income taxes", MONEY, ["160", "140"], 7),
        row("Net income", MONEY, ["300", "300"], 8, Role.TOTAL)._replace(concept="us-gaap:NetIncomeLoss"),
        kind=StatementKind.INCOME_STATEMENT,
    )
    assert of_kind(of, ChartKind.STACKED) == (
        "Where sales went (without Interest income)\n2002 | 2003\n"
        "Total costs: $410 | $500\nIncome taxes: $140 | $160\nNet income: $300 | $300"
    )


def test_where_revenue_went_is_told_of_another_result_where_net_income_is_no_sum() -> None:
    of = table(
        TWO,
        row("Sales", MONEY, ["900", "800"], 0)._replace(concept="us-gaap:Revenues"),
        row("Materials", MONEY, ["300", "200"], 1),
        row("Income before a change", MONEY, ["600", "600"], 2, Role.TOTAL),
        row("Net income", MONEY, ["600", "590"], 3, Role.TOTAL)._replace(concept="us-gaap:NetIncomeLoss"),
        row("Shares", SHARES, ["80", "80"], 4),
        row("Options", SHARES, ["2", "3"], 5),
        row("Diluted shares", SHARES, ["82", "83"], 6, Role.TOTAL),
        kind=StatementKind.INCOME_STATEMENT,
    )
    assert of_kind(of, ChartKind.STACKED) == (
        "Where sales went\n2002 | 2003\nMaterials: $200 | $300\nIncome before a change: $600 | $600"
    )


def test_money_is_taken_apart_before_anything_else() -> None:
    of = table(
        TWO,
        row("Shares", SHARES, ["80", "80"], 0),
        row("Options", SHARES, ["2", "3"], 1),
        row("Diluted shares", SHARES, ["82", "83"], 2, Role.TOTAL),
        row("Lamps", MONEY, ["600", "400"], 3),
        row("Oil", MONEY, ["200", "100"], 4),
        row("All", MONEY, ["800", "500"], 5, Role.TOTAL),
    )
    assert of_kind(of, ChartKind.STACKED) == "Parts of all\n2002 | 2003\nLamps: $400 | $600\nOil: $100 | $200"


def test_a_row_without_a_caption_is_called_by_its_concept() -> None:
    nameless = row("", MONEY, ["9", "8"], 0, Role.TOTAL)
    assert name_of(nameless._replace(concept="us-gaap:Assets")) == "Assets (unnamed total)"
    assert name_of(nameless) == "Unnamed total"


def test_an_index_is_written_out() -> None:
    axis = plot(PARTS, (0,), Wanted(ChartKind.INDEX)).axis
    assert [axis.label(Decimal(1500), Decimal(500)), axis.brief(Decimal("1112.4"))] == ["1,500", "1,112"]


def test_what_is_below_zero_is_stacked_downwards() -> None:
    of = table([year(2003)], ("In", MONEY, ["5"]), ("Out", MONEY, ["-3"]), ("More out", MONEY, ["-1"]))
    chart = plot(replace(of, columns=(year(2003), year(2002))), (0, 1), Wanted(ChartKind.STACKED))
    assert [int(point.foot) for point in chart.points()] == [0, 0]


def test_shares_of_a_total() -> None:
    assert of_kind(PARTS, ChartKind.SHARE) == "Parts of total\n2002 | 2003\nLamps: 80.0% | 75.0%\nOil: 20.0% | 25.0%"


def test_no_share_of_a_total_with_something_below_zero() -> None:
    of = table(TWO, ("In", MONEY, ["5", "4"]), ("Out", MONEY, ["-3", "1"]))
    chart = plot(of, (0, 1), Wanted(ChartKind.SHARE))
    assert chart.note == "left out, something below zero: 2003"
    assert [len([1 for point in series.points if point]) for series in chart.series] == [1, 1]


def test_an_index_begins_at_a_hundred() -> None:
    of = table(THREE, ("Sales", MONEY, ["130", "110", "100"]), ("Loss", MONEY, ["-1", "-2", "-3"]))
    chart = plot(of, (0, 1), Wanted(ChartKind.INDEX))
    assert drawn(chart) == "Selected lines (begins at or below zero: Loss)\n2001 | 2002 | 2003\nSales: 100 | 110 | 130"
    assert chart.axis.name == "Index, 2001 = 100"
    assert chart.told(0, 1) == "Sales, 2002: 110 ($110)"


def test_an_index_begins_where_the_most_lines_can() -> None:
    of = table(THREE, ("Sales", MONEY, ["130", "100", "90"]), ("Rent", MONEY, ["3", "2", None]))
    assert of_kind(of, ChartKind.INDEX, (0, 1)) == (
        "Selected lines\n2001 | 2002 | 2003\nSales: 90 | 100 | 130\nRent: . | 100 | 150"
    )


def test_growth_is_of_one_year_to_the_next_never_across_a_gap() -> None:
    of = table([year(2005), year(2002), year(2001)], ("Sales", MONEY, ["5", "2", "1"]))
    assert of_kind(of, ChartKind.GROWTH) == "First lines\n2002 | [2003] | [2004] | 2005\nSales: 100.0% | . | . | ."
    assert plot(table([year(2003)], ("Sales", MONEY, ["3"])), (), Wanted(ChartKind.GROWTH)).hint


def test_a_bridge_goes_from_one_total_to_the_next_by_its_lines() -> None:
    assert of_kind(PARTS, ChartKind.BRIDGE, pair=(0, 1)) == (
        "Total: from 2002 to 2003\n2002 | Lamps | Oil | 2003\nTotal: $500 | $200 | $100 | $800"
    )
    chart = plot(PARTS, (), Wanted(ChartKind.BRIDGE, pair=(0, 1)))
    assert [int(point.foot) for point in chart.points()] == [0, 500, 700, 0]


def test_a_bridge_says_what_its_lines_leave_open() -> None:
    """The total of 2003 is a misprint, for the reading holds in two other years."""
    of = table(
        THREE,
        ("Lamps", MONEY, ["600", "400", "300"]),
        ("Oil", MONEY, ["200", "100", "100"]),
        row("Total", MONEY, ["850", "500", "400"], 2, Role.TOTAL),
    )
    assert of_kind(of, ChartKind.BRIDGE, pair=(0, 1)) == (
        "Total: from 2002 to 2003 ($50 not told by these lines)\n"
        "2002 | Lamps | Oil | Other | 2003\nTotal: $500 | $200 | $100 | $50 | $850"
    )


def test_no_bridge_without_a_sum_or_a_second_period() -> None:
    plain = table(TWO, ("Sales", MONEY, ["3", "1"]))
    assert "no line" in plot(plain, (), Wanted(ChartKind.BRIDGE, pair=(0, 1))).hint
    assert "two periods" in plot(plain, (), Wanted(ChartKind.BRIDGE)).hint


def test_cash_goes_from_its_opening_to_its_closing() -> None:
    end = row("Cash at end", MONEY, ["6", "5"], 4)
    of = table(
        TWO,
        row("Net cash from operating activities", MONEY, ["9", "8"], 0, Role.SUBTOTAL),
        row("Net cash used in investing activities", MONEY, ["-5", "-4"], 1, Role.SUBTOTAL),
        row("Net cash used in financing activities", MONEY, ["-3", "-3"], 2, Role.SUBTOTAL),
        opening(row("Cash at beginning", MONEY, ["5", "4"], 3)),
        end._replace(figures=tuple(one._replace(time=closing(one)) for one in end.figures)),
        kind=StatementKind.CASH_FLOW,
    )
    assert of_kind(of, ChartKind.BRIDGE, pair=(0, 1)).splitlines()[::2] == [
        "Cash: through 2003",
        "Cash at end: $5 | $9 | −$5 | −$3 | $6",
    ]


def closing(figure: Figure) -> Period:
    """The day on which a column of TWO ends."""
    return Period(None, TWO[figure.column].end)


def test_small_fields_take_any_unit() -> None:
    of = table(TWO, ("Sales", MONEY, ["3", "2"]), ("Each", EACH, ["1", "1"]), ("Held", SHARES, ["7", "8"]))
    chart = plot(of, (0, 1, 2), Wanted(ChartKind.MULTIPLES))
    assert chart.panels
    assert [chart.axis_of(series).unit for series in chart.series] == [MONEY, EACH, SHARES]


def test_a_scale_of_powers_needs_all_above_zero() -> None:
    income = made_up.analysis().statements[1]
    assert plot(income, (0,), Wanted(log=True)).log
    chart = plot(income, (4,), Wanted(log=True))
    assert (chart.log, chart.note) == (False, "no log scale: not all above zero: Net income (loss)")


def test_what_is_the_matter_with_a_figure_is_on_its_point() -> None:
    chart = plot(PARTS, (2,), Wanted(mark=lambda _, figure: Mark.OFF if figure.text == "800" else Mark.NONE))
    assert drawn(chart).endswith("Total: $500 | $800▲")
    assert chart.told(0, 1) == "Total, 2003: $800, does not tie"


def test_years_between_two_slots_are_columns_of_the_table() -> None:
    chart = plot(table([year(2005), year(2002), year(2001)], ("Sales", MONEY, ["5", "2", "1"])), ())
    assert chart.columns(0, 1) == (1, 2)
    assert chart.columns(4, 1) == (0, 1)


def test_growth_beside_a_value() -> None:
    chart = plot(made_up.analysis().statements[1], ())
    assert [chart.growth(0, at) for at in range(3)] == [None, 10, pytest.approx(Decimal("9.09"), abs=Decimal("0.01"))]
    assert chart.growth(1, 1) is None  # across signs


@given(
    st.lists(st.lists(st.none() | st.integers(-(10**6), 10**6), min_size=3, max_size=3), min_size=1, max_size=10),
    st.sampled_from(ChartKind),
    st.booleans(),
)
def test_every_point_says_its_own_figure(values: list[list[int | None]], kind: ChartKind, log: bool) -> None:
    """Whatever is drawn of whatever kind: the amount is that of the figure at its place in the table."""
    rows = [
        (f"Line {at}", MONEY, [None if one is None else str(one) for one in line]) for at, line in enumerate(values)
    ]
    of = table(THREE, *rows, scale=1000)
    bases = {0: Decimal(7), 1: Decimal(9), 2: Decimal(11)}
    chart = plot(of, tuple(range(len(rows))), Wanted(kind, log=log, bases=bases, pair=(0, 1)))
    assert all(len(series.points) == len(chart.slots) for series in chart.series)
    for point in chart.points():
        assert of.rows[point.row].at(point.figure.column) is point.figure
        assert point.figure.value is not None
        assert point.amount == point.figure.value * 1000
