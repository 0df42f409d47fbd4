"""One sum or agreement that was checked, and how it came out."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

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
    PROSE_TIE = "prose_tie"
    """An amount of a sentence in a table, or in another sentence."""
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
    probability: float | None = None
    """Of something that is off, and of what is worth a look: how likely it is that the filing is wrong; else None."""
    explains: tuple[str, ...] = ()
    """The other sums that fail for the same cause, a sentence each."""

    @property
    def worth_a_look(self) -> bool:
        """Whether it may be off, and is not certain enough to be called so."""
        return self.status is Status.NOT_CHECKED and self.probability is not None
