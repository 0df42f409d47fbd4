"""A document as it was filed, for a view that draws it: only those with markup have one."""

from pathlib import Path

import pytest

from core.document.original import filed
from core.read.submission import parse
from tests.core.made_up import REPORT, document, header

PAGE = "<html><body><p>Kettles</p><p>Lamps</p></body></html>"


def test_a_page_has_the_places_of_its_text() -> None:
    page = filed(parse("kettles.htm", PAGE.encode()).documents[0])
    assert page is not None
    assert b'data-at="' in page
    assert b"Kettles" in page


def test_plain_text_has_no_markup() -> None:
    assert filed(parse("kettles.txt", REPORT.encode()).documents[0]) is None


@pytest.mark.parametrize(("at", "drawn"), [(0, False), (1, True)])
def test_each_document_of_a_submission_for_itself(at: int, *, drawn: bool, tmp_path: Path) -> None:
    text = header(documents=2) + document("10-K", REPORT, 1) + document("EX-99", PAGE, 2) + "</SEC-DOCUMENT>\n"
    found = parse(str(tmp_path / "kettles.txt"), text.encode()).documents[at]
    assert (filed(found) is not None) is drawn
