"""The best rising sequence among numbered lines."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.outline.sequence import Link, best_counting, best_rising


def rising(*numbers: tuple[int, float]) -> list[int]:
    return best_rising([Link(number, number, weight) for number, weight in numbers])


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        ([], []),
        ([(1, 1.0)], [0]),
        ([(1, 1.0), (2, 1.0), (3, 1.0)], [0, 1, 2]),
        ([(1, 1.0), (5, 1.0), (2, 1.0), (3, 1.0)], [0, 2, 3]),
        ([(3, 1.0), (1, 1.0), (2, 1.0)], [1, 2]),
        ([(1, 1.0), (1, 2.0), (2, 1.0)], [1, 2]),
        ([(1, 1.0), (1, 1.0), (2, 1.0)], [0, 2]),
        ([(1, 5.0), (0, 1.0), (2, 1.0)], [0, 2]),
        ([(2, 5.0), (1, 1.0), (3, 1.0)], [0, 2]),
        ([(1, 0.0)], []),
        ([(1, -1.0), (2, 1.0)], [1]),
        ([(1, 1.0), (2, -3.0), (3, 1.0)], [0, 2]),
        ([(2, 1.0), (2, 1.0)], [0]),
    ],
)
def test_the_heaviest_of_the_rising_sequences_is_kept(numbers: list[tuple[int, float]], kept: list[int]) -> None:
    assert rising(*numbers) == kept


def test_a_link_of_several_numbers_goes_on_behind_its_last() -> None:
    links = [Link(1, 1, 1.0), Link(2, 4, 1.0), Link(3, 3, 1.0), Link(5, 5, 1.0)]
    assert best_rising(links) == [0, 1, 3]


@given(st.lists(st.tuples(st.integers(1, 6), st.sampled_from([0.5, 1.0, 2.0])), max_size=7))
def test_no_rising_sequence_weighs_more(numbers: list[tuple[int, float]]) -> None:
    kept = rising(*numbers)
    chosen = [numbers[index] for index in kept]
    assert kept == sorted(set(kept))
    assert all(one[0] < other[0] for one, other in itertools.pairwise(chosen))
    every = itertools.chain.from_iterable(itertools.combinations(numbers, size) for size in range(len(numbers) + 1))
    most = max(sum(w for _, w in some) for some in every if all(a[0] < b[0] for a, b in itertools.pairwise(some)))
    assert sum(weight for _, weight in chosen) == most


@pytest.mark.parametrize(
    ("numbers", "weights", "skip", "weight", "kept"),
    [
        ([], [], 1.0, 0.0, []),
        ([1, 2, 3], [1, 1, 1], 1.0, 3.0, [0, 1, 2]),
        ([1, 3], [1, 1], 0.5, 1.5, [0, 1]),
        ([1, 3], [1, 1], 2.0, 1.0, [0]),
        ([2, 3], [1, 1], 0.5, 1.5, [0, 1]),
        ([4], [1], 1.0, -2.0, [0]),
        ([1, 2, 2, 3], [1, 1, 3, 1], 1.0, 5.0, [0, 2, 3]),
        ([2, 1, 2], [1, 1, 1], 1.0, 2.0, [1, 2]),
        ([1, 1], [1, 1], 1.0, 1.0, [0]),
    ],
)
def test_each_number_left_out_costs(
    numbers: list[int], weights: list[float], skip: float, weight: float, kept: list[int]
) -> None:
    assert best_counting(numbers, weights, skip) == (weight, kept)
