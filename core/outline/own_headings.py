"""The filer's own headings, in the places where such are: not on the cover, in signatures, or in an index."""

from core.outline.candidates import CHAPTER, HEADING, Heading, taken_by
from core.outline.contents import listing_end
from core.outline.lines import Lines
from core.outline.nest import SHUT
from core.outline.notes import again
from core.outline.press_release import is_clutter
from core.outline.reasons import EXHIBIT_ENTRY, HEADLINE
from core.outline.section import SectionKind
from core.outline.titles import is_report
from core.outline.typographic_headings import subheads_of
from core.vocabulary import words

_CLOSED = SHUT - {SectionKind.CONTENTS}
"""Sections without headings of the filer's own."""
_COVER = 150
"""Lines of a cover at most."""
_NEAR = 8
"""Lines below a heading within which its text begins."""
_FIGURES = 4
"""Rows of figures that a statement has at least above the first heading that is not its own."""


def own_headings(lines: Lines, known: list[Heading], begin: int | None) -> list[Heading]:
    """The filer's own headings from line `begin` on, between and after those that are `known`; None: from the first of these
    on, since only a cover stands before it."""
    taken = taken_by(lines.count, known)
    if not known:
        return subheads_of(lines, taken, 0, lines.count)
    followed = _followed_notes(known)
    released = known[0].told_by(HEADLINE)
    own = [] if begin is None or released else subheads_of(lines, taken, begin, known[0].first)
    stops = [*(heading.first for heading in known[1:]), lines.count]
    for heading, stop in zip(known, stops, strict=True):
        if heading.told_by(EXHIBIT_ENTRY):
            own += _from_report(subheads_of(lines, taken, heading.last, stop))
        elif heading.kind not in _CLOSED:
            inside = _inside(lines, taken, heading, stop, released=released)
            own += (
                _in_statement(lines, inside, heading)
                if heading.kind is SectionKind.STATEMENT
                else _in_note(inside, heading, followed=heading.first in followed)
            )
    return own


def after_cover(lines: Lines, end: int) -> int:
    """The line after the last that only a cover has, among the first ones; 0 where there is no cover."""
    said = words("cover")
    marks = [index for index in range(min(end, _COVER)) if said.search(lines.bare[index])]
    return marks[-1] + 1 if marks else 0


def _inside(lines: Lines, taken: bytearray, heading: Heading, stop: int, *, released: bool) -> list[Heading]:
    """The headings between a heading and line `stop`; `released`: in a press release, whose marks are none."""
    first = listing_end(lines, heading.last, stop) if heading.kind is SectionKind.CONTENTS else heading.last
    inside = subheads_of(lines, taken, first, stop)
    return [head for head in inside if not is_clutter(head.title)] if released else inside


def _from_report(inside: list[Heading]) -> list[Heading]:
    """Headings after an entry of the exhibit index: those from an auditors' report on, which ends the index."""
    at = next((at for at, heading in enumerate(inside) if heading.level == CHAPTER and is_report(heading.title)), None)
    return [] if at is None else inside[at:]


def _in_statement(lines: Lines, inside: list[Heading], statement: Heading) -> list[Heading]:
    """Headings after a statement's figures that running text follows; those among its rows are the statement's."""
    for at, heading in enumerate(inside):
        after = lines.next_words(heading.last, _NEAR)
        if after is not None and lines.prose(after) and lines.figures_after(statement.last, heading.first) >= _FIGURES:
            return [each._replace(level=CHAPTER) if each.level >= HEADING and at == 0 else each for each in inside[at:]]
    return []


def _in_note(inside: list[Heading], heading: Heading, *, followed: bool) -> list[Heading]:
    """Headings within a note (`followed` by another of its set: then none of them ends the note), or below another heading."""
    own = [each for each in inside if not again(each, [heading])]
    if not followed:
        return own
    return [each._replace(level=HEADING) if each.level < HEADING else each for each in own]


def _followed_notes(known: list[Heading]) -> set[int]:
    """The lines of the notes that another note follows before anything else of their rank."""
    lines = set()
    after = None
    for heading in reversed(known):
        if heading.kind is SectionKind.NOTE and after is SectionKind.NOTE:
            lines.add(heading.first)
        if heading.level <= CHAPTER:
            after = heading.kind
    return lines
