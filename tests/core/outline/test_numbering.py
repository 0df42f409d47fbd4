"""The numbers of Parts and Items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.outline.numbering import Order, as_roman, item_numbers, roman


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("I", 1), ("ii", 2), ("IV", 4), ("VI", 6), ("IX", 9), ("XIV", 14), ("XL", 40), ("12", 12)),
        *(("", 0), ("IB", 0), ("A", 0), ("1A", 0)),
    ],
)
def test_a_roman_number_has_its_value(text: str, value: int) -> None:
    assert roman(text) == value


@given(st.integers(1, 39))
def test_what_is_written_in_roman_figures_is_read_back(number: int) -> None:
    assert roman(as_roman(number)) == number


@pytest.mark.parametrize(
    ("text", "shown", "first", "last"),
    [
        ("7", "7", (7, ""), (7, "")),
        ("07", "7", (7, ""), (7, "")),
        ("7A", "7A", (7, "A"), (7, "A")),
        ("9a(T)", "9A", (9, "A"), (9, "A")),
        ("2.02", "2.02", (2, ".02"), (2, ".02")),
        ("1 and 2", "1-2", (1, ""), (2, "")),
        ("1 through 4", "1-4", (1, ""), (4, "")),
        ("10, 11, 12, 13 and 14", "10-14", (10, ""), (14, "")),
        ("1, 2 and 5", "1, 2, 5", (1, ""), (5, "")),
        ("7 and 7A", "7-7A", (7, ""), (7, "A")),
        ("5 to 9, 12", "5, 9, 12", (5, ""), (12, "")),
    ],
)
def test_the_numbers_of_an_item(text: str, shown: str, first: tuple[int, str], last: tuple[int, str]) -> None:
    assert item_numbers(text) == (shown, Order(*first), Order(*last))


@pytest.mark.parametrize("text", ["", "Business", "4 and 3", "2, 2"])
def test_what_is_no_number_of_an_item(text: str) -> None:
    assert item_numbers(text) is None


@pytest.mark.parametrize("text", ["\u00b2", "1\u00b2", "\u2160\u00b2", "", "12a"])
def test_raised_digits_are_no_number(text: str) -> None:
    assert roman(text) == 0
