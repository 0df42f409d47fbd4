"""The columns of a table of boxes: where its figures stand one under the other, and where words do."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from core.evidence import Recogniser, Rule
from core.tables.html.figured import FiguredBox, FiguredRow

_WORDY = 0.4
"""Words that stand past the captions in so many of the rows make a column of their own."""
_left, _right = itemgetter(0), itemgetter(1)
_STRAY = 8
"""A column at the left that is so many times emptier than another one is none."""


class Place(NamedTuple):
    """Columns `[left, right)` of the grid; whether figures stand there, or words."""

    left: int
    right: int
    figures: bool


class Places:
    """The columns of a table from the left; captions begin at `least` and end at `edge`."""

    def __init__(self, found: Sequence[Place], least: int) -> None:
        self.found = tuple(found)
        self.least, self.edge = least, found[0].left
        self._known: dict[tuple[int, int], int] = {}

    def of(self, left: int, right: int) -> int | None:
        """The column that a box over `[left, right)` stands in: the one it shares most with; None where it shares none."""
        key = left, right
        if key not in self._known:
            best, most = -1, 0
            for number in range(*_met(self.found, left, right)):
                place = self.found[number]
                shared = min(right, place.right) - max(left, place.left)
                if shared >= most:
                    best, most = number, shared
            self._known[key] = best
        at = self._known[key]
        return at if at >= 0 else None

    def captions(self, left: int, right: int) -> bool:
        """Whether a box over `[left, right)` is a caption, or begins where captions do."""
        return left < self.edge and (right <= self.edge or left <= self.least)

    def under(self, left: int, right: int) -> tuple[int, int] | None:
        """The first and the last column that words over `[left, right)` stand above; None where they stand above none."""
        first, end = _met(self.found, left, right)
        return (first, end - 1) if first < end else None

    def several(self, left: int, right: int) -> bool:
        """Whether words over `[left, right)` stand above more than one column."""
        under = self.under(left, right)
        return under is not None and under[1] > under[0]

    def nearest(self, left: int, right: int) -> int:
        """The column that is nearest to a box which stands over none."""
        middle = (left + right) / 2
        return min(range(len(self.found)), key=lambda n: abs((self.found[n].left + self.found[n].right) / 2 - middle))


def places(rows: Sequence[FiguredRow]) -> Places | None:
    """The columns of a table; None where no figure stands past its captions."""
    least = min((each.box.left for row in rows for each in row.boxes), default=0)
    counted = Counter(
        [
            (each.box.left, each.box.right)
            for row in rows
            for each in row.boxes
            if each.token is not None and (each.box.left > least or _alone(row, each))
        ]
    )
    numbers = _joined(counted)
    numbers = _without_captions(numbers, rows, least)
    numbers = _without_strays(numbers, counted, rows, least)
    numbers = _without_marks(numbers, rows)
    if not numbers:
        return None
    words = _word_columns(rows, numbers, least)
    every = sorted([Place(*pair, figures=pair in numbers) for pair in (*numbers, *words)])
    return Places(every, least)


def _alone(row: FiguredRow, each: FiguredBox) -> bool:
    """Whether a figure at the far left is followed by other figures only, as in a table without captions."""
    return (
        row.boxes[0] is each
        and each.number
        and all(other.token is not None for other in row.boxes)
        and len(row.boxes) > 1
    )


def _joined(counted: Counter[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places of figures, those that overlap joined, the frequent ones first; one over several columns makes none."""
    found: list[tuple[int, int]] = []
    for (left, right), _ in sorted(counted.items(), key=lambda entry: (-entry[1], entry[0][1] - entry[0][0], entry[0])):
        first, end = _met(found, left, right)
        if first == end:
            found.insert(first, (left, right))
        elif end == first + 1:
            found[first] = min(left, found[first][0]), max(right, found[first][1])
    return found


def _met(found: Sequence[tuple[int, ...]], left: int, right: int) -> tuple[int, int]:
    """Which of these places, apart and from the left, lie over `[left, right)`: the first, and one past the last."""
    first = bisect_right(found, left, key=_right)
    return first, max(first, bisect_left(found, right, key=_left))


def _filled(found: Sequence[tuple[int, int]], counted: Counter[tuple[int, int]]) -> list[int]:
    """How many boxes stand in each of these places."""
    counts = [0] * len(found)
    for (left, right), boxes in counted.items():
        for number in range(*_met(found, left, right)):
            counts[number] += boxes
    return counts


