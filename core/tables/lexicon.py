"""Phrases broken over lines, and what a document tells of words broken at a hyphen."""

import re
from functools import cached_property

_AT_MOST = 64
"""So many words are looked up in one document, and so many places of each; a look costs a pass over the text."""


class Lexicon:
    """The words of one document, looked up where a hyphen at a line's end leaves open whether it belongs to the word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, bool] = {}

    @cached_property
    def _lower(self) -> str:
        return self._text.lower()

    def join(self, before: str, after: str) -> str:
        """Two parts of a phrase; a word broken at a hyphen is one word again: `Accumu-`, `lated`, but `Coin-`, `operated`."""
        if not before.endswith(("-", "/")):
            return f"{before} {after}" if before else after
        last, first = before[-2:-1], after[:1]
        if before[-1] == "-" and ((last.isalpha() and first.islower()) or (last.isupper() and first.isupper())):
            return before + after if self._own_hyphen(before, after) else before[:-1] + after
        if before[-2:-1] not in (" ", "-") and len(before) > 1:
            return before + after
        return f"{before} {after}"

    def _own_hyphen(self, before: str, after: str) -> bool:
        """Whether the hyphen stands within the line too: the document has the first part as a word, not the whole."""
        first = re.split(r"[^\w-]", before[:-1])[-1].rsplit("-", 1)[-1]
        rest = re.match(r"\w*", after)
        return bool(first) and self._has(first) and not self._has(first + (rest[0] if rest else ""))

    def _has(self, word: str) -> bool:
        """Whether the document has a word by itself, whatever its capitals."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = len(self._known) < _AT_MOST and self._find(word.lower())
        return known

    def _find(self, word: str) -> bool:
        text = self._lower
        at = text.find(word)
        for _ in range(_AT_MOST):
            if at < 0:
                break
            end = at + len(word)
            if not (_inside(text[at - 1 : at]) or _inside(text[end : end + 1])):
                return True
            at = text.find(word, end)
        return False


def _inside(character: str) -> bool:
    """Whether a character next to a word makes it part of a longer one."""
    return character.isalnum() or character == "-"
