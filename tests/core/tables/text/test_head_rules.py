"""Each rule on words of a head by itself: over which columns it sets them, and where it says nothing."""

import pytest

from core.tables.text.columns import Reach
from core.tables.text.heads import COLUMNS_UNDER, Columns, HeadWords
from core.tables.text.lines import Segment
from tests.core.asked import asked

THREE = (Reach(10, 20, 20), Reach(30, 40, 40), Reach(50, 60, 60))
FLAGS = ("lone", "beside", "across", "lowest", "yearly")


class _Stacked:
    """Words right below, and their columns."""

    def __init__(self, left: int, right: int, first: int, last: int) -> None:
        self.part, self.first, self.last = Segment(left, right, "w" * (right - left)), first, last


def words(
    left: int,
    right: int,
    flags: str = "",
    *,
    text: str = "",
    strokes: tuple[tuple[int, int], ...] = (),
    below: tuple[_Stacked, ...] = (),
    reaches: tuple[Reach, ...] = THREE,
) -> HeadWords:
    """Words from one column of the page to another, of which this is so."""
    part = Segment(left, right, text or "w" * (right - left))
    shared = [n for n, reach in enumerate(reaches) if reach.left < right and left < reach.right]
    told = {flag: flag in flags.split() for flag in FLAGS}
    return HeadWords(part, reaches, 0, len(reaches) - 1, strokes, below, shared=shared, **told)  # type: ignore[arg-type]


BOTH = ((10, 20), (28, 62))


@pytest.mark.parametrize(
    ("told", "columns"),
    [
        (words(40, 50, strokes=BOTH), (1, 2)),
        (words(28, 61, strokes=BOTH), (1, 2)),
        (words(29, 62, strokes=BOTH), (1, 2)),
        (words(28, 62, strokes=BOTH), None),
        (words(27, 40, strokes=BOTH), None),
        (words(50, 63, strokes=BOTH), None),
        (words(40, 50, strokes=BOTH[1:]), None),
        (words(40, 50, "lone", strokes=BOTH[1:]), (1, 2)),
        (words(40, 50, "lone lowest", strokes=BOTH[1:]), None),
        (words(40, 50, "lone lowest", strokes=BOTH), (1, 2)),
        (words(21, 23, strokes=((20, 24), (30, 40))), None),
        (words(17, 19, strokes=((16, 20), (30, 40))), (0, 0)),
        (words(18, 20, strokes=((17, 21), (30, 40))), None),
        (words(10, 12, strokes=((9, 14), (30, 40))), (0, 0)),
        (words(10, 12, strokes=((9, 13), (30, 40))), None),
    ],
)
def test_a_stroke_reaches_over_its_columns(told: HeadWords, columns: tuple[int, int] | None) -> None:
    assert asked(COLUMNS_UNDER, "stroke", told) == columns


@pytest.mark.parametrize(
    ("told", "columns"),
    [
        (words(40, 50, below=(_Stacked(38, 52, 1, 2),)), (1, 2)),
        (words(40, 50, below=(_Stacked(41, 55, 1, 2),)), (1, 2)),
        (words(40, 50, below=(_Stacked(42, 55, 1, 2),)), None),
        (words(40, 50, below=(_Stacked(35, 49, 1, 2),)), (1, 2)),
        (words(40, 50, below=(_Stacked(35, 48, 1, 2),)), None),
        (words(40, 50, below=(_Stacked(40, 62, 1, 2),)), (1, 2)),
        (words(40, 50, below=(_Stacked(38, 52, 1, 1),)), None),
        (words(40, 50, below=(_Stacked(38, 44, 1, 2), _Stacked(46, 52, 1, 2))), None),
        (words(40, 50, below=(_Stacked(50, 60, 1, 2),)), None),
        (words(40, 50, below=(_Stacked(30, 40, 1, 2),)), None),
        (words(30, 40, "lone", below=(_Stacked(30, 40, 0, 2),)), None),
        (words(33, 43, "lone", below=(_Stacked(33, 43, 0, 2),)), None),
        (words(34, 44, "lone", below=(_Stacked(34, 44, 0, 2),)), (0, 2)),
        (words(30, 40, below=(_Stacked(30, 40, 0, 2),)), (0, 2)),
    ],
)
def test_words_over_words_are_one_head(told: HeadWords, columns: tuple[int, int] | None) -> None:
    assert asked(COLUMNS_UNDER, "stacked", told) == columns


