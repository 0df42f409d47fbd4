"""Tables from text, and grids drawn as text."""

from textwrap import dedent

from core.document.plain import lay_out
from core.source import Source
from core.tables.grid import Grid, GridCell, Rule
from core.tables.text.read import grids


def read(text: str) -> tuple[Grid, ...]:
    """The grids of a document of this text, its common indent taken away."""
    return grids(lay_out(Source(1, dedent(text).strip("\n"))))


def drawn(text: str) -> str:
    """The grids of a text, drawn."""
    return draw(read(text))


def draw(found: tuple[Grid, ...]) -> str:
    """Grids: heads between bars, a rule as a line, a row a line."""
    return "\n".join(line for grid in found for line in _grid(grid))


def _grid(grid: Grid) -> list[str]:
    lines = [f"[{grid.stub}] " + " | ".join(column.label for column in grid.columns)]
    for row in grid.rows:
        if row.above is not Rule.NONE:
            lines.append(row.above * 3)
        cells = {cell.column: cell for cell in row.cells}
        shown = [_cell(cells.get(column)) for column in range(len(grid.columns))] if cells else []
        lines.append("; ".join([row.label, *shown]))
    if grid.rows and grid.rows[-1].below is not Rule.NONE:
        lines.append(grid.rows[-1].below * 3)
    return lines


def _cell(cell: GridCell | None) -> str:
    if cell is None:
        return "_"
    value = f"'{cell.text}'" if cell.value is None else f"{cell.value}"
    return value + cell.unit + cell.mark
