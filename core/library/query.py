"""What is asked of a library: words, phrases, words near words, numbers between two, and what must not be there.

`revenue NEAR/5 1000..2000`, `"going concern" NOT audit*`, `(lease OR rental) 1.5m..2bn`. Words without anything between them
must all be there. A number is looked for as printed in any scale, a range as what the numbers come to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import NamedTuple, Protocol

from core.library.words import Word, beginnings, number_key, words

_PART = re.compile(
    r'\s*(?:(?P<phrase>"[^"]*"?)|(?P<open>\()|(?P<close>\))|(?P<near>NEAR/(?P<within>\d{1,3})(?=[\s(]|$))'
    r'|(?P<word>[^\s()"]+))'
)
_RANGE = re.compile(r"\$?(?P<low>[\d,.]*\d)(?P<by>[a-z]*)\.\.\$?(?P<high>[\d,]*\.?\d+)(?P<also>[a-z]*)", re.IGNORECASE)
_UNITS = {"": 0, "k": 3, "thousand": 3, "m": 6, "mm": 6, "million": 6, "b": 9, "bn": 9, "billion": 9}
_SCALES = (0, 3, 6, 9, -2)
"""The powers of ten in which an amount may be printed: in ones, thousands, millions, billions, in per cent."""
_MOST_WAYS = 125
"""Ways to write a phrase that are looked for: three numbers in any scale."""
_DEEPEST = 20
"""Brackets within brackets."""


class QueryError(ValueError):
    """What is asked cannot be understood. Its message is one line."""


_YEARS = re.compile(r"(\d{4})(?:\s?[-–]\s?(\d{4}))?")


def years(text: str) -> tuple[int, int] | None:
    """The first and the last of some years (`1998`, `1994-2003`); None where nothing is said. Raises QueryError."""
    if not text:
        return None
    match = _YEARS.fullmatch(text)
    if match is None:
        raise QueryError(f"{text} is no year such as 1998 and no years such as 1994-2003")
    return int(match[1]), int(match[2] or match[1])


class Found(NamedTuple):
    """Words `[first, last)` of a text, by index."""

    first: int
    last: int


class Unit(Protocol):
    """What one word is asked to be."""

    def among(self, text: Sequence[Word]) -> list[int]:
        """Which words of a text are it, by index."""

    def terms(self) -> list[str]:
        """How the index is asked for it; one of these."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A word, or where `begun` the beginning of one."""

    key: str
    begun: bool = False

    def among(self, text: Sequence[Word]) -> list[int]:
        """See Unit."""
        key = self.key
        if self.begun:
            return [at for at, word in enumerate(text) if word[0].startswith(key)]
        return [at for at, word in enumerate(text) if word[0] == key]

    def terms(self) -> list[str]:
        """See Unit."""
        return [f'"{self.key}"' + ("*" if self.begun else "")]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed, in any scale."""

    amount: Decimal

    def among(self, text: Sequence[Word]) -> list[int]:
        """See Unit."""
        amounts = {self.amount.scaleb(power) for power in _SCALES}
        return [at for at, word in enumerate(text) if word.amount is not None and word.amount in amounts]

    def terms(self) -> list[str]:
        """See Unit."""
        return [f'"{number_key(self.amount.scaleb(power))}"' for power in (_SCALES if self.amount else (0,))]


@dataclass(frozen=True, slots=True)
class Between:
    """Any number that comes to as much as one of these or what lies between."""

    low: Decimal
    high: Decimal

    def among(self, text: Sequence[Word]) -> list[int]:
        """See Unit."""
        low, high = self.low, self.high
        return [at for at, word in enumerate(text) if word.amount is not None and low <= word.amount <= high]

    def terms(self) -> list[str]:
        """See Unit."""
        return [f'"{one.key}"' + ("" if one.whole else "*") for one in beginnings(self.low, self.high)]


class Asked(Protocol):
    """A question, or a part of one."""

    def match(self) -> str:
        """The same for the index; what it finds may still be more than what is asked for."""

    def places(self, text: Sequence[Word]) -> list[Found]:
        """Where a text answers it; nowhere where it does not."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words one after another."""

    units: tuple[Unit, ...]

    def ways(self) -> list[str]:
        """How the index is asked for it; one of these."""
        terms = [unit.terms() for unit in self.units]
        return [" + ".join(way) for way in product(*terms)]

    def match(self) -> str:
        """See Asked."""
        return "(" + " OR ".join(self.ways()) + ")"

    def places(self, text: Sequence[Word]) -> list[Found]:
        """See Asked."""
        begins = set(self.units[0].among(text))
        for number, unit in enumerate(self.units[1:], 1):
            if not begins:
                return []
            begins &= {at - number for at in unit.among(text)}
        return [Found(at, at + len(self.units)) for at in sorted(begins)]


@dataclass(frozen=True, slots=True)
class Near:
    """Two phrases in any order with at most so many words between them."""

    one: Phrase
    other: Phrase
    within: int

    def match(self) -> str:
        """See Asked."""
        ways = product(self.one.ways(), self.other.ways())
        return "(" + " OR ".join(f"NEAR({one} {other}, {self.within})" for one, other in ways) + ")"

    def places(self, text: Sequence[Word]) -> list[Found]:
        """See Asked."""
        others = self.other.places(text)
        return [
            Found(min(one.first, other.first), max(one.last, other.last))
            for one in self.one.places(text)
            for other in others
            if 0 <= max(one.first, other.first) - min(one.last, other.last) <= self.within
        ]


