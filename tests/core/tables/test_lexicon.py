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
