"""One kind of statement over all the years of a company's filings: a line a row, a period a column, every figure with its filing.

Several filings of one company print the same year again: as the latest year of one, as an earlier year of the next. The
series has each year once, with what the latest filing prints of it; what the others print is kept beside it, and where it
differs, the cell says how.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from core.analysis import Analysis
from core.evidence import Clue
from core.source import Cite
from core.statements.statement import Figure, Role, Statement, StatementKind, Unit
from core.years import differences
from core.years.by_hand import Anchor, Rulings, anchored, filing_key, said
from core.years.clusters import Cluster, clustered
from core.years.differences import Difference, Pair
from core.years.line import Line, caption_key, lines
from core.years.order import Entry, ordered
from core.years.period import Period, in_order
from core.years.sources import LeftOut, Source, Sources, sources
from core.years.tables import table_sources


class Told(NamedTuple):
    """What one filing says of a line and a period: `value` in units of the currency (scaled), `figure` as it is printed."""

    value: Decimal
    figure: Figure
    path: Path
    statement: str
    scale: int = 1

    @property
    def cite(self) -> Cite:
        """The figure's place in that filing."""
        return self.figure.cite


class StitchedCell(NamedTuple):
    """What the latest filing says; `others` what earlier ones said, latest first; `difference` how they differ from it, and
    `steps` how each differs from the one after it."""

    told: Told
    others: tuple[Told, ...] = ()
    difference: Difference | None = None
    steps: tuple[Difference | None, ...] = ()

    @property
    def value(self) -> Decimal:
        """The amount in units of the currency."""
        return self.told.value

    @property
    def restated(self) -> bool:
        """Whether an earlier filing says something else in substance."""
        return self.difference not in (None, Difference.ROUNDING)

    def between(self, newer: Path, older: Path) -> "StitchedCell | None":
        """What two of the filings say; None where one of them says nothing, or `older` is not the older one."""
        at = {one.path: number for number, one in reversed(list(enumerate((self.told, *self.others))))}
        first, last = at.get(newer), at.get(older)
        if first is None or last is None or first >= last:
            return None
        every = (self.told, *self.others)
        steps = self.steps[first:last]
        kind = differences.of_cell(steps) if every[first].value != every[last].value else None
        return StitchedCell(every[first], (every[last],), kind, (kind,))


class Joined(NamedTuple):
    """Why the rows of two filings are one line: the logarithm of the odds that they are, and the clues that it sums."""

    paths: tuple[Path, Path]
    score: float
    clues: tuple[Clue, ...]


