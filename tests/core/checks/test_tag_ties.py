"""What is printed held against what is tagged."""

from datetime import date
from decimal import Decimal

from core.checks.tag_ties import tie_tags
from core.facts.fact import Fact, Period, PlacedFact
from core.source import cite
from core.statements.statement import Column, Figure, Role, Row, Statement, StatementKind, Unit

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


def fact(value: str, scale: int = 3, concept: str = "us-gaap:Revenues", decimals: str = "-3") -> Fact:
    return Fact(concept, Decimal(value), value, YEAR, "USD", scale, decimals)


def table(*cells: tuple[str, Fact | None]) -> Statement:
    figures = tuple(
        Figure(
            at, text, Decimal(text.strip("()")) * (-1 if text[0] == "(" else 1), cite(1, 10 * at, 10 * at + 5), tagged
        )
        for at, (text, tagged) in enumerate(cells)
    )
    row = Row("Sales", 0, Role.LINE, Unit.MONEY, None, cite(1, 0, 1), figures)
    columns = tuple(Column(str(2024 - at)) for at in range(len(cells)))
    return Statement("t", StatementKind.NOTE, "Sales", None, cite(1, 0, 1), "USD", 1000, columns, (row,))


def told(statement: Statement, *facts: PlacedFact) -> list[str]:
    return [f"{check.status.value}: {check.title}" for check in tie_tags([statement], facts)]


def test_figures_agree_with_their_tags_whatever_the_sign() -> None:
    assert told(table(("5", fact("5000")), ("(7)", fact("7000")), ("9", None))) == [
        "ties: Sales: 2 figures agree with their tags."
    ]


def test_a_figure_that_is_tagged_as_another_amount_is_off() -> None:
    assert told(table(("5", fact("6000")), ("7", fact("7000")))) == [
        "off: Sales: printed 5, tagged 6,000 as us-gaap:Revenues.",
        "ties: Sales: one figure agrees with its tag.",
    ]


def test_a_figure_that_is_scaled_otherwise_than_its_row_is_off() -> None:
    cells = [("5", fact("5000")), ("6", fact("6000")), ("7", fact("7000000", scale=6))]
    assert told(table(*cells))[0] == "off: Sales: printed 7, tagged 7,000,000 as us-gaap:Revenues."


def test_billions_beside_millions_are_no_fault_where_they_are_tagged_as_other_things() -> None:
    cells = [("5", fact("5000")), ("6", fact("6000")), ("7", fact("7000000", scale=6, concept="us-gaap:Assets"))]
    assert told(table(*cells)) == ["ties: Sales: 3 figures agree with their tags."]


def test_a_fact_with_two_amounts_is_off_beyond_its_rounding() -> None:
    precise, rounded = fact("5123456", decimals="0"), fact("5000000", scale=6, decimals="-6")
    other = fact("5200000", decimals="-3")
    nothing = table(("1", None))
    assert told(nothing, PlacedFact(precise, cite(1, 0, 5)), PlacedFact(rounded, cite(1, 10, 15))) == []
    assert told(nothing, PlacedFact(precise, cite(1, 0, 5)), PlacedFact(other, cite(1, 10, 15))) == [
        "off: us-gaap:Revenues is tagged as 5,123,456 in one place and as 5,200,000 in another, for the same period."
    ]
