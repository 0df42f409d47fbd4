"""The headline of a press release: the words set as a title right above the first running text."""

import re

from core.date_forms import YEAR
from core.document.block import BlockKind, Layout
from core.outline.candidates import CHAPTER, Heading
from core.outline.lines import Lines, is_title
from core.outline.reasons import HEADLINE
from core.outline.section import SectionKind
from core.outline.titles import clean
from core.vocabulary import words

_DATELINE = re.compile(
    r"[A-Z][A-Za-z.,' ()/\d]{2,70}?\s{0,3}(?:--?|\u2013|\u2014)\s{0,3}\S|.{0,90}\((?:BUSINESS\s+WIRE|PR\s?Newswire)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"@|\(\d{3}\)\s?\d{3}|\b\d{3}[-/.]\d{3}[-/.]\d{4}|www\.|a\.m\.|p\.m\.|logo\]"
    rf"|^\w+ \d{{1,2}}, {YEAR}$",
    re.IGNORECASE,
)
"""Addresses, numbers of telephones, times and dates, which are no headline."""
_WIRE = re.compile(r"^(?:\s*[\[(][^()\[\]]{1,60}[\])])+\s*(?=\S)")
_FIRST_LINES = 4
"""Lines of a block that tell whether it is running text."""
_MOST_LINES = 6
"""Lines of a headline at most, with what stands around it in the same block."""
_CAPITALS = 0.6
"""The share of the words of a headline that begin with a capital at least."""
_TOP = 90
"""The headline stands among so many first lines."""


def headline_of(lines: Lines, layout: Layout, kind: str) -> Heading | None:
    """The headline of a press release among the top lines of a document of this type, or None."""
    if not _is_release(lines, kind):
        return None
    blocks = [block for block in layout.blocks if block.first < _TOP and block.kind is BlockKind.WORDS]
    text = next((at for at, block in enumerate(blocks) if _running(lines, block.first, block.last)), None)
    if text is None:
        return None
    best: Heading | None = None
    for told in filter(None, (_told(lines, block.first, block.last) for block in blocks[:text])):
        if best is None or _better(told, best):
            best = told
    return best


def _is_release(lines: Lines, kind: str) -> bool:
    if not kind.startswith("EX-99") and kind:
        return False
    top = " ".join(lines.bare[:_TOP]).lower()
    return words("press_release", "release").search(top) is not None or any(
        _DATELINE.match(text) and ("announced" in top or "reported" in top) for text in lines.bare[:_TOP]
    )


def _running(lines: Lines, first: int, last: int) -> bool:
    """Whether a block is the running text of a release: a date line, or two long lines that are no title."""
    prose = sum(1 for index in range(first, min(last, first + _FIRST_LINES)) if lines.prose(index))
    joined = " ".join(lines.bare[first : first + 2])
    return (prose >= 1 and _DATELINE.match(joined) is not None) or prose >= 2


def _told(lines: Lines, first: int, last: int) -> Heading | None:
    """A block as a headline, without the wire's marks before it; None where it is clutter or running text."""
    kept = _without_asides(lines, [index for index in range(first, last) if lines.words(index)])
    if not kept:
        return None
    joined = " ".join(lines.bare[index] for index in kept)
    shown = clean(_WIRE.sub("", joined))
    if not _may_title(shown) or "   " in lines.bare[kept[0]]:
        return None
    verdict = HEADLINE.of(SectionKind.HEADING)
    return Heading(SectionKind.HEADING, None, shown, kept[0], kept[-1] + 1, CHAPTER, verdict)


def _without_asides(lines: Lines, kept: list[int]) -> list[int]:
    """The lines of a block without what is the wire's or the contact's at its ends; none of one that is too long."""
    if len(kept) > _MOST_LINES:
        return []
    own = [at for at, index in enumerate(kept) if not _is_aside(lines.bare[index])]
    return kept[own[0] : own[-1] + 1] if own else []


def is_clutter(text: str) -> bool:
    """Whether a line is of the wire service's or the contact's, and not of the release."""
    return _is_aside(text) or set(text) <= set("# ")


def _is_aside(text: str) -> bool:
    return words("press_release", "clutter").search(text) is not None or _ADDRESS.search(text) is not None


def _may_title(shown: str) -> bool:
    """Whether words can be a headline: three at least, most of them with a capital."""
    return shown.count(" ") > 1 and any(map(str.isalpha, shown)) and is_title(shown, _CAPITALS)


def _better(told: Heading, best: Heading) -> bool:
    """The later headline, but no sub-headline in small letters below one in capitals, and none right below another."""
    if best.title.isupper() and not told.title.isupper():
        return False
    return told.title.isupper() > best.title.isupper() or told.first - best.last > 2