@dataclass(frozen=True, slots=True)
class StitchedRow:
    """A line over all the years. `label`, `depth` and `role` are those of the latest filing that has the line; `cells` by
    the index of their period, None where no filing gives the figure; `names` every caption it bore, latest first."""

    label: str
    depth: int
    role: Role
    unit: Unit | None
    concept: str | None
    cells: tuple[StitchedCell | None, ...]
    names: tuple[str, ...] = ()
    joins: tuple[Joined, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    """Its rows in their filings, latest first."""


@dataclass(frozen=True, slots=True)
class Stitched:
    """One kind of statement over all the years of several filings: `periods` rise in time, `paths` are latest filing first.
    `member` is None for the company with its subsidiaries."""

    kind: StatementKind
    title: str | None
    currency: str | None
    periods: tuple[Period, ...]
    rows: tuple[StitchedRow, ...]
    paths: tuple[Path, ...]
    member: str | None = None
    left_out: tuple[LeftOut, ...] = ()

    @property
    def restated(self) -> int:
        """How many cells an earlier filing prints otherwise."""
        return sum(1 for row in self.rows for cell in row.cells if cell is not None and cell.restated)


def stitch(analyses: Iterable[Analysis], kind: StatementKind) -> Stitched:
    """The statements of one kind of several filings as one table; empty where no filing has one."""
    *_, last = stitching(analyses, kind)
    if last is None:
        raise AssertionError("the last answer of a stitching is its table")
    return last


def stitching(analyses: Iterable[Analysis], kind: StatementKind, rulings: Rulings = ()) -> Iterator[Stitched | None]:
    """The same in steps: None after every piece of work, and the table at last. It is the company's own series. Of the reader's
    `rulings` those are taken that are of this kind."""
    filings = list(analyses)
    found = sources(filings, kind)
    yield None
    of_kind = [one for one in rulings if one.kind is kind]
    yield from _series(found, None, {one.path: filing_key(one) for one in filings}, of_kind)


def stitching_table(analyses: Iterable[Analysis], of: Analysis, statement: Statement) -> Iterator[Stitched | None]:
    """A table of a note of the filing `of` over all filings that have it, in steps like `stitching`."""
    for found in table_sources(analyses, of, statement):
        yield None
        if found is not None:
            yield from _series(found, None)


def every_series(found: Sources) -> Iterator[Stitched]:
    """The company's own series, and one of each member."""
    return filter(None, every_stitching(found))


def every_stitching(found: Sources) -> Iterator[Stitched | None]:
    """The same in steps: None after every piece of work between."""
    for member in sorted(found.by_member, key=lambda one: (one is not None, one)):
        yield from _series(found, member)


def _series(
    found: Sources, member: str | None, keys: Mapping[Path, str] = MappingProxyType({}), rulings: Rulings = ()
) -> Iterator[Stitched | None]:
    chosen = found.by_member.get(member, ())
    read = [lines(source, number) for number, source in enumerate(chosen)]
    filings = [keys.get(source.path, "") for source in chosen]
    clusters: Sequence[Cluster] = ()
    for step in clustered(read, said(rulings, filings, read)):
        yield None
        clusters = step
    known = {id(line): one for filing, own in zip(filings, read, strict=True) for one, line in anchored(filing, own)}
    writer = _Writer(chosen, clusters, known)
    latest = chosen[0].statement if chosen else None
    yield Stitched(
        kind=found.kind,
        title=latest.title if latest else None,
        currency=latest.currency if latest else None,
        periods=writer.periods,
        rows=tuple(writer.row(entry) for entry in ordered(read, clusters)),
        paths=tuple(dict.fromkeys(source.path for source in chosen)),
        member=member,
        left_out=found.left_out,
    )


class _Writer:
    """Makes the rows of a series."""

    def __init__(self, chosen: Sequence[Source], clusters: Sequence[Cluster], anchors: Mapping[int, Anchor]) -> None:
        self._sources, self._clusters, self._anchors = chosen, clusters, anchors
        every = {period for cluster in clusters for line in cluster.lines.values() for period in line.printed}
        self.periods = tuple(sorted(every, key=in_order))
        self._pairs: dict[tuple[int, int, Period], Pair] = {}

    def row(self, entry: Entry) -> StitchedRow:
        row, cluster = entry.line.row, entry.cluster
        newest_first = [cluster.lines[at] for at in sorted(cluster.lines)] if cluster is not None else []
        cells = tuple(self._cell(cluster, period) for period in self.periods) if cluster is not None else ()
        joined = cluster.joins if cluster is not None else ()
        return StitchedRow(
            label=row.label,
            depth=entry.depth,
            role=row.role,
            unit=row.unit,
            concept=_concept(newest_first) or row.known,
            cells=cells or (None,) * len(self.periods),
            names=tuple(dict.fromkeys(line.row.label for line in newest_first)) or (row.label,),
            joins=tuple(
                Joined((self._path(one.one), self._path(one.other)), one.score, one.clues)
                for one in sorted(joined, key=lambda one: (one.one.source, one.other.source))
            ),
            anchors=tuple(self._anchors[id(line)] for line in newest_first),
        )

    def _path(self, line: Line) -> Path:
        return self._sources[line.source].path

    def _cell(self, cluster: Cluster, period: Period) -> StitchedCell | None:
        telling = [at for at in sorted(cluster.lines) if period in cluster.lines[at].printed]
        if not telling:
            return None
        told = [self._told(cluster.lines[at], period, cluster.newest.row.unit) for at in telling]
        steps = tuple(self._difference(cluster, new, old, period) for new, old in pairwise(telling))
        return StitchedCell(told[0], tuple(told[1:]), differences.of_cell(steps), steps)

    def _difference(self, cluster: Cluster, new: int, old: int, period: Period) -> Difference | None:
        one, other = cluster.printed(new, period), cluster.printed(old, period)
        if one is None or other is None or one.whole == other.whole:
            return None
        key = (new, old, period)
        found = self._pairs.get(key)
        if found is None:
            found = self._pairs[key] = differences.pair(self._clusters, new, old, period)
        return found.kind(cluster, one, other)

    def _told(self, line: Line, period: Period, unit: Unit | None) -> Told:
        source, one = self._sources[line.source], line.in_unit(period, unit)
        return Told(one.whole, one.figure, source.path, source.statement.id, one.scale)


def _concept(newest_first: Sequence[Line]) -> str | None:
    """What a line is known as: by its rows, else by what it is equal to (the total of assets that has no caption)."""
    told = (*(line.row.known for line in newest_first), *(line.concept for line in newest_first))
    return next(filter(None, told), None)


def follow(analyses: Iterable[Analysis], kind: StatementKind, line: str) -> StitchedRow | None:
    """One line over all the years, by its concept (`us-gaap:Assets`) or its caption; None where no filing has it."""
    key = caption_key(line)
    rows = stitch(analyses, kind).rows
    return next((row for row in rows if row.concept == line), None) or next(
        (row for row in rows if any(row.cells) and key in map(caption_key, row.names)), None
    )
