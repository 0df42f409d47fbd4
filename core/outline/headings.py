"""Tells lines that may be Parts, Items, statements, notes, schedules and signatures from other lines, and says why.

One pass over the lines; each line is asked by its first letters only, so that prose costs next to nothing.
"""

import re
from collections.abc import Callable

from core.document.block import WORDS
from core.outline.candidates import Found, ItemLine, PartLine
from core.outline.lines import Lines, has_page, is_title
from core.outline.note_numbers import named_note, numbered_line
from core.outline.numbering import Order, item_numbers, roman
from core.outline.title_rules import ask_titles
from core.outline.titles import (
    clean,
    is_statement_title,
)

_ITEM = re.compile(
    r"[\W_]{0,3}(?:I\s?)?TEMS?\b\s?(?:NO\.?)?\s{0,12}"
    r"(?P<number>\d{1,2}(?:\.\d\d)?\s?(?:(?:[A-C]|(?<=16)[D-K]|(?<=16\s)[D-K])(?![A-Z]))?(?P<again>\((?:T|I{1,3})\))?"
    r"(?:[\s,;&]{0,6}(?:and|through|thru|to|[-\u2013])?[\s,]{0,6}(?:Items?\s)?\d{1,2}(?!\d|\.\d)[A-Ca-c]?\b(?![\s.]*[-/]K)){0,14}|X(?=[.\s:]))"
    r"(?P<part>\s?\([a-zA-Z0-9]\))?\s{0,8}(?P<mark>[.:)\u2013\u2014-]{0,4})\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\W{0,2}P\s?ART\s{1,4}(?P<number>[IVX]{1,4}|[1-4])\b[\s.:,\u2013\u2014*-]*(?P<rest>.*)$", re.IGNORECASE
)
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
            ask_titles(lines, found, index, text)
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
    if text[:4].lower() in ("note", "foot"):
        found.notes += named_note(index, text)


def _ask_numbered(found: Found, index: int, text: str) -> None:
    found.notes += numbered_line(index, text)


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
    **dict.fromkeys(("ii", "iv", "vi", "ix", "xi", "xv", "xx"), _ask_numbered),
    **dict.fromkeys(("no", "fo"), _ask_note),
    "pa": _ask_part,
    "p ": _ask_part,
    "it": _ask_item,
    "te": _ask_item,
    "i ": _ask_item_or_number,
}
"""What asks a line, by its first one or two letters (two in small letters)."""
