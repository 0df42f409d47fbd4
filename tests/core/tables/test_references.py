"""Columns that name the notes hold words."""

from tests.core.tables.drawing import drawn


def test_note_numbers_are_words() -> None:
    text = """
                             Note         2000         1999
                             ----        -----        -----
        Sales                   3        1,234        1,100
        Cost of sales           4          800          700
        Net income                         434          400
    """
    assert drawn(text).splitlines() == [
        "[] Note | 2000 | 1999",
        "Sales; '3'; 1234; 1100",
        "Cost of sales; '4'; 800; 700",
        "Net income; _; 434; 400",
    ]


def test_a_part_of_a_note_is_named_whole() -> None:
    text = """
                             Note         2000         1999
                             ----        -----        -----
        Real estate          1(a)        1,234        1,100
        Group companies      1(b)          800        700(a)
        Sales                2             434          400
    """
    assert drawn(text).splitlines() == [
        "[] Note | 2000 | 1999",
        "Real estate; '1(a)'; 1234; 1100",
        "Group companies; '1(b)'; 800; 700(a)",
        "Sales; '2'; 434; 400",
    ]


def test_amounts_under_notes_stay_amounts() -> None:
    text = """
                            Notes        Bonds
                            -----        -----
        Due in 2001         1,500        1,234
        Due in 2002           800        2,500
    """
    assert "Due in 2001; 1500; 1234" in drawn(text)
