"""Words as they are compared: what is layout is no word, and a stop does not always end a sentence."""

import pytest

from core.compare.words import folded, printed, sentence_starts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oil  is\nDEAR.", ["oil", "is", "dear", "."]),
        ("long-term", ["long", "term"]),
        ("the Company’s “lamps”", ["the", "company's", "lamps"]),
        ("$1,234.5 (12%)", ["$", "1,234.5", "(", "12", "%", ")"]),
        ("• one — two * three", ["one", "two", "three"]),
        ("ʼtis 30,000.", ["'", "tis", "30,000", "."][1:]),
        ("U.S. e.g.", ["u.s", ".", "e.g", "."]),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_the_words_of_a_text(text: str, words: list[str]) -> None:
    assert folded(text) == words
    assert [word.text.lower().replace("’", "'") for word in printed(text)] == words


def test_printed_words_tell_their_places() -> None:
    text = "Oil, the Company’s"
    assert [(word.at, word.end, text[word.at : word.end]) for word in printed(text)] == [
        (0, 3, "Oil"), (3, 4, ","), (5, 8, "the"), (9, 18, "Company’s"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Oil is dear. It burns", [4]),
        ("Oil is dear? Yes! It burns.", [4, 6]),
        ("Lamp Corp. sells oil. It pays", [6]),
        ("ended Dec. 31. Oil", [5]),
        ("Oil is dear.", []),
        ("", []),
    ],
)
def test_where_sentences_begin(text: str, starts: list[int]) -> None:
    assert sentence_starts(folded(text)) == starts
