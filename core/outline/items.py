"""Chooses the Parts and Items of a form among the lines that may be theirs, by their verdicts and the order of their numbers."""

from dataclasses import replace
from typing import NamedTuple

from core.evidence import Clue, Verdict
from core.outline.candidates import PART, Found, Heading, ItemLine, PartLine
from core.outline.contents import Listing
from core.outline.forms import Form
from core.outline.item_lines import second_of
from core.outline.item_rules import ItemPlace, item_sight, item_verdict, part_verdict
from core.outline.item_titles import item_heading, sentence_heading
from core.outline.lines import Lines, is_title
from core.outline.numbering import Order, as_roman
from core.outline.reasons import (
    ITEM_IN_ORDER,
    ITEM_OUT_OF_ORDER,
    ITEMS_IN_A_SENTENCE,
    PART_IN_ORDER,
    PART_UNPRINTED,
    Reason,
)
from core.outline.section import SectionKind
from core.outline.sequence import Link, best_rising
from core.outline.titles import clean, fold

_SURE = 16.0
"""The score of an Item's heading that needs no order of numbers: the word and number, the form's title, and nothing above it."""
_SURE_PART = 10.0
"""The score of an Item that opens its Part on the same line: the word and number and the form's title at least."""
_STACKED = 3
"""Lines from one entry of a list of Items to the next at most."""
_AB = 1100
"""From this number on, Items are those of Regulation AB."""
_PARTS = {as_roman(number): number for number in range(1, 5)}
_LAST_BY_PART = 2
"""The last Part of a form whose Items begin again in each."""


class Candidate(NamedTuple):
    """A line that begins like the heading of a Part or an Item, what was thought of it, and whether it was taken for one.

    One that was not taken has a score of zero and less, or its number has no place in the best order of the others."""

    line: int
    kind: SectionKind
    number: str
    verdict: Verdict[SectionKind]
    taken: bool


class Choice(NamedTuple):
    """The headings of a document's Parts and Items, in order, each only once; and every line that was thought of."""

    headings: list[Heading]
    candidates: list[Candidate]


class _Part(NamedTuple):
    """A line of a Part with its verdict."""

    part: PartLine
    verdict: Verdict[SectionKind]


class _Item(NamedTuple):
    """A line of an Item with its verdict, and the Part it stands in."""

    item: ItemLine
    verdict: Verdict[SectionKind]
    part: int

    @property
    def place(self) -> tuple[int, Order]:
        """The Part, where numbers begin again in each, and the number: each comes only once."""
        return self.part, self.item.first


class _Unprinted(NamedTuple):
    """A Part without a heading where it begins: its number, and the line of its first Item."""

    number: int
    line: int


def parts_and_items(lines: Lines, found: Found, form: Form, listing: Listing | None) -> Choice:
    """The Parts and Items of a document on a form."""
    begin = listing.last if listing else 0
    lined = [item for item in found.items if item.line >= begin]
    places = _places(lines, lined, form)
    sights = [item_sight(lines, item, form, place) for item, place in zip(lined, places, strict=True)]
    verdicts = list(map(item_verdict, sights))
    weighed_parts = _parts(lines, found, begin, {item.line: each for item, each in zip(lined, verdicts, strict=True)})
    parts = _rising_parts(weighed_parts)
    printed = [each.part for each in parts]
    weighed = [_Item(item, each, _part_of(item, printed, form)) for item, each in zip(lined, verdicts, strict=True)]
    ordered = _ordered(weighed)
    strays = _strays(weighed, ordered)
    headings = [
        *_part_headings(lines, parts, _unprinted(parts, sorted([*ordered, *strays], key=_line), form, listing)),
        *_item_headings(lines, ordered, form),
        *(item_heading(lines, each.item, form, each.part, _with(each.verdict, ITEM_OUT_OF_ORDER)) for each in strays),
    ]
    candidates = _candidates(weighed_parts, parts, weighed, [*ordered, *strays])
    return Choice(sorted(headings, key=lambda heading: (heading.first, heading.level)), candidates)


