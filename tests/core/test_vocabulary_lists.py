"""Phrases that speak of other words of their subject."""

import pytest

from core.vocabulary import PhraseError, built

LISTS = {"colour": ("light green", "(dark|pale) red", "black")}


@pytest.mark.parametrize(
    "text", ["a list of coats", "List of black coats", "list of  light green black pale red coats"]
)
def test_any_number_of_the_words_of_a_list(text: str) -> None:
    assert built([("list of <colour> coats", None)], LISTS).search(text)


@pytest.mark.parametrize(
    "text", ["list of blue coats", "list ofblack coats", "list of blackcoats", "list of red coats"]
)
def test_no_other_words(text: str) -> None:
    assert not built([("list of <colour> coats", None)], LISTS).search(text)


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(PhraseError, match="colours"):
        built([("list of <colours> coats", None)], LISTS)
