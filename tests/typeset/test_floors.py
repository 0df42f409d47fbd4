"""How much is read rightly of a fixed draw of made-up filings: it may rise, never fall."""

import pytest

from tests.typeset.draw import draw
from tests.typeset.score import KINDS, Score, scored
from tests.typeset.traits import Medium

SEEDS = range(12)
"""Of each medium."""
FLOORS = {
    "Items": 255 / 255,
    "notes": 180 / 180,
    "statements": 82 / 82,
    "tables": 247 / 250,
    "cells": 6442 / 6526,
    "periods": 6210 / 6210,
    "members": 640 / 643,
    "scale": 227 / 227,
    "currency": 227 / 227,
    "units": 6440 / 6442,
}
"""What is right now, to the last figure: whoever reads more raises them."""
SHOWN = 5
"""Faults that are printed where a floor is broken."""


@pytest.fixture(scope="module")
def score() -> Score:
    """The fixed draw, read."""
    return scored(draw(seed, medium=medium) for seed in SEEDS for medium in (Medium.TEXT, Medium.HTML))


@pytest.mark.parametrize("kind", KINDS)
def test_no_less_is_right_than_was(score: Score, kind: str) -> None:
    share = score.share(kind)
    faults = [fault for fault in score.faults if fault.kind == kind]
    traits = sorted(
        {trait for fault in faults for trait in fault.traits}, key=lambda trait: score.of_trait(trait, kind)
    )
    told = "\n".join(f"{fault.filing}: {fault.says}" for fault in faults[:SHOWN])
    assert share >= FLOORS[kind], f"{kind}: {share:.4f}; worst with {', '.join(traits[:SHOWN])}\n{told}"
