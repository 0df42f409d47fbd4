"""A document's markup for a view that draws it: places are those of the document, never the filer's own."""

from core.markup.page_markup import filed


def test_a_place_that_the_filing_names_itself_is_none() -> None:
    page = filed("<html><body><p>One</p><p DATA-AT='9999'></p><p data-at='1'>Two</p></body></html>")
    assert page is not None
    assert page.count(b"data-at") == 2
    assert b'<p data-at="5">Two</p>' in page
