"""Capitals in the margin, left of the captions: `REVENUE     Net sales`. They head the rows beside them."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from core.evidence import Recogniser, Rule
from core.tables.captions import asks_for_more
from core.tables.text.lines import BLANK, FIGURES, WORDS, YEARS, TableLine, segments
from core.tables.text.sections import Section

_NARROWEST, _WIDEST = 8, 28
"""Columns past the leftmost words where captions begin when there is a margin with words."""
_SEARCHED = 37
"""Columns past the leftmost words in which the margin and the beginning of the captions lie."""
_AT_LEFT = 3
"""Columns past the leftmost words. What begins farther left is in the margin."""
_LEAST_BESIDE, _LEAST_INSIDE = 3, 2
"""Lines: with words of the margin beside a caption; of captions alone that begin where those do."""
_INSIDE, _CROSSING, _CAPITALS = 1 / 3, 1 / 10, 4 / 5
"""Shares: of all lines, those that begin where captions do, at least; those that begin in the margin and reach into the
captions, at most; of the words in the margin, those in capitals, at least."""


_SET_OUT = 4
"""Columns by which totals may stand farther left than other captions."""


class Margin(NamedTuple):
    """A table's body whose captions may begin at `start`: its lines with words, the leftmost of them at `left`, how many begin
    at each place where captions may, and how many have a caption at `start` beside words of the margin."""

    spoken: Sequence[TableLine]
    left: int
    inside: Counter[int]
    start: int
    beside: int
    set_out: int
    """Columns by which totals may stand farther left."""

    @property
    def edge(self) -> int:
        """Where the captions begin that are set out."""
        return min(self.start, *self.inside)


def _few_inside(margin: Margin) -> bool | None:
    return False if margin.inside.total() < _INSIDE * len(margin.spoken) else None


def _few_beside(margin: Margin) -> bool | None:
    few = margin.beside < _LEAST_BESIDE or margin.inside[margin.start] < _LEAST_INSIDE
    return False if few or not _NARROWEST <= margin.start - margin.left <= _WIDEST else None


def _captions_left(margin: Margin) -> bool | None:
    return False if margin.edge < margin.start - margin.set_out else None


def _margin_names_rows(margin: Margin) -> bool | None:
    """Figures beside words of the margin and no caption between them: these words are the caption."""
    beside = (line for line in margin.spoken if line.indent < margin.edge)
    firsts = ((line, next((one.start for one in line.figures if one.start >= margin.start), 0)) for line in beside)
    return False if any(first and not line.text[margin.start : first].strip(". $") for line, first in firsts) else None


def _words_cross(margin: Margin) -> bool | None:
    crossing = [line for line in margin.spoken if line.indent < margin.edge and _crosses(line, margin.start)]
    return False if len(crossing) > _CROSSING * len(margin.spoken) else None


def _small_letters(margin: Margin) -> bool | None:
    start, edge = margin.start, margin.edge
    words = [line.text[:start] for line in margin.spoken if line.indent < edge and not _crosses(line, start)]
    return None if sum(text.upper() == text for text in words) >= _CAPITALS * len(words) else False


MARGIN: Recogniser[Margin, bool] = Recogniser(
    "margin",
    "Do words stand in the margin, left of the captions?",
    (
        Rule("few-inside", 5, "A third of the lines begin where captions do.", _few_inside),
        Rule("few-beside", 5, "Several captions have words of the margin beside them, at one place.", _few_beside),
        Rule(
            "captions-left",
            4,
            "No caption begins between the margin and the others, but for totals that are set out.",
            _captions_left,
        ),
        Rule("names-rows", 4, "No figures stand beside words of the margin without a caption.", _margin_names_rows),
        Rule("words-cross", 4, "Words of the margin end before the captions begin.", _words_cross),
        Rule("small-letters", 3, "They are printed in capitals.", _small_letters),
        Rule("margin", 3, "What stands so beside captions is the margin.", lambda _: True),
    ),
)


def without_margin(section: Section) -> Section:
    """A table with the words of its margin, if it has one, as lines of their own before the lines they stand in."""
    margin = _margin(section.body)
    if margin is None:
        return section
    start, edge = margin.start, margin.edge
    body: list[TableLine] = []
    opened, runs, alone = 0, False, ""
    for line in section.body:
        if line.kind < WORDS or line.indent >= edge or _crosses(line, start):
            body.append(line)
            runs = False
            continue
        rest = _rest(line, start)
        heading = _heading(line, start, apart=runs and rest is not None and _is_whole(alone))
        opened = opened if runs else len(body)
        body[opened:opened] = heading
        opened, runs, alone = opened + len(heading), True, heading[-1].text if rest is None else ""
        if rest is not None:
            body.append(rest)
    return section._replace(body=body)


def _heading(line: TableLine, start: int, *, apart: bool) -> list[TableLine]:
    """The words of a line in the margin as a line, an empty one before it where they are `apart` from those above."""
    words = line._replace(kind=WORDS, text=line.text[:start].rstrip(), figures=(), weak=(), loose=False, aside=True)
    return [words._replace(kind=BLANK, text="", aside=False), words] if apart else [words]


def _is_whole(words: str) -> bool:
    """Whether words that stand alone in a line of the margin are a heading by themselves."""
    return bool(words) and not asks_for_more(words)


def _margin(body: Sequence[TableLine]) -> Margin | None:
    """The margin of a table with words in it; None where there is none."""
    spoken = [line for line in body if line.kind >= WORDS]
    left = min((line.indent for line in spoken), default=0)
    inside = Counter([line.indent for line in spoken if _NARROWEST <= line.indent - left <= _WIDEST])
    starts = _beside_margin(spoken, left) if inside else []
    numbered = bool(starts) and _numbers(spoken, left)
    if not starts or (numbered and left >= _AT_LEFT):
        return None
    set_out = 0 if numbered else _SET_OUT
    margin = Margin(spoken, left, inside, *_start(starts, set_out), set_out)
    return margin if MARGIN.decide(margin) else None


class _Start(NamedTuple):
    """Where captions begin, and how many begin there beside words of the margin, or a little farther in: a caption's rest."""

    start: int
    beside: int


def _start(starts: Sequence[int], set_out: int) -> _Start:
    """The place where most captions beside the margin begin, or a little left of it."""
    usual = Counter(starts).most_common(1)[0][0]
    start = min(one for one in starts if usual - set_out <= one <= usual)
    return _Start(start, sum(start <= one <= start + set_out for one in starts))


def _numbers(spoken: Sequence[TableLine], left: int) -> bool:
    """Whether what stands in the margin are numbers of a list."""
    words = [line.text.lstrip()[:1] for line in spoken if line.indent < left + _AT_LEFT]
    return 2 * sum(map(str.isdigit, words)) > len(words)


def _beside_margin(spoken: Sequence[TableLine], left: int) -> list[int]:
    """Where the second words of lines begin whose first stand in the margin."""
    parted = (segments(line.text[: left + _SEARCHED]) for line in spoken if line.indent < left + _AT_LEFT)
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
