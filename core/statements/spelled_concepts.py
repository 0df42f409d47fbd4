"""Concepts that a few words of a caption spell out, whatever else it says: of shares, and of what becomes of cash."""

from core.statements.zones import Zone

_CASH = "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"
_CONTINUING, _DISCONTINUED = "IncomeLossFromContinuingOperations", "IncomeLossFromDiscontinuedOperationsNetOfTax"
_AVERAGES = {
    "Basic": "WeightedAverageNumberOfSharesOutstandingBasic",
    "Diluted": "WeightedAverageNumberOfDilutedSharesOutstanding",
    "BasicAndDiluted": "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
}
_OTHERWISE = frozenset(
    (
        "dividend",
        "effect",
        "adjusted",
        "forma",
        "dilutive",
        "option",
        "adjustment",
        "extraordinary",
        "cumulative",
        "book",
    )
)
"""Words of shares that do not speak of an income or an average."""
_RATES, _BEFORE = frozenset(("exchange", "translation", "effect")), frozenset(("before", "excluding"))
_TIMES, _CHANGED = frozenset(("beginning", "end", "ending", "start")), frozenset(("increase", "decrease", "change"))
_NOT_ALL_CASH = frozenset(("activity", "discontinued", "held", "subsidiary"))


def spelled(zone: Zone, words: frozenset[str]) -> str:
    """The concept that the words of a caption spell in a part of a statement, empty where they spell none."""
    if zone is Zone.CASH:
        return _of_cash(words)
    if words & _OTHERWISE:
        return ""
    how = _basic_or_diluted(words)
    if zone is Zone.SHARES:
        return _AVERAGES.get(how, "")
    return _a_share(how, words) if zone is Zone.PER_SHARE and how else ""


def _basic_or_diluted(words: frozenset[str]) -> str:
    """`Basic`, `Diluted`, `BasicAndDiluted`; empty where neither is said."""
    return "And".join(name for name in ("Basic", "Diluted") if name.lower() in words)


def _a_share(how: str, words: frozenset[str]) -> str:
    """The income a share: of what goes on and of what does not, basic and diluted have no common concept."""
    if "continuing" not in words and "discontinued" not in words:
        return f"EarningsPerShare{how}"
    stem = _CONTINUING if "continuing" in words else _DISCONTINUED
    return f"{stem}Per{how}Share" if how in ("Basic", "Diluted") else ""


def _of_cash(words: frozenset[str]) -> str:
    """What exchange rates did to cash, the cash at the beginning and end, and how it changed."""
    if words & _RATES:
        before = f"{_CASH}PeriodIncreaseDecreaseExcludingExchangeRateEffect"
        return before if words & _BEFORE else f"EffectOfExchangeRateOn{_CASH}"
    if words & _NOT_ALL_CASH or ("cash" not in words and not words & _TIMES):
        return ""
    if words & _TIMES or not words & _CHANGED:
        return _CASH
    return f"{_CASH}PeriodIncreaseDecreaseIncludingExchangeRateEffect"
