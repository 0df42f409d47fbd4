"""Words in the margin of a table head the rows beside them."""

from tests.core.tables.drawing import drawn


def test_margin_words_head_their_rows() -> None:
    text = """
                                               1994        1993
        REVENUE       Net sales              $ 9,123     $ 8,045
                      Royalties                  120         110
        COSTS AND     Cost of sales            4,500       4,400
        EXPENSES      Research                   700         650
                      Selling                    300         200
        EARNINGS      Net income               3,743       2,905
    """
    assert drawn(text).splitlines() == [
        "[] 1994 | 1993",
        "REVENUE",
        "Net sales; 9123$; 8045$",
        "Royalties; 120; 110",
        "COSTS AND EXPENSES",
        "Cost of sales; 4500; 4400",
        "Research; 700; 650",
        "Selling; 300; 200",
        "EARNINGS",
        "Net income; 3743; 2905",
    ]


def test_names_at_the_left_are_no_margin() -> None:
    text = """
        Name          Office                   Since       Age
        ----          ------                   -----       ---
        A. Smith      President                 1994        51
                      and Director
        B. Jones      Treasurer                 1993        47
                      since last year
        C. Brown      Controller                1990        63
                      and Secretary
    """
    assert "A. Smith\n" not in drawn(text)


def test_totals_stand_out_to_the_left_of_other_captions() -> None:
    text = """
                                                    1994        1993
        ASSETS
        CURRENT ASSETS      Cash                 $ 9,123     $ 8,045
                            Receivables, less
                              allowances             120         110
                            Inventories              300         250
                          Total current assets     9,243       8,155
        PROPERTY AND        Land                     700         650
        EQUIPMENT           Buildings                300         200
                          Total assets           $10,243     $ 9,005
    """
    assert drawn(text).splitlines() == [
        "[] 1994 | 1993",
        "ASSETS",
        "CURRENT ASSETS",
        "Cash; 9123$; 8045$",
        "Receivables, less allowances; 120; 110",
        "Inventories; 300; 250",
        "Total current assets; 9243; 8155",
        "PROPERTY AND EQUIPMENT",
        "Land; 700; 650",
        "Buildings; 300; 200",
        "Total assets; 10243$; 9005$",
    ]


def test_figures_beside_words_at_the_left_make_them_captions() -> None:
    text = """
                                               Share        Payout
        ABOVE           of the target            120           175
        AT              of the target            100           100
        BELOW           of the target             90            50
                        Least                     80            25
                        Nothing                   70             0
        MAXIMUM                                  120           175
    """
    assert "MAXIMUM\n" not in drawn(text)
