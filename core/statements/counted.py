"""What the figures of a table count where its rows do not say: money, unless the table speaks of something else."""

import re

from core.statements.statement import StatementKind, Unit
from core.tables.grid import CellUnit, Grid

_THINGS = re.compile(
    r"square (?:feet|foot|footage|met)|sq\. ?(?:ft|feet)|\bacres?\b|number of|store counts?|head ?count|employees|\bage\b"
    r"|megawatt|barrels|\btons\b|access lines"
)
_PERCENT = re.compile(r"\bpercent")
_SMALL = 1000


def usual_unit(kind: StatementKind, grid: Grid, title: str | None) -> Unit:
    """What a row of this table counts that does not say it itself; any currency sign in the table says it is money."""
    if kind not in (StatementKind.NOTE, StatementKind.OTHER):
        return Unit.MONEY
    cells = [cell for row in grid.rows for cell in row.cells]
    units = {cell.unit for cell in cells}
    if CellUnit.MONEY in units:
        return Unit.MONEY
    head = f"{grid.stub} {grid.head}".lower()
    if _is_directory(grid) or _THINGS.search(head) or (title and _THINGS.search(title.lower())):
        return Unit.NUMBER
    if CellUnit.PERCENT in units or _PERCENT.search(head):
        small = all(-_SMALL < cell.value < _SMALL for cell in cells if cell.value is not None)
        return Unit.PERCENT if small else Unit.MONEY
    return Unit.MONEY


def _is_directory(grid: Grid) -> bool:
    """Whether most rows print words beside their figures: officers and their ages, places and their floor space."""
    rows = [row for row in grid.rows if row.cells]
    words = [row for row in rows if any(cell.value is None and any(map(str.isalpha, cell.text)) for cell in row.cells)]
    return 2 * len(words) > len(rows)
