"""The one judgement of a filing's tables: which are its primary statements, where each begins, and which tables go on with
it. The outline and the statements take the same answer."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from core.document.block import Layout
from core.facts.fact import Fact
from core.outline.section import Section, SectionKind
from core.outline.statements import Stand
from core.outline.titles import key
from core.statements.continuation import Joint, continues, near
from core.statements.lead_in import Above, above
from core.statements.owners import owner_of
from core.statements.parting import parts_of
from core.statements.place import Place, places
from core.statements.recognise import Among, Judged, Named, Subject, among, in_discussion, recognise
from core.statements.statement import PRIMARY, StatementKind
from core.statements.tagged_figures import Tags, told_kind
from core.statements.telling_lines import Marks, marks
from core.tables.grid import Grid

_MAY_PART = PRIMARY | {StatementKind.OTHER}
"""Only such a table is looked at for more than one statement: selected data and schedules hold headings of all kinds."""
_NOTHING_OVER = Above((), "", ())


@dataclass(slots=True)
class JudgedTable:
    """A grid with figures, what stands over it, where it stands, and what it was taken for; `parts` go on where it stops.
    `owner` is the company whose statement it is, where the document holds the same statement of others too."""

    grid: Grid
    over: Above
    place: Place
    marks: Marks
    judged: Judged
    parts: list["JudgedTable"] = field(default_factory=list)
    owner: str | None = None

    @property
    def titled(self) -> Judged:
        """What it was taken for, its title with the company that it is of."""
        if self.owner is None:
            return self.judged
        return self.judged._replace(title=f"{self.owner} - {self.judged.title}")


def figures_at(grid: Grid) -> int:
    """The offset of a table's first row with figures: a heading may stand in the head above it."""
    return next((row.span.start for row in grid.rows if row.cells), grid.span.start)


def place_of(grid: Grid, place: Callable[[int], Place]) -> Place:
    """The sections that hold a table's figures; of a table that lists exhibits, those that hold the whole of it."""
    whole = place(grid.span.start)
    return whole if whole.within(SectionKind.EXHIBIT_INDEX) is not None else place(figures_at(grid))


def stands(tables: Iterable[JudgedTable]) -> dict[int, list[Stand]]:
    """What the outline is told of the tables of each document, by its sequence; the parts of a statement are tables too."""
    told: dict[int, list[Stand]] = defaultdict(list)
    for table in tables:
        for part in (table, *table.parts):
            told[table.grid.document].append(_stand(part.grid, table))
    return told


def _stand(grid: Grid, table: JudgedTable) -> Stand:
    judged = table.judged
    if judged.kind not in PRIMARY:
        return Stand(grid.span, figures_at(grid), other=judged.told or in_discussion(table.place))
    return Stand(grid.span, figures_at(grid), judged.kind.value, judged.title)


def judge(
    layouts: Sequence[Layout | None], outline: tuple[Section, ...], grids: Sequence[Sequence[Grid]]
) -> tuple[JudgedTable, ...]:
    """Every table with figures of a filing, in order, with what it is. `outline` holds the sections as far as they are known
    without the tables; `layouts` and `grids` are those of each document."""
    tables: list[JudgedTable] = []
    for layout, found in zip(layouts, grids, strict=False):
        if layout is not None and found:
            read = [grid for grid in found if grid.columns and grid.rows]
            tables += _of_document(layout, read, places(outline, layout.source.document))
    _give_way(tables)
    _tell_owners(tables)
    for layout in layouts:
        _tell(layout, tables)
    return tuple(tables)


def _of_document(layout: Layout, grids: Sequence[Grid], place: Callable[[int], Place]) -> list[JudgedTable]:
    """The tables of one document, those that go on over a page joined to the one they continue."""
    tables: list[JudgedTable] = []
    floors = [0, *(grid.span.end for grid in grids)]
    overs = [above(layout, grid, floor) for grid, floor in zip(grids, floors, strict=False)]
    for grid, over, found in zip(grids, overs, list(map(marks, grids)), strict=True):
        before = tables[-1] if tables else None
        if before is not None and _goes_on(layout, before, grid, found, over):
            before.parts.append(JudgedTable(grid, over, before.place, found, before.judged))
            continue
        where = place_of(grid, place)
        whole = JudgedTable(grid, over, where, found, recognise(Subject(grid, over, where, found)))
        tables += _parted(whole, place) or [whole]
    return tables


