"""Tells lines that may be Parts, Items, statements, notes, schedules and signatures from other lines, and says why.

One pass over the lines; each line is asked by its first letters only, so that prose costs next to nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from core.document.block import WORDS
from core.outline.lines import Lines, has_figures, has_page, is_title
from core.outline.numbering import Order, item_numbers, roman
from core.outline.section import SectionKind
from core.outline.titles import (
    clean,
    fold,
    is_continued,
    is_notes_title,
    is_statement_title,
    schedule_of,
    statement_kind,
)

PART, ITEM, CHAPTER, HEADING = 10, 20, 30, 40
"""Levels: a heading ends what is open at its own level and below. HEADING and up are the filer's own."""


class Heading(NamedTuple):
    """A heading: its kind, number and title, its lines `[first, last)`, its level, the columns before its words end
    (`end`, an offset in the last line, 0 for the whole of it), and why it was taken for one."""

    kind: SectionKind
    number: str | None
    title: str
    first: int
    last: int
    level: int
    why: str
    end: int = 0


class PartLine(NamedTuple):
    """A line that may open a Part."""

    line: int
    last: int
    number: int
    title: str
    listed: bool


class ItemLine(NamedTuple):
    """A line that may open an Item: its number as printed and in order, and the words behind the number."""

    line: int
    number: str
    first: Order
    final: Order
    rest: str
    plain: bool
    listed: bool


class NoteLine(NamedTuple):
    """A line that may open a note. `form` is how the number is set: `note`, `1.`, `(1)`, `1`, `A.` ..."""

    line: int
    form: str
    number: int
    rest: str


@dataclass(slots=True)
class Found:
    """What one pass over a document found, each in the order of its lines."""

    parts: list[PartLine] = field(default_factory=list)
    items: list[ItemLine] = field(default_factory=list)
    notes: list[NoteLine] = field(default_factory=list)
    titles: list[Heading] = field(default_factory=list)
    """Titles of statements, schedules, reports, the notes as a whole, signatures, exhibit index, contents."""
    begun: list[int] = field(default_factory=list)
    """Lines that begin like such a title."""


_ITEM = re.compile(
    r"[\W_]{0,3}(?:I\s?)?TEMS?\b\s?(?:NO\.?)?\s{0,12}"
    r"(?P<number>\d{1,2}(?:\.\d\d)?\s?(?:[A-Ca-c](?![A-Za-z]))?(?P<again>\((?:T|I{1,3})\))?"
    r"(?:[\s,;&]{0,6}(?:and|through|thru|to|[-\u2013])?[\s,]{0,6}(?:Items?\s)?\d{1,2}(?!\d|\.\d)[A-Ca-c]?\b(?![\s.]*[-/]K)){0,14}|X(?=[.\s:]))"
    r"(?P<part>\s?\([a-zA-Z0-9]\))?\s{0,8}(?P<mark>[.:)\u2013\u2014-]{0,4})\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\W{0,2}P\s?ART\s{1,4}(?P<number>[IVX]{1,4}|[1-4])\b[\s.:,\u2013\u2014*-]*(?P<rest>.*)$", re.IGNORECASE
)
_NOTE = re.compile(
    r"(?:FOOT)?NOTE\s{1,3}(?:(?P<number>\d{1,2})|(?P<letter>[A-Z]))(?![A-Za-z0-9'])\s*(?P<mark>[.:)\u2013\u2014-]{0,4})\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?P<open>\(?)(?:(?P<number>\d{1,2})|(?P<letter>[A-Z]))(?P<close>[.)]{0,2}|\.\)|\s?-{1,2})(?:\s+(?P<rest>\S.*))?$"
)
_OF_A_YEAR = re.compile(r"(?:19|20)\d\d [A-Z]")
_SIGNATURES = re.compile(r"SIGNATURES?(?: PAGES?)?(?: \(?continued\)?)?[.:]?$|S I G N A T U R E S?$", re.IGNORECASE)
_EXHIBITS = re.compile(
    r"(?:INDEX (?:TO|OF) (?:\S+ )?EXHIBITS?|EXHIBITS? INDEX|LIST OF EXHIBITS|EXHIBITS? LIST|INDEX OF EXHIBITS"
    r"|EXHIBITS|EXHIBIT)[.:]?$",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:TABLE OF CONTENTS|CONTENTS|INDEX|FORM 10-?[KQ](?:405)? INDEX|INDEX TO FORM 10-?[KQ]"
    r"|CROSS REFERENCE (?:SHEET|INDEX))[.:]?$",
    re.IGNORECASE,
)
_GAP = re.compile(r"\s{3,}")
_ON_PAGE = re.compile(r"[a-z)] {3,}(?:F-?|S-?)?\d{1,3}$", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"(?<=\S )(?:consolidated|condensed|combined|statements?|balance)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d$|(?:\S+ )?\d{1,2},? (?:19|20)\d\d$")
_IN_TITLES = ("statement", "statment", "sheet", "balance s", "note", "s i g n a")
"""In small letters: one of these is in the title of every statement and of all notes."""
_BEGINNINGS = frozenset(
    case(begun)
    for begun in (
        "sign", "sche", "exhi", "inde", "list", "tabl", "cont", "form", "cros",
        "inco", "cash", "bala", "oper", "stoc", "shar", "earn", "cons",
    )
    for case in (str.upper, str.capitalize, str.lower)
)  # fmt: skip
"""How the other titles begin that are asked for."""


