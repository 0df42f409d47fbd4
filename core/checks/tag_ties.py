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
        scales = Counter(figure.fact.scale for figure in row.figures if figure.fact is not None and figure.value)
        usual = scales.most_common(1)[0] if len(scales) > 1 else None
        for figure in row.figures:
            fact = figure.fact
            if fact is None or fact.value is None or figure.value is None:
                continue
            odd = usual is not None and usual[1] > 1 and _is_odd(figure, fact, row, usual[0])
            if not odd and abs(figure.value.scaleb(fact.scale)) == abs(fact.value):
                agreeing.append(figure.cite)
            else:
                yield _off(statement, row, figure, fact)
    if agreeing:
        many = (
            f"{len(agreeing)} figures agree with their tags" if len(agreeing) > 1 else "one figure agrees with its tag"
        )
        title = f"{statement.title or 'Table'}: {many}."
        yield Check(Rule.TAG_TIE, Status.TIES, title, None, None, None, tuple(agreeing))


def _is_odd(figure: Figure, fact: Fact, row: Row, usual: int) -> bool:
    """Whether a figure is scaled otherwise than the others of its row that are tagged as the same and count the same."""
    others = [each.fact for each in row.figures if each is not figure and each.fact is not None and each.value]
    alike = [other for other in others if other.concept == fact.concept and other.unit == fact.unit]
    return bool(figure.value) and fact.scale != usual and len(alike) > 1 and all(one.scale == usual for one in alike)


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


def _finest(fact: Fact) -> int:
    """To how many decimals a fact is exact."""
    decimals = fact.decimals or ""
    if decimals == "INF":
        return 99
    return int(decimals) if decimals.removeprefix("-").isdigit() else -99


def _alike(one: Fact, other: Fact) -> bool:
    assert one.value is not None  # noqa: S101 - only such are held against each other
    assert other.value is not None  # noqa: S101
    rounding = Decimal(1).scaleb(-max(-30, min(_finest(one), _finest(other), 30)))
    return abs(one.value - other.value) <= rounding


def _apart(one: PlacedFact, other: PlacedFact) -> Check:
    a, b = one.fact, other.fact
    title = f"{a.concept} is tagged as {a.value:,f} in one place and as {b.value:,f} in another, for the same period."
    return Check(Rule.TAG_TIE, Status.OFF, title, b.value, a.value, None, (other.cite, one.cite))
