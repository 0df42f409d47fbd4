"""Round marks, second axes, powers of ten."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.statements.statement import Unit
from gui.plot.axis import Axis, aligned, inside, powers, ticks

AMOUNTS = st.decimals(-(10**12), 10**12, places=2)


def written(marks: tuple[Decimal, ...]) -> str:
    """Marks as text."""
    return " ".join(f"{mark.normalize():f}" for mark in marks)


@pytest.mark.parametrize(
    ("least", "largest", "most", "marks"),
    [
        ("0", "25.9", 5, "0 10 20 30"),
        ("-13", "11", 4, "-20 0 20"),
        ("0", "1.41", 5, "0 0.5 1 1.5"),
        ("0", "0", 5, "0 1"),
    ],
)
def test_marks_of_the_axis(least: str, largest: str, most: int, marks: str) -> None:
    assert written(ticks(Decimal(least), Decimal(largest), most)) == marks


@given(st.decimals(-(10**12), 0, places=2), st.decimals(0, 10**12, places=2), st.integers(3, 8))
def test_marks_hold_every_value(least: Decimal, largest: Decimal, most: int) -> None:
    marks = ticks(least, largest, most)
    assert 2 <= len(marks) <= most
    assert marks[0] <= least
    assert largest <= marks[-1]
    assert Decimal(0) in marks


@pytest.mark.parametrize(
    ("least", "largest", "marks"),
    [
        ("3", "70", "2 5 10 20 50 100"),
        ("3", "700", "1 10 100 1000"),
        ("1", "1000000", "1 100 10000 1000000"),
        ("5", "5", "5"),
    ],
)
def test_powers_of_ten(least: str, largest: str, marks: str) -> None:
    assert written(powers(Decimal(least), Decimal(largest), 6)) == marks


@given(st.decimals("0.01", 10**12, places=2), st.decimals("0.01", 10**12, places=2), st.integers(3, 6))
def test_powers_hold_every_value(one: Decimal, other: Decimal, most: int) -> None:
    marks = powers(min(one, other), max(one, other), most)
    assert marks[0] <= min(one, other)
    assert max(one, other) <= marks[-1]
    assert list(marks) == sorted(marks)


@given(st.lists(AMOUNTS, min_size=1, max_size=5), st.lists(AMOUNTS, min_size=1, max_size=5), st.integers(3, 6))
def test_two_axes_share_their_marks_and_hold_everything(first: list[Decimal], second: list[Decimal], most: int) -> None:
    made = aligned(first, second, most)
    for value in (*first, *(value * made.times for value in second)):
        assert made.ticks[0] <= value <= made.ticks[-1]
    assert Decimal(0) in made.ticks


def test_marks_in_sight() -> None:
    assert inside((Decimal(1), Decimal(2), Decimal(3)), Decimal(2), Decimal(3)) == (Decimal(2), Decimal(3))


@pytest.mark.parametrize(
    ("unit", "value", "full", "brief"),
    [
        (Unit.MONEY, "39256438", "$39,256,438", "39.3M"),
        (Unit.PER_SHARE, "1.4", "$1.40", "1.40"),
        (Unit.PERCENT, "-54.66", "−54.7%", "−54.7%"),
        (Unit.NUMBER, "109.4", "109.4", "109"),
    ],
)
def test_values_in_full_and_in_three_figures(unit: Unit, value: str, full: str, brief: str) -> None:
    axis = Axis(unit, "USD")
    assert (axis.full(Decimal(value)), axis.brief(Decimal(value))) == (full, brief)
