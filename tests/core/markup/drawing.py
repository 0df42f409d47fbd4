"""Markup read, and what is said of its text drawn as text."""

from core.markup.css import BOLD, CENTRED, ITALIC, RIGHT, UNDERLINED
from core.markup.hypertext import Hypertext
from core.markup.read import hypertext

_LETTERS = ((BOLD, "b"), (ITALIC, "i"), (UNDERLINED, "u"), (CENTRED, "c"), (RIGHT, "r"))


def read(body: str) -> Hypertext:
    """A document with this body."""
    return hypertext(1, f"<html><body>{body}</body></html>")


def text_of(body: str) -> str:
    """The text of a body."""
    return read(body).text


def looks_of(body: str) -> str:
    """A line of text a line, with the letters of how it is set before it: bold, italic, underlined, centred, right."""
    found = read(body)
    lines = []
    for line, look in zip(found.text.split("\n"), found.looks, strict=True):
        letters = "".join(letter for bit, letter in _LETTERS if look & bit)
        lines.append(f"{letters:<3}|{line}")
    return "\n".join(lines)


def marked(body: str) -> str:
    """The text with the words that are tagged in braces, the concept before them."""
    found = hypertext(1, f'<html xmlns:ix="x"><body>{body}</body></html>')
    places = [
        (span.start, span.end, placed.fact.concept.partition(":")[2])
        for placed in found.facts
        for span in placed.cite.spans
    ]
    text = found.text
    for start, end, name in sorted(places, reverse=True):
        text = f"{text[:start]}{{{name}: {text[start:end]}}}{text[end:]}"
    return text


def linked(body: str) -> list[tuple[str, str]]:
    """The words of each link, and what stands where it leads."""
    found = read(body)
    return [(found.text[a:b], found.text[to:].partition("\n")[0]) for (a, b), to in found.links]
