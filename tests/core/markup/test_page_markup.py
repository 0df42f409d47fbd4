"""A document's markup for a view that draws it: places are those of the document, never the filer's own."""

import pytest
from lxml import etree

from core.markup.page_markup import filed
from core.markup.read import hypertext


def test_a_place_that_the_filing_names_itself_is_none() -> None:
    page = filed("<html><body><p>One</p><p DATA-AT='9999'></p><p data-at='1'>Two</p></body></html>")
    assert page is not None
    assert page.count(b"data-at") == 2
    assert b'<p data-at="5">Two</p>' in page


WAYS = {
    "paragraphs": "<p>Cash of the mill</p><p>Oil <b>of whales</b> and wicks</p>",
    "a table of figures": "<table><tr><td>Cash</td><td>1,234</td></tr><tr><td>Oil</td><td>$ 56.7</td></tr></table>",
    "a table of words": "<table><tr><td>Item 1.</td><td>Business</td></tr></table>",
    "text as it stands": "<pre>Cash      1,234\nOil          56</pre>",
    "typewriter's letters": "<p style='font-family:Courier'>Cash&nbsp;&nbsp;&nbsp;1,234</p>",
    "words set at their places": "".join(
        f"<div style='position:absolute;left:{left}px;top:{14 * at}px;font-size:12px'>{words}</div>"
        for at in range(4)
        for left, words in ((0, f"Line {at}"), (200, f"{at},234"))
    ),
}


@pytest.mark.parametrize("body", WAYS.values(), ids=WAYS)
def test_all_words_have_their_places_however_they_are_set(body: str) -> None:
    markup = f"<html><body>{body}</body></html>"
    page, text = filed(markup), hypertext(1, markup).text
    assert page is not None
    root = etree.HTML(page.decode())
    placed = [(int(each.attrib["data-at"]), each.text or "") for each in root.iter() if "data-at" in each.attrib]
    assert all(text.startswith(words.split()[0], at) for at, words in placed)
    assert sorted(" ".join(words for _, words in placed).split()) == sorted(" ".join(map(str, root.itertext())).split())
