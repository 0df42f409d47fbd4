"""Which titles say that they were begun on an earlier page."""

import pytest

from core.document.continued import is_continued


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("BALANCE SHEETS (CONTINUED)", True),
        ("Balance Sheets - continued.", True),
        ("Balance Sheets (Cont'd)", True),
        ("Balance Sheets (cont.)", True),
        ("Balance Sheets (continued from page 12)", True),
        ("Notes, continuation", True),
        ("Income of discontinued", False),
        ("Continued operations", False),
        ("(Continued) Balance Sheets", False),
        ("Balance Sheets", False),
        ("", False),
    ],
)
def test_a_title_that_says_so_at_its_end(title: str, said: bool) -> None:
    assert is_continued(title) is said