def _candidates(parts: list[_Part], chosen: list[_Part], items: list[_Item], taken: list[_Item]) -> list[Candidate]:
    kept = {(SectionKind.PART, each.part.line) for each in chosen} | {
        (SectionKind.ITEM, each.item.line) for each in taken
    }
    every = [
        *((SectionKind.PART, each.part.line, as_roman(each.part.number), each.verdict) for each in parts),
        *((SectionKind.ITEM, each.item.line, each.item.number, each.verdict) for each in items),
    ]
    found = [Candidate(line, kind, number, said, (kind, line) in kept) for kind, line, number, said in every]
    return sorted(found, key=lambda each: each.line)


def _with(verdict: Verdict[SectionKind], reason: Reason) -> Verdict[SectionKind]:
    """A verdict with what the order of the numbers says besides."""
    clue = Clue(reason.rule, reason.weight, verdict.decided)
    return replace(verdict, score=verdict.score + reason.weight, clues=(*verdict.clues, clue))


def reread(item: ItemLine, form: Form) -> ItemLine:
    """A line of an Item as the form lets it be read: `1ARisk Factors` is 1A; two Items named one after the other are both."""
    if form.named(item.number, item.rest):
        second = second_of(item.rest)
        if second is None or not form.named(second.number, second.title) or second.order <= item.final:
            return item
        shown = f"{item.number}-{second.number}"
        return item._replace(number=shown, final=second.order, rest=f"{second.before} and {second.title}")
    letter = item.rest[:1].upper()
    if letter.isalpha() and not item.first.letter and item.rest[1:2].isupper():
        number = f"{item.number}{letter}"
        if item.first == item.final and form.named(number, item.rest[1:]):
            order = Order(item.first.number, letter)
            return item._replace(number=number, first=order, final=order, rest=item.rest[1:])
    return item


def _places(lines: Lines, items: list[ItemLine], form: Form) -> list[ItemPlace]:
    """Where each line of an Item stands among the others."""
    named = [form.named(item.number, item.rest) for item in items]
    keys = [(said[0].part, item.number) if said else None for item, said in zip(items, named, strict=True)]
    listed = _in_lists(lines, items, keys)
    places: list[ItemPlace] = []
    before: set[tuple[str, str]] = set()
    for item, each, in_list in zip(items, keys, listed, strict=True):
        places.append(ItemPlace(in_list, each in before))
        if each is not None and not in_list and not item.listed:
            before.add(each)
    return places


def _in_lists(lines: Lines, items: list[ItemLine], keys: list[tuple[str, str] | None]) -> list[bool]:
    """For each line whether it stands in a list of Items that come again below with their text, as where a page opens a
    Part. `keys`: Part and number by the form, None for a line that has no title of it."""
    listed = [False] * len(items)
    again: set[tuple[str, str]] = set()
    for at in range(len(items) - 1, -1, -1):
        each = keys[at]
        if each is None:
            continue
        if each in again and at + 1 < len(items) and _stacked(lines, items[at], items[at + 1]):
            listed[at] = True
        elif not items[at].listed:
            again.add(each)
    return listed


def _stacked(lines: Lines, item: ItemLine, after: ItemLine) -> bool:
    """Whether one Item stands right below the other, with no more than the rest of a title between them."""
    between = range(item.line + 1, after.line)
    return len(between) < _STACKED and not any(lines.words(at) and lines.prose(at) for at in between)


def _parts(lines: Lines, found: Found, begin: int, items: dict[int, Verdict[SectionKind]]) -> list[_Part]:
    """The lines of Parts; of those that an Item shares only where it is one. `items`: verdicts by line."""
    parts = [part for part in found.parts if part.line >= begin]
    shared = [part for part in parts if not part.end or items[part.line].score >= _SURE_PART]
    return [_Part(part, part_verdict(lines, part)) for part in shared]


def _rising_parts(parts: list[_Part]) -> list[_Part]:
    """The best sequence of Parts."""
    links = [Link(each.part.number, each.part.number, each.verdict.score) for each in parts]
    return [parts[index] for index in best_rising(links)]


def _part_of(item: ItemLine, parts: list[PartLine], form: Form) -> int:
    """The Part an Item line stands in: the one printed above it, or the one whose wording it has."""
    if not form.by_part:
        return 0
    above = max((part.number for part in parts if part.line <= item.line), default=0)
    meant = {_PARTS[named.part] for named in form.named(item.number, item.rest)}
    return max(above, *meant) if len(meant) == 1 else above


