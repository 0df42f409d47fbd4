"""What a table and its columns say that their figures count: money, unless they speak of something else."""

import re
from collections.abc import Sequence

from core.outline.section import SectionKind
from core.statements.lead_in import Above
from core.statements.place import Place
from core.statements.statement import StatementKind, Unit
from core.statements.units import Table
from core.tables.grid import CellUnit, Grid, GridCell, GridColumn

_THINGS = re.compile(
    r"square (?:feet|foot|footage|met)|sq\. ?(?:ft|feet)|\bacres?\b|number of|store counts?|unit counts?|head ?count|employees"
    r"|\bage\b|megawatt|barrels|\btons\b|access lines|\bmiles\b|carloads|\bvotes?\b|^page\b|\bpage no|page\(s\)|\(page"
    r"|subscribers|\bstores\b|\bplants\b|\bfacilities\b|\babstain|^number$"
)
_COUNTED = re.compile(
    r"subscribers|-miles\b|\bmiles\b|retail units|\bspeed\b|velocity|\(hours\)|train length|workforce|\bstores\b"
)
"""Captions of what is counted or measured."""
_PERCENT = re.compile(r"\bpercent")
_SHARES = re.compile(
    r"shares in (?:thousands|millions)|\((?:in )?(?:thousands|millions) of shares|\(in (?:thousands|millions) shares"
    r"|number of (?:\S+ ){0,3}(?:shares|options)|shares of (?:\S+ ){0,3}stock\b|weighted[- ]average (?:\S+ ){0,2}shares"
    r"|anti-?dilutive|dilutive (?:\S+ ){0,3}(?:securities|shares|awards)|excluded from the (?:computation|calculation)"
    r"|total shares|shares outstanding"
)
_NO_SHARES = re.compile(
    r"(?:value|price|cost|proceeds|amount|expense)s? (?:of|for|related to) (?:\S+ ){0,3}(?:shares|options)"
)
_RESULTS = re.compile(r"income|earnings|\bloss|dividends|expense|revenue|numerator|\bcost")
_SMALL = 1000


def usual_unit(kind: StatementKind, grid: Grid, title: str | None, over: Above, place: Place) -> Unit:
    """What a row of this table counts that does not say it itself; any currency sign in the table says it is money."""
    if kind not in (StatementKind.NOTE, StatementKind.OTHER):
        return Unit.MONEY
    cells = [cell for row in grid.rows for cell in row.cells]
    units = {cell.unit for cell in cells}
    if CellUnit.MONEY in units:
        return Unit.MONEY
    head = f"{grid.stub} {grid.head}".strip().lower()
    lead = f"{' '.join(over.titles[-2:])} {over.lead[-320:]}".lower()
    if any(_SHARES.search(text) and not _NO_SHARES.search(text) for text in (head, lead)) and not _tells_results(grid):
        return Unit.SHARES
    if _is_directory(grid) or _counts_things(grid, place) or any(map(_THINGS.search, (head, (title or "").lower()))):
        return Unit.NUMBER
    if CellUnit.PERCENT in units or _PERCENT.search(head):
        small = all(-_SMALL < cell.value < _SMALL for cell in cells if cell.value is not None)
        return Unit.PERCENT if small else Unit.MONEY
    return Unit.MONEY


def _counts_things(grid: Grid, place: Place) -> bool:
    """Whether a table lies among the properties, or most of its captions are of what is counted or measured."""
    item = place.within(SectionKind.ITEM)
    if item is not None and item.number == "2" and "propert" in item.title.lower():
        return True
    labels = [row.label.lower() for row in grid.rows if row.cells]
    return 2 * sum(_COUNTED.search(label) is not None for label in labels) >= len(labels)


def _tells_results(grid: Grid) -> bool:
    """Whether a caption speaks of what was earned or spent."""
    return any(row.cells and _RESULTS.search(row.label.lower()) for row in grid.rows)


def _is_directory(grid: Grid) -> bool:
    """Whether most rows print words beside their figures: officers and their ages, places and their floor space."""
    rows = [row for row in grid.rows if row.cells]
    words = [row for row in rows if any(cell.value is None and any(map(str.isalpha, cell.text)) for cell in row.cells)]
    return 2 * len(words) > len(rows)


