"""Places in a text: spans, cites, lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.source import Cite, Source, Span, cite

TEXT = "Cash  12\n\n  Debt (3)\n"


@pytest.mark.parametrize(
    ("inner", "held"),
    [((2, 5), True), ((2, 8), True), ((3, 8), True), ((1, 5), False), ((2, 9), False), ((2, 2), True), ((8, 8), True)],
)
def test_a_span_holds_what_lies_inside_it(inner: tuple[int, int], held: bool) -> None:
    assert Span(2, 8).holds(Span(*inner)) is held


def test_a_cite_begins_with_its_first_span_and_ends_with_its_last() -> None:
    place = Cite(2, (Span(3, 4), Span(7, 9)))
    assert (place.document, place.start, place.end) == (2, 3, 9)
    assert cite(1, 5, 6) == Cite(1, (Span(5, 6),))


def test_lines_and_what_they_hold() -> None:
    source = Source(1, TEXT)
    assert source.lines == ["Cash  12", "", "  Debt (3)", ""]
    assert source.bare == ["Cash  12", "", "Debt (3)", ""]
    assert source.starts == [0, 9, 10, 21]
    assert source.line_span(3) == Span(10, 20)
    assert source.read(source.line_span(1)) == "Cash  12"


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (8, 1), (9, 2), (10, 3), (20, 3), (21, 4), (99, 4)])
def test_the_line_of_an_offset(offset: int, line: int) -> None:
    assert Source(1, TEXT).line_of(offset) == line


def test_the_spans_of_a_cite_are_joined_as_they_stand() -> None:
    assert Source(1, TEXT).read(Cite(1, (Span(17, 18), Span(18, 20)))) == "(3)"


@given(st.text(st.sampled_from("ab\n"), max_size=30), st.data())
def test_an_offset_lies_in_its_line(text: str, data: st.DataObject) -> None:
    source = Source(1, text)
    offset = data.draw(st.integers(0, len(text)))
    span = source.line_span(source.line_of(offset))
    assert span.start <= offset <= span.end
