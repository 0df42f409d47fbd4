"""Whether a table of boxes with figures is a table of figures, or a list whose entries are numbered."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.evidence import Recogniser, Rule
from core.tables.html.figured import FiguredBox, FiguredRow

_ENUMERATOR = re.compile(r"\(?\d{0,4}(?:\.\d{1,3}){0,2}[.)]?[*+†‡]{0,3}(?: ?\([a-z\d]{1,2}\))?")
"""What numbers an entry of a list: `10.12`, `.3`, `4(a)`."""
_OPENING = "0123456789(."
_LEAST_WORDS = 3
"""An entry of a list has so many words at least."""
_FEW = 2
"""Fewer entries are no list."""
_LISTED = 0.9
"""Of the rows with figures so many are entries of a list where the table is one."""


_LEADERS = ".."
_PAGE_DIGITS = 3
"""Digits of a page number at most."""
_FEWEST_PAGES = 3
"""Fewer numbers behind leader dots may be anything."""


class Boxes(NamedTuple):
    """How many of a table's rows have figures, how many of them are a number and then words, and the numbers behind leader
    dots where that is what every row is."""

    told: int
    entries: int
    led: tuple[int, ...] = ()


def boxes(rows: Sequence[FiguredRow]) -> Boxes:
    """Rows as the rules look at them."""
    counted = _counted(rows)
    dotted = bool(rows and rows[-1].boxes) and _LEADERS in rows[-1].boxes[0].box.text
    return counted._replace(led=_led(rows)) if dotted else counted


def _led(rows: Sequence[FiguredRow]) -> tuple[int, ...]:
    """The numbers at the ends of rows that are words with leader dots and one small number; none if a row is anything else."""
    found: list[int] = []
    for row in rows:
        if not any(each.number for each in row.boxes):
            continue
        last = row.boxes[-1].box.text
        if len(row.boxes) > 2 or not last.isdigit() or len(last) > _PAGE_DIGITS:  # words and their number
            return ()
        found.append(int(last))
    return tuple(found)


def _counted(rows: Sequence[FiguredRow]) -> Boxes:
    entries = sum([_is_entry(row) for row in rows if row.boxes and row.boxes[0].box.text[0] in _OPENING])
    if entries < _FEW:
        return Boxes(len(rows), entries)
    return Boxes(sum(any(each.number for each in row.boxes) for row in rows), entries)


def _is_entry(row: FiguredRow) -> bool:
    """Whether a row is a number, or one in two cells, and then words; and no figure follows these."""
    if not any(each.number for each in row.boxes):
        return False
    words = next((at for at, each in enumerate(row.boxes) if not _numbers(each)), 0)
    if not words or len(row.boxes[words].box.text.split()) < _LEAST_WORDS:
        return False
    return not any(each.number for each in row.boxes[words:])


def _numbers(each: FiguredBox) -> bool:
    """Whether a box numbers an entry, or is the dash behind its number."""
    token = each.token
    return _ENUMERATOR.fullmatch(each.box.text) is not None or (token is not None and not token.digits)


def _list(table: Boxes) -> bool | None:
    listed = table.entries >= _FEW and table.entries >= _LISTED * table.told
    return False if listed else None


def _contents(table: Boxes) -> bool | None:
    pages = table.led
    return False if len(pages) >= _FEWEST_PAGES and sorted(pages) == list(pages) else None


TABLE: Recogniser[Boxes, bool] = Recogniser(
    "boxes-of-figures",
    "Are cells with figures a table, not a list of numbered entries?",
    (
        Rule("list", 4, "Where every row is a small number and then words, the numbers count entries.", _list),
        Rule("contents", 4, "Small numbers behind leader dots that rise are page numbers.", _contents),
        Rule("figures", 3, "Any other figures in cells are a table.", lambda _: True),
    ),
)
