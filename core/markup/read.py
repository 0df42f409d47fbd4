"""Reads the markup of a document: its text, its tables, and what is tagged in it."""

from collections.abc import Iterator

from core.facts.contexts import NONE, Resources
from core.facts.fact import Fact, PlacedFact
from core.facts.inline import MOST_NESTED, Inline, inline_resources
from core.markup.flat import LONGEST_LINE, flat
from core.markup.hypertext import Hypertext, Link, Remark
from core.markup.line import Element
from core.markup.place import Placed, place
from core.markup.tree import let_go, tree
from core.markup.walk import walk
from core.markup.writer import Mark, Walked
from core.source import Cite, Span


def shared_resources(markup: str) -> Resources:
    """What `ix:resources` of several documents lay down, for each of them may name what another one has."""
    root = tree(markup).root
    return inline_resources(root) if root is not None else NONE


def hypertext(document: int, markup: str, shared: Resources | None = None) -> Hypertext:
    """The document with this sequence number as a reader sees it. Never raises; of what cannot be parsed or has too many
    elements there are only the words. `shared`: contexts and units of other documents, which its tags may name."""
    root, why, deep = tree(markup)
    if root is None:
        return _flat(markup, why)
    found = walk(root)
    placed = place(found)
    facts, hidden = _facts(document, root, found, shared or NONE)
    read = Hypertext(
        placed.text,
        bytes(placed.looks) or b"\0",
        placed.led,
        frozenset(placed.flowing),
        frozenset(placed.breaks),
        tuple(placed.verbatim),
        tuple(placed.tables),
        _links(found),
        facts,
        hidden,
        tuple(_remarks(found, placed, deep=deep)),
    )
    let_go(root, found)
    return read


def _flat(markup: str, why: str) -> Hypertext:
    """The words of a document alone."""
    text = flat(markup)
    remark = Remark(f"{why}: its words are shown, without tables and titles.")
    return Hypertext(
        text, bytes(text.count("\n") + 1), {}, frozenset(), frozenset(), (), (), (), remarks=(remark,), flat=True
    )


def _remarks(found: Walked, placed: Placed, *, deep: bool) -> Iterator[Remark]:
    """What was not read as it is written."""
    yield from placed.remarks
    if deep:
        yield Remark("its elements lie too deep in each other: tags that lie deepest are left out.")
    if found.nested:
        yield Remark(f"{found.nested:,} tags or links lie in more than {MOST_NESTED} others: they are left out.")
    if found.unstyled:
        yield Remark("its style sheets are too long or too deep: some words are shown without them.")
    if (line := found.parted) is not None:
        place = Span(line.offset, line.offset + line.length) if line.offset >= 0 else None
        yield Remark(f"it has lines of more than {LONGEST_LINE:,} characters: they are shown in parts.", place)


def _span(mark: Mark) -> Span | None:
    """Where the words of an element stand; None where it shows none."""
    if mark.first is None or mark.last is None:
        return None
    (first, begin), (last, end) = mark.first, mark.last
    if first.offset < 0 or last.offset < 0:
        return None
    if first.offset + begin > last.offset + end:  # words outside of a table's cells are placed before the table
        return Span(last.offset, first.offset + first.length)
    return Span(first.offset + begin, last.offset + end)


def _start(span: Span) -> int:
    return span.start


def _links(found: Walked) -> tuple[Link, ...]:
    links = []
    for mark in found.links:
        target = found.targets.get(mark.name)
        span = _span(mark)
        if target is not None and span is not None and target[0].offset >= 0:
            links.append(Link(span, target[0].offset + target[1]))
    return tuple(links)


def _facts(
    document: int, root: Element, found: Walked, shared: Resources
) -> tuple[tuple[PlacedFact, ...], tuple[Fact, ...]]:
    """The tagged facts by their places, those that go on elsewhere with all of them; and the hidden ones."""
    if not found.tagged and next(root.iter("ix:hidden"), None) is None:
        return (), ()
    inline = Inline(root, shared)
    more: dict[str, Mark] = {}
    facts: list[PlacedFact] = []
    for mark in found.tagged:
        if mark.element.tag == "ix:continuation":
            more[mark.element.get("id") or ""] = mark
    for mark in found.tagged:
        fact = inline.fact_of(mark.element)
        if fact is None:
            continue
        own = _span(mark)
        spans = sorted([*([own] if own is not None else ()), *_continued(fact.continued, more)], key=_start)
        if spans:
            facts.append(PlacedFact(fact, Cite(document, tuple(spans))))
    facts.sort(key=lambda placed: placed.cite.start)
    return tuple(facts), inline.hidden(root)


def _continued(name: str | None, more: dict[str, Mark]) -> list[Span]:
    """The places in which a text goes on. Each belongs to one text, and is taken out for it."""
    spans: list[Span] = []
    while name and (mark := more.pop(name, None)) is not None:
        if (span := _span(mark)) is not None:
            spans.append(span)
        name = mark.element.get("continuedat")
    return spans
