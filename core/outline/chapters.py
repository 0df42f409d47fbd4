"""The chapters of financial statements: statements, sets of notes and schedules, told from lists that name them."""

import itertools
from bisect import bisect_right
from collections.abc import Iterable

from core.outline.candidates import CHAPTER, Found, Heading, taken_by
from core.outline.lines import Lines
from core.outline.notes import notes_of
from core.outline.reasons import NOTES_TITLE
from core.outline.section import SectionKind
from core.outline.statements import joined, repeated, tabled
from core.outline.tagged_notes import tagged_notes
from core.outline.titles import is_report
from core.outline.typographic_headings import subheads_of
from core.outline.unnumbered_notes import unnumbered

_FIRST = ("1", "A")
"""The number of the first note of a set."""
_ABOVE = 8
"""Lines between a schedule's title and that of a statement which is its own."""
_LIST = 40
"""Lines of a list at most that stands above the statements it names."""
_SCHEDULE_HEAD = 30
"""Lines below the title of a schedule within which its rows begin."""


def chapters(lines: Lines, found: Found, fixed: list[Heading], begin: int, *, agreement: bool) -> list[Heading]:
    """Notes, statements and schedules, and the titles that open sets of notes."""
    walls = [heading.first for heading in fixed]
    titles = tabled(lines, found, begin)
    figures = [title.first for title in titles]
    notes, opened = notes_of(lines, found, walls, begin, figures)
    notes_at = [note.first for note in notes]
    others = sorted([*walls, *notes_at, *(each.first for each in opened)])
    schedules = [] if agreement else _schedules(lines, found, begin)
    restated = repeated(titles, notes_at, walls)
    statements = [
        each
        for each in joined(titles, others)
        if each.first not in restated
        and not _inside_note(each.first, notes, notes_at, walls)
        and not _between([s.first for s in schedules], each.first - _ABOVE, each.first)
    ]
    return [*notes, *_unlisted(opened, notes_at, figures), *statements, *schedules]


def _schedules(lines: Lines, found: Found, begin: int) -> list[Heading]:
    """The schedules from line `begin` on, each once."""
    titles = [title for title in found.titles if title.kind is SectionKind.SCHEDULE and title.first >= begin]
    return _once(lines, titles)


def _unlisted(opened: list[Heading], notes_at: list[int], figures: list[int]) -> list[Heading]:
    """The titles of notes without those that stand in a list above the statements."""
    pairs = itertools.pairwise(opened)
    kept = [
        each
        for each, after in pairs
        if _between(notes_at, each.first, after.first) or not _listed(figures, each, after)
    ]
    return [*kept, *opened[-1:]]


def _between(rising: list[int], first: int, last: int) -> bool:
    """Whether one of these lines stands after `first` and before `last`."""
    at = bisect_right(rising, first)
    return at < len(rising) and rising[at] < last


def _inside_note(line: int, notes: list[Heading], starts: list[int], walls: list[int]) -> bool:
    """Whether a line stands in a note that another note of the same set follows: it is the note's."""
    at = bisect_right(starts, line)
    if not 0 < at < len(notes) or _between(walls, starts[at - 1], starts[at]):
        return False
    return notes[at].number not in _FIRST or notes[at - 1].number in _FIRST


def _listed(figures: list[int], opener: Heading, after: Heading) -> bool:
    """Whether a title of notes stands in a list above the statements: they come between it and the next such title."""
    return _between(figures, opener.first, min(after.first, opener.first + _LIST))


def plain_notes(lines: Lines, known: list[Heading]) -> list[Heading]:
    """The notes of the sets that number none."""
    taken = taken_by(lines.count, known)
    notes: list[Heading] = []
    for at, opener in enumerate(known):
        if not opener.told_by(NOTES_TITLE):
            continue
        after = known[at + 1] if at + 1 < len(known) else None
        if after is not None and after.kind is SectionKind.NOTE:
            continue
        tagged = tagged_notes(lines, opener.last, after.first if after else lines.count)
        if len(tagged) > 1:
            notes += tagged
            continue
        heads = subheads_of(lines, taken, opener.last, after.first if after else lines.count)
        stop = next((n for n, head in enumerate(heads) if n and _ends_notes(head)), len(heads))
        notes += unnumbered(lines, opener, heads[:stop])
    return notes


def _ends_notes(head: Heading) -> bool:
    """Whether a heading ends notes without numbers: a report, or another well-known stretch of an annual report."""
    return is_report(head.title) or (head.level == CHAPTER and "quarterly" not in head.title.lower())


def _once(lines: Lines, schedules: Iterable[Heading]) -> list[Heading]:
    """Schedules without the later pages of the same one, and without lists of them where they follow."""
    every = list(schedules)
    ends = [schedule.first for schedule in every[1:]] + [lines.count][: len(every)]
    kept: dict[str | None, Heading] = {}
    bare: set[str | None] = set()
    for schedule, end in zip(every, ends, strict=True):
        rows = lines.figures_after(schedule.last - 1, min(end, schedule.last + _SCHEDULE_HEAD)) >= 2
        if schedule.number not in kept or (rows and schedule.number in bare):
            kept[schedule.number] = schedule
            (bare.discard if rows else bare.add)(schedule.number)
    return list(kept.values())
