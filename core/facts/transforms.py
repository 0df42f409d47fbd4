"""The value of an inline fact from its printed text, as the Inline XBRL Transformation Registry (versions 1 to 5) and the
SEC's own registry lay the formats down. A name counts without its hyphens, for that is all that tells the versions apart.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Context, Decimal

from core.facts.words import number_of

LONGEST = 300
"""Characters of a printed number at most; a longer text is none."""

WIDEST_SCALE = 64
"""Power of ten by which a printed number may be multiplied or divided at most."""

_EXACT = Context(prec=600, traps=[])
_QUOTIENT = Context(prec=28, traps=[])
_ONE = Decimal(1)
_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?")
_DIGITS = re.compile(r"[0-9]*(?:\.[0-9]+)?")
_UNITS = re.compile(r"([0-9][0-9.,'`´’′]*)[^0-9.,'`´’′]+([0-9]{1,2})[^0-9]*")
_DASHES = frozenset("-\u058a\u05be\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
_APOSTROPHES = dict.fromkeys(map(ord, "'`´’′"))
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


def shown_truth(text: str, form: str | None) -> bool | None:
    """Whether a check box or a fixed format says yes; None where it says neither."""
    name = _name(form or "")
    if name in ("fixedtrue", "booleantrue", "fixedfalse", "booleanfalse"):
        return name.endswith("true")
    return {"true": True, "false": False, "☒": True, "☑": True, "☐": False}.get(text.strip().lower())


def shown_date(text: str, form: str | None) -> date | None:
    """The day that a date in figures or English says; an ISO date without a format. None for a day without a year, a
    month, or what does not fit."""
    folded = " ".join(text.split()) if len(text) <= LONGEST else ""
    order, pattern = _DATES.get(_name(form), ("", _ISO)) if form else ("ymd", _ISO)
    match = pattern.fullmatch(folded)
    if match is None or not order:
        return None
    said = dict(zip(order, match.groups(), strict=True))
    try:
        return date(_year(said["y"]), _month(said["m"]), int(said["d"]))
    except ValueError:
        return None


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

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = r"([0-9]{1,2})"
_YEAR = r"([0-9]{4}|[0-9]{1,2})"
_NAME = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_APART = "[^0-9]+"
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T00:00:00)?")
_MDY = re.compile(_DAY + _APART + _DAY + _APART + _YEAR)
_YMD = re.compile(_YEAR + _APART + _DAY + _APART + _DAY + r"[^0-9]*")
_MDY_NAMED = re.compile(_NAME + _APART + _DAY + _APART + _YEAR, re.IGNORECASE)
_DMY_NAMED = re.compile(_DAY + _APART + _NAME + _APART + _YEAR, re.IGNORECASE)
_DATES: dict[str, tuple[str, re.Pattern[str]]] = {
    **dict.fromkeys(("datemonthdayyear", "dateslashus", "datedotus"), ("mdy", _MDY)),
    **dict.fromkeys(("datedaymonthyear", "dateslasheu", "datedoteu"), ("dmy", _MDY)),
    "dateyearmonthday": ("ymd", _YMD),
    **dict.fromkeys(("datemonthdayyearen", "datemonthnamedayyearen", "datelongus", "dateshortus"), ("mdy", _MDY_NAMED)),
    **dict.fromkeys(("datedaymonthyearen", "datedaymonthnameyearen", "datelonguk", "dateshortuk"), ("dmy", _DMY_NAMED)),
}


def _month(said: str) -> int:
    return int(said) if said.isdigit() else _MONTHS.index(said[:3].lower()) + 1


def _year(said: str) -> int:
    return int(said) if len(said) == 4 else 2000 + int(said)
