"""The words for decisions and clues."""

from collections.abc import Hashable
from datetime import date

import pytest

from core.evidence import CERTAIN, Clue, Verdict, judged, single
from core.judgements import Question
from core.outline.section import SectionKind
from core.statements.statement import Period, Role, StatementKind, Unit
from core.wording import Told, because, brief, clues, listed, strength, sureness, thing, weighed


@pytest.mark.parametrize(
    ("value", "asked", "words"),
    [
        (SectionKind.ITEM, None, "an Item"),
        (StatementKind.CASH_FLOW, None, "cash flow"),
        (Role.SUBTOTAL, None, "subtotal"),
        (Unit.PER_SHARE, None, "money a share"),
        (Period(date(2003, 1, 1), date(2003, 12, 31)), None, "January 1, 2003 to December 31, 2003"),
        (Period(None, date(2003, 12, 31)), None, "the day December 31, 2003"),
        (Period(None, None), None, "no known time"),
        (1_000, Question.SCALE, "thousands"),
        (100, Question.SCALE, "100s"),
        (None, None, "nothing"),
        (True, None, "yes"),
        (("USD", date(2003, 1, 2)), None, "USD, January 2, 2003"),
    ],
)
def test_what_was_decided(value: Hashable, asked: Question | None, words: str) -> None:
    assert thing(value, asked) == words


@pytest.mark.parametrize(
    ("weight", "words"),
    [
        (10.0, "settles it"),
        (6.0, "nearly enough by itself"),
        (3.0, "a good sign"),
        (2.0, "a sign"),
        (0.5, "a hint"),
        (0.0, "is noted"),
        (-0.5, "speaks against it"),
        (-5.0, "speaks strongly against it"),
        (-10.0, "rules it out"),
    ],
)
def test_how_strongly(weight: float, words: str) -> None:
    assert strength(weight) == words


NEAR: Verdict[str] | None = judged((Clue("pot/hot", 2.0, "pot"), Clue("pot/has-a-spout", 2.5, "kettle")))


def test_clues_for_come_before_clues_against() -> None:
    assert NEAR is not None
    told = [(each.mark, each.strength, each.knows, each.instead) for each in clues(NEAR)]
    assert told == [("+", "a sign", "has a spout", ""), ("-", "a sign", "hot", "pot")]


def test_how_sure() -> None:
    assert NEAR is not None
    assert sureness(NEAR) == "It could as well be pot: the clues are nearly even (2.5 points against 2)."
    far: Verdict[str] | None = judged((Clue("a", 5.0, "kettle"), Clue("b", 1.0, "pot")))
    assert far is not None
    assert sureness(far) == "It could have been pot, for which less speaks (5 points against 1)."
    assert sureness(single("tag", "kettle")) == "No rule spoke for anything else."


def test_the_strongest_clue_in_short() -> None:
    assert NEAR is not None
    assert because(NEAR) == "has a spout"
    assert because(single("tag/said-outright", 1)) == "said outright"


def test_lists_are_cut_where_they_are_long() -> None:
    assert listed([2], 3) == "2"
    assert listed([2, 3, 4], 3) == "2, 3 and 4"
    assert listed([2, 3, 4, 5], 3) == "2, 3, 4 and 5"
    assert listed([2, 3, 4, 5, 6], 3) == "2, 3, 4 and 2 more"


@pytest.mark.parametrize(
    ("weight", "word"),
    [
        (CERTAIN, "certain"),
        (CERTAIN - 0.1, "strong"),
        (5.0, "strong"),
        (4.9, "good sign"),
        (3.0, "good sign"),
        (2.9, "sign"),
        (2.0, "sign"),
        (1.9, "hint"),
        (0.1, "hint"),
        (0.0, "against"),
        (-3.0, "against"),
    ],
)
def test_a_weight_in_a_word_or_two(weight: float, word: str) -> None:
    clue = Clue("head/years", weight, says=True)
    assert weighed(clue) == word
    assert brief(Told("+", "", "", "", clue)) == word
    assert brief(Told("-", "", "", "no", clue)) == ("or else" if weight > 0 else word)


def test_because_of_the_strongest_clue_for_what_was_decided() -> None:
    weak, strong, other = (
        Clue(f"x/{name}", weight, says)
        for name, weight, says in (("weak-one", 1.0, "a"), ("strong-one", 2.0, "a"), ("other-one", 3.0, "b"))
    )
    assert because(Verdict("a", 3.0, (weak, other, strong))) == "strong one"
    assert because(Verdict("a", 0.0, (other,))) == ""
    assert because(Verdict("a", 0.0, (weak._replace(weight=0.0),))) == ""
