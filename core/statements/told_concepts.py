"""The rows of primary statements that bear no tag, with the concepts that they would be tagged with."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from core.statements.caption_table import Known
from core.statements.concepts import line_of
from core.statements.naming import Line, counted, namer, sure
from core.statements.placed_concepts import has_others, laid, placed
from core.statements.statement import PRIMARY, Role, Row, Statement, StatementKind

_RENAMED = Path(__file__).resolve().parents[2] / "resources" / "concepts" / "renamed.toml"
_PREFIX = "us-gaap:"


def with_concepts(statements: Sequence[Statement]) -> list[Statement]:
    """The same statements; rows of primary ones that bear no tag have a concept where one can be told."""
    others = shared(statements)
    return [_told(one, others) if one.kind in PRIMARY else one for one in statements]


def shared(statements: Sequence[Statement]) -> bool:
    """Whether others have a part in the income of a filing."""
    return any(has_others(one.rows) for one in statements if one.kind is StatementKind.INCOME_STATEMENT)


def _told(statement: Statement, shared: bool) -> Statement:
    if all(_tagged(row) for row in statement.rows if row.figures):
        return statement
    end = last_day(statement)
    lines = lines_of(statement, shared)
    named = [_named(row, line, end) for row, line in zip(statement.rows, lines, strict=True)]
    return replace(statement, rows=tuple(_once(statement.rows, named)))


def _once(bare: Sequence[Row], named: Sequence[Row]) -> Iterator[Row]:
    """The rows with concepts; totals without a caption lose one that a row with a caption has, or such a total below: they
    are sums within the part that their heading names, and not all of it."""
    taken = {row.concept for row in named if row.label and row.concept is not None}
    found: list[Row] = []
    for before, row in zip(reversed(bare), reversed(named), strict=True):
        concept = row.concept if before.concept is None and not row.label else None
        if concept is not None and concept in taken:
            found.append(row._replace(concept=None, line=before.line))
            continue
        if concept is not None:
            taken.add(concept)
        found.append(row)
    yield from reversed(found)


def last_day(statement: Statement) -> date | None:
    """The last day of the latest period of a statement."""
    return max((column.end for column in statement.columns if column.end is not None), default=None)


def _tagged(row: Row) -> bool:
    return row.concept is not None or any(figure.fact is not None for figure in row.figures)


def _named(row: Row, line: Line | None, end: date | None) -> Row:
    """A row with what is told of its concept, where it has none."""
    if line is None or _tagged(row):
        return row
    told = namer().verdict(line)
    if told is None:
        return row
    if not sure(told):
        return row._replace(concept_verdict=told)
    usual = f"{_PREFIX}{told.decided}"
    known = row.line or line_of(usual, usual)
    return row._replace(concept=f"{_PREFIX}{as_of(told.decided, end)}", line=known, concept_verdict=told)


def lines_of(statement: Statement, shared: bool) -> Iterator[Line | None]:
    """Each row as its concept is asked for; None for rows without figures."""
    whole = laid(statement.kind, statement.rows, shared)
    placings = placed(whole)
    above: list[Row] = []
    for row, zone, concept in zip(statement.rows, whole.zones, placings, strict=True):
        while above and above[-1].depth >= row.depth:
            above.pop()
        if not row.figures:
            above.append(row)
            yield None
        else:
            heading = above[-1].label if above else ""
            yield Line(zone, row.label, heading, row.role is not Role.LINE, concept) if zone is not None else None


def counts_of(statement: Statement, at: int, others: bool) -> tuple[Known, ...]:
    """How often filers tag the caption of a row (index from 0) as what; `others` whether they share in the income."""
    line = next(islice(lines_of(statement, others), at, None))
    return counted(line) if line is not None else ()


# what concepts were called


class _Renamed(NamedTuple):
    """Concepts by the names that they had before a day, and by those that they have since another."""

    until: Mapping[str, tuple[date, str]]
    since: Mapping[str, tuple[date, str]]


@cache
def _renamed() -> _Renamed:
    data = tomllib.loads(_RENAMED.read_text("utf-8"))
    return _Renamed(
        *({name: (one["day"], one["name"]) for name, one in data[when].items()} for when in ("until", "since"))
    )


def as_of(concept: str, end: date | None) -> str:
    """What a concept was called in statements that end on a day."""
    if end is None:
        return concept
    before, after = _renamed().until.get(concept), _renamed().since.get(concept)
    if before is not None and end < before[0]:
        return before[1]
    return after[1] if after is not None and end >= after[0] else concept


@cache
def _usual_names() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for names in _renamed():
        for concept, (_, name) in names.items():
            found[name] = (*found.get(name, ()), concept)
    return found


def usual_name(concept: str, end: date | None) -> str:
    """The name under which a concept is known here that a statement which ends on this day is tagged with."""
    return next((usual for usual in _usual_names().get(concept, ()) if as_of(usual, end) == concept), concept)
