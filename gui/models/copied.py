"""Cells of a sheet as a table for a spreadsheet: plain text with tabs, and HTML."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QMimeData, QModelIndex

from gui.models.sheet import SheetModel

FORMULA = ("=", "+", "-", "@", "\t")


def words(text: str) -> str:
    """Words of a filing that a spreadsheet cannot take for a formula."""
    folded = " ".join(text.split())
    return f"'{folded}" if folded.startswith(FORMULA) else folded


def raw(model: SheetModel, row: int, column: int) -> str:
    """A cell as a spreadsheet reads it: the bare number in the scale shown, a percent with its sign, or words."""
    cell = model.cell(row, column)
    if cell.raw is None:
        return words(cell.text)
    number = cell.raw if cell.raw == cell.raw.to_integral_value() else round(cell.raw, 6).normalize()
    return format(number, "f") + ("%" if "%" in cell.text else "")


def table(model: SheetModel, indexes: Iterable[QModelIndex]) -> list[list[str]]:
    """The rows of a selection with their captions, under the heads of its columns."""
    cells = {(index.row(), index.column()) for index in indexes}
    columns = sorted({column for _, column in cells} - {0})
    lines = [["", *(words(model.head(column)) for column in columns)]] if columns else []
    for row in sorted({row for row, _ in cells}):
        figures = [raw(model, row, column) if (row, column) in cells else "" for column in columns]
        lines.append([words(model.row(row).label), *figures])
    return lines


def as_html(model: SheetModel, lines: list[list[str]]) -> str:
    """A copied table as HTML, figures to the right."""
    title = f"<caption>{escape(model.statement.title)}</caption>" if model.statement.title else ""
    rows = []
    for line in lines:
        figures = "".join(f'<td align="right">{escape(cell)}</td>' for cell in line[1:])
        rows.append(f"<tr><td>{escape(line[0])}</td>{figures}</tr>")
    return f'<meta charset="utf-8"><table>{title}{"".join(rows)}</table>'


def copied(model: SheetModel, indexes: list[QModelIndex]) -> QMimeData:
    """A selection for the clipboard; a single cell is copied bare."""
    data = QMimeData()
    if len(indexes) == 1:
        index = indexes[0]
        data.setText(raw(model, index.row(), index.column()) if index.column() else model.row(index.row()).label)
        return data
    lines = table(model, indexes)
    data.setText("".join("\t".join(line) + "\n" for line in lines))
    data.setHtml(as_html(model, lines))
    return data
