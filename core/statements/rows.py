"""The rows of a statement: what each is for, what it counts, and the date it carries."""

from datetime import date

from core.dates import on, said
from core.source import Cite
from core.statements.calendar import FiscalCalendar
from core.statements.concepts import line_of, row_concepts
from core.statements.nesting import depths
from core.statements.statement import PRIMARY, Figure, Role, Row, StatementKind, Unit
from core.statements.tagged_figures import Tags, concept_of, unit_of
from core.statements.units import Table, most, units
from core.tables.grid import GridRow, Rule

_TOTALS = ("total assets", "total liabilities and", "total liabilities, ", "total capitalization and liabilities")
_NONE, _SINGLE, _DOUBLE = Rule
_HEADING, _LINE, _SUBTOTAL, _TOTAL = Role
_EQUITY = StatementKind.EQUITY
"""By short names too: an enumeration looks its members up slowly."""
_new = tuple.__new__


def rows_of(
    kind: StatementKind,
    document: int,
    parts: list[tuple[tuple[GridRow, ...], list[int], Table]],
    calendar: FiscalCalendar,
    tags: Tags,
) -> tuple[Row, ...]:
    """The rows of a statement from its parts: grid rows, for each grid column the statement's column, and what the part
    says that its figures count; `tags` what they are tagged as."""
    found: list[Row] = []
    for rows, to, table in parts:
        heading = ""
        for index, (row, depth) in enumerate(zip(rows, depths(rows), strict=True)):
            if row.label and not row.cells:
                heading = row.label.lower()
            above = _above(found, heading) if index else None
            found.append(_row(kind, document, row, depth, to, index, heading, above, calendar, table))
    if tags.any:
        found = [_tagged(kind, row, tags) for row in found]
    if kind not in PRIMARY:
        return tuple(found)
    concepts = row_concepts(kind, found)
    return tuple(
        row if concept is None and row.concept is None else _with_line(row, concept)
        for row, concept in zip(found, concepts, strict=True)
    )


def _above(found: list[Row], heading: str) -> Unit | None:
    """What the row above counts, or the one before a heading that says what is added to it."""
    if found[-1].figures:
        return found[-1].unit
    added = len(found) > 1 and any(word in heading for word in ("dilut", "effect", "add"))
    return found[-2].unit if added else None


def _tagged(kind: StatementKind, row: Row, tags: Tags) -> Row:
    """A row with what its figures are tagged as."""
    facts = [tags.at(figure.cite) for figure in row.figures]
    if not any(facts):
        return row
    figures = [figure._replace(fact=fact) for figure, fact in zip(row.figures, facts, strict=True)]
    found = [unit_of(figure.fact, row.counts(figure) or Unit.MONEY) for figure in figures]
    unit = most([one for one, figure in zip(found, figures, strict=True) if figure.value is not None], kind) or row.unit
    told = tuple([_counted(figure, one, unit) for figure, one in zip(figures, found, strict=True)])
    return row._replace(unit=unit, concept=concept_of(told), figures=told)


def _counted(figure: Figure, unit: Unit, row: Unit | None) -> Figure:
    """A figure with what it counts, if that is not what its row counts."""
    own = None if unit is row or figure.value is None else unit
    return figure if figure.unit is own else figure._replace(unit=own)


def _with_line(row: Row, named: str | None) -> Row:
    """A row with the line that it is: by its tag where that is one we know, else by its caption."""
    if row.concept is None:
        return row._replace(concept=named)
    return row._replace(line=line_of(row.concept, named))


def _row(
    kind: StatementKind,
    document: int,
    row: GridRow,
    depth: int,
    to: list[int],
    index: int,
    heading: str,
    above: Unit | None,
    calendar: FiscalCalendar,
    table: Table,
) -> Row:
    if row.cells and not row.label:
        row = _with_total(row)
    place = row.label_cite or Cite(document, (row.span,))
    when = row_date(row.label, calendar) if kind is _EQUITY else None
    if not row.cells:
        return Row(row.label, depth, _HEADING, None, None, place, (), False, when)  # noqa: FBT003
    unit, apart = units(row, heading, above, table)
    figures = tuple(
        [_new(Figure, (to[cell.column], cell.text, cell.value, cell.cite, None, None)) for cell in row.cells]
    )
    if apart is not None:
        figures = tuple([figure._replace(unit=one) for figure, one in zip(figures, apart, strict=True)])
    ruled = index > 0 and row.above is not _NONE
    lower = row.label.lower()
    role = _role(row, lower, ruled)
    return _new(Row, (row.label, depth, role, unit, None, place, figures, ruled, when, None, None, None))


def _with_total(row: GridRow) -> GridRow:
    """A row whose `TOTAL` stands in a column of words before the figures: that is its caption."""
    if row.cells[0].value is not None or row.cells[0].text.lower() not in ("total", "totals"):
        return row
    return row._replace(label=row.cells[0].text, label_cite=row.cells[0].cite, cells=row.cells[1:])


def _role(row: GridRow, lower: str, ruled: bool) -> Role:
    if lower.startswith(_TOTALS) or (row.below is _DOUBLE and row.above is not _DOUBLE and (not lower or ruled)):
        return _TOTAL
    if not lower or lower.startswith(("total ", "net cash ", "totals", "subtotal")) or lower == "total":
        return _SUBTOTAL
    return _SUBTOTAL if ruled and row.above is _SINGLE else _LINE


def row_date(label: str, calendar: FiscalCalendar) -> date | None:
    """The date of a balance row in a statement of equity: `Balance at December 31, 2001`."""
    if not any(char.isdigit() for char in label):
        return None
    lower = label.lower()
    if not (lower.startswith(("balance", "at ", "as of")) or " balance" in lower or lower[:3] in _MONTHS):
        return None
    time = said(label)
    if time.dates:
        return time.dates[-1]
    if not time.years:
        return None
    return on(time.years[-1], *time.days[-1]) if time.days else calendar.end(time.years[-1])


_MONTHS = frozenset(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"))
