"""The measures of the house, held: they may only get better."""

import pytest

from tests.architecture.measures import ROOT, Measures, measured

MOST_BRANCHED = 0.04
"""Share of functions over complexity 10."""
WORST = 14
LONG_PATTERNS = 0
NUMBERS = 86


@pytest.fixture(scope="module")
def core() -> Measures:
    return measured(ROOT / "core")


def test_functions_are_seldom_branched(core: Measures) -> None:
    assert len(core.branched) / len(core.complexity) <= MOST_BRANCHED, core.branched
    assert core.branched[0].amount <= WORST, core.branched[0]


def test_patterns_can_be_read(core: Measures) -> None:
    assert len(core.long) <= LONG_PATTERNS, core.long


def test_numbers_have_names(core: Measures) -> None:
    assert len(core.numbers) <= NUMBERS, core.numbers
