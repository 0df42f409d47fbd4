"""Like sentences that say one thing with two amounts."""

import pytest

from core.checks.check import Status
from core.checks.prose.said import mentions
from core.checks.prose.tie import tie_prose
from core.checks.prose.twice import said_otherwise
from core.document.plain import lay_out
from core.source import Source

NOTE = "In March 2003 the mill bought the kettle works at Alder Lane for $4,812,000 in cash and 31,000 shares."
SHORT = "In March 2003 we bought the works at Alder Lane for ${} in cash and 31,000 shares."
AGAIN = "In March 2003 the mill has bought the kettle works at Alder Lane, for ${} in cash and 31,000 shares."


def _pairs(*passages: str) -> list[tuple[str, str]]:
    source = Source(1, "\n\n".join(passages) + "\n")
    return [(pair.one.text, pair.other.text) for pair in said_otherwise(mentions(lay_out(source)))]


@pytest.mark.parametrize(
    ("other", "amount"),
    [
        (AGAIN, "4,182,000"),
        (AGAIN, "4,842,000"),
        (AGAIN, "48,812,000"),
        (SHORT, "4,182,000"),
    ],
)
def test_a_slip_between_sentences_in_the_same_words_is_seen(other: str, amount: str) -> None:
    assert _pairs(NOTE, other.format(amount)) == [("$4,812,000", f"${amount}")]


@pytest.mark.parametrize(
    "other",
    [
        AGAIN.format("4,812,000"),
        AGAIN.format("3,950,000"),
        AGAIN.format("4,182,000").replace("2003", "2002"),
        AGAIN.format("4,182,000").replace("kettle works", "linen works"),
        AGAIN.format("4,182,000").replace("31,000", "30,000"),
        AGAIN.format("4,182,000").replace("cash", "cash, and $4,812,000 in notes,"),
    ],
    ids=["the same", "no slip", "another year", "another thing", "another number", "both are said"],
)
def test_what_speaks_of_another_thing_is_left_alone(other: str) -> None:
    assert _pairs(NOTE, other) == []


def test_sentences_without_another_number_say_nothing_certain() -> None:
    words = "The loan of the mill is secured by its land and by all its kettles for {}."
    assert _pairs(words.format("$4,812,000"), words.format("$4,182,000")) == []


def test_what_the_one_takes_in_and_the_other_tells_apart_is_no_slip() -> None:
    one = "Taxes for 2003 of $357,000 consist of $583,000 current expense and a $226,000 deferred benefit of the mill."
    other = one.replace("$583,000", "$538,000")
    apart = other.replace("and a", "and $45,000 in lieu of taxes and a")
    assert _pairs(one, other) == [("$583,000", "$538,000")]
    assert _pairs(one, apart) == []


def _off(*passages: str) -> list[tuple[str, str]]:
    checks = tie_prose([lay_out(Source(1, "\n\n".join(passages) + "\n"))], ())
    return [(check.subject, check.title) for check in checks if check.status is Status.OFF]


def test_where_nothing_tells_which_is_wrong_both_places_are_shown() -> None:
    ((subject, title),) = _off(NOTE, AGAIN.format("4,182,000"))
    assert subject == "$4,182,000"
    assert "$4,812,000 in one place and $4,182,000 in another" in title


def test_what_a_third_sentence_says_too_is_right() -> None:
    found = _off(AGAIN.format("4,182,000"), NOTE, AGAIN.format("4,812,000"))
    assert [subject for subject, _ in found] == ["$4,182,000"]
    assert "it says $4,812,000" in found[0][1]