_RATES = re.compile(
    r"%|\bpercent|\b(?:interest|coupon|effective|discount|tax|growth|average|royalty) rates?\b(?! contracts| swaps)"
)
_PRICES = re.compile(
    r"(?:exercise|average|market|stock|share|sales?|grant|option|conversion|purchase) prices?\b(?! allocation)"
    r"|price (?:paid )?per|per (?:\S+ ){0,2}(?:share|unit|option|rsu|psu|award)s?\b|grant[- ]date fair value|fair value per"
    r"|\beps\b"
)
_COUNTS = re.compile(
    r"(?:number|total) of (?:\S+ ){0,4}(?:shares|options|securities|warrants|awards|units|rsus|psus)"
    r"|\b(?:shares|options|units|rsus|psus|awards|warrants)(?: (?:outstanding|exercisable|granted|vested))?(?: \(.{1,20}\))?$"
    r"|\b(?:shares|options) \(|(?:options|warrants|awards) .*number(?: of .*)?$|shares purchased"
)
_AMOUNTS = re.compile(r"\$|dollar|\bamounts?\b|\bvalues?\b|\bcosts?\b|proceeds|compensation|salary")
_THING_COLUMNS = re.compile(
    r"\(?(?:in )?(?:years|months|days)\)?$|\b(?:useful|remaining|contractual|average|estimated) (?:\w+ )?(?:life|lives|term)\b"
    r"|number of (?:employees|stores|holders|countries|units)|basis p(?:oin)?t|\bbps\b"
    r"|^(?:fiscal )?year$|^age$|^page\b|^exhibit\b|square feet|director since"
)
_OTHER = re.compile(r"price|\blife\b|\bterm\b|\brange\b")
_EXCEPT = re.compile(r"\(?(?:in )?(?:thousands|millions)\b[^()]*\bexcept\b[^)]*\)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def table_of(kind: StatementKind, usual: Unit, grid: Grid) -> Table:
    """What a grid says that its figures count."""
    values = [cell for row in grid.rows for cell in row.cells if cell.value]
    whole = 2 * sum("." not in cell.text for cell in values) > len(values)
    return Table(kind, usual, column_units(grid), whole)


def column_units(grid: Grid) -> tuple[Unit | None, ...]:
    """What the columns of a table count whose heads or figures say so; empty where none does."""
    cells: list[list[GridCell]] = [[] for _ in grid.columns]
    beside: set[int] = set()
    for row in grid.rows:
        money = any(cell.unit is CellUnit.MONEY for cell in row.cells)
        for cell in row.cells:
            if cell.value:
                if money and not cells[cell.column] and cell.unit is CellUnit.PERCENT:
                    beside.add(cell.column)
                cells[cell.column].append(cell)
    found = tuple(
        _column_unit(column, inside, first_of_percentages=number in beside)
        for number, (column, inside) in enumerate(zip(grid.columns, cells, strict=True))
    )
    return found if any(found) else ()


def _column_unit(column: GridColumn, cells: Sequence[GridCell], *, first_of_percentages: bool) -> Unit | None:
    """What a column counts: by its figures, where all are years or most are percentages, or the first is one beside money;
    else by its head."""
    if not cells:
        return None
    if all(_YEAR.fullmatch(cell.text) for cell in cells):
        return Unit.NUMBER
    signed = [cell.unit for cell in cells]
    money = CellUnit.MONEY in signed
    small = sum(-_SMALL < cell.value < _SMALL for cell in cells if cell.value is not None)
    if 2 * signed.count(CellUnit.PERCENT) >= len(cells) or (first_of_percentages and not money and small == len(cells)):
        return Unit.PERCENT
    head = _EXCEPT.sub("", column.label.lower())
    return _told_by_head(head, money=money, small=small / len(cells)) if head else None


def _told_by_head(head: str, *, money: bool, small: float) -> Unit | None:
    """What a head says that its column counts; `money` whether it prints currency signs, `small` how many of its figures
    are small, as a share."""
    if 2 * small >= 1 and _PRICES.search(head):
        return Unit.PER_SHARE
    if not money and _THING_COLUMNS.search(head):
        return Unit.NUMBER
    if small == 1 and not money and _RATES.search(head):
        return Unit.PERCENT
    if _AMOUNTS.search(head):
        return Unit.MONEY
    return Unit.SHARES if not money and _COUNTS.search(head) and _OTHER.search(head) is None else None
