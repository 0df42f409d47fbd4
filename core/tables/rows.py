"""The lines of a table's body as rows: captions joined, cells by column."""

from collections.abc import Sequence
from itertools import pairwise

from core.source import Cite, Span
from core.tables.captions import SAME_ROW, Lines, Piece
from core.tables.grid import GridCell, GridRow
from core.tables.lexicon import Lexicon

_new = tuple.__new__


def join_rows(pieces: Sequence[Piece], document: int, lexicon: Lexicon) -> list[GridRow]:
    """The rows of a table's body: lines whose captions go on are one row; the rest are rows of their own."""
    zone = max([piece.right for piece in pieces if piece.text], default=0)
    groups: list[list[Piece]] = []
    for piece, after in zip(pieces, (*pieces[1:], None), strict=True):
        if groups and not piece.apart and _goes_on(groups[-1], piece, after, zone):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [_row(group, document, lexicon) for group in groups]


def _goes_on(group: list[Piece], piece: Piece, after: Piece | None, zone: int) -> bool:
    """Whether a line goes on with the row of the lines above it; figures below figures, as most are, never do."""
    if piece.figures and group[-1].figures:
        return False
    return bool(SAME_ROW.decide(_new(Lines, (group, piece, after, zone))))


def _row(group: list[Piece], document: int, lexicon: Lexicon) -> GridRow:
    """The row that these lines are."""
    first = group[0]
    label, indent, spans = first.text, first.left, [first.span]
    if len(group) > 1 or not label:
        captioned = [piece for piece in group if piece.text]
        label, spans = "", [piece.span for piece in captioned]
        indent = captioned[0].left if captioned else indent
        for piece in captioned:
            label = lexicon.join(label, piece.text)
    cite = _new(Cite, (document, tuple(spans))) if spans else None
    whole = first.line if len(group) == 1 or first.aside else Span(first.line.start, group[-1].line.end)
    row = (label, cite, indent, _cells(group, lexicon), whole, first.above, group[-1].below, first.blank_above)
    return _new(GridRow, row)


def _cells(group: list[Piece], lexicon: Lexicon) -> tuple[GridCell, ...]:
    """The cells of a row by column; words that go on from line to line are one cell."""
    if len(group) == 1:
        cells = group[0].cells
        if len(cells) < 2 or all(one.column < other.column for one, other in pairwise(cells)):
            return tuple(cells)
    found: dict[int, GridCell] = {}
    for piece in group:
        for cell in piece.cells:
            before = found.get(cell.column)
            if before is None or (before.value is None and cell.value is not None):
                found[cell.column] = cell
            elif cell.value is None and before.value is None:
                first, last = (before, cell) if before.cite.start <= cell.cite.start else (cell, before)
                cite = Cite(first.cite.document, first.cite.spans + last.cite.spans)
                found[cell.column] = first._replace(text=lexicon.join(first.text, last.text), cite=cite)
    return tuple(found[column] for column in sorted(found))
