"""With which signs the figures of a table are written, told by all of them."""

import pytest

from core.tables.numerals import Numerals, as_usual, numerals
from tests.core.tables.html.drawing import drawn


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        (["Sales", "1,234", "934.567"], Numerals.COMMAS),
        (["Sales", "1.234.567", "934.567"], Numerals.DOTS),
        (["Sales", "(1.234,5)", "1,25"], Numerals.DOTS),
        (["1 234 567", "12 345"], Numerals.BLANKS),
        (["1 234 567", "12 Main 345"], Numerals.COMMAS),
        (["1\u2019234", "CHF 5"], Numerals.APOSTROPHES),
        (["1.234.567", "1,234,567"], Numerals.COMMAS),
        (["Call 1 800 555 1234", "1 800 555"], Numerals.COMMAS),
    ],
)
def test_the_table_tells_how_its_figures_are_written(cells: list[str], written: Numerals) -> None:
    assert numerals(cells).decided is written


@pytest.mark.parametrize(
    ("text", "written", "usual"),
    [
        ("(1.234,5)", Numerals.DOTS, "(1,234.5)"),
        ("1 234,5 %", Numerals.BLANKS, "1,234.5 %"),
        ("1'234.5", Numerals.APOSTROPHES, "1,234.5"),
        ("1.234", Numerals.COMMAS, "1.234"),
    ],
)
def test_figures_are_written_as_usual_sign_for_sign(text: str, written: Numerals, usual: str) -> None:
    assert as_usual(text, written) == usual
    assert len(usual) == len(text)


def test_a_table_with_dots_between_the_thousands() -> None:
    assert drawn("| 2015 | 2014\nHides | 2.500.000 | 1.100.000\nTallow | (934.567) | 850.000\nA share | 1,25 | -") == (
        "[] 2015 | 2014\nHides; 2500000; 1100000\nTallow; -934567; 850000\nA share; 1.25; 0"
    )
