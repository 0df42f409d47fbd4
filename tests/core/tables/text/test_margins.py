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