ALONE = "lone"


@pytest.mark.parametrize(
    ("told", "columns"),
    [
        (words(21, 29, ALONE, text="Years ended"), (0, 2)),
        (words(21, 29, ALONE), None),
        (words(21, 29, "lone yearly"), (0, 2)),
        (words(21, 29, "yearly"), None),
        (words(21, 29, "lone lowest yearly"), None),
        (words(21, 29, "lone yearly", reaches=THREE[:1]), None),
        (words(33, 37, ALONE, text="2003"), (0, 2)),
        (words(44, 48, ALONE, text="2003"), (0, 2)),
        (words(45, 49, ALONE, text="2003"), None),
        (words(33, 37, "lone beside", text="2003"), None),
        (words(28, 42, "lone beside", text="Years ended"), (0, 2)),
        (words(41, 51, ALONE, text="Years ended"), (0, 2)),
        (words(42, 52, ALONE, text="Years ended"), None),
        (words(42, 52, "lone across", text="Years ended"), (0, 2)),
    ],
)
def test_a_period_alone_is_of_all_columns(told: HeadWords, columns: tuple[int, int] | None) -> None:
    assert asked(COLUMNS_UNDER, "period-of-all", told) == columns


@pytest.mark.parametrize(
    ("told", "columns"),
    [
        (words(12, 40, ALONE, text="June 30, 1999 and 1998"), (0, 2)),
        (words(12, 40, "lone lowest", text="June 30, 1999 and 1998"), None),
        (words(12, 40, text="June 30, 1999 and 1998"), None),
        (words(12, 40, ALONE, text="June 30, 1999"), None),
        (words(12, 20, ALONE, text="1999 and 1998", reaches=THREE[:1]), None),
        (words(12, 20, ALONE, text="1999 and 1998", reaches=THREE[:2]), (0, 1)),
    ],
)
def test_several_times_in_a_row_are_of_all_columns(told: HeadWords, columns: tuple[int, int] | None) -> None:
    assert asked(COLUMNS_UNDER, "times-of-all", told) == columns


@pytest.mark.parametrize(
    ("rule", "told", "columns"),
    [
        ("several", words(15, 35), (0, 1)),
        ("several", words(12, 18), None),
        ("lowest", words(22, 24, "lowest"), (0, 0)),
        ("lowest", words(26, 28, "lowest"), (1, 1)),
        ("lowest", words(22, 24), None),
        ("square", words(15, 21), (0, 0)),
        ("square", words(16, 21), (0, 0)),
        ("square", words(17, 23), None),
        ("square", words(16, 22), (0, 0)),
        ("square", words(14, 22), (0, 0)),
        ("square", words(3, 18), (0, 0)),
        ("square", words(2, 18), None),
        ("square", words(3, 17), None),
        ("square", words(9, 21), (0, 0)),
        ("square", words(18, 21), (0, 0)),
        ("square", words(14, 20, ALONE, strokes=((10, 40),)), (0, 0)),
        ("square", words(15, 20, ALONE, strokes=((10, 40),)), None),
        ("square", words(15, 20, strokes=((10, 40),)), (0, 0)),
        ("best-fit", words(24, 26), (0, 1)),
        ("best-fit", words(21, 25), (0, 1)),
        ("best-fit", words(19, 21), (0, 0)),
        ("best-fit", words(34, 36), (1, 1)),
        ("best-fit", words(18, 20, ALONE, strokes=((10, 40),)), (0, 1)),
    ],
)
def test_words_by_their_place(rule: str, told: HeadWords, columns: tuple[int, int] | None) -> None:
    assert asked(COLUMNS_UNDER, rule, told) == columns


def test_words_whose_columns_are_known() -> None:
    told = words(10, 20)
    assert asked(COLUMNS_UNDER, "groups", told._replace(group=Columns(0, 2))) == (0, 2)
    assert asked(COLUMNS_UNDER, "in-turn", told._replace(turn=2)) == (2, 2)
    assert asked(COLUMNS_UNDER, "groups", told) is asked(COLUMNS_UNDER, "in-turn", told) is None
