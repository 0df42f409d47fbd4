"""A table of a note, a schedule or an Item in the other filings of its company: found by its captions, title and amounts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import log
from typing import NamedTuple

from core.analysis import Analysis
from core.evidence import Clue
from core.places import walk
from core.statements.statement import Statement
from core.years.joins import Likeness, likeness, weights
from core.years.line import caption_key
from core.years.period import Period
from core.years.sources import KINDS, Source, Sources, age, by_member

_FEW = 2
"""Captions. A table with no more is known by too little."""
_ROUND = 10
"""Amounts below this, as they are printed, stand in many tables by chance."""


class Counterpart(NamedTuple):
    """A table of another filing that may be the same. `score` is the logarithm of the odds that it is."""

    score: float
    statement: Statement
    clues: tuple[Clue, ...]


@dataclass(frozen=True, eq=False)
class _Face:
    """What a table is known by."""

    statement: Statement
    title: str
    section: str

    @cached_property
    def captions(self) -> frozenset[str]:
        """The captions of its rows with figures."""
        return frozenset(caption_key(row.label) for row in self.statement.rows if row.figures and row.label)

    @cached_property
    def amounts(self) -> frozenset[Decimal]:
        """The amounts that it prints, in single units."""
        return frozenset(
            abs(figure.value) * self.statement.scale
            for row in self.statement.rows
            for figure in row.figures
            if figure.value is not None and abs(figure.value) >= _ROUND
        )


def can_be_followed(statement: Statement) -> bool:
    """Whether a table that is no statement of `KINDS` has what it could be known by in another filing: captions and periods."""
    captions = {row.label for row in statement.rows if row.figures and row.label}
    return statement.kind not in KINDS and len(captions) > _FEW and any(column.end for column in statement.columns)


def table_sources(analyses: Iterable[Analysis], of: Analysis, statement: Statement) -> Iterator[Sources | None]:
    """The same table in all filings that have it, those of `of` among them; None after every filing looked at, and the sources
    at last. Of columns that stand for members, those of the member with most figures in this table."""
    wanted = _face(of, statement)
    known: list[Period] = []
    found: dict[str | None, list[Source]] = {}
    for analysis in sorted(analyses, key=age, reverse=True):
        one = statement if analysis is of else _statement(counterparts(wanted, analysis))
        for member, source in (by_member(analysis, one, known) if one is not None else {}).items():
            found.setdefault(member, []).append(source)
        yield None
    yield Sources(statement.kind, {member: tuple(each) for member, each in _fullest(found).items()}, ())


def _fullest(found: Mapping[str | None, Sequence[Source]]) -> dict[str | None, Sequence[Source]]:
    """The company's own columns, or else those of one member as if they were."""
    if None in found or not found:
        return dict(found)
    most = max(found, key=lambda member: sum(source.size for source in found[member]))
    return {None: found[most]}


def _statement(candidates: Sequence[Counterpart]) -> Statement | None:
    """The likest table, where it is likely enough."""
    best = max(candidates, key=lambda one: one.score, default=None)
    return best.statement if best is not None and best.score >= weights().enough else None


def counterparts(wanted: _Face, analysis: Analysis) -> list[Counterpart]:
    """The tables of another filing that share something with this one."""
    titles = {section.id: section.title for section in walk(analysis.outline)}
    tables = [one for one in (*analysis.statements, *analysis.tables) if one.kind is wanted.statement.kind]
    return [_weighed(wanted, _named(titles, one)) for one in tables]


def _face(analysis: Analysis, statement: Statement) -> _Face:
    return _named({section.id: section.title for section in walk(analysis.outline)}, statement)


def _named(titles: Mapping[str, str], statement: Statement) -> _Face:
    return _Face(statement, caption_key(statement.title or ""), caption_key(titles.get(statement.section or "", "")))


def _weighed(one: _Face, other: _Face) -> Counterpart:
    clues = tuple(_clues(one, other))
    return Counterpart(weights().of["table"]["start"] + sum(clue.weight for clue in clues), other.statement, clues)


def _clues(one: _Face, other: _Face) -> Iterator[Clue]:
    group = weights().of["table"]
    for name, a, b in (("title", one.title, other.title), ("section", one.section, other.section)):
        kind = likeness(a, b)
        if kind in (Likeness.EQUAL, Likeness.ALIKE, Likeness.PART):
            yield Clue(f"same-table/{name}", group[name], says=True)
        elif kind in (Likeness.FOREIGN, Likeness.TELLING):
            yield Clue(f"same-table/other-{name}", group[f"other_{name}"], says=True)
    shared = len(one.captions & other.captions) / max(1, len(one.captions | other.captions))
    yield Clue("same-table/captions", group["captions"] * shared, says=True)
    same = len(one.amounts & other.amounts)
    if same:
        yield Clue("same-table/amounts", group["amounts"] * log(1 + same), says=True)
