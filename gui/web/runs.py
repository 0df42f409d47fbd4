"""Places of a text as a drawn page knows them: the run they are in, and how many signs of that run come before."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from core.source import Span

_BLANKS = " \t-\r\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"  # what a page's script calls white space
_SIGN = re.compile(f"[^{_BLANKS}]")
_AT = re.compile(rb'\bdata-at="(\d+)"')


class Place(NamedTuple):
    """The sign of this `number` (from 0, blanks not counted) in the run that begins at code point `at`."""

    at: int
    number: int


class Mark(NamedTuple):
    """A stretch from its first sign to its last."""

    first: Place
    last: Place


class Runs:
    """The runs of a text, by the code points at which they begin."""

    def __init__(self, text: str, starts: Sequence[int]) -> None:
        self._text = text
        self._starts = sorted(start for start in set(starts) if start <= len(text))

    @classmethod
    def of(cls, text: str, html: bytes) -> "Runs":
        """The runs that a page names."""
        return cls(text, [int(found[1]) for found in _AT.finditer(html)])

    def place(self, offset: int) -> Place | None:
        """The place of a sign; None before the first run."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        at = self._starts[index]
        return Place(at, sum(1 for _ in _SIGN.finditer(self._text, at, offset)))

    def mark(self, span: Span) -> Mark | None:
        """A span without the blanks at its ends; None where it has no signs or none in a run."""
        first = _SIGN.search(self._text, span.start, span.end)
        if first is None:
            return None
        end = span.end
        while not _SIGN.match(self._text, end - 1):
            end -= 1
        begins, ends = self.place(first.start()), self.place(end - 1)
        return Mark(begins, ends) if begins is not None and ends is not None else None

    def offset(self, place: Place) -> int:
        """Where a place is in the text; the run's last sign where the page has more of them."""
        offset = min(max(place.at, 0), len(self._text))
        for number, sign in enumerate(_SIGN.finditer(self._text, offset)):
            offset = sign.start()
            if number >= place.number:
                break
        return offset
