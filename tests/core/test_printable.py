"""Nothing that a terminal would obey comes from a file's words or its name."""

import pytest

from core.printable import drawn, one_line


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a plain name.txt", "a plain name.txt"),
        ("Société générale — 東京", "Société générale — 東京"),
        ("a\nb\r\n c\td", "a b c d"),
        ("\x1b[31mred\x1b]0;title\x07", "\\x1b[31mred\\x1b]0;title\\x07"),
        ("invoice\u202etxt.exe", "invoice\\u202etxt.exe"),
        ("\x9b2J", "\\x9b2J"),
        ("\u2066isolated\u2069", "\\u2066isolated\\u2069"),
    ],
)
def test_one_line_shows_the_numbers_of_what_would_be_obeyed(words: str, shown: str) -> None:
    assert one_line(words) == shown


def test_text_keeps_its_length_and_its_lines() -> None:
    text = "Cash\t1,234\n\x1b[2J\u202eDebt\nsoft\u00adhyphen\n"
    assert drawn(text) == "Cash\t1,234\n\ufffd[2J\ufffdDebt\nsoft\u00adhyphen\n"


def test_plain_text_is_the_same_object() -> None:
    text = "Cash  1,234\nDebt    567\n"
    assert drawn(text) is text
