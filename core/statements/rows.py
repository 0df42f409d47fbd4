"""The rows of a statement: what each is for, what it counts, and the date it carries."""

import re
from dataclasses import replace
from datetime import date

from core.source import Cite
from core.statements.calendar import FiscalCalendar
from core.statements.concepts import row_concepts
from core.statements.dates import on, said
from core.statements.nesting import depths
from core.statements.statement import Figure, Role, Row, StatementKind, Unit
from core.tables.grid import CellUnit, GridRow, Rule

_TOTALS = ("total assets", "total liabilities and", "total liabilities, ", "total capitalization and liabilities")
_SHARES = re.compile(
    r"\b(?:weighted|average)\b.*\b(?:shares|stock|equivalents|outstanding)\b|\bshares (?:outstanding|issued|authorized|used)\b"
    r"|^number of (?:common )?shares|common shares$"
    r"|^outstanding shares|shares outstanding|shares\)?$"
)
_PER_SHARE = re.compile(r"\bper (?:\S+ ){0,4}?(?:share|unit|ads|adr)\b|/share|a share\b|per-share")
_NUMBER = re.compile(
    r"number of (?:employees|stockholders|shareholders|holders|stores|offices)|employees|^(?:stock|share)holders of record"
)
_PERCENT = re.compile(
    r"\bpercent|\brates?$|^rates?\b|\brates? of\b|\bratio\b|%\)?$|^return on (?!plan assets)|\bmargin \("
)
_SMALL = 1000


def rows_of(
    kind: StatementKind, document: int, parts: list[tuple[tuple[GridRow, ...], list[int]]], calendar: FiscalCalendar
) -> tuple[Row, ...]:
    """The rows of a statement from its parts: grid rows, and for each grid column the statement's column."""
    found: list[Row] = []
    for rows, to in parts:
        heading = ""
        for index, (row, depth) in enumerate(zip(rows, depths(rows), strict=True)):
            if row.label and not row.cells:
                heading = row.label.lower()
            found.append(_row(kind, document, row, depth, to, index, heading, calendar))
    concepts = row_concepts(kind, found)
    return tuple(
        row
        if concept is None
        else Row(row.label, row.depth, row.role, row.unit, concept, row.cite, row.figures, row.ruled, row.date)
        for row, concept in zip(found, concepts, strict=True)
    )


def _row(
    kind: StatementKind,
    document: int,
    row: GridRow,
    depth: int,
    to: list[int],
    index: int,
    heading: str,
    calendar: FiscalCalendar,
) -> Row:
    row = _with_total(row)
    figures = tuple(Figure(to[cell.column], cell.text, cell.value, cell.cite) for cell in row.cells)
    place = row.label_cite or Cite(document, (row.span,))
    ruled = index > 0 and bool(figures) and row.above is not Rule.NONE
    role = _role(row, ruled)
    unit = _unit(row, heading) if figures else None
    return Row(row.label, depth, role, unit, None, place, figures, ruled, row_date(kind, row.label, calendar))


def _with_total(row: GridRow) -> GridRow:
    """A row whose `TOTAL` stands in a column of words before the figures: that is its caption."""
    if (
        row.label
        or not row.cells
        or row.cells[0].value is not None
        or row.cells[0].text.lower() not in ("total", "totals")
    ):
        return row
    return replace(row, label=row.cells[0].text, label_cite=row.cells[0].cite, cells=row.cells[1:])


def _role(row: GridRow, ruled: bool) -> Role:
    if not row.cells:
        return Role.HEADING
    lower = row.label.lower().lstrip()
    if lower.startswith(_TOTALS) or (
        row.below is Rule.DOUBLE and row.above is not Rule.DOUBLE and (not lower or ruled)
    ):
        return Role.TOTAL
    if not lower or lower.startswith(("total ", "net cash ", "totals", "subtotal")) or lower == "total":
        return Role.SUBTOTAL
    return Role.SUBTOTAL if ruled and row.above is Rule.SINGLE else Role.LINE


def _unit(row: GridRow, heading: str) -> Unit:
    """What a row counts: what its cells print decides, then its caption, then the heading it stands under."""
    if any(cell.unit is CellUnit.PERCENT for cell in row.cells):
        return Unit.PERCENT
    label = row.label.lower()
    values = [abs(cell.value) for cell in row.cells if cell.value is not None]
    small = bool(values) and max(values) < _SMALL
    worded = "$" in label and not any(
        "." in cell.text for cell in row.cells
    )  # an amount per share inside the caption of a sum
    if (
        small
        and not worded
        and (
            (("share" in label or " per " in label or "unit" in label) and _PER_SHARE.search(label))
            or _under_per_share(label, heading, row)
        )
    ):
        return Unit.PER_SHARE
    if (
        "$" not in label
        and ("share" in label or "average" in label or "outstanding" in label)
        and _counts_shares(label, row)
    ):
        return Unit.SHARES
    if _NUMBER.search(label):
        return Unit.NUMBER
    if small and _PERCENT.search(label.rstrip(" .:")) and not any(cell.unit is CellUnit.MONEY for cell in row.cells):
        return Unit.PERCENT
    return Unit.MONEY


def _under_per_share(label: str, heading: str, row: GridRow) -> bool:
    """Whether a row stands under `Earnings per share:` and prints cents as such rows do."""
    if "share" not in heading or _PER_SHARE.search(heading) is None:
        return False
    return bool(label) and any((cell.value is not None and "." in cell.text) or cell.value == 0 for cell in row.cells)


def _counts_shares(label: str, row: GridRow) -> bool:
    if any(cell.unit is CellUnit.MONEY for cell in row.cells):
        return False
    return (
        _SHARES.search(label) is not None and "par " not in label and "purchase" not in label and "(" not in label[:40]
    )


def row_date(kind: StatementKind, label: str, calendar: FiscalCalendar) -> date | None:
    """The date of a balance row in a statement of equity: `Balance at December 31, 2001`."""
    if kind is not StatementKind.EQUITY or not any(char.isdigit() for char in label):
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
