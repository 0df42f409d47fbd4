"""Heads of tables of boxes: which rows above the figures name the columns."""

from textwrap import dedent

import pytest

from tests.core.tables.drawing import draw
from tests.core.tables.html.drawing import drawn, read, table

_RAISED = "<span style='position:relative;top:-3pt;font-size:6pt'>{}</span>"
CASES = {
    "years beside words, over a caption that says what all the figures count": (
        """
        Millions | 2024   | 2023   | % Change
        Freight  | $1,200 | $1,100 | 9%
        Other    | 30     | 40     | (25)%
        """,
        """
        [Millions] 2024 | 2023 | % Change
        Freight; 1200$; 1100$; 9%
        Other; 30; 40; -25%
        """,
    ),
    "years to come, the last of them several": (
        """
                 | 2025 | 2026 | 2027-2031
        Pensions | 5    | 6    | 40
        Other    | 1    | 1    | 4
        """,
        """
        [] 2025 | 2026 | 2027-2031
        Pensions; 5; 6; 40
        Other; 1; 1; 4
        """,
    ),
    "words under a spanner, beside a caption": (
        """
                       | =2 Market price
        (In dollars)   | High  | Low   | Dividends
        Fourth quarter | 59.94 | 47.19 | .16
        Third quarter  | 60.50 | 49.50 | .13
        """,
        """
        [(In dollars)] Market price High | Market price Low | Dividends
        Fourth quarter; 59.94; 47.19; 0.16
        Third quarter; 60.50; 49.50; 0.13
        """,
    ),
    "days in figures below words, beside what the figures count": (
        """
                         | Year Ended | Year Ended
        (000's omitted)  | 9/30/05    | 9/30/06
        Freight          | $1,200     | $1,100
        Other            | 30         | 40
        """,
        """
        [(000's omitted)] Year Ended 9/30/05 | Year Ended 9/30/06
        Freight; 1200$; 1100$
        Other; 30; 40
        """,
    ),
    "words that are no head": (
        """
               | 2024      | 2023
        Method | None      | None
        Life   | 8.1 years | 7.8 years
        Rate   | 4.5%      | 4.6%
        Cost   | 50        | 60
        """,
        """
        [] 2024 | 2023
        Method; 'None'; 'None'
        Life; '8.1 years'; '7.8 years'
        Rate; 4.5%; 4.6%
        Cost; 50; 60
        """,
    ),
    "footnote marks raised in cells of their own are no figures": (
        f"""
              | 2024 |                     | 2023 | {_RAISED.format(4)}
        Cash  | (63) | {_RAISED.format(1)} | (46) | {_RAISED.format("2,3")}
        Debt  | 34   |                     | 39   |
        """,
        """
        [] 2024 | 2023
        Cash; -631; -462,3
        Debt; 34; 39
        """,
    ),
    "marks under a head are what the filing prints there": (
        f"""
              | Bought | Left
        April | 10     | {_RAISED.format("(3)")}
        May   | 20     | {_RAISED.format("(3)")}
        """,
        """
        [] Bought | Left
        April; 10; '(3)'
        May; 20; '(3)'
        """,
    ),
    "a heading that ends in a word like `net` is whole": (
        """
                                   | 2024 | 2023
        Other income, net
        Before                     | 108  | 20
        After                      | 443  | 80
        """,
        """
        [] 2024 | 2023
        Other income, net
        Before; 108; 20
        After; 443; 80
        """,
    ),
    "figures only, from the far left on": (
        """
        =3 Fair value, 2009
        -50 BPS | 0 BPS  | +50 BPS
        $190    | $188   | $187
        =3 (1) Before the costs of selling, of which there were few.
        """,
        """
        [] Fair value, 2009 -50 BPS | Fair value, 2009 0 BPS | Fair value, 2009 +50 BPS
        ; 190$; 188$; 187$
        (1) Before the costs of selling, of which there were few.
        """,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_heads(case: str) -> None:
    rows, expected = CASES[case]
    assert drawn(rows) == dedent(expected).strip()


MARGINS = """
         | Year 2024 | Year 2023
Products | 3,500     | 3,400
Services | 7,050     | 6,900
"""
PERCENTAGES = """
Products | 37.2% | 36.5%
Services | 73.9% | 70.8%
"""
SHIFTED = """
=4 Products | 37.2% | 36.5%
=4 Services | 73.9% | 70.8%
"""


def _two(first: str, between: str, second: str) -> str:
    markup = f"<table>{table(first)}</table><p>{between}</p><table>{table(second)}</table>"
    return draw(read(markup)[1]).split("\n[")[-1].split("\n")[0]


def test_a_table_without_a_head_stands_under_the_heads_of_the_one_before() -> None:
    assert _two(MARGINS, "Gross margin percentage:", PERCENTAGES) == "] Year 2024 | Year 2023"


@pytest.mark.parametrize(
    ("between", "second"),
    [
        ("The percentages below are those of the two lines of business.", PERCENTAGES),
        ("Percentages", SHIFTED),
        ("Percentages", "Bonds | 1 | 2 | 3\nNotes | 4 | 5 | 6"),
    ],
)
def test_prose_or_other_columns_part_it_from_them(between: str, second: str) -> None:
    assert not set(_two(MARGINS, between, second)) & set("Year")
