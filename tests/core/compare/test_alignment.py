"""Which words stayed: without what is equal by chance, from where sentences begin, hyphens or not."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare.alignment import Match, matches
from core.compare.stream import Stream
from tests.core.compare.streams import stream


def found_in(old: Stream, new: Stream) -> list[Match]:
    """The matches of two texts that hold words."""
    steps = matches(old, new)
    try:
        while True:
            next(steps)
    except StopIteration as done:
        found: list[Match] = done.value
        return [one for one in found if one.old_end > one.old_start or one.new_end > one.new_start]


def run(old: Stream, new: Stream) -> list[tuple[str, str]]:
    """The runs of words that stayed, as each text has them."""
    return [
        (" ".join(old.words[one.old_start : one.old_end]), " ".join(new.words[one.new_start : one.new_end]))
        for one in found_in(old, new)
    ]


def stayed(old: str, new: str) -> list[str]:
    """The runs of words that stayed in two texts, whose passages stand one a line."""
    found = run(stream(*old.split("\n")), stream(*new.split("\n")))
    assert all(was.replace(" ", "") == now.replace(" ", "") for was, now in found)
    return [was for was, _ in found]


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("oil is dear this year", "oil is dear this year", ["oil is dear this year"]),
        ("oil is dear this year", "oil was dear this year", ["oil", "dear this year"]),
        ("one two three four five", "six seven eight nine ten", []),
        # few words of another sentence are shared by chance
        ("the boat of the company is old and needs paint", "of lamps sold the most were brass and of them few", []),
        # five in a row are no chance, though most of the sentence is another
        (
            "in the opinion of management none of it is lost",
            "nothing came of it last year but in the opinion of management all is well and will be for some time to come",
            ["in the opinion of management"],
        ),
        # what is the same where both begin and end stays, however few words it is
        ("sell more oil", "sell less oil", ["sell", "oil"]),
        ("sell much more oil", "sell much more wax", ["sell much more"]),
    ],
)
def test_what_stays(old: str, new: str, runs: list[str]) -> None:
    assert stayed(old, new) == runs


def test_one_or_two_words_in_a_rewritten_phrase_are_rewritten_too() -> None:
    ends = "last year our sales of lamps", "abroad in all of our many markets and harbors"
    old = f"{ends[0]} rose because the demand for brass {ends[1]}"
    new = f"{ends[0]} fell since few for years burned {ends[1]}"
    assert stayed(old, new) == [*ends]
    near = f"{ends[0]} rose the demand {ends[1]}"
    assert stayed(near, f"{ends[0]} fell the harbors {ends[1]}") == [ends[0], "the", ends[1]]


def test_what_came_begins_with_its_sentence() -> None:
    old = "The Company sells lamps. The Company pays its men. It is old."
    new = "The Company sells lamps. The Company burns oil. The Company pays its men. It is old."
    assert stayed(old, new) == ["the company sells lamps .", "the company pays its men . it is old ."]
    assert stayed(new, old) == stayed(old, new)


@pytest.mark.parametrize(
    ("old", "new", "pair"),
    [
        ("the lamp house is old and dry", "the lamphouse is old and dry", ("lamp house", "lamphouse")),
        ("the lamphouse is old and dry", "the lamp house is old and dry", ("lamphouse", "lamp house")),
        ("all is old in the lamp-", "all is old in the lamp", ("lamp", "lamp")),
    ],
)
def test_a_word_that_a_hyphen_parts(old: str, new: str, pair: tuple[str, str]) -> None:
    found = run(stream(old), stream(new))
    assert pair in found or any(was.endswith(pair[0]) and now.endswith(pair[1]) for was, now in found)
    assert " ".join(was for was, _ in found) == " ".join(stream(old).words)


def test_figures_are_not_parted() -> None:
    assert run(stream("there are 12 34 boats in the harbor"), stream("there are 1234 boats in the harbor")) == [
        ("there are", "there are"), ("boats in the harbor", "boats in the harbor"),
    ]  # fmt: skip


@pytest.mark.parametrize("stop", [".", ":"])
def test_the_stop_of_a_heading_is_no_change(stop: str) -> None:
    old, new = stream(f"Sales of lamps{stop}", "They rose this year."), stream("Sales of lamps", "They rose this year.")
    found = run(old, new)
    assert "".join(was for was, _ in found).replace(" ", "") == f"salesoflamps{stop}theyrosethisyear."
    assert "".join(now for _, now in found).replace(" ", "") == "salesoflampstheyrosethisyear."


SENTENCES = st.lists(
    st.sampled_from(["Oil is dear.", "Lamps are made of brass here.", "It pays.", "oil", "the lamp-", "12"]), max_size=6
)


@settings(deadline=None)
@given(SENTENCES, SENTENCES)
def test_matches_rise_in_both_texts_and_hold_the_same_letters(old: list[str], new: list[str]) -> None:
    one, other = stream(*old), stream(*new)
    for was, now in run(one, other):
        assert was.replace(" ", "").replace(".", "") == now.replace(" ", "").replace(".", "")
    found = found_in(one, other)
    for before, after in pairwise(found):
        assert before.old_end <= after.old_start
        assert before.new_end <= after.new_start
