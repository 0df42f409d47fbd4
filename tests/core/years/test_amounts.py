"""Amounts as they are printed: how exact, and how two are related."""

from decimal import Decimal

import pytest

from core.source import Cite
from core.statements.statement import Figure
from core.years.amounts import Printed, amount, by_factor, digits, is_point_for_comma, is_slip


def printed(text: str, scale: int = 1) -> Printed:
    return amount(Figure(0, text, Decimal(text), Cite(1, ())), Decimal(text), scale)


@pytest.mark.parametrize(("value", "shown"), [("154", 3), ("1.54", 3), ("0.28", 2), ("-20", 2), ("0", 1), ("1000", 4)])
def test_digits_that_a_figure_shows(value: str, shown: int) -> None:
    assert digits(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("text", "scale", "grain"), [("12", 1000, "1000"), ("1.25", 1, "0.01"), ("4.5", 1000, "100.0")]
)
def test_what_the_last_digit_is_worth(text: str, scale: int, grain: str) -> None:
    assert printed(text, scale).grain == Decimal(grain)


def test_amounts_that_round_to_one_another_are_of_one_size_or_the_next() -> None:
    sizes = [printed(text).size for text in ("1999600", "2000000", "5")]
    assert sizes[0] is not None
    assert sizes[1] is not None
    assert abs(sizes[0] - sizes[1]) <= 1
    assert sizes[2] != sizes[0]
    assert printed("0").size is None


@pytest.mark.parametrize(
    ("new", "old", "factor", "is_one"),
    [("0.92", "1.83", "2", True), ("0.29", "0.58", "2", True), ("200", "100", "2", True), ("0.93", "1.71", "2", False)],
)
def test_a_split(new: str, old: str, factor: str, is_one: bool) -> None:
    assert by_factor(printed(new), printed(old), Decimal(factor)) is is_one


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [("1819", "1891", True), ("4637", "4647", True), ("900", "700", True), ("4637", "46370", False), ("12", "13", False),
     ("1819", "9118", False)],
)  # fmt: skip
def test_a_slip_of_one_digit_or_of_two_neighbours(one: str, other: str, slip: bool) -> None:
    assert is_slip(Decimal(one), Decimal(other)) is slip


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("6.738", "6738", True),
        ("-6738", "-6.738", True),
        ("6.74", "6740", False),
        ("6.738", "6739", False),
        ("6", "6", False),
    ],
)
def test_a_point_for_a_comma(one: str, other: str, is_one: bool) -> None:
    assert is_point_for_comma(Decimal(one), Decimal(other)) is is_one
