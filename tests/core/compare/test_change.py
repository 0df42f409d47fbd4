"""How much changed, counted."""

import pytest

from core.compare.change import Aligned, Change, ChangeKind, Tally, tally
from tests.core.compare.streams import passage

EQUAL = Change(ChangeKind.EQUAL, 0, 3, 0, 3)
REPLACE = Change(ChangeKind.REPLACE, 3, 5, 3, 4)
INSERT = Change(ChangeKind.INSERT, 5, 5, 4, 9)
DELETE = Change(ChangeKind.DELETE, 5, 6, 9, 9)
DATE = Change(ChangeKind.DATE, 0, 2, 0, 1)
FIGURE = Change(ChangeKind.FIGURE, 0, 1, 0, 1)
GONE, COME = Change(ChangeKind.MOVED, 0, 4, 0, 0, 1), Change(ChangeKind.MOVED, 0, 0, 0, 4, 1)
OTHER = Change(ChangeKind.MOVED, 0, 0, 4, 8, 2)


@pytest.mark.parametrize(
    ("rows", "counted"),
    [
        ([], Tally()),
        ([[EQUAL]], Tally()),
        ([[EQUAL, REPLACE]], Tally(inserted=1, deleted=2, places=1)),
        ([[REPLACE, INSERT], [DELETE]], Tally(inserted=6, deleted=3, places=3)),
        ([[DATE, EQUAL, FIGURE]], Tally(places=2, rolled=2)),
        ([[GONE], [EQUAL], [COME]], Tally(places=1, moved=1)),
        ([[GONE], [COME, OTHER, REPLACE]], Tally(inserted=1, deleted=2, places=3, moved=2)),
    ],
)
def test_a_tally(rows: list[list[Change]], counted: Tally) -> None:
    assert tally(Aligned(None, None, tuple(row)) for row in rows) == counted


def test_tallies_add_up_field_by_field() -> None:
    assert Tally(1, 2, 3, 4, 5) + Tally(10, 20, 30, 40, 50) == Tally(11, 22, 33, 44, 55)


@pytest.mark.parametrize(
    ("changes", "changed", "rolled"),
    [
        ((EQUAL,), False, False),
        ((EQUAL, DATE), True, True),
        ((FIGURE, DATE), True, True),
        ((FIGURE, REPLACE), True, False),
        ((GONE,), True, False),
        ((), False, False),
    ],
)
def test_what_changed_in_a_row(changes: tuple[Change, ...], changed: bool, rolled: bool) -> None:
    row = Aligned(None, None, changes)
    assert (row.changed, row.rolled) == (changed, rolled)


def test_the_words_of_either_side() -> None:
    row = Aligned(passage("Oil is dear"), None, ())
    assert [word.text for word in row.old_words] == ["Oil", "is", "dear"]
    assert row.new_words == ()
    assert [word.text for word in row._replace(new=passage("It is")).new_words] == ["It", "is"]
