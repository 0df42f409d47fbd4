"""The slips by which a figure comes to be printed wrong, and how easily a difference looks like one by chance."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from math import log10
from typing import NamedTuple

from core.checks.equation import Term
from core.statements.statement import Figure, Row


class Slip(StrEnum):
    """What happened to a figure on its way to the page."""

    DIGIT = "digit"
    SWAPPED = "swapped"
    EXTRA = "extra"
    LOST = "lost"
    SIGN = "sign"
    SCALE = "scale"
    EXCHANGED = "exchanged"
    STALE = "stale"
    ROW = "row"
    NONE = "none"


_SHARE = {
    Slip.DIGIT: 0.4,
    Slip.SWAPPED: 0.15,
    Slip.EXTRA: 0.1,
    Slip.LOST: 0.1,
    Slip.SIGN: 0.05,
    Slip.SCALE: 0.03,
    Slip.EXCHANGED: 0.05,
    Slip.STALE: 0.1,
    Slip.ROW: 0.1,
    Slip.NONE: 0.05,
}
"""Of the misprints found by hand in real filings, about how many were of each kind."""


class Seen(NamedTuple):
    """A slip that would explain a difference: how much more a slip of its kind explains it than chance does, as a power of
    ten."""

    slip: Slip
    odds: float


class _Repeated(NamedTuple):
    """Share of the figures of tables that repeat another one for good reasons: one of their row, by their digits and for all
    longer ones, and the one above or below."""

    beside: dict[int, float]
    longer: float
    above: float


_OF_PERIODS = _Repeated({3: 0.03, 4: 0.012}, 0.007, 0.006)
_OF_OTHERS = _Repeated({3: 0.15, 4: 0.12}, 0.09, 0.025)
"""As counted in real filings: where columns are periods, and where they are anything else."""
_LEAST_DIGITS = 3
"""Digits of a figure that says something by being repeated."""
_THOUSAND = 1000
_LEADING = 1 - log10(9)
"""A number of n digits is one of 9 * 10 ** (n - 1), not of 10 ** n: the difference as a power of ten."""


class Beside(NamedTuple):
    """What stands around a figure: the slips by which it would be here in place of another, each with the share of figures
    that look so for good reasons; and the amounts of the columns beside it, with which it may have been exchanged."""

    repeated: tuple[tuple[Slip, float], ...]
    amounts: frozenset[Decimal]


def seen(term: Term, wanted: Decimal, figures: int, around: Beside | None = None) -> Seen:
    """The slip that best explains why `wanted` is not what is printed at a term; of `figures` to choose from; `around` is
    what stands beside the term, where it is known."""
    around = around or beside(term)
    printed = term.figure.value
    if printed is None or not printed:
        return Seen(Slip.NONE, log10(_SHARE[Slip.NONE]))
    exchanged = [Slip.EXCHANGED] if wanted in around.amounts else []
    found = _likeliest([*_of_value(printed, wanted), *exchanged], printed, wanted, figures)
    copied = [Seen(slip, log10(_SHARE[slip]) + _chosen(rate, figures)) for slip, rate in around.repeated]
    return max([found, *copied], key=lambda one: one.odds)


def _chosen(share: float, figures: int) -> float:
    """How unlikely it is that one of so many figures is of a kind of which this share is: a power of ten."""
    return max(0.0, -log10(share * figures))


def seen_in_digits(term: Term, wanted: Decimal, figures: int) -> Seen:
    """The same, where another figure of the table may stand here for a good reason."""
    printed = term.figure.value
    slips = _of_value(printed, wanted) if printed else []
    return _likeliest(slips, printed or Decimal(1), wanted, figures)


def _likeliest(slips: list[Slip], printed: Decimal, wanted: Decimal, figures: int) -> Seen:
    found = [
        Seen(slip, log10(_SHARE[slip]) + _surprise(slip, printed, wanted, figures)) for slip in (Slip.NONE, *slips)
    ]
    return max(found, key=lambda one: one.odds)


def _of_value(printed: Decimal, wanted: Decimal) -> list[Slip]:
    """The slips of the figure by itself."""
    if wanted == -printed:
        return [Slip.SIGN]
    if (wanted < 0) != (printed < 0):
        return []
    found = _of_digits(*_digits(abs(printed), abs(wanted)))
    return [*found, Slip.SCALE] if _scaled(abs(printed), abs(wanted)) else found


def _digits(printed: Decimal, wanted: Decimal) -> tuple[str, str]:
    """Both amounts without their points, in the last digit of the finer one."""
    places = max(0, *(-int(value.as_tuple().exponent) for value in (printed, wanted)))
    return str(int(printed.scaleb(places))), str(int(abs(wanted).scaleb(places)))


def _of_digits(printed: str, wanted: str) -> list[Slip]:
    if len(printed) == len(wanted):
        apart = [at for at, pair in enumerate(zip(printed, wanted, strict=True)) if pair[0] != pair[1]]
        if len(apart) == 1:
            return [Slip.DIGIT]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(printed) == sorted(wanted)
        return [Slip.SWAPPED] if swapped else []
    if _one_more(printed, wanted):
        return [Slip.EXTRA]
    return [Slip.LOST] if _one_more(wanted, printed) else []


def is_slip(printed: str, wanted: str) -> bool:
    """Whether one slip of the hand makes these digits of those."""
    return bool(_of_digits(printed, wanted))


def _one_more(longer: str, shorter: str) -> bool:
    """Whether one digit more makes the longer of the shorter."""
    if len(longer) != len(shorter) + 1 or len(shorter) < 2:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _scaled(printed: Decimal, wanted: Decimal) -> bool:
    """Whether three zeros too many are printed, or the last three digits are missing."""
    return printed == wanted * _THOUSAND or (wanted > printed and wanted // _THOUSAND == printed)


def beside(term: Term) -> Beside:
    """What stands around a figure that has digits enough to say something."""
    printed = term.figure.value
    if not printed or len(_digits(abs(printed), printed)[0]) < _LEAST_DIGITS:
        return Beside((), frozenset())
    column = term.figure.column
    others = [figure for figure in term.row.figures if figure.column != column and figure.value]
    near = [figure.value for figure in others if abs(figure.column - column) == 1 and figure.value is not None]
    return Beside(tuple(_repeated(term, printed, others)), frozenset(near))


def _repeated(term: Term, printed: Decimal, others: list[Figure]) -> Iterator[tuple[Slip, float]]:
    """The slips by which a figure that stands beside it, or above or below, would stand here too."""
    share = _OF_PERIODS if _is_of_period(term) else _OF_OTHERS
    if any(_repeats(figure, printed) for figure in others):
        digits = len(_digits(abs(printed), printed)[0])
        yield Slip.STALE, share.beside.get(digits, share.longer)
    if any(_repeats(figure, printed) for figure in above_and_below(term)):
        yield Slip.ROW, share.above


def _is_of_period(term: Term) -> bool:
    """Whether a figure stands in a column that is a period, and not a segment or a component of equity."""
    columns, figure = term.statement.columns, term.figure
    if figure.column >= len(columns) or columns[figure.column].member is not None:
        return False
    return (figure.time is not None and figure.time.end is not None) or columns[figure.column].end is not None


def _repeats(figure: Figure, printed: Decimal) -> bool:
    return figure.value is not None and abs(figure.value) == abs(printed)


def above_and_below(term: Term) -> list[Figure]:
    """The figures of the nearest rows above and below in the same column."""
    figures = [row.at(term.figure.column) for row in _rows_beside(term)]
    return [figure for figure in figures if figure is not None and figure.value]


def _rows_beside(term: Term) -> list[Row]:
    """The nearest rows with figures below and above."""
    rows = [row for row in term.statement.rows if row.figures]
    at = next((index for index, row in enumerate(rows) if row is term.row), len(rows))
    return [*rows[at + 1 : at + 2], *rows[max(0, at - 1) : at]]


def _surprise(slip: Slip, printed: Decimal, wanted: Decimal, figures: int) -> float:
    """How unlikely a difference would look like this slip of one of so many figures, if it were not one: a power of ten."""
    if slip is Slip.NONE:
        return 0.0
    one, other = _digits(abs(printed), wanted)
    miss = len(str(abs(int(one) - (int(other) if (wanted < 0) == (printed < 0) else -int(other)))))
    if slip in (Slip.DIGIT, Slip.SWAPPED):
        return float(miss - 1)
    choices = figures * (len(one) if slip in (Slip.EXTRA, Slip.LOST) else 1)
    return max(0.0, miss - log10(choices) - _LEADING)
