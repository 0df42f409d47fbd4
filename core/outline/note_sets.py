"""Chooses the notes of a set among numbered lines: the best counting sequence, by the sum of what speaks for each line."""

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.evidence import Clue, judged
from core.outline.candidates import CHAPTER, Heading
from core.outline.lines import Lines
from core.outline.note_headings import NO_NOTE, NOTE, CountedNote, told
from core.outline.note_numbers import NoteLine
from core.outline.note_titles import NumberedTitle, numbered_title
from core.outline.reasons import NOTE_PARAGRAPH, NOTE_SEQUENCE, Reason
from core.outline.sequence import best_counting
from core.outline.titles import clean, fold

SKIPPED = 4.0
"""What a number left out of a sequence costs: about half of a good title."""
ENOUGH = 9.0
"""A sequence lighter than one plain title and a half is none."""
_PARAGRAPH = 5.0
"""What a numbered paragraph that stands apart counts in a sequence of such: two of them are enough."""
_NEAR = 30
"""Lines below the title of the notes within which the first paragraph of notes without titles begins."""
_TAGGED = 3
"""So many tagged notes make it plain that a set is tagged."""
_LEAST_SENTENCE, _MOST_SENTENCE = 3, 60
"""Characters of the first sentence of a paragraph that can stand for its title."""


class Counted(NamedTuple):
    """The notes of a sequence, and how much speaks for them in sum."""

    weight: float
    notes: list[CountedNote]


def numbered_notes(lines: Lines, opener: Heading, members: Sequence[NoteLine]) -> list[Heading]:
    """The notes among the numbered lines below a title of notes: titled ones, or numbered paragraphs without titles.

    Such paragraphs begin near the title; what is numbered further below are remarks to the tables of notes without numbers.
    """
    notes = titled_notes(lines, members) or _paragraphs(lines, members)
    if not notes or _tagged_otherwise(lines, opener, notes):
        return []
    far = notes[0].told_by(NOTE_PARAGRAPH) and notes[0].first - opener.last > _NEAR
    return [] if far else notes


def _tagged_otherwise(lines: Lines, opener: Heading, notes: list[Heading]) -> bool:
    """Whether the notes of this set are tagged, and none of these is among them."""
    tagged = [line for line in lines.noted if opener.last <= line < notes[-1].last]
    return len(tagged) >= _TAGGED and not any(lines.tagged_note(note.first, note.last) for note in notes)


def titled_notes(lines: Lines, members: Sequence[NoteLine]) -> list[Heading]:
    """The notes of the best sequence of titles, with the numbered paragraphs where it leaves a number out."""
    notes = best_sequence(lines, members)
    if not notes:
        return []
    form = notes[0].line.form
    missing = [line for line in members if line.form == form and line.rest and lines.apart(line.line)]
    return list(_filled(lines, notes, missing))


def best_sequence(lines: Lines, members: Sequence[NoteLine]) -> list[CountedNote]:
    """The best sequence of one way of numbering among these lines; empty where none is good enough."""
    return _best(lines, members).notes


def weight_of(lines: Lines, members: Sequence[NoteLine]) -> float:
    """How much speaks for the best sequence among these lines; none where it is not good enough."""
    return _best(lines, members).weight


def _best(lines: Lines, members: Sequence[NoteLine]) -> Counted:
    best: list[CountedNote] = []
    most = ENOUGH
    for alike in _by_form(members):
        notes = _counted(lines, alike)
        weight, path = best_counting(
            [note.line.number for note in notes], [note.verdict.margin for note in notes], SKIPPED
        )
        if weight > most:
            most, best = weight, [notes[index] for index in path]
    return Counted(most if best else 0.0, best)


def _by_form(members: Iterable[NoteLine]) -> list[list[NoteLine]]:
    """Lines by the way in which their numbers are set."""
    forms: dict[str, list[NoteLine]] = {}
    for line in members:
        forms.setdefault(line.form, []).append(line)
    return list(forms.values())


def _counted(lines: Lines, alike: Iterable[NoteLine]) -> list[CountedNote]:
    """Those of these lines that look like the heading of a note."""
    titles = [title for line in alike if (title := numbered_title(lines, line)) is not None]
    listed = _listed(lines, titles)
    notes = [told(title._replace(listed=True) if title.line.line in listed else title) for title in titles]
    return [note for note in notes if note is not None]


def _listed(lines: Lines, titles: Sequence[NumberedTitle]) -> set[int]:
    """The lines of titles between which no text stands, though their numbers count on: entries of a list."""
    found: set[int] = set()
    for title, after in itertools.pairwise(titles):
        if title.line.number + 1 == after.line.number and lines.next_words(title.last) == after.line.line:
            found |= {title.line.line, after.line.line}
    return found


def _filled(lines: Lines, notes: Sequence[CountedNote], missing: Iterable[NoteLine]) -> Iterable[Heading]:
    """The headings of notes, and of numbered paragraphs that stand where a number is left out between two of them."""
    number, last = 0, 0
    for note in notes:
        for line in missing:
            if number and number + 1 == line.number < note.line.number and last <= line.line < note.line.line:
                yield _paragraph(lines, line)
                number, last = line.number, line.line + 1
        yield note_heading(note, NOTE_SEQUENCE, follows=note.line.number == number + 1)
        number, last = note.line.number, note.last


def note_heading(note: CountedNote, reason: Reason, *, follows: bool) -> Heading:
    """A note of a sequence as a heading; `follows` tells whether its number is the next one."""
    clues = (Clue(reason.rule, reason.weight, NOTE), *note.verdict.clues)
    if not follows:
        clues = (*clues, _LEFT_OUT)
    verdict = judged(clues) or note.verdict
    return Heading(NOTE, note.line.shown, note.title, note.line.line, note.last, CHAPTER, verdict)


_LEFT_OUT = Clue("note/number-left-out", SKIPPED, NO_NOTE)


def _paragraphs(lines: Lines, members: Sequence[NoteLine]) -> list[Heading]:
    """Notes without titles: numbered paragraphs in sequence, named by their first words."""
    best: list[NoteLine] = []
    most = ENOUGH
    for alike in _by_form(line for line in members if _is_paragraph(lines, line)):
        weight, path = best_counting([line.number for line in alike], [_PARAGRAPH] * len(alike), SKIPPED)
        if weight > most and alike[path[0]].number == 1:
            most, best = weight, [alike[index] for index in path]
    return [_paragraph(lines, line) for line in best]


def _is_paragraph(lines: Lines, line: NoteLine) -> bool:
    """Whether a numbered line may begin a note that has no title."""
    return not line.bare and bool(line.rest) and lines.apart(line.line)


def _paragraph(lines: Lines, line: NoteLine) -> Heading:
    """A numbered paragraph as a note, by its first words."""
    below = line.line + 1
    text = f"{line.rest} {lines.bare[below]}" if lines.words(below) else line.rest
    verdict = NOTE_PARAGRAPH.of(NOTE)
    return Heading(NOTE, line.shown, first_words(text), line.line, below, CHAPTER, verdict)


def first_words(text: str) -> str:
    """The beginning of running text, to stand for a title: its first sentence, or some sixty letters of it."""
    folded = fold(text)
    stop = folded.find(". ")
    if _LEAST_SENTENCE < stop < _MOST_SENTENCE:
        return clean(folded[:stop])
    if len(folded) <= _MOST_SENTENCE:
        return clean(folded)
    return folded[:_MOST_SENTENCE].rpartition(" ")[0].rstrip(" ,;:-") + " ..."
