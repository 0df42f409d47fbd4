"""The order of the lines of a series: that of the latest filing; a line that it lacks stands where an earlier filing has it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.years.clusters import Cluster
from core.years.line import Line


@dataclass(slots=True, eq=False)
class Entry:
    """A line in its place, or a heading (no `cluster`): the row of the latest filing that has it, and the heading over it."""

    line: Line
    cluster: Cluster | None
    heading: "Entry | None"
    depth: int


def ordered(sources: Sequence[Sequence[Line]], clusters: Sequence[Cluster]) -> list[Entry]:
    """The lines of all sources, latest filing first, with the headings over them."""
    table = _Table(clusters)
    for lines in sources:
        table.add(lines)
    return table.entries


class _Table:
    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self.entries: list[Entry] = []
        self._cluster = {id(line): cluster for cluster in clusters for line in cluster.lines.values()}
        self._entry: dict[int, Entry] = {}
        """By the identity of the cluster."""

    def add(self, lines: Sequence[Line]) -> None:
        """Takes in the lines of a source; the sources come latest first."""
        first = not self.entries
        placed = {id(line): entry for line in lines if (entry := self._known(line)) is not None}
        placed |= _headings(self.entries, lines, placed)
        for at, line in enumerate(lines):
            if id(line) not in placed and (line.printed or (first and not line.row.figures)):
                self._place(at, lines, placed)

    def _known(self, line: Line) -> Entry | None:
        cluster = self._cluster.get(id(line))
        return self._entry.get(id(cluster)) if cluster is not None else None

    def _place(self, at: int, lines: Sequence[Line], placed: dict[int, Entry]) -> Entry:
        """Puts a line where it stands in this source: after the last before it under its heading."""
        line = lines[at]
        heading = None
        if line.heading is not None:
            heading = placed.get(id(line.heading)) or self._place(line.heading.index, lines, placed)
        depth = line.row.depth
        if heading is not None and line.heading is not None:
            depth = heading.depth + max(1, line.row.depth - line.heading.row.depth)
        cluster = self._cluster.get(id(line))
        entry = placed[id(line)] = Entry(line, cluster, heading, depth)
        if cluster is not None:
            self._entry[id(cluster)] = entry
        self.entries.insert(self._after(at, lines, placed, heading), entry)
        return entry

    def _after(self, at: int, lines: Sequence[Line], placed: Mapping[int, Entry], heading: Entry | None) -> int:
        for before in reversed(lines[:at]):
            one = placed.get(id(before))
            if one is None or one is heading or one.heading is not heading:
                continue
            place = self.entries.index(one) + 1
            while place < len(self.entries) and self.entries[place].depth > one.depth:
                place += 1
            return place
        return self.entries.index(heading) + 1 if heading else 0


def _headings(entries: Sequence[Entry], lines: Sequence[Line], placed: Mapping[int, Entry]) -> dict[int, Entry]:
    """The headings of a source that stand already: a heading is the one that most of what stands under it stands under now,
    or else the next of the same name."""
    votes: dict[int, list[Entry]] = {}
    for line in lines:
        entry = placed.get(id(line))
        if entry is not None and entry.heading is not None and line.heading is not None:
            votes.setdefault(id(line.heading), []).append(entry.heading)
    found: dict[int, Entry] = {}
    taken: set[int] = set()
    for line in lines:
        if line.row.figures:
            continue
        heading = _heading(entries, line, votes.get(id(line), []), taken)
        if heading is not None:
            found[id(line)] = heading
            taken.add(id(heading))
    return found


def _heading(entries: Sequence[Entry], line: Line, votes: Sequence[Entry], taken: set[int]) -> Entry | None:
    named = [one for one in entries if one.cluster is None and one.line.name == line.name and id(one) not in taken]
    voted = next((one for one in named if any(one is each for each in votes)), None)
    return voted or next(iter(named), None) or max(votes, key=votes.count, default=None)
