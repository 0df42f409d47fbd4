"""The rules that tell the headings of Parts and Items from other lines that begin with these words.

Two questions, each with its rules in one list: `PART_HEADING` and `ITEM_HEADING`. Their verdicts are weights for the choice of
the best sequence of numbers (`core.outline.items`): a line whose clues speak against it is not in the choice at all.
"""

from typing import NamedTuple

from core.document.continued import is_continued
from core.evidence import Clue, Recogniser, Rule, Verdict
from core.outline.candidates import ItemLine, PartLine
from core.outline.forms import Form
from core.outline.lines import Lines, is_title
from core.outline.section import SectionKind
from core.outline.titles import fold
from core.vocabulary import words

NEVER = -30.0
"""The weight of what no other clue outweighs: all of those for a heading come to less."""
_REFERENCE_SIGNS = ",)\"'\u2019"
"""Signs right behind the number of an Item that is only referred to."""
_ITEM = "item"
"""How a line begins that is an entry itself, and no running text."""
_CONTINUED = 9
"""Characters that tell whether a line begins with the word continued."""
_SHOWN = 60
"""Characters of a line that tell whether it is set as a title."""
_NEXT_WITHIN = 4
"""Lines below a number within which its title stands."""


class PartSight(NamedTuple):
    """What the rules on Parts look at."""

    lines: Lines
    part: PartLine


class ItemPlace(NamedTuple):
    """Where a line of an Item stands among the others: in a list of Items that come again below (`in_list`), or below one of
    the same number and title (`said_before`)."""

    in_list: bool = False
    said_before: bool = False


NOWHERE = ItemPlace()


class ItemSight(NamedTuple):
    """What the rules on Items look at: the line, the words behind its number or below it, whether these are the form's and
    whether the number is, and where the line stands among others."""

    lines: Lines
    item: ItemLine
    form: Form
    words: str
    named: bool
    known: bool
    place: ItemPlace


def item_sight(lines: Lines, item: ItemLine, form: Form, place: ItemPlace = NOWHERE) -> ItemSight:
    """A line of an Item with what is asked of it often."""
    said = item.rest or words_below(lines, item.line)
    known = bool(form.of_number(item.number)) or item.first != item.final or item.number == "X"
    return ItemSight(lines, item, form, said, bool(form.named(item.number, fold(said))), known, place)


def words_below(lines: Lines, index: int) -> str:
    """The next line with words below this one, empty where none is near."""
    below = lines.next_words(index + 1, _NEXT_WITHIN)
    return lines.bare[below] if below is not None else ""


def part_verdict(lines: Lines, part: PartLine) -> Verdict[SectionKind]:
    """Whether a line is the heading of a Part; its score is above zero where it may be."""
    return _judged(PART_HEADING.clues(PartSight(lines, part)), SectionKind.PART)


def item_verdict(sight: ItemSight) -> Verdict[SectionKind]:
    """Whether a line is the heading of an Item, or of several told of in a sentence; its score is above zero where it may be."""
    recogniser = ITEM_HEADING if sight.item.plain else ITEMS_SENTENCE
    return _judged(recogniser.clues(sight), SectionKind.ITEM)


def _judged(clues: tuple[Clue, ...], kind: SectionKind) -> Verdict[SectionKind]:
    return Verdict(kind, sum(clue.weight for clue in clues), clues)


def _part(holds: bool) -> SectionKind | None:
    return SectionKind.PART if holds else None


def _item(holds: bool) -> SectionKind | None:
    return SectionKind.ITEM if holds else None


def _refers(sight: ItemSight) -> bool:
    said = sight.words
    return bool(said) and (said[0] in _REFERENCE_SIGNS or words("items", "reference").match(said) is not None)


def _continued(sight: ItemSight) -> bool:
    said = sight.words
    return (
        is_continued(said)
        or is_continued(sight.lines.bare[sight.item.line])
        or said[:_CONTINUED].lower().startswith(("continued", "(cont"))
    )


def _under_text(sight: ItemSight) -> bool:
    lines, at = sight.lines, sight.item.line
    return not lines.apart(at) and lines.prose(at - 1) and lines.bare[at - 1][: len(_ITEM)].lower() != _ITEM


