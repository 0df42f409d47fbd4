"""Texts as the comparison reads them, for its tests."""

from collections.abc import Generator
from typing import TypeVar

from core.compare.stream import Found, Stream, side
from core.compare.words import folded
from core.document.prose import Passage, PassageKind
from core.source import Span

_Value = TypeVar("_Value")


def finished(work: Generator[object, None, _Value]) -> _Value:
    """What a piece of work comes to, its pauses passed over."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            value: _Value = end.value
            return value


def passage(text: str, kind: PassageKind = PassageKind.PARAGRAPH, start: int = 0) -> Passage:
    """A passage of this text."""
    return Passage(kind, text, (Span(start, start + len(text)),))


def read(*texts: str) -> list[Found]:
    """Paragraphs one after another, with their words."""
    return [Found(passage(text), folded(text)) for text in texts]


def stream(*texts: str) -> Stream:
    """The words of paragraphs, one after another."""
    return side(read(*texts)).stream
