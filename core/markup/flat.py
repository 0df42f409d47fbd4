"""The words of a document that has too many elements to be read: its text without tags, in lines that can be shown."""

import html
import re

_ENDS_LINE = re.compile(r"</?(?:p|div|tr|br|li|h[1-6]|table|hr|title)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")

LONGEST_LINE = 100_000
"""Characters. A line is parted where it is longer; no paragraph of a filing is near it, and no view shows more at once."""


def flat(markup: str) -> str:
    """The document's words, blocks on lines of their own, without blank lines."""
    bare = _TAG.sub(" ", _ENDS_LINE.sub("\n", markup))
    text = html.unescape(bare.replace("<", " ").replace(">", " "))  # brackets of no tag are those of a broken one
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join([piece for line in lines for piece in pieces(line)])


def pieces(text: str) -> list[str]:
    """The text in pieces that are no longer than a line may be, parted at blanks where there are any."""
    found: list[str] = []
    at = 0
    while len(text) - at > LONGEST_LINE:
        cut = text.rfind(" ", at + LONGEST_LINE // 2, at + LONGEST_LINE) + 1 or at + LONGEST_LINE
        found.append(text[at:cut])
        at = cut
    if at < len(text):
        found.append(text[at:])
    return found
