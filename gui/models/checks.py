"""What was checked in a filing, as lines under the statement, note or Item that they are about: the worst first."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from core.checks.check import Check, Status
from core.outline.section import SectionKind
from core.places import Places
from core.search import titled, whereabouts
from core.source import Cite
from core.statements.statement import PRIMARY
from gui.models.own_sums import check_of
from gui.models.titles import calm, calm_place
from gui.remarks import NOTHING, OfFiling, OwnSum, key_of, key_of_check

OWN = "Your own sums"
ELSEWHERE = "The filing as a whole"
_CHAPTERS = (SectionKind.NOTE, SectionKind.SCHEDULE, SectionKind.STATEMENT, SectionKind.ITEM)
"""Kinds of sections under which what was checked is listed, the nearest first."""


class Group(StrEnum):
    """What a line of the list is."""

    OFF = "off"
    LOOK = "look"
    FOUND = "found"
    OWN = "own"
    NOT_CHECKED = "not_checked"
    ACCEPTED = "accepted"
    TIES = "ties"


MARKS = {
    Group.OFF: "▲",
    Group.LOOK: "△",
    Group.FOUND: "?",
    Group.OWN: "Σ",
    Group.NOT_CHECKED: "–",
    Group.ACCEPTED: "☑",
    Group.TIES: "✓",
}
WORDS = {
    Group.OFF: ("does not tie", "do not tie"),
    Group.LOOK: ("worth a look", "worth a look"),
    Group.FOUND: ("finding", "findings"),
    Group.OWN: ("sum of yours", "sums of yours"),
    Group.NOT_CHECKED: ("not checked", "not checked"),
    Group.ACCEPTED: ("accepted", "accepted"),
    Group.TIES: ("ties", "tie"),
}
_ORDER = {group: at for at, group in enumerate(Group)}
TO_ACCEPT = frozenset({Group.OFF, Group.LOOK, Group.FOUND})
"""What a reader may accept with a word why."""


class Chapter(NamedTuple):
    """What lines are about: where it begins (document and place), and its title."""

    document: int
    start: int
    title: str


class Line(NamedTuple):
    """A check or a finding: its sentence, its places, what it is about; why it is accepted, where it is; the reader's own
    sum, where it is one. As a `head` the title over such lines, and how many there are of each kind."""

    group: Group
    words: str
    cites: tuple[Cite, ...]
    chapter: Chapter
    places: Places
    key: str = ""
    check: Check | None = None
    why: str | None = None
    own: OwnSum | None = None
    head: bool = False
    counted: str = ""

    @property
    def where(self) -> str:
        """Where the first place is, in words; of a head, what is counted under it. Told when it is asked for."""
        if self.head or not self.cites:
            return self.counted
        return calm_place(whereabouts(self.places, self.cites[0].document, self.cites[0].start))

    @property
    def mark(self) -> str:
        """The sign before the line."""
        if self.head:
            return ""
        off = self.group is Group.OWN and self.check is not None and self.check.status is Status.OFF
        return MARKS[Group.OFF if off else self.group]


def lines(places: Places, noted: OfFiling = NOTHING) -> list[Line]:
    """The checks and findings of a filing, chapter by chapter: those with the worst first, and in each the worst first, the
    surest before the less sure; then in the order of the filing."""
    every = [*_own(places, noted), *_checked(places, noted), *_found(places, noted)]
    by_chapter = sorted(every, key=lambda line: line.chapter)
    chapters = [list(of) for _, of in groupby(by_chapter, key=lambda line: line.chapter)]
    for of in chapters:
        of.sort(key=_rank)
    chapters.sort(key=lambda of: (*_rank(of[0])[:2], of[0].chapter))
    return [line for of in chapters for line in of]


def _rank(line: Line) -> tuple[int, float, tuple[int, int]]:
    sure = (line.check.probability or 0.0) if line.check is not None else 0.0
    return _ORDER[line.group], -sure, (line.cites[0].document, line.cites[0].start) if line.cites else (0, 0)


def _own(places: Places, noted: OfFiling) -> Iterable[Line]:
    for own in noted.sums:
        check = check_of(places, own)
        yield Line(Group.OWN, check.title, check.cites, Chapter(0, 0, OWN), places, check=check, own=own)


def _checked(places: Places, noted: OfFiling) -> Iterable[Line]:
    for check in places.analysis.checks:
        group, key = group_of(check), key_of_check(check)
        why = noted.why(key) if group in TO_ACCEPT else None
        group = Group.ACCEPTED if why is not None else group
        yield Line(group, check.title, check.cites, chapter_of(places, check.cites), places, key, check, why)


def _found(places: Places, noted: OfFiling) -> Iterable[Line]:
    for finding in places.analysis.findings:
        key = key_of(finding.kind or "finding", finding.cites, finding.message)
        why = noted.why(key)
        group = Group.ACCEPTED if why is not None else Group.FOUND
        chapter = chapter_of(places, finding.cites)
        yield Line(group, finding.message, finding.cites, chapter, places, key, why=why)


def group_of(check: Check) -> Group:
    """What a check is, whatever the reader says of it."""
    return Group.LOOK if check.worth_a_look else Group(check.status.value)


def chapter_of(places: Places, cites: Sequence[Cite]) -> Chapter:
    """The statement, note, schedule or Item that the first of these places is in."""
    if not cites:
        return Chapter(1, 0, ELSEWHERE)
    here = cites[0]
    found = places.figure_at(here.document, here.start)
    if found is not None and found.statement.kind in PRIMARY and found.statement.title:
        return Chapter(here.document, found.statement.cite.start, calm(" ".join(found.statement.title.split())))
    section = places.section_at(here.document, here.start)
    path = places.path_to(section) if section is not None else []
    named = next((part for kind in _CHAPTERS for part in reversed(path) if part.kind is kind), None) or section
    if named is None:
        return Chapter(here.document, 0, ELSEWHERE)
    return Chapter(named.document, named.span.start, calm_place(titled(named)) or ELSEWHERE)


def with_heads(listed: Sequence[Line]) -> list[Line]:
    """Lines with a head over those of each chapter, which says how many of each kind there are."""
    found: list[Line] = []
    for chapter, some in groupby(listed, key=lambda line: line.chapter):
        of = list(some)
        groups = [group for group in Group if any(line.group is group for line in of)]
        counts = "   ".join(f"{MARKS[group]} {sum(line.group is group for line in of):,}" for group in groups)
        found += [Line(of[0].group, chapter.title, (), chapter, of[0].places, head=True, counted=counts), *of]
    return found


def explained(line: Line) -> tuple[str, ...]:
    """The other sums that fail for the same cause."""
    explains = line.check.explains if line.check is not None else ()
    return tuple(words for words in explains if words.rstrip(".") not in line.words)
