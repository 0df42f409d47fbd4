"""What a tag says of how exact its amount is."""

import pytest

from core.facts.fact import decimals_of
from core.facts.readable import rounding_words


@pytest.mark.parametrize(
    ("said", "decimals"),
    [
        ("-6", "-6"), (" 2 ", "2"), ("INF", "INF"), ("0", "0"), (None, None), ("", None), ("inf", None), ("²", None),
        ("1.5", None), ("9" * 5_000, None), ("٣", None),
    ],
)  # fmt: skip
def test_decimals_are_a_power_of_ten_or_exact(said: str | None, decimals: str | None) -> None:
    assert decimals_of(said) == decimals


@pytest.mark.parametrize("odd", ["²", "9" * 5_000, "-"])
def test_what_is_no_power_of_ten_is_shown_as_it_stands(odd: str) -> None:
    assert rounding_words(odd) == odd