def _ordered(items: list[_Item]) -> list[_Item]:
    """The Items whose numbers rise with the most weight; those of Regulation AB, and one without a number, beside them."""
    likely = [each for each in items if each.verdict.score > 0]
    unnumbered = [each for each in likely if each.item.number == "X"]
    own = [each for each in likely if 0 < each.item.first.number < _AB]
    asset_backed = [each for each in likely if each.item.first.number >= _AB]
    return sorted([*_rising(own), *_rising(asset_backed), *(each for each in unnumbered if each.item.rest)], key=_line)


def _line(each: _Item) -> int:
    return each.item.line


def _rising(items: list[_Item]) -> list[_Item]:
    links = [Link((each.part, *each.item.first), (each.part, *each.item.final), each.verdict.score) for each in items]
    return [items[index] for index in best_rising(links)]


def _strays(items: list[_Item], ordered: list[_Item]) -> list[_Item]:
    """Items that stand out of order: surely set and named as such, and their numbers are nowhere among the others."""
    found: dict[tuple[int, Order], _Item] = {}
    for each in items:
        if each.verdict.score >= _SURE and each.item.plain and not _covered(each, ordered):
            found.setdefault(each.place, each)
    return list(found.values())


def _covered(stray: _Item, ordered: list[_Item]) -> bool:
    """Whether an Item's number is that of another, or among those that another stands for."""
    return any(
        each.part == stray.part and each.item.first <= stray.item.final and stray.item.first <= each.item.final
        for each in ordered
    )


def _item_headings(lines: Lines, taken: list[_Item], form: Form) -> list[Heading]:
    """The headings of the Items in order."""
    last = max((each.item.final for each in taken if each.item.first.number < _AB), default=None)
    headings = []
    for each in taken:
        item = each.item
        if item.plain:
            headings.append(item_heading(lines, item, form, each.part, _with(each.verdict, ITEM_IN_ORDER)))
            continue
        verdict = _with(each.verdict, ITEMS_IN_A_SENTENCE)
        headings.append(sentence_heading(lines, item, form, verdict, ends=item.final == last))
    return headings


def _part_headings(lines: Lines, parts: list[_Part], unprinted: list[_Unprinted]) -> list[Heading]:
    """The headings of the Parts, also of one whose Items stand before its heading, or without one."""
    headings = [_part_heading(lines, each) for each in parts]
    for number, line in unprinted:
        printed = next((each for each in headings if each.number == as_roman(number)), None)
        if printed is not None:
            headings.remove(printed)
        title = printed.title if printed is not None else ""
        verdict = PART_UNPRINTED.of(SectionKind.PART)
        headings.append(Heading(SectionKind.PART, as_roman(number), title, line, line, PART, verdict))
    return headings


def _unprinted(parts: list[_Part], items: list[_Item], form: Form, listing: Listing | None) -> list[_Unprinted]:
    """The Part that begins with an Item before its heading, or without one, where others are printed.

    Where numbers begin again in each Part, the titles of the Items tell; else the contents page, which names the first Part.
    """
    if not items or not parts:
        return []
    printed = {each.part.number: each.part.line for each in parts}
    if form.by_part:
        second = next((each.item.line for each in items if each.part == _LAST_BY_PART), items[0].item.line)
        late = items[0].item.line < second < printed.get(_LAST_BY_PART, second + 1)
        return [_Unprinted(_LAST_BY_PART, second)] if late else []
    first = items[0].item
    own = _PARTS.get(form.part(first.first.number), 0)
    named = listing is not None and own in listing.parts
    return [_Unprinted(own, first.line)] if named and own < min(printed) and first.line < min(printed.values()) else []


def _part_heading(lines: Lines, each: _Part) -> Heading:
    part = each.part
    title, last = part.title, part.last
    below = lines.bare[last] if lines.words(last) and not part.end else ""
    if not title and is_title(below) and "information" in below.lower():
        title, last = clean(fold(below)), last + 1
    end = lines.indent(part.line) + part.end if part.end else 0
    verdict = _with(each.verdict, PART_IN_ORDER)
    return Heading(SectionKind.PART, as_roman(part.number), title, part.line, last, PART, verdict, end)
