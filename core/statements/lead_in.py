"""The lines above a table that title it, and the prose that leads up to it."""

import re
from bisect import bisect_right
from collections.abc import Collection
from typing import NamedTuple

from core.document.block import BLANK, WORDS, Layout
from core.outline.titles import is_statement_title
from core.source import Span
from core.tables.grid import Grid

_LOWER = re.compile(r"\b[a-z]{2,}\b")
_ASIDE = re.compile(r"\([^()]{1,90}\)")
_CELLS = re.compile(r" {3,}")
"""What parts the cells of a row in an HTML document's text."""
_NOTE = re.compile(r"(?:note \d{1,2}\b|\d{1,2}\. )\W{0,3}[a-z]", re.IGNORECASE)
"""How the heading of a note begins."""
_ENDS_STATEMENT = re.compile(
    r"(?i)\W*(?:\(?see (?:the )?(?:accompanying )?(?:notes|summary)|(?:the )?accompanying notes|see accompanying"
    r"|refer to (?:the )?notes)"
)
"""What stands below a statement, and not above the next one: `See accompanying notes`."""
_TITLES = 12
"""So many short lines stand over a table at most."""
_LONG = 1200
"""Characters. A longer line is no title, and no last paragraph that leads up to a table."""
_LEAD = 9
"""So many lines of the last paragraph are read."""
_REACH, _HEAD = 80, 24
"""So many lines above a table are looked at, and so many of its own before its first row."""
_APART = 400
"""So many lines between two places are looked at."""
_SHORT, _FEW, _SMALL = 45, 7, 0.6
"""A line of prose has at least so many characters and words, and so large a share of its words in small letters."""


class Above(NamedTuple):
    """What stands over a table: `titles` the short lines, from the top; `lead` the prose before or among them; `head`
    the lines of the table itself before its first row. All as printed, white space folded."""

    titles: tuple[str, ...]
    lead: str
    head: tuple[str, ...]

    @property
    def text(self) -> str:
        """Titles and head in one."""
        return " ".join((*self.titles, *self.head))


def is_prose(line: str) -> bool:
    """Whether a line reads as part of a paragraph: long, mostly lower case, not centred."""
    folded = " ".join(line.split())
    if len(folded) < _SHORT or (folded.startswith("(") and folded.endswith(")")):
        return False
    if "(" in folded:
        folded = _ASIDE.sub("", folded)
    words = folded.split()
    return len(words) >= _FEW and len(_LOWER.findall(folded)) >= _SMALL * len(words)


def above(layout: Layout, grid: Grid, floor: int) -> Above:
    """What stands over this table and below offset `floor`, where the one before it ends."""
    starts = layout.source.starts
    first = bisect_right(starts, grid.span.start) - 1
    stop = bisect_right(starts, floor) - 1 if floor else -1
    climb = _climbed(layout, first, max(stop, first - _REACH))
    return Above(tuple(reversed(climb.titles)), " ".join(reversed(climb.lead)), _head(layout, grid, first))


def _climbed(layout: Layout, first: int, stop: int) -> "_Climb":
    """What the lines before line `first` and behind line `stop` say."""
    lines, kinds = layout.source.lines, layout.kinds
    climb = _Climb()
    flowing: Collection[int] = layout.markup.flowing if layout.markup is not None else ()
    rest = ""
    for index in range(first - 1, stop, -1):
        if index in flowing:
            rest = f"{lines[index]} {rest}"
        elif kinds[index] == WORDS:
            if not climb.words(f"{lines[index]} {rest}"):
                break
            rest = ""
        elif kinds[index] == BLANK and not climb.blank():
            break
    return climb


def _head(layout: Layout, grid: Grid, first: int) -> tuple[str, ...]:
    """The lines of words of a table before its first row with figures; `first` is its first line."""
    source, kinds = layout.source, layout.kinds
    body = next((row for row in grid.rows if row.cells), None)
    last = bisect_right(source.starts, body.span.start) - 1 if body is not None else first
    head = [source.lines[at] for at in range(first, min(last, first + _HEAD)) if kinds[at] == WORDS]
    if layout.markup is not None:
        head = [piece for line in head for piece in _CELLS.split(line.strip())]
    return tuple(" ".join(line.split()) for line in head)


class _Climb:
    """Goes up from a table line by line: titles first, then the last paragraph."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.lead: list[str] = []
        self.run = 0
        self.headed = False

    def blank(self) -> bool:
        """An empty line; whether to climb on."""
        self.run = 0
        return not self.lead

    def words(self, line: str) -> bool:
        """A line of words; whether to climb on."""
        if len(line) > _LONG or len(self.titles) >= _TITLES:
            return False
        folded = " ".join(line.split())
        if _ENDS_STATEMENT.match(folded):
            return False
        if self.lead or is_prose(folded):
            if not self.lead:
                self._end_of_paragraph()
            if self.headed:
                self.lead.clear()
                return False
            self.lead.append(folded)
            return len(self.lead) <= _LEAD
        self.titles.append(folded)
        self.run += 1
        self.headed = self.headed or _NOTE.match(folded) is not None
        return True

    def _end_of_paragraph(self) -> None:
        """The short last line of a paragraph is no title."""
        last = self.titles[len(self.titles) - self.run :]
        if self.run == 1 and last[0].endswith((".", ":", ",")) and not is_statement_title(last[0]):
            self.lead.append(self.titles.pop())


def between(layout: Layout, before: Span, after: Span) -> list[str]:
    """The lines of words between two places, white space folded."""
    source = layout.source
    first = bisect_right(source.starts, before.end - 1)
    last = bisect_right(source.starts, after.start) - 1
    return [
        " ".join(source.lines[index].split())
        for index in range(first, min(last, first + _APART))
        if layout.kinds[index] == WORDS
    ]
