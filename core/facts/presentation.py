"""In what order a filer shows its concepts, statement by statement: the presentation linkbase (EX-101.PRE)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from core.facts.linkbase import Link, links, xlink
from core.facts.transforms import amount

_MOST_STEPS = 200_000
_DEEPEST = 50


class Line(NamedTuple):
    """One line. `depth`: how many concepts it lies below; `label`: the role of the label that is wanted for it, such as
    `totalLabel`, without the address before it (empty for the standard label)."""

    concept: str
    depth: int
    label: str


def read_presentation(document: str | bytes) -> dict[str, tuple[Line, ...]]:
    """The lines of each role, by its URI, in the order in which they are shown; empty where the document is no presentation
    linkbase. Never raises."""
    found: dict[str, list[Line]] = {}
    for link in links(document, "presentationLink"):
        found.setdefault(link.role, []).extend(_lines(link))
    return {role: tuple(lines) for role, lines in found.items()}


class _Arc(NamedTuple):
    """Where an arc leads."""

    order: Decimal
    to: str
    label: str


def _lines(link: Link) -> Iterator[Line]:
    """The link's trees from their roots down. A concept is not shown below itself."""
    below = _below(link)
    reached = {arc.to for arcs in below.values() for arc in arcs}
    steps = iter(range(_MOST_STEPS))
    for root in below:
        if root in reached or root not in link.concepts:
            continue
        yield Line(link.concepts[root], 0, "")
        path, within = [root], [iter(below[root])]
        while within and next(steps, None) is not None:
            arc = next(within[-1], None)
            if arc is None:
                within.pop()
                path.pop()
            elif arc.to in link.concepts and arc.to not in path and len(path) < _DEEPEST:
                yield Line(link.concepts[arc.to], len(path), arc.label)
                path.append(arc.to)
                within.append(iter(below.get(arc.to, ())))


def _below(link: Link) -> dict[str, list[_Arc]]:
    """What lies right below each concept, in its order."""
    below: dict[str, list[_Arc]] = {}
    for arc in link.arcs:
        order = amount(arc.get("order", "1")) or Decimal(0)
        label = arc.get("preferredLabel", "").rpartition("/")[2]
        below.setdefault(xlink(arc, "from"), []).append(
            _Arc(order, xlink(arc, "to"), "" if label == "label" else label)
        )
    for arcs in below.values():
        arcs.sort(key=lambda each: each.order)
    return below
