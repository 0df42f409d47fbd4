"""What tables of cells are: figures, lists of entries, two halves; columns that are nearly empty; lines of a cell."""

from tests.core.tables.html.drawing import drawn, read, table

LIST = """
Number | | Description
4  | .1 | Deed of the mill at the weir
10 | .4 | Lease of the mill at the ford
10 | .5 | Lease of the looms of the mill
"""


def test_a_list_of_numbered_entries_is_no_table_of_figures() -> None:
    assert drawn(LIST) == ""


def test_entries_with_figures_behind_their_words_are_a_table() -> None:
    assert drawn("No. | Place | Bales\n1 | Mill at the weir | 5\n2 | Mill at the ford | 6") != ""


def test_two_halves_side_by_side_are_one_below_the_other() -> None:
    rows = """
    Owned | 2015 | 2014 | Owed  | 2015 | 2014
    Wool  | 1,250 | 1,100 | Loans | 900 | 850
    Flax  | 840 | 790 | Rent | 1,190 | 1,040
    Sum   | 2,090 | 1,890 | Sum | 2,090 | 1,890
    """
    assert drawn(rows) == (
        "[Owned] 2015 | 2014\nWool; 1250; 1100\nFlax; 840; 790\nSum; 2090; 1890\nOwed\n"
        "Loans; 900; 850\nRent; 1190; 1040\nSum; 2090; 1890"
    )


def test_halves_with_other_heads_stay_side_by_side() -> None:
    rows = """
    Owned | 2015 | 2014 | Place | 2013 | 2012
    Wool  | 1,250 | 1,100 | Weir | 900 | 850
    Flax  | 840 | 790 | Ford | 1,190 | 1,040
    """
    assert "Wool; 1250; 1100; 'Weir'; 900; 850" in drawn(rows)


def test_a_nearly_empty_first_column_is_kept_where_a_head_is_over_it() -> None:
    rows = "\n".join(
        ["| Stock | Surplus", "Balance of May | 324 | 567", *(f"Wool {n} | | {n}00" for n in range(1, 10))]
    )
    assert drawn(rows).splitlines()[:2] == ["[] Stock | Surplus", "Balance of May; 324; 567"]


def test_a_footnote_mark_set_high_is_no_part_of_a_head() -> None:
    rows = "| =2 Stock <sup>1</sup> | Sum\nIn tons | Shares | Amount |\nWool | 125 | 1,250 | 2,950\nFlax | 1 | 20 | 195"
    assert [column.label for column in read(f"<table>{table(rows)}</table>")[1][0].columns] == [
        "Stock Shares",
        "Stock Amount",
        "Sum",
    ]


def test_heads_that_reach_over_other_columns_than_the_figures_have_one_each() -> None:
    rows = """
    | =2 2008 | =3 2007
    Wool | $ | =2 1,250 | $ | 1,100
    Flax |   | =2 840   |   | 790
    """
    assert drawn(rows).splitlines()[0] == "[] 2008 | 2007"


def test_lines_of_a_cell_are_rows_where_they_hold_figures() -> None:
    rows = "| 2015 | 2014\nWool<br>Flax<br>Sum | $ 5<br>3<br>8 | $ 4<br>1<br>5\nRent | 140 | 105"
    assert drawn(rows) == "[] 2015 | 2014\nWool; 5$; 4$\nFlax; 3; 1\nSum; 8; 5\nRent; 140; 105"


def test_lines_of_words_stay_in_their_cell() -> None:
    rows = "| Year<br>2015 | Year<br>2014\nWool<br>and flax | 140 | 105\nRent | 1 | 2"
    assert drawn(rows) == "[] Year 2015 | Year 2014\nWool and flax; 140; 105\nRent; 1; 2"


def test_small_numbers_behind_leader_dots_that_rise_are_pages() -> None:
    pages = "Balance sheets........ | 20\nStatements of income.. | 21\nNotes................. | 23"
    assert drawn(pages) == ""
    assert drawn(pages.replace("| 21", "| 19")) != ""


def test_captions_in_cells_go_on_in_the_row_below() -> None:
    rows = "| 2015 | 2014\nBalance at December | |\n31, 2013 | 120 | 110\nNet increase | |\n(decrease) in cash | 9 | 8"
    assert [row.label for row in read(f"<table>{table(rows)}</table>")[1][0].rows] == [
        "Balance at December 31, 2013",
        "Net increase (decrease) in cash",
    ]
