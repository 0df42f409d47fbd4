"""One sum or agreement that was checked, and how it came out."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from core.source import Cite


class Rule(StrEnum):
    """By which rule a figure was checked."""

    FOOTING = "footing"
    """A sum: down a column, across a row, or from balance to balance."""
    EQUATION = "equation"
    """What holds in every set of books."""
    ARTICULATION = "articulation"
    """One line in two statements."""
    NOTE_TIE = "note_tie"
    """A total of a note in a statement."""
    REPEAT_TIE = "repeat_tie"
    """A line of a statement printed again."""
    TAG_TIE = "tag_tie"
    """What is printed and what is tagged."""


class Status(StrEnum):
    """How a check came out."""

    TIES = "ties"
    OFF = "off"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class Check:
    """A reported figure held against what it should be. `cites`: first the figure in question, then what it was
    computed from. `difference` is reported less expected, in the figure's own printed scale. `title` is a whole sentence for
    the reader, `subject` what the figure in question is called in it (`Total assets, 2002`)."""

    rule: Rule
    status: Status
    title: str
    reported: Decimal | None
    expected: Decimal | None
    difference: Decimal | None
    cites: tuple[Cite, ...]
    subject: str = ""


class Held(NamedTuple):
    """A reported amount held against what it should be; `cites` as those of a Check."""

    reported: Decimal
    expected: Decimal
    cites: tuple[Cite, ...]


def compared(rule: Rule, held: Held, subject: str, title: str, *, off: bool) -> Check:
    """The check of a reported amount that was held against another."""
    status = Status.OFF if off else Status.TIES
    return Check(rule, status, title, held.reported, held.expected, held.reported - held.expected, held.cites, subject)
