"""Facts of a separate instance, given to the lines of statements that print their amounts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.checks.tag_ties import tie_tags
from core.facts.fact import Dimension, Fact, Period
from core.source import cite
from core.statements.statement import Column, Figure, Role, Row, Statement, StatementKind, Unit
from core.statements.xbrl_match import Instance

ENDS = (date(2010, 12, 31), date(2009, 12, 31))
ABROAD = (Dimension("x:Place", "x:Abroad"),)


def fact(concept: str, value: int, end: date, start: date | None = None) -> Fact:
    return Fact(concept, Decimal(value), str(value), Period(start, end), "USD")


def row(label: str, *printed: str, concept: str | None = None) -> Row:
    figures = tuple(
        Figure(
            at,
            text,
            Decimal(text.replace(",", "")),
            cite(1, 100 * len(label) + 10 * at, 100 * len(label) + 10 * at + 5),
        )
        for at, text in enumerate(printed)
    )
    return Row(label, 0, Role.LINE, Unit.MONEY, concept, cite(1, 0, 1), figures)


def balance(*rows: Row) -> Statement:
    columns = tuple(Column(str(end.year), None, end) for end in ENDS)
    kind = StatementKind.BALANCE_SHEET
    return Statement("balance-sheet", kind, "Balance Sheets", None, cite(1, 0, 1), "USD", 1000, columns, rows)


def told(statement: Statement) -> list[str]:
    return [
        f"{row.label}: {row.concept} {sum(figure.fact is not None for figure in row.figures)}" for row in statement.rows
    ]


def test_a_row_is_the_one_concept_that_has_all_its_amounts() -> None:
    instance = Instance(
        [
            fact("us-gaap:InventoryNet", 5_000, ENDS[0]),
            fact("us-gaap:InventoryNet", 4_000, ENDS[1]),
            fact("x:Other", 5_000, ENDS[0]),
            fact("us-gaap:Assets", 9_000, ENDS[0]),
        ]
    )
    named = instance.named(
        balance(row("Inventories", "5", "4"), row("Total assets", "9", "8", concept="us-gaap:Assets"))
    )
    assert told(named) == ["Inventories: us-gaap:InventoryNet 2", "Total assets: us-gaap:Assets 0"]


def test_two_concepts_with_the_same_amounts_name_nothing() -> None:
    instance = Instance(
        [fact(name, 1_000 * n, end) for name in ("x:A", "x:B") for n, end in zip((5, 4), ENDS, strict=True)]
    )
    assert told(instance.named(balance(row("Inventories", "5", "4")))) == ["Inventories: None 0"]


def test_amounts_of_a_part_of_the_company_are_not_those_of_a_statement() -> None:
    facts = [fact("x:A", 1_000 * n, end)._replace(dimensions=ABROAD) for n, end in zip((5, 4), ENDS, strict=True)]
    assert not Instance(facts)


def test_a_fact_so_found_agrees_with_what_is_printed() -> None:
    instance = Instance([fact("us-gaap:InventoryNet", 1_000 * n, end) for n, end in zip((5, 4), ENDS, strict=True)])
    checks = list(tie_tags([instance.named(balance(row("Inventories", "5", "4")))], ()))
    assert [check.title for check in checks] == ["Balance Sheets: 2 figures agree with their tags."]


INVENTORY = [fact("x:A", 1_000 * n, end) for n, end in zip((5, 4), ENDS, strict=True)]


def test_an_instance_with_amounts_is_something() -> None:
    assert Instance(INVENTORY)
    assert not Instance([])


@pytest.mark.parametrize(
    ("kind", "tagged"),
    [
        (StatementKind.BALANCE_SHEET, 2),
        (StatementKind.CASH_FLOW, 2),
        (StatementKind.EQUITY, 0),
        (StatementKind.NOTE, 0),
    ],
)
def test_only_rows_of_primary_statements_are_found_and_none_of_equity(kind: StatementKind, tagged: int) -> None:
    found = Instance(INVENTORY).named(replace(balance(row("Inventories", "5", "4")), kind=kind))
    assert sum(figure.fact is not None for figure in found.rows[0].figures) == tagged


@pytest.mark.parametrize(
    ("printed", "concept"), [(("5", "4"), "x:A"), (("5", "0"), None), (("0", "0"), None), ((), None)]
)
def test_one_amount_of_two_is_not_enough(printed: tuple[str, ...], concept: str | None) -> None:
    assert Instance(INVENTORY).named(balance(row("Inventories", *printed))).rows[0].concept == concept


def test_one_amount_is_enough_in_a_statement_of_one_column() -> None:
    alone = balance(row("Inventories", "5"))
    assert Instance(INVENTORY).named(replace(alone, columns=alone.columns[:1])).rows[0].concept == "x:A"


def test_a_row_that_is_tagged_keeps_its_tag() -> None:
    told = row("Inventories", "5", "4", concept="x:Own")
    told = told._replace(figures=(told.figures[0]._replace(fact=INVENTORY[0]), told.figures[1]))
    assert Instance(INVENTORY).named(balance(told)).rows[0] == told


def test_columns_without_a_day_have_no_facts() -> None:
    undated = replace(
        balance(row("Inventories", "5", "4")), columns=(Column("A", None, None), Column("B", None, ENDS[1]))
    )
    assert Instance(INVENTORY).named(undated).rows[0].concept is None


@pytest.mark.parametrize(("unit", "concept"), [(Unit.MONEY, None), (Unit.SHARES, "x:Held")])
def test_what_is_no_money_may_be_printed_in_ones(unit: Unit, concept: str | None) -> None:
    held = Instance([fact("x:Held", n, end) for n, end in zip((5, 4), ENDS, strict=True)])
    assert held.named(balance(row("Held", "5", "4")._replace(unit=unit))).rows[0].concept == concept


@pytest.mark.parametrize(
    ("begins", "column", "same"),
    [
        (date(2010, 1, 1), date(2010, 1, 1), True),
        (date(2010, 2, 1), date(2010, 1, 1), True),
        (date(2010, 2, 2), date(2010, 1, 1), False),
        (date(2009, 12, 1), date(2010, 1, 1), True),
        (date(2009, 11, 30), date(2010, 1, 1), False),
        (None, None, True),
        (None, date(2010, 1, 1), True),
        (date(2010, 1, 1), None, False),
    ],
)
def test_a_period_begins_when_its_column_does(begins: date | None, column: date | None, same: bool) -> None:
    statement = balance(row("Sales", "5"))
    flow = replace(statement, kind=StatementKind.INCOME_STATEMENT, columns=(Column("2010", column, ENDS[0]),))
    found = Instance([fact("x:Sales", 5_000, ENDS[0], begins)]).named(flow)
    assert (found.rows[0].concept == "x:Sales") == same
