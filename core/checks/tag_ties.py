"""Does what is printed agree with what is tagged?

Rule `tag_tie`: every tagged figure of a table against its tag, and every fact that stands in several places against itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from core.checks.check import Check, Rule, Status
from core.checks.tag_contexts import Mixed, mixed_natures, odd_contexts
from core.checks.tag_scales import OddScale, odd_scales
from core.checks.tag_signs import Signs, odd_in_sentences
from core.facts.fact import Dimension, Fact, Period, PlacedFact
from core.source import Cite
from core.statements.statement import Figure, Row, Statement

_Key = tuple[str, Period, tuple[Dimension, ...], str | None]


def tie_tags(
    statements: Iterable[Statement], facts: Iterable[PlacedFact], texts: Mapping[int, str] = MappingProxyType({})
) -> Iterator[Check]:
    """One check for the tagged figures of each table that agree, one for each figure that does not, and one for each fact
    that is tagged with two amounts, as of what it cannot be, or in another scale than `texts` (of the documents) say."""
    statements, facts = tuple(statements), tuple(facts)
    signs, twice = Signs(statements), list(_twice(facts))
    known = {cite for check in twice for cite in check.cites}
    for statement in statements:
        for check in _table(statement, signs, known):
            if check.status is Status.OFF:
                known.update(check.cites)
            yield check
    yield from twice
    figures = {id(figure.fact) for statement in statements for row in statement.rows for figure in row.figures}
    turned = map(_below, odd_in_sentences(facts, texts, figures))
    for check in (
        *map(_of_both_natures, mixed_natures(facts)),
        *map(_scaled, odd_scales(facts, texts, figures)),
        *turned,
    ):
        if known.isdisjoint(check.cites):
            yield check


class _Odd(NamedTuple):
    """In what a figure is tagged otherwise than its place tells, and the figure that may be it as well."""

    what: str
    rival: Figure | None = None


def _odd_of(statement: Statement, signs: Signs) -> dict[int, _Odd]:
    """The figures of a table that are tagged otherwise than the others around them, by their identity."""
    found = {id(one.figure): _Odd(one.what, one.rival) for one in odd_contexts(statement)}
    found |= {id(figure): _Odd("scale") for figure in _odd_scales(statement)}
    return found | {id(one.figure): _Odd("sign", one.rival) for one in signs.odd(statement)}


def _odd_scales(statement: Statement) -> list[Figure]:
    """The figures that alone of all that count the same in a table are tagged in another scale."""
    tagged = [one for row in statement.rows for one in row.figures if one.fact is not None and one.value]
    kinds = {(one.fact.unit, one.fact.scale) for one in tagged if one.fact is not None}
    units = Counter([unit for unit, _ in kinds])
    return [one for unit in units if units[unit] == _TWO for one in _alone_in_scale(tagged, unit)]


def _alone_in_scale(tagged: list[Figure], unit: str | None) -> list[Figure]:
    """The figure of a unit that is in another scale than all others."""
    scales: dict[int, list[Figure]] = defaultdict(list)
    for figure in tagged:
        fact = figure.fact
        if fact is not None and fact.value and fact.unit == unit:
            scales[fact.scale].append(figure)
    few, *many = sorted(scales.values(), key=len)
    return few if len(few) == 1 and many and len(many[0]) >= _ENOUGH else []


_TWO = 2
"""One scale and the other."""
_ENOUGH = 4
"""Figures of one scale in a table from which one of another is odd."""


def _table(statement: Statement, signs: Signs, twice: set[Cite]) -> Iterator[Check]:
    """The figures of one table against their tags; `twice`: those that are known to be tagged as two amounts."""
    agreeing: list[Cite] = []
    table = _odd_of(statement, signs)
    for row in statement.rows:
        scale = _usual_scale(row)
        for figure in row.figures:
            fact = figure.fact
            if fact is None or fact.value is None or figure.value is None:
                continue
            if _is_apart(figure, fact, row, scale):
                yield _off(statement, row, figure, fact)
            elif (odd := table.get(id(figure))) is not None and figure.cite not in twice:
                yield _told_otherwise(statement, row, figure, fact, odd)
            else:
                agreeing.append(figure.cite)
    if agreeing:
        title = f"{statement.title or 'Table'}: {_many(len(agreeing))}."
        yield Check(Rule.TAG_TIE, Status.TIES, title, None, None, None, tuple(agreeing))


def _is_apart(figure: Figure, fact: Fact, row: Row, scale: int | None) -> bool:
    """Whether a figure is tagged with another amount than it is printed with; `scale`: the usual one of its row."""
    if figure.value is None or not _agrees(figure.value, fact):
        return True
    return scale is not None and _is_odd(figure, fact, row, scale)


def _told_otherwise(statement: Statement, row: Row, figure: Figure, fact: Fact, odd: _Odd) -> Check:
    caption, value = row.label or statement.title or "A figure", f"{fact.value:,f}"
    rest, rival = (
        "the rest of its row and table",
        f"; or {odd.rival.text} beside it is" if odd.rival is not None else "",
    )
    if odd.what == "members":
        how = f"is tagged {value} for {_listed(fact)}: with members of something else than {rest}"
    elif odd.what == "time" and fact.period is not None:
        how = f"is tagged {value} as of {_said(fact.period)}: another time than {rest}"
    else:
        how = f"is tagged {value}: another {odd.what} than {rest}"
    cites = (figure.cite, *([odd.rival.cite] if odd.rival is not None else ()))
    title = f"{caption}: {figure.text} {how}{rival}."
    return Check(Rule.TAG_TIE, Status.OFF, title, figure.value, fact.value, None, cites)


def _listed(fact: Fact) -> str:
    return ", ".join([one.member.partition(":")[2] or one.member for one in fact.dimensions]) or "the whole company"


def _of_both_natures(one: Mixed) -> Check:
    fact, other = one.placed.fact, one.other.fact
    assert fact.period is not None  # noqa: S101 - only such are told apart
    assert other.period is not None  # noqa: S101
    title = (
        f"{fact.concept}: {fact.text} is tagged as of {_said(fact.period)}, and elsewhere as of {_said(other.period)}: "
        "it is either of a day or of a stretch of time."
    )
    return Check(Rule.TAG_TIE, Status.OFF, title, fact.value, None, None, (one.placed.cite, one.other.cite))


def _below(one: PlacedFact) -> Check:
    fact = one.fact
    title = f"{fact.concept}: {fact.text} is tagged {fact.value:,f}: nothing else is that is tagged so, and no sign is printed."
    return Check(Rule.TAG_TIE, Status.OFF, title, None, fact.value, None, (one.cite,))


def _scaled(one: OddScale) -> Check:
    fact = one.placed.fact
    why = f"“{one.word}” stands behind it" if one.word else "no other figure of the filing is tagged in this scale"
    title = f"{fact.concept}: {fact.text} is tagged {fact.value:,f}: {why}."
    return Check(Rule.TAG_TIE, Status.OFF, title, None, fact.value, None, (one.placed.cite,))


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