def scan(lines: Lines) -> Found:
    """Everything in a document that may open a section of a known kind."""
    found = Found()
    kinds, bare, words, flowing = lines.kinds, lines.bare, WORDS, lines.flowing
    for index, text in enumerate(bare):
        if kinds[index] == words and (ask := _ASKED[text[:2]]) is not None and index not in flowing:
            ask(found, index, text)
    for index in sorted(lines.holding(_IN_TITLES).union(found.begun)):
        text = bare[index]
        if kinds[index] == words and len(text) < 120 and index not in flowing and not _goes_on(lines, index):
            _ask_titles(lines, found, index, text)
    return found


class _Asked(dict[str, Callable[[Found, int, str], None] | None]):
    """What asks a line, by its first two letters as they stand; None where nothing does."""

    def __missing__(self, letters: str) -> Callable[[Found, int, str], None] | None:
        first = letters[:1]
        ask = _BY_LETTERS.get(letters.lower(), _BY_LETTERS.get(first))
        if ask is None and first in _LETTERS and letters[1:] in _AFTER_LETTER:
            ask = _ask_numbered
        if letters.isascii():
            self[letters] = ask
        return ask


_ASKED = _Asked()


def _goes_on(lines: Lines, index: int) -> bool:
    """Whether the line above is a full line of running text."""
    above = lines.bare[index - 1]
    return len(above) > 75 and lines.words(index - 1) and "    " not in above


def _ask_item(found: Found, index: int, text: str) -> None:
    head = text[:9].lower()
    if "item" not in head and "i tem" not in head and head[:4] != "tem ":
        return
    match = _ITEM.match(text[:240])
    if match is None or match["part"] or (match["again"] or "").lower() == match["again"]:
        return
    if match["number"].upper() == "X":
        numbers: tuple[str, Order, Order] | None = ("X", Order(0, ""), Order(0, ""))
    else:
        numbers = item_numbers(match["number"].replace(match["again"] or "()", ""))
    if numbers is None:
        return
    rest = match["rest"]
    if rest and match.start("rest") - match.end("number") > 14 and not is_statement_title(rest):
        rest = ""
    number = numbers[0] + (match["again"] or "")
    plain = bool(match["mark"]) or not rest or not rest[0].islower()
    found.items.append(ItemLine(index, number, numbers[1], numbers[2], rest, plain, has_page(text)))


