"""XML as a tree: nothing fetched, nothing expanded."""

import lxml.etree
import pytest

from core.facts.tree import parse


def drawn(document: str | bytes) -> str | None:
    root = parse(document, "xbrl")
    return None if root is None else lxml.etree.tostring(root, encoding="unicode")


@pytest.mark.parametrize(
    "document",
    [
        "<xbrl>é</xbrl>",
        '<?xml version="1.0"?>\n<!-- xbrl --><xbrl>é</xbrl>',
        "<XBRL>\n<xbrl>é</xbrl>\n</XBRL>\n",
        "<xbrl>é</xbrl>".encode(),
        '\ufeff<?xml version="1.0" encoding="UTF-8"?><xbrl>é</xbrl>'.encode(),
        '<?xml version="1.0" encoding="ISO-8859-1"?><xbrl>é</xbrl>'.encode("latin-1"),
        '<?xml version="1.0" encoding="UTF-16"?><xbrl>é</xbrl>'.encode("utf-16"),
        "<xb\x00rl>é</xbrl>",
    ],
)
def test_a_document_is_read_however_it_is_wrapped_or_encoded(document: str | bytes) -> None:
    assert drawn(document) == "<xbrl>é</xbrl>"


@pytest.mark.parametrize(
    "document", ["", "no tree", "<html></html>", "<xbrli:context/>", b"\xff\xfe", b"\x00", "<xbrl"]
)
def test_what_has_no_such_element_is_none(document: str | bytes) -> None:
    assert drawn(document) is None


def test_a_broken_document_is_read_as_far_as_it_goes() -> None:
    found = parse("<xbrl><a>1</a><b>2</c><d>3", "xbrl")
    assert found is not None
    assert [(element.tag, element.text) for element in found.iter()][1:] == [("a", "1"), ("b", "2"), ("d", "3")]


def test_a_document_type_is_left_out() -> None:
    document = '<!DOCTYPE xbrl [<!ENTITY a "aaa"><!ATTLIST xbrl b CDATA "c">]><xbrl d="&a;">&a;</xbrl>'
    root = parse(document, "xbrl")
    assert root is not None
    assert "aaa" not in lxml.etree.tostring(root, encoding="unicode")
    assert root.get("b") is None
    assert root.getroottree().docinfo.internalDTD is None


def test_comments_and_instructions_are_no_elements_and_depth_is_no_fault() -> None:
    found = parse("<xbrl><!-- told -->\n<?shown so?><a>1</a></xbrl>", "xbrl")
    assert found is not None
    assert [child.tag for child in found] == ["a"]
    deep = parse(f"<xbrl>{'<a>' * 400}1{'</a>' * 400}</xbrl>", "xbrl")
    assert deep is not None
    assert sum(1 for _ in deep.iter("a")) == 400
