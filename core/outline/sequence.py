"""The best rising sequence among numbered lines: what tells Items and notes from lists and references."""

from collections.abc import Hashable, Sequence
from typing import Any, NamedTuple


class Link(NamedTuple):
    """A line that may be a heading: where its number begins and ends in the order, and how much it looks like one."""

    first: Any
    last: Any
    weight: float


def best_rising(links: Sequence[Link]) -> list[int]:
    """Indexes of the links, in order, whose numbers rise and whose weights add up to most; the earlier where alike.

    Takes a time proportional to the links times the different numbers among them.
    """
    best: dict[Hashable, tuple[float, int]] = {}
    before: list[int] = []
    for index, link in enumerate(links):
        total, parent = 0.0, -1
        for last, (weight, at) in best.items():
            if last < link.first and weight > total:
                total, parent = weight, at
        before.append(parent)
        total += link.weight
        if link.weight > 0 and (link.last not in best or total > best[link.last][0]):
            best[link.last] = (total, index)
    return _back(before, max(best.values(), key=lambda entry: (entry[0], -entry[1]))[1]) if best else []


def best_counting(numbers: Sequence[int], weights: Sequence[float], skip: float) -> tuple[float, list[int]]:
    """The best sequence 1, 2, 3 ... among numbered lines and its weight; each number left out costs `skip`."""
    best: dict[int, tuple[float, int]] = {}
    before: list[int] = []
    for index, (number, weight) in enumerate(zip(numbers, weights, strict=True)):
        total, parent = -skip * (number - 1), -1
        for last, (have, at) in best.items():
            if last < number and have - skip * (number - last - 1) > total:
                total, parent = have - skip * (number - last - 1), at
        before.append(parent)
        total += weight
        if number not in best or total > best[number][0]:
            best[number] = (total, index)
    if not best:
        return 0.0, []
    weight, index = max(best.values(), key=lambda entry: (entry[0], -entry[1]))
    return weight, _back(before, index)


def _back(before: list[int], index: int) -> list[int]:
    path = []
    while index >= 0:
        path.append(index)
        index = before[index]
    return path[::-1]
