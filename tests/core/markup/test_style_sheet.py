"""What the style sheets of a document say of how its words are set."""

import pytest

from core.markup.css import DOUBLE
from core.markup.read import hypertext
from core.markup.style_sheet import MOST_RULES
from tests.core.markup.drawing import looks_of, read, text_of


def sheet(rules: str, media: str = "") -> str:
    """A style sheet."""
    return f'<style type="text/css"{media}>{rules}</style>'


@pytest.mark.parametrize(
    ("rules", "element"),
    [
        (".h { font-weight: bold }", "<p class='h'>Words</p>"),
        ("p { font-weight: bold }", "<p>Words</p>"),
        ("p.h{font:700 10pt Times}", "<p class='x h y'>Words</p>"),
        ("#h { font-weight: 600 }", "<p id='h'>Words</p>"),
        ("* { font-weight: bold }", "<p>Words</p>"),
        (".a .b { font-weight: bold }", "<div class='a'><div><p class='b'>Words</p></div></div>"),
        ("div > p { font-weight: bold }", "<div><p>Words</p></div>"),
        (".a div > .b { font-weight: bold }", "<div class='a'><div><div><p class='b'>Words</p></div></div></div>"),
        ("h9, p { font-weight: bold }", "<p>Words</p>"),
        ("P { FONT-WEIGHT: BOLD }", "<p>Words</p>"),
        ("<!-- p { font-weight: bold } -->", "<p>Words</p>"),
        ("/* p {} */ p { color: red; font-weight: /* as heads are */ bold }", "<p>Words</p>"),
        ("@media screen and (min-width: 10px) { p { font-weight: bold } }", "<p>Words</p>"),
        ("@import 'x.css'; p { font-weight: bold }", "<p>Words</p>"),
        ("q::first-line { } p { font-weight: bold }", "<p>Words</p>"),
        ("p { font-weight: bold !important }", "<p style='font-weight: normal'>Words</p>"),
        ("p.a { font-weight: bold } p { font-weight: normal }", "<p class='a'>Words</p>"),
        ("p { font-weight: normal } p { font-weight: bold }", "<p>Words</p>"),
        ("ix\\:nonnumeric { font-weight: bold }", "<p><ix:nonNumeric name='a:b'>Words</ix:nonNumeric></p>"),
    ],
)
def test_words_are_bold_by_a_sheet(rules: str, element: str) -> None:
    assert looks_of(sheet(rules) + element) == "b  |Words"


@pytest.mark.parametrize(
    ("rules", "element"),
    [
        (".h { font-weight: bold }", "<p class='H g'>Words</p>"),
        (".a.b { font-weight: bold }", "<p class='a'>Words</p>"),
        ("div > p { font-weight: bold }", "<div><blockquote><p>Words</p></blockquote></div>"),
        (".a .b { font-weight: bold }", "<p class='b'>Words</p>"),
        ("p { font-weight: bold }", "<p style='font-weight: normal'>Words</p>"),
        ("p { font-weight: bold } .n { font-weight: normal }", "<p class='n'>Words</p>"),
        ("@media print { p { font-weight: bold } }", "<p>Words</p>"),
        ("p:hover { font-weight: bold }", "<p>Words</p>"),
        ("p[lang] { font-weight: bold }", "<p lang='en'>Words</p>"),
        ("b + p { font-weight: bold }", "<b></b><p>Words</p>"),
        ("p::before { font-weight: bold }", "<p>Words</p>"),
        ("p, ! { font-weight: bold }", "<p>Words</p>"),
        ("p { font-weight", "<p>Words</p>"),
        ("", "<p>Words</p>"),
    ],
)
def test_words_are_not_bold_by_a_sheet(rules: str, element: str) -> None:
    assert looks_of(sheet(rules) + element) == "   |Words"


def test_a_sheet_for_paper_is_none_for_the_screen() -> None:
    assert looks_of(sheet("p { font-weight: bold }", " media='print'") + "<p>Words</p>") == "   |Words"


def test_all_sheets_count_the_later_ones_more() -> None:
    body = sheet("p { font-style: italic; font-weight: bold }") + "<p>Words</p>" + sheet("p { font-weight: normal }")
    assert looks_of(body) == "i  |Words"


def test_hidden_by_class_is_no_text() -> None:
    rules = ".gone { display: none } .blank { visibility: hidden }"
    body = "<p>One <span class='gone'>two</span> <span class='blank'>three</span> four</p><div class='gone'>Five</div>"
    assert text_of(sheet(rules) + body) == "One four"


def test_centred_by_class_is_centred_and_set_in_by_class_is_set_in() -> None:
    rules = ".c { text-align: center } .in td { padding-left: 20pt }"
    row = "<tr><td>{}</td><td>1,234</td></tr>"
    found = read(sheet(rules) + "<p class='c'>Title</p><table class='in'>" + row.format("Cash") * 2 + "</table>")
    assert found.looks[0] & 8
    (table,) = found.tables
    assert [row.boxes[0].indent for row in table.rows] == [20.0, 20.0]


def test_a_line_drawn_by_class_stands_under_its_figures() -> None:
    body = "<table><tr><td>Cash</td><td class='sum'>1,234</td></tr><tr><td>Debt</td><td>5</td></tr></table>"
    (table,) = read(sheet(".sum { border-bottom: 3px double #000 }") + body).tables
    assert [row.boxes[-1].under for row in table.rows] == [DOUBLE, 0]


def test_a_block_by_class_stands_on_a_line_of_its_own() -> None:
    body = "<span class='l'>One</span><span class='l'>Two</span>"
    assert text_of(sheet(".l { display: block }") + body) == "One\n\nTwo"


def test_what_is_declared_important_in_a_style_of_its_own_counts() -> None:
    assert text_of("<p>One</p><p style='display: none !important'>Two</p>") == "One"


@pytest.mark.parametrize(
    "rules",
    [
        "(" * 20_000 + "p { font-weight: bold }",
        "p { font-weight: " + "(" * 20_000 + "}",
        "@media " + "(" * 20_000 + " { p { font-weight: bold } }",
        "a " * 5_000 + "{ font-weight: bold }",
        ":not(" * 2_000 + "p { font-weight: bold }",
        "@media screen {" * 2_000 + "p { font-weight: bold }",
        "p { font-weight: bold; } " * (MOST_RULES * 2),
        "\x00\ufffd{};}{",
    ],
)
def test_no_sheet_is_too_odd(rules: str) -> None:
    assert text_of(sheet(rules) + "<p>Words</p>") == "Words"


def test_a_sheet_that_takes_too_long_is_given_up_and_said_to_be() -> None:
    rules = "".join(f".a .b{at} .c {{ font-weight: bold }}" for at in range(MOST_RULES))
    body = "<p class='c'>Words</p>" * 2_000
    found = hypertext(1, f"<html><body>{sheet(rules)}{body}</body></html>")
    assert found.text.count("Words") == 2_000
    assert any("style sheets" in remark.words for remark in found.remarks)
