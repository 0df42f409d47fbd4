"""The head of a table of boxes: which words stand over which columns, and what stands over the captions."""

import re
from collections.abc import Sequence

from core.source import Cite, Span
from core.tables.grid import GridColumn
from core.tables.html.columns import Place, Places
from core.tables.html.figured import FiguredRow
from core.tables.text.heads import Head

_UNITS = re.compile(r"(?i)thousand|million|billion|dollar|unaudited|per share")
_WRAPPED = re.compile(r"(?<=[a-z])- (?=[a-z])")
"""A word broken at a hyphen."""
_LONGEST = 1_000
"""Characters. What is longer is no head, wherever it stands."""


def read_head(rows: Sequence[FiguredRow], places: Places) -> Head:
    """What the rows of a head say of each column, from the top."""
    heads: list[list[str]] = [[] for _ in places.found]
    spans: list[list[Span]] = [[] for _ in places.found]
    stub: list[str] = []
    words: list[str] = []
    for row in rows:
        for each in row.boxes:
            box = each.box
            if len(box.text) > _LONGEST:
                continue
            words.append(box.text)
            under = places.under(box.left, box.right)
            first, last = under if under is not None else (places.nearest(box.left, box.right),) * 2
            if places.captions(box.left, box.right) or (last > first and _says_units(box.text)):
                stub.append(box.text)
                continue
            for number in range(first, last + 1):
                heads[number].append(_WRAPPED.sub("", box.text))
                spans[number].append(Span(box.start, box.start + len(box.text)))
    return Head(tuple(map(tuple, heads)), tuple(map(tuple, spans)), " ".join(stub), " ".join(words))


def _says_units(text: str) -> bool:
    """Whether words over several columns say what all the figures count: `(In millions)`."""
    return text[0] == "(" and text[-1] == ")" and _UNITS.search(text) is not None


def column(document: int, place: Place, heads: tuple[str, ...], spans: tuple[Span, ...]) -> GridColumn:
    """A column with its head."""
    return GridColumn(" ".join(heads), heads, Cite(document, spans) if spans else None, place.left, place.right)
