"""The plan of a table: which columns hold figures, which hold words, and where the captions end."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from core.evidence import Recogniser, Rule
from core.figures import NIL, RANGE, Token
from core.tables.text.columns import Homes, Reach, find_columns
from core.tables.text.lines import FIGURES, WORDS, YEARS, TableLine, segments, words_beside
from core.tables.text.pushed_aside import in_place
from core.tables.text.sections import Section

_MOST_LEFT = 3
"""How many columns at the left may turn out to be captions."""
_SIGN_LEFT = 12
"""Characters left of the first column in which its currency signs may stand."""
_OPENING, _COVERED = 0.8, 0.5
"""Shares of a column's figures: with which their lines begin, at least; over which captions of other lines reach."""
_MARGIN, _INDENT = 6, 2
"""Columns of the page: figures that number rows begin no farther in; by how much they may stand past other captions."""
_SPARSE, _SPARSER, _COVERING = 4, 8, 3
"""A column that is so many times emptier than the fullest may be a number within captions: the first where nothing begins
with it, the second where so many times more captions reach over it."""
_FEW = 2
"""Figures that are no column whatever captions do."""
_LEFT_OF, _SAME = 2, 3
"""Characters by which words may begin left of a column of figures, or of a column of words, and still stand in it."""
_WORDY = 0.4
"""Words that begin at one place in so many of the rows make a column of their own."""


class Plan(NamedTuple):
    """Every column of a table from the left; `outer[i]` reaches over currency signs too; `figures[i]` says whether column i
    holds figures. Captions end at `edge`; `homes` are the places in the columns of figures alone."""

    reaches: tuple[Reach, ...]
    outer: tuple[Reach, ...]
    figures: tuple[bool, ...]
    edge: int
    homes: Homes

    @property
    def numbers(self) -> list[int]:
        """The indexes of the columns of figures."""
        return [number for number, holds in enumerate(self.figures) if holds]


def plan(section: Section) -> Plan | None:
    """The plan of a table; None where nothing stands in columns."""
    rows = [line for line in section.body if line.figures]
    homes = _without_captions(find_columns([line.figures for line in in_place(rows)]), rows, section)
    if not homes.columns:
        return None
    words = _word_columns(section.body, homes.columns)
    if words:
        homes = _without_dashes(homes, rows, words)
    return _planned(homes, words, rows) if homes.columns else None


def _planned(homes: Homes, words: Sequence[Reach], rows: Sequence[TableLine]) -> Plan:
    """The plan of these columns of figures and of words."""
    everything = sorted([(reach, True) for reach in homes.columns] + [(reach, False) for reach in words])
    reaches = tuple(reach for reach, _ in everything)
    outer = _outer(Homes(reaches) if words else homes, rows)
    return Plan(reaches, outer, tuple(holds for _, holds in everything), reaches[0].left, homes)


def _without_dashes(homes: Homes, rows: Sequence[TableLine], words: Sequence[Reach]) -> Homes:
    """The columns of figures without those that hold dashes only and lie in columns of words."""
    nil = _nil_columns(homes, rows)
    kept = [
        column
        for at, column in enumerate(homes.columns)
        if at not in nil or not any(reach.left < column.right and column.left < reach.right for reach in words)
    ]
    return Homes(kept)


def _nil_columns(homes: Homes, rows: Sequence[TableLine]) -> set[int]:
    """The columns that hold dashes only."""
    holding = {homes[token.left, token.right] for line in rows for token in line.figures if token.kind is not NIL}
    return set(range(len(homes.columns))) - holding


def _outer(homes: Homes, rows: Sequence[TableLine]) -> tuple[Reach, ...]:
    """The columns with the currency signs that stand left of their figures."""
    reaches = homes.columns
    lefts = [reach.left for reach in reaches]
    for token in [token for line in rows for token in line.figures if token.currency]:
        at = homes[token.left, token.right]
        near = token.start >= (reaches[at - 1].right if at else reaches[0].left - _SIGN_LEFT)
        if near:
            lefts[at] = min(lefts[at], token.start)
    return tuple([Reach(left, reach.right, reach.filled) for reach, left in zip(reaches, lefts, strict=True)])


class Leftmost(NamedTuple):
    """The leftmost of several columns of figures: its figures with their lines, how many of them begin their lines, and
    how many figures the fullest column has."""

    column: Reach
    inside: Sequence[tuple[TableLine, Token]]
    opening: int
    most: int
    section: Section

    @property
    def left(self) -> int:
        """Where its figures begin."""
        return min(token.left for _, token in self.inside)

    @property
    def right(self) -> int:
        """Where they end."""
        return max(token.right for _, token in self.inside)

    @property
    def headed(self) -> bool:
        """Whether words of the head stand over it."""
        heads = (part for line in self.section.head for part in segments(line.text))
        return any(part.left < self.column.right and self.column.left < part.right for part in heads)

    @property
    def sparse(self) -> bool:
        """Whether it is much emptier than the fullest."""
        return self.column.filled * _SPARSE <= self.most


def _within(first: Leftmost) -> bool | None:
    if first.opening >= _OPENING * len(first.inside) and first.inside:
        return None
    return _within_captions(first)