class Leftmost(NamedTuple):
    """The leftmost column of figures, where captions begin: the boxes in it of rows with figures beside it, and whether
    other columns of figures are."""

    inside: Sequence[FiguredBox]
    alone: bool

    @property
    def tokens(self) -> list[FiguredBox]:
        """Its figures."""
        return [each for each in self.inside if each.token is not None]


def _only_column(first: Leftmost) -> bool | None:
    return True if first.alone and len(first.tokens) < len(first.inside) else None


def _captions_too(first: Leftmost) -> bool | None:
    return True if len(first.inside) - len(first.tokens) > 1 else None


def _years(first: Leftmost) -> bool | None:
    return True if 2 * sum(each.year for each in first.tokens) > len(first.tokens) else None


NAMES_ROWS: Recogniser[Leftmost, bool] = Recogniser(
    "names-rows-of-boxes",
    "Is a column of figures where captions begin what names the rows?",
    (
        Rule("only-column", 4, "A single column with words in it holds captions.", _only_column),
        Rule("captions-too", 3, "So does one with several words.", _captions_too),
        Rule("years", 3, "Years at the left name the rows.", _years),
    ),
)


def _without_captions(numbers: list[tuple[int, int]], rows: Sequence[FiguredRow], least: int) -> list[tuple[int, int]]:
    """The columns of figures without the leftmost where it is what names the rows: years, numbers of a list."""
    if not numbers or numbers[0][0] > least:
        return numbers
    told = [row for row in rows if len(row.figures) > 1] or rows
    inside = [each for row in told for each in row.boxes if _over(each, numbers[0])]
    return numbers[1:] if NAMES_ROWS.decide(Leftmost(inside, len(numbers) == 1)) else numbers


def _over(each: FiguredBox, place: tuple[int, int]) -> bool:
    """Whether a box reaches over a place."""
    return each.box.left < place[1] and place[0] < each.box.right


def _without_strays(
    numbers: list[tuple[int, int]], counted: Counter[tuple[int, int]], rows: Sequence[FiguredRow], least: int
) -> list[tuple[int, int]]:
    """The columns of figures without those at the left that are only a number or two within captions, and have no head."""
    filled = _filled(numbers, counted)
    while len(numbers) > 1 and filled[0] * _STRAY <= max(filled) and not _headed(numbers, rows, least):
        numbers, filled = numbers[1:], filled[1:]
    return numbers


def _headed(numbers: list[tuple[int, int]], rows: Sequence[FiguredRow], least: int) -> bool:
    """Whether words above the first figures stand over the leftmost column alone."""
    for row in rows:
        if any(each.number for each in row.boxes):
            return False
        if any(_met(numbers, each.box.left, each.box.right) == (0, 1) for each in row.boxes if each.box.left > least):
            return True
    return False


def _without_marks(numbers: list[tuple[int, int]], rows: Sequence[FiguredRow]) -> list[tuple[int, int]]:
    """The columns of figures without those in which footnote marks stand and nothing else, not even a head: `(1)`, `(2)`."""
    marks = [at > 0 for at in range(len(numbers))]
    for row in rows:
        for each in row.boxes:
            first, end = _met(numbers, each.box.left, each.box.right)
            if end == first + 1 and (each.token is None or each.token.percent or not each.token.mark_like):
                marks[first] = False
    return [pair for pair, mark in zip(numbers, marks, strict=True) if not mark]


def _word_columns(rows: Sequence[FiguredRow], numbers: list[tuple[int, int]], least: int) -> list[tuple[int, int]]:
    """Columns of words: where, beside a caption and off the figures, words stand in many rows."""
    counted: Counter[tuple[int, int]] = Counter()
    figures = 0
    for row in rows:
        told = any(each.number for each in row.boxes)
        figures += told
        for each in row.boxes[1:] if told else ():
            left, right = each.box.left, each.box.right
            if left > least and each.token is None:
                first, end = _met(numbers, left, right)
                if first == end:
                    counted[left, right] += 1
    found = _joined(counted)
    filled = zip(found, _filled(found, counted), strict=True)
    return [pair for pair, count in filled if count >= max(2, _WORDY * figures)]
