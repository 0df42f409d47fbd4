"""What a chart draws, as text."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.source import cite
from core.statements.statement import Column, Figure, Role, Row, Statement, StatementKind, Unit
from gui.plot.plot import Plot, plot, ticks
from tests.gui import made_up

Line = tuple[str, Unit, list[str | None]]


def drawn(chart: Plot) -> str:
    """Title, categories, then each series with its values; gaps as dots."""
    lines = [chart.title + (f" ({chart.note})" if chart.note else ""), " | ".join(chart.categories)]
    for series in chart.series:
        values = [chart.full(point.value) if point else "." for point in series.points]
        lines.append(f"{series.name}: {' | '.join(values)}")
    return "\n".join(lines)


def table(columns: list[Column], *rows: Line, scale: int = 1) -> Statement:
    """A table of these rows."""
    made = []
    for label, unit, values in rows:
        figures = tuple(
            Figure(at, text, Decimal(text), cite(1, at, at + 1)) for at, text in enumerate(values) if text is not None
        )
        made.append(Row(label, 0, Role.LINE, unit, None, cite(1, 0, 1), figures))
    return Statement("t", StatementKind.OTHER, None, None, cite(1, 0, 9), "USD", scale, tuple(columns), tuple(made))


def year(of: int) -> Column:
    """A year's column."""
    return Column(str(of), date(of, 1, 1), date(of, 12, 31))


def test_income_is_drawn_in_order_of_time() -> None:
    assert drawn(plot(made_up.analysis().statements[1], ())) == (
        "Net sales and net income (loss)\n"
        "2001 | 2002 | 2003\n"
        "Net sales: $10,000,000 | $11,000,000 | $12,000,000\n"
        "Net income (loss): $300,000 | −$150,000 | $600,000"
    )


def test_chosen_rows_of_another_unit_are_left_out_and_named() -> None:
    assert drawn(plot(made_up.analysis().statements[1], (4, 5))) == (
        "Selected lines (not on this axis: Income (loss) per share)\n"
        "2001 | 2002 | 2003\n"
        "Net income (loss): $300,000 | −$150,000 | $600,000"
    )


def test_figures_per_share_alone() -> None:
    assert drawn(plot(made_up.analysis().statements[1], (5,))) == (
        "Selected lines\n2001 | 2002 | 2003\nIncome (loss) per share: $0.30 | −$0.15 | $0.60"
    )


def test_shares_of_revenue() -> None:
    income = made_up.analysis().statements[1]
    bases = {0: Decimal(12000), 1: Decimal(11000), 2: Decimal(10000)}
    assert drawn(plot(income, (4,), bases)) == (
        "Selected lines\n2001 | 2002 | 2003\nNet income (loss): 3.0% | −1.4% | 5.0%"
    )


def test_a_missing_period_is_a_gap() -> None:
    of = table([year(2003), year(2002), year(2001)], ("Sales", Unit.MONEY, ["3", None, "1"]))
    assert drawn(plot(of, ())) == "First lines\n2001 | 2002 | 2003\nSales: $1 | . | $3"


def test_a_single_period() -> None:
    assert drawn(plot(table([year(2003)], ("Sales", Unit.MONEY, ["3"])), ())) == "First lines\n2003\nSales: $3"


def test_quarters_and_the_year_do_not_mix() -> None:
    quarters = [
        Column("March 31", date(2003, 1, 1), date(2003, 3, 31)),
        Column("June 30", date(2003, 4, 1), date(2003, 6, 30)),
        Column("Year", date(2003, 1, 1), date(2003, 12, 31)),
    ]
    of = table(quarters, ("Sales", Unit.MONEY, ["3", "4", "15"]))
    assert drawn(plot(of, ())) == "First lines (quarters only)\nMarch 31 | June 30\nSales: $3 | $4"


def test_members_are_drawn_as_filed() -> None:
    of = table([Column("Lamps", member="Lamps"), Column("Oil", member="Oil")], ("Sales", Unit.MONEY, ["3", "4"]))
    assert drawn(plot(of, ())) == "First lines\nLamps | Oil\nSales: $3 | $4"


def test_a_column_of_words_is_not_drawn() -> None:
    columns = [Column("Use", member="Use"), Column("Square feet", member="Square feet")]
    of = table(columns, ("Works", Unit.NUMBER, [None, "40000"]))
    assert drawn(plot(of, ())) == "First lines\nSquare feet\nWorks: 40,000"


def test_more_rows_than_can_be_told_apart() -> None:
    rows: list[Line] = [(f"Line {at}", Unit.MONEY, [str(at + 1)]) for at in range(12)]
    chart = plot(table([year(2003)], *rows), tuple(range(12)))
    assert (len(chart.series), chart.note) == (8, "first 8 of 12")


@pytest.mark.parametrize("of", [None, table([year(2003)]), table([year(2003)], ("Words", Unit.MONEY, [None]))])
def test_nothing_to_chart_is_a_hint(of: Statement | None) -> None:
    assert plot(of, ()).hint
    assert not plot(of, ()).series


def test_headings_are_not_drawn() -> None:
    sheet = made_up.analysis().statements[0]
    assert plot(sheet, (0, 1)).series[0].name == "Cash and cash equivalents"
    assert plot(replace(sheet, kind=StatementKind.NOTE), (0,)).title == "First lines"


@pytest.mark.parametrize(
    ("least", "largest", "most", "marks"),
    [
        ("0", "25.9", 5, "0 10 20 30"),
        ("-13", "11", 4, "-20 0 20"),
        ("0", "1.41", 5, "0 0.5 1.0 1.5"),
        ("0", "0", 5, "0 1"),
    ],
)
def test_marks_of_the_axis(least: str, largest: str, most: int, marks: str) -> None:
    made = ticks(Decimal(least), Decimal(largest), most)
    assert " ".join(f"{mark.normalize():f}" for mark in made) == " ".join(
        f"{Decimal(mark).normalize():f}" for mark in marks.split()
    )


@given(st.decimals(-(10**12), 0, places=2), st.decimals(0, 10**12, places=2), st.integers(3, 8))
def test_marks_hold_every_value(least: Decimal, largest: Decimal, most: int) -> None:
    marks = ticks(least, largest, most)
    assert 2 <= len(marks) <= most
    assert marks[0] <= least
    assert largest <= marks[-1]
    assert Decimal(0) in marks
