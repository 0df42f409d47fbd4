"""The rows of a statement: what each is for, what it counts, and the date it carries."""

import re
from datetime import date

from core.source import Cite
from core.statements.calendar import FiscalCalendar
from core.statements.concepts import line_of, row_concepts
from core.statements.dates import on, said
from core.statements.nesting import depths
from core.statements.statement import PRIMARY, Figure, Role, Row, StatementKind, Unit
from core.statements.tags import Tags, concept_of, unit_of
from core.tables.grid import CellUnit, GridRow, Rule

_TOTALS = ("total assets", "total liabilities and", "total liabilities, ", "total capitalization and liabilities")
_SHARES = re.compile(
    r"\b(?:weighted|average)\b.*\b(?:shares|stock|equivalents|outstanding)\b|\bshares (?:outstanding|issued|authorized|used)\b"
    r"|^number of (?:common )?shares|common shares$"
    r"|^outstanding shares|shares outstanding|shares\)?$"
)
_PER_SHARE = re.compile(r"\bper (?:\S+ ){0,4}?(?:share|unit|ads|adr)\b|/share|a share\b|per-share")
_NUMBER = re.compile(
    r"number of (?:employees|stockholders|shareholders|holders|stores|offices)"
    r"|(?<!to )(?<!by )(?<!for )(?<!of )(?<!from )(?<!with )\bemployees\b(?!['\u2019])"
    r"|\bexpected (?:life|lives)\b|\((?:in )?years\)|^(?:stock|share)holders of record"
)
_PERCENT = re.compile(
    r"\bpercent|\brates?$|^rates?\b|\brates? of\b|\bratio\b|%\)?$|^return on (?!plan assets)|\bmargin \("
)
_COUNTED = ("number", "holders", "employees", "expected li", "years)")
_OPTIONS = ("grant", "exercis", "cancel", "forfeit", "expired", "available for", "outstanding", "option")
_OPTION = re.compile(
    r"(?:options? )?(?:granted|exercised|exercisable|cancell?ed|forfeited|expired|available for (?:future )?grant|outstanding)"
    r"(?: (?:and|or) (?:cancell?ed|expired|forfeited|exercisable)|,? (?:at )?(?:beginning|end) of|,? (?:at )?\w+\.? \d|$)"
)
_RATES = ("rate", "ratio", "percent", "%", "margin", "return on")
_SMALL = 1000
_PLAIN, _MONEY, _PERCENTAGE = CellUnit
_NONE, _SINGLE, _DOUBLE = Rule
_HEADING, _LINE, _SUBTOTAL, _TOTAL = Role
_EQUITY = StatementKind.EQUITY
"""By short names too: an enumeration looks its members up slowly."""
_new = tuple.__new__


def rows_of(
    kind: StatementKind,
    document: int,
    parts: list[tuple[tuple[GridRow, ...], list[int]]],
    calendar: FiscalCalendar,
    usual: Unit,
    tags: Tags,
) -> tuple[Row, ...]:
    """The rows of a statement from its parts: grid rows, and for each grid column the statement's column. `usual` is what
    rows count that do not say it; `tags` what their figures are tagged as."""
    found: list[Row] = []
    for rows, to in parts:
        heading = ""
        for index, (row, depth) in enumerate(zip(rows, depths(rows), strict=True)):
            if row.label and not row.cells:
                heading = row.label.lower()
            found.append(_row(kind, document, row, depth, to, index, heading, calendar, usual))
    if tags.any:
        found = [_tagged(row, tags) for row in found]
    if kind not in PRIMARY:
        return tuple(found)
    concepts = row_concepts(kind, found)
    return tuple(
        row if concept is None and row.concept is None else _with_line(row, concept)
        for row, concept in zip(found, concepts, strict=True)
    )


