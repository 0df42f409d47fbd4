"""A document as it was filed, ready to be drawn: its page, the submission's pictures, and where its text is on the page."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from core.document.original import filed
from core.read.filing import Document, Filing
from core.read.pictures import pictures
from gui.web.runs import Runs


class Filed(NamedTuple):
    """One page."""

    html: bytes
    pictures: Mapping[str, bytes]
    runs: Runs


def page_of(path: Path, filing: Filing, document: Document) -> Filed | None:
    """The page of a document; None where it has no markup to draw. Takes its time: not for the UI thread."""
    html = filed(document)
    if html is None:
        return None
    return Filed(html, pictures(path, filing), Runs.of(document.source.text, html))
