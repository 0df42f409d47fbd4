"""The head of a table of boxes: which words stand over which columns, and what stands over the captions."""

from collections.abc import Sequence

from core.source import Cite, Span
from core.tables.boxed.columns import Place, Places
from core.tables.boxed.figured import FiguredRow
from core.tables.grid import GridColumn
from core.tables.heads import Head


def read_head(rows: Sequence[FiguredRow], places: Places) -> Head:
    """What the rows of a head say of each column, from the top."""
    heads: list[list[str]] = [[] for _ in places.found]
    spans: list[list[Span]] = [[] for _ in places.found]
    stub: list[str] = []
    words: list[str] = []
    for row in rows:
        lone = len(row.boxes) == 1
        for each in row.boxes:
            box = each.box
            words.append(box.text)
            if box.left < places.edge and (lone or box.right <= places.edge or box.right > places.found[-1].left):
                stub.append(box.text)
                continue
            under = places.under(box.left, box.right)
            first, last = under if under is not None else (places.nearest(box.left, box.right),) * 2
            for number in range(first, last + 1):
                heads[number].append(box.text)
                spans[number].append(Span(box.start, box.start + len(box.text)))
    return Head(tuple(map(tuple, heads)), tuple(map(tuple, spans)), " ".join(stub), " ".join(words))


def column(document: int, place: Place, heads: tuple[str, ...], spans: tuple[Span, ...]) -> GridColumn:
    """A column with its head."""
    return GridColumn(" ".join(heads), heads, Cite(document, spans) if spans else None, place.left, place.right)
