"""Numbers of notes in the ways in which they are printed."""

import pytest

from core.outline.note_numbers import named_note, numbered_line


def read(text: str) -> list[str]:
    """Every way in which a line can be read: form, number as told, and the words behind."""
    found = named_note(0, text) if text[:4].lower() in ("note", "foot") else numbered_line(0, text)
    return [f"{each.form} | {each.number} {each.shown} | {each.rest}" for each in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("NOTE 7 - WOOL", ["note 1 | 7 7 | WOOL"]),
        ("Note 7. Wool", ["note 1 | 7 7 | Wool"]),
        ("NOTE7: WOOL", ["note 1 | 7 7 | WOOL"]),
        ("Note (7) Wool", ["note 1 | 7 7 | Wool"]),
        ("Note No. 7 Wool", ["note 1 | 7 7 | Wool"]),
        ("Footnote 7 Wool", ["note 1 | 7 7 | Wool"]),
        ("NOTE SEVEN - Wool", ["note 1 | 7 7 | Wool"]),
        ("Note Twenty-One: Wool", ["note 1 | 21 21 | Wool"]),
        ("NOTE B - Wool", ["note A | 2 B | Wool"]),
        ("NOTE IV - Wool", ["note I | 4 4 | Wool"]),
        ("NOTE V", ["note A | 22 V | ", "note I | 5 5 | "]),
        ("7. Wool", ["1. | 7 7 | Wool"]),
        ("7 . Wool", ["1. | 7 7 | Wool"]),
        ("7.WOOL", ["1. | 7 7 | WOOL"]),
        ("(7) Wool", ["(1) | 7 7 | Wool"]),
        ("(7)Wool", ["(1) | 7 7 | Wool"]),
        ("7  1993 Charges", ["1 | 7 7 | 1993 Charges"]),
        ("7 -- Wool", ["1- | 7 7 | Wool"]),
        ("7 \u2013 Wool", ["1- | 7 7 | Wool"]),
        ("7. \u2014 Wool", ["1. | 7 7 | Wool"]),
        ("7: Wool", ["1: | 7 7 | Wool"]),
        ("IX. Wool", ["I. | 9 9 | Wool"]),
        ("B. Wool", ["A. | 2 B | Wool"]),
        ("I. Wool", ["A. | 9 I | Wool", "I. | 1 1 | Wool"]),
    ],
)
def test_a_number(text: str, wanted: list[str]) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Note 7 tells of wool",
        "Notes to Financial Statements",
        "Note that wool is dear",
        "Notes I and II",
        "note b - wool",
        "7. wool is dear",
        "7.5 Wool",
        "7.AB",
        "7  1,234",
        "Visa Inc.",
        "A company of weavers",
        "II The Mill",
    ],
)
def test_what_is_no_number_of_a_note(text: str) -> None:
    assert read(text) == []


def test_roman_figures_are_printed_as_they_are() -> None:
    assert [each.printed for each in numbered_line(0, "IV. Wool")] == ["IV"]
    assert [each.printed for each in numbered_line(0, "4. Wool")] == ["4"]
