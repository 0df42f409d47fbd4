"""A line as it is written word by word."""

import pytest

from core.markup.css import BOLD, CAPITALS, CENTRED, ITALIC, RAISED
from core.markup.line import Line, add, hard_indent, seen


def written(*words: tuple[str, int], state: int = 0) -> Line:
    """A line of words, each set in its own way."""
    line = Line(0, 0.0, state)
    for text, how in words:
        add(line, text.split(), blank=True, state=how, element=None, tail=False)
    return line


def test_words_stand_apart_and_tell_where_they_come_from() -> None:
    line = written(("Oil is", 0), ("dear", BOLD))
    assert (line.text, line.length, [run.at for run in line.runs]) == ("Oil is dear", 11, [0, 7])


def test_capitals_by_style() -> None:
    assert written(("Oil is", CAPITALS), ("dear", 0)).text == "OIL IS dear"


@pytest.mark.parametrize(
    ("words", "state", "look"),
    [
        ([("Oil", BOLD)], 0, BOLD),
        ([("Oil", BOLD)], CENTRED, BOLD | CENTRED),
        ([("nine letters of it", BOLD), ("x", 0)], 0, BOLD),
        ([("half of", BOLD), ("it here", 0)], 0, 0),
        ([("half of", BOLD | ITALIC), ("it here", BOLD)], 0, BOLD),
        ([], CENTRED, CENTRED),
    ],
)
def test_a_line_is_set_as_nearly_all_of_it_is(words: list[tuple[str, int]], state: int, look: int) -> None:
    assert written(*words, state=state).look == look


def test_how_much_of_its_beginning_is_set_apart() -> None:
    assert written(("Oil.", BOLD), ("It is dear", 0), ("too", BOLD)).led == 4
    assert written(("Oil.", 0), ("It is dear", BOLD)).led == 0


def test_a_superscript_at_the_end() -> None:
    assert written(("Oil", 0), ("1", RAISED)).raised == 4
    assert written(("Oil", 0), ("1", RAISED), ("2", RAISED)).raised == 4
    assert written(("Oil", 0), ("1", RAISED), ("is", 0)).raised == -1
    assert written(("Oil", 0)).raised == -1


@pytest.mark.parametrize(
    ("text", "shown"),
    [("oil", "oil"), ("o\u200bi\xadl", "oil"), ("it\x92s", "it’s"), ("\x81x", "x"), ("ﬁne é", "ﬁne é")],
)
def test_characters_as_a_browser_shows_them(text: str, shown: str) -> None:
    assert seen(text) == shown


@pytest.mark.parametrize(
    ("text", "points"), [("\xa0\xa0Oil", 5.0), (" \xa0 Oil", 2.5), ("Oil\xa0\xa0", 0.0), ("  Oil", 0.0), ("", 0.0)]
)
def test_hard_blanks_before_the_first_word(text: str, points: float) -> None:
    assert hard_indent(text) == points
