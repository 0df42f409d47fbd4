"""What a line of a table is, and which of its figures stand apart from words."""

import pytest

from core.tables.text.lines import TableLine, runs, words_beside
from tests.core.tables.text.made import table_lines


def line(text: str) -> TableLine:
    """The last line that a text makes of its only line."""
    return table_lines(f"x\n{text}")[-1]


def told(text: str) -> str:
    """The kind of a line, its figures, those that stand after a word in brackets, `~` where it has words beside it."""
    found = line(text)
    figures = " ".join(one.digits for one in found.figures)
    weak = " ".join(one.digits for one in found.weak)
    return f"{found.kind.name.lower()} {figures}{f' [{weak}]' if weak else ''}{' ~' if found.loose else ''}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lamps        1,204    1,101", "figures 1,204 1,101"),
        ("Lamps 1,204", "words  [1,204]"),
        ("Lamps 1,204    1,101", "figures 1,101 [1,204]"),
        ("Lamps of 5 years    1,101", "figures 1,101"),
        ("Lamps    5 years", "words  ~"),
        ("Lamps    5 years    1,101", "figures 1,101 ~"),
        ("Lamps    Oil    1,204", "figures 1,204 ~"),
        ("Lamps and oil", "words "),
        ("Lamps    Oil", "words  ~"),
        ("    1999    1998", "years 1999 1998"),
        ("    1999 (1)    1998", "years 1999 1 1998 ~"),
        ("Year    1999    1998", "years 1999 1998"),
        ("Year    1999    1,204", "figures 1999 1,204"),
        ("1,204    1,101", "figures 1,204 1,101"),
        ("(1)    (2)    (3)", "words  ~"),
        ("(1)    (3)    (2)", "figures 1 3 2 ~"),
        ("(2)    (3)    (4)", "figures 2 3 4 ~"),
        ("(1)", "figures 1 ~"),
        ("Lamps    (1)    (2)", "figures 1 2"),
        ("Lamps ...... 1,204", "figures 1,204"),
        ("Lamps    1,204  Oil    1,101", "figures 1,204 1,101 ~"),
    ],
)
def test_a_line_with_words_or_figures(text: str, shown: str) -> None:
    assert told(text) == shown


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", []),
        ("---------   --------", ["rule"]),
        ("Lamps    -----------", ["rule", "words"]),
        ("Lamps-----------here", ["words"]),
        ("Lamps    1,204 |  1,101 |", ["figures"]),
        ("|     |", ["blank"]),
        ("| --- |", ["rule"]),
        ("=====    Lamps", ["rule", "words"]),
    ],
)
def test_strokes_and_bars(text: str, kinds: list[str]) -> None:
    assert [one.kind.name.lower() for one in table_lines(f"x\n{text}")[1:]] == kinds


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Lamps        1,204    1,101", ["Lamps"]),
        ("  Lamps of tin    Oil    1,204", ["Lamps of tin", "Oil"]),
        ("Lamps    1,204  Oil    1,101", ["Lamps", "Oil"]),
        ("    $ 1,204    1,101", []),
        ("Lamps    1,204    1,101  a", ["Lamps", "a"]),
        ("Lamps", ["Lamps"]),
    ],
)
def test_the_words_of_a_line(text: str, parts: list[str]) -> None:
    assert [part.text for part in words_beside(line(text))] == parts


@pytest.mark.parametrize(
    ("rule", "strokes"),
    [
        ("-----  ---", [(0, 5), (7, 10)]),
        ("- - ------", [(4, 10)]),
        ("- -", [(0, 1), (2, 3)]),
        ("--- ==", [(0, 3), (4, 6)]),
        ("", []),
    ],
)
def test_the_strokes_of_a_rule(rule: str, strokes: list[tuple[int, int]]) -> None:
    assert runs(rule) == strokes
