"""The plan of a table: which columns hold figures, which hold words, and where the captions end."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from core.figures import NIL, RANGE, Token
from core.tables.text.columns import Homes, Reach, find_columns
from core.tables.text.lines import FIGURES, WORDS, YEARS, TableLine, segments, words_beside
from core.tables.text.sections import Section

_AT_MOST = 3
"""How many columns at the left may turn out to be captions."""


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
    homes = find_columns([line.figures for line in rows])
    homes = _without_captions(homes, rows, section)
    columns = homes.columns
    if not columns:
        return None
    words = _word_columns(section.body, columns)
    if words:
        nil = _nil_columns(homes, rows)
        homes = Homes(
            [
                column
                for at, column in enumerate(columns)
                if at not in nil or not any(reach.left < column.right and column.left < reach.right for reach in words)
            ]
        )
        columns = homes.columns
    if not columns:
        return None
    everything = sorted([(reach, True) for reach in columns] + [(reach, False) for reach in words])
    edge = min([columns[0].left, *(reach.left for reach in words)])
    reaches = tuple(reach for reach, _ in everything)
    outer = _outer(Homes(reaches) if words else homes, rows)
    return Plan(reaches, outer, tuple(holds for _, holds in everything), edge, homes)


def _nil_columns(homes: Homes, rows: Sequence[TableLine]) -> set[int]:
    """The columns that hold dashes only."""
    holding = {homes[token.left, token.right] for line in rows for token in line.figures if token.kind is not NIL}
    return set(range(len(homes.columns))) - holding


def _outer(homes: Homes, rows: Sequence[TableLine]) -> tuple[Reach, ...]:
    """The columns with the currency signs that stand left of their figures."""
    reaches = homes.columns
    signed = [token for line in rows for token in line.figures if token.currency]
    if not signed:
        return tuple(reaches)
    lefts = [reach.left for reach in reaches]
    for token in signed:
        if token.start >= reaches[0].left - 12:
            at = homes[token.left, token.right]
            if not at or token.start >= reaches[at - 1].right:
                lefts[at] = min(lefts[at], token.start)
    return tuple([Reach(left, reach.right, reach.filled) for reach, left in zip(reaches, lefts, strict=True)])


def _without_captions(homes: Homes, rows: Sequence[TableLine], section: Section) -> Homes:
    """The columns of figures without those that are captions, or lie in captions: years at the left, a stray number."""
    for _ in range(_AT_MOST):
        columns = homes.columns
        if len(columns) < 2:
            break
        first, limit = columns[0], columns[1].left
        inside = [
            (line, token)
            for line in rows
            for token in line.figures
            if token.left < limit and homes[token.left, token.right] == 0
        ]
        opening = sum([token.start <= line.indent for line, token in inside])
        if not (_captions(inside, opening, section) or _stray(first, columns, inside, opening, section)):
            break
        homes = Homes(columns[1:])
    if len(homes.columns) == 1 and all(token.year for line in rows for token in line.figures):
        return Homes([])
    return homes


def _captions(inside: Sequence[tuple[TableLine, Token]], opening: int, section: Section) -> bool:
    """Whether a column at the left is what names the rows: years, ranges, numbers under `<S>`, the end of a caption."""
    if opening < 0.8 * len(inside) or not inside:
        return False
    left, right = min(token.left for _, token in inside), max(token.right for _, token in inside)
    if _words_over(left, right, section) > max(1, 0.5 * len(inside)):
        return True
    if any(token.currency for _, token in inside if token.kind is not RANGE):
        return False
    if all(token.year or token.kind is RANGE for _, token in inside):
        return True
    if any(
        line.kind is YEARS and line.figures[0].left < right and left < line.figures[0].right for line in section.head
    ):
        return False
    captions = [line.indent for line in section.body if line.kind is WORDS]
    captions += [line.indent for line in section.body if line.figures and line.figures[0].start > line.indent]
    return left <= 6 and (not captions or left <= min(captions) + 2)


def _words_over(left: int, right: int, section: Section) -> int:
    """How many captions reach over these columns of the page."""
    count = 0
    for line in section.body:
        if line.kind is FIGURES and line.indent < left:
            count += len(line.text[: line.figures[0].start].rstrip(" .$")) >= right
        elif line.kind is WORDS and line.indent < left:
            count += len(segments(line.text)[0].text) + line.indent >= right
    return count


def _stray(
    first: Reach, columns: Sequence[Reach], inside: Sequence[tuple[TableLine, Token]], opening: int, section: Section
) -> bool:
    """Whether the leftmost column is only a number or two within captions."""
    most = max(column.filled for column in columns)
    if first.filled * 8 <= most and _words_over(first.left, first.right, section) >= 3 * first.filled:
        return True
    if opening or first.filled * 4 > most:
        return False
    if len(inside) > 2 and _words_over(first.left, first.right, section) < 2 * len(inside):
        return False
    return not any(
        part.left < first.right and first.left < part.right for line in section.head for part in segments(line.text)
    )


def _word_columns(body: Sequence[TableLine], columns: Sequence[Reach]) -> list[Reach]:
    """Columns of words: where words begin at one place in many lines, past the captions."""
    starts: Counter[int] = Counter()
    ends: dict[int, int] = {}
    rows = 0
    for line in body:
        rows += line.kind is FIGURES
        if not line.loose:
            continue
        parts = words_beside(line)
        for part in parts[line.text[: parts[0].left].strip() == "" :] if parts else ():
            starts[part.left] += 1
            ends[part.left] = max(ends.get(part.left, 0), part.right)
    found: list[Reach] = []
    for left in sorted(starts):
        if found and left < found[-1].right - 1 and starts[left] < found[-1].filled:
            continue
        if found and left <= found[-1].left + 3:
            before = found[-1]
            found[-1] = Reach(before.left, max(before.right, ends[left]), before.filled + starts[left])
        else:
            found.append(Reach(left, ends[left], starts[left]))
    return [reach for reach in found if reach.filled >= max(2, 0.4 * rows) and _clear(reach, columns)]


def _clear(reach: Reach, columns: Sequence[Reach]) -> bool:
    """Whether words do not begin over a column of figures."""
    return not any(column.left - 2 <= reach.left < column.right for column in columns)
