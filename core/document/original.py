"""A document as it was filed, for a view that draws HTML: its markup with every run of text tied to its place."""

from core.markup import page_markup
from core.read.filing import Document, Format

MARKED_UP = frozenset({Format.HTML, Format.IXBRL})


def filed(document: Document) -> bytes | None:
    """The document as HTML in UTF-8; None where it has no markup.

    An element with `data-at="N"` has its first text, up to its first child element, begin at code point N of the
    document's text. White space may be folded otherwise than in the text; all other characters are the same.
    """
    return page_markup.filed(document.raw) if document.format in MARKED_UP and document.raw else None
