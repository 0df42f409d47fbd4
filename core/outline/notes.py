"""Finds the notes to financial statements, in whatever shape, and tells them from numbered lists by their sequence."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from core.document.continued import is_continued
from core.outline.candidates import HEADING, Found, Heading
from core.outline.lines import Lines
from core.outline.note_numbers import NoteLine
from core.outline.note_sets import best_sequence, numbered_notes, titled_notes, weight_of
from core.outline.reasons import SECTION_SEQUENCE
from core.outline.section import SectionKind
from core.outline.titles import fold, key

_FIRST_NOTE = 8
"""A first note stands at most so many lines below the title of its set."""
_NAMED, _STATEMENTS, _UNNAMED = 2, 2, 3
"""Without a title of the notes, so many that call themselves notes are a set, or so many titles in sequence that follow so
many statements."""
_SECTIONS = 3
"""So many numbered titles make the sections of an agreement; fewer are a list."""


class Region(NamedTuple):
    """The lines `[first, last)` from a title of notes to the next wall."""

    first: int
    last: int


class NoteSet(NamedTuple):
    """A title that opens a set of notes, and the numbered lines below it."""

    opener: Heading
    members: list[NoteLine]


class Notes(NamedTuple):
    """The headings of the notes of a document, and the titles that open their sets, each in the order of their lines."""

    notes: list[Heading]
    openers: list[Heading]


def notes_of(lines: Lines, found: Found, walls: list[int], listed: int, figures: list[int]) -> Notes:
    """The headings of the notes of every set in a document, and the title of each set.

    `figures` are the titles of statements; `walls` are lines that no set of notes crosses (Items, Parts, signatures
    ...); what stands before `listed` is no note.
    """
    titles = [title for title in found.titles if title.kind is SectionKind.HEADING and title.first >= listed]
    numbered = [line for line in found.notes if line.line >= listed]
    opened: list[Heading] = []
    notes: list[Heading] = []
    for begin, end in _regions(titles, walls, lines.count):
        parted = _sets(_lines_within(numbered, begin, end), _titles_within(titles, begin, end), figures)
        for note_set in _joined(lines, parted, figures):
            opened.append(note_set.opener)
            notes += numbered_notes(lines, note_set.opener, note_set.members)
    if not opened:
        notes += _untitled(lines, numbered, figures, walls)
    return Notes(sorted(dict.fromkeys(notes), key=lambda heading: heading.first), opened)


def _lines_within(numbered: list[NoteLine], begin: int, end: int) -> list[NoteLine]:
    return [line for line in numbered if begin < line.line < end]


def _titles_within(titles: list[Heading], begin: int, end: int) -> list[Heading]:
    return [title for title in titles if begin <= title.first < end]


def _regions(titles: list[Heading], walls: list[int], count: int) -> list[Region]:
    """The stretches from a title of notes to the next wall."""
    regions: list[Region] = []
    end = 0
    for title in titles:
        if title.first < end:
            continue
        at = bisect_right(walls, title.first)
        end = walls[at] if at < len(walls) else count
        regions.append(Region(title.first, max(end, title.first + 1)))
    return regions


def _sets(numbered: list[NoteLine], titles: list[Heading], figures: list[int]) -> list[NoteSet]:
    """The numbered lines of a region, parted where a title of notes begins a set anew: a first note stands below it,
    or statements stand between it and the title before (which was only listed)."""
    sets: list[NoteSet] = []
    for title in titles:
        if not sets or (not is_continued(title.title) and _begins_anew(title, sets[-1].opener, numbered, figures)):
            sets.append(NoteSet(title, []))
    at = 0
    for line in numbered:
        while at + 1 < len(sets) and sets[at + 1].opener.first < line.line:
            at += 1
        sets[at].members.append(line)
    return sets


def _joined(lines: Lines, sets: list[NoteSet], figures: list[int]) -> list[NoteSet]:
    """Sets without those that only go on with the one before: together more speaks for their notes than apart, and no
    statement stands between."""
    joined = sets[:1]
    for after in sets[1:]:
        before = joined[-1]
        together = [*before.members, *after.members]
        apart = weight_of(lines, before.members) + weight_of(lines, after.members)
        if not _stands_between(figures, before.opener, after.opener) and weight_of(lines, together) > apart:
            joined[-1] = NoteSet(before.opener, together)
        else:
            joined.append(after)
    return joined


def _stands_between(figures: list[int], before: Heading, after: Heading) -> bool:
    return bisect_right(figures, before.first) < bisect_left(figures, after.first)


def _begins_anew(title: Heading, before: Heading, numbered: list[NoteLine], figures: list[int]) -> bool:
    below = next((line for line in numbered if line.line > title.first), None)
    first = below is not None and below.number == 1 and below.line - title.first < _FIRST_NOTE
    if first and below is not None and not is_continued(below.rest):
        return True
    return _stands_between(figures, before, title)


def _untitled(lines: Lines, numbered: list[NoteLine], figures: list[int], walls: list[int]) -> list[Heading]:
    """Notes that no title opens: those that call themselves so (`NOTE 1 - ...`), or a long sequence after the statements."""
    named = [line for line in numbered if line.named]
    if len({line.line for line in named}) >= _NAMED:
        return titled_notes(lines, named)
    if len(figures) < _STATEMENTS:
        return []
    wall = next((line for line in walls if line > figures[-1]), lines.count)
    notes = titled_notes(lines, [line for line in numbered if figures[-1] < line.line < wall])
    return notes if len(notes) >= _UNNAMED else []


def sections_of(lines: Lines, found: Found) -> list[Heading]:
    """The numbered sections of an agreement or a plan: told like notes, but headings of its own."""
    told = best_sequence(lines, found.notes)
    if len(told) < _SECTIONS:
        return []
    kind, verdict = SectionKind.HEADING, SECTION_SEQUENCE.of(SectionKind.HEADING)
    return [Heading(kind, each.line.printed, each.title, each.line.line, each.last, HEADING, verdict) for each in told]


def again(heading: Heading, notes: list[Heading]) -> bool:
    """Whether a title only repeats one of these notes, on a later page."""
    return key(fold(heading.title)) in {key(note.title) for note in notes}
