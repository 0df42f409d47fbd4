"""Where tables begin and end among prose."""

from textwrap import dedent

from hypothesis import given, settings
from hypothesis import strategies as st

from core.document.block import BlockKind
from core.document.plain import lay_out
from core.document.regions import table_blocks
from core.source import Source


def _tables(text: str) -> list[str]:
    """The first and the last line of each table of a text."""
    layout = lay_out(Source(1, dedent(text).strip("\n")))
    lines = layout.source.lines
    found = [block for block in layout.blocks if block.kind is BlockKind.TABLE]
    return [f"{lines[block.first].strip()} … {lines[block.last - 1].strip()}" for block in found]


def test_a_table_reaches_from_its_head_to_its_last_rule() -> None:
    text = """
    Inventories consist of the following:


                                         December 31
                                       1999      1998
                                     ------------------
    Finished products                $  1,760   $ 1,572
    Raw materials                       2,271     2,965
                                     ------------------
                                     $  4,031   $ 4,537
                                     ==================

    The Company values its inventories at the lower of cost or market, and has done so
    for many years, as the notes below this table say.
    """
    assert _tables(text) == ["December 31 … =================="]


def test_prose_parts_two_tables() -> None:
    text = """
    2004                       $   1,641
    2005                           1,331

    The Company has a line of credit with a bank, which it may draw upon until it ends
    in the year 2009; nothing was drawn upon it.

    2004                       $     259
    2005                             156
    """
    assert _tables(text) == [
        "2004                       $   1,641 … 2005                           1,331",
        "2004                       $     259 … 2005                             156",
    ]


def test_a_heading_between_rows_does_not() -> None:
    text = """
                                1999      1998
    Income taxes paid          1,390     1,366

    Supplemental disclosure of cash flow information:
      Interest paid              658       450
    """
    assert _tables(text) == ["1999      1998 … Interest paid              658       450"]


def test_a_long_heading_over_a_row_parts_nothing() -> None:
    text = """
                                       1999      1998
    Net income                       $  1,760   $ 1,572
    Adjustments to reconcile net income to net cash provided by operating activities of the company:
      Depreciation                      2,271     2,965
      Other, net                          (31)       37

                                       1999      1998
    Lamps                            $  1,760   $ 1,572
    The company bought its lamps from a harbor, and sold them in the same year in which
    it had bought them, as the next lines show of the oil that it bought with the lamps:
      Oil                               2,271     2,965
    """
    assert _tables(text) == [
        "1999      1998 … Other, net                          (31)       37",
        "1999      1998 … Lamps                            $  1,760   $ 1,572",
    ]


def test_the_title_of_the_next_page_is_no_rest_of_a_caption() -> None:
    text = """
                                1999      1998
    Income taxes paid          1,390     1,366
              THE TAXES (continued)

                                1999      1998
    Interest                     658       450
      paid to banks
    """
    assert _tables(text) == [
        "1999      1998 … Income taxes paid          1,390     1,366",
        "1999      1998 … paid to banks",
    ]


def test_years_alone_begin_another_table() -> None:
    text = """
                                1999      1998
    Income taxes paid          1,390     1,366

    Rent
                                1999      1998
    Rent paid                    658       450
    """
    assert len(_tables(text)) == 2


def test_a_list_of_pages_is_no_table() -> None:
    text = """
    Balance Sheets ..............................   23
    Statements of Income ........................   25
    Statements of Cash Flows ....................   27
    Notes to the Statements .....................   28
    """
    assert _tables(text) == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet=st.sampled_from(" \t19,.$()-=<>TABLESCabc|"), max_size=90), max_size=30))
def test_tables_of_any_lines_are_in_order_and_apart(lines: list[str]) -> None:
    source = Source(1, "\n".join(lines))
    layout = lay_out(source)
    end = 0
    for block in table_blocks(source, layout.kinds):
        assert end <= block.first < block.last <= len(source.lines)
        end = block.last
