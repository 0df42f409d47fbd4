"""Amounts as filings print them: how exact they are, and how two of them are related."""

from decimal import Decimal
from math import log10
from typing import NamedTuple

from core.source import Cite
from core.statements.statement import Figure

_SIZES = 100
"""Sizes of amounts between one and ten."""
FACTORS = tuple(Decimal(one) for one in ("2", "3", "4", "5", "6", "7", "8", "10", "20", "1.5", "1.25", "7.5"))
"""New shares for an old one, in the splits and stock dividends that there are; reverse splits are their inverse."""
_SLIP_DIGITS = 3
"""Digits that a figure must have for one wrong digit to be told from another amount."""
_THOUSAND = 3
"""Digits behind a comma."""
EXACT = 4
"""Digits of an amount of which one more or less in the last is rounding."""


class Printed(NamedTuple):
    """What one filing prints of a line and a period: `whole` after its scale (`scale` is 1 where it is not money), `printed`
    before it; `grain` is what one of its last printed digit is worth."""

    whole: Decimal
    printed: Decimal
    grain: Decimal
    scale: int
    figure: Figure

    @property
    def cite(self) -> Cite:
        """Where it stands."""
        return self.figure.cite

    @property
    def size(self) -> int | None:
        """Amounts that round to the same are of one size or of the next; None for nought."""
        return round(log10(abs(self.whole)) * _SIZES) if self.whole else None


def amount(figure: Figure, value: Decimal, scale: int) -> Printed:
    """What a figure says whose amount is in units of this scale."""
    return Printed(
        value * scale, value, Decimal(1).scaleb(min(0, int(value.as_tuple().exponent))) * scale, scale, figure
    )


def digits(value: Decimal) -> int:
    """How many digits a figure shows, without the noughts at its front: 3 for 1.54 and for 154."""
    return len(str(abs(int(value.scaleb(-min(0, int(value.as_tuple().exponent)))))))


def by_factor(new: Printed, old: Printed, factor: Decimal) -> bool:
    """Whether an amount per share is the older one divided by a factor, or a number of shares the older one times it, as exact as
    they are printed."""
    return _times(new, old, factor) or _times(old, new, factor)


def _times(large: Printed, small: Printed, factor: Decimal) -> bool:
    within = max(large.grain, small.grain * factor)
    return bool(small.whole) and abs(large.whole - small.whole * factor) <= within


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts are so alike that one may be a misprint of the other: one digit, or two neighbours exchanged."""
    a, b = (f"{abs(each):f}".replace(".", "") for each in (one, other))
    if len(a) != len(b) or len(a) < _SLIP_DIGITS:
        return False
    apart = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    exchanged = (
        len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]
    )
    return len(apart) == 1 or exchanged


def is_point_for_comma(one: Decimal, other: Decimal) -> bool:
    """Whether one amount is the other with a point printed for the comma before its last thousand: `6.738`, `6,738`."""
    small, large = sorted((abs(one), abs(other)))
    return int(small.as_tuple().exponent) == -_THOUSAND and small.scaleb(_THOUSAND) == large
