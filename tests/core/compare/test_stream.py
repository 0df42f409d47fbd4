"""One side of a comparison: its words, and where its passages and sentences begin."""

import pytest

from core.compare.stream import Found, side
from core.document.prose import PassageKind
from core.source import Span
from tests.core.compare.streams import passage, read, stream

TEXT = stream("Oil is dear. Lamps are not.", "The U.S. Navy burns both! It pays.")


def test_where_passages_and_sentences_begin() -> None:
    assert TEXT.starts == (0, 8, 18)
    assert TEXT.sentences == (0, 4, 8, 15)
    assert [TEXT.words[at] for at in TEXT.sentences] == ["oil", "lamps", "the", "it"]


@pytest.mark.parametrize(
    ("word", "held"), [(0, (0, 0)), (3, (0, 0)), (4, (0, 1)), (7, (0, 1)), (8, (1, 2)), (14, (1, 2)), (15, (1, 3))]
)
def test_what_holds_a_word(word: int, held: tuple[int, int]) -> None:
    assert (TEXT.passage_at(word), TEXT.sentence_at(word)) == held


@pytest.mark.parametrize(("number", "span"), [(0, Span(0, 4)), (1, Span(4, 8)), (2, Span(8, 15)), (3, Span(15, 18))])
def test_the_words_of_a_sentence(number: int, span: Span) -> None:
    assert TEXT.sentence(number) == span


def test_beginnings() -> None:
    assert [word for word in range(19) if TEXT.is_passage_start(word)] == [0, 8, 18]
    assert [word for word in range(19) if TEXT.is_sentence_start(word)] == [0, 4, 8, 15]


def test_passages_without_words_are_left_out() -> None:
    empty = Found(passage("---", PassageKind.VERBATIM), [])
    found = side([empty, *read("One two."), empty, *read("Three.")])
    assert [one.text for one in found.stream.passages] == ["One two.", "Three."]
    assert found.stream.starts == (0, 3, 5)
    assert found.tables == ()
    assert side([empty]).stream.starts == (0,)