def _no_title(sight: ItemSight) -> bool:
    said = sight.words
    return bool(said) and not sight.named and not is_title(said[:_SHOWN].rpartition(" ")[0] or said)


def _runs_on(sight: ItemSight) -> bool:
    """Whether the words behind `Part I, Item 1` are no title: running text goes on with them."""
    item = sight.item
    return bool(item.begin) and not sight.named


PART_HEADING: Recogniser[PartSight, SectionKind] = Recogniser(
    "part-heading",
    "Is this line the heading of a Part?",
    (
        Rule("number", 5.0, "the word Part and a number, alone on the line or before a title", lambda _: SectionKind.PART),
        Rule("apart", 2.0, "no words stand right above it", lambda s: _part(s.lines.apart(s.part.line))),
        Rule(
            "under-running-text", -4.0, "running text stands right above it",
            lambda s: _part(s.lines.words(s.part.line - 1) and s.lines.prose(s.part.line - 1)),
        ),
        Rule("continued", -5.0, "it says that the Part is continued", lambda s: _part(is_continued(s.lines.bare[s.part.line]))),
        Rule(
            "entry", NEVER, "a title and a page number stand on the line, as in a list of contents",
            lambda s: _part(s.part.listed and bool(s.part.title)),
        ),
    ),
)  # fmt: skip

ITEM_HEADING: Recogniser[ItemSight, SectionKind] = Recogniser(
    "item-heading",
    "Is this line the heading of an Item?",
    (
        Rule("number", 6.0, "the word Item and a number", lambda _: SectionKind.ITEM),
        Rule("title-of-the-form", 7.0, "the form gives an Item of this number such a title", lambda s: _item(s.named)),
        Rule("unknown-number", -8.0, "the form has no Item of this number", lambda s: _item(not s.known)),
        Rule("apart", 3.0, "no words stand right above it", lambda s: _item(s.lines.apart(s.item.line))),
        Rule("capitals", 1.0, "its title is in capitals", lambda s: _item(s.item.rest.isupper())),
        Rule("linked", 4.0, "a link leads to it", lambda s: _item(s.lines.linked(s.item.line))),
        Rule("page-number", -7.0, "a page number stands at its end, as in a list of contents", lambda s: _item(s.item.listed)),
        Rule("in-a-list", -10.0, "another Item stands right below, and it comes again later", lambda s: _item(s.place.in_list)),
        Rule("said-before", -2.0, "the same number and title stand above", lambda s: _item(s.place.said_before)),
        Rule("under-running-text", -12.0, "running text stands right above it", lambda s: _item(_under_text(s))),
        Rule("no-title", -6.0, "the words behind the number are not set as a title", lambda s: _item(_no_title(s))),
        Rule("paragraph", -4.0, "a letter in brackets follows the number", lambda s: _item(bool(s.item.sub))),
        Rule(
            "paragraph-without-title", NEVER, "a letter in brackets follows the number, and not the title of the Item",
            lambda s: _item(bool(s.item.sub) and not s.named),
        ),
        Rule(
            "roman-without-title", NEVER, "the number is Roman, and the title not that of such an Item",
            lambda s: _item(s.item.roman and not s.named),
        ),
        Rule("continued", NEVER, "it says that the Item is continued", lambda s: _item(_continued(s))),
        Rule("reference", NEVER, "the words behind the number only refer to the Item", lambda s: _item(_refers(s))),
        Rule("runs-on", NEVER, "behind the Part and the number stands no title of the form", lambda s: _item(_runs_on(s))),
    ),
)  # fmt: skip

ITEMS_SENTENCE: Recogniser[ItemSight, SectionKind] = Recogniser(
    "items-sentence",
    "Does this line begin a sentence that answers several Items?",
    (
        Rule("several", 4.0, "several numbers follow the word Item", lambda s: _item(s.item.first != s.item.final)),
        Rule("one", NEVER, "one number only follows the word Item", lambda s: _item(s.item.first == s.item.final)),
        Rule("inside-text", NEVER, "other words stand right above it", lambda s: _item(not s.lines.apart(s.item.line))),
        Rule("continued", NEVER, "it says that the Items are continued", lambda s: _item(_continued(s))),
        Rule("reference", NEVER, "the words behind the numbers only refer to the Items", lambda s: _item(_refers(s))),
    ),
)
