"""What tags say of a table: concepts of rows, periods of columns, units, scale, and which statement it is."""

from datetime import date
from decimal import Decimal

import pytest

from core.facts.fact import Dimension, Fact, Period, PlacedFact
from core.figures import LONGEST_AMOUNT
from core.source import cite
from core.statements.statement import Column, Figure, Role, Row, StatementKind, Unit
from core.statements.tagged_figures import (
    Tags,
    common_concept,
    tagged_currency,
    tagged_scale,
    told_kind,
    unit_of,
    with_periods,
    with_values,
)

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))
BEFORE = Period(date(2023, 1, 1), date(2023, 12, 31))
DAY = Period(None, date(2024, 12, 31))


def fact(concept: str = "us-gaap:Revenues", period: Period = YEAR, unit: str = "USD", scale: int = 3) -> Fact:
    return Fact(concept, Decimal(5_000), "5", period, unit, scale)


def figure(at: int, tagged: Fact | None, column: int = 0) -> Figure:
    return Figure(column, "5", Decimal(5), cite(1, at, at + 1), tagged)


def row(*tagged: Fact | None) -> Row:
    figures = tuple(figure(10 * at, one, at) for at, one in enumerate(tagged))
    return Row("Sales", 0, Role.LINE, Unit.MONEY, None, cite(1, 0, 1), figures)


def test_a_figure_has_the_innermost_tag_at_its_place() -> None:
    outer, inner = fact("x:Outer"), fact("x:Inner")
    tags = Tags([PlacedFact(outer, cite(1, 10, 30)), PlacedFact(inner, cite(1, 15, 20))])
    found = [tags.at(cite(1, *span)) for span in ((0, 5), (10, 14), (14, 21), (30, 31))]
    assert [one.concept if one else None for one in found] == [None, "x:Outer", "x:Inner", None]


def test_words_are_no_tags_of_figures() -> None:
    assert not Tags([PlacedFact(fact()._replace(numeric=False), cite(1, 0, 9))]).any


def test_a_row_is_what_most_of_its_figures_are_tagged_as() -> None:
    assert common_concept(row(fact("x:A"), fact("x:B"), fact("x:B")).figures) == "x:B"
    assert common_concept(row(None, None).figures) is None


@pytest.mark.parametrize(
    ("unit", "scale", "expected"),
    [
        ("USD", 3, Unit.MONEY),
        ("shares", 0, Unit.SHARES),
        ("USD/shares", 0, Unit.PER_SHARE),
        ("pure", -2, Unit.PERCENT),
        ("pure", 0, Unit.NUMBER),
        ("Segment", 0, Unit.NUMBER),
    ],
)
def test_a_figure_counts_what_its_tag_counts(unit: str, scale: int, expected: Unit) -> None:
    assert unit_of(fact(unit=unit, scale=scale), Unit.MONEY) is expected


def test_scale_and_currency_are_those_of_most_money() -> None:
    rows = [row(fact(), fact(), fact(scale=6)), row(fact(unit="EUR"))]
    scale, currency = tagged_scale(rows), tagged_currency(rows)
    assert scale is not None
    assert currency is not None
    assert (scale.decided, currency.decided) == (1000, "USD")
    assert (tagged_scale([row(None)]), tagged_currency([row(None)])) == (None, None)


def test_a_column_has_the_period_of_its_flows_not_of_a_balance_in_it() -> None:
    columns = (Column("2024", None, date(2023, 12, 31)), Column("2023", None, None, "2023"))
    rows = [row(fact(), fact(period=BEFORE)), row(fact(), fact(period=BEFORE)), row(fact(period=DAY), None)]
    found = with_periods(StatementKind.CASH_FLOW, columns, rows)
    assert [(column.label, column.start, column.end) for column in found] == [("2024", *YEAR), ("2023", *BEFORE)]
    assert [column.verdict and column.verdict.clues[0].rule for column in found] == ["column-period/tags"] * 2


def test_a_column_whose_tags_disagree_keeps_what_its_head_says() -> None:
    columns = (Column("2024", None, date(2024, 6, 30)),)
    assert with_periods(StatementKind.INCOME_STATEMENT, columns, [row(fact()), row(fact(period=BEFORE))]) == columns


def test_the_columns_of_equity_stay_its_components() -> None:
    columns = (Column("Common stock", member="Common stock"),)
    assert with_periods(StatementKind.EQUITY, columns, [row(fact())]) == columns


def _facts(*concepts: str, dimensions: tuple[Dimension, ...] = ()) -> list[Fact]:
    padding = [f"us-gaap:Line{number}" for number in range(12)]
    return [fact(f"us-gaap:{name}")._replace(dimensions=dimensions) for name in concepts] + [
        fact(name) for name in padding
    ]


def test_tags_tell_which_statement_a_table_is() -> None:
    assert told_kind(_facts("LiabilitiesAndStockholdersEquity", "Assets")) is StatementKind.BALANCE_SHEET
    assert told_kind(_facts("EarningsPerShareBasic", "NetIncomeLoss")) is StatementKind.INCOME_STATEMENT
    flows = [f"NetCashProvidedByUsedIn{name}Activities" for name in ("Operating", "Investing", "Financing")]
    assert told_kind(_facts(*flows)) is StatementKind.CASH_FLOW


def test_tags_of_segments_and_of_small_tables_tell_nothing() -> None:
    abroad = (Dimension("x:Place", "x:Abroad"),)
    assert told_kind(_facts("LiabilitiesAndStockholdersEquity", "Assets", dimensions=abroad)) is None
    assert told_kind([fact("us-gaap:LiabilitiesAndStockholdersEquity"), fact("us-gaap:Assets")]) is None


@pytest.mark.parametrize(
    ("printed", "tagged", "value"),
    [
        ("no", "no", Decimal(5)),
        ("$ (five)", "five", Decimal(5)),
        ("—%-5%", "5", None),
        ("4%-5%", "5", None),
        ("five of six", "five", None),
        ("$", "5", None),
    ],
)
def test_a_cell_that_is_not_understood_has_the_value_of_its_tag_where_that_is_all_of_it(
    printed: str, tagged: str, value: Decimal | None
) -> None:
    told = Figure(0, printed, None, cite(1, 0, 1), fact()._replace(text=tagged))
    (found,) = with_values((row()._replace(figures=(told,)),), 1000)
    assert found.figures[0].value == value


@pytest.mark.parametrize(("digits", "known"), [(LONGEST_AMOUNT, True), (LONGEST_AMOUNT + 1, False)])
def test_a_tag_of_more_digits_than_an_amount_has_gives_no_value(digits: int, known: bool) -> None:
    text = "9" * digits
    told = Figure(0, text, None, cite(1, 0, 1), fact()._replace(text=text, value=Decimal(text)))
    (found,) = with_values((row()._replace(figures=(told,)),), 1000)
    assert (found.figures[0].value is not None) is known


@pytest.mark.parametrize(("of_the_year", "of_the_year_before", "told"), [(3, 2, True), (5, 4, False), (1, 1, False)])
def test_a_column_has_the_period_that_six_in_ten_of_its_tags_name(
    of_the_year: int, of_the_year_before: int, *, told: bool
) -> None:
    rows = [*[row(fact(period=YEAR))] * of_the_year, *[row(fact(period=BEFORE))] * of_the_year_before]
    column = with_periods(StatementKind.INCOME_STATEMENT, (Column("Amount"),), rows)[0]
    assert (column.end == YEAR.end) is told
