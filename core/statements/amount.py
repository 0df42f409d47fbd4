"""What a printed figure comes to: its value after its own multiple, a percentage as a fraction."""

from decimal import Decimal

from core.statements.share_scale import multiple_in
from core.statements.statement import Figure, Row, Statement, Unit

_HUNDREDTHS = -2
"""The power of ten of what is printed in per cent."""


def whole(statement: Statement, row: Row, figure: Figure) -> Decimal | None:
    """What a figure comes to, with its sign as printed: the amount that it is tagged with, else its value after its multiple.
    None where the cell is words."""
    value, fact = figure.value, figure.fact
    if value is None:
        return None
    if fact is not None and fact.value is not None and (fact.value or not value):
        return abs(fact.value).copy_sign(value)
    if row.counts(figure) is Unit.PERCENT:
        return value.scaleb(_HUNDREDTHS)
    return value * scale_of(statement, row, figure)


def scale_of(statement: Statement, row: Row, figure: Figure) -> int:
    """What a figure is multiplied by: as its caption or its column's head says, else as its table does for what it counts."""
    unit = row.counts(figure)
    if unit in (Unit.PERCENT, Unit.PER_SHARE):
        return 1
    column = statement.columns[figure.column] if figure.column < len(statement.columns) else None
    own = multiple_in(row.label) or (multiple_in(column.label) if column is not None else None)
    if own is not None:
        return own
    if unit is Unit.SHARES:
        return statement.share_scale
    return statement.scale if unit in (Unit.MONEY, None) else 1
