"""The rows of a table of boxes: captions, cells, and the lines drawn through the figures."""

from collections.abc import Sequence
from typing import NamedTuple

from core.source import Cite, Span
from core.tables.captions import SAME_CAPTION, Rows
from core.tables.cells import cell_of
from core.tables.grid import GridCell, GridRow, Rule
from core.tables.html.columns import Places
from core.tables.html.figured import FiguredBox, FiguredRow
from core.tables.html.parts import caption

_RULES = (Rule.NONE, Rule.SINGLE, Rule.DOUBLE)
_LONGEST_MARK = 6
"""Characters. A footnote mark is shorter."""
_STEP = 8
"""What an empty cell before a caption counts as its indentation, in points."""


class _Drawn(NamedTuple):
    """The lines drawn over and under a row's columns of figures, as indexes of _RULES."""

    over: int
    under: int


def read_rows(document: int, body: Sequence[FiguredRow], places: Places) -> list[GridRow]:
    """The rows of a table's body, captions that go on in the next row joined to theirs."""
    found: list[GridRow] = []
    above = 0
    least = min((each.box.left for row in body for each in row.boxes), default=0)
    for row in body:
        over, under = _drawn(row, places)
        rule = max(above, over)
        if not row.boxes:
            above = max(rule, under)
            _rule_below(found, above)
            continue
        read = _row(document, row, places, least)
        if rule or under:
            read = read._replace(above=_RULES[rule], below=_RULES[under])
        if rule and found:
            _rule_below(found, max(rule, _RULES.index(found[-1].below)))
        if found and not rule and _goes_on(found[-1], read):
            found[-1] = _joined(found[-1], read)
        else:
            found.append(read)
        above = under
    return found


def _rule_below(found: list[GridRow], rule: int) -> None:
    """Draws a rule below the last row."""
    if found and rule:
        found[-1] = found[-1]._replace(below=_RULES[rule])


def _drawn(row: FiguredRow, places: Places) -> _Drawn:
    """The lines drawn over and under a row's columns of figures, not under its caption."""
    over = under = 0
    edges = [(each.box.left, each.box.right, each.box.over, each.box.under) for each in row.boxes]
    for left, right, top, bottom in (*edges, *row.strokes):
        if right > places.edge and (top or bottom) and left >= places.edge and places.of(left, right) is not None:
            over, under = max(over, top), max(under, bottom)
    return _Drawn(over, under)


def _row(document: int, row: FiguredRow, places: Places, least: int) -> GridRow:
    names = list(row.boxes) if _is_across(row, places) else caption(row, places)
    cells: dict[int, GridCell] = {}
    for each in row.boxes[len(names) :]:
        number = places.of(each.box.left, each.box.right)
        if number is not None and number not in cells:
            cells[number] = _cell(document, each, number)
        elif cells:
            _add_mark(cells, max(cells) if number is None else number, each)
        elif each.token is None:
            names = [*names, each]
    label = " ".join([each.words for each in names])
    indent = int(names[0].box.indent) + _STEP * (names[0].box.left - least) if names else 0
    cited = _cite(document, names) if names else None
    return GridRow(label, cited, indent, tuple([cells[at] for at in sorted(cells)]), row.span)


def _cite(document: int, names: Sequence[FiguredBox]) -> Cite:
    return Cite(document, tuple([Span(each.box.start, each.box.start + len(each.box.text)) for each in names]))


def _is_across(row: FiguredRow, places: Places) -> bool:
    """Whether a row is one line of words from the left over several columns: a heading, a footnote."""
    if len(row.boxes) != 1 or row.boxes[0].token is not None or row.boxes[0].box.left > places.least:
        return False
    return places.several(row.boxes[0].box.left, row.boxes[0].box.right)


def _add_mark(cells: dict[int, GridCell], number: int, each: FiguredBox) -> None:
    """A second box in a column: a footnote mark of the first."""
    if len(each.box.text) < _LONGEST_MARK and not cells[number].mark:
        cells[number] = cells[number]._replace(mark=each.box.text)


def _cell(document: int, each: FiguredBox, number: int) -> GridCell:
    box, token, mark = each
    if token is None:
        return GridCell(
            number, box.text, None, Cite(document, (Span(box.start, box.start + len(box.text)),)), mark=mark
        )
    cell = cell_of(document, box.text, box.start, token, number)
    behind = box.text[token.end :].strip() or mark
    return cell._replace(mark=behind) if behind and not cell.mark else cell


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
