"""Round marks for an axis, the scale of a second axis whose marks stand on the first one's, and how marks are written."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from core.statements.statement import Unit
from gui import format as shown

_ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10), Decimal(20), Decimal(50))
"""What marks stand apart, times a power of ten."""
_FINEST = Decimal("1e-9")
_WITHIN = (Decimal(2), Decimal(5))
"""Marks between two powers of ten, where there is room."""
_FEW_DECADES = 3


class Axis(NamedTuple):
    """What an axis counts: `name` says it where unit and currency do not (`Index, 2001 = 100`); the values of a `plain`
    one are written out, not in thousands."""

    unit: Unit | None
    currency: str | None = None
    name: str = ""
    plain: bool = False

    def label(self, value: Decimal, apart: Decimal) -> str:
        """A mark, whose neighbours stand `apart`."""
        if self.plain:
            return shown.number(value, max(0, -int(apart.normalize().as_tuple().exponent)))
        return shown.compact(value, self.unit, self.currency, apart)

    def brief(self, value: Decimal) -> str:
        """A value above a bar: three figures are enough there, and the axis names the currency."""
        return shown.number(value) if self.plain else shown.brief(value, self.unit)

    def full(self, value: Decimal) -> str:
        """A value in full: `$39,256,438`, `$1.41`, `54.7%`."""
        symbol = shown.SYMBOLS.get(self.currency or "", "") if self.unit in (Unit.MONEY, Unit.PER_SHARE) else ""
        places = max(0, -int(value.normalize().as_tuple().exponent)) if value else 0
        least = {Unit.PER_SHARE: 2, Unit.PERCENT: 1}.get(self.unit, 0) if self.unit else 0
        text = shown.number(abs(value), min(1 if self.unit is Unit.PERCENT else 4, max(places, least)))
        sign = shown.MINUS if value < 0 else ""
        return f"{sign}{symbol}{text}{'%' if self.unit is Unit.PERCENT else ''}"


def ticks(least: Decimal, largest: Decimal, most: int) -> tuple[Decimal, ...]:
    """Round values (1, 2, 2.5 or 5 times a power of ten apart), at most `most`, from below `least` to above `largest`."""
    if least == largest:
        return (Decimal(0), Decimal(1))
    rough = (largest - least) / max(1, most - 1)
    power = Decimal(10) ** rough.adjusted()
    for times in _ROUND:
        apart = power * times
        first = (least / apart).to_integral_value(ROUND_FLOOR)
        last = (largest / apart).to_integral_value(ROUND_CEILING)
        if last - first < most:
            break
    return tuple(apart * index for index in range(int(first), int(last) + 1))


def inside(marks: Sequence[Decimal], least: Decimal, largest: Decimal) -> tuple[Decimal, ...]:
    """The marks that lie in a range that is looked at."""
    return tuple(mark for mark in marks if least <= mark <= largest)


def powers(least: Decimal, largest: Decimal, most: int) -> tuple[Decimal, ...]:
    """Powers of ten from below `least` to above `largest` (both above zero); with 2 and 5 times them where these are few."""
    first, last = least.adjusted(), largest.adjusted()
    if largest > Decimal(10) ** last:
        last += 1
    decades = [Decimal(10) ** at for at in range(first, last + 1)]
    every = max(1, -(-len(decades) // max(2, most)))
    if every == 1 and len(decades) <= min(_FEW_DECADES, most):
        marks = sorted({mark * times for mark in decades[:-1] for times in (1, *_WITHIN)} | {decades[-1]})
        lower = max((mark for mark in marks if mark <= least), default=marks[0])
        upper = min((mark for mark in marks if mark >= largest), default=marks[-1])
        return tuple(mark for mark in marks if lower <= mark <= upper)
    return (*decades[:-1:every], decades[-1])


class Aligned(NamedTuple):
    """Marks of a first axis, and `times`: what a value of the second one is multiplied by to stand on the first."""

    ticks: tuple[Decimal, ...]
    times: Decimal


def aligned(first: Sequence[Decimal], second: Sequence[Decimal], most: int) -> Aligned:
    """Two axes that share their marks and their zero, with every value of both between the outer marks."""
    marks = ticks(min((*first, Decimal(0))), max((*first, Decimal(0))), most)
    least, largest = min((*second, Decimal(0))), max((*second, Decimal(0)))
    if least == largest:
        return Aligned(marks, Decimal(1))
    apart = marks[1] - marks[0]
    below, above = int(-marks[0] / apart), int(marks[-1] / apart)
    below, above = max(below, 1 if least < 0 else 0), max(above, 1 if largest > 0 else 0)
    step = _round_above(max(-least / below if below else _FINEST, largest / above if above else _FINEST))
    return Aligned(tuple(apart * at for at in range(-below, above + 1)), apart / step)


def _round_above(value: Decimal) -> Decimal:
    """The next round distance that is not smaller."""
    power = Decimal(10) ** value.adjusted()
    return next(power * times for times in _ROUND if power * times >= value)
