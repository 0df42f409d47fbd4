"""Rows of several filings that are one line: the surest joins first, never two rows of one statement in one line."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from core.years.amounts import Printed
from core.years.by_hand import NOTHING, Said
from core.years.joins import Join, Side, join, joins
from core.years.line import Line
from core.years.period import Period

_NEXT = 2
"""Filings on either side in time whose rows are held against each other though they print no period in common."""


@dataclass(slots=True, eq=False)
class Cluster:
    """A line in the making: its rows by their source, and the joins that brought them together."""

    lines: dict[int, Line]
    joins: list[Join] = field(default_factory=list)

    @property
    def newest(self) -> Line:
        """The row of the latest filing that has the line."""
        return self.lines[min(self.lines)]

    def printed(self, source: int, period: Period) -> Printed | None:
        """What a source prints of a period, in the unit of the line; None where it prints nothing."""
        line = self.lines.get(source)
        return line.in_unit(period, self.newest.row.unit) if line is not None and period in line.printed else None


def clustered(sources: Sequence[Sequence[Line]], by_hand: Said = NOTHING) -> Iterator[tuple[()] | list[Cluster]]:
    """The lines of several sources, latest filing first; an empty answer after every piece of work before the last. What the
    reader said by hand comes before all evidence."""
    sides = [Side(found) for found in sources]
    every: list[Join] = [*by_hand.joins]
    for at, one in enumerate(sides):
        for beyond in range(at + 1, len(sides)):
            if beyond - at <= _NEXT or not one.periods.isdisjoint(sides[beyond].periods):
                for some in joins(one, sides[beyond]):
                    every += some
                    yield ()
    clusters = _merged([Cluster({line.source: line}) for side in sides for line in side.lines], every, by_hand.apart)
    yield ()
    yield _merged(clusters, _over_gaps(sides, clusters), by_hand.apart) if len(sides) > _NEXT + 1 else clusters


def _merged(clusters: Sequence[Cluster], every: Iterable[Join], apart: frozenset[frozenset[int]]) -> list[Cluster]:
    of = {id(line): cluster for cluster in clusters for line in cluster.lines.values()}
    for found in sorted(every, key=_surest):
        one, other = of[id(found.one)], of[id(found.other)]
        if one is other:
            one.joins.append(found)
        elif one.lines.keys().isdisjoint(other.lines) and not (apart and _are_apart(one, other, apart)):
            one.lines |= other.lines
            one.joins += [*other.joins, found]
            for line in other.lines.values():
                of[id(line)] = one
    return list({id(cluster): cluster for cluster in of.values()}.values())


def _are_apart(one: Cluster, other: Cluster, apart: frozenset[frozenset[int]]) -> bool:
    """Whether the reader said of two rows of these that they are not one line."""
    return any(frozenset((id(a), id(b))) in apart for a in one.lines.values() for b in other.lines.values())


def _over_gaps(sides: Sequence[Side], clusters: Iterable[Cluster]) -> Iterator[Join]:
    """What speaks for a line going on that filings between leave out: the oldest row of one and the newest row of another of
    its name or concept, all of whose rows are older."""
    alike: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for key in {line.name for line in cluster.lines.values()} | {line.concept for line in cluster.lines.values()}:
            if key:
                alike[key].append(cluster)
    pairs = {(id(a), id(b)): (a, b) for some in alike.values() for a, b in combinations(some, 2)}
    for a, b in pairs.values():
        newer, older = sorted((a, b), key=_newest)
        last, first = max(newer.lines), min(older.lines)
        if last + _NEXT < first:
            found = join(sides[last], sides[first], newer.lines[last], older.lines[first])
            if found is not None:
                yield found


def _newest(cluster: Cluster) -> int:
    return min(cluster.lines)


def _surest(join: Join) -> tuple[float, int, int, int, int]:
    """The surest first; of equals those whose rows stand nearest to each other."""
    apart = abs(join.one.index - join.other.index)
    return -join.score, apart, join.one.source, join.other.source, join.one.index
