"""An XML document as a tree: nothing is fetched for it, and nothing in it expanded."""

import codecs
import re

from lxml import etree
from lxml.etree import _Element

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_KNOWN = {"iso-8859-1": "latin-1", "latin-1": "latin-1", "windows-1252": "windows-1252"}


def parse(document: str | bytes, root: str) -> _Element | None:
    """The element named `root` (without its prefix) and what lies in it, as far as it can be read; None where there is no
    such element. Whatever stands before it is left out: wrappers, and a document type with its entities."""
    text = (document if isinstance(document, str) else _decoded(document)).replace("\x00", "")
    begin = re.search(rf"<(?:[\w.-]+:)?{re.escape(root)}(?=[\s/>])", text)
    if begin is None:
        return None
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(text[begin.start() :].encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _decoded(data: bytes) -> str:
    """Text in UTF-8, or as the byte-order mark or the declaration says."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    said = _DECLARED.search(data[:1000])
    name = said[1].decode("ascii").lower() if said else ""
    return data.decode(_KNOWN.get(name, "utf-8"), "replace")
