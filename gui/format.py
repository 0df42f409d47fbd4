"""Amounts as people read them: in a cell, above a bar, at an axis."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from core.statements.statement import Column, Figure, Statement, Unit
from core.years.change import length
from gui.options import Scale

MINUS = "−"
NIL = "–"
SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥"}
CURRENCIES = {
    "USD": "U.S. dollars",
    "CAD": "Canadian dollars",
    "AUD": "Australian dollars",
    "GBP": "pounds sterling",
    "EUR": "euros",
    "JPY": "yen",
    "CHF": "Swiss francs",
    "SEK": "Swedish kronor",
    "NOK": "Norwegian kroner",
    "DKK": "Danish kroner",
    "NLG": "Dutch guilders",
    "DEM": "German marks",
    "FRF": "French francs",
    "MXN": "Mexican pesos",
}
SCALES = {1: "", 1000: "in thousands", 1000000: "in millions", 1000000000: "in billions"}
STEPS = ((Decimal(10) ** 9, "B"), (Decimal(10) ** 6, "M"), (Decimal(10) ** 3, "K"))
SHOWN_IN = {Scale.UNITS: Decimal(1), Scale.THOUSANDS: Decimal(1000), Scale.MILLIONS: Decimal(1000000)}


def number(value: Decimal, decimals: int = 0, *, brackets: bool = False, sign: str = "") -> str:
    """A figure with thousands parted, halves rounded up: `1,234.50`, and if negative `(1,234.50)` or `−1,234.50`."""
    with localcontext(rounding=ROUND_HALF_UP):
        text = f"{abs(value):,.{decimals}f}{sign}"
    if value >= 0 or not any(digit in text for digit in "123456789"):
        return text
    return f"({text})" if brackets else MINUS + text


def printed_decimals(text: str) -> int:
    """How many decimals a figure has as printed: 2 for `$ .28`."""
    _, point, after = text.partition(".")
    return len(after) - len(after.lstrip("0123456789")) if point else 0


def in_scale(value: Decimal, multiple: int, scale: Scale) -> Decimal:
    """Money, printed in a multiple of units, in the scale that is shown."""
    return value if scale is Scale.AS_FILED else value * multiple / SHOWN_IN[scale]


def figure(of: Figure, unit: Unit | None, multiple: int, scale: Scale, *, brackets: bool) -> str:
    """A figure, printed in a multiple of units, as a cell shows it; only money is scaled, a nil dash stays a dash, words stay
    as printed."""
    if of.value is None:
        return of.text
    if of.value == 0 and not any(character.isdigit() for character in of.text):
        return NIL
    decimals = printed_decimals(of.text)
    value = of.value
    if unit is Unit.MONEY and scale is not Scale.AS_FILED:
        value = in_scale(value, multiple, scale)
        decimals = decimals_in(scale, multiple, decimals)
    sign = "%" if "%" in of.text else ""
    return number(value, decimals, brackets=brackets, sign=sign)


def decimals_in(scale: Scale, multiple: int, printed: int) -> int:
    """How many decimals a scaled amount is shown with: never more than the filing says, and one for millions."""
    if scale is Scale.AS_FILED:
        return printed
    ratio = SHOWN_IN[scale] / multiple
    finest = max(0, ratio.adjusted() + printed)
    return min(finest, 1 if scale is Scale.MILLIONS else 0)


def scale_words(statement: Statement, scale: Scale) -> str:
    """How the amounts are scaled, in words: `in thousands, as filed`."""
    if scale is Scale.AS_FILED:
        words = SCALES.get(statement.scale, f"in {statement.scale:,}s")
        return f"{words}, as filed" if words else "as filed"
    return "in units" if scale is Scale.UNITS else f"in {scale.value}"


def currency_words(currency: str | None) -> str:
    """A currency in words; its code where we know none."""
    return "" if currency is None else CURRENCIES.get(currency, currency)


def step_of(largest: Decimal) -> tuple[Decimal, str]:
    """The step (thousand, million, billion) in which amounts up to this one are read best, and its letter."""
    return next(((step, letter) for step, letter in STEPS if largest >= step), (Decimal(1), ""))


def compact(value: Decimal, unit: Unit | None, currency: str | None, apart: Decimal) -> str:
    """An amount at an axis whose ticks stand `apart` from each other: `$12.5M`, `$1.40`, `15%`, `$0`."""
    step, letter = _step(unit, max(abs(value), apart))
    distance = apart / step
    decimals = max(0, -int(distance.normalize().as_tuple().exponent)) if distance else 0
    if unit is Unit.PER_SHARE and decimals:
        decimals = max(2, decimals)
    symbol = SYMBOLS.get(currency or "", "") if unit in (Unit.MONEY, Unit.PER_SHARE) else ""
    percent = "%" if unit is Unit.PERCENT else ""
    if value == 0:
        return f"{symbol}0{percent}"
    text = number(abs(value / step), min(decimals, 4))
    return f"{MINUS if value < 0 else ''}{symbol}{text}{letter}{percent}"


def brief(value: Decimal, unit: Unit | None) -> str:
    """An amount above a bar, in three figures: `39.3M`, `1.41`, `15.0%`."""
    if value == 0:
        return "0"
    step, letter = _step(unit, abs(value))
    scaled = abs(value / step)
    decimals = 2 if unit is Unit.PER_SHARE else max(0, 2 - scaled.adjusted())
    if unit is not Unit.PER_SHARE and not letter and value == value.to_integral_value():
        decimals = 0
    text = number(scaled, min(decimals, 1 if unit is Unit.PERCENT else 2))
    return f"{MINUS if value < 0 else ''}{text}{letter}{'%' if unit is Unit.PERCENT else ''}"


def shorter(amount: str) -> str:
    """A whole amount without its last zeros, and no other for that: `$39,190M` of `$39,190,000,000`."""
    for zeros, letter in ((",000,000,000", "B"), (",000,000", "M"), (",000", "k")):
        if amount.endswith(zeros):
            return amount.removesuffix(zeros) + letter
    return amount


def _step(unit: Unit | None, largest: Decimal) -> tuple[Decimal, str]:
    return (Decimal(1), "") if unit in (Unit.PERCENT, Unit.PER_SHARE) else step_of(largest)


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
PLAIN_WORDS = frozenset(
    {
        *(name for month in MONTHS for name in (month.casefold(), month[:3].casefold())),
        *("sept", "year", "years", "ended", "ending", "fiscal", "for", "the", "as", "of", "at", "and"),
        *("month", "months", "quarter", "three", "six", "nine", "twelve"),
    }
)
LENGTHS = {0: "", 3: "Three months ended", 6: "Six months ended", 9: "Nine months ended", 12: "Year ended"}


_MONTH_BEGINNINGS = frozenset(month.casefold()[:3] for month in MONTHS)


def year_heads(columns: tuple[Column, ...]) -> bool:
    """Whether every column can be headed by its year alone: periods of one length that end on one day of the year, in
    years of their own, with nothing else said in their heads."""
    ends = [column.end for column in columns if column.end is not None]
    if not ends or len(ends) != len(columns) or len({end.year for end in ends}) != len(ends):
        return False
    if len({(end.month, end.day) for end in ends}) > 1 or len({length(column) for column in columns}) > 1:
        return False
    words = "".join(c if c.isalpha() else " " for column in columns for c in f"{column.label} ").casefold().split()
    return PLAIN_WORDS.issuperset(words)


def shared_words(columns: tuple[Column, ...]) -> str:
    """The words (two at least) that all heads begin with: said once above the sheet, they need not head every column.
    A month stays with its day."""
    labels = [column.label.split() for column in columns]
    if len(labels) < 2:
        return ""
    same = 0
    while all(len(label) > same + 1 and label[same] == labels[0][same] for label in labels):
        same += 1
    while same and labels[0][same - 1].rstrip(".,").casefold()[:3] in _MONTH_BEGINNINGS:
        same -= 1
    return " ".join(labels[0][:same]) if same > 1 else ""


def heads(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """The columns' heads as a sheet shows them: years where that says all, or else as printed but for shared words."""
    if year_heads(columns):
        return tuple(str(column.end.year) for column in columns if column.end is not None)
    said = len(shared_words(columns).split())
    return tuple(" ".join(column.label.split()[said:]) or column.member or "" for column in columns)


def period_words(columns: tuple[Column, ...]) -> str:
    """What the heads leave out, in words: `December 31`, `Year ended June 30`, or what all of them begin with."""
    if not year_heads(columns) or columns[0].end is None:
        return shared_words(columns).rstrip(" ,:-")
    months = length(columns[0])
    day = f"{MONTHS[columns[0].end.month - 1]} {columns[0].end.day}"
    if months == 0:
        return day
    return f"{LENGTHS.get(months or 0, f'{months} months ended')} {day}"
