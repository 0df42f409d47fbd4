"""Ties the amounts of sentences to the figures they speak of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from core.checks.check import Check, Rule, Status
from core.checks.prose.additions import left, of_rows, summed
from core.checks.prose.around import Around
from core.checks.prose.misprints import last_years, misprinted, not_the_change, said_two_ways
from core.checks.prose.printed import Tables
from core.checks.prose.relations import (
    Link,
    change,
    difference,
    of_current,
    said_again,
    same,
    share,
)
from core.checks.prose.said import Mention, in_captions, mentions
from core.document.block import Layout
from core.statements.statement import Statement

_NEAR, _NEAR_SUM = 1, 3
"""Sentences before and after in which the amounts are looked for that an amount comes of, and adds up."""


def tie_prose(layouts: Iterable[Layout | None], statements: Iterable[Statement]) -> tuple[Check, ...]:
    """A check for each amount of a sentence that is tied, and for each that is certainly wrong."""
    statements = tuple(statements)
    found = [one for layout in layouts if layout is not None for one in _all(layout, statements)]
    if not found:
        return ()
    return tuple(_told(found, Tables(statements)))


def _all(layout: Layout, statements: tuple[Statement, ...]) -> Iterator[Mention]:
    yield from mentions(layout)
    yield from in_captions(layout, [one for one in statements if one.cite.document == layout.source.document])


_REACH, _MOST_EQUAL = 40, 60
"""Amounts before and behind another that are looked at; and amounts that say the same, of which the first are."""


def _told(found: list[Mention], tables: Tables) -> Iterator[Check]:
    links = [same(one, tables) for one in found]
    equal: dict[Decimal, list[Mention]] = defaultdict(list)
    for one in found:
        if len(equal[one.value]) < _MOST_EQUAL:
            equal[one.value].append(one)
    contradicted = {**said_two_ways(found, equal), **not_the_change(found)}
    for at, (one, link) in enumerate(zip(found, links, strict=True)):
        around = Around(one, found[max(0, at - _REACH) : at + _REACH], equal[one.value])
        if (late := last_years(one, tables)) is not None:
            yield late
            continue
        comes = [link for link in _links(one, link, around, tables) if link is not None]
        yield from [_check(one, link) for link in comes]
        off = contradicted.get(id(one)) or (None if comes else misprinted(one, around))
        if off is not None:
            yield off


def _links(one: Mention, link: Link | None, around: Around, tables: Tables) -> Iterator[Link | None]:
    """What an amount comes of, and where it is said again."""
    comes = _comes(one, link, around, tables)
    yield comes or left(one, around)
    yield said_again(one, around.equal)
    if one.row is not None and comes is not None and comes is link:
        yield summed(one, around)


def _comes(one: Mention, link: Link | None, around: Around, tables: Tables) -> Link | None:
    if one.cue:
        near = around.near(_NEAR)
        found = difference(one, near, tables) or change(one, near, tables) or link
        return found or summed(one, around, _NEAR_SUM)
    found = link or of_current(one, tables) or share(one, tables)
    return found or summed(one, around, _NEAR_SUM) or of_rows(one, tables)


def _check(one: Mention, link: Link) -> Check:
    title = f"{one.text} {_WORDS[link.relation]}{f': {link.called}' if link.called else ''}."
    return Check(
        Rule.PROSE_TIE, Status.TIES, title, one.value, one.value, None, (one.cite, *dict.fromkeys(link.cites)), one.text
    )


_WORDS = {
    "same": "is printed in a table",
    "again": "is said in two places",
    "difference": "is the difference of two amounts",
    "change": "is the change between two amounts",
    "share": "is the share of one amount in another",
    "ratio": "is the ratio of two amounts",
    "left": "is what is left of a line when others are taken away",
    "sum": "is the sum of others",
}
