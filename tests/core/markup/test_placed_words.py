"""Pages on which a style places the words one by one."""

import re

import pytest

from core.markup.css import BOLD
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


def placed_text(markup: str) -> str:
    """The words of a page as they are typed anew."""
    return text_of(f"<div style='position:relative'>{markup}</div>").strip("\n")


def test_a_page_is_typed_as_it_was() -> None:
    assert placed_text(by_word(STATEMENT)) == STATEMENT.strip("\n")


def test_what_flows_stands_before_and_after() -> None:
    text = text_of(f"<p>Before</p><div>{by_word(STATEMENT)}</div><p>After</p>")
    assert (text.split()[0], text.split()[-1]) == ("Before", "After")


def test_prose_is_read_line_by_line_in_paragraphs() -> None:
    page = "The mill spins flax and sells\nthe yarn to weavers.\n\nIt owns the buildings."
    assert text_of(f"<div>{by_word(page)}</div>").strip() == page


def test_words_placed_by_class_from_below_on_two_pages() -> None:
    sheet = "<style>.p{position:relative}.t{position:absolute;font-size:12px}.a{left:9px}.b{left:300px}"
    sheet += "".join(f".y{at}{{bottom:{at * HIGH}px}}" for at in range(4)) + "</style>"
    words = "".join(f"<p class='t a y{at}'>Line {at}</p><p class='t b y{at}'>{at},000</p>" for at in range(4))
    found = hypertext(1, f"<html><body>{sheet}<div class='p'>{words}</div><div class='p'>{words}</div></body></html>")
    lines = [line for line in found.text.split("\n") if line.strip()]
    assert [re.sub(" +", " ", line) for line in lines] == [f"Line {at} {at},000" for at in (3, 2, 1, 0)] * 2
    assert len({line.index(",") for line in lines}) == 1
    assert len(found.breaks) == 2


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


def test_leader_dots_end_a_run_however_near_the_figure_is() -> None:
    page = "                2003      2002\nSales.........$ 5,400   $ 5,100\nCosts.........  3,900     3,750\n"
    _, sales, costs = placed_text("".join(by_line(page))).split("\n")
    assert re.split("  +", sales) == ["Sales.........", "$ 5,400", "$ 5,100"]
    assert [match.end() for match in re.finditer(r"\d(?!\S)", sales)] == [
        match.end() for match in re.finditer(r"\d(?!\S)", costs)
    ]


def by_line(page: str) -> list[str]:
    """Runs of words at their places, dots and the sign behind them apart."""
    lines = enumerate(page.strip("\n").split("\n"))
    return [
        placed(m.start() * WIDE, at * HIGH, m[0])
        for at, line in lines
        for m in re.finditer(r"[\w,]+\.*|\$ *[\d,]+", line)
    ]


def test_figures_end_one_under_the_other_in_letters_of_any_width() -> None:
    digit, amounts = 6.67, ("1,234,567", "34,567", "(4,567)", "67")
    rows = [placed(0, at * HIGH, f"Line {at}") for at in range(4)]
    rows += [placed(300 - digit * len(one), at * HIGH, one) for at, one in enumerate(amounts)]
    assert len({len(line) for line in placed_text("".join(rows)).split("\n")}) == 1


def test_a_long_run_in_narrow_letters_does_not_push_what_is_behind_it() -> None:
    digit, lines = 6.67, (("filling till it is still", "4,567"), ("Sales", "1,234,567"), ("Silk", "34"))
    rows = [placed(0, at * HIGH, words) for at, (words, _) in enumerate(lines)]
    rows += [placed(185 - digit * len(one), at * HIGH, one) for at, (_, one) in enumerate(lines)]
    assert len({len(line) for line in placed_text("".join(rows)).split("\n")}) == 1


@pytest.mark.parametrize(("lines", "empty"), [(1, 0), (2, 1), (3, 2), (9, 2)])
def test_lines_that_stand_apart_have_empty_lines_between(lines: int, empty: int) -> None:
    page = by_word(STATEMENT) + by_word("Assets of it", shift=(STATEMENT.count("\n") - 2 + lines) * HIGH)
    assert placed_text(page).endswith("500" + "\n" * (empty + 1) + "Assets of it")


def test_how_words_are_set_is_told_of_their_line() -> None:
    page = "".join(placed(0, at * HIGH, f"<b>Line {at}</b>") for at in range(6))
    found = read(f"<div>{page}</div>")
    assert {look & BOLD for line, look in zip(found.text.split("\n"), found.looks, strict=True) if line} == {BOLD}
