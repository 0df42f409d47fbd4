"""Lines whose captions reach into the columns and push their figures to the right of them."""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from core.tables.text.lines import TableLine

_FEWEST = 3
"""Lines with like many figures by which the first column is known."""
_MOST = 0.34
"""Of all those lines: if more are out of place, there is no place, unless all of these follow right behind their captions."""
_BEHIND = 4
"""Blanks, at most, between a caption and figures that it pushes."""


def in_place(rows: Sequence[TableLine]) -> Sequence[TableLine]:
    """The lines by which columns are found: without those whose words end where other lines have their first figure's end.
    All of them, where that is no exception."""
    usual, times = Counter([len(line.figures) for line in rows]).most_common(1)[0] if rows else (0, 0)
    if usual < 2 or times < _FEWEST:
        return rows
    out = {line.at for line in _out_of_place([line for line in rows if len(line.figures) == usual])}
    return [line for line in rows if line.at not in out] if out else rows


def _out_of_place(lines: Sequence[TableLine]) -> list[TableLine]:
    """Of lines with like many figures those that were pushed aside; none, where that is no exception."""
    edge, there = Counter([line.figures[0].right for line in lines]).most_common(1)[0]
    known = there >= _FEWEST
    aside = _aside(lines, edge if known else median([line.figures[0].right for line in lines]))
    few = len(aside) <= _MOST * len(lines)
    return aside if few or (known and all(map(_follows, aside))) else []


def _aside(lines: Sequence[TableLine], edge: float) -> list[TableLine]:
    """The lines whose words end where the first figure of others does, or farther right."""
    return [line for line in lines if _words_end(line) >= edge]


def _words_end(line: TableLine) -> int:
    """Where the words before the first figure end."""
    return len(line.text[: line.figures[0].start].rstrip())


def _follows(line: TableLine) -> bool:
    """Whether the figures of a line stand right behind its caption."""
    return line.figures[0].start - _words_end(line) <= _BEHIND
