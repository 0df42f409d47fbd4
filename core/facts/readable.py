"""Facts in words: a concept's name, a period, a unit, how an amount was scaled and rounded."""

import re
from datetime import date

from core.facts.fact import EXACT, POWER, STANDARD, Period

_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=[0-9])|_+|-+")
_POWERS = {
    2: "hundreds", 3: "thousands", 4: "ten thousands", 5: "hundred thousands", 6: "millions", 7: "ten millions",
    8: "hundred millions", 9: "billions", 10: "ten billions", 11: "hundred billions", 12: "trillions",
}  # fmt: skip
_LENGTHS = ((27, 32, "month"), (85, 98, "three months"), (175, 190, "six months"), (265, 284, "nine months"))
_YEAR = (350, 380)


def concept_words(name: str) -> str:
    """A concept, axis or member in words: `us-gaap:AccountsReceivableNetCurrent` is `Accounts Receivable Net Current`."""
    return " ".join(_HUMPS.sub(" ", name.rpartition(":")[2]).split())


def axis_words(name: str) -> str:
    """An axis in words, without the `Axis` that all of them end with."""
    return concept_words(name).removesuffix(" Axis")


def member_words(member: str) -> str:
    """A member in words, without the `Member` that all of them end with; a typed one as it is written."""
    return concept_words(member).removesuffix(" Member") if ":" in member else member


def whose(name: str) -> str:
    """`standard` for a concept of the taxonomies that everyone uses, else `the filer's own`."""
    return "standard" if name.partition(":")[0] in STANDARD else "the filer's own"


def day_words(day: date) -> str:
    """`December 31, 2024`."""
    return f"{day:%B} {day.day}, {day.year}"


def period_words(period: Period) -> str:
    """`at December 31, 2024`, or `year ended December 31, 2024 (2024-01-01 to 2024-12-31)`."""
    start, end = period
    if start is None:
        return f"at {day_words(end)}"
    if start == end:
        return f"on {day_words(end)}"
    days = (end - start).days + 1
    between = f"{start.isoformat()} to {end.isoformat()}"
    if _YEAR[0] <= days <= _YEAR[1]:
        return f"year ended {day_words(end)} ({between})"
    length = next((words for least, most, words in _LENGTHS if least <= days <= most), f"{days:,} days")
    return f"{length} ended {day_words(end)} ({between})"


def scale_words(scale: int) -> str:
    """What a printed number was multiplied by: `in millions`, `in units`, `in percent`."""
    if scale == 0:
        return "in units"
    if scale == -2:
        return "in percent"
    return f"in {_POWERS[scale]}" if scale in _POWERS else f"times ten to the power {scale}".replace("-", "−")


def rounding_words(decimals: str) -> str:
    """How exact an amount is, by its tag's `decimals`: `exact`, `rounded to millions`, `rounded to 2 decimals`."""
    if decimals == EXACT:
        return "exact"
    if not POWER.fullmatch(decimals):
        return decimals
    places = int(decimals)
    if places > 0:
        return f"rounded to {places} decimal{'' if places == 1 else 's'}"
    if places == 0:
        return "rounded to units"
    return f"rounded to {'tens' if places == -1 else _POWERS.get(-places, f'ten to the power {-places}')}"
