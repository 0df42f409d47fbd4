"""Words that a spreadsheet would carry out begin with an apostrophe; numbers stay numbers."""

import pytest

from core.formulas import guarded


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_begins_like_a_formula_is_guarded(begin: str) -> None:
    assert guarded(f'{begin}HYPERLINK("http://x")') == f'\'{begin}HYPERLINK("http://x")'


@pytest.mark.parametrize("number", ["-5", "-1234.50", "+7", "12", "-3.5%"])
def test_a_bare_number_stays_one(number: str) -> None:
    assert guarded(number) == number


@pytest.mark.parametrize("words", ["", "Cash", "  Basic", "(5)", "1 = 1", "'=quoted"])
def test_other_words_stay_as_they_are(words: str) -> None:
    assert guarded(words) == words


@pytest.mark.parametrize("words", ["-1+cmd|' /C calc'!A0", "-٣", "+1-2", "-1,234"])
def test_what_only_begins_like_a_number_is_guarded(words: str) -> None:
    assert guarded(words) == f"'{words}"
