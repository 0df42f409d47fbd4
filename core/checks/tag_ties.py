"""Does what is printed agree with what is tagged?

Rule `tag_tie`: every tagged figure of a table against its tag, and every fact that stands in several places against itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, TypeVar

from core.checks.check import Check, Rule, Status
from core.facts.fact import Dimension, Fact, Period, PlacedFact
from core.source import Cite
from core.statements.statement import Figure, Row, Statement

K = TypeVar("K")
V = TypeVar("V")
_Key = tuple[str, Period, tuple[Dimension, ...], str | None]


def tie_tags(statements: Iterable[Statement], facts: Iterable[PlacedFact]) -> Iterator[Check]:
    """One check for the tagged figures of each table that agree, one for each figure that does not, and one for each fact
    that is tagged with two amounts."""
    statements = tuple(statements)
    signs, twice = _Signs(statements), list(_twice(facts))
    known = {cite for check in twice for cite in check.cites}
    for statement in statements:
        yield from _table(statement, signs, known)
    yield from twice


class _Signs:
    """With which sign the concepts of a filing are tagged, against the one that is printed."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self.statements = statements

    @staticmethod
    def mixed(row: Row) -> bool:
        """Whether some figures of a row are tagged with the sign that is printed, and some with the other."""
        tagged = [
            _turned(one, one.fact) for one in row.figures if one.fact is not None and one.value and one.fact.value
        ]
        return any(tagged) and not all(tagged)

    @cached_property
    def usual(self) -> dict[str, bool]:
        """Of each concept, whether most of its figures are tagged with the other sign than they are printed with."""
        turned: Counter[str] = Counter()
        for statement in self.statements:
            for row in statement.rows:
                for figure in row.figures:
                    if figure.fact is not None and figure.value and figure.fact.value:
                        turned[figure.fact.concept] += 1 if _turned(figure, figure.fact) else -1
        return {concept: more > 0 for concept, more in turned.items() if more}


class _Table:
    """How the figures of a table are tagged."""

    def __init__(self, statement: Statement, signs: _Signs) -> None:
        self.statement = statement
        self.signs = signs
        self.times: list[Period | None] = []

    def is_even(self, row: Row) -> bool:
        """Whether a row is tagged with one scale, one way of signs, and the times of the row before it; the rows in order."""
        facts = [figure.fact for figure in row.figures]
        before, self.times = self.times, [fact.period if fact is not None else None for fact in facts]
        if self.times != before or self.signs.mixed(row):
            return False
        return len({fact.scale for fact in facts if fact is not None and fact.value}) < 2

    @cached_property
    def usual(self) -> "_Usual":
        """How most of them are."""
        return _usual(self.statement)


class _Usual(NamedTuple):
    """How most figures of a table are tagged: the scale by what they count, and the time by column and by whether it is a
    day; nothing where no way is that of nearly all."""

    scales: dict[str | None, int]
    times: dict[tuple[int, bool], Period]


def _table(statement: Statement, signs: _Signs, twice: set[Cite]) -> Iterator[Check]:
    """The figures of one table against their tags; `twice`: those that are known to be tagged as two amounts."""
    agreeing: list[Cite] = []
    table = _Table(statement, signs)
    for row in statement.rows:
        scale, even = _usual_scale(row), table.is_even(row)
        for figure in row.figures:
            fact = figure.fact
            if fact is None or fact.value is None or figure.value is None:
                continue
            if not _agrees(figure.value, fact) or (scale is not None and _is_odd(figure, fact, row, scale)):
                yield _off(statement, row, figure, fact)
                continue
            what = None if even or figure.cite in twice else _odd_one_out(row, figure, fact, table)
            if what is not None:
                yield _told_otherwise(statement, row, figure, fact, what)
            else:
                agreeing.append(figure.cite)
    if agreeing:
        title = f"{statement.title or 'Table'}: {_many(len(agreeing))}."
        yield Check(Rule.TAG_TIE, Status.TIES, title, None, None, None, tuple(agreeing))


_ENOUGH, _NEARLY_ALL = 4, 0.8
"""Figures, and the share of them, that make a way of tagging the usual one."""


def _usual(statement: Statement) -> _Usual:
    scales: dict[str | None, Counter[int]] = defaultdict(Counter)
    times: dict[tuple[int, bool], Counter[Period]] = defaultdict(Counter)
    for row in statement.rows:
        for figure in row.figures:
            fact = figure.fact
            if fact is not None and fact.value and fact.period is not None:
                scales[fact.unit][fact.scale] += 1
                times[figure.column, fact.period.start is None][fact.period] += 1
    return _Usual(_of_nearly_all(scales), _of_nearly_all(times))


def _of_nearly_all(counted: dict[K, Counter[V]]) -> dict[K, V]:
    """What nearly all of enough have, by key."""
    found: dict[K, V] = {}
    for key, counts in counted.items():
        value, times = counts.most_common(1)[0]
        if times >= _ENOUGH and times >= _NEARLY_ALL * counts.total():
            found[key] = value
    return found


def _odd_one_out(row: Row, figure: Figure, fact: Fact, table: _Table) -> str | None:
    """In what a figure is tagged otherwise than the others of its row, which are tagged as the same concept: its sign, its
    scale or its time; None where it is not, or where nothing tells which of two is odd."""
    alike = _alike_in_row(row, figure, fact) if figure.value and fact.period is not None else []
    if not alike or fact.period is None:
        return None
    odd = {
        "sign": _differs(
            table.signs.usual.get(fact.concept), _turned(figure, fact), [_turned(one, tag) for one, tag in alike]
        ),
        "scale": _differs(table.usual.scales.get(fact.unit), fact.scale, [tag.scale for _, tag in alike]),
        "time": _is_of_other_time(figure, fact.period, alike, table.usual),
    }
    return next((what for what, told in odd.items() if told), None)


