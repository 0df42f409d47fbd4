"""Texts as the comparison reads them, for its tests."""

from core.compare.stream import Found, Stream, side
from core.compare.words import folded
from core.document.prose import Passage, PassageKind
from core.source import Span


def passage(text: str, kind: PassageKind = PassageKind.PARAGRAPH, start: int = 0) -> Passage:
    """A passage of this text."""
    return Passage(kind, text, (Span(start, start + len(text)),))


def read(*texts: str) -> list[Found]:
    """Paragraphs one after another, with their words."""
    return [Found(passage(text), folded(text)) for text in texts]


def stream(*texts: str) -> Stream:
    """The words of paragraphs, one after another."""
    return side(read(*texts)).stream
