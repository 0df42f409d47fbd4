"""An equation of figures: what it comes to, what it asks, and how far a reading is to be trusted."""

from decimal import Decimal
from math import isclose, log10

import pytest

from core.checks.equation import HOPELESS, SUM, Read, digits_left, misread, plain
from tests.core.checks.equations import term, total
from tests.core.drawn_statement import drawn

TABLE = drawn("""
                  2003      2002
    Wool           300       310
    Yarn           100        90
    Total          410       400
""")


def test_what_its_parts_come_to() -> None:
    off, held = total(TABLE, 2), total(TABLE, 2, 1)
    assert (off.total, off.miss, off.off) == (400, 10, True)
    assert (held.total, held.miss, held.off) == (400, 0, False)
    assert (total(TABLE, 2, slack=9).off, total(TABLE, 2, slack=10).off) == (True, False)


def test_a_part_counts_with_its_sign() -> None:
    equation = total(TABLE, 2)._replace(parts=(term(TABLE, 0), term(TABLE, 1, sign=-1)))
    assert equation.total == 200
    assert equation.wanted(equation.parts[1]) == 100 - 210


def test_what_it_asks_of_each_of_its_figures() -> None:
    equation = total(TABLE, 2)
    assert [equation.wanted(one) for one in (equation.whole, *equation.parts)] == [400, 310, 110]


@pytest.mark.parametrize(
    ("worth", "scale", "printed"), [(1000, 1000, "5"), (1000, 1, "5000"), (1, 1000, "0.005"), (100, 1000, "0.5")]
)
def test_units_as_they_are_printed(worth: int, scale: int, printed: str) -> None:
    one = term(drawn("        2003\nWool      5", scale=scale), 0)
    assert total(TABLE, 2)._replace(worth=Decimal(worth)).printed(5, one) == Decimal(printed)


@pytest.mark.parametrize(
    ("value", "said"), [("1E+3", "1000"), ("2.500", "2.5"), ("0.0", "0"), ("-7.10", "-7.1"), ("12", "12")]
)
def test_a_number_without_exponent_and_idle_zeros(value: str, said: str) -> None:
    assert str(plain(Decimal(value))) == said


@pytest.mark.parametrize(
    ("value", "slack", "left"),
    [(0, 1, 0), (1, 0, 0), (1000, 0, 3), (-1000, 0, 3), (3000, 1, 3), (10**9, 0, 6), (1, 1, -log10(3))],
)
def test_the_digits_that_rounding_leaves(value: int, slack: int, left: float) -> None:
    assert isclose(digits_left(value, slack), left, abs_tol=1e-9)


def test_a_reading_that_holds_nowhere_is_not_trusted() -> None:
    assert misread(SUM, Read(0, 6.0)) == HOPELESS


def test_a_reading_is_trusted_more_the_more_it_holds_and_less_the_more_it_fails() -> None:
    one, two, more = (misread(SUM, Read(ties, 12.0)) for ties in (1, 2, 3))
    assert isclose(one, SUM, rel_tol=1e-6)
    assert isclose(two, 0.4 * SUM, rel_tol=1e-6)
    assert isclose(more, 0.2 * SUM, rel_tol=1e-6)
    assert isclose(misread(SUM, Read(1, 12.0, missed=2)), 5 * SUM, rel_tol=1e-6)
    assert isclose(misread(SUM, Read(1, 12.0), [0.1, 0.5]), SUM / 20, rel_tol=1e-6)


def test_few_digits_may_agree_by_chance() -> None:
    assert isclose(misread(SUM, Read(1, 2.0)), SUM + 0.003, rel_tol=1e-6)
    assert misread(SUM, Read(1, -5.0)) == HOPELESS
