"""Rows of several filings that are one line: the surest joins first, never two rows of one statement in one line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.years.amounts import Printed
from core.years.joins import Join, Side, joins
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


def clustered(sources: Sequence[Sequence[Line]]) -> Iterator[tuple[()] | list[Cluster]]:
    """The lines of several sources, latest filing first; an empty answer after every piece of work before the last."""
    sides = [Side(found) for found in sources]
    every: list[Join] = []
    for at, one in enumerate(sides):
        for beyond in range(at + 1, len(sides)):
            if beyond - at <= _NEXT or not one.periods.isdisjoint(sides[beyond].periods):
                every += joins(one, sides[beyond])
                yield ()
    yield _merged(sides, every)


def _merged(sides: Sequence[Side], every: Sequence[Join]) -> list[Cluster]:
    of: dict[int, Cluster] = {id(line): Cluster({line.source: line}) for side in sides for line in side.lines}
    for join in sorted(every, key=_surest):
        one, other = of[id(join.one)], of[id(join.other)]
        if one is other:
            one.joins.append(join)
        elif one.lines.keys().isdisjoint(other.lines):
            one.lines |= other.lines
            one.joins += [*other.joins, join]
            for line in other.lines.values():
                of[id(line)] = one
    return list({id(cluster): cluster for cluster in of.values()}.values())


def _surest(join: Join) -> tuple[float, int, int, int, int]:
    """The surest first; of equals those whose rows stand nearest to each other."""
    apart = abs(join.one.index - join.other.index)
    return -join.score, apart, join.one.source, join.other.source, join.one.index
