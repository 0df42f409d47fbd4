"""What makes cells with figures a list, and a column of figures the names of rows: each rule by itself."""

from types import SimpleNamespace

import pytest

from core.tables.html.columns import NAMES_ROWS
from core.tables.html.kinds import TABLE, Boxes
from tests.core.asked import asked


@pytest.mark.parametrize(
    ("told", "entries", "says"),
    [(2, 2, False), (1, 1, None), (10, 9, False), (11, 9, None), (9, 9, False), (3, 2, None)],
)
def test_a_list_is_nearly_all_entries(told: int, entries: int, says: bool | None) -> None:
    assert asked(TABLE, "list", Boxes(told, entries)) is says


@pytest.mark.parametrize(
    ("led", "says"),
    [
        ((1, 2, 9), False),
        ((1, 1, 1), False),
        ((1, 2), None),
        ((1, 9, 2), None),
        ((), None),
    ],
)
def test_page_numbers_rise(led: tuple[int, ...], says: bool | None) -> None:
    assert asked(TABLE, "contents", Boxes(9, 0, led)) is says


def leftmost(figures: str, words: int = 0, *, alone: bool = False) -> SimpleNamespace:
    """A column of years (`y`) and other figures (`n`), and so many words."""
    tokens = [SimpleNamespace(year=sign == "y") for sign in figures]
    return SimpleNamespace(tokens=tokens, inside=[*tokens, *[SimpleNamespace()] * words], alone=alone)


@pytest.mark.parametrize(
    ("rule", "column", "says"),
    [
        ("only-column", leftmost("n", 1, alone=True), True),
        ("only-column", leftmost("n", 0, alone=True), None),
        ("only-column", leftmost("n", 1), None),
        ("captions-too", leftmost("n", 2), True),
        ("captions-too", leftmost("n", 1), None),
        ("years", leftmost("yyn"), True),
        ("years", leftmost("yn"), None),
        ("years", leftmost("ynn"), None),
        ("years", leftmost("y"), True),
        ("years", leftmost(""), None),
    ],
)
def test_what_names_rows(rule: str, column: SimpleNamespace, says: bool | None) -> None:
    assert asked(NAMES_ROWS, rule, column) is says
