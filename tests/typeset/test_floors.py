"""How much is read rightly of a fixed draw of made-up filings: it may rise, never fall."""

import pytest

from tests.typeset.draw import draw
from tests.typeset.score import KINDS, Score, scored
from tests.typeset.traits import Medium

SEEDS = range(12)
"""Of each medium."""
FLOORS = {
    "Items": 1.0,
    "notes": 1.0,
    "statements": 0.964,
    "tables": 0.977,
    "cells": 0.959,
    "periods": 0.976,
    "members": 0.991,
    "scale": 1.0,
    "currency": 1.0,
    "units": 0.999,
}
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
