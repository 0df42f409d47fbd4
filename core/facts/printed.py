"""The text of a tagged element, as far as anyone reads it at a glance."""

from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element

LONGEST = 300
"""Characters of a fact's text at most."""

_MOST_PIECES = 4_000
_MOST_CHARACTERS = 20 * LONGEST
_BREAKS = frozenset(("br", "p", "div", "td", "th", "tr", "li", "table", "ul", "ol", "hr"))


def printed(element: _Element, longest: int = LONGEST) -> str:
    """The element's text with white space folded, without what `ix:exclude` leaves out, cut after `longest` characters."""
    if not len(element):
        text = element.text
        return " ".join(text[:_MOST_CHARACTERS].split())[:longest] if text else ""
    found: list[str] = []
    room = _MOST_CHARACTERS
    for piece in islice(_pieces(element), _MOST_PIECES):
        found.append(piece[:room])
        room -= len(piece)
        if room <= 0:
            break
    return " ".join("".join(found).split())[:longest]


def _pieces(element: _Element) -> Iterator[str]:
    """The stretches of text inside of an element, in order; a blank where a line or a cell begins."""
    yield element.text or ""
    within = [(iter(element), "")]
    while within:
        children, tail = within[-1]
        child = next(children, None)
        if child is None:
            within.pop()
            yield tail
        elif not isinstance(child.tag, str) or child.tag == "ix:exclude":
            yield child.tail or ""
        else:
            after = " " if child.tag in _BREAKS else ""
            yield after + (child.text or "")
            within.append((iter(child), after + (child.tail or "")))
