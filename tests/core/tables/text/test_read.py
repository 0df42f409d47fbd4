"""What is a table: its pages, its rulers, its footnotes, and what is none."""

from textwrap import dedent

import pytest

from tests.core.tables.drawing import drawn, read

CASES = {
    "a table over two pages is one grid": (
        """
                                       1999      1998
                                       ----      ----
        Cash                         $   12    $   11
        Receivables                     100       120
                                     ------    ------
        Total assets                 $  112    $  131
                                     ======    ======

                           - 23 -
        <PAGE>

                                       1999      1998
                                       ----      ----
        Payables                     $   50    $   60
        Equity                           62        71
                                     ------    ------
        Total                        $  112    $  131
                                     ======    ======
        """,
        """
        [] 1999 | 1998
        Cash; 12$; 11$
        Receivables; 100; 120
        ---
        Total assets; 112$; 131$
        Payables; 50$; 60$
        Equity; 62; 71
        ---
        Total; 112$; 131$
        ===
        """,
    ),
    "rulers that lie": (
        """
        <TABLE>
        <CAPTION>
                                       1999      1998
        <S>            <C>         <C>
        Cash                         $   12    $   11
        Receivables                     100       120
        </TABLE>
        """,
        """
        [] 1999 | 1998
        Cash; 12$; 11$
        Receivables; 100; 120
        """,
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_table_of_this_kind(kind: str) -> None:
    text, expected = CASES[kind]
    assert drawn(text) == dedent(expected).strip("\n")


PROSE = """
The Company paid $1,641,000 in 2003 and $1,331,000 in 2002 for these leases, and
expects to pay 157,000 more. As of December  31,  2003,  there were  12,000  and
48,600  options  at  $6.50.  Sales  were  $39,256,000,  a 3% decrease  from 2002.
"""
CONTENTS = """
                          PART I
Item 1.         Business.............................    1
Item 2.         Properties...........................   10
Item 3.         Legal Proceedings....................   10
Item 4.         Submission of Matters................   11
"""
COVER = """
       California                                   94-2404110
(State or other jurisdiction of                  (IRS Employer
     incorporation)                           Identification No.)

      1 Infinite Loop
   Cupertino, California                              95014
(Address of principal offices)                     (Zip Code)
"""
SIGNATURES = """
/s/ Edward Doe                  Chairman, Chief Executive       March 26, 2004
---------------------------     Officer and Director
Edward Doe
/s/ Roy Roe                     President                       March 26, 2004
---------------------------
Roy Roe
"""


@pytest.mark.parametrize("text", [PROSE, CONTENTS, COVER, SIGNATURES])
def test_what_is_no_table(text: str) -> None:
    assert read(text) == ()


def test_footnotes_below_a_table_are_its_notes() -> None:
    text = """
                             1999     1998
    Sales (1)               1,234    1,100
    Costs                   1,000      900

    (1) Without what was sold in May.

    The Company sells lockers.
    """
    source = dedent(text).strip("\n")
    (grid,) = read(text)
    assert [source[cite.start : cite.end] for cite in grid.notes] == ["(1) Without what was sold in May."]
