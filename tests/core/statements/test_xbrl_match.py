"""Facts of a separate instance, given to the lines of statements that print their amounts."""

from datetime import date
from decimal import Decimal

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
