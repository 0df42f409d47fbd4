"""The `<style>` sheets of a document, as far as they say how words are set: which declarations an element gets from them.

Read are selectors of types, classes and ids, inside of one another (`.note b`, `td > p`), on the screen. Left out are
attributes, pseudo-classes and siblings: they cost a look at the whole tree for each element, and no filing is known
that hides or sets words by them. `tinycss2` takes a sheet apart, `cssselect2` its selectors.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from core.markup.css import ASKED
from core.markup.line import Element

LONGEST = 500_000
"""Characters of all sheets of a document that are read: what a word processor writes has a tenth of them."""
MOST_RULES = 4_000
"""Selectors that are kept, the first ones."""
MOST_STEPS = 3_000_000
"""Rules and ancestors that are looked at for all elements of a document, a few seconds' work; then no more are."""
MOST_COMPOUNDS = 16
"""Compounds of one selector."""
_SHOWN_ON = ("", "all", "screen")
_EACH = "*"


class Part(NamedTuple):
    """One compound of a selector, `td.total`: what an element must be and have. An empty tag is any."""

    tag: str
    name: str
    classes: frozenset[str]

    @property
    def key(self) -> str:
        """By what its rule is looked up: the rarest thing it asks for."""
        if self.name:
            return f"#{self.name}"
        return f".{min(self.classes)}" if self.classes else self.tag or _EACH


class Around(NamedTuple):
    """What an element must lie in; or, where it is to be the `parent`, right below of."""

    part: Part
    parent: bool


class Declared(NamedTuple):
    """Declarations: those that an element's own `style` outdoes, and those that outdo it (`!important`)."""

    below: str
    over: str


class Rule(NamedTuple):
    """A selector with what it declares. `above`: what must lie around the element, the nearest first; `rank`: how much it
    counts against others, by specificity (ids, classes, types), then by its place."""

    rank: tuple[int, int, int, int]
    part: Part
    above: tuple[Around, ...]
    says: Declared


class _Braces(NamedTuple):
    """A rule as it is written: its selectors and what stands in its braces, as the libraries give them."""

    selectors: list[Any]
    body: list[Any]


_NOTHING = Declared("", "")


