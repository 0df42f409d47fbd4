"""Footnotes under a table."""

import pytest

from tests.core.tables.drawing import read

TABLE = """
                      1998      1997
                      ----      ----
Cash              $    12   $    11
Land                  100       120
"""


@pytest.mark.parametrize(
    ("below", "count"),
    [
        ("\n(a) Of which some is lent.\n", 1),
        ("\n(a) Of which some is lent.\n\n(b) Of the mill.\n\n* Restated.\n", 3),
        ("\n<FN>\n(1) Of the mill.\n", 1),
        ("\nOf which some is lent.\n\n(b) Of the mill.\n", 0),
        ("\n\n\n\n\n\n(a) Of which some is lent.\n", 0),
        ("\n(a) Of the mill.\n\n\n\n\n\n(b) Of no mill.\n", 1),
        ("\n" + "".join(f"({letter}) Of the mill.\n\n" for letter in "abcdefghijklmn"), 12),
        ("", 0),
    ],
)
def test_paragraphs_with_a_mark_right_below(below: str, count: int) -> None:
    (grid,) = read(TABLE + below)
    assert len(grid.notes) == count
