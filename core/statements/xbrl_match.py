"""Facts of a separate XBRL instance, held against what the filing prints: which line of a statement is which concept."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.facts.fact import Fact
from core.statements.concepts import line_of
from core.statements.statement import PRIMARY, Column, Figure, Row, Statement, StatementKind, Unit

_Key = tuple[date, Decimal]
_MONTH = 31
"""Days by which the beginnings of two periods that are the same may differ."""


class Instance:
    """The facts of a filing's instance that are broken down by nothing, by the end of their period and their amount."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts: dict[_Key, list[Fact]] = defaultdict(list)
        for fact in facts:
            if fact.numeric and fact.value is not None and fact.period is not None and not fact.dimensions:
                self._facts[fact.period.end, abs(fact.value)].append(fact)

    def __bool__(self) -> bool:
        return bool(self._facts)

    def named(self, statement: Statement) -> Statement:
        """A primary statement with the facts that its rows print; a row has one where a single concept has all its amounts."""
        if statement.kind not in PRIMARY or statement.kind is StatementKind.EQUITY:
            return statement
        return replace(statement, rows=tuple([self._row(statement, row) for row in statement.rows]))

    def _row(self, statement: Statement, row: Row) -> Row:
        told = [figure for figure in row.figures if figure.value]
        if not told or any(figure.fact for figure in row.figures):
            return row
        found = [self._at(statement, row, figure) for figure in told]
        concept = _only([set(facts) for facts in found])
        if concept is None or (len(told) == 1 and len(statement.columns) > 1):
            return row
        facts = {figure.cite: facts[concept] for figure, facts in zip(told, found, strict=True)}
        figures = tuple([figure._replace(fact=facts.get(figure.cite)) for figure in row.figures])
        return row._replace(concept=concept, figures=figures, line=line_of(concept, row.line))

    def _at(self, statement: Statement, row: Row, figure: Figure) -> dict[str, Fact]:
        """The facts that a figure can be, by their concepts."""
        column = statement.columns[figure.column]
        if column.end is None or figure.value is None:
            return {}
        scales: Sequence[int] = (statement.scale,) if row.counts(figure) is Unit.MONEY else (1, statement.scale)
        return {
            fact.concept: fact._replace(scale=len(str(scale)) - 1)
            for scale in scales
            for fact in self._facts.get((column.end, abs(figure.value) * scale), ())
            if _same_start(fact, column)
        }


def _only(concepts: list[set[str]]) -> str | None:
    """The one concept that all of these sets hold; None where they share none, or several."""
    common = set.intersection(*concepts)
    return common.pop() if len(common) == 1 else None


def _same_start(fact: Fact, column: Column) -> bool:
    """Whether a fact's period begins when the column's does; balances in a flow statement have no beginning."""
    assert fact.period is not None  # noqa: S101 - only such are kept
    start = fact.period.start
    if start is None or column.start is None:
        return start is None or column.start is not None
    return abs((start - column.start).days) <= _MONTH
