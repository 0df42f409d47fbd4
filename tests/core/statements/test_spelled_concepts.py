"""Concepts that a few words of a caption spell out: of shares, and of what becomes of cash."""

import pytest

from core.statements.spelled_concepts import spelled
from core.statements.zones import Zone

CASH = "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"


@pytest.mark.parametrize(
    ("zone", "words", "concept"),
    [
        (Zone.SHARES, "basic average share", "WeightedAverageNumberOfSharesOutstandingBasic"),
        (Zone.SHARES, "diluted", "WeightedAverageNumberOfDilutedSharesOutstanding"),
        (Zone.SHARES, "basic diluted", "WeightedAverageNumberOfShareOutstandingBasicAndDiluted"),
        (Zone.SHARES, "average share outstanding", ""),
        (Zone.SHARES, "dilutive effect of option diluted", ""),
        (Zone.PER_SHARE, "basic", "EarningsPerShareBasic"),
        (Zone.PER_SHARE, "basic diluted net income", "EarningsPerShareBasicAndDiluted"),
        (Zone.PER_SHARE, "continuing operation basic", "IncomeLossFromContinuingOperationsPerBasicShare"),
        (Zone.PER_SHARE, "discontinued diluted", "IncomeLossFromDiscontinuedOperationsNetOfTaxPerDilutedShare"),
        (Zone.PER_SHARE, "continuing basic diluted", ""),
        (Zone.PER_SHARE, "dividend basic", ""),
        (Zone.PER_SHARE, "net income", ""),
        (Zone.INCOME, "basic", ""),
        (Zone.CASH, "effect exchange rate cash", f"EffectOfExchangeRateOn{CASH}"),
        (Zone.CASH, "change cash before effect exchange", f"{CASH}PeriodIncreaseDecreaseExcludingExchangeRateEffect"),
        (Zone.CASH, "net increase decrease cash", f"{CASH}PeriodIncreaseDecreaseIncludingExchangeRateEffect"),
        (Zone.CASH, "cash beginning year", CASH),
        (Zone.CASH, "end year", CASH),
        (Zone.CASH, "increase cash end", CASH),
        (Zone.CASH, "cash equivalent", CASH),
        (Zone.CASH, "cash operating activity", ""),
        (Zone.CASH, "cash held sale end", ""),
        (Zone.CASH, "net increase", ""),
    ],
)
def test_what_words_spell(zone: Zone, words: str, concept: str) -> None:
    assert spelled(zone, frozenset(words.split())) == concept
