"""Every grid of a filing as a Statement: what it is, its periods, money and rows; parts on two pages joined."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from core.dates import MONTHS_A_QUARTER
from core.document.block import Layout
from core.evidence import Verdict
from core.outline.section import Section, SectionKind
from core.read.filing import Filing
from core.source import Cite, Span
from core.statements import natures
from core.statements.calendar import FiscalCalendar
from core.statements.column_periods import Told
from core.statements.column_units import TABLE_UNIT, column_units, counting, table_of
from core.statements.columns import ColumnReading, columns, read_columns, with_currencies
from core.statements.fiscal_years import Filed, Seen, fiscal_years
from core.statements.judgement import JudgedTable, place_of
from core.statements.lead_in import Above
from core.statements.money import Moneys, shares_at
from core.statements.neighbours import with_neighbours
from core.statements.place import Place, places
from core.statements.recognise import Judged
from core.statements.row_times import timed
from core.statements.rows import StatementPart, rows_of
from core.statements.share_scale import ShareScales
from core.statements.statement import Column, Row, Statement, StatementKind, Unit
from core.statements.tagged_figures import Tags, tagged_currency, tagged_scale, with_periods, with_values
from core.statements.tied_scales import with_tied_scales
from core.statements.tied_tables import with_tied
from core.statements.timing import Timing
from core.statements.told_concepts import with_concepts
from core.statements.xbrl_match import Instance
from core.statements.years_beside import with_years
from core.tables.grid import Grid


@dataclass(slots=True)
class _Table:
    """A grid on its way to a statement, with everything learnt of it so far: `units` what its columns count; `parts` go on
    where it stops; `owner` the company that it is of, where the filing holds that of others too."""

    grid: Grid
    over: Above
    place: Place
    verdict: Judged
    reading: ColumnReading
    units: tuple[Unit | None, ...]
    parts: list["_Table"] = field(default_factory=list)
    owner: str | None = None


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
    found = [place_of(table.grid, finders[table.grid.document]) for table in judged]
    tables = [_read(table, place) for table, place in zip(judged, found, strict=True)]
    calendar = fiscal_years(Filed(filing.header, [Seen(t.verdict.kind, t.reading, t.grid) for t in tables]))
    moneys = Moneys(filing.header.form)
    for table in tables:
        moneys.learn(table.verdict.kind, (table, *table.parts))
    filed = _Filed(calendar, {}, moneys, ShareScales(), _Names())
    made = _made([_Draft(table, tags.get(table.grid.document, _UNTAGGED)) for table in tables], filed)
    instance = _instance(filing)
    named = with_concepts([instance.named(statement) for statement in made] if instance else made)
    return with_tied(with_tied_scales(named))


def _made(drafts: Sequence["_Draft"], filed: "_Filed") -> list[Statement]:
    """The tables as statements. All of them go through one step after the other: that is faster than one table after the
    other through all steps."""
    found = [list(columns(draft.table.reading, draft.kind, filed.calendar, filed.periods)) for draft in drafts]
    placed = [_placed(draft.table, cols, filed) for draft, cols in zip(drafts, found, strict=True)]
    for draft, cols, parts in zip(drafts, found, placed, strict=True):
        draft.columns = cols
        draft.rows = rows_of(draft.kind, draft.table.grid.document, parts, filed.calendar, draft.tags)
    for draft in drafts:
        _tell_money(draft, filed.moneys)
    for draft in drafts:
        draft.columns, draft.rows = _with_times(draft.table, draft.columns, draft.rows, filed.calendar)
    return [_statement(draft, filed) for draft in drafts]


def _instance(filing: Filing) -> Instance:
    """The facts of the XBRL instances that a submission of 2009 to 2018 has beside its documents."""
    raw = [document.raw for document in filing.documents if document.raw and document.hypertext is None]
    if not raw:
        return Instance(())
    from core.facts.instance import read_instance  # late: few filings have one

    return Instance(fact for text in raw for fact in read_instance(text))


def _read(table: JudgedTable, place: Place) -> _Table:
    """A table with its columns read as those of what it was taken for; `place` is its place in the whole outline."""
    return _Table(
        table.grid,
        table.over,
        place,
        table.titled,
        read_columns(table.grid, table.over, table.judged.kind),
        column_units(table.grid),
        [_read(part, place) for part in table.parts],
        table.owner,
    )


_STEMS = {kind: kind.value.replace("_", "-") for kind in StatementKind}


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
            stem = _STEMS[kind]
        self.counts[stem] += 1
        count = self.counts[stem]
        return stem if count == 1 and not stem.endswith("table") else f"{stem}-{count}"


_UNTAGGED = Tags()


class _Filed(NamedTuple):
    """What all tables of a filing share; `periods` are those told so far."""

    calendar: FiscalCalendar
    periods: Told
    moneys: Moneys
    shares: ShareScales
    names: _Names


@dataclass(slots=True)
class _Draft:
    """A table with what is told of it so far."""

    table: _Table
    tags: Tags
    columns: Sequence[Column] = ()
    rows: tuple[Row, ...] = ()
    scale: Verdict[int] | None = None
    currency: Verdict[str] | None = None

    @property
    def kind(self) -> StatementKind:
        """What it was taken for."""
        return self.table.verdict.kind


def _tell_money(draft: _Draft, moneys: Moneys) -> None:
    """Its scale and its currency, and what hangs on them: columns by currencies, values by tags."""
    table, kind, rows, tagged = draft.table, draft.kind, draft.rows, draft.tags.any
    among = table.place.within(SectionKind.STATEMENT) is not None
    draft.scale = (tagged_scale(rows) if tagged else None) or moneys.scale(kind, (table, *table.parts), among=among)
    draft.currency = (tagged_currency(rows) if tagged else None) or (
        moneys.currency(kind, table) if _counts(_MONEY, rows) else None
    )
    draft.columns = with_currencies(draft.columns)
    if tagged:
        draft.columns = with_periods(kind, draft.columns, rows)
        draft.rows = with_values(rows, draft.scale.decided if draft.scale is not None else 1)


def _statement(draft: _Draft, filed: _Filed) -> Statement:
    table, kind, rows, scale, currency = draft.table, draft.kind, draft.rows, draft.scale, draft.currency
    return Statement(
        filed.names.name(table),
        kind,
        table.verdict.title,
        _section_of(table.place),
        Cite(table.grid.document, tuple(Span(*part.grid.span) for part in (table, *table.parts))),
        currency.decided if currency is not None else None,
        scale.decided if scale is not None else 1,
        tuple(draft.columns),
        rows,
        verdict=table.verdict.verdict,
        scale_verdict=scale,
        currency_verdict=currency,
        share_verdict=filed.shares.told(shares_at(kind, table), rows, scale) if _counts(_SHARES, rows) else None,
        owner=table.owner,
    )


def _placed(table: _Table, cols: list[Column], filed: _Filed) -> list[StatementPart]:
    """The parts of a table over its columns, to which those that only a later part has are added."""
    kind = table.verdict.kind
    usual = TABLE_UNIT.first(counting(kind, table.grid, table.verdict.title, table.over))
    placed = [StatementPart(table.grid.rows, list(range(len(cols))), table_of(kind, usual, table.grid, table.units))]
    for part in table.parts:
        to = _match(cols, columns(part.reading, kind, filed.calendar, filed.periods))
        placed.append(StatementPart(part.grid.rows, to, table_of(kind, usual, part.grid, part.units)))
    return placed


def _with_times(
    table: _Table, cols: Sequence[Column], rows: tuple[Row, ...], calendar: FiscalCalendar
) -> tuple[Sequence[Column], tuple[Row, ...]]:
    """The columns and rows of a table, the figures that are of another time than their column with it."""
    kind, around = table.verdict.kind, table.reading.around
    if kind not in natures.KINDS:
        return cols, timed(rows, Timing(kind, cols, calendar, _by_quarters(kind, table.reading), around))
    cols = with_neighbours(cols, rows)
    told = natures.natures_of(cols, rows, table.verdict.title or "")
    outside = natures.Around(calendar, around.length)
    cols = natures.columns_of(cols, told, outside)
    rows = timed(rows, Timing(kind, cols, calendar, _by_quarters(kind, table.reading), around))
    return cols, with_years(natures.rows_of(rows, cols, told, outside), cols, calendar)


def _by_quarters(kind: StatementKind, reading: ColumnReading) -> bool:
    """Whether a day alone, over a column or beside a row, is that on which a quarter ends."""
    length = reading.around.length
    return kind is StatementKind.QUARTERLY or (length is not None and length.months == MONTHS_A_QUARTER)


def _section_of(place: Place) -> str | None:
    """The id of the innermost section that holds a table; that of its document where no other does."""
    inner = next((section for section in reversed(place.path) if section.kind is not SectionKind.DOCUMENT), None)
    section = inner or (place.path[-1] if place.path else None)
    return section.id if section is not None else None


_MONEY: frozenset[Unit | None] = frozenset((Unit.MONEY, Unit.PER_SHARE))
_SHARES: frozenset[Unit | None] = frozenset((Unit.SHARES,))


def _counts(units: frozenset[Unit | None], rows: Sequence[Row]) -> bool:
    """Whether a row, or one of its figures, counts one of these."""
    if not units.isdisjoint([row.unit for row in rows]):
        return True
    return not units.isdisjoint([figure.unit for row in rows for figure in row.figures])


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
