"""Heads of tables in text, found past titles, tags and odd blanks."""

from tests.core.tables.drawing import drawn, read


def test_words_of_a_period_two_blanks_apart_are_one_head() -> None:
    text = """
                       SIX MONTHS                 NINE  MONTHS
                     1998         1997          1998         1997
    Wool            1,402        1,737         4,385        5,467
    Flax            1,042        1,384         3,323        4,500
    """
    assert drawn(text).splitlines()[0] == ("[] SIX MONTHS 1998 | SIX MONTHS 1997 | NINE MONTHS 1998 | NINE MONTHS 1997")


def test_other_words_two_blanks_apart_are_heads_of_their_own() -> None:
    text = """
                     COST  FAIR
                            VALUE
    Wool            1,402  1,737
    Flax            1,042  1,384
    """
    assert drawn(text).splitlines()[0] == "[] COST | FAIR VALUE"


def test_a_footnote_mark_is_no_part_of_a_head() -> None:
    text = """
                   Tons(1)      Bales*
    Wool            1,402       1,737
    Flax            1,042       1,384
    """
    assert [column.label for column in read(text)[0].columns] == ["Tons", "Bales"]


def test_a_title_over_an_empty_line_is_no_head_of_a_narrow_table() -> None:
    text = """
                  Part Two

                  STATEMENT OF WOOL AND FLAX
                  --------------------------

                         1999         1998
                         ----         ----
    Wool           $1,444,725   $1,273,986
    Flax            1,144,725    1,073,986
    """
    assert drawn(text).splitlines()[0] == "[] 1999 | 1998"


def test_captions_that_end_in_numbers_do_not_draw_a_title_into_the_head() -> None:
    text = """
     STATEMENT OF WHAT THE MILL OWNS

                        1999         1998
     Wool and flax   $36,310      $35,451
     Common shares,
      30,000,000
      authorized      11,977       11,960
    """
    assert drawn(text).splitlines()[0] == "[] 1999 | 1998"


def test_heads_over_the_tag_that_begins_the_table_are_its_heads() -> None:
    text = """
    Balance of the mill                May 27,    May 28,
    (in millions)                       1999       1998
                                        ----       ----

    <TABLE>
    <S>                               <C>        <C>
    Wool                              $ 4,985    $ 4,165
    Flax                                3,921      3,723
    </TABLE>
    """
    assert drawn(text).splitlines()[0].endswith("] May 27, 1999 | May 28, 1998")


def test_words_over_the_tag_that_tell_no_time_are_no_heads() -> None:
    text = """
    The mill buys                      flax and wool

    <TABLE>
    <S>                               <C>        <C>
    Wool                              $ 4,985    $ 4,165
    Flax                                3,921      3,723
    </TABLE>
    """
    assert drawn(text).splitlines()[0] == "[]  | "


def test_a_figure_that_its_caption_runs_into_is_read_under_its_own_head() -> None:
    text = """
                                       1999       1998
                                      ------     ------
    Earnings of the mill without wool $ 0.25     $ 0.20
    (see the notes)
      Earnings of wool                              0.04
    """
    assert drawn(text) == (
        "[] 1999 | 1998\nEarnings of the mill without wool (see the notes); 0.25$; 0.20$\nEarnings of wool; _; 0.04"
    )


def test_the_end_of_a_range_is_no_such_figure() -> None:
    text = """
                                       Price      Shares
                                      -------     ------
    Options of the mill, at   $5.00- $68.00        13,877
    Options of wool                                   450
    """
    assert "68.00" not in drawn(text).split(";", 1)[1]


def test_units_alone_in_their_line_are_of_the_whole_table() -> None:
    text = """
                      At May 31
                    (In thousands)
                    1999       1998
    Wool           4,985      4,165
    Flax           3,921      3,723
    """
    assert drawn(text).splitlines()[0] == "[(In thousands)] At May 31 1999 | At May 31 1998"


def test_a_grid_tells_why_it_is_one_and_where_its_head_ends() -> None:
    (grid,) = read("""
                    1999       1998
    Wool           4,985      4,165
    Flax           3,921      3,723
    """)
    assert grid.verdict is not None
    assert [clue.rule for clue in grid.verdict.clues] == ["table-of-figures/large-numbers"]
    assert grid.head_verdict is not None
    assert (grid.head_verdict.decided, [clue.rule for clue in grid.head_verdict.clues]) == (
        1,
        ["head-or-body/over-figures"],
    )


def test_units_in_the_middle_below_the_heads_are_of_the_whole_table() -> None:
    text = """
                   Wool       Flax       Hemp
                         (In thousands)
    Sales         4,985      4,165      1,200
    Costs         3,921      3,723      1,100
    """
    assert drawn(text).splitlines()[0] == "[(In thousands)] Wool | Flax | Hemp"


def test_units_below_the_only_head_are_of_the_whole_table() -> None:
    text = """
                    Amount
                (000's omitted)
    Wool             4,985
    Flax             3,921
    """
    assert drawn(text).splitlines()[0] == "[(000's omitted)] Amount"


def test_units_below_one_head_of_several_are_of_that_column() -> None:
    text = """
                   Wool       Flax            Hemp
                                     (In thousands)
    Sales         4,985      4,165           1,200
    Costs         3,921      3,723           1,100
    """
    assert drawn(text).splitlines()[0] == "[] Wool | Flax | Hemp (In thousands)"


def test_several_times_in_a_line_of_their_own_are_of_all_columns() -> None:
    text = """
                     For the years ended May 31, 2003 and 2002
                              (Dollars in thousands)

                                                        Year Ended      Year Ended
                                                          May 31,         May 31,
                                                            2003            2002
    Net income                                            $  1,204        $  1,110
    """
    named = "For the years ended May 31, 2003 and 2002"
    heads = drawn(text).splitlines()[0]
    assert heads.count(named) in (0, 2)
    assert heads.replace(f"{named} ", "").endswith("] Year Ended May 31, 2003 | Year Ended May 31, 2002")
