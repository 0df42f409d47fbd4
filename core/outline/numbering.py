"""The numbers of Parts and Items as filers print them, and their order."""

import itertools
import re
from typing import NamedTuple

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_PIECE = re.compile(
    r"(\d{1,2})(?:\.(\d{2}))?(?:\s?([A-C]|(?<=16)[D-K]|(?<=16\s)[D-K])(?![A-Z]))?(?:\(T\))?|(,|&|;|and|through|thru|to|-|\u2013)",
    re.IGNORECASE,
)


class Order(NamedTuple):
    """Where a number stands among others: `7A` follows `7`."""

    number: int
    letter: str


def roman(text: str) -> int:
    """The value of a Roman or Arabic number; 0 where it is neither."""
    if text.isdecimal():
        return int(text)
    values = [_ROMAN.get(letter, 0) for letter in text.upper()]
    if not values or 0 in values:
        return 0
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def as_roman(number: int) -> str:
    """A number from 1 to 39 in Roman figures."""
    return "X" * (number // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]


class ItemNumber(NamedTuple):
    """The number of an Item as shown, and the first and the last that it stands for."""

    shown: str
    first: Order
    last: Order


def item_numbers(text: str) -> ItemNumber | None:
    """An Item's number: `10, 11, 12, 13 and 14` reads `10-14`; None where numbers do not rise."""
    orders: list[Order] = []
    shown: list[str] = []
    through = False
    for number, point, letter, between in _PIECE.findall(text):
        if between:
            through = through or between.lower() in ("through", "thru", "to", "-", "\u2013")
            continue
        orders.append(Order(int(number), f".{point}" if point else letter.upper()))
        shown.append(number.lstrip("0") + (f".{point}" if point else letter.upper()))
    if not orders:
        return None
    ordered = all(first < second for first, second in itertools.pairwise(orders))
    if len(orders) > 1 and not ordered:
        return None
    return ItemNumber(_together(shown, orders, through), orders[0], orders[-1])


def _together(shown: list[str], orders: list[Order], through: bool) -> str:
    if len(shown) == 1:
        return shown[0]
    if len(shown) == 2 and (through or orders[0].letter.startswith(".")):
        return f"{shown[0]}-{shown[1]}"
    steps = [second.number - first.number for first, second in itertools.pairwise(orders)]
    if not through and all(step <= 1 for step in steps):
        return f"{shown[0]}-{shown[-1]}"
    return ", ".join(shown)
