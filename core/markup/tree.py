"""Markup as lxml's tree: no network, no external DTD, no entity but HTML's own, whatever the file says."""

import re
from typing import Any

from lxml import html

_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*\[.*?\]\s*>", re.DOTALL | re.IGNORECASE)
DEEPEST = 1500
"""Elements one inside the other; what lies deeper is laid flat by the parser."""


def tree(markup: str) -> Any:
    """The root element of a document's markup; None where nothing of it can be parsed. Never raises."""
    data = markup.encode("utf-8", "replace")
    if b"<!" in data[:4096] and b"[" in data[:4096]:
        data = _DOCTYPE.sub(b"", data, count=1)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(data, parser=parser)
    except (ValueError, html.etree.LxmlError):
        return None
