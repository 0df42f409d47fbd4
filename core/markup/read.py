"""Reads the markup of a document: its text, its tables, and what is tagged in it."""

from core.facts.fact import Fact, PlacedFact
from core.facts.inline import Inline
from core.markup.hypertext import Hypertext, Link
from core.markup.line import Element
from core.markup.place import place
from core.markup.tree import tree
from core.markup.walk import Mark, Walked, walk
from core.source import Cite, Span

_EMPTY = Hypertext("", b"\0", {}, frozenset(), frozenset(), (), (), ())


def hypertext(document: int, markup: str) -> Hypertext:
    """The document with this sequence number as a reader sees it. Never raises; what cannot be parsed has no text."""
    root = tree(markup)
    if root is None:
        return _EMPTY
    found = walk(root)
    placed = place(found)
    facts, hidden = _facts(document, root, found)
    return Hypertext(
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
    )


def _span(mark: Mark) -> Span | None:
    """Where the words of an element stand; None where it shows none."""
    if mark.first is None or mark.last is None:
        return None
    (first, begin), (last, end) = mark.first, mark.last
    if first.offset < 0 or last.offset < 0:
        return None
    return Span(first.offset + begin, last.offset + end)


def _links(found: Walked) -> tuple[Link, ...]:
    links = []
    for mark in found.links:
        target = found.targets.get(mark.name)
        span = _span(mark)
        if target is not None and span is not None and target[0].offset >= 0:
            links.append(Link(span, target[0].offset + target[1]))
    return tuple(links)


def _facts(document: int, root: Element, found: Walked) -> tuple[tuple[PlacedFact, ...], tuple[Fact, ...]]:
    """The tagged facts by their places, those that go on elsewhere with all of them; and the hidden ones."""
    if not found.tagged:
        return (), ()
    inline = Inline(root)
    more: dict[str, Mark] = {}
    facts: list[PlacedFact] = []
    for mark in found.tagged:
        if mark.element.tag == "ix:continuation":
            more[mark.element.get("id") or ""] = mark
    for mark in found.tagged:
        fact = inline.fact_of(mark.element)
        if fact is None or (span := _span(mark)) is None:
            continue
        facts.append(PlacedFact(fact, Cite(document, (span, *_continued(fact.continued, more)))))
    facts.sort(key=lambda placed: placed.cite.start)
    return tuple(facts), inline.hidden(root)


def _continued(name: str | None, more: dict[str, Mark]) -> list[Span]:
    """The places in which a text goes on, in order."""
    spans: list[Span] = []
    seen: set[str] = set()
    while name and name in more and name not in seen:
        seen.add(name)
        if (span := _span(more[name])) is not None:
            spans.append(span)
        name = more[name].element.get("continuedat")
    return spans
