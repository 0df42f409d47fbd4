"""Capitals in the margin, left of the captions: `REVENUE     Net sales`. They head the rows beside them."""

from collections import Counter
from collections.abc import Sequence

from core.tables.text.lines import FIGURES, WORDS, YEARS, TableLine, segments
from core.tables.text.sections import Section

_NARROWEST, _WIDEST = 8, 28
"""Where captions begin when there is a margin with words."""


def without_margin(section: Section) -> Section:
    """A table with the words of its margin, if it has one, as lines of their own before the lines they stand in."""
    start = _caption_start(section.body)
    if not start:
        return section
    body: list[TableLine] = []
    opened, runs = 0, False
    for line in section.body:
        if line.kind < WORDS or line.indent >= start or _crosses(line, start):
            body.append(line)
            runs = False
            continue
        words = line.text[:start].rstrip()
        heading = line._replace(kind=WORDS, text=words, figures=(), weak=(), loose=False, aside=True)
        opened = opened if runs else len(body)
        body.insert(opened, heading)
        opened, runs = opened + 1, True
        if (rest := _rest(line, start)) is not None:
            body.append(rest)
    return Section(section.head, body)


def _caption_start(body: Sequence[TableLine]) -> int:
    """Where captions begin past a margin with words; 0 where there is none."""
    spoken = [line for line in body if line.kind >= WORDS]
    inside = Counter([line.indent for line in spoken if _NARROWEST <= line.indent <= _WIDEST])
    if not inside or 3 * inside.total() < len(spoken):
        return 0
    left = [line for line in spoken if line.indent < 3]
    starts = Counter([parts[1].left for line in left if len(parts := segments(line.text[: _WIDEST + 9])) > 1])
    if not starts:
        return 0
    start, count = starts.most_common(1)[0]
    if count < 3 or inside[start] < 2 or min(inside) < start:
        return 0
    beside = [line for line in spoken if line.indent < start]
    margin = [line for line in beside if not _crosses(line, start)]
    capitals = sum(line.text[:start].upper() == line.text[:start] for line in margin)
    clear = 10 * (len(beside) - len(margin)) <= len(spoken) and 5 * capitals >= 4 * len(margin)
    return start if _NARROWEST <= start <= _WIDEST and clear else 0


def _crosses(line: TableLine, start: int) -> bool:
    """Whether a line's words reach from the margin into the captions."""
    return line.text[start - 2 : start].strip() != ""


def _rest(line: TableLine, start: int) -> TableLine | None:
    """What stands right of the margin; None where nothing does."""
    text = " " * start + line.text[start:]
    bare = text.lstrip()
    if not bare:
        return None
    figures = tuple([token for token in line.figures if token.start >= start])
    weak = tuple([token for token in line.weak if token.start >= start])
    kind = WORDS
    if figures:
        kind = YEARS if all(token.year or token.marks for token in figures) else FIGURES
    return line._replace(kind=kind, text=text, figures=figures, weak=weak, indent=len(text) - len(bare))
