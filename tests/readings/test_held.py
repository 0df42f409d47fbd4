"""Everything that is read in small inputs and drawn filings is as it was: every word, place, clue, weight and score."""

from pathlib import Path

import pytest

from core.rules_report import as_text
from tests.readings import bounds, edges, phrase_bounds
from tests.readings.held import (
    BOUNDS,
    DIGESTS,
    EDGES,
    LEAST,
    OUTPUTS,
    PHRASE_BOUNDS,
    PHRASES,
    RULES,
    SEEDS,
    SETS,
    digests,
    held,
    inputs,
    least_texts,
    output_digests,
    samples,
    whole,
)
from tests.readings.phrases import lines

MEANT = "is read otherwise; where that is meant: python -m tests.readings, and look at the difference"
BATCHES = 8
"""The drawn filings come in as many tests, which workers share."""


@pytest.mark.parametrize("path", inputs(), ids=lambda path: path.stem)
def test_every_word_of_a_small_input(path: Path) -> None:
    assert whole(path) == held(path).read_text(encoding="utf-8"), MEANT


@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_part_of_the_drawn_filings(batch: int) -> None:
    known = DIGESTS.read_text(encoding="utf-8").splitlines()
    assert len(known) > 2 * len(SEEDS)
    found = list(digests(list(samples(batch, BATCHES))))
    assert found == known[batch::BATCHES], MEANT


def test_every_part_of_a_least_text() -> None:
    assert list(digests(least_texts())) == LEAST.read_text(encoding="utf-8").splitlines(), MEANT


@pytest.mark.parametrize("name", SETS)
def test_everything_that_is_made_of_filings(name: str) -> None:
    known = [line for line in OUTPUTS.read_text(encoding="utf-8").splitlines() if line.startswith(f"{name}: ")]
    assert output_digests(name) == known, MEANT


def test_every_phrase_is_understood_as_it_was() -> None:
    assert list(lines()) == PHRASES.read_text(encoding="utf-8").splitlines(), MEANT


def test_every_bound_of_a_phrase_is_where_it_was() -> None:
    known = PHRASE_BOUNDS.read_text(encoding="utf-8").splitlines()
    assert [phrase_bounds.told(phrase_bounds.parsed(line)) for line in known] == known, MEANT


@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_bound_of_a_least_text_is_where_it_was(batch: int, tmp_path: Path) -> None:
    known = BOUNDS.read_text(encoding="utf-8").splitlines()[batch::BATCHES]
    reader = bounds.Reader(tmp_path)
    assert [bounds.told(reader, bounds.parsed(line)) for line in known] == known, MEANT


def test_every_text_with_something_at_its_bound() -> None:
    assert list(edges.lines(edges.known())) == EDGES.read_text(encoding="utf-8").splitlines(), MEANT


def test_every_rule_weighs_what_it_did() -> None:
    assert as_text(None).splitlines() == RULES.read_text(encoding="utf-8").splitlines(), MEANT


def test_there_are_inputs_for_all_that_is_held() -> None:
    assert {path.name for path in DIGESTS.parent.glob("*.read")} == {held(path).name for path in inputs()}
