"""Amounts of sentences that add up: to another amount beside them, or to what is left of a line."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from core.checks.prose.around import Around
from core.checks.prose.printed import Printed, Said, Tables
from core.checks.prose.relations import FAIR, GOOD, HALF, SURE, Link, rounds_to
from core.checks.prose.said import Counts, Mention
from core.source import Cite

_REACH, _PARTS = 6, 8
"""Amounts, the nearest first, of which sums and differences are tried."""
_MOST_ADDENDS = 3
_ADDABLE = (Counts.MONEY, Counts.NUMBER)


def _of_one_year(mention: Mention, *others: Mention) -> bool:
    """Whether others may be of the year that an amount is of."""
    year = mention.years[:1]
    return all(one.years[:1] == year or (bool(year) and year[0] in one.years[:2]) for one in others)


def _may_add(mention: Mention, one: Mention) -> bool:
    """Whether an amount may be one of those that make another: of its kind, its rounding and its year."""
    if one is mention or one.counts is not mention.counts or one.value == mention.value:
        return False
    if one.unit != mention.unit and mention.unit > 1:
        return False
    changes = bool(one.cue), bool(mention.cue)
    return all(changes) or (not any(changes) and _of_one_year(mention, one))


def summed(mention: Mention, around: Around, sentences: int | None = None) -> Link | None:
    """An amount that others of its passage, so many sentences away, and its year add up to, or of which another is left."""
    if mention.counts not in _ADDABLE or mention.telling < FAIR:
        return None
    near = around.passage if sentences is None else around.near(sentences)
    close = sorted(
        [one for one in near if _may_add(mention, one)], key=lambda one: abs(one.sentence - mention.sentence)
    )[:_REACH]
    return _sum(mention, close) or _difference(mention, close)


def _sum(mention: Mention, close: list[Mention]) -> Link | None:
    for count in range(2, _MOST_ADDENDS + 1):
        for some in combinations(close, count):
            if sum(one.value for one in some) == mention.value and min(one.digits for one in some) > 1:
                return Link("sum", mention.value, _places(some))
    return None


def _difference(mention: Mention, close: list[Mention]) -> Link | None:
    sure = mention.unit <= 1 and mention.telling >= SURE - 1
    if not mention.cue and not sure:
        return None
    for one, other in combinations(close, 2):
        if abs(one.value - other.value) == mention.value:
            return Link("difference", mention.value, _places((one, other)))
    return None


def _places(some: Iterable[Mention]) -> tuple[Cite, ...]:
    return tuple([cite for one in some for cite in (one.cite, *one.links)])


def left(mention: Mention, around: Around) -> Link | None:
    """What is left of a line of a statement when amounts of the same section and year are taken away."""
    if mention.counts is not Counts.MONEY or mention.telling < GOOD or mention.cue:
        return None
    close = [one for one in around.section if _may_add(mention, one) and one.telling >= FAIR]
    for whole in close:
        if whole.links and whole.value > mention.value:
            for one, other in _taken_away(whole, close):
                rest = whole.value - one.value - other.value
                if abs(rest - mention.value) <= 2 * mention.unit:
                    return Link("left", rest, (whole.cite, *whole.links, one.cite, other.cite))
    return None


def _taken_away(whole: Mention, close: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Two smaller amounts, those that are said twice once."""
    parts = {one.value: one for one in close if one.value < whole.value}
    return combinations(list(parts.values())[:_PARTS], 2)


def of_rows(mention: Mention, tables: Tables) -> Link | None:
    """Two neighbouring rows of a statement that a sentence speaks of as one."""
    if mention.counts is not Counts.MONEY or mention.digits < GOOD or not mention.years or mention.cue:
        return None
    for one, other in _neighbours(mention, tables):
        together = one.value + other.value
        if one.value and other.value and rounds_to(together, mention.value, mention.unit):
            return Link("sum", together, (one.cite, other.cite))
    return None


def _neighbours(mention: Mention, tables: Tables) -> Iterator[tuple[Printed, Printed]]:
    """The figures of the amount's year in rows under one another, whose captions share words with the sentence."""
    year = mention.years[0]
    for line in tables.called(mention.around, HALF, primary=True):
        if line.next is not None and _shared(line, line.next, mention) > 1:
            yield from zip(line.in_year(year)[:1], line.next.in_year(year)[:1], strict=False)


def _shared(one: Said, other: Said, mention: Mention) -> int:
    return len(one.caption & other.caption & mention.around)
