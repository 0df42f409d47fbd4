"""Lines whose captions push their figures out of their columns."""

from textwrap import dedent

import pytest

from tests.core.tables.drawing import drawn

CASES = {
    "a long caption in one line of several": (
        """
                                             2023        2022       2021
        Revenue                          $ 18,996    $ 15,687   $ 18,442
        Cost of revenue                     9,659       7,433      4,551
        Revenue in excess of cost           9,337       8,254     13,891
        Revenue in excess of cost, and less credits for power that was not used   $ 13,045   $ 9,526   $ 13,908
        Power                               7,121       2,734        651
        """,
        """
        [] 2023 | 2022 | 2021
        Revenue; 18996$; 15687$; 18442$
        Cost of revenue; 9659; 7433; 4551
        Revenue in excess of cost; 9337; 8254; 13891
        Revenue in excess of cost, and less credits for power that was not used; 13045$; 9526$; 13908$
        Power; 7121; 2734; 651
        """,
    ),
    "long captions in most lines, each with its figures right behind it": (
        """
                                             2023        2022       2021
        Revenue                          $ 18,996    $ 15,687   $ 18,442
        What the mills of other owners paid for wool and flax in the year   $ 145   $ 526   $ 908
        Rent                                9,659       7,433      4,551
        What was lost and was found again by those who had lost it, net of the costs   (21)   34   7
        Power                               9,337       8,254     13,891
        What is left of these to those who own the common shares   12   9   (4)
        """,
        """
        [] 2023 | 2022 | 2021
        Revenue; 18996$; 15687$; 18442$
        What the mills of other owners paid for wool and flax in the year; 145$; 526$; 908$
        Rent; 9659; 7433; 4551
        What was lost and was found again by those who had lost it, net of the costs; -21; 34; 7
        Power; 9337; 8254; 13891
        What is left of these to those who own the common shares; 12; 9; -4
        """,
    ),
    "all figures right of their heads": (
        """
        (dollars in millions)                     2023        2022        2021
        Net cash that was used by all lamps of the company   $ (4,527)   $ (5,859)   $ (6,756)
        """,
        """
        [(dollars in millions)] 2023 | 2022 | 2021
        Net cash that was used by all lamps of the company; -4527$; -5859$; -6756$
        """,
    ),
    "a figure that has none beside it stays where it stands": (
        """
                                             2023        2022       2021
        Revenue                          $ 18,996    $ 15,687   $ 18,442
        Cost of revenue                     9,659       7,433      4,551
        Revenue in excess of cost           9,337       8,254     13,891
        Power                                           2,734
        """,
        """
        [] 2023 | 2022 | 2021
        Revenue; 18996$; 15687$; 18442$
        Cost of revenue; 9659; 7433; 4551
        Revenue in excess of cost; 9337; 8254; 13891
        Power; _; 2734; _
        """,
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_table_of_this_kind(kind: str) -> None:
    text, expected = CASES[kind]
    assert drawn(text) == dedent(expected).strip("\n")
