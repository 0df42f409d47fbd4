"""Does what is printed agree with what is tagged?

Rule `tag_tie`: every tagged figure of a table against its tag, and every fact that stands in several places against itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from core.checks.check import Check, Rule, Status
from core.facts.fact import Dimension, Fact, Period, PlacedFact
from core.source import Cite
from core.statements.statement import Figure, Row, Statement

_Key = tuple[str, Period, tuple[Dimension, ...], str | None]


def tie_tags(statements: Iterable[Statement], facts: Iterable[PlacedFact]) -> Iterator[Check]:
    """One check for the tagged figures of each table that agree, one for each figure that does not, and one for each fact
    that is tagged with two amounts."""
    for statement in statements:
        yield from _table(statement)
    yield from _twice(facts)


def _table(statement: Statement) -> Iterator[Check]:
    agreeing: list[Cite] = []
    for row in statement.rows:
        usual = _usual_scale(row)
        for figure in row.figures:
            fact = figure.fact
            if fact is None or fact.value is None or figure.value is None:
                continue
            if _agrees(figure.value, fact) and (usual is None or not _is_odd(figure, fact, row, usual)):
                agreeing.append(figure.cite)
            else:
                yield _off(statement, row, figure, fact)
    if agreeing:
        title = f"{statement.title or 'Table'}: {_many(len(agreeing))}."
        yield Check(Rule.TAG_TIE, Status.TIES, title, None, None, None, tuple(agreeing))


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
    return int(decimals) if decimals.removeprefix("-").isdigit() else -_EXACT


def _alike(one: Fact, other: Fact) -> bool:
    assert one.value is not None  # noqa: S101 - only such are held against each other
    assert other.value is not None  # noqa: S101
    rounding = Decimal(1).scaleb(-max(-_LEAST, min(_finest(one), _finest(other), _LEAST)))
    return abs(one.value - other.value) <= rounding


def _apart(one: PlacedFact, other: PlacedFact) -> Check:
    a, b = one.fact, other.fact
    title = f"{a.concept} is tagged as {a.value:,f} in one place and as {b.value:,f} in another, for the same period."
    return Check(Rule.TAG_TIE, Status.OFF, title, b.value, a.value, None, (other.cite, one.cite))
