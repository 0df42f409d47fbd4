"""Headings that call themselves Article, Section or Chapter and have a number, as agreements and by-laws have them."""

import re

from core.outline.candidates import CHAPTER, HEADING, Heading
from core.outline.lines import Lines, has_page, is_title
from core.outline.reasons import ARTICLE
from core.outline.section import SectionKind
from core.outline.titles import clean, fold

_SECTION = re.compile(
    r"(?:ARTICLE|SECTION|Article|Section|CHAPTER)\s+(?P<number>[IVXLivxl]{1,7}|\d{1,3}(?:\.\d{1,3})?)\b(?!\()"
    r"[\s.:,\u2013\u2014-]*(?P<rest>.*)$"
)
_STOP = re.compile(r"(?<=[a-z)A-Z])[.:]\s")
"""What ends a title that text follows on its line."""
_FIRST = "ASCasc"
_ARTICLE = "Aa"
_BELOW = 3
"""So many lines below a number that stands alone its title stands at most."""
_LONG, _LONG_BELOW = 90, 80
"""Characters of a title, and of one on a line of its own, at most."""


def section_number(text: str) -> re.Match[str] | None:
    """The word and the number at the beginning of a line; its group `rest` is what stands behind them."""
    return _SECTION.match(text) if text[0] in _FIRST else None


def numbered_section(lines: Lines, index: int, found: re.Match[str]) -> Heading | None:
    """The heading that a line with such a number opens, with its title; None where it is only told of."""
    rest, last = found["rest"], index + 1
    if not lines.apart(index) or rest[:1].islower() or has_page(lines.bare[index]):
        return None
    if not rest and (below := _title_below(lines, last)) is not None:
        rest, last = lines.bare[below], below + 1
    title = _STOP.split(rest, 1)[0]
    if title and (not is_title(title) or len(title) > _LONG):
        return None
    kind, level = SectionKind.HEADING, CHAPTER if lines.bare[index][0] in _ARTICLE else HEADING
    return Heading(kind, found["number"], clean(fold(title)), index, last, level, ARTICLE.of(kind))


def _title_below(lines: Lines, index: int) -> int | None:
    """The line of the title of a number that stands alone."""
    below = lines.next_words(index, _BELOW)
    return below if below is not None and is_title(lines.bare[below]) and len(lines.bare[below]) < _LONG_BELOW else None
