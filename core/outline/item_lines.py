"""Reads lines that begin with the word Item and a number, in the ways in which filers set them, or with the word Part."""

import re
from typing import NamedTuple

from core.outline.candidates import ItemLine, PartLine
from core.outline.lines import has_page, is_title
from core.outline.numbering import ItemNumber, Order, item_numbers, roman
from core.outline.titles import clean, is_statement_title

_WORD = r"[\W_]{0,3}(?:I\s?)?TEMS?(?:\b|(?=\d))\s?(?:NO\.?)?\s{0,12}"
_LETTER = r"\s?(?:(?:[A-C]|(?<=16)[D-K]|(?<=16\s)[D-K])(?:(?![A-Z])|(?=T(?![A-Z]))))?"
_AGAIN = r"(?P<again>\s?\((?:T|I{1,3})\)|-?T(?![A-Z]))?"
"""The mark of a temporary Item (`9A(T)`), or of the second that has a number (`5(II)`)."""
_JOIN = (
    r"(?:\.(?=\s{1,3}(?:and|&)\s{1,3}Items?\s))?[\s,;&]{0,6}(?:and|through|thru|to|[-\u2013])?[\s,]{0,6}(?:Items?\s)?"
)
_MORE = rf"(?:{_JOIN}\d{{1,2}}(?!\d|\.\d)[A-C]?\b(?![\s.]*[-/]K))"
_DECIMALS = r"\d{1,2}\.\d\d(?:[\s,;]{0,3}(?:and|&|,)\s{0,3}(?:Items?\s)?\d{1,2}\.\d\d(?!\d)){1,5}"
_AB = r"11[0-2]\d(?:\([a-z]\)){0,2}(?:\(\d\)){0,2}"
"""An Item of Regulation AB: asset-backed issuers answer those behind the Items of their form."""
_ROMAN = r"(?:I{1,3}|IV|VI{0,3}|IX|X)(?=[.:)\s])"
_ITEM = re.compile(
    rf"{_WORD}(?P<number>{_AB}|{_DECIMALS}|\d{{1,2}}(?:\.\d\d)?{_LETTER}{_AGAIN}{_MORE}{{0,14}}|{_ROMAN})"
    r"(?P<rule>\s+of\s+Regulation\s+AB)?(?P<sub>[\s.]{0,2}\([a-zA-Z0-9]\))?\s{0,8}(?P<mark>[.:)\u2013\u2014-]{0,4})\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\W{0,2}(?:P\s?ART\s{1,4}(?P<number>[IVX]{1,4}|[1-4])\b|P\sA\sR\sT\s{1,4}(?P<spaced>(?:[IVX]\s?){1,4})(?!\w))"
    r"[\s.:,\u2013\u2014*-]*(?P<rest>.*)$",
    re.IGNORECASE,
)
_SECOND = re.compile(
    r"(?P<first>\S.*?)[\s,;.]{1,3}(?:and|&)\s{1,3}Item\s{1,3}(?P<number>\d{1,2}[A-C]?)[\s.:\u2013\u2014-]{1,4}(?P<title>\S.*)",
    re.IGNORECASE,
)
"""A heading of two Items, each with its number before its title."""
_PAGES = re.compile(r"(?:\s{2,}|[\s.]{3,})(?:(?:Pages?|pp?\.)\s?\d[\d\s,;&-]*|Not applicable\.?|N/A)$", re.IGNORECASE)
"""The pages of an entry of a cross-reference index, or what stands in their place."""
_ENTRY = re.compile(r"\d\s+Item\s+\d", re.IGNORECASE)
"""A page number and an Item behind the number of a Part: an entry of a contents page."""
_GLUED = re.compile(r"[-=_]{4,}\s?(?=\w)")
_SPACED = re.compile(r"(?:[A-Za-z] ){3}[A-Za-z]\b")
"""A word of four letters and more that is set with blanks between them."""
_LETTERS = re.compile(r"\b(?:[A-Za-z] )+[A-Za-z]\b")
_BLANKS = re.compile(r"\s{2,}")
_LONGEST, _LONGEST_PART = 240, 160
"""Characters of a line that are looked at."""
_FAR = 14
"""Columns. Words farther behind the number belong to a column of their own, and are no title."""
_PART_TITLE = 70
"""Characters. The title of a Part is no longer."""
_HIGHEST_PART = 4
_AB_DIGITS = 4
"""Figures of the number of an Item of Regulation AB."""
_NO_LETTER = ("(t)", "(i)", "(ii)", "(iii)")
"""Marks in small letters: of a paragraph inside of an Item."""


class PartAndItem(NamedTuple):
    """What a line that begins with the word Part opens: the Part, and the Item named behind it, if one is."""

    part: PartLine | None
    item: ItemLine | None


