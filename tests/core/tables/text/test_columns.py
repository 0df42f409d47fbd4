"""Where figures stand over one another: the columns that lines share."""

import pytest

from core.figures import tokens
from core.tables.text.columns import Homes, Reach, find_columns


def columns(text: str) -> list[tuple[int, int, int]]:
    """The columns of drawn lines: left, right, how many figures."""
    found = find_columns([tokens(line) for line in text.strip("\n").split("\n")])
    return [(reach.left, reach.right, reach.filled) for reach in found.columns]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Cash     12    11", [(9, 11, 1), (15, 17, 1)]),
        # flush right, of different lengths
        ("Cash     12    11\nLand  1,200   999", [(6, 11, 2), (14, 17, 2)]),
        # a figure that reaches over the gap between two columns joins nothing
        ("a   1,000   2,000\nb   3,000   4,000\nc   5,000   6,000\nd     12345678", [(4, 9, 4), (12, 17, 3)]),
        # a dash that is set off belongs to its neighbour
        ("a     1,000     2,000\nb     3,000     4,000\nc         -         -", [(6, 11, 3), (16, 21, 3)]),
        ("a     1,000     2,000\nb     3,000     4,000\nc           -     6,000", [(6, 13, 3), (16, 23, 3)]),
        # a figure that slipped to the left of many, and one far from them
        ("a     1,000\nb     3,000\nc     5,000\nd  12", [(3, 11, 4)]),
    ],
)
def test_columns_of_figures(text: str, found: list[tuple[int, int, int]]) -> None:
    assert columns(text) == found


def test_two_half_empty_columns_stay_two_if_a_line_has_both() -> None:
    apart = "a   100\nb   200\nc   300\nd         7\n"
    assert len(columns(apart + "e   400   8")) == 2
    assert len(columns(apart.replace("        7", "     7") + "e   400  8")) == 2


HOMES = Homes([Reach(10, 16, 5), Reach(20, 26, 5), Reach(40, 46, 1)])


@pytest.mark.parametrize(
    ("left", "right", "home"),
    [
        (12, 16, 0),
        (2, 6, 0),
        (16, 18, 0),
        (20, 26, 1),
        (14, 22, 0),  # shares as much with both: the first
        (14, 23, 1),
        (27, 29, 1),
        (36, 39, 2),
        (60, 64, 2),
    ],
)
def test_the_column_of_a_figure(left: int, right: int, home: int) -> None:
    assert HOMES[left, right] == home


def test_the_middle_of_a_column() -> None:
    assert Reach(10, 17, 3).middle == 13.5
