"""The border between code points and UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st

from gui.text.utf16 import Units

TEXTS = st.text(alphabet="aé中😀𝄞\n ", max_size=60)


@given(TEXTS)
def test_there_is_what_encoding_says(text: str) -> None:
    units = Units(text)
    for index in range(len(text) + 1):
        assert units.to_qt(index) == len(text[:index].encode("utf-16-le")) // 2


@given(TEXTS)
def test_there_and_back(text: str) -> None:
    units = Units(text)
    assert [units.from_qt(units.to_qt(index)) for index in range(len(text) + 1)] == list(range(len(text) + 1))


def test_the_second_half_of_an_emoji_is_the_emoji() -> None:
    assert [Units("a😀b").from_qt(offset) for offset in range(5)] == [0, 1, 1, 2, 3]
