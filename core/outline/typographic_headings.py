"""The headings that filers set inside Items, notes and exhibits: underlined, in capitals, centred, or alone on a line."""

import itertools
import re
from bisect import bisect_left
from collections import Counter

from core.document.block import Line
from core.markup.css import BOLD, CENTRED, ITALIC, UNDERLINED
from core.outline.candidates import CHAPTER, HEADING, Heading
from core.outline.lines import Lines, has_figures, has_page, is_title
from core.outline.note_subjects import holds_policies
from core.outline.reasons import ARTICLE, LOOKS
from core.outline.section import SectionKind
from core.outline.titles import clean, fold, is_continued, is_major, is_notes_title, key

_NO_FIRST = frozenset(
    [
        "see",
        "by",
        "by:",
        "date",
        "date:",
        "dated",
        "dated:",
        "signature",
        "signature:",
        "name",
        "name:",
        "title",
        "title:",
        "page",
        "total",
        "none",
        "yes",
        "no",
        "attest",
        "attest:",
        "witness",
        "witness:",
        "exhibit",
        "and",
        "or",
        "between",
        "to:",
        "of",
        "among",
        "continued",
        "dear",
        "gentlemen",
        "gentlemen:",
        "none.",
        "its:",
        "very",
        "sincerely",
        "re:",
        "cc:",
        "attn:",
        "attention:",
        "note:",
        "notes",
        "item",
        "items",
    ]
)
_NO_WORDS = (
    "board of directors and",
    "to the board of",
    "the board of directors",
    "millions of",
    "thousands of",
    "the undersigned",
    "i, ",
    "i hereby",
    "to the stockholders of",
    "to the shareholders of",
    "to the share owners of",
    "and shareholders",
    "and stockholders",
    "in millions",
    "in thousands",
    "dollars in",
    "amounts in",
    "all dollar",
    "all amounts",
    "year ended",
    "years ended",
    "for the year",
    "for the three",
    "three months",
    "six months",
    "nine months",
    "fiscal year ended",
    "as of ",
    "for the fiscal",
    "chart:",
    "table of contents",
    "(in ",
)
_UNITS = ("(in ", "in millions", "in thousands", "(dollars", "(millions", "(thousands")
"""How a line begins that says what the figures below are in."""
_DATE = re.compile(r"(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october", re.IGNORECASE)
_SECTION = re.compile(
    r"(?:ARTICLE|SECTION|Article|Section|CHAPTER)\s+(?P<number>[IVXLivxl]{1,7}|\d{1,3}(?:\.\d{1,3})?)\b(?!\()[\s.:,\u2013\u2014-]*(?P<rest>.*)$"
)
_STRENGTH = {
    "underlined capitals": 6,
    "centred capitals": 5,
    "capitals": 4,
    "underlined": 3,
    "centred": 2,
    "alone": 1,
    "first line": 0,
    "bold capitals": 6,
    "bold centred": 5,
    "bold underlined": 5,
    "bold": 4,
    "bold italic": 3,
    "underlined italic": 2,
    "italic": 1,
}


def subheads_of(lines: Lines, taken: bytearray, begin: int, end: int) -> list[Heading]:
    """The filer's own headings between lines `begin` and `end`; lines marked in `taken` belong to other headings."""
    found: list[Heading] = []
    leads = lines.leads[bisect_left(lines.leads, begin) : bisect_left(lines.leads, end)]
    if (
        begin < end
        and begin
        and taken[begin - 1]
        and lines.words(begin)
        and not lines.table[begin]
        and leads[:1] != [begin]
    ):
        leads.insert(0, begin)
    after = begin
    for index in leads:
        if index >= after and not taken[index] and (heading := _told(lines, taken, index)) is not None:
            found.append(heading)
            after = heading.last
    return _followed(lines, taken, _ranked(lines, found))


def _ranked(lines: Lines, found: list[Heading]) -> list[Heading]:
    """In a document with styles, a well-known heading that is set in small letters like one before it ranks with that."""
    levels: dict[str, int] = {}
    for at, heading in enumerate(found):
        if heading.level > CHAPTER:
            levels[heading.rule] = heading.level
        elif lines.styled and heading.rule in levels and not heading.title.isupper():
            found[at] = heading._replace(level=levels[heading.rule])
    return found


