"""Notes as inline XBRL marks them: each is tagged as one block of text, with or without its title."""

from core.outline.candidates import CHAPTER, Heading
from core.outline.lines import Lines, is_title
from core.outline.reasons import NOTE_TAGGED
from core.outline.section import SectionKind
from core.outline.titles import clean

_NEAR = 4
"""Lines above a block among which its title stands, where the block begins below it."""
_LONGEST = 160
"""Characters of a title, at most."""


def tagged_notes(lines: Lines, first: int, last: int) -> list[Heading]:
    """The notes between two lines, by the titles at which their blocks begin or that stand right above them."""
    found: list[Heading] = []
    for offset in lines.blocks:
        index = lines.source.line_of(offset) - 1
        if first <= index < last and (title := _title(lines, index)) is not None:
            if found and found[-1].first == title:
                continue
            name, verdict = clean(lines.bare[title]), NOTE_TAGGED.of(SectionKind.NOTE)
            found.append(Heading(SectionKind.NOTE, None, name, title, title + 1, CHAPTER, verdict))
    return found


def _title(lines: Lines, index: int) -> int | None:
    """The line of a block's title: its first one, or the one above."""
    for at in (index, lines.words_before(index, _NEAR)):
        if at is not None and len(lines.bare[at]) < _LONGEST and is_title(lines.bare[at]) and not lines.table[at]:
            return at
    return None
