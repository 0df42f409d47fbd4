"""Figures that are tagged in another context than their place in the table tells.

Two figures that stand side by side in a row are tagged with two times, and with members of which some belong to the row and
some to the column. How the two differ is the same in all rows: where it is another in one row alone, one of the two figures
there is tagged as of another time, or with members of some other table.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, TypeVar

from core.facts.fact import Dimension, Fact, Period, PlacedFact
from core.statements.statement import Figure, Row, Statement, StatementKind

V = TypeVar("V")
_Members = frozenset[Dimension]
_Apart = tuple[_Members, _Members]
"""The members that one has and the other has not, and those that the other has."""
_WITNESSES = 3
"""Other rows that all agree before one alone is odd."""
_STRANGE = 2
"""Members that stand nowhere else in a table, by which a figure is of another one; fewer may be its own."""
_MOST = 2
"""Figures of a row that may be odd; where more are, it is the row that is of another kind."""
_SHEETS = frozenset({StatementKind.BALANCE_SHEET, StatementKind.INCOME_STATEMENT, StatementKind.CASH_FLOW})
"""Statements that are of the whole company."""


class _Cell(NamedTuple):
    """A tagged figure: its column, its tag and the time of it."""

    column: int
    fact: Fact
    time: Period
    figure: Figure


class OddContext(NamedTuple):
    """A figure that is tagged in another context than its place tells, `rival` the one that may be it as well."""

    row: Row
    figure: Figure
    fact: Fact
    what: str
    rival: Figure | None = None


def odd_contexts(statement: Statement) -> Iterator[OddContext]:
    """The figures of a table whose tags are of another time, or with members of something else, than their places tell."""
    rows = [(row, cells) for row in statement.rows if (cells := list(_cells(row)))]
    if len(rows) <= _WITNESSES:
        return
    alone = _alone(rows)
    if not alone:
        return
    table = _Table([cells for _, cells in rows], whole=statement.kind in _SHEETS)
    for row, cells in alone:
        odd = table.odd(cells)
        if 0 < len(odd) <= _MOST:
            first, *rest = sorted(odd, key=lambda at: -len(odd[at]))
            rival = cells[rest[0]].figure if rest and len(odd[rest[0]]) == len(odd[first]) else None
            what = "time" if "time" in odd[first] else "members"
            yield OddContext(row, cells[first].figure, cells[first].fact, what, rival)


def _cells(row: Row) -> Iterator[_Cell]:
    for figure in row.figures:
        fact = figure.fact
        if fact is not None and fact.period is not None:
            yield _Cell(figure.column, fact, fact.period, figure)


def _alone(rows: list[tuple[Row, list[_Cell]]]) -> list[tuple[Row, list[_Cell]]]:
    """The rows that are tagged as no other of their table: only in them something can be odd."""
    signatures = [tuple([(one.column, one.time, one.fact.dimensions) for one in cells]) for _, cells in rows]
    times = Counter(signatures)
    return [row for row, signature in zip(rows, signatures, strict=True) if times[signature] == 1]


class _Table:
    """How the contexts of the figures that stand side by side differ, in all rows of a table."""

    def __init__(self, rows: list[list[_Cell]], *, whole: bool) -> None:
        self.whole = whole
        self.after: dict[tuple[int, int, Period], Counter[Period]] = defaultdict(Counter)
        self.before: dict[tuple[int, int, Period], Counter[Period]] = defaultdict(Counter)
        self.apart: dict[tuple[int, int], Counter[_Apart]] = defaultdict(Counter)
        self.single: dict[tuple[int, bool], Counter[Period]] = defaultdict(Counter)
        self.members: Counter[Dimension] = Counter()
        for cells in rows:
            for cell in cells:
                for member in cell.fact.dimensions:
                    self.members[member] += 1
            if len(cells) == 1:
                self.single[cells[0].column, cells[0].time.start is None][cells[0].time] += 1
            for one, other in pairwise(cells):
                at = (one.column, other.column)
                if _of_one_nature(one, other):
                    self.after[*at, one.time][other.time] += 1
                    self.before[*at, other.time][one.time] += 1
                self.apart[at][_apart(one, other)] += 1

    def odd(self, cells: list[_Cell]) -> dict[int, list[str]]:
        """In what the cells of a row are odd, by their place in it; a word for each clue."""
        found: dict[int, list[str]] = defaultdict(list)
        for at, (one, other) in enumerate(pairwise(cells)):
            columns = (one.column, other.column)
            if _of_one_nature(one, other):
                if _is_alone(self.after[*columns, one.time], other.time):
                    found[at + 1].append("time")
                if _is_alone(self.before[*columns, other.time], one.time):
                    found[at].append("time")
            if _is_alone(self.apart[columns], _apart(one, other)):
                for place in (at, at + 1):
                    if self._strange(cells[place]) >= (1 if self.whole else _STRANGE):
                        found[place].append("members")
        if len(cells) == 1 and (what := self._odd_in_column(cells[0])):
            found[0].append(what)
        return found

    def _odd_in_column(self, cell: _Cell) -> str:
        """In what the only figure of its row is odd among all others that are the only ones of theirs."""
        times, strange = self.single[cell.column, cell.time.start is None], self._strange(cell)
        if strange and _is_alone(times, cell.time):
            return "time"
        return "members" if strange >= _STRANGE and times.total() > _WITNESSES else ""

    def _strange(self, cell: _Cell) -> int:
        """How many members of a figure stand nowhere else in the table."""
        return sum([1 for member in cell.fact.dimensions if self.members[member] == 1])


def _of_one_nature(one: _Cell, other: _Cell) -> bool:
    """Whether both are of a day, or both of a stretch of time: what a concept is of is no choice of the one who tags."""
    return (one.time.start is None) is (other.time.start is None)


_NONE: _Apart = (frozenset(), frozenset())


def _apart(one: _Cell, other: _Cell) -> _Apart:
    if one.fact.dimensions == other.fact.dimensions:
        return _NONE
    here, there = frozenset(one.fact.dimensions), frozenset(other.fact.dimensions)
    return here - there, there - here


def _is_alone(counts: Counter[V], value: V) -> bool:
    """Whether something stands once, where all others, and enough of them, are one other thing."""
    others = counts.total() - 1
    return others >= _WITNESSES and counts[value] == 1 and max(counts.values()) == others


class Mixed(NamedTuple):
    """A fact that is tagged as of a day (or of a stretch of time) though its concept is of the other; `other`: one that is."""

    placed: PlacedFact
    other: PlacedFact


def mixed_natures(facts: Iterable[PlacedFact]) -> Iterator[Mixed]:
    """The facts of concepts that are tagged as of days and as of stretches of time as well: a taxonomy knows one of the two."""
    first: dict[str, tuple[bool, PlacedFact]] = {}
    both: dict[str, None] = {}
    facts = tuple(facts)
    for placed in facts:
        fact = placed.fact
        if fact.numeric and fact.period is not None:
            of_day = fact.period.start is None
            if first.setdefault(fact.concept, (of_day, placed))[0] is not of_day:
                both[fact.concept] = None
    for concept in both:
        yield _mixed([one for one in facts if one.fact.concept == concept and one.fact.period is not None])


def _mixed(facts: list[PlacedFact]) -> Mixed:
    days = [one for one in facts if one.fact.period is not None and one.fact.period.start is None]
    times = [one for one in facts if one.fact.period is not None and one.fact.period.start is not None]
    few, many = sorted((days, times), key=len)
    return Mixed(few[0], many[0])
