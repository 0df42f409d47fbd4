"""Places of a text and places on its page are one another's inverse, however blanks are folded."""

from hypothesis import given
from hypothesis import strategies as st

from core.source import Span
from gui.web.runs import Mark, Place, Runs

WORDS = st.lists(st.text(alphabet="ab1,é中😀$ \n\t\xa0", max_size=12), max_size=8)


def starts(words: list[str]) -> list[int]:
    return [sum(map(len, words[:index])) for index in range(len(words))]


@given(WORDS)
def test_there_and_back(words: list[str]) -> None:
    text = "".join(words)
    runs = Runs(text, starts(words))
    for offset, sign in enumerate(text):
        place = runs.place(offset)
        assert place is not None
        if not sign.isspace():
            assert runs.offset(place) == offset


@given(WORDS, st.integers(0, 60), st.integers(0, 60))
def test_a_mark_holds_the_signs_of_its_span_and_no_others(words: list[str], one: int, other: int) -> None:
    text = "".join(words)
    runs = Runs(text, starts(words))
    span = Span(min(one, other), max(one, other))
    mark = runs.mark(span)
    inside = text[span.start : span.end]
    if mark is None:
        assert inside.strip() == ""
    else:
        assert text[runs.offset(mark.first) : runs.offset(mark.last) + 1] == inside.strip()


def test_a_page_names_its_runs() -> None:
    runs = Runs.of("ab cd ef", b'<p data-at="0">ab<i data-at="3">cd</i><span data-at="6">ef</span>')
    assert runs.mark(Span(1, 7)) == Mark(Place(0, 1), Place(6, 0))
    assert runs.mark(Span(2, 3)) is None


def test_what_stands_before_the_first_run_has_no_place() -> None:
    runs = Runs("ab cd", [3])
    assert runs.place(1) is None
    assert runs.mark(Span(0, 2)) is None
    assert Runs("", ()).mark(Span(0, 5)) is None


def test_a_page_with_more_signs_than_the_text_leads_to_its_end() -> None:
    assert Runs("ab cd", [0]).offset(Place(0, 99)) == 4
    assert Runs("ab cd", [0]).offset(Place(77, 1)) == 5
