"""What a document is written in: text, HTML, inline XBRL, data, or something that is no text."""

import re

from core.read.filing import Format

LONGEST_LINE = 1_000_000
"""Characters. A text with a longer line is no filing's text, and no view could show it."""

MOST_LINES = 2_000_000
"""Lines of one document. The longest filings have a fortieth of that; a list of so many would fill the memory."""

_ATTACHED = re.compile(r"begin [0-7]{3} \S|<(?:PDF|XML|XBRL)>\s*begin [0-7]{3} \S|<PDF>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|td|tr|th|font|br|div|span|b|i|u|a|h\d|center|hr|li)[ >/]", re.IGNORECASE)
_HTML = re.compile(r"<(?:!doctype\s+html|html|body|head|title)\b", re.IGNORECASE)
_SAMPLE = 100_000
_RENDERED = frozenset({"XML", "JSON", "ZIP", "EXCEL", "GRAPHIC"})
"""Types of what the Commission adds to a submission (`R2.htm` ...): it says again what the documents say."""


def format_of(body: str, kind: str | None) -> Format:
    """The format of a document with this text and `<TYPE>`."""
    head = body[:_SAMPLE].lstrip()
    if _ATTACHED.match(head):
        return Format.BINARY
    typed = _typed((kind or "").upper())
    if typed is not None:
        return typed
    inline = "xmlns:ix=" in head or "<ix:header" in head
    if inline or _is_html(head):
        return Format.IXBRL if inline else Format.HTML
    if head.startswith("<?xml") or re.match(r"<(?:XML|XBRL)>\s*<", head):
        return Format.BINARY
    return Format.TEXT


def _typed(kind: str) -> Format | None:
    """The format that a document's type alone tells; None for most."""
    if kind in _RENDERED or kind.startswith("EX-101"):
        return Format.BINARY
    return Format.DATA if kind.startswith("EX-27") else None


def _is_html(head: str) -> bool:
    """Whether tags make up the layout. A text that is merely wrapped in `<html><body><pre>` stays a text."""
    brackets = head.count("<")
    if not brackets:
        return False
    lines = head.count("\n") + 1
    if _HTML.search(head[:3000]):
        return brackets > max(6, lines) or _tags(head) > max(6, lines // 20)
    least = max(40, lines // 2)
    return brackets > least and _tags(head) > least


def _tags(head: str) -> int:
    """How many tags of HTML are in a text."""
    return sum(1 for _ in _TAG.finditer(head))


def endless(text: str) -> str | None:
    """What is too much in a text for a filing: a line beyond `LONGEST_LINE`, more lines than `MOST_LINES`, or nothing."""
    if _has_endless_line(text):
        return f"a line of more than {LONGEST_LINE:,} characters"
    return f"more than {MOST_LINES:,} lines" if text.count("\n") > MOST_LINES else None


def _has_endless_line(text: str) -> bool:
    at = 0
    while len(text) - at > LONGEST_LINE:
        found = text.rfind("\n", at, at + LONGEST_LINE)
        if found < 0:
            return True
        at = found + 1
    return False
