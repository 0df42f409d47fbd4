"""What is printed held against what is tagged."""

from dataclasses import replace
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


def rows(*lines: tuple[tuple[str, Fact], ...]) -> Statement:
    """A table of several rows."""
    tables = [table(*line) for line in lines]
    return replace(tables[0], rows=tuple(one.rows[0] for one in tables))


def of(year: int, value: str, concept: str = "us-gaap:Revenues") -> Fact:
    time = Period(date(year, 1, 1), date(year, 12, 31))
    return Fact(concept, Decimal(value), value, time, "USD", 3, "-3")


def test_a_sign_that_the_rest_of_its_row_and_its_concept_do_not_have_is_off() -> None:
    cells = [("(5)", fact("5000")), ("(6)", fact("-6000")), ("(7)", fact("7000"))]
    assert (
        told(table(*cells))[0] == "off: Sales: (6) is tagged -6,000: another sign than the rest of its row and table."
    )


def test_which_of_two_signs_is_odd_is_not_known_without_others() -> None:
    assert told(table(("(5)", fact("5000")), ("(6)", fact("-6000")))) == [
        "ties: Sales: 2 figures agree with their tags."
    ]


def test_a_figure_that_is_tagged_as_of_another_time_than_its_column_is_off() -> None:
    usual = [((f"{n}", of(2024, f"{n}000")), (f"{n + 1}", of(2023, f"{n + 1}000"))) for n in range(11, 20)]
    odd = (("5", of(2023, "5000", "us-gaap:Costs")), ("6", of(2023, "6000", "us-gaap:Costs")))
    assert told(rows(*usual, odd))[0] == (
        "off: Sales: 5 is tagged 5,000 as of 2023-01-01 to 2023-12-31: another time than the rest of its row and table."
    )
    assert len(told(rows(*usual[:2], odd))) == 1


def test_a_pair_of_figures_of_which_one_has_the_scale_of_no_other_is_off() -> None:
    usual = [((f"{n}", fact(f"{n}000")), (f"{n + 1}", fact(f"{n + 1}000"))) for n in range(11, 20)]
    odd = (("(5)", fact("-5000000", scale=6)), ("6", fact("6000")))
    assert told(rows(*usual, odd))[0].endswith("another scale than the rest of its row and table.")
