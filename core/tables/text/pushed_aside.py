"""Lines whose captions reach into the columns and push their figures to the right of them."""

from collections import Counter
from collections.abc import Sequence
from statistics import median

from core.tables.text.lines import TableLine

_FEWEST = 3
"""Lines with like many figures by which the first column is known."""
_MOST = 0.34
"""Of all those lines: if more are out of place, there is no place."""


def in_place(rows: Sequence[TableLine]) -> Sequence[TableLine]:
    """The lines by which columns are found: without those whose words end where other lines have their first figure's end.
    All of them, where that is no exception."""
    usual, times = Counter(len(line.figures) for line in rows).most_common(1)[0] if rows else (0, 0)
    if usual < 2 or times < _FEWEST:
        return rows
    edge = median([line.figures[0].right for line in rows if len(line.figures) == usual])
    aside = {line.at for line in rows if len(line.figures) == usual and _words_end(line) >= edge}
    if not aside or len(aside) > _MOST * times:
        return rows
    return [line for line in rows if line.at not in aside]


def _words_end(line: TableLine) -> int:
    """Where the words before the first figure end."""
    return len(line.text[: line.figures[0].start].rstrip())