def _tagged(row: Row, tags: Tags) -> Row:
    """A row with what its figures are tagged as."""
    facts = [tags.at(figure.cite) for figure in row.figures]
    if not any(facts):
        return row
    figures = tuple([figure._replace(fact=fact) for figure, fact in zip(row.figures, facts, strict=True)])
    unit = unit_of(figures, row.unit or Unit.MONEY)
    return row._replace(unit=unit, concept=concept_of(figures), figures=figures)


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
    calendar: FiscalCalendar,
    usual: Unit,
) -> Row:
    if row.cells and not row.label:
        row = _with_total(row)
    place = row.label_cite or Cite(document, (row.span,))
    when = row_date(row.label, calendar) if kind is _EQUITY else None
    if not row.cells:
        return Row(row.label, depth, _HEADING, None, None, place, (), False, when)  # noqa: FBT003
    figures = tuple([_new(Figure, (to[cell.column], cell.text, cell.value, cell.cite, None)) for cell in row.cells])
    ruled = index > 0 and row.above is not _NONE
    lower = row.label.lower()
    role, unit = _role(row, lower, ruled), _unit(row, lower, heading, usual)
    return _new(Row, (row.label, depth, role, unit, None, place, figures, ruled, when, None))


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


def _unit(row: GridRow, label: str, heading: str, usual: Unit) -> Unit:
    """What a row counts: what its cells print decides, then its caption, then the heading it stands under, then the table."""
    for cell in row.cells:
        if cell.unit is _PERCENTAGE:
            return Unit.PERCENT
    small = _is_small(row)
    if small and _is_per_share(label, heading, row):
        return Unit.PER_SHARE
    if (
        ("share" in label or "average" in label or "outstanding" in label)
        and "$" not in label
        and _counts_shares(label, row)
    ):
        return Unit.SHARES
    if _says(label, _COUNTED, _NUMBER):
        return Unit.NUMBER
    if small and _says(label.rstrip(" .:"), _RATES, _PERCENT) and not _is_money(row):
        return Unit.PERCENT
    return _otherwise(row, label, usual)


def _otherwise(row: GridRow, label: str, usual: Unit) -> Unit:
    """What a row counts that does not say it: as its table, but options granted and exercised are shares."""
    if not label.startswith(_OPTIONS) or "$" in label or _is_money(row) or not _OPTION.match(label):
        return usual
    return usual if any("." in cell.text for cell in row.cells) else Unit.SHARES


def _says(label: str, words: tuple[str, ...], pattern: re.Pattern[str]) -> bool:
    """Whether a caption matches a pattern that needs one of these words; they are cheaper to look for."""
    for word in words:
        if word in label:
            return pattern.search(label) is not None
    return False


def _is_small(row: GridRow) -> bool:
    """Whether all numbers of a row are small, as rates and amounts per share are."""
    small = False
    for cell in row.cells:
        if cell.value is not None:
            if not -_SMALL < cell.value < _SMALL:
                return False
            small = True
    return small


def _is_money(row: GridRow) -> bool:
    """Whether a figure of the row bears a currency sign."""
    for cell in row.cells:  # noqa: SIM110 - said of every row
        if cell.unit is _MONEY:
            return True
    return False


def _is_per_share(label: str, heading: str, row: GridRow) -> bool:
    """Whether a row of small figures is so much a share; an amount with `$` in the caption of a sum is not."""
    if "$" in label and not any("." in cell.text for cell in row.cells):
        return False
    if ("share" in label or " per " in label or "unit" in label) and _PER_SHARE.search(label):
        return True
    return "share" in heading and _under_per_share(label, heading, row)


def _under_per_share(label: str, heading: str, row: GridRow) -> bool:
    """Whether a row stands under `Earnings per share:` and prints cents as such rows do."""
    if _PER_SHARE.search(heading) is None:
        return False
    return bool(label) and any((cell.value is not None and "." in cell.text) or cell.value == 0 for cell in row.cells)


def _counts_shares(label: str, row: GridRow) -> bool:
    return not _is_money(row) and (
        _SHARES.search(label) is not None and "par " not in label and "purchase" not in label and "(" not in label[:40]
    )


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
