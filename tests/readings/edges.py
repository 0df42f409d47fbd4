"""Texts in which something stands exactly at its bound: small ones with one part changed, each reading held as digests.

`bounds.py` holds where another rule speaks. Here is held what comes to lie at a bound and shows it in a place, a figure or a
weight alone: the last column that a caption may reach, the figure by which a sum is just right, the line as long as one may be.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from tests.readings.bounds import Bound, Text, parsed, text_of, texts
from tests.readings.held import EDGES, Sample, digests, inputs


@cache
def every_text() -> dict[str, Text]:
    """The least texts of the rules, and the small inputs, by name."""
    small = {path.name: text_of(path.read_text(encoding="utf-8"), path.suffix) for path in inputs()}
    return {**texts(), **small}


def sample(edge: Bound) -> Sample:
    """The text with its part changed."""
    text = every_text()[edge.rule]
    return Sample(f"{edge} |", text.suffix, text.changed(edge.part, edge.way, edge.steps).encode())


def known() -> Iterator[Bound]:
    """The edges that are held, but for those whose text is gone."""
    for edge in map(parsed, EDGES.read_text(encoding="utf-8").splitlines()):
        if edge.rule in every_text() and edge.part in every_text()[edge.rule].parts:
            yield edge


def lines(edges: Iterable[Bound]) -> Iterator[str]:
    """A line for each edge: the edge, and each part of what is read with its digest."""
    yield from digests(map(sample, edges))
