"""The one judgement of a filing's tables: which are its primary statements, where each begins, and which tables go on with
it. The outline and the statements take the same answer."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from core.document.block import Layout
from core.outline.section import Section
from core.statements.continuation import continues, near
from core.statements.lead_in import Above, above
from core.statements.place import Place, places
from core.statements.recognise import Among, Judged, Subject, among, recognise
from core.statements.statement import PRIMARY, StatementKind
from core.statements.tagged_figures import Tags, told_kind
from core.statements.telling_lines import Marks, marks
from core.tables.grid import Grid


@dataclass(slots=True)
class JudgedTable:
    """A grid with figures, what stands over it, where it stands, and what it was taken for; `parts` go on where it stops."""

    grid: Grid
    over: Above
    place: Place
    marks: Marks
    judged: Judged
    parts: list["JudgedTable"] = field(default_factory=list)

    @property
    def begin(self) -> int:
        """Where its figures begin, below its head."""
        return begin_of(self.grid)


def begin_of(grid: Grid) -> int:
    """The offset of a table's first row with figures."""
    return next((row.span.start for row in grid.rows if row.cells), grid.span.start)


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
    for layout in layouts:
        if layout is not None and layout.markup is not None and layout.markup.facts:
            own = [table for table in tables if table.grid.document == layout.source.document]
            _tell(Tags(layout.markup.facts), own)
    return tuple(tables)


def _of_document(layout: Layout, grids: Iterable[Grid], place: Callable[[int], Place]) -> list[JudgedTable]:
    """The tables of one document, those that go on over a page joined to the one they continue."""
    tables: list[JudgedTable] = []
    floor = 0
    for grid in grids:
        over = above(layout, grid, floor)
        floor = grid.span.end
        found = marks(grid)
        before = tables[-1] if tables else None
        if before is not None and _goes_on(layout, before, grid, found, over):
            before.parts.append(JudgedTable(grid, over, before.place, found, before.judged))
            continue
        where = place(grid.span.start)
        tables.append(JudgedTable(grid, over, where, found, recognise(Subject(grid, over, where, found))))
    return tables


def _goes_on(layout: Layout, before: JudgedTable, grid: Grid, found: Marks, over: Above) -> bool:
    """Whether a table is the next part of the statement before it."""
    kind = before.judged.kind
    if kind not in PRIMARY:
        return False
    parts = [before, *before.parts]
    if not continues(kind, [part.marks for part in parts], parts[-1].grid, found, grid, over):
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


class _Told(NamedTuple):
    """The table whose tags say most for a statement, and the number of its tagged figures."""

    facts: int
    table: JudgedTable


def _tell(tags: Tags, tables: list[JudgedTable]) -> None:
    """A primary statement that no title and no caption told is the table whose tags say so, the fullest of several."""
    missing = PRIMARY - {table.judged.kind for table in tables}
    told: dict[StatementKind, _Told] = {}
    for table in tables if missing and tags.any else ():
        facts = [fact for row in table.grid.rows for cell in row.cells if (fact := tags.at(cell.cite)) is not None]
        kind = told_kind(facts)
        if kind in missing and (kind not in told or len(facts) > told[kind].facts):
            told[kind] = _Told(len(facts), table)
    for kind, (_, table) in told.items():
        table.judged = among(Among(table.judged, tagged=kind))
