"""What the facts of a document refer to: its contexts (periods and dimensions) and its units."""

from collections.abc import Iterable, MutableMapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from lxml.etree import _Element

from core.facts.fact import Dimension, Period
from core.facts.printed import printed


class Context(NamedTuple):
    """A period (None: for ever, or not to be read) and the dimensions by which it is broken down, sorted."""

    period: Period | None = None
    dimensions: tuple[Dimension, ...] = ()


NO_CONTEXT = Context()

_ISO = len("2024-12-31")
_MIDNIGHT = "T00:00"
_KNOWN = frozenset(("explicitmember", "typedmember"))


EARLIEST, LATEST = 1800, 2199
"""Years in which a period of a filing may begin and end; what a tag says beyond is a slip, and no date."""


class Resources(NamedTuple):
    """Contexts and units by their ids."""

    contexts: MutableMapping[str, Context]
    units: MutableMapping[str, str]


NONE = Resources({}, {})


def read_resources(parents: Iterable[_Element]) -> Resources:
    """The contexts and units that are children of these elements, be they parsed as XML or as HTML, which has all names in
    small letters. Of two with one id the first counts."""
    contexts: dict[str, Context] = {}
    units: dict[str, str] = {}
    for parent in parents:
        for child in parent:
            name = local(child.tag)
            if name == "context":
                contexts.setdefault(child.get("id", ""), _context(child))
            elif name == "unit":
                units.setdefault(child.get("id", ""), _unit(child))
    return Resources(contexts, units)


def local(tag: object) -> str:
    """An element's name without prefix or namespace, in small letters; empty for a comment."""
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def _context(element: _Element) -> Context:
    period = None
    dimensions: list[Dimension] = []
    for child in element:
        name = local(child.tag)
        if name == "period":
            period = _period(child)
        elif name == "entity":
            for part in child:
                if local(part.tag) == "segment":
                    dimensions += map(_dimension, _elements(part))
        elif name == "scenario":
            dimensions += map(_dimension, _elements(child))
    if len(dimensions) > 1:
        dimensions.sort()
    return Context(period, tuple(dimensions))


def _elements(parent: _Element) -> list[_Element]:
    return [child for child in parent if isinstance(child.tag, str)]


def _period(element: _Element) -> Period | None:
    """First and last day; an instant has a last day only."""
    start = end = None
    for child in element:
        name = local(child.tag)
        if name == "startdate":
            start = _day(child.text, last=False)
            if start is None:
                return None
        elif name in ("enddate", "instant"):
            end = _day(child.text, last=True)
    return Period(start, end) if end is not None else None


def _day(text: str | None, *, last: bool) -> date | None:
    """An ISO date. Midnight as the end of a period is the end of the day before."""
    said = (text or "").strip()
    try:
        day = date.fromisoformat(said[:_ISO])
    except ValueError:
        return None
    if not EARLIEST <= day.year <= LATEST:
        return None
    return day - timedelta(days=1) if last and said[_ISO:].startswith(_MIDNIGHT) else day


def _dimension(element: _Element) -> Dimension:
    """An explicit or a typed member; before there were dimensions, any element of the filer's own stood in a segment."""
    name = local(element.tag)
    if name in _KNOWN:
        return Dimension(element.get("dimension", ""), printed(element))
    return Dimension(named_concept(element), printed(element))


def named_concept(element: _Element) -> str:
    """An element's name with the prefix that the document gives its namespace, `us-gaap:Assets`."""
    tag = str(element.tag)
    uri, closing, name = tag[1:].partition("}")
    if not closing:
        return tag
    prefix = element.prefix or next((known for known, bound in element.nsmap.items() if known and bound == uri), None)
    return f"{prefix}:{name}" if prefix else name


def _unit(element: _Element) -> str:
    """`USD`, `shares`, `USD/shares`; several measures are multiplied: `USD*shares`."""
    above: list[str] = []
    below: list[str] = []
    for part in element.iter():
        if local(part.tag) == "measure":
            parent = part.getparent()
            under = parent is not None and local(parent.tag) == "unitdenominator"
            (below if under else above).append(_measure(part.text))
    whole = "*".join(above)
    return f"{whole}/{'*'.join(below)}" if below else whole


def _measure(text: str | None) -> str:
    """Currencies, shares and pure numbers without their prefix, and so any other: `mi` for `utr:mi`."""
    return (text or "").strip().rpartition(":")[2]
