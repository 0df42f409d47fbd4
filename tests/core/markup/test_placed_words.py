"""Pages on which a style places the words one by one."""

import re

import pytest

from core.markup.read import hypertext
from tests.core.markup.drawing import marked, read, text_of

STATEMENT = """
                         Year ended June 30,
                              2003      2002
Net sales                 $  5,400  $  5,100
Costs:
  Materials                  3,900     3,750
  Wages                        900       850
Operating profit               600       500
"""
WIDE, HIGH = 6, 14
"""Pixels to a letter and to a line."""


def placed(left: float, top: float, words: str) -> str:
    """Words at a place, letters 12 pixels high."""
    return f'<div style="position:absolute;left:{left}px;top:{top}px;font-size:12px">{words}</div>'


def by_word(page: str, shift: int = 0) -> str:
    """Every word of a typewritten page at its place, the last line first, for order says nothing."""
    lines = enumerate(page.strip("\n").split("\n"))
    words = [placed(m.start() * WIDE, shift + at * HIGH, m[0]) for at, line in lines for m in re.finditer(r"\S+", line)]
    return "".join(reversed(words))


def test_words_become_lines_and_cells_and_columns() -> None:
    (table,) = read(f"<p>Before</p><div style='position:relative'>{by_word(STATEMENT)}</div><p>After</p>").tables
    rows = [[(box.left, box.right, box.text) for box in row.boxes] for row in table.rows]
    assert rows == [
        [(1, 3, "Year ended June 30,")],
        [(1, 2, "2003"), (2, 3, "2002")],
        [(0, 1, "Net sales"), (1, 2, "$ 5,400"), (2, 3, "$ 5,100")],
        [(0, 1, "Costs:")],
        [(0, 1, "Materials"), (1, 2, "3,900"), (2, 3, "3,750")],
        [(0, 1, "Wages"), (1, 2, "900"), (2, 3, "850")],
        [(0, 1, "Operating profit"), (1, 2, "600"), (2, 3, "500")],
    ]


def test_what_flows_stands_before_and_after() -> None:
    text = text_of(f"<p>Before</p><div>{by_word(STATEMENT)}</div><p>After</p>")
    assert (text.split()[0], text.split()[-1]) == ("Before", "After")


def test_captions_are_set_in_as_on_the_page() -> None:
    (table,) = read(f"<div>{by_word(STATEMENT)}</div>").tables
    indents = {row.boxes[0].text: row.boxes[0].indent for row in table.rows}
    assert indents["Materials"] > indents["Costs:"] == indents["Net sales"] == 0.0


def test_prose_is_read_line_by_line_in_paragraphs() -> None:
    page = "The mill spins flax and sells\nthe yarn to weavers.\n\nIt owns the buildings."
    assert text_of(f"<div>{by_word(page)}</div>").strip() == page


def test_words_placed_by_class_from_below_on_two_pages() -> None:
    sheet = "<style>.p{position:relative}.t{position:absolute;font-size:12px}.a{left:9px}.b{left:300px}"
    sheet += "".join(f".y{at}{{bottom:{at * HIGH}px}}" for at in range(4)) + "</style>"
    words = "".join(f"<p class='t a y{at}'>Line {at}</p><p class='t b y{at}'>{at},000</p>" for at in range(4))
    found = hypertext(1, f"<html><body>{sheet}<div class='p'>{words}</div><div class='p'>{words}</div></body></html>")
    assert [row.boxes[0].text for row in found.tables[0].rows] == ["Line 3", "Line 2", "Line 1", "Line 0"]
    assert (len(found.tables), len(found.breaks)) == (2, 2)


def test_words_placed_in_a_placed_page_are_placed_from_there() -> None:
    page = by_word("One      1,000\nTwo      2,000\nThree    3,000")
    body = f"<div style='position:absolute;left:0;top:900px'>{page}</div>"
    body += f"<div style='position:absolute;left:0;top:0'>{by_word('Title of the page')}</div>"
    text = text_of(f"<div>{body}</div>")
    assert text.index("Title of the page") < text.index("One") < text.index("Three")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (placed(0, 50, "Two") + placed(0, 0, "One"), "Two\n\nOne"),
        (placed(0, 0, "<p>One</p><p>Two</p>") * 4, "\n\n".join(["One\n\nTwo"] * 4)),
        (placed(0, 0, "<table><tr><td>Cash</td><td>5</td></tr></table>") * 2, "Cash   5\n\nCash   5"),
        ("<p style='position:absolute;left:5%;top:5%'>One</p>" * 6, "\n\n".join(["One"] * 6)),
        ("<p style='position:absolute;bottom:0;width:100%'>One</p>" * 6, "\n\n".join(["One"] * 6)),
        ("<table><tr><td>" + placed(0, 0, "One") * 6 + "</td></tr></table>", "\n\n".join(["One"] * 6)),
    ],
)
def test_a_few_placed_words_or_whole_texts_stay_where_they_are(body: str, text: str) -> None:
    assert text_of(f"<div>{body}</div>").strip() == text


def test_words_that_flow_between_placed_ones_keep_their_order() -> None:
    first, second = by_word("One  Two  Three\nFour Five Six"), by_word("Seven Eight Nine\nTen Eleven Twelve")
    words = text_of(f"<div>{first}between{second}</div>").split()
    assert " ".join(words) == "One Two Three Four Five Six between Seven Eight Nine Ten Eleven Twelve"


def test_tags_stand_around_placed_words() -> None:
    number = '<ix:nonFraction name="a:Cash" format="ixt:num-dot-decimal">1,000</ix:nonFraction>'
    body = "".join(placed(0, at * HIGH, f"Line {at}") + placed(300, at * HIGH, number) for at in range(4))
    assert marked(f"<div>{body}</div>").count("{Cash: 1,000}") == 4


@pytest.mark.parametrize(
    "body",
    [
        placed(0, 0, "x") * 20_000,
        "".join(placed(at * 40, at * 40, "1,000") for at in range(5_000)),
        "".join(placed(at, 0, "x") for at in range(5_000)),
        "<div style='position:absolute;left:0;top:0'>" * 300 + by_word("One Two Three Four Five Six Seven"),
        "<p style='position:absolute;left:1e9px;top:-99999999999px'>One</p>" * 9,
    ],
)
def test_no_page_is_too_odd(body: str) -> None:
    assert text_of(f"<div>{body}</div>").strip()


def test_leader_dots_end_a_cell_however_near_the_figure_is() -> None:
    page = "                2003      2002\nSales.........$ 5,400  $  5,100\nCosts.........  3,900     3,750\n"
    words = [*by_line(page)]
    (page_table,) = read(f"<div>{''.join(words)}</div>").tables
    assert [box.text for box in page_table.rows[1].boxes] == ["Sales.........", "$ 5,400", "$ 5,100"]


def by_line(page: str) -> list[str]:
    """Runs of words at their places, dots and the sign behind them apart."""
    lines = enumerate(page.strip("\n").split("\n"))
    return [
        placed(m.start() * WIDE, at * HIGH, m[0])
        for at, line in lines
        for m in re.finditer(r"[\w,]+\.*|\$ *[\d,]+", line)
    ]


def test_typewriter_letters_are_placed_as_any_others() -> None:
    page = by_word(STATEMENT).replace("font-size:12px", "font-size:12px;font-family:Courier")
    assert len(read(f"<div>{page}</div>").tables) == 1


def test_a_title_far_below_begins_another_table() -> None:
    two = by_word(STATEMENT) + by_word("ASSETS\n" + STATEMENT.strip("\n"), shift=12 * HIGH)
    assert len(read(f"<div>{two}</div>").tables) == 2