def _told(lines: Lines, taken: bytearray, index: int) -> Heading | None:
    text = lines.bare[index]
    if (
        len(text) < 3
        or text[-1] in ",;"
        or not (text[0].isalpha() or text[0] in "\"'$")
        or _no_title(text)
        or lines.company(text)
    ):
        return None
    section = _SECTION.match(text) if text[0] in "ASCasc" else None
    if section is not None:
        return _numbered(lines, index, section)
    if (
        ("   " in text and "   " in fold_spaces(text))
        or has_figures(lines.raw[index])
        or has_page(text)
        or (text.endswith(".") and not _short(text))
    ):
        return None
    last = _last(lines, taken, index)
    how = _how(lines, index, last)
    if how is None:
        return None
    title = clean(" ".join(fold(line) for line in lines.bare[index:last]))
    if len(title) < 3 or len(title) > 160:
        return None
    level = CHAPTER if how != "first line" and is_major(title) else HEADING + 9 - _STRENGTH[how]
    return Heading(SectionKind.HEADING, None, title, index, last, level, LOOKS[how].of(SectionKind.HEADING))


def _no_title(text: str) -> bool:
    """Whether a line is what stands alone too but titles nothing: a name, a date, an address, a signature."""
    low = text.lower()
    first = low.split(" ", 1)[0]
    if (
        (first in _NO_FIRST and not low.startswith(("notes payable", "notes receivable")))
        or "/s/" in low
        or "@" in low
        or "www." in low
        or is_notes_title(text)
    ):
        return True
    if low.startswith(_NO_WORDS):
        return True
    return text[-1].isdigit() and ((_DATE.match(low) is not None and len(text) < 28) or text[-5:].isdigit())


def _short(text: str) -> bool:
    return len(text) < 50 and text.count(" ") < 6


def fold_spaces(text: str) -> str:
    """A line as it stands, but letter-spaced words closed up."""
    folded = fold(text)
    return (
        folded
        if folded.replace(" ", "") == text.replace(" ", "") and len(folded.split(" ")) < len(text.split())
        else text
    )


def _numbered(lines: Lines, index: int, section: re.Match[str]) -> Heading | None:
    rest, last = section["rest"], index + 1
    if not lines.apart(index) or section["rest"][:1].islower() or has_page(lines.bare[index]):
        return None
    if not rest:
        below = lines.next_words(last, 3)
        if below is not None and is_title(lines.bare[below]) and len(lines.bare[below]) < 80:
            rest, last = lines.bare[below], below + 1
    title = rest
    stop = re.search(r"(?<=[a-z)A-Z])[.:]\s", rest)
    if stop is not None:
        title = rest[: stop.start()]
    if title and (not is_title(title) or len(title) > 90):
        return None
    article = lines.bare[index][0] in "Aa"
    level = CHAPTER if article else HEADING
    verdict = ARTICLE.of(SectionKind.HEADING)
    return Heading(SectionKind.HEADING, section["number"], clean(fold(title)), index, last, level, verdict)


def _last(lines: Lines, taken: bytearray, index: int) -> int:
    """Where a heading that begins here ends: capitals, and centred lines, may go on over three lines."""
    last = index + 1
    capitals = lines.bare[index].isupper()
    centred = _centred(lines, index)
    while last < index + 3 and lines.words(last) and not taken[last] and not lines.table[last]:
        text = lines.bare[last]
        if not ((text.isupper() and capitals) or (centred and _centred(lines, last) and is_title(text))):
            break
        if text[0] == "(" or has_figures(lines.raw[last]):
            break
        last += 1
    return last


def _centred(lines: Lines, index: int) -> bool:
    indent = lines.indent(index)
    return indent >= 8 and abs(2 * indent + len(lines.bare[index]) - 78) <= 14 and "   " not in lines.bare[index]


def _how(lines: Lines, index: int, last: int) -> str | None:
    """In what way these lines are set as a heading, or None."""
    if lines.looks is not None and lines.styled:
        return _look(lines, lines.looks[index], index, last)
    text = lines.bare[last - 1]
    title = is_title(lines.bare[index])
    letters = sum(map(str.isalpha, text))
    if letters < 3:
        return None
    if lines.ruled(last) and _fits(lines, index, last):
        return ("underlined capitals" if text.isupper() else "underlined") if title or len(text) < 60 else None
    if not title or not lines.apart(index):
        return None
    if lines.words(last) and not lines.bare[last].lower().startswith(_UNITS):
        return "first line" if last == index + 1 and _broken_off(lines, index) else None
    if text.isupper() and letters > 3:
        return "centred capitals" if lines.indent(index) >= 8 else "capitals"
    if _centred(lines, index):
        return "centred"
    return "alone" if len(text) < 85 and lines.indent(index) < 12 else None


