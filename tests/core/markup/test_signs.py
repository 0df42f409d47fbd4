"""Check boxes and bullets that filings set in Wingdings, and the room that stands between a bullet and its words."""

import pytest

from core.markup.page_markup import filed
from core.markup.read import hypertext

CASES = {
    "a font's face": ("<p>Yes <font face='Wingdings'>&#254;</font> No <font face=wingdings>&#168;</font></p>", "Yes ☑ No ☐"),
    "a style": ("<p><span style='font-family:Wingdings,sans-serif'>x</span> Annual report</p>", "☒ Annual report"),
    "fonts in fonts": (
        "<font face='Wingdings'>o<font face='Times New Roman'>o</font><b>o</b></font><p style='font-family:Arial'>o</p>",
        "☐o☐\n\no",
    ),
    "words in it by mistake": ("<p style='font-family:Wingdings'>Yes or no</p>", "Yes or no"),
    "signs it does not change": ("<p style='font-family:Wingdings'>&#9746;</p>", "☒"),
    "letters in other fonts": ("<p>x <font face='Symbol'>&#254;</font></p>", "x þ"),
    "room after a bullet": ("<div>&#8226;<span style='padding-left:5.5pt'>Our</span> Business</div>", "• Our Business"),
    "hardly any room": ("<div>a<span style='padding-left:1pt'>b</span></div>", "ab"),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "text"), CASES.values(), ids=CASES)
def test_signs_as_they_are_seen(markup: str, text: str) -> None:
    assert hypertext(1, markup).text == text


def test_the_page_has_the_same_signs() -> None:
    page = filed("<p>Yes <font face='Wingdings'>&#254;</font> No<br><font face='Wingdings'><b></b>o</font></p>")
    assert page is not None
    words = page.decode()
    assert ">☑</font>" in words
    assert ">☐</span>" in words


def test_a_tagged_box_is_read_as_it_is_seen() -> None:
    box = "<span style='font-family:Wingdings'><ix:nonNumeric name='dei:AFlag' contextRef='c'>{}</ix:nonNumeric></span>"
    assert [hypertext(1, box.format(sign)).facts[0].fact.text for sign in "þ¨"] == ["☑", "☐"]
