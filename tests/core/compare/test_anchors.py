"""Equal runs of words: true, in order, and as many as a comparison at once finds where nothing is moved."""

from collections.abc import Generator
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare.anchors import Run, equal_runs

T = TypeVar("T")
WORDS = st.lists(st.sampled_from(["the", "of", "cost", "sales", "kettle", "2002", "2003", "rose", "fell"]), max_size=60)


def ended(work: Generator[object, None, T]) -> T:
    """The value of a work, all of its steps done."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: T = end.value
            return value


@settings(deadline=None)
@given(WORDS, WORDS)
def test_runs_are_equal_and_in_order(old: list[str], new: list[str]) -> None:
    runs = ended(equal_runs(old, new))
    at = Run(0, 0, 0)
    for run in runs:
        assert run.old >= at.old + at.length
        assert run.new >= at.new + at.length
        assert old[run.old : run.old + run.length] == new[run.new : run.new + run.length]
        assert run.length > 0
        at = run


@settings(deadline=None)
@given(WORDS)
def test_the_same_text_is_all_equal(words: list[str]) -> None:
    assert sum(run.length for run in ended(equal_runs(words, words))) == len(words)


def test_one_word_of_many() -> None:
    old = [str(number) for number in range(10_000)]
    new = [*old[:5_000], "more", *old[5_000:]]
    assert ended(equal_runs(old, new)) == [Run(0, 0, 5_000), Run(5_000, 5_001, 5_000)]


def test_texts_that_share_nothing_are_not_compared_word_by_word() -> None:
    old, new = [f"a{number}" for number in range(7_000)], [f"b{number}" for number in range(7_000)]
    assert ended(equal_runs(old, new)) == []


def test_a_run_that_goes_on_by_chance_costs_the_next_one_no_more_than_that() -> None:
    """A sentence that moved far, and begins with the word that stood where it stands now."""
    old = [str(number) for number in range(9_000)]
    moved = ["500", *old[8_001:8_020]]
    new = [*old[:500], *moved, *old[500:8_000], *old[8_020:]]
    runs = ended(equal_runs(old, new))
    assert sum(run.length for run in runs) >= len(new) - len(moved)
