"""The text of an element."""

import lxml.html

from core.facts.printed import LONGEST, printed


def text_of(markup: str) -> str:
    return printed(lxml.html.fragment_fromstring(markup))


def test_white_space_is_folded() -> None:
    assert text_of("<b> 1,\n 234\xa0 </b>") == "1, 234"


def test_inner_elements_are_read_in_order_and_comments_are_not() -> None:
    assert text_of("<b>a<i>b<u>c</u>d</i>e<!-- no -->f</b>") == "abcdef"


def test_lines_and_cells_stand_apart() -> None:
    assert text_of("<div>One Plaza<br>Atlanta<p>Georgia</p>USA</div>") == "One Plaza Atlanta Georgia USA"


def test_what_is_excluded_is_left_out() -> None:
    assert text_of("<span>begins <ix:exclude>page <b>7</b></ix:exclude>and ends</span>") == "begins and ends"


def test_long_text_is_cut() -> None:
    assert len(text_of("<b>" + "word " * 100_000 + "</b>")) == LONGEST
    assert len(text_of("<b>" + "<i>word</i> " * 100_000 + "</b>")) == LONGEST


def test_a_deep_element_is_read_as_far_as_it_is_bounded() -> None:
    element = lxml.html.Element("b")
    inner = element
    for _ in range(5_000):
        inner = lxml.html.etree.SubElement(inner, "i")
    inner.text = "too deep"
    assert printed(element) == ""
