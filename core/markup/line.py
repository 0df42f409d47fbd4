"""One line of a document as it is written word by word: its text, and where each run of it comes from."""

import re
from typing import Any, NamedTuple

from core.markup.css import BOLD, CAPITALS, ITALIC, RAISED, UNDERLINED

_GONE: dict[int, str | None] = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD))
_C1 = {code: bytes([code]).decode("windows-1252", "replace").replace("\ufffd", "") for code in range(0x80, 0xA0)}
_ODD = {**_GONE, **_C1}
_IS_ODD = re.compile("[\x80-\x9f\xad\u200b-\u200d\u2060\ufeff]")
_HARD = "\xa0"
_HARD_POINTS = 2.5
"""Points that a hard blank before the first word moves it to the right."""
_MOST = 0.9
"""A line is set in a way if so much of it is."""

Element = Any
"""An element of lxml's tree."""


class Run:
    """A text node with something to see: the element it is the text (or the tail) of, and where it begins in its line."""

    __slots__ = ("at", "element", "tail")

    def __init__(self, at: int, element: Element, tail: bool) -> None:
        self.at = at
        self.element = element
        self.tail = tail


class Line:
    """A line: its pieces so far, and when it is placed its `offset` in the document's text.

    `gap`: whether a blank line stands before it; `indent` its distance from the left in points; `raised` where a
    superscript at its end begins (-1: nowhere); `typed`: set by hand as on a typewriter, its blanks as they stand; `led`
    how much of its beginning is set apart from the rest.
    """

    __slots__ = (
        "gap",
        "indent",
        "led",
        "length",
        "offset",
        "parts",
        "raised",
        "runs",
        "state",
        "tally",
        "total",
        "typed",
    )

    def __init__(self, gap: int, indent: float, state: int) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.runs: list[Run] = []
        self.gap = gap
        self.indent = indent
        self.state = state
        self.tally: dict[int, int] = {}
        self.total = 0
        self.raised = -1
        self.led = 0
        self.offset = -1
        self.typed = False

    @property
    def text(self) -> str:
        """The whole line."""
        return "".join(self.parts)

    @property
    def look(self) -> int:
        """The bits that nearly all of the line is set in, and those of the block it stands in."""
        if len(self.tally) == 1:
            return self.state | next(iter(self.tally))
        bits = self.state
        for bit in (BOLD, ITALIC, UNDERLINED):
            share = sum(count for state, count in self.tally.items() if state & bit)
            bits = bits | bit if share >= _MOST * self.total and self.total else bits & ~bit
        return bits


class Typed(NamedTuple):
    """A line of a page set as on a typewriter: lines with the columns where they begin, and the empty lines before it."""

    pieces: tuple[tuple[Line, int], ...]
    empty: int


def seen(text: str) -> str:
    """A text node's characters as a browser shows them: no zero-width ones, Windows' own for the codes 128 to 159."""
    return text if text.isascii() or _IS_ODD.search(text) is None else text.translate(_ODD)


def add(line: Line, words: list[str], blank: bool, state: int, element: Element, tail: bool) -> None:
    """Adds the words of one text node, after a blank if there is one."""
    body = " ".join(words)
    if state & CAPITALS:
        body = body.upper()
    if blank and line.length:
        line.parts.append(" ")
        line.length += 1
    if state & RAISED:
        if line.raised < 0:
            line.raised = line.length
    elif line.raised >= 0:
        line.raised = -1
    line.runs.append(Run(line.length, element, tail))
    line.parts.append(body)
    line.length += len(body)
    line.total += len(body)
    how = state & (BOLD | ITALIC | UNDERLINED)
    line.tally[how] = line.tally.get(how, 0) + len(body)
    if how and len(line.tally) == 1:
        line.led = line.length


def hard_indent(text: str) -> float:
    """How far hard blanks at a text's beginning move it to the right, in points."""
    if _HARD not in text[:1] and _HARD not in text[:40]:
        return 0.0
    bare = text.lstrip()
    return _HARD_POINTS * text[: len(text) - len(bare)].count(_HARD)
