# ruff: noqa: E501
"""How column heads are read: over several lines, below spanners, dates in halves."""

from textwrap import dedent

import pytest

from tests.core.tables.drawing import drawn

CASES = {
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
    "times over groups of like heads, wherever they stand over them": (
        """
                                                        2003                     2002
        (In thousands)               Shares   Price    Value   Shares   Price    Value
        Granted                          12    4.10       49       10    3.90       39
        Exercised                         3    4.00       12        2    3.80        8
        """,
        """
        [(In thousands)] 2003 Shares | 2003 Price | 2003 Value | 2002 Shares | 2002 Price | 2002 Value
        Granted; 12; 4.10; 49; 10; 3.90; 39
        Exercised; 3; 4.00; 12; 2; 3.80; 8
        """,
    ),
    "words that are no time stand over no group": (
        """
                                              Exercise             Exercise
        (In thousands)               Shares      Price    Shares      Price
        Granted                          12       4.10        10       3.90
        Exercised                         3       4.00         2       3.80
        """,
        """
        [(In thousands)] Shares | Exercise Price | Shares | Exercise Price
        Granted; 12; 4.10; 10; 3.90
        Exercised; 3; 4.00; 2; 3.80
        """,
    ),
    "a year alone in the middle of all heads": (
        """
                                                2003
        (In thousands)               Cost    Gains   Losses     Fair value
        Bonds                         112        4       (2)           114
        Shares                         30        1        -             31
        """,
        """
        [(In thousands)] 2003 Cost | 2003 Gains | 2003 Losses | 2003 Fair value
        Bonds; 112; 4; -2; 114
        Shares; 30; 1; 0; 31
        """,
    ),
    "two dates far wider than the figures, and a caption right below": (
        """
        Note 12. What the mill owes

                                                     December 31, 2003   December 31, 2002
        Owed to others
        Wages                                                    6,065               4,813
        Rent                                                     2,802               2,489
        """,
        """
        [] December 31, 2003 | December 31, 2002
        Owed to others
        Wages; 6065; 4813
        Rent; 2802; 2489
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
    "words flush with the only head below them stand over its column alone": (
        """
                                      December 31,       December 31, 2000
                                                     As previously
                                              2001        reported     As restated
        Inventories                        213,877          89,901          94,174
        Total assets                    $1,152,606        $871,176        $875,449
        """,
        """
        [] December 31, 2001 | December 31, 2000 As previously reported | December 31, 2000 As restated
        Inventories; 213877; 89901; 94174
        Total assets; 1152606$; 871176$; 875449$
        """,
    ),
    "a year over what is said of it stands over its own column": (
        """
                                       Six Months Ended
                                        September 30,
                                                  1996
                                        1997   (Restated)
                                       -----   ----------
        Net income                      $278         $288
        Depreciation                     127          110
        """,
        """
        [] Six Months Ended September 30, 1997 | Six Months Ended September 30, 1996 (Restated)
        Net income; 278$; 288$
        Depreciation; 127; 110
        """,
    ),
    "years stand for the columns in turn, whatever stands under each": (
        """
        (In thousands)              Three Months Ended June 30,   Six Months Ended June 30,
                                     2023                 2022     2023              2022
        Income after tax
           Ladders                      920      3,749               2,552      6,125
           Stools                     3,657      7,622               8,482      9,734
        """,
        """
        [(In thousands)] Three Months Ended June 30, 2023 | Three Months Ended June 30, 2022 | Six Months Ended June 30, 2023 | Six Months Ended June 30, 2022
        Income after tax
        Ladders; 920; 3749; 2552; 6125
        Stools; 3657; 7622; 8482; 9734
        """,
    ),
    "words that reach over figures stand over the captions where years stand for all columns": (
        """
        (dollars in millions, except per share amounts; shares in millions)   2023    2022       2021
          Ladders sold                                               $ 49,571   $ 50,773   $ 49,270
          Stools sold                                                  19,349     16,301     15,118
        Total net sales                                                68,920     67,074     64,388
        """,
        """
        [(dollars in millions, except per share amounts; shares in millions)] 2023 | 2022 | 2021
        Ladders sold; 49571$; 50773$; 49270$
        Stools sold; 19349; 16301; 15118
        Total net sales; 68920; 67074; 64388
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
    "a ruled spanner stands over more than the column it is nearest to": (
        """
                                       Per Share
                                       ---------
                                                              Dividend
             2003              High              Low          Declared
        --------------------------------------------------------------
        First Quarter      $  14.87         $  11.85            $ 0.00
        Second Quarter        16.22            12.00              0.00
        """,
        """
        [2003] Per Share High | Per Share Low | Dividend Declared
        First Quarter; 14.87$; 11.85$; 0.00$
        Second Quarter; 16.22; 12.00; 0.00
        """,
    ),
    "stacked heads of different height": (
        """
                               Year Ended
                                May 31,       Month Ended Year Ended
                            ----------------  January 31, January 31,
                             1996     1997       1998        1999
                            -------  -------  ----------- -----------
                                      (thousands)
        Net income........  $(3,077) $(3,589)   $ 1,347     $ 4,130
        Depreciation......      533    1,365        179       4,012
        """,
        """
        [(thousands)] Year Ended May 31, 1996 | Year Ended May 31, 1997 | Month Ended January 31, 1998 | Year Ended January 31, 1999
        Net income; -3077$; -3589$; 1347$; 4130$
        Depreciation; 533; 1365; 179; 4012
        """,
    ),
    "a year with a mark is a head; numbers of columns are": (
        """
                                 June 30        Dec. 31
                                  1998           1998 (1)
                                   (1)            (2)
        ------------------------------------------------
        Cash                     $13,927        $19,237
        Other                         80            120
        """,
        """
        [] June 30 1998 (1) | Dec. 31 1998 (1) (2)
        Cash; 13927$; 19237$
        Other; 80; 120
        """,
    ),
    "a head left of its figures, for each column one": (
        """
                               September 30,      December 31,
                                   1999               1998
        ------------------------------------------------------
        Investments                       $   --        $  57.5
        Other                               14.7           17.7
        """,
        """
        [] September 30, 1999 | December 31, 1998
        Investments; 0$; 57.5$
        Other; 14.7; 17.7
        """,
    ),
    "bars between columns, the ruler among them": (
        """
                          Number of  |
                             Shares  |   Stock     Surplus
        -----------------------------|--------------------
        <S>                   <C>    |   <C>         <C>
        (In millions)                |
                                     |
        Balance 1996          2,481  |  $  858     $ 1,058
        Balance 1997          2,471  |     861       1,527
        """,
        """
        [(In millions)] Number of Shares | Stock | Surplus
        Balance 1996; 2481; 858$; 1058$
        Balance 1997; 2471; 861; 1527
        """,
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_table_of_this_kind(kind: str) -> None:
    text, expected = CASES[kind]
    assert drawn(text) == dedent(expected).strip("\n")
