"""Facts in sentences whose tags are scaled otherwise than the words behind them say: `$200 million` tagged as 200."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from core.facts.fact import PlacedFact

_BEHIND = re.compile(r"\s*(thousand|[mbtr]+illion|%|percent|basis points?)", re.IGNORECASE)
_POWERS = {
    "thousand": (3,),
    "million": (6,),
    "billion": (9,),
    "trillion": (12,),
    "%": (-2, 0),
    "percent": (-2, 0),
}
"""The powers of ten that each word asks for; a percentage is at times tagged as its number."""
_REACH = 14
"""Characters behind a figure in which its word begins and ends."""
_ORDINARY = frozenset((0, -2))
"""Powers of ten that need no word: of amounts that are printed in full, and of percentages."""
_LEAST_FACTS = 40
"""Facts of a filing from which a power of ten that it has once is odd."""


class OddScale(NamedTuple):
    """A fact whose tag is scaled otherwise than its figure is printed, and the word that says so where one does."""

    placed: PlacedFact
    word: str


def odd_scales(
    facts: Iterable[PlacedFact], texts: Mapping[int, str], figures: Set[int] = frozenset()
) -> Iterator[OddScale]:
    """The facts that are scaled as no other of the filing without a word behind them that says why, and those outside of the
    `figures` of tables (facts by identity) that are scaled otherwise than that word says. `texts`: those of the documents."""
    numbers = [one for one in facts if one.fact.numeric and one.fact.value]
    lone = _lone(numbers)
    for placed in numbers:
        scale, text = placed.fact.scale, texts.get(placed.cite.document)
        if text is None or (scale not in lone and id(placed.fact) in figures):
            continue
        word = _word_behind(text, placed.cite.end)
        if _says_other(word, scale) or (not word and scale in lone):
            yield OddScale(placed, word)


def _lone(numbers: list[PlacedFact]) -> frozenset[int]:
    """The scales that one fact alone of many has."""
    if len(numbers) < _LEAST_FACTS:
        return frozenset()
    times = Counter([one.fact.scale for one in numbers])
    return frozenset(scale for scale in times if times[scale] == 1) - _ORDINARY


def _word_behind(text: str, end: int) -> str:
    found = _BEHIND.match(text, end, end + _REACH)
    return found[1].lower() if found else ""


def _says_other(word: str, scale: int) -> bool:
    """Whether a word behind a figure asks for another scale."""
    return word in _POWERS and scale not in _POWERS[word]
