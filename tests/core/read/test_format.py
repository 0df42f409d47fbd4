"""What a document is written in."""

import pytest

from core.read.filing import Format
from core.read.format import LONGEST_LINE, MOST_LINES, endless, format_of

ROW = "<tr><td>Cash</td><td>12</td></tr>\n"


@pytest.mark.parametrize(
    ("body", "kind", "found"),
    [
        ("Item 1. Business", "10-K", Format.TEXT),
        ("", None, Format.TEXT),
        ("Cash < debt", None, Format.TEXT),
        ("<html><body>" + ROW * 3 + "</body></html>", "10-K", Format.HTML),
        ("<html><body><pre>\nCash  12\n</pre></body></html>", "10-K", Format.TEXT),
        ('<html xmlns:ix="http://x"><body>' + ROW, "10-K", Format.IXBRL),
        ("<div><ix:header></ix:header></div>", None, Format.IXBRL),
        (ROW * 15, None, Format.HTML),
        (ROW * 5, None, Format.TEXT),
        ("begin 644 a.gif\nM1", "GRAPHIC", Format.BINARY),
        ("  begin 644 a.gif\nM1", None, Format.BINARY),
        ("<PDF>\nbegin 644 a.pdf", None, Format.BINARY),
        ("<XML>\n<ownershipDocument>", "4", Format.BINARY),
        ("<XBRL>\n<xbrl>", "EX-100", Format.BINARY),
        ('<?xml version="1.0"?><xbrl>', None, Format.BINARY),
        ("anything", "EX-101.INS", Format.BINARY),
        ("anything", "json", Format.BINARY),
        ("<CASH> 12", "EX-27", Format.DATA),
        ("<CASH> 12", "EX-27.1", Format.DATA),
    ],
)
def test_a_document_is_told_by_its_beginning_and_its_type(body: str, kind: str | None, found: Format) -> None:
    assert format_of(body, kind) is found


def test_a_text_of_lines_has_an_end() -> None:
    assert endless("a\n" * 1_000) is None
    assert endless("") is None
    assert endless("a" * LONGEST_LINE) is None
    assert endless("b\n" + "a" * LONGEST_LINE) is None


def test_a_line_or_lines_too_many() -> None:
    assert endless("a" * (LONGEST_LINE + 1)) == "a line of more than 1,000,000 characters"
    assert endless("b\n" + "a" * (LONGEST_LINE + 1) + "\nb") == "a line of more than 1,000,000 characters"
    assert endless("\n" * MOST_LINES) is None
    assert endless("\n" * (MOST_LINES + 1)) == "more than 2,000,000 lines"
