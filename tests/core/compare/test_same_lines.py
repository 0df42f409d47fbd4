"""A line that one reading takes for a row of a table and the other for words is no change."""

import pytest

from core.compare.change import Aligned, Change, ChangeKind, tally
from core.compare.same_lines import read_otherwise
from core.compare.words import folded
from core.document.prose import Passage, PassageKind
from core.source import Span

TABLE, VERBATIM, PARAGRAPH = PassageKind.TABLE, PassageKind.VERBATIM, PassageKind.PARAGRAPH


def passage(kind: PassageKind, text: str) -> Passage:
    return Passage(kind, text, (Span(0, len(text)),))


def gone(kind: PassageKind, text: str) -> Aligned:
    return Aligned(passage(kind, text), None, (Change(ChangeKind.DELETE, 0, len(folded(text)), 0, 0),))


def come(kind: PassageKind, text: str, what: ChangeKind = ChangeKind.INSERT) -> Aligned:
    return Aligned(None, passage(kind, text), (Change(what, 0, 0, 0, len(folded(text))),))


ROW, LINE = "Notes to statements \t23-27", "Notes to Statements            23-27"


@pytest.mark.parametrize("old", [gone(VERBATIM, LINE), gone(TABLE, ROW)])
def test_a_line_stayed(old: Aligned) -> None:
    new = come(TABLE, ROW) if old.old and old.old.kind is VERBATIM else come(VERBATIM, LINE)
    stays = come(TABLE, "Other \t30")
    made = read_otherwise([(old,), (new, stays)])
    assert len(made) == 1
    assert made[0][1] is stays
    assert (made[0][0].old, made[0][0].new) == (old.old, new.new)
    assert tally(made[0][:1]).places == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((gone(TABLE, ROW),), (come(TABLE, ROW),)),
        ((gone(PARAGRAPH, LINE),), (come(TABLE, ROW),)),
        ((gone(VERBATIM, LINE), gone(VERBATIM, LINE)), (come(TABLE, ROW),)),
        ((gone(VERBATIM, LINE),), (come(TABLE, ROW), come(TABLE, ROW))),
        ((gone(VERBATIM, LINE),), (come(TABLE, "Notes to statements \t23-28"),)),
        ((gone(VERBATIM, LINE),), (come(TABLE, ROW, ChangeKind.MOVED),)),
    ],
)
def test_what_else_went_and_came(old: tuple[Aligned, ...], new: tuple[Aligned, ...]) -> None:
    assert read_otherwise([old, new]) == [old, new]
