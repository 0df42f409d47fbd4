"""The rows of a table of boxes: captions, cells, and the lines drawn through the figures."""

from collections.abc import Sequence

from core.source import Cite, Span
from core.tables.captions import SAME_CAPTION, Rows
from core.tables.cells import cell_of
from core.tables.grid import GridCell, GridRow, Rule
from core.tables.html.columns import Places
from core.tables.html.figured import FiguredBox, FiguredRow
from core.tables.html.parts import caption

_RULES = (Rule.NONE, Rule.SINGLE, Rule.DOUBLE)
_STEP = 8
"""What an empty cell before a caption counts as its indentation, in points."""


def read_rows(document: int, body: Sequence[FiguredRow], places: Places) -> list[GridRow]:
    """The rows of a table's body, captions that go on in the next row joined to theirs."""
    found: list[GridRow] = []
    above = 0
    least = min((each.box.left for row in body for each in row.boxes), default=0)
    for row in body:
        over, under = _drawn(row, places)
        if not row.boxes:
            above = max(above, over, under)
            if found and above:
                found[-1] = found[-1]._replace(below=_RULES[above])
            continue
        rule = max(above, over)
        read = _row(document, row, places, least)._replace(above=_RULES[rule], below=_RULES[under])
        if rule and found:
            found[-1] = found[-1]._replace(below=_RULES[max(rule, _RULES.index(found[-1].below))])
        if found and not rule and _goes_on(found[-1], read):
            found[-1] = _joined(found[-1], read)
        else:
            found.append(read)
        above = under
    return found


def _drawn(row: FiguredRow, places: Places) -> tuple[int, int]:
    """The lines drawn over and under a row's columns of figures, not under its caption."""
    over = under = 0
    edges = [(each.box.left, each.box.right, each.box.over, each.box.under) for each in row.boxes]
    for left, right, top, bottom in (*edges, *row.strokes):
        if right > places.edge and (top or bottom) and left >= places.edge and places.of(left, right) is not None:
            over, under = max(over, top), max(under, bottom)
    return over, under


def _row(document: int, row: FiguredRow, places: Places, least: int) -> GridRow:
    names = list(row.boxes) if _is_across(row, places) else caption(row, places)
    cells: dict[int, GridCell] = {}
    for each in row.boxes[len(names) :]:
        number = places.of(each.box.left, each.box.right)
        if number is None:
            if cells:
                _add_mark(cells, max(cells), each)
            elif each.token is None:
                names = [*names, each]
            continue
        if number in cells:
            _add_mark(cells, number, each)
        else:
            cells[number] = _cell(document, each, number)
    spans = tuple([Span(each.box.start, each.box.start + len(each.box.text)) for each in names])
    label = " ".join([_words(each) for each in names])
    indent = int(names[0].box.indent) + _STEP * (names[0].box.left - least) if names else 0
    return GridRow(
        label, Cite(document, spans) if spans else None, indent, tuple([cells[at] for at in sorted(cells)]), row.span
    )


def _is_across(row: FiguredRow, places: Places) -> bool:
    """Whether a row is one line of words from the left over several columns: a heading, a footnote."""
    if len(row.boxes) != 1 or row.boxes[0].token is not None or row.boxes[0].box.left > places.least:
        return False
    under = places.under(row.boxes[0].box.left, row.boxes[0].box.right)
    return under is not None and under[1] > under[0]


def _words(each: FiguredBox) -> str:
    """The words of a caption without the superscript that ends it."""
    box = each.box
    return box.text[: box.raised].rstrip() if box.raised > 0 and len(box.text) - box.raised < 8 else box.text


def _add_mark(cells: dict[int, GridCell], number: int, each: FiguredBox) -> None:
    """A second box in a column: a footnote mark of the first."""
    if len(each.box.text) < 6 and not cells[number].mark:
        cells[number] = cells[number]._replace(mark=each.box.text)


def _cell(document: int, each: FiguredBox, number: int) -> GridCell:
    box, token, mark = each
    if token is None:
        return GridCell(
            number, box.text, None, Cite(document, (Span(box.start, box.start + len(box.text)),)), mark=mark
        )
    cell = cell_of(document, box.text, box.start, token, number)
    return cell if cell.mark else cell._replace(mark=box.text[token.end :].strip() or mark)


def _goes_on(before: GridRow, row: GridRow) -> bool:
    """Whether a caption that was begun in the row above goes on in this one."""
    if before.cells:
        return False  # as the rules say, for the many
    return bool(SAME_CAPTION.decide(Rows(before.label, row.label, bool(before.cells), bool(row.cells))))


def _joined(before: GridRow, row: GridRow) -> GridRow:
    """Two rows whose captions are one."""
    assert before.label_cite is not None  # noqa: S101 - it has a label
    spans = before.label_cite.spans + (row.label_cite.spans if row.label_cite else ())
    return row._replace(
        label=f"{before.label} {row.label}",
        label_cite=before.label_cite._replace(spans=spans),
        indent=before.indent,
        span=Span(before.span.start, row.span.end),
        above=before.above,
    )