class StyleSheet:
    """The rules of a document's sheets, by what they ask for. `given_up`: whether there was more to look at than
    `MOST_STEPS`, so that later elements have only their own style."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.given_up = False
        self._by_key: dict[str, list[Rule]] = {}
        for rule in rules:
            self._by_key.setdefault(rule.part.key, []).append(rule)
        self._known: dict[tuple[str, str, str], Declared] = {}
        self._steps = 0

    def style(self, element: Element, own: str) -> str:
        """All that is declared for an element with this `style` of its own, what counts more behind what counts less."""
        below, over = self._declared(element)
        if not below and not over:
            return own
        return f"{below};{own};{over}"

    def _declared(self, element: Element) -> Declared:
        name = element.get("id") or ""
        key = (element.tag, element.get("class") or "", name if f"#{name}" in self._by_key else "")
        known = self._known.get(key)
        if known is not None:
            return known
        if self.given_up:
            return _NOTHING
        classes = frozenset(key[1].split())
        asked = list(self._asked(element.tag, key[2], classes))
        found = _joined(rule for rule in asked if self._lies_in(element, rule.above))
        if not any(rule.above for rule in asked):
            self._known[key] = found
        return found

    def _asked(self, tag: str, name: str, classes: frozenset[str]) -> Iterator[Rule]:
        """The rules whose last compound an element is."""
        for key in (_EACH, tag, *(f".{each}" for each in classes), f"#{name}"):
            rules = self._by_key.get(key, ())
            self._step(len(rules) + 1)
            for rule in rules:
                if _is(rule.part, tag, name, classes):
                    yield rule

    def _lies_in(self, element: Element, above: tuple[Around, ...]) -> bool:
        """Whether the elements around this one are as the rule asks."""
        if not above:
            return True
        wanted, *_ = above
        for around in islice(element.iterancestors(), 1 if wanted.parent else None):
            self._step(1)
            if self.given_up:
                return False
            if _is_one(wanted.part, around) and self._lies_in(around, above[1:]):
                return True
        return False

    def _step(self, count: int) -> None:
        self._steps += count
        self.given_up = self.given_up or self._steps > MOST_STEPS


def style_sheet(styles: Iterable[Element]) -> StyleSheet | None:
    """The sheets in these `<style>` elements of a document; None where there are none that say anything of its words."""
    texts = [each.text for each in styles if each.text and _on_screen(each.get("media") or "")]
    if not texts:
        return None
    try:
        rules = list(islice(_rules("\n".join(texts)[:LONGEST]), MOST_RULES))
    except RecursionError:  # brackets in brackets: the libraries read them by recursion
        unread = StyleSheet(())
        unread.given_up = True
        return unread
    return StyleSheet(rules) if rules else None


def _is(part: Part, tag: str, name: str, classes: frozenset[str]) -> bool:
    return (not part.tag or part.tag == tag) and (not part.name or part.name == name) and part.classes <= classes


def _is_one(part: Part, element: Element) -> bool:
    return _is(part, element.tag, element.get("id") or "", frozenset((element.get("class") or "").split()))


def _joined(rules: Iterable[Rule]) -> Declared:
    ranked = sorted(rules, key=lambda rule: rule.rank)
    below = [rule.says.below for rule in ranked if rule.says.below]
    return Declared(";".join(below), ";".join([rule.says.over for rule in ranked if rule.says.over]))


def _on_screen(media: str) -> bool:
    """Whether rules for these media are for the screen, which most are, or for paper."""
    return any(each.split(" and ")[0].strip() in _SHOWN_ON for each in media.lower().split(","))


def _rules(text: str) -> Iterator[Rule]:
    import tinycss2  # late: most documents have no sheet

    for at, (selectors, body) in enumerate(_qualified(tinycss2.parse_stylesheet(text, skip_comments=True))):
        says = _declarations(body)
        if says != _NOTHING:
            for selector in selectors:
                if (rule := _rule(selector, at, says)) is not None:
                    yield rule


def _qualified(nodes: Iterable[Any]) -> Iterator[_Braces]:
    """Every rule for the screen."""
    import tinycss2
    from cssselect2.parser import SelectorError, parse

    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword == "media" and node.content is not None:
            if _on_screen(tinycss2.serialize(node.prelude).strip()):
                yield from _qualified(tinycss2.parse_rule_list(node.content, skip_comments=True))
        elif node.type == "qualified-rule":
            try:
                yield _Braces(list(parse(node.prelude)), node.content)
            except SelectorError:
                continue


def _declarations(body: list[Any]) -> Declared:
    """What a rule declares of the properties that are kept."""
    import tinycss2

    below: list[str] = []
    over: list[str] = []
    for node in tinycss2.parse_blocks_contents(body, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration" and node.lower_name in ASKED:
            value = tinycss2.serialize([each for each in node.value if each.type != "comment"]).strip()
            if ";" not in value:
                (over if node.important else below).append(f"{node.lower_name}:{value}")
    return Declared(";".join(below), ";".join(over))


def _rule(selector: Any, at: int, says: Declared) -> Rule | None:
    """A selector as a rule; None where it asks for something that is not looked at."""
    parts = [_part(each) for each in _compounds(selector.parsed_tree)]
    signs = list(_combinators(selector.parsed_tree))
    if selector.pseudo_element is not None or len(parts) > MOST_COMPOUNDS or not set(signs) <= {" ", ">"}:
        return None
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    above = tuple(Around(part, sign == ">") for part, sign in zip(known[1:], signs, strict=True))
    return Rule((*selector.specificity, at), known[0], above, says)


def _compounds(tree: Any) -> Iterator[Any]:
    """The compounds of a selector, the last one first."""
    while hasattr(tree, "combinator"):
        yield tree.right
        tree = tree.left
    yield tree


def _combinators(tree: Any) -> Iterator[str]:
    """The signs between them, in the same order."""
    while hasattr(tree, "combinator"):
        yield tree.combinator
        tree = tree.left


def _part(compound: Any) -> Part | None:
    """A compound of types, classes and ids; None for any other."""
    from cssselect2.parser import ClassSelector, IDSelector, LocalNameSelector

    tag, name, classes = "", "", set()
    for simple in compound.simple_selectors:
        if isinstance(simple, LocalNameSelector):
            tag = simple.lower_local_name
        elif isinstance(simple, ClassSelector):
            classes.add(simple.class_name)
        elif isinstance(simple, IDSelector) and name in ("", simple.ident):
            name = simple.ident
        else:
            return None
    return Part(tag, name, frozenset(classes))
