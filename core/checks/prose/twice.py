"""Sentences that say one thing in two places, and whether they say it with the same amount.

What a discussion says a note often says again, in the same words or with some more. Where two such sentences agree in all
their words and numbers, and one amount of the one is a slip of the hand away from that of the other, one of them is wrong;
not where a sentence tells the difference too, which the one then takes in and the other tells apart.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import chain, combinations, groupby
from typing import NamedTuple

from core.checks.prose.said import Counts, Mention
from core.checks.slips import is_slip

_WORD = re.compile(r"[a-z]+|\d[\d,.]*\d|\d")
_LITTLE_WORDS = """
a an and approximately are been company companys for had has have in is its of our s that the to us was we were which
"""
_LITTLE = frozenset([word.rstrip("s") or word for word in _LITTLE_WORDS.split()])
"""Words that come and go between two ways of saying one thing."""
_BESIDE = 3
"""Words right before or right behind an amount by which like sentences are found."""
_MOST_ALIKE = 40
"""Amounts between the same words: where there are more, they stand in a list of different things."""
_SHORTEST, _LEAST_PART = 6, 0.3
"""Words of a sentence that says anything again; and how much of the longer sentence the shorter one is at least."""
_DIGITS = 3
"""Digits of an amount that is compared."""
_MONEY = "$"


class Otherwise(NamedTuple):
    """Two amounts of one thing, the one a slip of the hand away from the other, in the order of the text."""

    one: Mention
    other: Mention


class _Worded(NamedTuple):
    """An amount in its sentence: the words and numbers before and behind it without the little words, among them the other
    amounts with a sign before each."""

    mention: Mention
    amount: str
    before: tuple[str, ...]
    behind: tuple[str, ...]

    @property
    def length(self) -> int:
        """How many words stand around it."""
        return len(self.before) + len(self.behind)

    @property
    def amounts(self) -> set[str]:
        """The other amounts of its sentence."""
        return {word for word in (*self.before, *self.behind) if word[0] == _MONEY}

    @property
    def numbered(self) -> bool:
        """Whether its sentence says any other number: without one it may be said of anything."""
        return any(word[0] == _MONEY or word[0].isdecimal() for word in (*self.before, *self.behind))


def said_otherwise(found: Iterable[Mention]) -> Iterator[Otherwise]:
    """The pairs of amounts of money, each once, that like sentences say of one thing and that are not the same."""
    money = [one for one in found if one.row is None and one.counts is Counts.MONEY]
    beside: dict[int, set[Decimal]] = defaultdict(set)
    for each in money:
        beside[id(each.said)].add(each.value)
    for one, other in _between_like_words(list(_worded(money))):
        first, second = one.mention, other.mention
        if first.said is second.said or not _is_slip(first, second):
            continue
        told_apart = abs(first.value - second.value) in beside[id(first.said)] | beside[id(second.said)]
        if not told_apart and _speak_of_one(*sorted((one, other), key=_length)):
            yield Otherwise(first, second)


def _length(one: _Worded) -> int:
    return one.length


def _worded(found: Iterable[Mention]) -> Iterator[_Worded]:
    """Amounts in the words of their sentences; a sentence is taken apart once."""
    for _, inside in groupby(found, key=lambda one: id(one.said)):
        mentions = list(inside)
        pieces = _pieces(mentions[0])
        starts = [match.start() for match in mentions[0].said.found]
        for one in mentions:
            at = 2 * starts.index(one.at) + 1
            before, behind = (tuple(chain.from_iterable(some)) for some in (pieces[:at], pieces[at + 1 :]))
            yield _Worded(one, pieces[at][0], before, behind)


def _pieces(one: Mention) -> list[tuple[str, ...]]:
    """The words of an amount's sentence: those before its first amount, that amount, those up to the next one, and so on."""
    said = one.said
    pieces, begin = [], said.begin
    for match in said.found:
        amount = _MONEY + "".join(match[0].split())
        pieces += [_words(said.text[begin : match.start()]), (amount,)]
        begin = match.end()
    return [*pieces, _words(said.text[begin : said.end])]


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    words = [word.rstrip("s") or word for word in _WORD.findall(text.lower())]
    return tuple([word for word in words if word not in _LITTLE])


def _between_like_words(worded: list[_Worded]) -> Iterator[tuple[_Worded, _Worded]]:
    """The pairs of amounts that have the same words right before or right behind them, each once."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, one in enumerate(worded):
        if len(one.before) >= _BESIDE:
            places[("before", *one.before[-_BESIDE:])].append(at)
        if len(one.behind) >= _BESIDE:
            places[("behind", *one.behind[:_BESIDE])].append(at)
    pairs = {pair for alike in places.values() if len(alike) <= _MOST_ALIKE for pair in combinations(alike, 2)}
    for at, other in sorted(pairs):
        yield worded[at], worded[other]


def _is_slip(one: Mention, other: Mention) -> bool:
    """Whether two amounts, rounded alike, are not the same and a slip of the hand apart."""
    if one.value == other.value or one.unit != other.unit or min(one.digits, other.digits) < _DIGITS:
        return False
    return is_slip(*(str(int(each.value / each.unit)) for each in (one, other)))


def _speak_of_one(shorter: _Worded, longer: _Worded) -> bool:
    """Whether the sentences of two amounts say one thing: the longer has all that the shorter has, in its order."""
    if shorter.length < max(_SHORTEST, _LEAST_PART * longer.length) or not shorter.numbered:
        return False
    if shorter.amount in longer.amounts or longer.amount in shorter.amounts:
        return False  # the one says both, so they are two
    return _goes_through(shorter.before, longer.before) and _goes_through(shorter.behind, longer.behind)


def _goes_through(some: Iterable[str], all_of_them: Iterable[str]) -> bool:
    """Whether words stand among others in the same order."""
    rest = iter(all_of_them)
    return all(word in rest for word in some)
