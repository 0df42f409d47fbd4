"""What is tagged at a place of a filing, and where else the same fact stands. Built once for one analysis."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from core.facts.fact import Dimension, Fact, Period, PlacedFact
from core.source import Cite
from core.statements.statement import Role, Row

_Key = tuple[str, Period | None, frozenset[Dimension], str | None]


class Tagged:
    """Answers "what is tagged here?" in a time that does not grow with the filing, however deep tags lie in one another."""

    def __init__(self, facts: Iterable[PlacedFact]) -> None:
        self._placed: dict[int, list[PlacedFact]] = defaultdict(list)
        self._same: dict[_Key, list[PlacedFact]] = defaultdict(list)
        for one in facts:
            self._placed[one.cite.document].append(one)
            self._same[_key(one.fact)].append(one)
        for placed in self._placed.values():
            placed.sort(key=lambda one: (one.cite.start, -one.cite.end))
        self._starts = {document: [one.cite.start for one in placed] for document, placed in self._placed.items()}
        self._around = {document: _around(placed) for document, placed in self._placed.items()}

    def __bool__(self) -> bool:
        """Whether anything is tagged."""
        return bool(self._placed)

    def at(self, document: int, offset: int) -> PlacedFact | None:
        """The innermost fact whose characters hold this offset."""
        placed, around = self._placed.get(document, []), self._around.get(document, [])
        at = bisect_right(self._starts.get(document, []), offset) - 1
        while at >= 0 and placed[at].cite.end <= offset:
            at = around[at]
        return placed[at] if at >= 0 else None

    def elsewhere(self, fact: Fact, here: Cite) -> tuple[Cite, ...]:
        """The other places, in order, where the same fact stands: one concept, period, unit, and the same dimensions."""
        places = dict.fromkeys(one.cite for one in self._same.get(_key(fact), []) if not _overlap(one.cite, here))
        return tuple(sorted(places, key=lambda cite: (cite.document, cite.start)))


def _key(fact: Fact) -> _Key:
    return fact.concept, fact.period, frozenset(fact.dimensions), fact.unit


def _around(placed: list[PlacedFact]) -> list[int]:
    """For each fact the index of the nearest one before it that ends after it: what may hold an offset past its end."""
    found: list[int] = []
    for at, one in enumerate(placed):
        before = at - 1
        while before >= 0 and placed[before].cite.end <= one.cite.end:
            before = found[before]
        found.append(before)
    return found


def _overlap(one: Cite, other: Cite) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


class Rows(StrEnum):
    """Which rows of a table are shown."""

    ALL = "all"
    TAGGED = "tagged"
    UNTAGGED = "untagged"


def is_tagged(row: Row) -> bool:
    """Whether any figure of a row is tagged."""
    return any(figure.fact is not None for figure in row.figures)


class _Heading(NamedTuple):
    """A heading that is open: its row and its depth."""

    row: int
    depth: int

    def ends_at(self, row: Row) -> bool:
        """Whether a row is beyond what it heads."""
        return self.depth > row.depth or (_heads(row) and self.depth == row.depth)


def _heads(row: Row) -> bool:
    return row.role is Role.HEADING and not row.figures


def rows_of(rows: tuple[Row, ...], wanted: Rows) -> tuple[int, ...]:
    """The indexes of the rows with tagged, or with untagged figures only, and of the headings that hold one of them."""
    if wanted is Rows.ALL:
        return tuple(range(len(rows)))
    kept = {at for at, row in enumerate(rows) if row.figures and is_tagged(row) is (wanted is Rows.TAGGED)}
    above: list[_Heading] = []
    for at, row in enumerate(rows):
        while above and above[-1].ends_at(row):
            above.pop()
        if _heads(row):
            above.append(_Heading(at, row.depth))
        elif at in kept:
            kept.update(_holding(above, rows, at))
    return tuple(sorted(kept))


def _holding(above: list[_Heading], rows: tuple[Row, ...], at: int) -> Iterable[int]:
    """The headings over a row: those less deep; one of its own depth where nothing between the two lies deeper."""
    for heading, depth in above:
        if depth < rows[at].depth or all(row.depth == depth for row in rows[heading:at]):
            yield heading
