"""Numbers in words."""

import pytest

from core.facts.words import number_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("no", 0),
        ("None", 0),
        ("nil", 0),
        ("zero", 0),
        ("seven", 7),
        ("Twelve", 12),
        ("forty", 40),
        ("twenty-three", 23),
        ("twenty\u2013three", 23),
        ("one hundred", 100),
        ("a hundred", 100),
        ("one hundred twenty-three", 123),
        ("one hundred and five", 105),
        ("twelve hundred", 1200),
        ("five hundred thousand", 500_000),
        ("two million, three hundred thousand and one", 2_300_001),
        ("nine trillion nine billion nine million nine thousand nine", 9_009_009_009_009),
    ],
)
def test_words_are_added_up(text: str, number: int) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "and",
        "a",
        "one and",
        "hundred",
        "thousand",
        "twenty thirty",
        "twenty ten",
        "nineteen one",
        "one two",
        "one hundred hundred",
        "one thousand two million",
        "no one",
        "one half",
        "2 million",
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_of(text) is None
