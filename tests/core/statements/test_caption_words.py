"""Captions as words: what does not matter is gone, and what matters stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.statements.caption_words import short_words, words_of


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        ("Trade receivables, net (Note 4)", "trade receivable net"),
        ("Inventories - Note 12", "inventory"),
        ("Long-term debt", "longterm debt"),
        ("Non-current assets", "noncurrent asset"),
        ("Net (loss) earnings", "net income"),
        ("Net earnings attributable to Pellwick Ladder's shareholders", "net income parent"),
        ("Net loss available to common stockholders", "net income common"),
        ("Income attributable to minority interests", "income noncontrolling"),
        ("Shareowners' equity", "stockholder equity"),
        ("Taxes on income", "tax income"),
        ("(Unaudited)", "unaudited"),
        ("", ""),
    ],
)
def test_words(caption: str, words: str) -> None:
    assert " ".join(words_of(caption)) == words


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        ("Accounts receivable, less allowance of $9", "account receivable"),
        ("Common stock, $1 par value; 500 shares authorized", "common stock"),
        ("Treasury stock, at cost", "treasury stock"),
        ("Debt issued", "debt issued"),
        ("Long-term debt", "longterm debt"),
    ],
)
def test_words_before_what_is_told_aside(caption: str, words: str) -> None:
    assert " ".join(short_words(caption)) == words


@given(st.text(max_size=60))
def test_any_caption_has_words_without_a_fault(caption: str) -> None:
    assert all(word and word == word.lower() for word in (*words_of(caption), *short_words(caption)))
