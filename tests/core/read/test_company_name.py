"""Names of companies as covers print them, and what is printed there besides."""

import pytest

from core.read.company_name import first_name, in_a_sentence, is_no_name, nearest_name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("HARBOR LAMP COMPANY", "HARBOR LAMP COMPANY"),
        ("Harbor Lamp Company, Inc.\nof the sea", "Harbor Lamp Company"),
        ("Words first\n\n   Harbor & Sons Corporation\n", "Harbor & Sons Corporation"),
        ("HARBOR LAMP COMPANY\n\nHarbor Lamp Company sells lamps.", "Harbor Lamp Company"),
        ("the lamps of the harbor and its town", None),
        ("", None),
    ],
)
def test_the_first_name_of_a_page(head: str, name: str | None) -> None:
    found = first_name(head)
    assert (found.rstrip(".") if found else found) == name


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("December 31, 2003", True),
        ("1-12345", True),
        ("", True),
        ("Harbor Lamp Company", False),
        ("HARBOR LAMP COMPANY", False),
    ],
)
def test_what_is_no_name(text: str, other: bool) -> None:
    assert is_no_name(text) is other


@pytest.mark.parametrize(
    ("before", "inside"),
    [
        ("the report of ", True),
        ("the report of\n", True),
        ("the report of\n\n", False),
        ("the report says\n", False),
        ("the report says ", True),
        ("The Report ", False),
        ("", False),
    ],
)
def test_a_name_in_a_sentence_is_behind_a_word_that_goes_on(before: str, inside: bool) -> None:
    assert in_a_sentence(f"{before}Harbor Lamp Company", len(before)) is inside


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Harbor Lamp Company"], "Harbor Lamp Company"),
        (["-------", "Harbor Lamp Company", ""], "Harbor Lamp Company"),
        (["Lamp Company", "Harbor", ""], "Harbor Lamp Company"),
        (["December 31, 2003", "Harbor Lamp Company"], "Harbor Lamp Company"),
        (["a", "b", "Lamps of the Harbor"], "a"),
        ([], None),
        (["", "---"], None),
    ],
)
def test_the_nearest_name_above(lines: list[str], name: str | None) -> None:
    assert nearest_name(iter(lines)) == name
