"""What the linkbases of a filing have in common: links in which locators stand for concepts, and arcs tie them."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lxml.etree import _Element

from core.facts.contexts import local
from core.facts.tree import parse

_XLINK = "{http://www.w3.org/1999/xlink}"


class Link(NamedTuple):
    """One extended link. `role`: its URI; `concepts` by the names that its arcs call them; `arcs` and `resources` (labels)
    in their order."""

    role: str
    concepts: dict[str, str]
    arcs: tuple[_Element, ...]
    resources: tuple[_Element, ...]


def links(document: str | bytes, name: str) -> Iterator[Link]:
    """The links of this name (`labelLink`) in a linkbase, as far as it can be read; none where it is no linkbase."""
    root = parse(document, "linkbase")
    if root is None:
        return
    for link in root:
        if local(link.tag) == name.lower():
            yield _link(link)


def xlink(element: _Element, name: str) -> str:
    """An attribute of XLink; empty where there is none."""
    return element.get(_XLINK + name, "")


def _link(link: _Element) -> Link:
    concepts: dict[str, str] = {}
    arcs, resources = [], []
    for part in link:
        kind = xlink(part, "type")
        if kind == "locator":
            concepts[xlink(part, "label")] = _concept(xlink(part, "href"))
        elif kind == "arc" and part.get("use") != "prohibited":
            arcs.append(part)
        elif kind == "resource":
            resources.append(part)
    return Link(xlink(link, "role"), concepts, tuple(arcs), tuple(resources))


def _concept(address: str) -> str:
    """`us-gaap:Assets` of `us-gaap-2009-01-31.xsd#us-gaap_Assets`."""
    return unquote(address.rpartition("#")[2]).replace("_", ":", 1)
