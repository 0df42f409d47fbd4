"""Figures that are tagged with the wrong sign.

A concept has its own sign, and a line is printed with brackets or without: a whole row may well be tagged with the other sign
than it is printed with. But then all of the row is, and all figures of the concept that stand in a column.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from typing import NamedTuple

from core.facts.fact import Fact, PlacedFact
from core.statements.statement import Figure, Row, Statement, StatementKind

_SHARES = "shares"
"""The unit of what may be issued and held in treasury in one row: of those in brackets no sign is told."""
_COLUMN = 4
"""Figures of one concept in a column from which one that is tagged otherwise than all others is taken for wrong."""
_WORDS = re.compile("[A-Z][a-z]*")
_EITHER_WAY = frozenset((
    "Accretion", "Accumulated", "Adjustment", "Adjustments", "Allowances", "Benefit", "Benefits", "Change", "Changes",
    "Credit", "Credits", "Decrease", "Deficit", "Derivative", "Difference", "Differences", "Earnings", "Effect",
    "Elimination", "Eliminations", "Equity", "Exposure", "For", "From", "Gain", "Gains", "Hedge", "Impact", "Income",
    "Increase", "Intercompany", "Intersegment", "Loss", "Losses", "Margin", "Net", "Other", "Profit", "Provided",
    "Recoveries", "Recovery", "Reclassification", "Reconciliation", "Return", "Reversal", "Reversals", "Translation",
    "Treasury", "Used",
))  # fmt: skip
"""Words in the names of concepts that may come to less than nothing, or that are named by both of their signs."""


def turned(figure: Figure, fact: Fact) -> bool:
    """Whether a figure is tagged with the other sign than it is printed with; neither is nothing."""
    return ((figure.value or 0) < 0) is not ((fact.value or 0) < 0)


def _some_turned(row: Row) -> bool:
    """Whether some figure of a row may be tagged with the other sign: a quick look."""
    for figure in row.figures:
        fact = figure.fact
        if fact is not None and fact.value and figure.value and (figure.value < 0) is not (fact.value < 0):
            return True
    return False


class _Tagged(NamedTuple):
    """A figure with its tag, neither of them zero, and whether the tag has the other sign."""

    figure: Figure
    fact: Fact
    turned: bool


class OddSign(NamedTuple):
    """A figure that is tagged with the wrong sign, and the one that may be it as well where nothing tells them apart."""

    row: Row
    figure: Figure
    fact: Fact
    rival: Figure | None = None


class Signs:
    """With which signs the concepts of a filing are tagged, against those that are printed."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.statements = tuple(statements)

    def odd(self, statement: Statement) -> Iterator[OddSign]:
        """The figures of a table whose tags have the wrong sign, each once."""
        if not any(map(_some_turned, statement.rows)):
            return
        columns = _odd_in_columns(statement)
        for row in statement.rows:
            if _some_turned(row) or (columns and not columns.isdisjoint(map(id, row.figures))):
                yield from self._odd_in(row, list(_tagged(row)), columns, statement.kind)

    def _odd_in(self, row: Row, tagged: list[_Tagged], columns: set[int], kind: StatementKind) -> Iterator[OddSign]:
        beside = self._odd_in_row(row, tagged)
        yield from beside
        said = {id(one.figure) for one in beside} | {id(one.rival) for one in beside}
        times = Counter([one.fact.concept for one in tagged])
        for one in tagged:
            if id(one.figure) in said:
                continue
            if id(one.figure) in columns or (times[one.fact.concept] == 1 and self._never(one, kind)):
                yield OddSign(row, one.figure, one.fact)

    def _odd_in_row(self, row: Row, tagged: list[_Tagged]) -> list[OddSign]:
        """Where the figures of a row are tagged as one concept: those whose sign is turned though others' are not."""
        found: list[OddSign] = []
        groups: dict[str, list[_Tagged]] = defaultdict(list)
        for one in tagged:
            groups[one.fact.concept].append(one)
        for concept, group in groups.items():
            count = sum([one.turned for one in group])
            if 0 < count < len(group):
                found += self._minority(row, concept, group, count)
        return found

    def _minority(self, row: Row, concept: str, group: list[_Tagged], count: int) -> list[OddSign]:
        straight = len(group) - count
        usual = count > straight if count != straight else self.usual.get(concept)
        odd = [one for one in group if one.turned is not usual]
        if usual is None and len(group) == 2:
            named = sorted(group, key=lambda one: not _below_nothing(one))
            return [OddSign(row, named[0].figure, named[0].fact, named[1].figure)]
        return [] if usual is None else [OddSign(row, one.figure, one.fact) for one in odd]

    def _never(self, one: _Tagged, kind: StatementKind) -> bool:
        """Whether a figure that is printed as more than nothing, and tagged as less, cannot be less: on a balance sheet, or by
        its concept, of which there is no other one that is."""
        if not _below_nothing(one) or kind is StatementKind.BALANCE_SHEET:
            return _below_nothing(one)
        return one.fact.standard and not _may_be_either(one.fact.concept) and self.negative[one.fact.concept] == 1

    @cached_property
    def negative(self) -> Counter[str]:
        """Of each concept, how many figures of it are tagged as less than nothing."""
        every = (one for statement in self.statements for row in statement.rows for one in _tagged(row))
        return Counter([one.fact.concept for one in every if (one.fact.value or 0) < 0])

    @cached_property
    def usual(self) -> dict[str, bool]:
        """Of each concept, whether most of its figures are tagged with the other sign than they are printed with."""
        counts: Counter[str] = Counter()
        for statement in self.statements:
            for row in statement.rows:
                for one in _tagged(row):
                    counts[one.fact.concept] += 1 if one.turned else -1
        return {concept: more > 0 for concept, more in counts.items() if more}


