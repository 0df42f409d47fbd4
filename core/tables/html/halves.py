"""Tables in account form: two halves side by side, each with captions and the same columns, as one below the other."""

from collections.abc import Iterator, Sequence

from core.source import Span
from core.tables.html.columns import Places
from core.tables.html.figured import FiguredBox, FiguredRow


def one_below_the_other(rows: list[FiguredRow], places: Places) -> list[FiguredRow]:
    """The rows of a table; of one in two halves the left rows, then the right ones in the columns of the left."""
    middle = _middle(places)
    if middle is None or not _heads_repeat(rows, places, middle):
        return rows
    edge = places.found[middle].left
    left = [_part(row, [each for each in row.boxes if each.box.left < edge], row.strokes) for row in rows]
    right = [_right(row, places, middle, head=at < _body(rows)) for at, row in enumerate(rows)]
    return [row for row in (*left, *right) if row.boxes or row.strokes]


def _middle(places: Places) -> int | None:
    """The one column of words that has as many columns of figures at its left as at its right."""
    words = [number for number, place in enumerate(places.found) if not place.figures]
    halves = len(words) == 1 and 0 < words[0] == len(places.found) - words[0] - 1
    return words[0] if halves else None


def _body(rows: Sequence[FiguredRow]) -> int:
    """The index of the first row with a figure."""
    return next((at for at, row in enumerate(rows) if any(each.number for each in row.boxes)), len(rows))


def _heads_repeat(rows: Sequence[FiguredRow], places: Places, middle: int) -> bool:
    """Whether a row of the head says the same over the columns of both halves."""
    for row in rows[: _body(rows)]:
        over = {places.of(each.box.left, each.box.right): each.box.text for each in row.boxes}
        left = [over.get(number) for number in range(middle)]
        right = [over.get(number) for number in range(middle + 1, len(places.found))]
        if any(left) and left == right:
            return True
    return False


def _right(row: FiguredRow, places: Places, middle: int, *, head: bool) -> FiguredRow:
    """The right half of a row in the columns of the left; of a head only what stands over the captions."""
    edge = places.found[middle].left
    boxes = [each for each in row.boxes if each.box.left >= edge]
    moved = list(_moved(boxes, places, middle))
    if head:
        moved = [each for each in moved if each.box.right <= places.edge]
    return _part(row, moved, ())


def _moved(boxes: Sequence[FiguredBox], places: Places, middle: int) -> Iterator[FiguredBox]:
    for each in boxes:
        number = places.of(each.box.left, each.box.right)
        if number == middle:
            yield each._replace(box=each.box._replace(left=places.least, right=places.edge))
        elif number is not None:
            place = places.found[number - middle - 1]
            yield each._replace(box=each.box._replace(left=place.left, right=place.right))


def _part(row: FiguredRow, boxes: list[FiguredBox], strokes: tuple[tuple[int, int, int, int], ...]) -> FiguredRow:
    """A half of a row."""
    if not boxes:
        return FiguredRow((), row.span, strokes)
    last = boxes[-1].box
    return FiguredRow(tuple(boxes), Span(boxes[0].box.start, last.start + len(last.text)), strokes)
