"""Markup as lxml's tree: no network, no external DTD, no entity but HTML's own, whatever the file says."""

import re
from collections import Counter
from typing import Any, NamedTuple

from lxml import etree

from core.markup.writer import Walked

_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]{0,1000}\[", re.IGNORECASE)
_DOCTYPE_END = re.compile(rb"\]\s{0,100}>")
_TAG = re.compile(rb"<(/?)([a-zA-Z][\w:.-]{0,60})[^<>]*>")
_CLOSE_BY_THEMSELVES = frozenset(
    b"""html head body p li dt dd tr td th tbody thead tfoot option area base br col embed hr img input link meta param
    source track wbr""".split()
)
"""Elements that a parser ends where the next one begins, or that have no end; they cannot lie one inside the other."""

_COMMENT = b"<!--"
_COMMENT_END = b"-->"
_NEVER_ENDED = re.compile(rb"<!--[^>]*>?")
_NO_COMMENT = re.compile(rb"<!--(?=DOCTYPE)[^>]*>", re.IGNORECASE)
_FIRST_END = re.compile(rb"</html", re.IGNORECASE)
_END = re.compile(rb"</(?:html|body)\b[^<>]{0,40}>", re.IGNORECASE)
_WORDS = re.compile(rb"[^\s<>]")
_AFTER = re.compile(rb"[^<>]{0,40}>(?:\s|<!--[^>]*-->|</?(?:body|html|div|p|font)\s*>)*", re.IGNORECASE)
_TOP = 4_096
"""Bytes in which a document says what kind of document it is."""

MOST_TAGS = 1_500_000
"""Tags of one document. A filing of four megabytes has 63,000; a tree of more than this would fill the memory."""
_PIECE = 50
"""So many lines and tables of a document are freed at once."""
_FEW = 12
"""An element with fewer children is none whose children are the document's blocks."""
DEEPEST = 100
"""Elements of one name inside each other that are kept where a document is too deep for the parser."""


class Parsed(NamedTuple):
    """A document's root element, None where it has none or too many to read, and then `why`; `deep`: whether tags were
    left out because they lie deeper than any parser goes."""

    root: Any
    why: str = ""
    deep: bool = False


def tree(markup: str) -> Parsed:
    """The elements of a document's markup. Never raises."""
    if markup.count("<") > MOST_TAGS:
        return Parsed(None, f"it has more than {MOST_TAGS:,} tags")
    data = _whole(_without_endless_comments(_without_entities(markup.encode("utf-8", "replace"))))
    root, stopped = _parsed(data)
    if deep := stopped:
        root, stopped = _parsed(_shallow(data))
    if stopped:
        return Parsed(None, "its elements lie too deep in each other")
    return Parsed(root, "" if root is not None else "nothing in it can be parsed", deep)


def let_go(root: Any, found: Walked) -> None:
    """Frees a tree that has been read piece by piece: freed at once, a large one would hold up every other thread."""
    for kept in (found.items, found.tagged, found.links):
        while kept:
            del kept[-_PIECE:]
    while len(root) < _FEW and (largest := max(root, key=len, default=None)) is not None and len(largest):
        root = largest
    parts = list(root)
    while parts:
        parts.pop().clear()


def _parsed(data: bytes) -> tuple[Any, bool]:
    """The root, and whether the parser stopped before the end."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except (ValueError, etree.LxmlError):
        return None, False
    last = parser.error_log.last_error
    return root, last is not None and last.level == etree.ErrorLevels.FATAL


def _without_entities(data: bytes) -> bytes:
    """The document without the declarations inside of its document type."""
    begin = _DOCTYPE.search(data, 0, _TOP)
    end = _DOCTYPE_END.search(data, begin.end()) if begin is not None else None
    return data if begin is None or end is None else data[: begin.start()] + data[end.end() :]


def _without_endless_comments(data: bytes) -> bytes:
    """The document with comments that never end, or that are a spoilt document type, ended at their first bracket: a
    parser would take all that follows for their words."""
    if _NO_COMMENT.search(data, 0, _TOP) is not None:
        data = _NO_COMMENT.sub(b"", data[:_TOP]) + data[_TOP:]
    last = data.rfind(_COMMENT)
    if last < 0 or data.find(_COMMENT_END, last) >= 0:
        return data
    begin = data.find(_COMMENT, max(data.rfind(_COMMENT_END), 0))
    return data[:begin] + _NEVER_ENDED.sub(b"", data[begin:])


def _whole(data: bytes) -> bytes:
    """The document without ends of `html` and `body` where words follow on the first of them: a parser stops there."""
    first = _FIRST_END.search(data)
    if first is None:
        return data
    after = _AFTER.match(data, first.start())
    begin = after.end() if after is not None else first.start()
    return _END.sub(b" ", data) if _WORDS.search(data, begin) is not None else data


def _shallow(data: bytes) -> bytes:
    """The document without the tags of elements that lie inside too many of their own name."""
    depth: Counter[bytes] = Counter()

    def kept(tag: re.Match[bytes]) -> bytes:
        name = tag[2].lower()
        if name in _CLOSE_BY_THEMSELVES:
            return tag[0]
        if not tag[1]:
            depth[name] += 1
            return tag[0] if depth[name] <= DEEPEST else b" "
        depth[name] = max(0, depth[name] - 1)
        return tag[0] if depth[name] < DEEPEST else b" "

    return _TAG.sub(kept, data)
