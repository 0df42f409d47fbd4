"""How what stands in the columns is read: figures, blanks, marks and words."""

from textwrap import dedent

import pytest

from tests.core.tables.drawing import drawn, read

CASES = {
    "blanks stay blank": (
        """
                           Stores   Centers   Clubs
        <S>                  <C>       <C>     <C>
        Alabama               65        11       8
        Alaska                 3                 3
        Oregon                17
        Nevada                                   2
        """,
        """
        [] Stores | Centers | Clubs
        Alabama; 65; 11; 8
        Alaska; 3; _; 3
        Oregon; 17; _; _
        Nevada; _; _; 2
        """,
    ),
    "negatives in every way": (
        """
                               1999         1998        1997       1996
        One                   (1,234)     $(1,234)    ($ 1,234)    -1,234
        Two                   ( 56 )      $ (5,678)       (78)       (9)
        Three                  (3.2)%        (4%)         12%       34 %
        Four                     --           ---          -         -
        """,
        """
        [] 1999 | 1998 | 1997 | 1996
        One; -1234; -1234$; -1234$; -1234
        Two; -56; -5678$; -78; -9
        Three; -3.2%; -4%; 12%; 34%
        Four; 0; 0; 0; 0
        """,
    ),
    "marks are not amounts": (
        """
                               1999         1998
        Sales (1)            $ 1,234 (1)  $ 1,100
        Costs                  1,000 (2)    1,050(a)
        Space                 37,000*      30,200
        Other (note 3)            (1)          (2)
        """,
        """
        [] 1999 | 1998
        Sales (1); 1234$(1); 1100$
        Costs; 1000(2); 1050(a)
        Space; 37000*; 30200
        Other (note 3); -1; -2
        """,
    ),
    "columns of words": (
        """
                                                            Space
        Location         Subsidiary                       In Sq. Ft.        Use
        --------         ----------                       ----------        ---
        Jamestown, NY    Principal Executive Office         37,000*         Office space/
                         and Security Company                               Assembly and
                                                                            Warehouse

        Toronto,
          Ontario        Canadian Company, Ltd.              4,000          Manufactur-
                                                                            ing
                                                            ------
                                               TOTAL        41,000
        """,
        """
        [Location] Subsidiary | Space In Sq. Ft. | Use
        Jamestown, NY; 'Principal Executive Office and Security Company'; 37000*; 'Office space/Assembly and Warehouse'
        Toronto, Ontario; 'Canadian Company, Ltd.'; 4000; 'Manufacturing'
        ---
        ; 'TOTAL'; 41000; _
        """,
    ),
    "ranges and fractions": (
        """
                                 High         Low         Range
        First quarter           41 1/2      38 3/8     10.25 - 13.00
        Second quarter          40          37 1/8     $9.50-$10.00
        """,
        """
        [] High | Low | Range
        First quarter; 41.5; 38.375; '10.25 - 13.00'
        Second quarter; 40; 37.125; '$9.50-$10.00'$
        """,
    ),
    "bars between columns": (
        """
                              |   Common   |  Retained
                              |   Stock    |  Earnings
        ----------------------|------------|-----------
        Net income            |       -    |    3,533
        Dividends             |       -    |   (1,480)
        ----------------------|------------|-----------
        Balance               |     861    |   17,869
        """,
        """
        [] Common Stock | Retained Earnings
        Net income; 0; 3533
        Dividends; 0; -1480
        ---
        Balance; 861; 17869
        """,
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_table_of_this_kind(kind: str) -> None:
    text, expected = CASES[kind]
    assert drawn(text) == dedent(expected).strip("\n")


def test_a_cell_is_cited_without_the_dollar_that_stands_apart() -> None:
    text = """
                             1999       1998
    Sales                   $ 1,234    ($ 100)
    Costs                     1,000     ( 90 )
    """
    source = dedent(text).strip("\n")
    (grid,) = read(text)
    cited = [["".join(source[a:b] for a, b in cell.cite.spans) for cell in row.cells] for row in grid.rows]
    assert cited == [["1,234", "(100)"], ["1,000", "( 90 )"]]
