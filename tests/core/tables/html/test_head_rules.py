"""Whether a row of cells above a table's first figures belongs to its head: each rule by itself."""

from types import SimpleNamespace
from typing import Any

import pytest

from core.figures import NIL
from core.tables.html.parts import HEAD_OR_BODY
from tests.core.asked import asked

FIRST = 10
"""Where the first column of figures begins; captions stand left of it, and columns are ten wide."""


def box(text: str, left: int, right: int) -> Any:
    """A box: a year, another figure, a dash, or words."""
    bare = text.strip("$").replace(",", "")
    year = bare.isdigit() and len(bare) == 4 and bare[:2] == "19" and "," not in text
    kind = NIL if text == "-" else None
    token = SimpleNamespace(kind=kind) if bare.isdigit() or text == "-" else None
    number = token is not None and kind is not NIL and not year
    return SimpleNamespace(
        box=SimpleNamespace(text=text, left=left, right=right), token=token, year=year, number=number
    )


def row(text: str) -> Any:
    """A row: its caption, and what stands in its columns, parted by `|`; `=2 words` stand over two of them."""
    boxes, left = [], 0
    for cell in text.split("|"):
        words, wide = cell.strip(), 1
        if words.startswith("="):
            wide, words = int(words[1]), words[2:].strip()
        width = FIRST * wide
        if words:
            boxes.append(box(words, left, left + width))
        left += width
    return SimpleNamespace(boxes=boxes)


class Columns:
    """The places of the columns."""

    edge = FIRST
    found = (SimpleNamespace(left=FIRST), SimpleNamespace(left=2 * FIRST), SimpleNamespace(left=3 * FIRST))

    def captions(self, _left: int, right: int) -> bool:
        """Whether a box stands before the columns."""
        return right <= FIRST

    def of(self, left: int, right: int) -> tuple[int, int]:
        """The columns that a box stands over."""
        return left, right


def asking(text: str, head: tuple[str, ...] = (), below: tuple[str, ...] = (), *, following: bool = True) -> Any:
    """A row above a table's first figures."""
    made, places = row(text), Columns()
    over = [each for each in made.boxes if not places.captions(each.box.left, each.box.right)]
    heads, rows = [row(each) for each in head], [row(each) for each in below]
    return SimpleNamespace(row=made, over=over, head=heads, below=rows, places=places, next=following)


ROWS = ("Sold | 12 | 13 | 14", "Lent | 12 | 13 | 14")


@pytest.mark.parametrize(
    ("rule", "told", "says"),
    [
        ("units-alone", asking("(In thousands)"), True),
        ("units-alone", asking("(In thousands)", following=False), None),
        ("units-alone", asking("In thousands"), None),
        ("units-alone", asking("(Lamps)"), None),
        ("title", asking("Lamps"), False),
        ("title", asking("=4 Lamps of brass"), None),
        ("title", asking("Lamps | Sold"), None),
        ("years-or-words", asking(" | 1999 | 1998"), True),
        ("years-or-words", asking("Year ended | 1999 | 1998"), True),
        ("years-or-words", asking("Lamps, | 1999 | 1998"), True),
        ("years-or-words", asking("Lamps | 1999 | 1998"), None),
        ("years-or-words", asking(" | 12 | 13"), None),
        ("years-or-words", asking(f" | {'w' * 60} | Lent"), True),
        ("years-or-words", asking(f" | {'w' * 61} | Lent"), None),
        ("years-or-words", asking(f" | {'w' * 61}"), True),
        ("years-or-words", asking("Year ended"), None),
        ("years-beside", asking("Lamps | 1999 | 1998"), True),
        ("years-beside", asking("Lamps | 1999 | Lent"), None),
        ("years-beside", asking("Lamps | 1999 | 1998", (" | 1997 | 1996",)), False),
        ("years-beside", asking("Lamps | 1999 | 1998", ("1997 | Sold | Lent",)), False),
        ("years-beside", asking("Lamps | 1999 | 1998", (" | Sold | Lent",)), True),
        ("years-beside", asking("Lamps | 1999 | 1998 | 1997", (" | | | 1996",)), True),
        ("years-beside", asking("Lamps | 1999 | 1998", (" | | 1996",)), False),
        ("names-columns", asking("Lamps | Sold | Lent", below=ROWS), True),
        ("names-columns", asking("Lamps | Sold", below=ROWS), None),
        ("names-columns", asking("Lamps | None | None", below=ROWS), None),
        ("names-columns", asking("Lamps | Sold | Lent"), None),
        ("names-columns", asking("Lamps | Sold | 1999 | 1998", below=ROWS), True),
        ("names-columns", asking("Lamps | 8.1 years | 9.1 years", below=ROWS), None),
        ("year-among", asking("Lamps | 1999 | Lent"), False),
        ("year-among", asking("Lamps | Sold | Lent"), None),
        ("timely", asking("Lamps | Sold"), True),
        ("timely", asking("Lamps | June 1999", ("| Sold",)), True),
        ("timely", asking("Lamps | months", ("| Sold",)), True),
        ("timely", asking("Lamps | Lent", ("| Sold",)), False),
        ("timely", asking("Lamps | June 1999", ("| 1998",)), False),
    ],
)
def test_a_row_above_the_first_figures(rule: str, told: Any, says: bool | None) -> None:
    assert asked(HEAD_OR_BODY, rule, told) is says


def test_a_title_right_across_is_of_the_head_at_the_top_alone() -> None:
    across = asking("=4 Lamps of brass")
    across.over = []
    assert asked(HEAD_OR_BODY, "title", across) is True
    across.head = [row(" | 1999")]
    assert asked(HEAD_OR_BODY, "title", across) is False
    short = asking("=3 Lamps of brass")
    short.over = []
    assert asked(HEAD_OR_BODY, "title", short) is False
