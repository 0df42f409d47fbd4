"""Capitals in the margin, left of the captions: `REVENUE     Net sales`. They head the rows beside them."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from core.evidence import Recogniser, Rule
from core.tables.text.lines import FIGURES, WORDS, YEARS, TableLine, segments
from core.tables.text.sections import Section

_NARROWEST, _WIDEST = 8, 28
"""Columns of the page where captions begin when there is a margin with words."""
_SEARCHED = 37
"""Columns in which the margin and the beginning of the captions lie."""
_AT_LEFT = 3
"""Columns. What begins farther left is in the margin."""
_LEAST_BESIDE, _LEAST_INSIDE = 3, 2
"""Lines: with words of the margin beside a caption; of captions alone that begin where those do."""
_INSIDE, _CROSSING, _CAPITALS = 1 / 3, 1 / 10, 4 / 5
"""Shares: of all lines, those that begin where captions do, at least; those that begin in the margin and reach into the
captions, at most; of the words in the margin, those in capitals, at least."""


class Margin(NamedTuple):
    """A table's body whose captions may begin at `start`: its lines with words, how many begin at each place where
    captions may, and how many have a caption at `start` beside words of the margin."""

    spoken: Sequence[TableLine]
    inside: Counter[int]
    start: int
    beside: int


def _few_inside(margin: Margin) -> bool | None:
    return False if margin.inside.total() < _INSIDE * len(margin.spoken) else None


def _few_beside(margin: Margin) -> bool | None:
    few = margin.beside < _LEAST_BESIDE or margin.inside[margin.start] < _LEAST_INSIDE
    return False if few or not _NARROWEST <= margin.start <= _WIDEST else None


def _captions_left(margin: Margin) -> bool | None:
    return False if min(margin.inside) < margin.start else None


def _words_cross(margin: Margin) -> bool | None:
    crossing = [line for line in margin.spoken if line.indent < margin.start and _crosses(line, margin.start)]
    return False if len(crossing) > _CROSSING * len(margin.spoken) else None


def _small_letters(margin: Margin) -> bool | None:
    start = margin.start
    words = [line.text[:start] for line in margin.spoken if line.indent < start and not _crosses(line, start)]
    return None if sum(text.upper() == text for text in words) >= _CAPITALS * len(words) else False


MARGIN: Recogniser[Margin, bool] = Recogniser(
    "margin",
    "Do words stand in the margin, left of the captions?",
    (
        Rule("few-inside", 5, "A third of the lines begin where captions do.", _few_inside),
        Rule("few-beside", 5, "Several captions have words of the margin beside them, at one place.", _few_beside),
        Rule("captions-left", 4, "No caption begins between the margin and the others.", _captions_left),
        Rule("words-cross", 4, "Words of the margin end before the captions begin.", _words_cross),
        Rule("small-letters", 3, "They are printed in capitals.", _small_letters),
        Rule("margin", 3, "What stands so beside captions is the margin.", lambda _: True),
    ),
)


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
    return section._replace(body=body)


def _caption_start(body: Sequence[TableLine]) -> int:
    """Where captions begin past a margin with words; 0 where there is none."""
    spoken = [line for line in body if line.kind >= WORDS]
    inside = Counter([line.indent for line in spoken if _NARROWEST <= line.indent <= _WIDEST])
    starts = _beside_margin(spoken) if inside else []
    if not starts:
        return 0
    start, count = Counter(starts).most_common(1)[0]
    return start if MARGIN.decide(Margin(spoken, inside, start, count)) else 0


def _beside_margin(spoken: Sequence[TableLine]) -> list[int]:
    """Where the second words of lines begin whose first stand in the margin."""
    parted = (segments(line.text[:_SEARCHED]) for line in spoken if line.indent < _AT_LEFT)
    return [parts[1].left for parts in parted if len(parts) > 1]


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