def _look(lines: Lines, look: int, index: int, last: int) -> str | None:
    """In what way these lines of an HTML document are set as a heading: by weight, slant, lines under them and capitals."""
    text = lines.bare[last - 1]
    if sum(map(str.isalpha, text)) < 3 or not lines.apart(index) or not (look & _SET or text.isupper()):
        return None
    if lines.words(last) and (lines.flowing_from(last) or lines.looks_alike(index, last)):
        return None
    if not is_title(lines.bare[index]) and (len(text) > _SENTENCE or text[-1] in ".:"):
        return None
    if not look & _SET:
        return "centred capitals" if look & CENTRED else "capitals"
    if look & BOLD:
        if text.isupper():
            return "bold capitals"
        return next((how for bit, how in _BOLD if look & bit), "bold")
    if look & UNDERLINED:
        return "underlined italic" if look & ITALIC else "underlined"
    return "italic"


_SET = BOLD | ITALIC | UNDERLINED
_SENTENCE = 70
"""Characters of a heading that is not in capitals word by word."""
_BOLD = ((CENTRED, "bold centred"), (ITALIC, "bold italic"), (UNDERLINED, "bold underlined"))


def _fits(lines: Lines, index: int, last: int) -> bool:
    """Whether the rule below is drawn under the words, or right across the page under a line that stands apart."""
    rule = lines.bare[last]
    drawn = len(rule) - 2 if rule.startswith("- -") else len(rule)
    length = len(lines.bare[last - 1])
    if " " in rule.removeprefix("- "):
        return False
    if abs(drawn - length) <= max(4, length // 4):
        return True
    return (
        drawn > 55
        and lines.apart(index)
        and is_title(lines.bare[index])
        and not lines.table[min(last + 1, lines.count - 1)]
    )


def _broken_off(lines: Lines, index: int) -> bool:
    """Whether a title stands on the first line of a paragraph, broken off long before the margin."""
    text = lines.bare[index]
    if len(text) > 50 or text[-1] in ".:" or not lines.prose(index + 1):
        return False
    after = lines.bare[index + 1]
    full = len(lines.raw[index + 1].rstrip())
    return after[0].isupper() and len(lines.raw[index].rstrip()) + 1 + len(after.split(" ", 1)[0]) < full - 6


def _followed(lines: Lines, taken: bytearray, found: list[Heading]) -> list[Heading]:
    """The headings that running text, a table, or another such heading follows; running heads only the first time."""
    starts = {heading.first: heading for heading in found}
    good: dict[int, int] = {}
    for heading in reversed(found):
        good[heading.first] = _leads(lines, taken, heading, starts, good)
    kept: list[Heading] = []
    seen: dict[str, int] = {}
    for heading in found:
        name = key(heading.title)
        repeated = name in seen and (
            is_continued(heading.title) or (heading.first - seen[name] > 1 and _tops_page(lines, heading.first))
        )
        if (
            good[heading.first]
            and not repeated
            and not is_continued(" ".join(lines.bare[heading.first : heading.last]))
        ):
            kept.append(heading)
        seen[name] = heading.first
    return _levelled(lines, kept)


def _levelled(lines: Lines, heads: list[Heading]) -> list[Heading]:
    """Headings whose way of being set stands right above another way more often than below it, ranked above it."""
    above: Counter[tuple[int, int]] = Counter()
    for head, after in itertools.pairwise(heads):
        if (
            min(head.level, after.level) > CHAPTER
            and head.level != after.level
            and lines.next_words(head.last) == after.first
        ):
            above[head.level, after.level] += 1
    raised = {
        upper: max(HEADING, lower - 1)
        for (upper, lower), times in above.items()
        if upper > lower and times > above[lower, upper]
    }
    return [head._replace(level=raised[head.level]) if head.level in raised else head for head in heads]


def _leads(lines: Lines, taken: bytearray, heading: Heading, starts: dict[int, Heading], good: dict[int, int]) -> int:
    """2 where a heading stands right above text or a table, 1 above another heading that does, 0 above neither."""
    if heading.number and lines.words(heading.last):
        return 2
    after = lines.next_words(heading.last, 8)
    if after is None or (taken[after] and after - heading.last < 4):
        return 0
    if lines.bare[after].lower().startswith(_UNITS):
        return 2
    strong = heading.level < HEADING + 7
    if after in starts:
        other = starts[after]
        sure = other.level != heading.level or strong or good[after] > 1 or holds_policies(heading.title)
        return int(good[after] > 0 and sure)
    if lines.table[after]:
        return 2 * (strong or lines.prose(after) or after - heading.last < 9)
    return 2 * (lines.prose(after) or (strong and len(lines.bare[after]) > 25) or holds_policies(heading.title))


def _tops_page(lines: Lines, index: int) -> bool:
    """Whether only blanks stand between a line and the top of its page."""
    at = index - 1
    while at >= 0 and lines.kinds[at] in (Line.BLANK, Line.MARKUP):
        at -= 1
    return at >= 0 and lines.kinds[at] == Line.FURNITURE
