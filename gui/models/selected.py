"""What the selected cells of a sheet come to: their sum, average and count, as a spreadsheet's status bar says it."""

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import QModelIndex

from core.statements.statement import Unit
from gui import format as shown
from gui.models.sheet import SheetModel

_FEWEST = 2
_ADDED = frozenset({Unit.MONEY, Unit.SHARES, Unit.NUMBER, None})
"""What may be added up; percentages and amounts per share have an average only."""


def summed(model: SheetModel, indexes: Iterable[QModelIndex]) -> str:
    """`Sum 4,123   Average 1,374.33   Count 3`, in the scale that is shown; only the count where the cells do not count
    the same; nothing of fewer than two figures."""
    values: list[Decimal] = []
    units: set[Unit | None] = set()
    decimals = 0
    for index in indexes:
        row, column = index.row(), index.column()
        figure = model.figure(row, column)
        cell = model.cell(row, column) if figure is not None else None
        if figure is None or cell is None or cell.raw is None:
            continue
        values.append(cell.raw)
        units.add(Unit.PERCENT if "%" in cell.text else model.row(row).counts(figure))
        decimals = max(decimals, shown.printed_decimals(cell.text.strip("()−◆▲ ")))
    if len(values) < _FEWEST:
        return ""
    words = [f"Count {len(values):,}"]
    if len(units) == 1:
        sign, brackets = "%" if units == {Unit.PERCENT} else "", model.options.brackets
        total = sum(values, Decimal(0))
        average = shown.number(total / len(values), decimals + 2, brackets=brackets, sign=sign)
        words.insert(0, f"Average {average}")
        if units <= _ADDED:
            words.insert(0, f"Sum {shown.number(total, decimals, brackets=brackets)}")
    return "   ".join(words)
