"""Chooses the Parts and Items of a form among the lines that may be theirs."""

import re

from core.outline.candidates import ITEM, PART, Found, Heading, ItemLine, PartLine
from core.outline.contents import Listing
from core.outline.forms import Form
from core.outline.lines import Lines, is_title
from core.outline.numbering import as_roman
from core.outline.reasons import ITEM_IN_ORDER, ITEMS_IN_A_SENTENCE, PART_ALONE
from core.outline.section import SectionKind
from core.outline.sequence import Link, best_rising
from core.outline.titles import clean, fold, is_continued, is_notes_title, is_statement_title, key

_REFERENCE = re.compile(
    r"[,)\"'\u2019]|of (?:this|the|part|our|its|form)\b|and item|hereof|herein|above|below|to the\b|in the\b|on (?:this|form)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[a-z)A-Z])(?:\.\s{1,8}|:\s{2,8}|\s?--\s?)(?=[A-Z(\"])")
_UNFINISHED = re.compile(r"(?:\b(?:and|of|the|in|on|for|to|a|or|with|from|about|by|certain)|[,;&]|--?)$", re.IGNORECASE)


def parts_and_items(lines: Lines, found: Found, form: Form, listing: Listing | None) -> list[Heading]:
    """The headings of a document's Parts and Items, in order, each only once."""
    begin = listing.last if listing else 0
    parts = _parts(lines, [part for part in found.parts if part.line >= begin])
    items = [item for item in found.items if item.line >= begin]
    chosen = _chosen(lines, items, parts, form)
    return sorted([*(_part_heading(lines, part) for part in parts), *chosen], key=lambda heading: heading.first)


def _parts(lines: Lines, parts: list[PartLine]) -> list[PartLine]:
    usable = [part for part in parts if not part.listed or not part.title]
    links = [Link(part.number, part.number, _part_weight(lines, part)) for part in usable]
    return [usable[index] for index in best_rising(links)]


def _part_weight(lines: Lines, part: PartLine) -> float:
    continues = is_continued(lines.bare[part.line])
    return (
        5.0
        + 2 * lines.apart(part.line)
        - 4 * (lines.words(part.line - 1) and lines.prose(part.line - 1))
        - 5 * continues
    )


def _part_heading(lines: Lines, part: PartLine) -> Heading:
    title, last = part.title, part.last
    if not title and lines.words(last) and is_title(lines.bare[last]) and "information" in lines.bare[last].lower():
        title, last = clean(fold(lines.bare[last])), last + 1
    return Heading(
        SectionKind.PART,
        as_roman(part.number),
        title,
        part.line,
        last,
        PART,
        PART_ALONE.of(SectionKind.PART),
    )


def _chosen(lines: Lines, items: list[ItemLine], parts: list[PartLine], form: Form) -> list[Heading]:
    weighed: list[tuple[ItemLine, float, int]] = []
    for item in items:
        weight = _weight(lines, item, form)
        if weight > 0:
            weighed.append((item, weight, _part_of(item, parts, form)))
    numbered = [entry for entry in weighed if entry[0].number != "X"]
    links = [
        Link((part, *item.first), (part, *item.final), weight) if form.by_part else Link(item.first, item.final, weight)
        for item, weight, part in numbered
    ]
    kept = [numbered[index][0] for index in best_rising(links)]
    kept += [item for item, _, _ in weighed if item.number == "X" and item.rest]
    last = max((item.final for item in kept), default=None)
    return [
        _item_heading(lines, item, form, _part_of(item, parts, form))
        if item.plain
        else _sentence_item(lines, item, form, ends=item.final == last)
        for item in sorted(kept)
    ]


def _part_of(item: ItemLine, parts: list[PartLine], form: Form) -> int:
    """The Part an Item line stands in: the one printed above it, or the one whose wording it has."""
    if not form.by_part:
        return 0
    above = max((part.number for part in parts if part.line < item.line), default=0)
    named = form.named(item.number, item.rest)
    if len(parts) < 2 and named and above < 2:
        return 2 if named[0].part == "II" else 1
    return above


def _weight(lines: Lines, item: ItemLine, form: Form) -> float:
    """How much a line looks like the heading of an Item of this form; 0 and less: not at all."""
    rest = item.rest or _words_below(lines, item.line)
    if (
        is_continued(rest)
        or is_continued(lines.bare[item.line])
        or rest.lower().startswith(("continued", "(continued", "(cont"))
    ):
        return 0
    named = bool(form.named(item.number.removesuffix("(T)"), fold(rest)))
    several = item.first != item.final
    known = bool(form.of_number(item.number.removesuffix("(T)"))) or several or item.number == "X"
    weight = 6.0 + 7 * named - 8 * (not known) + 3 * lines.apart(item.line) + item.rest.isupper() - 7 * item.listed
    if not item.plain:
        return 4.0 if several and lines.apart(item.line) and not _REFERENCE.match(rest) else 0
    if rest and _REFERENCE.match(rest):
        return 0
    if not lines.apart(item.line) and lines.prose(item.line - 1):
        weight -= 12
    weight += 4 * lines.linked(item.line)
    if rest and not named and not is_title(rest[:60].rpartition(" ")[0] or rest):
        weight -= 6
    return weight


