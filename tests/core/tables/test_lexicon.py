"""Words broken at a hyphen: the document tells whether the hyphen is the word's own."""

import pytest

from core.tables.lexicon import Lexicon

TEXT = "Each coin is counted. Losses accumulated over years. Long debts, and the SUPPLEMENTAL schedule."


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("Coin-", "operated machines", "Coin-operated machines"),
        ("Losses accumu-", "lated so far", "Losses accumulated so far"),
        ("Foreign exch-", "ange", "Foreign exchange"),
        ("LONG-", "TERM DEBT", "LONG-TERM DEBT"),
        ("SUPPLE-", "MENTAL", "SUPPLEMENTAL"),
        ("and/", "or", "and/or"),
        ("Plant -", "net", "Plant - net"),
        ("Net", "income", "Net income"),
        ("", "income", "income"),
    ],
)
def test_joined(before: str, after: str, whole: str) -> None:
    assert Lexicon(TEXT).join(before, after) == whole


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("1-", "year", "1-year"),
        ("a-", "Loans", "a-Loans"),
        ("-", "Loans", "- Loans"),
        ("Plant --", "net", "Plant -- net"),
        ("/", "or", "/ or"),
        ("coin-", "", "coin-"),
        ("(coin-", "operated)", "(coin-operated)"),
        ("long-coin-", "operated", "long-coin-operated"),
        ("Sched-", "ule", "Schedule"),
        ("Each-", "and", "Each-and"),
        ("chedule-", "and", "cheduleand"),
    ],
)
def test_where_a_hyphen_belongs_to_the_word(before: str, after: str, whole: str) -> None:
    assert Lexicon(TEXT).join(before, after) == whole


def test_a_word_at_either_end_of_the_document_is_known() -> None:
    assert Lexicon("coin").join("coin-", "operated") == "coin-operated"
    assert Lexicon("coins and coin").join("coin-", "operated") == "coin-operated"
    assert Lexicon("coins").join("coin-", "operated") == "coinoperated"
    assert Lexicon("coin-box").join("coin-", "operated") == "coinoperated"


@pytest.mark.parametrize(("others", "found"), [(63, True), (64, False)])
def test_so_many_words_and_places_are_looked_up(others: int, found: bool) -> None:
    whole = "coin-operated" if found else "coinoperated"
    assert Lexicon("coins " * others + "coin").join("coin-", "operated") == whole
    lexicon = Lexicon("coin")
    for at in range(others):
        lexicon.join(f"k{'a' * at}-", "operated")
    assert lexicon.join("coin-", "operated") == whole
