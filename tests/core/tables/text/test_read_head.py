"""Heads of tables in text over columns whose places are given: which words stand over which column, and which over captions."""

import pytest

from core.tables.lexicon import Lexicon
from core.tables.text.columns import Reach
from core.tables.text.heads import read_head
from tests.core.tables.text.made import table_lines

COLUMNS = [Reach(30, 38, 3), Reach(40, 48, 3), Reach(50, 58, 3)]


def head(text: str, columns: list[Reach] | None = None) -> tuple[list[str], str]:
    """The words over each column, lines parted by `/`, and the words over the captions."""
    lines = table_lines(f"x\n{text}")[1:]
    found = read_head(lines, columns or COLUMNS, 30, Lexicon(text))
    return [" / ".join(each) for each in found.heads], found.stub


@pytest.mark.parametrize(
    ("text", "heads", "stub"),
    [
        (
            "                                  1999      1998      1997",
            ["1999", "1998", "1997"],
            "",
        ),
        (
            "Year ended                        1999      1998      1997",
            ["1999", "1998", "1997"],
            "Year ended",
        ),
        (
            (
                "                                       June 30,\n"
                "                                  1999      1998      1997"
            ),
            ["June 30, / 1999", "June 30, / 1998", "June 30, / 1997"],
            "",
        ),
        (
            "                                       Lamps\n                                  Sold      Lent      Kept",
            ["Sold", "Lamps Lent", "Kept"],
            "",
        ),
        (
            (
                "                              Lamps sold          Oil\n"
                "                              ------------------  --------\n"
                "                                  1999      1998      1997"
            ),
            ["Lamps sold / 1999", "Lamps sold / 1998", "Oil 1997"],
            "",
        ),
        (
            (
                "                              Lamps     Lamps     Oil\n"
                "                                sold      lent      burnt"
            ),
            ["Lamps sold", "Lamps lent", "Oil burnt"],
            "",
        ),
        (
            (
                "                                    (In thousands)\n"
                "                                  1999      1998      1997"
            ),
            ["1999", "1998", "1997"],
            "(In thousands)",
        ),
        (
            (
                "                              Lamps-    Oil of    Wicks\n"
                "                              sold      tin       (1)"
            ),
            ["Lampssold", "Oil of tin", "Wicks (1)"],
            "",
        ),
        (
            "                                  1999      1998\n",
            ["1999", "1998", ""],
            "",
        ),
    ],
    ids=lambda value: value.strip()[:30] if isinstance(value, str) else None,
)
def test_words_over_columns(text: str, heads: list[str], stub: str) -> None:
    assert head(text) == (heads, stub)


NARROW = [Reach(30, 34, 3), Reach(35, 39, 3), Reach(40, 44, 3)]


@pytest.mark.parametrize(
    ("lines", "heads"),
    [
        (["1999 1998 1997"], ["1999", "1998", "1997"]),
        (["Sold Lent Kept"], ["Sold", "Lent", "Kept"]),
        (["Sold Lent Kept", "1999 1998 1997"], ["Sold 1999", "Lent 1998", "Kept 1997"]),
        (["1999 1998 1997", "Sold Lent Kept"], ["1999 Sold", "1998 Lent", "1997 Kept"]),
        (["Sold Lent"], ["Sold", "Lent", ""]),
    ],
)
def test_words_a_blank_apart_stand_each_over_its_own_column(lines: list[str], heads: list[str]) -> None:
    assert head("\n".join(f"{'':30}{line}" for line in lines), NARROW) == (heads, "")
