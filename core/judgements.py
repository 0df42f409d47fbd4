"""Everything that was decided about a filing, as one list: what was asked, what was decided, and the verdict behind it."""

from collections.abc import Hashable, Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from core.evidence import Verdict
from core.outline.section import Section
from core.source import Cite
from core.statements.caption_table import Known
from core.statements.statement import Column, Period, Row, Statement


class Question(StrEnum):
    """What was asked of a place."""

    HEADING = "heading"
    STATEMENT = "statement"
    SCALE = "scale"
    SHARE_SCALE = "share scale"
    CURRENCY = "currency"
    PERIOD = "period"
    ROLE = "role"
    UNIT = "unit"
    CONCEPT = "concept"


class Judgement(NamedTuple):
    """One decision. `name` is what the filing calls the thing (a title, a caption), `target` how `why` asks for it
    (`income-statement:3`); `verdict` is None where no clues were kept; `counts` tell how often filers decide it so, for a
    question that others have answered."""

    question: Question
    decided: Hashable
    verdict: Verdict[Any] | None
    cite: Cite
    name: str
    target: str
    counts: tuple[Known, ...] = ()


def of_section(section: Section) -> Judgement:
    """What a heading was taken for."""
    name = f"{section.number or ''} {section.title}".strip()
    return Judgement(Question.HEADING, section.kind, section.verdict, section.cite, name, section.id)


def of_statement(statement: Statement) -> tuple[Judgement, ...]:
    """Which statement a table is, and what its money is in."""
    name, cite, target = statement.title or "Table", statement.cite, statement.id
    asked = (
        (Question.STATEMENT, statement.kind, statement.verdict),
        (Question.SCALE, statement.scale, statement.scale_verdict),
        (Question.SHARE_SCALE, statement.share_verdict and statement.share_scale, statement.share_verdict),
        (Question.CURRENCY, statement.currency, statement.currency_verdict),
    )
    return tuple(
        Judgement(question, decided, verdict, cite, name, target)
        for question, decided, verdict in asked
        if decided is not None
    )


def of_column(statement: Statement, at: int) -> Judgement:
    """The period of a column (index from 0)."""
    column: Column = statement.columns[at]
    name = column.label or column.member or f"column {at + 1}"
    period = Period(column.start, column.end)
    return Judgement(Question.PERIOD, period, column.verdict, statement.cite, name, f"{statement.id}::{at + 1}")


def of_row(statement: Statement, at: int) -> tuple[Judgement, ...]:
    """What a row (index from 0) is for, what its figures count, and which concept it is told without a tag."""
    row: Row = statement.rows[at]
    name, target = row.label or "(no caption)", f"{statement.id}:{at + 1}"
    asked = (
        (Question.ROLE, row.role, row.role_verdict),
        (Question.UNIT, row.unit, row.unit_verdict),
        (Question.CONCEPT, row.concept if row.concept_verdict is not None else None, row.concept_verdict),
    )
    return tuple(
        Judgement(question, decided, verdict, row.cite, name, target)
        for question, decided, verdict in asked
        if decided is not None or verdict is not None
    )


def of_filing(sections: Iterable[Section], statements: Iterable[Statement]) -> Iterator[Judgement]:
    """Every decision about a filing: its headings from the outermost, then its tables with their columns and rows."""
    yield from _headings(sections)
    for statement in statements:
        yield from of_statement(statement)
        for at in range(len(statement.columns)):
            yield of_column(statement, at)
        for at in range(len(statement.rows)):
            yield from of_row(statement, at)


def unsure(sections: Iterable[Section], statements: Iterable[Statement]) -> Iterator[Judgement]:
    """The decisions about a filing for which little more speaks than for another, in the order of `of_filing`; of concepts
    none, as a row of which two are likely is told none."""
    yield from map(of_section, _thin_headings(sections))
    for one in statements:
        yield from (judgement for judgement in of_statement(one) if _is_thin(judgement.verdict))
        yield from (of_column(one, at) for at, column in enumerate(one.columns) if _is_thin(column.verdict))
        yield from _unsure_rows(one)


def _unsure_rows(statement: Statement) -> Iterator[Judgement]:
    for at, row in enumerate(statement.rows):
        if _is_thin(row.role_verdict) or _is_thin(row.unit_verdict):
            told = (judgement for judgement in of_row(statement, at) if judgement.question is not Question.CONCEPT)
            yield from (judgement for judgement in told if _is_thin(judgement.verdict))


def _is_thin(verdict: Verdict[Any] | None) -> bool:
    return verdict is not None and verdict.alternative is not None and verdict.thin


def _thin_headings(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        if _is_thin(section.verdict):
            yield section
        yield from _thin_headings(section.children)


def _headings(sections: Iterable[Section]) -> Iterator[Judgement]:
    for section in sections:
        yield of_section(section)
        yield from _headings(section.children)
