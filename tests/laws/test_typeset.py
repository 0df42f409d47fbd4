"""The laws of reading over made-up filings in the layouts of filers."""

from pathlib import Path

import pytest

from tests.laws.test_reading import holds
from tests.typeset.draw import draw
from tests.typeset.score import read
from tests.typeset.traits import Medium

SEEDS = range(500, 506)
"""Others than those whose readings are counted."""


@pytest.mark.parametrize("medium", [Medium.TEXT, Medium.HTML], ids=lambda medium: medium.name)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_figure_reads_back_and_sections_nest(seed: int, medium: Medium, tmp_path: Path) -> None:
    analysis = read(draw(seed, medium=medium), tmp_path)
    holds(analysis)
    assert analysis.outline
