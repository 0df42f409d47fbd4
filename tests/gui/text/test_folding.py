"""Stretches without a change between changes: as one line each, with the head of a table that goes on."""

import pytest

from core.compare.change import Aligned
from core.document.prose import Passage, PassageKind
from gui.text.folding import Folding
from gui.text.redline_layout import Folded


def row(text: str, kind: PassageKind = PassageKind.PARAGRAPH) -> Aligned:
    """A row that is the same on both sides."""
    one = Passage(kind, text, ())
    return Aligned(one, one, ())


def drawn(waiting: str, *, fold: bool = True, before: bool = True, first: bool = False) -> str:
    """What comes of rows, a letter each (`H` the head of a table): `a 3 b`, a number for a fold."""
    folding = Folding()
    for letter in waiting:
        folding.wait(row(" \t2003", PassageKind.TABLE) if letter == "H" else row(letter))
    shown = folding.taken(fold=fold, before=before, first=first)
    assert not folding.taken(fold=fold, before=before, first=first)
    texts = (one.new.text if isinstance(one, Aligned) and one.new is not None else "" for one in shown)
    return " ".join(
        str(len(one.rows)) if isinstance(one, Folded) else text.replace(" \t2003", "H")
        for one, text in zip(shown, texts, strict=True)
    )


@pytest.mark.parametrize(
    ("how", "found"),
    [
        ({}, "a 3 e"),
        ({"first": True}, "4 e"),
        ({"before": False}, "a 4"),
        ({"before": False, "first": True}, "5"),
        ({"fold": False}, "a b c d e"),
    ],
)
def test_rows_next_to_changes_stay_in_sight(how: dict[str, bool], found: str) -> None:
    assert drawn("abcde", **how) == found


def test_a_single_row_is_not_folded() -> None:
    assert drawn("abc") == "a b c"


def test_the_head_of_a_table_that_goes_on_stays_in_sight() -> None:
    assert drawn("abHcde") == "a 1 H 2 e"
    assert drawn("abHcde", before=False) == "a 5"


def test_what_is_cleared_waits_no_more() -> None:
    folding = Folding()
    folding.wait(row("a"))
    folding.clear()
    assert folding.taken(fold=True, before=True, first=True) == []