def _ask_part(found: Found, index: int, text: str) -> None:
    if text[:6].lower().replace(" ", "").strip("*")[:4] != "part":
        return
    match = _PART.match(text[:160])
    if match is None:
        return
    rest, number = match["rest"], roman(match["number"])
    if rest[:4].lower() == "item" and has_page(text):
        _ask_item(found, index, rest)
        rest = ""
    if not 1 <= number <= 4 or (rest and (not is_title(rest) or len(rest) > 70 or rest.lower().startswith("item"))):
        return
    found.parts.append(PartLine(index, index + 1, number, clean(rest), has_page(text)))


def _ask_note(found: Found, index: int, text: str) -> None:
    match = _NOTE.match(text[:200]) if text[:4].lower() == "note" else None
    if match is None or (match["rest"] and match["rest"][0].islower()):
        return
    number, letter = match["number"], match["letter"]
    if letter is None or letter.isupper():
        value = int(number) if number else ord(letter) - 64
        found.notes.append(NoteLine(index, "note" if number else "NOTE A", value, match["rest"]))


def _ask_numbered(found: Found, index: int, text: str) -> None:
    match = _NUMBERED.match(text[:200])
    if match is None:
        return
    rest = match["rest"] or ""
    if rest and (rest[0].islower() or not (any(map(str.isalpha, rest[:3])) or _OF_A_YEAR.match(rest))):
        return
    number, letter = match["number"], match["letter"]
    form = match["open"] + ("1" if number else "A") + match["close"].strip().replace("--", "-")
    if form == "A" and not text[1:3].isspace():
        return
    found.notes.append(NoteLine(index, form, int(number) if number else ord(letter) - 64, rest))


def _ask_item_or_number(found: Found, index: int, text: str) -> None:
    if text[:3] == "I T":
        _ask_item(found, index, text)
    else:
        _ask_numbered(found, index, text)


def _ask_quoted(found: Found, index: int, text: str) -> None:
    _ask_item(found, index, text)
    _ask_part(found, index, text)


def _ask_later(found: Found, index: int, text: str) -> None:
    if text[:4] in _BEGINNINGS:
        found.begun.append(index)


_AFTER_LETTER = frozenset(" .)")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_BY_LETTERS: dict[str, Callable[[Found, int, str], None]] = {
    **dict.fromkeys("(123456789", _ask_numbered),
    **dict.fromkeys('*"', _ask_quoted),
    **{begun[:2].lower(): _ask_later for begun in _BEGINNINGS},
    "no": _ask_note,
    "pa": _ask_part,
    "p ": _ask_part,
    "it": _ask_item,
    "te": _ask_item,
    "i ": _ask_item_or_number,
}
"""What asks a line, by its first one or two letters (two in small letters)."""


def _ask_titles(lines: Lines, found: Found, index: int, text: str) -> None:
    first = text[0]
    if first in "SsEeIiTtCcLlF" and len(text) < 90:
        named = _named(lines, index, text)
        if named is not None:
            found.titles.append(named)
            return
    low = text.lower()
    if not ("sheet" in low or "statement" in low or "statment" in low or "balance s" in low or "note" in low[:20]):
        return
    if "   " not in text and not is_title(text, 0.5):
        return
    if len(lines.bare[index - 1]) > 75 and lines.words(index - 1) and lines.prose(index - 1):
        return
    titled = _statement(lines, index, text) or _notes(lines, index, text)
    if titled is not None:
        found.titles.append(titled)


def _named(lines: Lines, index: int, text: str) -> Heading | None:
    first = text[0]
    if first in "Ss":
        if _SIGNATURES.match(text) and not has_page(text):
            return Heading(
                SectionKind.SIGNATURES,
                None,
                clean(fold(text)),
                index,
                index + 1,
                PART,
                "the word Signatures alone on its line",
            )
        if text[:8].lower() == "schedule":
            return _schedule(lines, index, text)
    elif first in "Pp":
        return None
    if first in "EeIiLl" and "xhibit" in text.lower() and _EXHIBITS.match(text):
        return Heading(
            SectionKind.EXHIBIT_INDEX, None, clean(text), index, index + 1, PART, "the title of an index to exhibits"
        )
    if first in "TtCcIiF" and _CONTENTS.match(text):
        return Heading(SectionKind.CONTENTS, None, clean(text), index, index + 1, PART, "the title of a contents page")
    return None


