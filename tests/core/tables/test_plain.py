# ruff: noqa: E501
"""How tables are read: one made-up table for each way in which filers set them."""

from textwrap import dedent

import pytest

from tests.core.tables.drawing import drawn, read

CASES = {
    "captions wrapped over lines with figures on the last": (
        """
                                                      December 31
                                                   1999          1998
                                                ------------------------
        Current assets:

          Cash                                  $   1,200      $   900
          Receivables, less allowance
            for doubtful accounts of $37
            and $33                                 4,682        4,166
          Prepaid taxes                                 -          234
                                                ------------------------
                                                    5,882        5,300
          Less depreciation                        (1,092)      (1,096)
                                                ------------------------
        Total                                   $   4,790      $ 4,204
                                                ========================
        """,
        """
        [] December 31 1999 | December 31 1998
        Current assets:
        Cash; 1200$; 900$
        Receivables, less allowance for doubtful accounts of $37 and $33; 4682; 4166
        Prepaid taxes; 0; 234
        ---
        ; 5882; 5300
        Less depreciation; -1092; -1096
        ---
        Total; 4790$; 4204$
        ===
        """,
    ),
    "captions wrapped with figures on the first line": (
        """
                                                  1999      1998
                                                  ----      ----
        Expenditures for property, plant and     5,431     3,161
        equipment

        Proceeds from sales                        285        19
          of plants
        Other                                        7         5
        """,
        """
        [] 1999 | 1998
        Expenditures for property, plant and equipment; 5431; 3161
        Proceeds from sales of plants; 285; 19
        Other; 7; 5
        """,
    ),
    "two and three line heads": (
        """
                                                  Additions
                                 Balance at the   Charged to
                                  Beginning of    Costs and                     Balance at
        Description                    Year         Expense     Deductions      End of Year
        -----------------------------------------------------------------------------------
        Year ended 2003
           Doubtful Accounts         $333,000     $  94,000     $ (56,000)      $   371,000
           Inventory                  357,000       100,000             -           457,000
        """,
        """
        [Description] Balance at the Beginning of Year | Additions Charged to Costs and Expense | Deductions | Balance at End of Year
        Year ended 2003
        Doubtful Accounts; 333000$; 94000$; -56000$; 371000$
        Inventory; 357000; 100000; 0; 457000
        """,
    ),
    "spanners over their columns": (
        """
                                     GE                  GECS
                              ----------------    ----------------
        (In millions)          1993      1992      1993      1992
        ------------------    ----------------    ----------------
        Cash                  $ 1,536   $ 1,189   $ 1,682   $ 1,940
        Securities                  -         -    30,165    24,154
        """,
        """
        [(In millions)] GE 1993 | GE 1992 | GECS 1993 | GECS 1992
        Cash; 1536$; 1189$; 1682$; 1940$
        Securities; 0; 0; 30165; 24154
        """,
    ),
    "spanners over two of each column": (
        """
                                  2003                         2002
                                  ----                         ----
                                        Weighted                    Weighted
                                        Average                      Average
                          Options        Price        Options         Price
                       ------------------------------------------------------
        Outstanding        97,600       $   5.72       120,600    $    5.41
        Exercised         (17,000)          2.81       (18,000)        3.43
        Exercisable        80,600                       97,600
        """,
        """
        [] 2003 Options | 2003 Weighted Average Price | 2002 Options | 2002 Weighted Average Price
        Outstanding; 97600; 5.72$; 120600; 5.41$
        Exercised; -17000; 2.81; -18000; 3.43
        Exercisable; 80600; _; 97600; _
        """,
    ),
    "one spanner over all": (
        """
                                                  2003
                           ----------------------------------------------
                                         Three Months Ended

                           March 31      June 30   September 30  December 31
                           ----------------------------------------------
        Net sales         $   8,831   $   9,831    $   9,514    $  11,078
        Per share         $     .28   $     .36    $     .30    $     .46
        """,
        """
        [] 2003 Three Months Ended March 31 | 2003 Three Months Ended June 30 | 2003 Three Months Ended September 30 | 2003 Three Months Ended December 31
        Net sales; 8831$; 9831$; 9514$; 11078$
        Per share; 0.28$; 0.36$; 0.30$; 0.46$
        """,
    ),
    "fiscal dates over two lines": (
        """
                                       January 1,   January 2,
                                          1994          1993
        (Dollars in thousands)
        Revenues                       $   400       $   300
        Costs                              200           100
        """,
        """
        [(Dollars in thousands)] January 1, 1994 | January 2, 1993
        Revenues; 400$; 300$
        Costs; 200; 100
        """,
    ),
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
    "leader dots and dollars of their own": (
        """
                                             1999       1998
        Net sales........................  $   1,556  $  1,402
        Gross margin . . . . . . . . . . .       417       401
        Net income.......................  $    (106) $     75
        """,
        """
        [] 1999 | 1998
        Net sales; 1556$; 1402$
        Gross margin; 417; 401
        Net income; -106$; 75$
        """,
    ),
    "years as captions": (
        """
                      Debt         Leases        Total
                      ----         ------        -----
           2004    $1,641,000    $  260,000   $1,901,000
           2005     1,331,000       157,000    1,488,000
        Thereafter    625,000             -      625,000
                   ----------    ----------   ----------
                   $3,597,000    $  417,000   $4,014,000
                   ==========    ==========   ==========
        """,
        """
        [] Debt | Leases | Total
        2004; 1641000$; 260000$; 1901000$
        2005; 1331000; 157000; 1488000
        Thereafter; 625000; 0; 625000
        ---
        ; 3597000$; 417000$; 4014000$
        ===
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
    "equity with broken words": (
        """
                                                            Accumulated
                                                               Other
                                                              Compre-          Total
                                       Common    Retained     hensive      Stockholders'
                                        Stock    Earnings   Income (Loss)     Equity
                                     ---------------------------------------------------
        Balance at January 1, 2001   $ 2,511    $ 12,550      $  (185)      $ 14,876
          Net income                       -       3,060            -          3,060
          Other                            -           -          (55)           (55)
                                                                            ----------
        Total comprehensive income                                             3,005
        Stock purchased and retired
          (7,024 shares)                  (7)        (68)           -            (75)
                                     ---------------------------------------------------
        Balance at December 31, 2001 $ 2,504    $ 15,542      $  (240)      $ 17,806
                                     ===================================================
        """,
        """
        [] Common Stock | Retained Earnings | Accumulated Other Comprehensive Income (Loss) | Total Stockholders' Equity
        Balance at January 1, 2001; 2511$; 12550$; -185$; 14876$
        Net income; 0; 3060; 0; 3060
        Other; 0; 0; -55; -55
        ---
        Total comprehensive income; _; _; _; 3005
        Stock purchased and retired (7,024 shares); -7; -68; 0; -75
        ---
        Balance at December 31, 2001; 2504$; 15542$; -240$; 17806$
        ===
        """,
    ),
    "two heads under each other are two grids": (
        """
           2003              High              Low             Declared
        ----------------------------------------------------------------
        First Quarter      $  14.87         $  11.85           $   0.00
        Second Quarter        16.22            12.00               0.00


                                                                Dividend
           2002              High              Low              Declared
        ----------------------------------------------------------------
        First Quarter      $ 17.50          $  10.50           $   0.00
        Second Quarter       14.00             10.53               0.00
        """,
        """
        [2003] High | Low | Declared
        First Quarter; 14.87$; 11.85$; 0.00$
        Second Quarter; 16.22; 12.00; 0.00
        [2002] High | Low | Dividend Declared
        First Quarter; 17.50$; 10.50$; 0.00$
        Second Quarter; 14.00; 10.53; 0.00
        """,
    ),
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
    "a figure glued to its caption": (
        """
                                                  1996       1995
        Cash and equivalents                    $1,552     $  756
        Receivables, net of allowance
        of $91 ($87 in 1995)                     1,496      1,931
        Deferred taxes, net of allowances ($33) 12,342        251
        Inventories, less what was written down(1,406)      1,643
        """,
        """
        [] 1996 | 1995
        Cash and equivalents; 1552$; 756$
        Receivables, net of allowance of $91 ($87 in 1995); 1496; 1931
        Deferred taxes, net of allowances ($33); 12342; 251
        Inventories, less what was written down; -1406; 1643
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


def test_a_caption_is_cited_with_a_span_for_each_of_its_lines() -> None:
    text = """
                                1999    1998
    Receivables, less
      allowance of $37           466     417
    Cash                          12      11
    """
    source = dedent(text).strip("\n")
    (grid,) = read(text)
    cite = grid.rows[0].label_cite
    assert cite is not None
    assert [source[a:b] for a, b in cite.spans] == ["Receivables, less", "allowance of $37"]
