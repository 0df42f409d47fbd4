"""The lines above a table that title it, and the prose that leads up to it."""

import re
from bisect import bisect_right
from typing import NamedTuple

from core.document.block import Layout, Line
from core.source import Span
from core.tables.grid import Grid

_LOWER = re.compile(r"\b[a-z]{2,}\b")
_MOST = 18
_TITLES = 12


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
    if len(folded) < 45 or folded.startswith("(") and folded.endswith(")"):
        return False
    words = folded.split()
    return len(words) >= 7 and len(_LOWER.findall(folded)) >= 0.6 * len(words)


def above(layout: Layout, grid: Grid, floor: int) -> Above:
    """What stands over this table and below offset `floor`, where the one before it ends."""
    source, kinds = layout.source, layout.kinds
    first = bisect_right(source.starts, grid.span.start) - 1
    stop = bisect_right(source.starts, floor) - 1 if floor else -1
    titles: list[str] = []
    lead: list[str] = []
    index, seen, blanks = first - 1, 0, 0
    while index > stop and seen < _MOST and len(titles) < _TITLES:
        line = source.lines[index]
        kind = kinds[index]
        if kind == Line.WORDS:
            seen += 1
            if len(line) > 400:
                break
            if is_prose(line) or lead and blanks == 0:
                lead.append(line.strip())
                if len(lead) > 8:
                    break
            elif lead:
                break
            else:
                titles.append(" ".join(line.split()))
            blanks = 0
        elif kind == Line.BLANK:
            blanks += 1
            if lead:
                break
        index -= 1
    last = bisect_right(source.starts, grid.rows[0].span.start) - 1 if grid.rows else first
    head = [" ".join(source.lines[at].split()) for at in range(first, min(last, first + 24)) if kinds[at] == Line.WORDS]
    return Above(tuple(reversed(titles)), " ".join(reversed(lead)), tuple(head))


def between(layout: Layout, before: Span, after: Span) -> list[str]:
    """The lines of words between two places, white space folded."""
    source = layout.source
    first = bisect_right(source.starts, before.end - 1)
    last = bisect_right(source.starts, after.start) - 1
    return [
        " ".join(source.lines[index].split())
        for index in range(first, min(last, first + 400))
        if layout.kinds[index] == Line.WORDS
    ]
