"""Facts of an XBRL instance, a document of its own: the EX-101.INS of the years before inline XBRL."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lxml.etree import _Element

from core.facts.contexts import NO_CONTEXT, Resources, local, named_concept, read_resources
from core.facts.fact import Fact, decimals_of
from core.facts.printed import printed
from core.facts.transforms import amount, quotient
from core.facts.tree import parse

_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?xbrl[\s>]")
_HEAD = 10_000
"""Characters in which an instance begins, behind comments."""
_YES = ("true", "1")


def read_instance(document: str | bytes) -> tuple[Fact, ...]:
    """The facts of an instance in their order, as far as it can be read; none where it is no instance. Never raises, never
    fetches what it refers to. A concept has the prefix that the document gives its namespace."""
    root = parse(document, "xbrl")
    return tuple(_facts(root)) if root is not None else ()


def is_instance(document: str) -> bool:
    """Whether an XML document is an instance."""
    return _ROOT.search(document, 0, _HEAD) is not None


def _facts(root: _Element) -> Iterator[Fact]:
    """Those in tuples too."""
    resources = read_resources((root,))
    for element in root.iter():
        context = element.get("contextRef")
        if context is not None:
            yield _fact(element, context, resources)


def _fact(element: _Element, context: str, resources: Resources) -> Fact:
    get = element.get
    period, dimensions = resources.contexts.get(context.strip(), NO_CONTEXT)
    unit, nil = get("unitRef"), get(_NIL) in _YES
    fact = Fact(
        named_concept(element), None, "", period, resources.units.get(unit.strip()) if unit else None, 0,
        decimals_of(get("decimals")), dimensions, nil=nil, id=get("id"), numeric=unit is not None,
    )  # fmt: skip
    if fact.block:
        return fact
    text = printed(element)
    return fact._replace(text=text, value=None if nil or unit is None else _value(element, text))


def _value(element: _Element, text: str) -> Decimal | None:
    """The number that stands there, or one through another."""
    if not len(element):
        return amount(text)
    parts = {local(child.tag): amount(printed(child)) for child in element}
    return quotient(parts.get("numerator"), parts.get("denominator"))
