"""Sentences that stand elsewhere now: by their words, one with one other, what stands beside them with them."""

import pytest

from core.compare import moves
from core.compare.alignment import Match
from core.compare.moves import Move
from core.compare.steps import finished
from core.compare.stream import Stream
from core.source import Span
from tests.core.compare.streams import stream

STAYS = ("Lamps are made of brass in the works at Harbor.", "Oil comes by ship from three ports in the north.")
MOVES = "The Company insures its boats with two old companies."
EDITED = "The Company insures its boats with two new companies."
OTHER = "The Company insures nothing but what it has built itself."
SHORT = "It pays."


def moved(found: list[Match], old: Stream, new: Stream) -> list[Move]:
    """All that moved, its pauses passed over."""
    return finished(moves.moved(found, old, new))


def same(old: Stream, new: Stream) -> list[Match]:
    """The passages that stay, matched by hand: the same text in both, in order."""
    found = []
    at = 0
    for i, one in enumerate(old.passages):
        for j in range(at, len(new.passages)):
            if one.text == new.passages[j].text and one.text in STAYS:
                found.append(Match(old.starts[i], old.starts[i + 1], new.starts[j], new.starts[j + 1]))
                at = j + 1
                break
    return found


def told(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[int, str, str]]:
    """What moved: the number of the move, its words in either text."""
    one, other = stream(*old), stream(*new)
    return [
        (
            move.number,
            " ".join(one.words[move.old.start : move.old.end]),
            " ".join(other.words[move.new.start : move.new.end]),
        )
        for move in moved(same(one, other), one, other)
    ]


def words(text: str) -> str:
    return " ".join(stream(text).words)


@pytest.mark.parametrize("after", [MOVES, EDITED])
def test_a_sentence_that_moved_edited_or_not(after: str) -> None:
    assert told((MOVES, *STAYS), (*STAYS, after)) == [(1, words(MOVES), words(after))]


def test_a_sentence_that_was_put_into_another() -> None:
    old, new = stream(MOVES, *STAYS), stream(STAYS[0], f"Oil comes by {MOVES} ship from three ports in the north.")
    at, length = len(old.words) - len(stream(STAYS[1]).words), len(stream(MOVES).words)
    first, put = len(stream(STAYS[0]).words), len(stream("Oil comes by").words)
    same = [
        Match(length, at, 0, first),
        Match(at, at + put, first, first + put),
        Match(at + put, len(old.words), first + put + length, len(new.words)),
    ]
    assert moved(same, old, new) == [Move(1, Span(0, length), Span(first + put, first + put + length))]


def test_parts_of_two_sentences_are_no_sentence_that_moved() -> None:
    part = "with two old companies in the town"
    old = stream(f"Oil comes {part} by ship.", "Masts are new.")
    new = stream("Oil comes by ship.", f"Masts are {part} new.")
    two, length = len(stream("Oil comes").words), len(stream(part).words)
    three = len(stream("by ship.").words)
    same = [
        Match(0, two, 0, two),
        Match(two + length, two + length + three + two, two, two + three + two),
        Match(two + length + three + two, len(old.words), two + three + two + length, len(new.words)),
    ]
    assert moved(same, old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((MOVES, *STAYS), (*STAYS, OTHER)),  # too few of its words
        ((SHORT, *STAYS), (*STAYS, SHORT)),  # too short to be known elsewhere
        ((STAYS[0], MOVES, STAYS[1]), (STAYS[0], EDITED, STAYS[1])),  # in the same place: edited, not moved
        ((MOVES, *STAYS), STAYS),
        (STAYS, (*STAYS, MOVES)),
    ],
)
def test_what_has_not_moved(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    assert told(old, new) == []


def test_what_stands_beside_moved_with_it_however_short() -> None:
    found = told((SHORT, MOVES, SHORT, *STAYS), (*STAYS, SHORT, MOVES, SHORT))
    assert found == [(1, words(text), words(text)) for text in (SHORT, MOVES, SHORT)]


def test_two_that_moved_apart_are_two_moves() -> None:
    another = "No dividends were paid to anyone in any of the years told of."
    found = told((MOVES, another, *STAYS), (STAYS[0], MOVES, STAYS[1], another))
    assert [(number, was) for number, was, _ in found] == [(1, words(MOVES)), (2, words(another))]


def test_the_likest_of_two_is_taken_and_only_once() -> None:
    assert told((EDITED, MOVES, *STAYS), (*STAYS, MOVES)) == [(1, words(MOVES), words(MOVES))]
    assert told((MOVES, *STAYS), (*STAYS, EDITED, MOVES)) == [(1, words(MOVES), words(MOVES))]


def test_places_are_words_of_either_text() -> None:
    old, new = stream(MOVES, *STAYS), stream(*STAYS, MOVES)
    assert moved(same(old, new), old, new) == [Move(1, Span(0, 10), Span(22, 32))]