class SecondItem(NamedTuple):
    """The second Item of a heading of two: the words before it, its number as shown and in order, and its title."""

    before: str
    number: str
    order: Order
    title: str


def item_line(index: int, text: str, begin: int = 0) -> ItemLine | None:
    """Line `index` as one that may open an Item; None where its words are none. `begin`: columns before `text`."""
    shown = closed_up(text[:_LONGEST])
    match = _ITEM.match(shown)
    number = _number(match) if match is not None else None
    if match is None or number is None:
        return None
    rest = _title(match)
    paged = _PAGES.search(rest)
    return ItemLine(
        index,
        number.shown,
        number.first,
        number.last,
        rest[: paged.start()] if paged else rest,
        plain=bool(match["mark"]) or not rest or not rest[0].islower(),
        listed=has_page(text) or paged is not None,
        sub=(match["sub"] or "").strip(" ."),
        roman=match["number"].isalpha() and number.shown != "X",
        spaced=shown != text[:_LONGEST],
        begin=begin,
    )


def _title(match: re.Match[str]) -> str:
    """The words behind a number; none where they stand far off, unless they name a statement."""
    rest = match["rest"]
    far = match.start("rest") - max(match.end("number"), match.end("rule")) > _FAR
    return rest if not far or is_statement_title(rest) else ""


def _number(match: re.Match[str]) -> ItemNumber | None:
    printed = match["number"]
    if printed.isalpha():
        return _in_letters(printed)
    if printed[:_AB_DIGITS].isdigit() and len(printed) >= _AB_DIGITS:
        order = Order(int(printed[:_AB_DIGITS]), printed[_AB_DIGITS:].lower())
        return ItemNumber(printed.lower(), order, order)
    again = match["again"] or ""
    read = item_numbers(printed.replace(again, "") if again else printed)
    if read is None or again.strip() in _NO_LETTER:
        return None
    return read._replace(shown=read.shown + _mark(again, read.first))


def _in_letters(printed: str) -> ItemNumber | None:
    """A Roman number; `X` is that of an Item without one."""
    if printed.upper() == "X":
        return ItemNumber("X", Order(0, ""), Order(0, ""))
    value = roman(printed) if printed.isupper() else 0
    return ItemNumber(str(value), Order(value, ""), Order(value, "")) if value else None


def _mark(again: str, number: Order) -> str:
    """The mark behind a number as it is shown: `9A(T)`, `4T`."""
    mark = again.strip(" -").upper()
    return "(T)" if mark == "T" and number.letter else mark


def second_of(rest: str) -> SecondItem | None:
    """The second Item of a heading of two, in the words behind the number of the first; None where none is named."""
    match = _SECOND.match(rest) if "tem " in rest or "TEM " in rest else None
    if match is None:
        return None
    read = item_numbers(match["number"])
    return None if read is None else SecondItem(match["first"], read.shown, read.first, match["title"])


def part_line(index: int, text: str) -> PartAndItem:
    """What line `index` opens where it begins with the word Part; nothing where it is running text."""
    match = _PART.match(text[:_LONGEST_PART])
    if match is None:
        return PartAndItem(None, None)
    if match["rest"][:4].lower() == "item":
        return _with_item(index, text, match)
    part = _part(index, match, match["rest"], listed=has_page(text))
    return PartAndItem(None if _ENTRY.search(match["rest"]) else part, None)


def _with_item(index: int, text: str, match: re.Match[str]) -> PartAndItem:
    """A line that names an Item behind its Part."""
    at = match.start("rest")
    item = item_line(index, text[at:], at)
    part = _part(index, match, "", listed=has_page(text))
    if item is None or part is None or item.listed or not match["number"]:
        return PartAndItem(part if item is not None else None, item)
    return PartAndItem(part._replace(end=match.end("number")), item)


def _part(index: int, match: re.Match[str], title: str, *, listed: bool) -> PartLine | None:
    """The Part that a line opens; None where the words behind the number are no title."""
    number = roman((match["number"] or match["spaced"]).replace(" ", ""))
    titled = not title or (is_title(title) and len(title) <= _PART_TITLE)
    return PartLine(index, index + 1, number, clean(title), listed) if titled and 1 <= number <= _HIGHEST_PART else None


def glued(text: str) -> int:
    """How many signs of a rule stand right before the words of a line; 0 where none do."""
    match = _GLUED.match(text)
    return match.end() if match else 0


def closed_up(text: str) -> str:
    """A line whose words are set with blanks between their letters (`I T E M  1`) with the words closed up."""
    if text[1:2] != " " or text[3:4] != " " or not _SPACED.match(text):
        return text
    return " ".join(_LETTERS.sub(lambda run: run[0].replace(" ", ""), words) for words in _BLANKS.split(text))
