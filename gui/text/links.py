"""Links inside a text that is read: to a section, a statement, a document, a place."""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote

from core.source import Cite, Span
from gui.session import Session


class Link(NamedTuple):
    """Where a link leads: `what` is `section`, `statement`, `document`, or `place`."""

    what: str
    where: str


def to(what: str, where: str) -> str:
    """A link as text."""
    return f"{what}:{quote(where)}"


def to_place(cite: Cite) -> str:
    """A link to a place of the filing."""
    spans = ",".join(f"{span.start}-{span.end}" for span in cite.spans)
    return to("place", f"{cite.document}/{spans}")


def read(text: str) -> Link:
    """A link from its text."""
    what, _, where = text.partition(":")
    return Link(what, unquote(where))


def place_of(where: str) -> Cite:
    """The place that a `place` link names."""
    document, _, spans = where.partition("/")
    pairs = (pair.split("-") for pair in spans.split(","))
    return Cite(int(document), tuple(Span(int(start), int(end)) for start, end in pairs))


def follow(session: Session, path: Path, text: str) -> None:
    """Goes where a link leads."""
    link = read(text)
    if link.what == "section":
        session.show(path, link.where)
    elif link.what == "statement":
        session.show(path, None, link.where)
    elif link.what == "place":
        session.point_at(path, place_of(link.where))
    elif link.what == "document":
        sections = session.places(path).analysis.outline
        inside = next((section for section in sections if str(section.document) == link.where), None)
        if inside is not None:
            session.show(path, inside.id)
        session.point_at(path, Cite(int(link.where), (Span(0, 0),)))