def _alike_in_row(row: Row, figure: Figure, fact: Fact) -> list[tuple[Figure, Fact]]:
    """The other figures of a row with their tags, where all are tagged as the same and count the same; else none."""
    others = [(one, one.fact) for one in row.figures if one is not figure and one.value and one.fact is not None]
    alike = [(one, tag) for one, tag in others if tag.value and (tag.concept, tag.unit) == (fact.concept, fact.unit)]
    return alike if len(alike) == len(others) else []


def _turned(figure: Figure, fact: Fact) -> bool:
    """Whether a figure is tagged with the other sign than it is printed with."""
    return (figure.value or 0) * (fact.value or 0) < 0


def _differs(usual: V | None, here: V, others: list[V]) -> bool:
    """Whether something is another than usual where the others are as usual."""
    return usual is not None and here != usual and all(one == usual for one in others)


def _is_of_other_time(figure: Figure, time: Period, alike: list[tuple[Figure, Fact]], usual: _Usual) -> bool:
    """Whether a figure is tagged as of another time than its column, where the others of its row are of their columns'."""
    own = usual.times.get((figure.column, time.start is None))
    if own is None or own == time or own in [tag.period for _, tag in alike]:
        return False
    return all(tag.period == usual.times.get((one.column, time.start is None)) for one, tag in alike)


def _told_otherwise(statement: Statement, row: Row, figure: Figure, fact: Fact, what: str) -> Check:
    caption = row.label or statement.title or "A figure"
    value = f"{fact.value:,f}"
    how = f" as of {_said(fact.period)}" if what == "time" and fact.period is not None else ""
    title = f"{caption}: {figure.text} is tagged {value}{how}: another {what} than the rest of its row and table."
    return Check(Rule.TAG_TIE, Status.OFF, title, figure.value, fact.value, None, (figure.cite,))


def _said(period: Period) -> str:
    return f"{period.start} to {period.end}" if period.start is not None else str(period.end)


def _many(agreeing: int) -> str:
    return "one figure agrees with its tag" if agreeing == 1 else f"{agreeing} figures agree with their tags"


def _agrees(printed: Decimal, fact: Fact) -> bool:
    """Whether a printed amount comes to what is tagged, whatever its sign: signs are those of the concept."""
    return fact.value is not None and abs(printed.scaleb(fact.scale)) == abs(fact.value)


def _usual_scale(row: Row) -> int | None:
    """The scale with which most figures of a row are tagged; None where all have one, or no two have the same."""
    scales = Counter(figure.fact.scale for figure in row.figures if figure.fact is not None and figure.value)
    if len(scales) < 2:
        return None
    scale, times = scales.most_common(1)[0]
    return scale if times > 1 else None


def _is_odd(figure: Figure, fact: Fact, row: Row, usual: int) -> bool:
    """Whether a figure is scaled otherwise than the others of its row that are tagged as the same and count the same."""
    if not figure.value or fact.scale == usual:
        return False
    others = [each.fact for each in row.figures if each is not figure and each.fact is not None and each.value]
    alike = [other.scale for other in others if (other.concept, other.unit) == (fact.concept, fact.unit)]
    return len(alike) > 1 and set(alike) == {usual}


def _off(statement: Statement, row: Row, figure: Figure, fact: Fact) -> Check:
    caption = row.label or statement.title or "A figure"
    title = f"{caption}: printed {figure.text}, tagged {fact.value:,f} as {fact.concept}."
    return Check(Rule.TAG_TIE, Status.OFF, title, figure.value, fact.value, None, (figure.cite,))


def _twice(facts: Iterable[PlacedFact]) -> Iterator[Check]:
    """Facts with the same concept, period and dimensions whose amounts differ by more than their rounding."""
    same: dict[_Key, list[PlacedFact]] = defaultdict(list)
    for placed in facts:
        fact = placed.fact
        if fact.numeric and fact.value is not None and fact.period is not None:
            same[fact.concept, fact.period, fact.dimensions, fact.unit].append(placed)
    for group in same.values():
        if len(group) < 2:
            continue
        first = max(group, key=lambda placed: _finest(placed.fact))
        for other in group:
            if other is not first and not _alike(first.fact, other.fact):
                yield _apart(first, other)


_EXACT, _LEAST = 99, 30
"""Decimals: of what is exact, more than anyone tags; and as many as an amount may be held to."""


def _finest(fact: Fact) -> int:
    """To how many decimals a fact is exact."""
    decimals = fact.decimals or ""
    if decimals == "INF":
        return _EXACT
    return int(decimals) if decimals.removeprefix("-").isdecimal() else -_EXACT


def _alike(one: Fact, other: Fact) -> bool:
    assert one.value is not None  # noqa: S101 - only such are held against each other
    assert other.value is not None  # noqa: S101
    rounding = Decimal(1).scaleb(-max(-_LEAST, min(_finest(one), _finest(other), _LEAST)))
    return abs(one.value - other.value) <= rounding


def _apart(one: PlacedFact, other: PlacedFact) -> Check:
    a, b = one.fact, other.fact
    title = f"{a.concept} is tagged as {a.value:,f} in one place and as {b.value:,f} in another, for the same period."
    return Check(Rule.TAG_TIE, Status.OFF, title, b.value, a.value, None, (other.cite, one.cite))