def _schedule(lines: Lines, index: int, text: str) -> Heading | None:
    named = schedule_of(text)
    if named is None or has_page(text) or not lines.apart(index):
        return None
    number, title = named
    last = index + 1
    if title and not is_title(title):
        return None
    following = lines.next_words(last, 6)
    if not title and following is not None and is_title(lines.bare[following]):
        after = lines.next_words(following + 1, 4)
        owner = (
            after is not None
            and is_title(lines.bare[after])
            and not has_page(lines.bare[after])
            and "    " not in lines.bare[after]
        )
        title = clean(lines.bare[after if owner and after is not None else following])
    return Heading(SectionKind.SCHEDULE, number, title, index, last, CHAPTER, "the word Schedule and a number")


def _statement(lines: Lines, index: int, text: str) -> Heading | None:
    pieces = _GAP.split(text) if "   " in text else [text]
    title = next((piece for piece in pieces if is_statement_title(_without_owner(lines, piece))), "")
    last = index + 1
    joined = _joined(lines, index, pieces[0])
    if joined is not None and is_statement_title(joined) and (lines.looks is None or not title or _ands(lines, index)):
        title, last = joined, index + 2
    if not title or title[:3].lower() == "of " or not is_title(title.partition(" (")[0]) or _listed(pieces, text):
        return None
    if lines.words(last) and lines.bare[last][:4].lower() == "data":
        return None
    return Heading(
        SectionKind.STATEMENT, None, title, index, last, CHAPTER, "the title of a statement above a table of figures"
    )


def _without_owner(lines: Lines, text: str) -> str:
    """A title without the company's name before it."""
    begun = _NAMED_AFTER.search(text) if lines.owner else None
    return text[begun.start() :] if begun is not None and lines.company(text[: begun.start()].strip()) else text


def _ands(lines: Lines, index: int) -> bool:
    """Whether the line below goes on with a title: `AND COMPREHENSIVE INCOME`."""
    return lines.bare[index + 1][:4].lower() == "and "


def _listed(pieces: list[str], text: str) -> bool:
    """Whether a title stands in a list with page numbers, and not above columns for years."""
    return has_page(text) and not (len(pieces) > 1 and all(_YEAR.match(piece) for piece in pieces[1:]))


def _notes(lines: Lines, index: int, text: str) -> Heading | None:
    if "note" not in text[:40].lower() or has_page(text):
        return None
    first = _GAP.split(text)[0]
    last = index + 1
    if not is_notes_title(first):
        joined = _joined(lines, index, first)
        if joined is None or not is_notes_title(joined):
            return None
        first, last = joined, index + 2
    if _in_a_list(lines, index):
        return None
    if not is_title(first) or first.endswith((".", '"')):
        return None
    return Heading(
        SectionKind.HEADING,
        None,
        clean(first) + " (continued)" * is_continued(first),
        index,
        last,
        CHAPTER,
        "the title of the notes as a whole",
    )


def _in_a_list(lines: Lines, index: int) -> bool:
    """Whether the lines above name two statements or more, as only a list of them does."""
    above = [lines.bare[at] for at in range(max(0, index - 24), index) if lines.words(at)][-12:]
    return sum(1 for text in above if statement_kind(text) is not None and _lists(text)) > 1


def _lists(text: str) -> bool:
    """Whether a line that names a statement lists it, alone or with its page, and is no row of figures."""
    return _ON_PAGE.search(text) is not None or not has_figures(text)


def _joined(lines: Lines, index: int, text: str) -> str | None:
    """This line and the next, where the next may be the rest of a title."""
    if not lines.words(index + 1):
        return None
    after = _GAP.split(lines.bare[index + 1])[0]
    if after[0] in "($" or after[0].isdigit() or len(after) > 75 or not is_title(after):
        return None
    return f"{text} {after}"
