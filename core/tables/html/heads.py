"""The head of a table of boxes: over which columns words stand, by the columns that their cells reach over."""

import re
from collections.abc import Sequence

from core.source import Cite, Span
from core.tables.grid import GridColumn
from core.tables.heads import Head, Over, Placed, says_units, without_mark
from core.tables.html.columns import Place, Places
from core.tables.html.figured import FiguredBox, FiguredRow
from core.tables.lexicon import Lexicon

_WRAPPED = re.compile(r"(?<=[a-z])- (?=[a-z])")
"""A word broken at a hyphen inside of a cell."""
_LONGEST = 1_000
"""Characters. What is longer is no head, wherever it stands."""


def read_head(rows: Sequence[FiguredRow], places: Places, lexicon: Lexicon) -> Head:
    """What the rows of a head say of each column, from the top."""
    placed = Placed()
    for line, row in enumerate(rows):
        boxes = [each for each in row.boxes if len(each.box.text) <= _LONGEST]
        placed.words[line] = [each.box.text for each in boxes]
        _place(placed, line, boxes, places, lowest=line + 1 == len(rows))
    return placed.head(len(places.found), lexicon)


def _place(placed: Placed, line: int, boxes: Sequence[FiguredBox], places: Places, *, lowest: bool) -> None:
    """Puts the boxes of one row over their columns, or over the captions."""
    beside = [places.captions(each.box.left, each.box.right) for each in boxes]
    named = [each for each, captions in zip(boxes, beside, strict=True) if not captions]
    top = len(named) == 1 and not lowest
    for each, captions in zip(boxes, beside, strict=True):
        first, last = (0, 0) if captions else _columns(each, named, places)
        if captions or says_units(each.box.text, last - first + 1, len(places.found), top=top):
            placed.stubs.setdefault(line, []).append(each.box.text)
        else:
            span = Span(each.box.start, each.box.start + len(each.box.text))
            placed.over.append(Over(line, first, last, without_mark(_WRAPPED.sub("", each.words)), span))


def _columns(each: FiguredBox, row: Sequence[FiguredBox], places: Places) -> tuple[int, int]:
    """The first and the last column that words stand over: those that no other words of their row are more over."""
    under = places.under(each.box.left, each.box.right)
    if under is None:
        return (places.nearest(each.box.left, each.box.right),) * 2
    if under[0] == under[1]:
        return under
    own = [n for n in range(under[0], under[1] + 1) if _most_over(each, row, places.found[n])]
    return (own[0], own[-1]) if own else under


def _most_over(each: FiguredBox, row: Sequence[FiguredBox], place: Place) -> bool:
    """Whether no other words of a row reach over more of a column."""
    most = _shared(each, place)
    return all(other is each or _shared(other, place) <= most for other in row)


def _shared(each: FiguredBox, place: Place) -> int:
    """Over how much of a column words reach."""
    return min(each.box.right, place.right) - max(each.box.left, place.left)


def column(document: int, place: Place, heads: tuple[str, ...], spans: tuple[Span, ...]) -> GridColumn:
    """A column with its head."""
    return GridColumn(" ".join(heads), heads, Cite(document, spans) if spans else None, place.left, place.right)
