"""Every grid of a filing as a Statement: what it is, its periods, money and rows; parts on two pages joined."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.document.block import Layout
from core.facts.instance import read_instance
from core.outline.section import Section, SectionKind
from core.read.filing import Filing
from core.source import Cite, Span
from core.statements.calendar import FiscalCalendar
from core.statements.column_units import column_units, table_of, usual_unit
from core.statements.columns import Reading, columns, read_columns
from core.statements.fiscal_years import Filed, Seen, fiscal_years
from core.statements.judgement import JudgedTable, place_of
from core.statements.lead_in import Above
from core.statements.place import Place, places
from core.statements.recognise import Judged
from core.statements.rows import rows_of
from core.statements.scale import currency_in, scale_in
from core.statements.statement import PRIMARY, Column, Statement, StatementKind, Unit
from core.statements.tagged_figures import Tags, currency_of, scale_of, with_periods
from core.statements.xbrl_match import Instance
from core.tables.grid import Grid


@dataclass(slots=True)
class _Table:
    """A grid on its way to a statement, with everything learnt of it so far; `parts` go on where it stops."""

    grid: Grid
    over: Above
    place: Place
    verdict: Judged
    reading: Reading
    parts: list["_Table"] = field(default_factory=list)


def statements(
    filing: Filing,
    layouts: tuple[Layout | None, ...],
    outline: tuple[Section, ...],
    judged: Sequence[JudgedTable],
) -> tuple[Statement, ...]:
    """Every table with figures of a filing, in order, as it was judged; those of a primary kind are its statements."""
    tags = {
        layout.source.document: Tags(layout.markup.facts) for layout in layouts if layout is not None and layout.markup
    }
    finders = {table.grid.document: places(outline, table.grid.document) for table in judged}
    tables = [_read(table, place_of(table.grid, finders[table.grid.document])) for table in judged]
    calendar = fiscal_years(Filed(filing.header, [Seen(t.verdict.kind, t.reading, t.grid) for t in tables]))
    scales = _Scales(tables)
    names = _Names()
    made = [_statement(table, calendar, scales, names, tags.get(table.grid.document, _UNTAGGED)) for table in tables]
    instance = _instance(filing)
    return tuple([instance.named(statement) for statement in made] if instance else made)


def _instance(filing: Filing) -> Instance:
    """The facts of the XBRL instances that a submission of 2009 to 2018 has beside its documents."""
    raw = [document.raw for document in filing.documents if document.raw and document.hypertext is None]
    return Instance(fact for text in raw for fact in read_instance(text))


def _read(table: JudgedTable, place: Place) -> _Table:
    """A table with its columns read as those of what it was taken for; `place` is its place in the whole outline."""
    return _Table(
        table.grid,
        table.over,
        place,
        table.titled,
        read_columns(table.grid, table.over, table.judged.kind),
        [_read(part, place) for part in table.parts],
    )


class _Scales:
    """What money a table is in where it does not say so itself: what the statements of its document agree on."""

    def __init__(self, tables: list[_Table]) -> None:
        self.own = {id(table): _said_scale(table) for table in tables}
        said: dict[int, set[int]] = defaultdict(set)
        self.currencies: dict[int, str] = {}
        for table in tables:
            document = table.grid.document
            if table.verdict.kind in PRIMARY:
                if (scale := self.own[id(table)]) is not None:
                    said[document].add(scale)
                if (currency := _said_currency(table)) is not None:
                    self.currencies.setdefault(document, currency)
        self.common = {document: scales.pop() for document, scales in said.items() if len(scales) == 1}

    def scale(self, table: _Table) -> int:
        """The scale of a table's money."""
        own = self.own[id(table)]
        if own is not None:
            return own
        if table.verdict.kind in PRIMARY or table.verdict.kind in (
            StatementKind.NOTE,
            StatementKind.QUARTERLY,
            StatementKind.SCHEDULE,
        ):
            return self.common.get(table.grid.document, 1)
        return 1

    def currency(self, table: _Table) -> str | None:
        """The currency of a table's money."""
        return _said_currency(table) or self.currencies.get(table.grid.document) or "USD"


