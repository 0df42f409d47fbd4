"""A document's markup once more, every run of its text tied to its place, for a view that draws HTML."""

import re
from typing import Any

from lxml import etree

from core.markup.boxes import Rows
from core.markup.line import Line, Run, Typed
from core.markup.place import place
from core.markup.tree import let_go, tree
from core.markup.walk import walk
from core.markup.writer import Verbatim

AT = "data-at"
_HEAD = 4_000
_DOCTYPE = re.compile(r"<!DOCTYPE\s+html[^<>\[]{0,300}>", re.IGNORECASE)
_GONE = (
    "script", "iframe", "frame", "frameset", "object", "embed", "applet", "link", "base", "noscript",
    "use", "animate", "animatemotion", "animatetransform", "set",
)  # fmt: skip
"""Elements that fetch, run, move or draw something again and again, and show nothing of the filing."""


def filed(markup: str) -> bytes | None:
    """The document as HTML in UTF-8; None where nothing of it can be parsed.

    An element with `data-at="N"` has its first text, up to its first child, begin at code point N of the document's
    text; text after a child stands in a `span` of its own. Nothing in it runs or fetches by itself.
    """
    root = tree(markup).root
    if root is None:
        return None
    if AT in markup.lower():
        _disown(root)
    found = walk(root)
    place(found)
    for item in found.items:
        for line in _lines(item):
            if line.offset >= 0:
                for run in line.runs:
                    _tie(run, line.offset + run.at)
    _disarm(root)
    data: bytes = etree.tostring(root, method="html", encoding="utf-8", doctype=_doctype(markup))
    let_go(root, found)
    return data


def _disown(root: Any) -> None:
    """Takes out what the filer set under our own name: it would send the reader to other places."""
    for element in root.xpath(f"//*[@{AT}]"):
        del element.attrib[AT]


def _doctype(markup: str) -> str:
    """The kind of HTML that the document says it is: most say none, and are drawn with the margins of old browsers."""
    found = _DOCTYPE.search(markup, 0, _HEAD)
    return found[0] if found is not None else ""


def _lines(item: Any) -> list[Line]:
    if isinstance(item, Line):
        return [item]
    if isinstance(item, Typed):
        return [line for line, _ in item.pieces]
    if isinstance(item, Verbatim):
        return item.lines
    if isinstance(item, Rows):
        return [line for row in item.rows for cell in row for line, _ in cell.pieces]
    return []


def _tie(run: Run, offset: int) -> None:
    element = run.element
    if not run.tail:
        if AT not in element.attrib:
            element.set(AT, str(offset))
        return
    if element.getparent() is None or not element.tail:
        return
    span = etree.Element("span")
    span.set(AT, str(offset))
    span.text, element.tail = element.tail, None
    element.addnext(span)


def _drop(element: Any) -> None:
    """Takes an element out with all that is in it; the text after it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _disarm(root: Any) -> None:
    """Takes out what runs or fetches, and every attribute that does."""
    for element in list(root.iter("meta", *_GONE)):
        _drop(element)
    for element in root.iter():
        for name in [name for name in element.attrib if name[:2] == "on" or name in ("srcdoc", "background", "action")]:
            del element.attrib[name]
