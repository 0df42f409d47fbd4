"""Facts that stand inside of an HTML document: inline XBRL."""

from collections import ChainMap
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from lxml.etree import _Element

from core.facts.contexts import NO_CONTEXT, NONE, Resources, read_resources
from core.facts.fact import POWER, Fact, decimals_of
from core.facts.printed import printed
from core.facts.transforms import amount, quotient

TAGS = ("ix:nonfraction", "ix:nonnumeric", "ix:fraction")
"""The elements that are facts, as an HTML parser names them."""

MOST_NESTED = 32
"""Facts one inside the other that are read."""
_YES = ("true", "1")


def inline_resources(root: _Element) -> Resources:
    """The contexts and units that a document lays down."""
    return read_resources(root.iter("ix:resources"))


class Inline:
    """The facts of one document. Its root is as libxml2's HTML parser gives it, all names in small letters, the prefix
    `ix`; contexts and units that it lacks are those `shared` by the documents of its submission."""

    def __init__(self, root: _Element, shared: Resources = NONE) -> None:
        self.contexts, self.units = inline_resources(root)
        if shared.contexts or shared.units:
            self.contexts = ChainMap(self.contexts, shared.contexts)
            self.units = ChainMap(self.units, shared.units)

    def facts(self, root: _Element) -> Iterator[Fact]:
        """Every fact inside of this element, in the order in which they begin; none that lies in `MOST_NESTED` others."""
        elements = (element for element in root.iter(*TAGS) if not _too_deep(element))
        return (fact for element in elements if (fact := self.fact_of(element)) is not None)

    def hidden(self, root: _Element) -> tuple[Fact, ...]:
        """The facts that are not shown: what stands in `ix:hidden`."""
        parts = (part for part in root.iter("ix:hidden") if next(part.iterancestors("ix:hidden"), None) is None)
        return tuple(fact for part in parts for fact in self.facts(part))

    def fact_of(self, element: _Element) -> Fact | None:
        """The fact that this element is; None where it is none."""
        tag = element.tag
        if tag == "ix:nonfraction":
            return self._number(element)
        if tag == "ix:nonnumeric":
            return self._words(element)
        return self._fraction(element) if tag == "ix:fraction" else None

    def _number(self, element: _Element) -> Fact | None:
        get = element.get
        name = get("name")
        if not name:
            return None
        text = printed(element)
        form, power, nil = get("format"), get("scale"), get("xsi:nil") in _YES
        scale = _whole(power) if power else 0
        value = None if nil or scale is None else amount(text, form, scale, get("sign"))
        period, dimensions = self.contexts.get(get("contextref", ""), NO_CONTEXT)
        return Fact(
            name, value, text, period, self.units.get(get("unitref", "")), scale or 0, decimals_of(get("decimals")), dimensions,
            form.rpartition(":")[2] if form else None, nil, get("id"),
        )  # fmt: skip

    def _fraction(self, element: _Element) -> Fact | None:
        name = element.get("name")
        if not name:
            return None
        nil = element.get("xsi:nil") in _YES
        period, dimensions = self.contexts.get(element.get("contextref", ""), NO_CONTEXT)
        return Fact(
            name, None if nil else _fraction(element), printed(element), period, self.units.get(element.get("unitref", "")),
            dimensions=dimensions, nil=nil, id=element.get("id"),
        )  # fmt: skip

    def _words(self, element: _Element) -> Fact | None:
        get = element.get
        name = get("name")
        if not name:
            return None
        form = get("format")
        period, dimensions = self.contexts.get(get("contextref", ""), NO_CONTEXT)
        fact = Fact(
            name, None, "", period, dimensions=dimensions, format=form.rpartition(":")[2] if form else None,
            nil=get("xsi:nil") in _YES, id=get("id"), continued=get("continuedat"), numeric=False,
        )  # fmt: skip
        return fact if fact.block else fact._replace(text=printed(element))


def _too_deep(element: _Element) -> bool:
    return next(islice(element.iterancestors(*TAGS), MOST_NESTED - 1, None), None) is not None


def _whole(text: str) -> int | None:
    """A power of ten; None where it cannot be one."""
    return int(text) if POWER.fullmatch(text.strip()) else None


def _fraction(element: _Element) -> Decimal | None:
    return quotient(_part(element, "ix:numerator"), _part(element, "ix:denominator"))


def _part(element: _Element, tag: str) -> Decimal | None:
    for part in element.iter(tag):
        scale = _whole(part.get("scale") or "0")
        return None if scale is None else amount(printed(part), part.get("format"), scale, part.get("sign"))
    return None