def _words_below(lines: Lines, index: int) -> str:
    below = lines.next_words(index + 1, 4)
    return lines.bare[below] if below is not None else ""


def _item_heading(lines: Lines, item: ItemLine, form: Form, part: int) -> Heading:
    """An Item with the title printed, over several lines if so set; where none is, the one that the form has."""
    first, rest = item.line, item.rest
    last, end = first + 1, 0
    if not rest:
        below = lines.next_words(last, 4)
        if below is not None and _may_title(lines, below):
            rest, last = lines.bare[below], below + 1
    sentence = _SENTENCE_END.search(rest) if item.plain else None
    if sentence is not None and sentence.start() > 6 and last == first + 1:
        shown = rest[: sentence.start()]
        end = len(lines.bare[first]) - len(rest) + sentence.start() + lines.indent(first)
        return Heading(
            SectionKind.ITEM, item.number, clean(shown), first, last, ITEM, ITEM_IN_ORDER.of(SectionKind.ITEM), end
        )
    while rest and last < first + 7:
        if _goes_on(lines, last, rest, item, form):
            rest, last = f"{rest} {lines.bare[last]}", last + 1
        elif _goes_on_below(lines, last, rest, item, form):
            rest, last = f"{rest} {lines.bare[last + 1]}", last + 2
        else:
            break
    title = clean(rest) or form.title(item.number, part)
    return Heading(SectionKind.ITEM, item.number, title, first, last, ITEM, ITEM_IN_ORDER.of(SectionKind.ITEM))


def _sentence_item(lines: Lines, item: ItemLine, form: Form, *, ends: bool) -> Heading:
    """Items told of in one sentence ("Item 10, 11 and 12 will be contained in ..."), by their short titles on the form.

    Where the form has none for them: the sentence, not over 240 letters. `ends`: no other Item follows; the last one
    of Part IV is that on exhibits, whatever its number.
    """
    verdict = ITEMS_IN_A_SENTENCE.of(SectionKind.ITEM)
    exhibits = ends and form.part(item.final.number) == "IV"
    if not exhibits and (together := form.together(item.first.number, item.final.number)):
        return Heading(SectionKind.ITEM, item.number, together, item.line, item.line + 1, ITEM, verdict)
    last, rest = item.line + 1, item.rest
    while lines.words(last) and len(rest) < 160 and not rest.rstrip().endswith("."):
        rest, last = f"{rest} {lines.bare[last]}", last + 1
    shown = fold(rest)
    stop = shown.find(". ")
    if 20 < stop < 240:
        shown = shown[:stop]
    if len(shown) > 240:
        shown = shown[:240].rpartition(" ")[0]
    return Heading(SectionKind.ITEM, item.number, clean(shown), item.line, item.line + 1, ITEM, verdict)


def _may_title(lines: Lines, index: int) -> bool:
    text = lines.bare[index]
    if is_statement_title(text) or is_notes_title(text):
        return False
    return is_title(text) and len(text) < 100 and not text.endswith(".") and text[:4].lower() not in ("item", "part")


def _goes_on(lines: Lines, index: int, rest: str, item: ItemLine, form: Form) -> bool:
    """Whether line `index` is the rest of a title that was begun above."""
    if not lines.words(index):
        return False
    text = lines.bare[index]
    if text[:4].lower() in ("item", "part", "note") or (lines.prose(index) and not is_title(text)):
        return False
    if _UNFINISHED.search(rest):
        return len(text) < 85
    if _official(form, item, f"{rest} {text}"):
        return True
    if rest.endswith((".", ":")) or lines.ruled(index):
        return False
    if rest.isupper():
        return text.isupper() and not lines.prose(index)
    known = form.named(item.number, rest)
    if known and fold(rest).lower() == known[0].title.lower():
        return False
    full = len(lines.raw[index - 1].rstrip()) >= 60 or lines.indent(index) > lines.indent(item.line) + 4
    return full and is_title(text) and len(text) < 75 and not text.isupper()


def _goes_on_below(lines: Lines, index: int, rest: str, item: ItemLine, form: Form) -> bool:
    """Whether the rest of a title stands below an empty line, as in filings whose every line is followed by one."""
    if lines.words(index) or not lines.words(index + 1) or lines.prose(index + 1) or len(lines.bare[index + 1]) > 60:
        return False
    return _official(form, item, f"{rest} {lines.bare[index + 1]}")


def _official(form: Form, item: ItemLine, words: str) -> bool:
    """Whether these words are how the form itself words the beginning of the Item's title."""
    wanted = f"{key(words)} "
    return any(f"{key(named.title)} ".startswith(wanted) for named in form.named(item.number, words))