@dataclass(frozen=True, slots=True)
class All:
    """Both of two."""

    one: Asked
    other: Asked

    def match(self) -> str:
        """See Asked."""
        return f"({self.one.match()} AND {self.other.match()})"

    def places(self, text: Sequence[Word]) -> list[Found]:
        """See Asked."""
        one, other = self.one.places(text), self.other.places(text)
        return sorted(one + other) if one and other else []


@dataclass(frozen=True, slots=True)
class Any:
    """One of two, or both."""

    one: Asked
    other: Asked

    def match(self) -> str:
        """See Asked."""
        return f"({self.one.match()} OR {self.other.match()})"

    def places(self, text: Sequence[Word]) -> list[Found]:
        """See Asked."""
        return sorted(self.one.places(text) + self.other.places(text))


@dataclass(frozen=True, slots=True)
class Without:
    """One and not another."""

    one: Asked
    other: Asked

    def match(self) -> str:
        """See Asked. The index may find less than is excluded only where that is exact: a range is compared afterwards."""
        return self.one.match()

    def places(self, text: Sequence[Word]) -> list[Found]:
        """See Asked."""
        return [] if self.other.places(text) else self.one.places(text)


def parsed(query: str) -> Asked:
    """What a query asks for. Raises QueryError."""
    return _Parser(query).whole()


class _Part(NamedTuple):
    kind: str
    text: str


class _Parser:
    """`or = and {OR and}`, `and = near {[AND | NOT] near}`, `near = one [NEAR/n one]`, `one = word | phrase | ( or )`."""

    def __init__(self, query: str) -> None:
        self._parts = [_Part(_kind(match), match[0].strip()) for match in _matches(query)]
        self._at = 0
        self._depth = 0

    def whole(self) -> Asked:
        """The question. Raises QueryError."""
        if not self._parts:
            raise QueryError("the query is empty")
        asked = self._either()
        if self._at < len(self._parts):
            raise QueryError(f"{self._parts[self._at].text} is not expected there")
        return asked

    def _next(self) -> _Part:
        return self._parts[self._at] if self._at < len(self._parts) else _Part("", "")

    def _takes(self, text: str) -> bool:
        if self._next() == _Part("word", text):
            self._at += 1
            return True
        return False

    def _either(self) -> Asked:
        asked = self._both()
        while self._takes("OR"):
            asked = Any(asked, self._both())
        return asked

    def _both(self) -> Asked:
        asked = self._near()
        while self._next().kind in ("word", "phrase", "open") and self._next() != _Part("word", "OR"):
            if self._takes("NOT"):
                asked = Without(asked, self._near())
            else:
                self._takes("AND")
                asked = All(asked, self._near())
        return asked

    def _near(self) -> Asked:
        asked = self._one()
        while self._next().kind == "near":
            within = int(self._next().text.partition("/")[2])
            self._at += 1
            other = self._one()
            if not isinstance(asked, Phrase) or not isinstance(other, Phrase):
                raise QueryError("NEAR stands between two words, phrases or ranges")
            asked = Near(asked, other, within)
        return asked

    def _one(self) -> Asked:
        part = self._next()
        self._at += 1
        if part.kind == "open":
            return self._inside()
        if part.kind == "phrase":
            return Phrase(_units(part.text.strip('"')))
        if part.kind != "word" or part.text in ("AND", "OR", "NOT"):
            raise QueryError(f"{part.text or 'the end'} is not expected there")
        return _word(part.text)

    def _inside(self) -> Asked:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise QueryError("there are too many brackets within brackets")
        asked = self._either()
        if self._next().kind != "close":
            raise QueryError("a bracket is not closed")
        self._at += 1
        self._depth -= 1
        return asked


def _matches(query: str) -> Iterator[re.Match[str]]:
    at = 0
    while (match := _PART.match(query, at)) is not None:
        yield match
        at = match.end()


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in ("phrase", "open", "close", "near", "word") if match[kind] is not None)


def _word(text: str) -> Asked:
    span = _RANGE.fullmatch(text)
    if span is None:
        return Phrase(_units(text))
    by, also = span["by"].lower(), span["also"].lower()
    if by not in _UNITS or also not in _UNITS:
        raise QueryError(f"{text} is no range such as 1000..2000 or 1.5m..2bn")
    low = _amount(span["low"]).scaleb(_UNITS[by or also])
    high = _amount(span["high"]).scaleb(_UNITS[also])
    if not 0 < low <= high:
        raise QueryError(f"{text}: a range goes from a number over zero to a larger one")
    return Phrase((Between(low, high),))


def _amount(digits: str) -> Decimal:
    try:
        return Decimal(digits.replace(",", ""))
    except ArithmeticError:
        raise QueryError(f"{digits} is no number") from None


def _units(text: str) -> tuple[Unit, ...]:
    begun = text.endswith("*")
    units: list[Unit] = [Plain(one.said) if one.amount is None else Number(one.amount) for one in words(text, {})]
    if not units:
        raise QueryError(f"{text or 'an empty phrase'}: there is no word in it")
    last = units[-1]
    if begun and isinstance(last, Plain):
        units[-1] = Plain(last.key, begun=True)
    if len(_SCALES) ** sum(isinstance(unit, Number) for unit in units) > _MOST_WAYS:
        raise QueryError("there are too many numbers in a phrase")
    return tuple(units)