def _parted(whole: JudgedTable, place: Callable[[int], Place]) -> list[JudgedTable]:
    """The statements that stand in one table, each as a table; empty where it does not hold two different ones."""
    if whole.judged.kind not in _MAY_PART:
        return []
    found: list[JudgedTable] = []
    for part in parts_of(whole.grid):
        lines = marks(part.grid)
        over = whole.over if not found else _NOTHING_OVER
        headed = Named(part.kind, part.title) if part.kind is not None and part.title else None
        where = place_of(part.grid, place)
        judged = recognise(Subject(part.grid, over, where, lines, headed))
        found.append(JudgedTable(part.grid, whole.over, where, lines, judged))
    kinds = [one.judged.kind for one in found]
    return found if len(PRIMARY.intersection(kinds)) > 1 else []


def _goes_on(layout: Layout, before: JudgedTable, grid: Grid, found: Marks, over: Above) -> bool:
    """Whether a table is the next part of the statement before it."""
    kind = before.judged.kind
    if kind not in PRIMARY:
        return False
    parts = [before, *before.parts]
    if not continues(Joint(kind, [part.marks for part in parts], parts[-1].grid, found, grid, over)):
        return False
    return near(layout, parts[-1].grid.span, grid.span)


def _give_way(tables: list[JudgedTable]) -> None:
    """A statement told by its lines alone gives way to one with the title, of the same document and kind."""
    titled = {
        (table.grid.document, table.judged.kind)
        for table in tables
        if table.judged.titled and table.judged.kind in PRIMARY
    }
    for table in tables:
        kind = table.judged.kind
        if kind in PRIMARY and not table.judged.titled and (table.grid.document, kind) in titled:
            table.judged = among(Among(table.judged, elsewhere=True))


def _tell_owners(tables: list[JudgedTable]) -> None:
    """Where a document holds one statement of several companies, each is told whose it is."""
    owned: dict[tuple[int, StatementKind], list[JudgedTable]] = defaultdict(list)
    for table in tables:
        if table.judged.kind in PRIMARY:
            owned[table.grid.document, table.judged.kind].append(table)
    for alike in owned.values():
        owners = [owner_of(table.over, table.judged.title) for table in alike] if len(alike) > 1 else []
        if len({key(owner) for owner in owners if owner}) > 1:
            for table, owner in zip(alike, owners, strict=True):
                table.owner = owner


class _Told(NamedTuple):
    """The table whose tags say most for a statement, and the number of its tagged figures."""

    facts: int
    table: JudgedTable


def _tell(layout: Layout | None, tables: list[JudgedTable]) -> None:
    """A primary statement of a document that no title and no caption told is the table whose tags say so, the fullest of
    several."""
    if layout is None or layout.markup is None or not layout.markup.facts:
        return
    own = [table for table in tables if table.grid.document == layout.source.document]
    missing = PRIMARY - {table.judged.kind for table in own}
    if not missing:
        return
    tags = Tags(layout.markup.facts)
    for kind, table in _fullest(tags, own, missing).items():
        table.judged = among(Among(table.judged, tagged=kind))


def _fullest(
    tags: Tags, tables: list[JudgedTable], missing: frozenset[StatementKind]
) -> dict[StatementKind, JudgedTable]:
    """Of each missing statement the table whose tags say most for it."""
    told: dict[StatementKind, _Told] = {}
    for table in tables:
        facts = _facts(tags, table.grid)
        kind = told_kind(facts)
        if kind in missing and (kind not in told or len(facts) > told[kind].facts):
            told[kind] = _Told(len(facts), table)
    return {kind: one.table for kind, one in told.items()}


def _facts(tags: Tags, grid: Grid) -> list[Fact]:
    """What the figures of a table are tagged as."""
    return [fact for row in grid.rows for cell in row.cells if (fact := tags.at(cell.cite)) is not None]
