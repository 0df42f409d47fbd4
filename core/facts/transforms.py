"""The value of an inline fact from its printed text, as the Inline XBRL Transformation Registry (versions 1 to 5) and the
SEC's own registry lay the formats down. A name counts without its hyphens, for that is all that tells the versions apart.
"""

import re
from collections.abc import Callable
from decimal import Context, Decimal

from core.facts.words import number_of
from core.figures import APOSTROPHES, DASHES

LONGEST = 300
"""Characters of a printed number at most; a longer text is none."""

WIDEST_SCALE = 64
"""Power of ten by which a printed number may be multiplied or divided at most."""

_EXACT = Context(prec=600, traps=[])
_QUOTIENT = Context(prec=28, traps=[])
_ONE = Decimal(1)
_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?")
_DIGITS = re.compile(r"[0-9]*(?:\.[0-9]+)?")
_UNITS = re.compile(rf"([0-9][0-9.,{APOSTROPHES}]*)[^0-9.,{APOSTROPHES}]+([0-9]{{1,2}})[^0-9]*")
_DASHES = frozenset(f"{DASHES}\u058a\u05be\ufe58\ufe63\uff0d")
_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES))
_DOT = {ord(","): None, ord(" "): None}
_COMMA = {ord("."): None, ord(" "): None, ord(","): "."}


def amount(text: str, form: str | None = None, scale: int = 0, sign: str | None = None) -> Decimal | None:
    """The exact amount that `text` stands for, times ten to the power of `scale`, negative where `sign` is `-`. Without a
    format the text must be a plain number. None where the text does not fit its format, or the format is unknown."""
    folded = " ".join(text.split()) if len(text) <= LONGEST else ""
    number = _plain(folded) if form is None else _NUMBERS.get(_name(form), _nothing)(folded)
    if number is None or abs(scale) > WIDEST_SCALE:
        return None
    value = _scaled(number, scale)
    return value.copy_negate() if sign == "-" and value else value


def quotient(above: Decimal | None, below: Decimal | None) -> Decimal | None:
    """A fraction's value: one amount through another, rounded to 28 digits where it has no end."""
    return _QUOTIENT.divide(above, below) if above is not None and below else None


def _name(form: str) -> str:
    return form.rpartition(":")[2].replace("-", "").lower()


def _scaled(number: str, scale: int) -> Decimal:
    """Never in powers of ten: `1234500000`, not `1.2345E+9`."""
    if not scale and "e" not in number and "E" not in number:
        return Decimal(number)
    value = _EXACT.scaleb(Decimal(number), scale)
    exponent = value.as_tuple().exponent
    return _EXACT.quantize(value, _ONE) if isinstance(exponent, int) and exponent > 0 else value


def _plain(text: str) -> str | None:
    return text if _PLAIN.fullmatch(text) else None


def _digits(text: str) -> str | None:
    return text if text and _DIGITS.fullmatch(text) else None


def _dot(text: str) -> str | None:
    return _digits(text.translate(_DOT))


def _comma(text: str) -> str | None:
    return _digits(text.translate(_COMMA))


def _dot_apostrophe(text: str) -> str | None:
    return _dot(text.translate(_APOSTROPHES))


def _comma_apostrophe(text: str) -> str | None:
    return _comma(text.translate(_APOSTROPHES))


def _unit(text: str) -> str | None:
    """`1,234 dollars 50 cents`."""
    match = _UNITS.fullmatch(text)
    return f"{re.sub('[^0-9]', '', match[1])}.{match[2].zfill(2)}" if match else None


def _dash(text: str) -> str | None:
    return "0" if text in _DASHES else None


def _zero(_text: str) -> str | None:
    return "0"


def _nothing(_text: str) -> str | None:
    return None


def _words(text: str) -> str | None:
    number = number_of(text)
    return None if number is None else str(number)


_NUMBERS: dict[str, Callable[[str], str | None]] = {
    **dict.fromkeys(("numdotdecimal", "numdotdecimalin", "numcommadot", "numspacedot"), _dot),
    **dict.fromkeys(("numcommadecimal", "numdotcomma", "numcomma", "numspacecomma"), _comma),
    "numdotdecimalapos": _dot_apostrophe,
    "numcommadecimalapos": _comma_apostrophe,
    **dict.fromkeys(("numunitdecimal", "numunitdecimalin", "numunitdecimalapos"), _unit),
    **dict.fromkeys(("zerodash", "numdash"), _dash),
    "fixedzero": _zero,
    **dict.fromkeys(("numwordsen", "numworden"), _words),
}
