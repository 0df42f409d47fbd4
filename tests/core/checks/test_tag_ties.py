"""What is printed held against what is tagged."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.checks.tag_ties import tie_tags
from core.facts.fact import Dimension, Fact, Period, PlacedFact
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
    assert told(table(("(5)", fact("5000")), ("(7)", fact("7000")), ("9", None))) == [
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
    assert told(table(("(5)", fact("5000")), ("(6)", fact("-6000"))))[0] == (
        "off: Sales: (5) is tagged 5,000: another sign than the rest of its row and table; or (6) beside it is."
    )
    unlike = table(("(5)", fact("5000")), ("(6)", fact("-6000", concept="us-gaap:Costs")))
    assert told(unlike) == ["ties: Sales: 2 figures agree with their tags."]


def test_shares_in_treasury_stand_in_brackets_beside_those_that_were_issued() -> None:
    of_shares = [(text, fact(value)._replace(unit="shares")) for text, value in (("9", "9000"), ("(2)", "2000"))]
    assert told(table(*of_shares)) == ["ties: Sales: 2 figures agree with their tags."]


def test_a_sign_that_no_other_figure_of_its_concept_in_the_column_has_is_off() -> None:
    column = [(("(5)", fact("-5000", concept="a:Change")),), *[(("7", fact("7000", concept="a:Change")),)] * 3]
    assert len(told(rows(*column))) == 1
    turned = (("(4)", fact("4000", concept="a:Change")),)
    assert told(rows(*column, turned))[0] == (
        "off: Sales: (4) is tagged 4,000: another sign than the rest of its row and table."
    )


def test_what_cannot_be_less_than_nothing_is_not_tagged_so() -> None:
    below = table(("5", fact("-5000", concept="us-gaap:CostOfRevenue")))
    assert told(below)[0].startswith("off: Sales: 5 is tagged -5,000: another sign")
    either = table(("5", fact("-5000", concept="us-gaap:IncomeTaxExpenseBenefit")))
    own = table(("5", fact("-5000", concept="own:CostOfRevenue")))
    assert [told(one)[0][:4] for one in (either, own)] == ["ties", "ties"]
    assert told(replace(either, kind=StatementKind.BALANCE_SHEET))[0].startswith("off")


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


def with_members(year: int, *members: str) -> Fact:
    return of(year, "5000", "us-gaap:Costs")._replace(dimensions=tuple(Dimension("own:Axis", each) for each in members))


def test_a_figure_with_members_of_something_else_is_off() -> None:
    usual = [((f"{n}", of(2024, f"{n}000")), (f"{n + 1}", of(2023, f"{n + 1}000"))) for n in range(11, 15)]
    odd = (("5", with_members(2024, "own:North", "own:Cars")), ("5", with_members(2023)))
    assert told(rows(*usual, odd))[0] == (
        "off: Sales: 5 is tagged 5,000 for North, Cars: with members of something else than the rest of its row and table."
    )
    own = (("5", with_members(2024, "own:North")), ("5", with_members(2023)))
    both = (("5", with_members(2024, "own:North", "own:Cars")), ("5", with_members(2023, "own:North", "own:Cars")))
    assert [len(told(rows(*usual, one))) for one in (own, both)] == [1, 1]
    assert len(told(replace(rows(*usual, own), kind=StatementKind.INCOME_STATEMENT))) == 2


def test_the_only_figure_of_its_row_is_off_in_a_column_of_another_time() -> None:
    usual = [((f"{n}", of(2024, f"{n}000")),) for n in range(11, 15)]
    assert told(rows(*usual, (("5", with_members(2023, "own:North")),)))[0].startswith(
        "off: Sales: 5 is tagged 5,000 as of"
    )
    assert len(told(rows(*usual, (("5", with_members(2023)),)))) == 1


def test_a_row_of_which_most_is_odd_is_of_another_kind() -> None:
    usual = [tuple((f"{n}", of(2024 - at, f"{n}000")) for at in range(3)) for n in range(11, 16)]
    other = tuple((f"{n}", of(2014 + at, f"{n}000")) for at, n in enumerate((5, 6, 7)))
    assert len(told(rows(*usual, other))) == 1


def test_a_concept_is_of_days_or_of_stretches_of_time() -> None:
    day = fact("7000")._replace(period=Period(None, date(2024, 12, 31)))
    placed = [PlacedFact(fact("5000"), cite(1, 0, 5)), PlacedFact(day, cite(1, 10, 15))]
    assert told(table(("1", None)), *placed)[0] == (
        "off: us-gaap:Revenues: 7000 is tagged as of 2024-12-31, and elsewhere as of 2024-01-01 to 2024-12-31: it is either "
        "of a day or of a stretch of time."
    )
    assert told(table(("1", None)), placed[0], PlacedFact(day._replace(concept="us-gaap:Cash"), placed[1].cite)) == []


TEXT = "a loss of 5.5 million and of 12% in all (3)"


def said(value: str, printed: str, scale: int, concept: str = "us-gaap:Costs") -> PlacedFact:
    """A fact of the sentence above, of a member of its own."""
    at = TEXT.index(printed)
    fact = Fact(concept, Decimal(value), printed, YEAR, "USD", scale, "0", (Dimension("own:Axis", f"own:{value}"),))
    return PlacedFact(fact, cite(1, at, at + len(printed)))


def told_of(*facts: PlacedFact) -> list[str]:
    return [check.title for check in tie_tags([], facts, {1: TEXT})]


def test_a_word_behind_a_figure_tells_its_scale() -> None:
    assert told_of(said("5500000", "5.5", 6), said("0.12", "12", -2), said("12", "12", 0)) == []
    assert told_of(said("5500", "5.5", 3)) == ["us-gaap:Costs: 5.5 is tagged 5,500: “million” stands behind it."]
    assert told_of(said("120", "12", 1)) == ["us-gaap:Costs: 12 is tagged 120: “%” stands behind it."]


def test_a_scale_that_no_other_figure_of_the_filing_has_is_off_without_a_word_that_says_it() -> None:
    others = [said("3", "3", 0) for _ in range(50)]
    assert told_of(*others, said("3000", "3", 3, "us-gaap:Rent")) == [
        "us-gaap:Rent: 3 is tagged 3,000: no other figure of the filing is tagged in this scale."
    ]
    assert told_of(*others, said("5500000", "5.5", 6, "us-gaap:Rent")) == []
    assert told_of(*others[:5], said("3000", "3", 3, "us-gaap:Rent")) == []


@pytest.mark.parametrize(
    ("below", "concept", "times"),
    [(("-12", "12"), "us-gaap:Costs", 1), (("-12", "12"), "us-gaap:GainLoss", 0), (("-3", "3"), "us-gaap:Costs", 0)],
)
def test_a_number_in_a_sentence_has_no_sign_that_no_bracket_shows(
    below: tuple[str, str], concept: str, times: int
) -> None:
    others = [said(value, "12", 0, concept) for value in ("12", "13", "14")]
    odd = said(*below, 0, concept)
    title = f"{concept}: 12 is tagged -12: nothing else is that is tagged so, and no sign is printed."
    assert told_of(*others, odd) == [title] * times
    assert told_of(*others, odd, said("-15", "12", 0, concept)) == []
    assert told_of(*others[1:], odd) == []
