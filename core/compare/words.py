"""The words of a text as they are compared: folded, without what is layout (case, quotes, dashes, bullets, hyphens)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[.,'][^\W_]+)*|[^\w\s\"“”‘’'`\-‐‑‒–—\u00ad•·▪*]")
"""Words, figures and the signs that mean something; a hyphen parts two words."""
_ONE_APOSTROPHE = str.maketrans("’‘ʼ", "'''")
ENDS = frozenset(".?!")
"""Signs that end a sentence."""
_ABBREVIATIONS = "inc corp co ltd no nos mr mrs ms dr jr sr st vs etc u.s e.g i.e n.a approx dept"
_MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec"
_SHORTENED = frozenset((*_ABBREVIATIONS.split(" "), *_MONTHS.split(" ")))
"""Words whose stop does not end a sentence."""


class Word(NamedTuple):
    """A word as it is printed, and where it stands in its passage's text."""

    text: str
    at: int

    @property
    def end(self) -> int:
        """One past its last character."""
        return self.at + len(self.text)


def folded(text: str) -> list[str]:
    """The words of a text for comparing, in order."""
    return [word.lower() for word in _WORD.findall(text.translate(_ONE_APOSTROPHE))]


def printed(text: str) -> tuple[Word, ...]:
    """The same words as they are printed, with their places."""
    return tuple(
        Word(text[one.start() : one.end()], one.start()) for one in _WORD.finditer(text.translate(_ONE_APOSTROPHE))
    )


def sentence_starts(words: Sequence[str]) -> list[int]:
    """Where sentences begin, by the stops before them; 0 is not among them."""
    return [
        at + 1
        for at, word in enumerate(words)
        if word in ENDS and words[at - 1] not in _SHORTENED and at + 1 < len(words)
    ]
