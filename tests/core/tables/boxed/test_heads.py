"""Heads of tables of boxes: which rows above the figures name the columns."""

from textwrap import dedent

import pytest

from tests.core.tables.boxed.drawing import drawn

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
}


@pytest.mark.parametrize("case", CASES)
def test_heads(case: str) -> None:
    rows, expected = CASES[case]
    assert drawn(rows) == dedent(expected).strip()
