"""An equation that figures should keep: a whole and its parts. Rules propose equations; what to make of one that fails is
decided for the whole filing at once (`core/checks/causes.py`)."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from math import log10
from typing import NamedTuple

from core.checks.check import Rule
from core.statements.statement import Figure, Row, Statement


class Kind(StrEnum):
    """What an equation says of its figures."""

    SUM = "sum"
    """A total is its lines."""
    ACROSS = "across"
    """A column is what the others of its row come to."""
    ROLL = "roll"
    """A balance is the one before it and what happened between."""
    BALANCE = "balance"
    """Assets are liabilities and equity."""
    OPENING = "opening"
    """A year begins with what the one before ended with."""
    SAME = "same"
    """One amount in two places."""
    YEAR = "year"
    """A year is its four quarters."""
    QUOTIENT = "quotient"
    """An amount per share is an income by the number of shares."""


class Term(NamedTuple):
    """A figure in an equation: with which sign it counts, and its value in the units of the equation."""

    sign: int
    value: int
    figure: Figure
    row: Row
    statement: Statement

    @property
    def scale(self) -> int:
        """By what the printed values of its table are multiplied."""
        return self.statement.scale


class Equation(NamedTuple):
    """`whole` should be the sum of `parts` within `slack` units; a unit is `worth` in whole amounts.

    `misread` is how likely it is, where the equation fails, that it is no equation of this filing: that lines were read
    which are not added up, or not so. `subject` names the whole (`Total assets, 2002`).
    """

    kind: Kind
    rule: Rule
    whole: Term
    parts: tuple[Term, ...]
    slack: int
    worth: Decimal
    misread: float
    subject: str
    plain: bool = True
    """Whether its parts are simply added as they are printed."""
    step: int = 1
    """What its last printed digit is worth, in units."""

    @property
    def total(self) -> int:
        """What the parts come to."""
        return sum([part.sign * part.value for part in self.parts])

    @property
    def miss(self) -> int:
        """The whole less what its parts come to."""
        return self.whole.value - self.total

    @property
    def off(self) -> bool:
        """Whether it fails by more than rounding."""
        return abs(self.miss) > self.slack

    def weight(self) -> float:
        """How much its tie says for its figures: the digits of the whole that rounding leaves, as a power of ten."""
        return digits_left(self.whole.value, self.slack)

    def wanted(self, term: Term) -> int:
        """The value of one term, in units, with which the equation would hold exactly."""
        return term.value - self.miss if term is self.whole else term.value + term.sign * self.miss

    def printed(self, units: int, term: Term) -> Decimal:
        """So many units as they would be printed where this term stands."""
        return Decimal(units) if self.worth == term.scale else plain(units * self.worth / term.scale)


def plain(value: Decimal) -> Decimal:
    """A number without exponent and without zeros behind its point."""
    whole = value.to_integral_value()
    return whole.quantize(_ONE) if whole == value else value.normalize()


_ONE = Decimal(1)


def power(odds: float) -> float:
    """Odds that are told as a power of ten."""
    return float(_TEN**odds)


_TEN = 10
MOST_DIGITS = 6.0
"""Powers of ten. More digits that agree say no more."""


def digits_left(value: int, slack: int) -> float:
    """How many digits of an amount are left when it is rounded to twice its slack: how little it ties by chance."""
    return min(MOST_DIGITS, log10(max(1, abs(value)) / (2 * slack + 1))) if value else 0.0


class Read(NamedTuple):
    """What tells how far a reading can be trusted in a column where it fails."""

    ties: int
    """Other columns (or rows) in which it holds."""
    evidence: float
    """How unlikely those ties are by chance, as a power of ten."""
    missed: int = 1
    """Columns in which it fails."""


SUM, LINE = 0.0003, 0.006
"""Share of the readings that hold elsewhere and are wrong in one column, as found by hand in real filings: of sums that are
plainly set, and of lines that are taken for one another."""
_TWO, _MORE = 0.4, 0.2
"""By what it falls where two columns hold, and where more do."""
_EACH_MISSED = 5.0
"""By what it rises for each column beyond the first that fails."""
_BY_CHANCE = 0.3
"""How much of the chance that all ties are accidents counts."""
HOPELESS = 1.0
"""A reading that is not to be trusted at all."""


def misread(share: float, read: Read, doubts: Iterable[float] = ()) -> float:
    """How likely it is that a reading is wrong where it fails: `share` of them are, and `doubts` are factors for what else
    was seen."""
    if not read.ties:
        return HOPELESS
    share *= 1 if read.ties == 1 else _TWO if read.ties == 2 else _MORE
    share *= _EACH_MISSED ** (read.missed - 1)
    for factor in doubts:
        share *= factor
    return float(min(HOPELESS, share + _BY_CHANCE / power(read.evidence)))