def _within_captions(first: Leftmost) -> bool:
    column = first.column
    emptier, amounts = column.filled * _SPARSER <= first.most, first.opening or not first.sparse
    if amounts and not emptier:
        return False
    covered = _words_over(column.left, column.right, first.section)
    if emptier and covered >= _COVERING * column.filled:
        return True
    uncovered = len(first.inside) > _FEW and covered < 2 * len(first.inside)
    return not (amounts or uncovered or first.headed)


def _captions_reach_over(first: Leftmost) -> bool | None:
    most = max(1, _COVERED * len(first.inside))
    return True if _words_over(first.left, first.right, first.section) > most else None


def _has_currency(first: Leftmost) -> bool | None:
    signed = any(token.currency for _, token in first.inside if token.kind is not RANGE)
    return _within_captions(first) if signed else None


def _years(first: Leftmost) -> bool | None:
    return True if all(token.year or token.kind is RANGE for _, token in first.inside) else None


def _year_above(first: Leftmost) -> bool | None:
    years = (line.figures[0] for line in first.section.head if line.kind is YEARS)
    over = any(year.left < first.right and first.left < year.right for year in years)
    return _within_captions(first) if over else None


def _at_margin(first: Leftmost) -> bool | None:
    body, left = first.section.body, first.left
    captions = [line.indent for line in body if line.kind is WORDS]
    captions += [line.indent for line in body if line.figures and line.figures[0].start > line.indent]
    return True if left <= _MARGIN and (not captions or left <= min(captions) + _INDENT) else None


NAMES_ROWS: Recogniser[Leftmost, bool] = Recogniser(
    "names-rows",
    "Is the leftmost column of figures a part of the captions: years, numbers of a list, a number in a caption?",
    (
        Rule(
            "within-lines",
            4,
            "Figures that do not begin their lines are amounts unless captions cover them.",
            _within,
        ),
        Rule(
            "captions-reach-over",
            4,
            "Figures over which other captions reach are ends of captions.",
            _captions_reach_over,
        ),
        Rule("currency", 4, "What has a currency sign names nothing.", _has_currency),
        Rule("years", 3, "Years and ranges at the left name the rows.", _years),
        Rule("year-above", 3, "Figures below a year of the head are amounts.", _year_above),
        Rule("margin", 2, "Numbers at the margin, left of other captions, are numbers of a list.", _at_margin),
        Rule("sparse", 2, "A number or two where captions stand are of the captions.", _within_captions),
    ),
)


def _without_captions(homes: Homes, rows: Sequence[TableLine], section: Section) -> Homes:
    """The columns of figures without those that are captions, or lie in captions: years at the left, a stray number."""
    for _ in range(_MOST_LEFT):
        if len(homes.columns) < 2 or not NAMES_ROWS.decide(_leftmost(homes, rows, section)):
            break
        homes = Homes(homes.columns[1:])
    if len(homes.columns) == 1 and all(token.year for line in rows for token in line.figures):
        return Homes([])
    return homes


def _leftmost(homes: Homes, rows: Sequence[TableLine], section: Section) -> Leftmost:
    columns = homes.columns
    first, limit = columns[0], columns[1].left
    inside = [
        (line, token)
        for line in rows
        for token in line.figures
        if token.left < limit and homes[token.left, token.right] == 0
    ]
    opening = sum([token.start <= line.indent for line, token in inside])
    return Leftmost(first, inside, opening, max(column.filled for column in columns), section)


def _words_over(left: int, right: int, section: Section) -> int:
    """How many captions reach over these columns of the page."""
    count = 0
    for line in section.body:
        if line.kind is FIGURES and line.indent < left:
            count += len(line.text[: line.figures[0].start].rstrip(" .$")) >= right
        elif line.kind is WORDS and line.indent < left:
            count += len(segments(line.text)[0].text) + line.indent >= right
    return count


def _word_columns(body: Sequence[TableLine], columns: Sequence[Reach]) -> list[Reach]:
    """Columns of words: where words begin at one place in many lines, past the captions."""
    rows = sum(line.kind is FIGURES for line in body)
    found: list[Reach] = []
    for reach in _beginnings(body):
        before = found[-1] if found else Reach(-_SAME - 1, -1, 0)
        if reach.left < before.right - 1 and reach.filled < before.filled:
            continue
        if reach.left <= before.left + _SAME:
            found[-1] = Reach(before.left, max(before.right, reach.right), before.filled + reach.filled)
        else:
            found.append(reach)
    least = max(2, _WORDY * rows)
    return [reach for reach in found if reach.filled >= least and _clear(reach, columns)]


def _beginnings(body: Sequence[TableLine]) -> list[Reach]:
    """Where words begin past the captions, from the left; how often, and how far they reach."""
    starts: Counter[int] = Counter()
    ends: dict[int, int] = {}
    for line in body:
        parts = words_beside(line) if line.loose else []
        for part in parts[line.text[: parts[0].left].strip() == "" :] if parts else ():
            starts[part.left] += 1
            ends[part.left] = max(ends.get(part.left, 0), part.right)
    return [Reach(left, ends[left], starts[left]) for left in sorted(starts)]


def _clear(reach: Reach, columns: Sequence[Reach]) -> bool:
    """Whether words do not begin over a column of figures."""
    return not any(column.left - _LEFT_OF <= reach.left < column.right for column in columns)