def _said_scale(table: _Table) -> int | None:
    for part in (table, *table.parts):
        head = _without_shares(part)
        texts = [part.grid.stub, *head, *reversed(part.over.titles), part.over.lead[-240:]]
        if table.verdict.kind is StatementKind.EQUITY:
            texts = [*reversed(part.over.titles), *texts]
        if (found := scale_in(texts)) is not None:
            return found
    labels = [row.label for row in table.grid.rows[:3] if not row.cells]
    return scale_in(labels)


_COUNTED = ("share", "option", "unit", "rsu", "psu", "award", "warrant", "securit")
"""Without one of these in its head no column of a table counts shares."""


def _without_shares(part: _Table) -> list[str]:
    """The words of a table's head without those over columns of shares: what is in thousands there is no money."""
    low = part.grid.head.lower()
    units = column_units(part.grid) if any(word in low for word in _COUNTED) else ()
    if Unit.SHARES not in units:
        return [part.grid.head, *part.over.head]
    left = [column for column, unit in zip(part.grid.columns, units, strict=True) if unit is Unit.SHARES]
    said = {words for column in left for words in column.heads}
    others = [column.label for column, unit in zip(part.grid.columns, units, strict=True) if unit is not Unit.SHARES]
    return [*others, *(line for line in part.over.head if line not in said)]


def _said_currency(table: _Table) -> str | None:
    named = currency_in((table.grid.stub, table.grid.head, *table.over.titles))
    if named is not None:
        return named
    signs = {cell.currency for row in table.grid.rows[:6] for cell in row.cells if cell.currency}
    return signs.pop() if len(signs) == 1 else None


class _Names:
    """Ids of statements, stable and unique: `balance-sheet`, `note-3-table-1`, `table-7`."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = defaultdict(int)

    def name(self, table: _Table) -> str:
        """The next id for a table of this kind."""
        kind = table.verdict.kind
        note = table.place.within(SectionKind.NOTE)
        if kind is StatementKind.NOTE and note is not None:
            stem = f"{note.id.rsplit('/', 1)[-1]}-table"
        elif kind in (StatementKind.OTHER, StatementKind.NOTE):
            stem = "table"
        else:
            stem = kind.value.replace("_", "-")
        self.counts[stem] += 1
        count = self.counts[stem]
        return stem if count == 1 and not stem.endswith("table") else f"{stem}-{count}"


_UNTAGGED = Tags()


def _statement(table: _Table, calendar: FiscalCalendar, scales: _Scales, names: _Names, tags: Tags) -> Statement:
    kind = table.verdict.kind
    cols = list(columns(table.reading, kind, calendar))
    usual = usual_unit(kind, table.grid, table.verdict.title, table.over, table.place)
    parts = [(table.grid.rows, list(range(len(cols))), table_of(kind, usual, table.grid))]
    for part in table.parts:
        to = _match(cols, columns(part.reading, kind, calendar))
        parts.append((part.grid.rows, to, table_of(kind, usual, part.grid)))
    inner = next((section for section in reversed(table.place.path) if section.kind is not SectionKind.DOCUMENT), None)
    section = inner or (table.place.path[-1] if table.place.path else None)
    rows = rows_of(kind, table.grid.document, parts, calendar, tags)
    return Statement(
        names.name(table),
        kind,
        table.verdict.title,
        section.id if section is not None else None,
        Cite(table.grid.document, tuple(Span(*part.grid.span) for part in (table, *table.parts))),
        currency_of(rows) or scales.currency(table),
        scale_of(rows) or scales.scale(table),
        with_periods(kind, cols, rows) if tags.any else tuple(cols),
        rows,
        verdict=table.verdict.verdict,
    )


def _match(cols: list[Column], other: Sequence[Column]) -> list[int]:
    """For each column of a later part, the statement's column of the same period, label or place; new ones are added."""
    to: list[int] = []
    for index, column in enumerate(other):
        same = [
            at
            for at, have in enumerate(cols)
            if at not in to and (have.start, have.end, have.member) == (column.start, column.end, column.member)
        ]
        if index in same:
            to.append(index)
        elif same:
            to.append(same[0])
        elif len(other) == len(cols) and index not in to:
            to.append(index)
        else:
            to.append(len(cols))
            cols.append(column)
    return to
