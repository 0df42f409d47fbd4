"""How captions are read: wrapped, beside words, with years, glued to figures."""

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
    "shares counted below the name of a stock are one caption": (
        """
                                                  1999      1998
                                                  ----      ----
        Preferred stock, $5 par value:
          Authorized - 500,000 shares
          Issued - none                               -         -
        Common stock, $1 par value
            Authorized - 9,000,000 shares
            Outstanding - 4,100,500 in 1999,
              4,100,400 in 1998                   4,101     4,100
        Retained earnings                         9,900     8,800
        """,
        """
        [] 1999 | 1998
        Preferred stock, $5 par value: Authorized - 500,000 shares Issued - none; 0; 0
        Common stock, $1 par value Authorized - 9,000,000 shares Outstanding - 4,100,500 in 1999, 4,100,400 in 1998; 4101; 4100
        Retained earnings; 9900; 8800
        """,
    ),
    "what may be the other way round begins a caption, whatever stands above it": (
        """
                                                  1999      1998
                                                  ----      ----
        Deferred income taxes                      (212)     (104)
        (Gain) loss on disposal of
          equipment                                 232       223
        Exchange losses                               4         6
        (Increase) decrease in working capital
          (excluding cash):
          Receivables                               289       (39)
        Net increase                                417        86
          (decrease) in cash
          and deposits
        Cash at beginning of year                   100        14
        """,
        """
        [] 1999 | 1998
        Deferred income taxes; -212; -104
        (Gain) loss on disposal of equipment; 232; 223
        Exchange losses; 4; 6
        (Increase) decrease in working capital (excluding cash):
        Receivables; 289; -39
        Net increase (decrease) in cash and deposits; 417; 86
        Cash at beginning of year; 100; 14
        """,
    ),
    "captions in capitals go on with AND and OF": (
        """
                                        1999         1998
                                        ----         ----
        TOTAL LIABILITIES              59,970       53,100
          AND SHAREHOLDERS'
          EQUITY
        CASH AND CASH                   5,543        4,919
          EQUIVALENTS AT END
          OF PERIOD
        CASH AND CASH
          EQUIVALENTS
          OF SUBSIDIARIES                 543          919
        """,
        """
        [] 1999 | 1998
        TOTAL LIABILITIES AND SHAREHOLDERS' EQUITY; 59970; 53100
        CASH AND CASH EQUIVALENTS AT END OF PERIOD; 5543; 4919
        CASH AND CASH EQUIVALENTS OF SUBSIDIARIES; 543; 919
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
    "a time with its year heads the rows below it, and is no part of a caption": (
        """
                                      Ladders      Stools       Total
        Year ended June 30, 2003
        Net sales                   $   8,813     $ 1,912     $ 10,725
        Operating income                  949         187        1,136
        Year ended June 30, 2002
        Net sales                   $   8,780     $ 1,759     $ 10,539
        Operating income                  770         145          915
                                 2001
        Net sales                   $   7,702     $ 1,369     $  9,071
        Years ended June 30, 2000 and
          earlier                       7,711       1,222        8,933
        """,
        """
        [Year ended June 30, 2003] Ladders | Stools | Total
        Net sales; 8813$; 1912$; 10725$
        Operating income; 949; 187; 1136
        Year ended June 30, 2002
        Net sales; 8780$; 1759$; 10539$
        Operating income; 770; 145; 915
        2001
        Net sales; 7702$; 1369$; 9071$
        Years ended June 30, 2000 and earlier; 7711; 1222; 8933
        """,
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_table_of_this_kind(kind: str) -> None:
    text, expected = CASES[kind]
    assert drawn(text) == dedent(expected).strip("\n")


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


def test_a_row_that_ends_in_net_is_whole() -> None:
    text = """
                                                1999       1998
    Receivables, net                           4,985      4,165
    Wool, at cost or market,
      less what was paid before                3,921      3,723
    Prepaid insurance and other                  120        110
    Mills, at cost                             2,000      1,900
    """
    assert [row.label for row in read(text)[0].rows] == [
        "Receivables, net",
        "Wool, at cost or market, less what was paid before",
        "Prepaid insurance and other",
        "Mills, at cost",
    ]


def test_captions_in_a_narrow_column() -> None:
    text = """
                                  1999       1998
    Prepaid rent and
      other                        120        110
    Accounts
      payable                    4,985      4,165
    TOTAL LIABILITIES
      AND STOCKHOLDERS'
      EQUITY                     5,105      4,275
    CASH AND CASH
      EQUIVALENTS                  921        723
    Balance at December
      31, 1998                   1,900      2,000
    """
    assert [row.label for row in read(text)[0].rows] == [
        "Prepaid rent and other",
        "Accounts payable",
        "TOTAL LIABILITIES AND STOCKHOLDERS' EQUITY",
        "CASH AND CASH EQUIVALENTS",
        "Balance at December 31, 1998",
    ]
