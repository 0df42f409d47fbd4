"""Laws of the vocabulary: what a phrase says is found, and the quick look never turns away what the pattern takes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.vocabulary import PhraseError, Words, built, entries, lists, words
from resources import VOCABULARY

SUBJECTS = sorted(path.stem for path in Path(VOCABULARY).glob("*.toml"))
LETTERS = st.text("abcdknsß ſİK'(", min_size=1, max_size=9)


@pytest.mark.parametrize("subject", SUBJECTS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_quick_look_takes_what_the_pattern_takes(subject: str, data: st.DataObject) -> None:
    entry = data.draw(st.sampled_from(entries(subject)))
    alone = built([(entry.phrase, None)], lists(subject))
    text = data.draw(st.from_regex(built([(entry.phrase, None)], lists(subject), guarded=False).pattern))
    assert alone.pattern.search(text)
    assert alone.might(text.lower())
    assert words(subject).might(text.lower())


@given(LETTERS, LETTERS)
def test_the_quick_look_agrees_in_any_letters(phrase: str, text: str) -> None:
    try:
        found = built([(phrase, None)])
    except PhraseError:
        return
    if found.pattern.search(text):
        assert found.might(text.lower())


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("balance sheet[s]", "CONSOLIDATED BALANCE  SHEETS", "BALANCE  SHEETS"),
        ("balance sheet[s]", "balance sheeting", None),
        ("statement[s] of (income|operations)", "Statement of operations and", "Statement of operations"),
        ("report of {0,3} auditors", "Report of the Independent Auditors", "Report of the Independent Auditors"),
        ("report of {0,1} auditors", "report of our own auditors", None),
        ("^total", "  Total assets", "  Total"),
        ("total$", "grand total  ", "total  "),
        ("inventor*", "Raw inventories", "inventories"),
        ("stockholder's", "Stockholder\u2019s equity", "Stockholder\u2019s"),
        ("(in thousands)", "in thousands", "in thousands"),
    ],
)
def test_a_phrase(phrase: str, text: str, found: str | None) -> None:
    match = built([(phrase, None)]).search(text)
    assert (match and match[0]) == found


@pytest.mark.parametrize("phrase", ["(in", "in)", "[a", "{x}"])
def test_a_phrase_that_is_none_says_so(phrase: str) -> None:
    with pytest.raises(PhraseError):
        built([(phrase, None)])


def test_meanings() -> None:
    found: Words = built([("in thousands", "1000"), ("in millions", "1000000")])
    assert found.meaning("(In Millions, except per share)") == "1000000"
    assert found.meaning("in dollars") is None
    assert found.needs == ("thousands", "millions")
