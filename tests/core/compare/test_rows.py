"""Passages side by side: as many of either as share words, and what changed in them."""

import pytest

from core.compare.alignment import Match
from core.compare.change import Change, ChangeKind
from core.compare.moves import Move
from core.compare.rows import Group, Writer, groups
from core.document.prose import PassageKind
from core.source import Span
from tests.core.compare.streams import passage, stream

E, INS, D, M = ChangeKind.EQUAL, ChangeKind.INSERT, ChangeKind.DELETE, ChangeKind.MOVED


@pytest.mark.parametrize(
    ("old", "new", "found", "grouped"),
    [
        (("a b",), ("a b",), [Match(0, 2, 0, 2)], [Group(0, 1, 0, 1)]),
        # one passage became two, two became one
        (("a b c d",), ("a b", "c d"), [Match(0, 4, 0, 4)], [Group(0, 1, 0, 2)]),
        (("a b", "c d"), ("a b c d",), [Match(0, 4, 0, 4)], [Group(0, 2, 0, 1)]),
        # what went stands before what came in its place
        (("a b", "x y", "c d"), ("a b", "z", "c d"), [Match(0, 2, 0, 2), Match(4, 6, 3, 5)],
         [Group(0, 1, 0, 1), Group(1, 2, 1, 1), Group(2, 2, 1, 2), Group(2, 3, 2, 3)]),
        (("x",), ("y",), [], [Group(0, 1, 0, 0), Group(1, 1, 0, 1)]),
        ((), ("y", "z"), [], [Group(0, 0, 0, 1), Group(0, 0, 1, 2)]),
        # a match that begins and ends inside of passages
        (("a b c", "d e f"), ("b c d", "e f"), [Match(1, 6, 0, 5)], [Group(0, 2, 0, 2)]),
        # a word that a hyphen parts over two passages is one
        (("the lamp", "house"), ("the lamphouse",), [Match(0, 1, 0, 1), Match(1, 3, 1, 2)], [Group(0, 2, 0, 1)]),
        # a stop of a heading that only one of them has links nothing
        (("a", "b"), ("a", "b"), [Match(0, 1, 0, 1), Match(1, 1, 1, 1), Match(1, 2, 1, 2)],
         [Group(0, 1, 0, 1), Group(1, 2, 1, 2)]),
    ],
)  # fmt: skip
def test_which_passages_belong_together(
    old: tuple[str, ...], new: tuple[str, ...], found: list[Match], grouped: list[Group]
) -> None:
    assert list(groups(found, stream(*old), stream(*new))) == grouped


def changes(old: str, new: str, found: list[Match], *moves: Move) -> list[list[Change]]:
    """The changes of every row; passages stand one a line."""
    writer = Writer(stream(*old.split("\n")), stream(*new.split("\n")), found, moves)
    return [list(row.changes) for _, row in writer.rows()]


def test_what_lies_between_matches_changed() -> None:
    found = [Match(0, 2, 0, 2), Match(3, 5, 3, 5)]
    assert changes("oil is very dear now", "oil is not dear now", found) == [
        [Change(E, 0, 2, 0, 2), Change(ChangeKind.REPLACE, 2, 3, 2, 3), Change(E, 3, 5, 3, 5)]
    ]


def test_the_word_before_tells_a_day_from_a_figure() -> None:
    found = [Match(0, 1, 0, 1), Match(2, 3, 2, 3)]
    assert changes("june 29 then", "june 30 then", found)[0][1].kind is ChangeKind.DATE
    assert changes("of 29 then", "of 30 then", found)[0][1].kind is ChangeKind.FIGURE
    assert changes("29 then", "30 then", [Match(1, 2, 1, 2)])[0][0].kind is ChangeKind.FIGURE


def test_a_match_over_two_rows_is_cut_and_counted_from_each() -> None:
    assert changes("a b\nc d", "a b\nc d", [Match(0, 4, 0, 4)]) == [[Change(E, 0, 2, 0, 2)], [Change(E, 0, 2, 0, 2)]]


def test_equal_words_that_touch_are_one() -> None:
    assert changes("a b c", "a b c", [Match(0, 1, 0, 1), Match(1, 3, 1, 3)]) == [[Change(E, 0, 3, 0, 3)]]


def test_what_moved_is_told_apart_from_what_was_edited_on_the_way() -> None:
    move = Move(3, Span(0, 4), Span(2, 6))
    gone, here, come = changes("one two three four\na b", "a b\none two five four", [Match(4, 6, 0, 2)], move)
    assert gone == [Change(M, 0, 2, 0, 0, 3), Change(D, 2, 3, 0, 0), Change(M, 3, 4, 0, 0, 3)]
    assert here == [Change(E, 0, 2, 0, 2)]
    assert come == [Change(M, 0, 0, 0, 2, 3), Change(INS, 0, 0, 2, 3), Change(M, 0, 0, 3, 4, 3)]


def test_two_moves_that_touch_stay_two() -> None:
    moves = (Move(1, Span(0, 2), Span(4, 6)), Move(2, Span(2, 4), Span(6, 8)))
    rows = changes("one two three four\na b", "a b\nx y one two three four", [Match(4, 6, 0, 2)], *moves)
    assert rows[0] == [Change(M, 0, 2, 0, 0, 1), Change(M, 2, 4, 0, 0, 2)]
    assert rows[2] == [Change(INS, 0, 0, 0, 2), Change(M, 0, 0, 2, 4, 1), Change(M, 0, 0, 4, 6, 2)]


@pytest.mark.parametrize(
    ("first", "kind", "text"),
    [
        ("It goes on", PassageKind.PARAGRAPH, "It goes on and ends."),
        ("It ends.", PassageKind.PARAGRAPH, "It ends.\nand ends."),
        ("Title", PassageKind.HEADING, "Title\nand ends."),
    ],
)
def test_passages_that_became_one(first: str, kind: PassageKind, text: str) -> None:
    old = stream(first, "and ends.")
    old = type(old)((passage(first, kind), passage("and ends.", start=40)), old.words, old.starts)
    count = len(old.words)
    writer = Writer(old, stream(f"{first} and ends."), [Match(0, count, 0, count)], ())
    ((_, row),) = writer.rows()
    assert row.old is not None
    assert row.old.text == text
    assert row.old.spans == (Span(0, len(first)), Span(40, 49))
