"""What the selected cells of a sheet come to, in whole amounts: their sum, average and count, as a spreadsheet's bar says it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QModelIndex

from core.statements.amount import whole
from core.statements.statement import Unit
from gui import format as shown
from gui.models.own_sums import ADDED
from gui.models.sheet import SheetModel

_FEWEST = 2
_HUNDRED = 100
_FINER = 2
"""Decimals that an average has more than what it is of."""


class _Selected(NamedTuple):
    """A selected figure: what it comes to (a percentage as printed), what it counts, its decimals, whether it is subtracted."""

    value: Decimal
    unit: Unit | None
    decimals: int
    minus: bool


def summed(model: SheetModel, indexes: Iterable[QModelIndex]) -> str:
    """`Sum $4,123,000   Average $1,374,333.33   Count 3`: whole amounts, in whatever scale the cells are shown; only the
    count where the cells do not count the same; nothing of fewer than two figures. Where the reader takes some away, there is
    no average, and it is said how many."""
    found = [_selected(model, index.row(), index.column()) for index in indexes]
    cells = [one for one in found if one is not None]
    if len(cells) < _FEWEST:
        return ""
    taken, words = sum(one.minus for one in cells), [f"Count {len(cells):,}"]
    units = {one.unit for one in cells}
    if len(units) == 1:
        unit = units.pop()
        total = sum((-one.value if one.minus else one.value for one in cells), Decimal(0))
        decimals = max(one.decimals for one in cells)
        if taken:
            words.insert(0, f"{taken:,} subtracted")
        else:
            average = total / len(cells)
            finest = min(decimals + _FINER, max(_decimals(average), decimals))
            words.insert(0, f"Average {_amount(model, average, unit, finest)}")
        if unit in ADDED:
            words.insert(0, f"Sum {_amount(model, total, unit, decimals)}")
    return "   ".join(words)


def _selected(model: SheetModel, row: int, column: int) -> _Selected | None:
    figure = model.figure(row, column)
    cell = model.cell(row, column) if figure is not None else None
    if figure is None or cell is None or cell.raw is None:
        return None
    minus = figure.cite in model.minus
    if "%" in cell.text:
        return _Selected(cell.raw, Unit.PERCENT, shown.printed_decimals(cell.text.strip("()−◆▲ ")), minus)
    of, value = model.row(row), whole(model.statement, model.row(row), figure)
    if value is None:
        return None
    unit = of.counts(figure)
    value = value * _HUNDRED if unit is Unit.PERCENT else value
    return _Selected(value, unit, _decimals(value), minus)


def _decimals(value: Decimal) -> int:
    """How many decimals an amount has, none made up."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _amount(model: SheetModel, value: Decimal, unit: Unit | None, decimals: int) -> str:
    money = unit in (Unit.MONEY, Unit.PER_SHARE)
    symbol = shown.SYMBOLS.get(model.statement.currency or "", "") if money else ""
    text = shown.number(abs(value), decimals, sign="%" if unit is Unit.PERCENT else "")
    return f"{shown.MINUS if value < 0 else ''}{symbol}{text}"
