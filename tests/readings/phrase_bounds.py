"""Where phrases tip over: what a function that reads words makes of a phrase, and what it makes of it one step further.

The phrases are those of `phrases.txt`, the functions those of `phrases.py`, the steps those of `bounds.py`.
"""

from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tests.readings.bounds import IN_WORDS, SEPARATOR, WAYS, digest, kind_of, tips
from tests.readings.phrases import ASKED, brief

IN_PHRASES = (*IN_WORDS, "further in", "wider", "narrower")
SHOWN = 40
"""Characters of what is made of a phrase, at most."""


class Tip(NamedTuple):
    """The function, the phrase, the way in which it is changed, and after how many steps it makes something else of it."""

    name: str
    phrase: str
    way: str
    steps: int

    def __str__(self) -> str:
        return SEPARATOR.join(map(str, self))


def found(name: str, phrases: Iterable[str]) -> Iterator[Tip]:
    """The bounds of phrases for one function; of such as are alike in what is made on both sides, one."""
    known: set[Hashable] = set()
    for phrase in phrases:
        for way in IN_PHRASES:
            yield from bounds(name, phrase, way, known)


def bounds(name: str, phrase: str, way: str, known: set[Hashable]) -> Iterator[Tip]:
    """Where one function makes something else of a phrase that is changed in one way."""

    def changed(steps: int) -> str:
        return WAYS[way](phrase, steps)

    @cache
    def made(steps: int) -> str:
        return kind_of(brief(ASKED[name](changed(steps))))

    def alike(low: int, high: int) -> Hashable:
        return name, way, frozenset((made(low), made(high)))

    yield from (Tip(name, phrase, way, steps) for steps in tips(way, changed, made, alike, known))


def told(tip: Tip) -> str:
    """A bound as it is held: what is made on either side, whole as a digest."""
    first, second = (brief(ASKED[tip.name](WAYS[tip.way](tip.phrase, tip.steps + more))) for more in (0, 1))
    return SEPARATOR.join((str(tip), digest([first, second]), first[:SHOWN], second[:SHOWN]))


def parsed(line: str) -> Tip:
    """The bound that a line tells of."""
    name, phrase, way, steps = line.split(SEPARATOR)[:4]
    return Tip(name, phrase, way, int(steps))


def held_again(lines: list[str]) -> Iterator[str]:
    """The same bounds as they are now: where one has moved, those of its function, phrase and way."""
    for tip in map(parsed, lines):
        if tip.name in ASKED:
            first, second = (brief(ASKED[tip.name](WAYS[tip.way](tip.phrase, tip.steps + more))) for more in (0, 1))
            moved = kind_of(first) == kind_of(second)
            yield from map(told, bounds(tip.name, tip.phrase, tip.way, set()) if moved else (tip,))
