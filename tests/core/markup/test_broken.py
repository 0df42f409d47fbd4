"""Markup that is broken in ways in which filings are: nothing a reader could see is lost."""

import pytest

from core.markup.read import hypertext
from tests.core.markup.drawing import text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<html><body><p>One</p></body></html>\n<html><body><p>Two</p></body></html>", "One\n\nTwo"),
        ("<html><head><title>A</title></head><body>One</body></html><head><title>B</title></head><p>Two", "One\n\nTwo"),
        ("<HTML><BODY><P>One</BODY></HTML><P>Two</P>", "One\n\nTwo"),
        ("<html><body><p>One</p></body></html>\n<!-- made by hand -->\n", "One"),
        (
            '<!--DOCTYPE HTML PUBLIC "-//X//DTD">\n<html><body><p>One</p><!-- c --><p>Two</p></body></html>',
            "One\n\nTwo",
        ),
        ("<html><body><p>One</p><!-- c --><p>Two</p><!-- never > <p>Three</p></body></html>", "One\n\nTwo\n\nThree"),
        ("<html><body><p>One</p><!-- a > b --><p>Two</p></body></html>", "One\n\nTwo"),
        ("<html><body><p>One</p><!--", "One"),
    ],
)
def test_no_words_are_lost(markup: str, text: str) -> None:
    assert hypertext(1, markup).text == text


def test_comments_without_an_end_are_read_in_time() -> None:
    assert text_of("<p>One</p>" + "<!--" * 300_000) == "One"
