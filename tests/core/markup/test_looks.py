"""How words are set: fonts, alignment, and how much of a line's beginning is set apart."""

import pytest

from core.markup.css import DOUBLE, FARTHEST, SINGLE, declarations, look, points
from tests.core.markup.drawing import looks_of, read


def test_lines_are_set_as_tags_and_styles_say() -> None:
    body = """
    <h2>Title</h2>
    <p><b>Bold</b> <strong>too</strong></p>
    <p style="font-weight:700">Heavy <span style="font-weight:normal">light</span></p>
    <p align="center"><i>Italic</i></p>
    <center><u>Underlined</u></center>
    <div style="text-align:right; font: bold 10pt Arial">Right</div>
    <div style="text-align:center"><p style="text-align:left">Left</p></div>
    <p><span style="font-weight:bold; font-style:italic; text-decoration:underline">All</span></p>
    <p>Plain</p>
    """
    drawn = """
b  |Title
   |
b  |Bold too
   |
   |Heavy light
   |
ic |Italic
   |
uc |Underlined
   |
br |Right
   |
   |Left
   |
biu|All
   |
   |Plain"""
    assert "\n" + looks_of(body) == drawn


def test_what_begins_a_line_in_bold_is_measured() -> None:
    found = read("<p>Plain</p><p><b>Use of estimates.</b> The Company <b>makes</b> them.</p><p><b>Whole</b></p>")
    lines = found.text.split("\n")
    assert {lines[at][:length] for at, length in found.led.items()} == {"Use of estimates."}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12pt", 12.0),
        ("12", 9.0),
        ("-1.5em", -15.0),
        (".5in", 36.0),
        ("2 px", 1.5),
        ("10%", 60.0),
        ("auto", 0.0),
        ("", 0.0),
        ("9" * 400 + "pt", FARTHEST),
        ("-" + "9" * 30 + "in", -FARTHEST),
    ],
)
def test_a_length(text: str, expected: float) -> None:
    assert points(text) == expected


@pytest.mark.parametrize(
    ("style", "over", "under"),
    [
        ("border-bottom:1px solid #000", 0, SINGLE),
        ("border-top:solid 1pt; border-bottom: 3px double", SINGLE, DOUBLE),
        ("border-bottom:0px solid", 0, 0),
        ("border-bottom:none", 0, 0),
        ("border-bottom-style:double", 0, DOUBLE),
        ("border:1px dotted", SINGLE, SINGLE),
        ("border-left:1px solid", 0, 0),
    ],
)
def test_lines_drawn_along_a_cell(style: str, over: int, under: int) -> None:
    how = look("td", style, None)
    assert (how.over, how.under) == (over, under)


@pytest.mark.parametrize(
    ("style", "indent"),
    [
        ("padding-left:10pt", 10.0),
        ("padding:1pt 2pt 3pt 4pt", 4.0),
        ("margin:0 6pt", 6.0),
        ("margin-left:20pt; text-indent:-10pt", 10.0),
        ("padding:", 0.0),
    ],
)
def test_how_far_words_stand_from_the_left(style: str, indent: float) -> None:
    assert look("p", style, None).indent == indent


def test_declarations_are_read_as_far_as_they_are_ones() -> None:
    assert declarations("Color : RED;;x; a:b:c ;font-weight:bold") == {
        "color": "red",
        "a": "b:c",
        "font-weight": "bold",
    }
