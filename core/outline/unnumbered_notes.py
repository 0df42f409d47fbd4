"""The notes of a set that numbers none: headings set alike, told from those of their parts by their subjects."""

from collections.abc import Callable
from typing import NamedTuple

from core.evidence import CERTAIN, Clue, Recogniser, Rule, Verdict, judged
from core.outline.candidates import CHAPTER, Heading
from core.outline.lines import Lines
from core.outline.note_subjects import (
    has_topic,
    holds_policies,
    is_last_policy,
    is_policy,
    names_policies,
    shares_single_field,
    within_field,
)
from core.outline.reasons import NOTE_SET_ALIKE
from core.outline.section import SectionKind
from core.outline.titles import is_major, key

_FEWEST = 2
"""A set has so many notes at least."""
_FIRST_HEADS = 2
"""Among so many headings below the title of a set is its first note."""


_SET_ALIKE = Clue(NOTE_SET_ALIKE.rule, NOTE_SET_ALIKE.weight, SectionKind.NOTE)


class HeadOfSet(NamedTuple):
    """A heading of a set without numbers: its title, that of the note before it (None for the first), whether the
    policies inside that note are still being told, and whether its title stands right above another heading."""

    title: str
    note: str | None
    policies: bool
    stacked: bool


def _policy_inside(it: HeadOfSet) -> bool:
    return it.policies and is_policy(it.title)


def _same_single_field(it: HeadOfSet) -> bool:
    return it.note is not None and shares_single_field(it.title, it.note)


def _below_a_stack(it: HeadOfSet) -> bool:
    return it.note is not None and it.stacked and within_field(it.title, it.note)


Seen = Callable[[HeadOfSet], bool]


def _note(rule: str, weight: float, knows: str, seen: Seen) -> Rule[HeadOfSet, SectionKind]:
    return Rule(rule, weight, knows, lambda it: SectionKind.NOTE if seen(it) else None)


def _part(rule: str, weight: float, knows: str, seen: Seen) -> Rule[HeadOfSet, SectionKind]:
    return Rule(rule, weight, knows, lambda it: SectionKind.HEADING if seen(it) else None)


UNNUMBERED_NOTE: Recogniser[HeadOfSet, SectionKind] = Recogniser(
    "unnumbered-note",
    "Is a heading that is set like the notes of its set a note, or a part of the one before?",
    (
        _note("known-topic", 1.0, "its title names what notes are about", lambda it: has_topic(it.title)),
        _note("of-the-policies", 2 * CERTAIN, "it is the note of the policies", lambda it: names_policies(it.title)),
        _part("policy-inside", 6.0, "it is one of the policies that the note before it tells of", _policy_inside),
        _part(
            "same-field", 6.0, "the note before it is about the same, of which a set has one note", _same_single_field
        ),
        _part(
            "below-a-stack", 6.0, "the note before it has parts, of the same field as this or of none", _below_a_stack
        ),
    ),
)
"""What speaks for a note of its own besides how it is set, and what for a part of the note before."""


def unnumbered(lines: Lines, opener: Heading, heads: list[Heading]) -> list[Heading]:
    """The notes of a set that numbers none: the headings set like the first one below the title of the set.

    Where the policies inside the first note are set like the notes themselves, they are told by their subjects.
    """
    if not heads or is_major(heads[0].title):
        return []
    alike: list[Heading] = []
    for first in heads[:_FIRST_HEADS]:
        if len(alike) < _FEWEST:
            alike = [head for head in heads if head.level <= first.level and key(head.title) != key(opener.title)]
    return _whole_notes(lines, alike) if len(alike) >= _FEWEST else []


def _whole_notes(lines: Lines, alike: list[Heading]) -> list[Heading]:
    """Of headings that are set alike those of notes, without those of their parts."""
    notes: list[Heading] = []
    policies = stacked = False
    for head, after in zip(alike, [*alike[1:], None], strict=True):
        subject = HeadOfSet(head.title, notes[-1].title if notes else None, policies, stacked)
        verdict: Verdict[SectionKind] | None = judged((_SET_ALIKE, *UNNUMBERED_NOTE.clues(subject)))
        if verdict is None or verdict.decided is not SectionKind.NOTE:
            policies = policies and not is_last_policy(head.title)
            continue
        stacked = after is not None and lines.next_words(head.last) == after.first
        policies = stacked and holds_policies(head.title)
        notes.append(_as_note(head, verdict))
    return notes


def _as_note(head: Heading, verdict: Verdict[SectionKind]) -> Heading:
    return head._replace(kind=SectionKind.NOTE, level=CHAPTER, verdict=verdict)