def _tagged(row: Row) -> Iterator[_Tagged]:
    """The figures of a row that are tagged, and come to something."""
    for figure in row.figures:
        fact = figure.fact
        if fact is not None and fact.value and figure.value and (fact.unit != _SHARES or figure.value > 0):
            yield _Tagged(figure, fact, turned(figure, fact))


def _odd_in_columns(statement: Statement) -> set[int]:
    """The figures that alone of all of their concept in a column are tagged with this sign against the printed one."""
    found: set[int] = set()
    groups: dict[tuple[int, str], list[_Tagged]] = defaultdict(list)
    for row in statement.rows:
        for one in _tagged(row):
            groups[one.figure.column, one.fact.concept].append(one)
    for group in groups.values():
        if len(group) >= _COLUMN:
            count = sum([one.turned for one in group])
            found.update(id(one.figure) for one in group if count in (1, len(group) - 1) and one.turned is (count == 1))
    return found


def odd_in_sentences(facts: Iterable[PlacedFact], texts: Mapping[int, str], figures: Set[int]) -> Iterator[PlacedFact]:
    """The facts outside of the `figures` of tables (facts by identity) that are tagged as less than nothing though no bracket
    stands before them, of concepts that cannot be, and of which no other is. `texts`: those of the documents."""
    numbers = [one for one in facts if one.fact.numeric and one.fact.value]
    many = Counter([one.fact.concept for one in numbers])
    for one in _alone_below(numbers):
        if id(one.fact) not in figures and _cannot_be(one.fact, many[one.fact.concept]) and not _has_sign(one, texts):
            yield one


def _alone_below(numbers: list[PlacedFact]) -> list[PlacedFact]:
    """The facts that alone of their concepts are tagged as less than nothing."""
    below = [one for one in numbers if (one.fact.value or 0) < 0]
    times = Counter([one.fact.concept for one in below])
    return [one for one in below if times[one.fact.concept] == 1]


def _cannot_be(fact: Fact, many: int) -> bool:
    """Whether something cannot be less than nothing: by its concept, of which the filing has so many facts."""
    return fact.standard and (many > _SENTENCES or fact.unit in _COUNTS) and not _may_be_either(fact.concept)


def _has_sign(placed: PlacedFact, texts: Mapping[int, str]) -> bool:
    """Whether a bracket or a sign is printed with a fact, or its text is not known."""
    text, start = texts.get(placed.cite.document, ""), placed.cite.start
    return not text or _BRACKET.search(text[max(0, start - _BEFORE) : start] + placed.fact.text) is not None


_SENTENCES = 3
"""Other facts of a concept from which one in a sentence that alone is below nothing is wrong."""
_COUNTS = frozenset(("shares", "USD/shares", "pure"))
"""Units of what cannot be less than nothing but by its name."""
_BEFORE = 3
"""Characters before a figure among which its bracket or its sign stands."""
_BRACKET = re.compile("[(\\-\u2212\u2013]")


def _below_nothing(one: _Tagged) -> bool:
    """Whether something is printed as more than nothing, and tagged as less."""
    return one.turned and (one.figure.value or 0) > 0


def _may_be_either(concept: str) -> bool:
    """Whether a concept may well come to less than nothing, by the words of its name."""
    return not _EITHER_WAY.isdisjoint(_WORDS.findall(concept.partition(":")[2]))
