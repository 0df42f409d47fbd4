"""Tells lines that may be Parts, Items, statements, notes, schedules and signatures from other lines, and says why.

One pass over the lines; each line is asked by its first letters only, so that prose costs next to nothing.
"""

from collections.abc import Callable

from core.document.block import WORDS
from core.outline.candidates import Found
from core.outline.item_lines import glued, item_line, part_line
from core.outline.lines import Lines
from core.outline.note_numbers import named_note, numbered_line
from core.outline.title_rules import ask_titles

_TITLE, _FULL = 120, 75
"""Characters of a title at most, and of a full line of running text at least."""
_BEGUN = 9
"""Characters at the beginning of a line in which the word Item or Part stands whole, a mark before it."""
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
        if kinds[index] == words and len(text) < _TITLE and index not in flowing and not _goes_on(lines, index):
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
    return len(above) > _FULL and lines.words(index - 1) and "    " not in above


def _ask_item(found: Found, index: int, text: str) -> None:
    head = text[:_BEGUN].lower()
    if "item" not in head and "i tem" not in head and head[:4] != "tem " and head[:4] != "i t ":
        return
    item = item_line(index, text)
    if item is not None:
        found.items.append(item)


def _ask_part(found: Found, index: int, text: str) -> None:
    if text[:_BEGUN].replace(" ", "").strip("*")[:4].lower() != "part":
        return
    part, item = part_line(index, text)
    if item is not None:
        found.items.append(item)
    if part is not None:
        found.parts.append(part)


def _ask_glued(found: Found, index: int, text: str) -> None:
    """A heading that stands right behind a rule, without a blank."""
    at = glued(text)
    if at and (item := item_line(index, text[at:], at)) is not None:
        found.items.append(item)


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
    **dict.fromkeys(("--", "==", "__"), _ask_glued),
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
