"""Tells whether a line that is set apart is a heading of the filer's own: the rules, and how much each counts."""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from core.evidence import CERTAIN, Recogniser, Rule, Verdict
from core.outline.heading_looks import Look
from core.outline.reasons import LOOKS
from core.outline.section import SectionKind
from core.outline.set_apart import UNIT


class Below(StrEnum):
    """What stands below a line."""

    UNKNOWN = "unknown"
    NOTHING = "nothing"
    FEW_WORDS = "few words"
    """So short that they may be anything."""
    SHORT_LINE = "short line"
    """Words that are no running text."""
    TEXT = "text"
    TABLE = "table"
    HEADING = "heading"
    LIKE_HEADING = "like heading"
    """A heading set alike that has only a heading below it in turn."""


class SetApart(NamedTuple):
    """What is seen of a line that is set like a heading: its look, what its first words say that it is (a sort of the
    vocabulary `set_apart`, or one of the marks below), whether it names a well-known chapter or the policies, and what
    stands below."""

    look: Look
    says: str | None = None
    chapter: bool = False
    policies: bool = False
    below: Below = Below.UNKNOWN


COMPANY, NOTES_AS_A_WHOLE, SIGNED, DATED = "company", "notes", "signed", "dated"
"""What a line says besides the sorts of `set_apart`: a company's name, the title of all notes, a signature or an address on
the net, a date or a postal code."""
_EXCLUDED = -2 * CERTAIN
"""The weight of what no heading is, however it is set."""
_WEAK = -2.5
"""The weight of what speaks against lines that little but their place sets apart."""
_UNTOLD = -9.0
"""The weight of what speaks against all but what is a heading by its words alone."""
Seen = Callable[[SetApart], bool]


@cache
def judged_line(line: SetApart) -> Verdict[SectionKind] | None:
    """The verdict on a line: a heading where it has a score over zero. Lines of which the same is seen share one."""
    return SUBHEADING.weigh(line)


def is_heading(verdict: Verdict[SectionKind] | None) -> bool:
    """Whether more speaks for a heading than against it."""
    return verdict is not None and verdict.score > 0


def _rule(name: str, weight: float, knows: str, seen: Seen) -> Rule[SetApart, SectionKind]:
    return Rule(name, weight, knows, lambda line: SectionKind.HEADING if seen(line) else None)


def _looks(look: Look) -> Rule[SetApart, SectionKind]:
    reason = LOOKS[look]
    return _rule(reason.rule.partition("/")[2], reason.weight, reason.knows, lambda line: line.look is look)


def _says(name: str, weight: float, knows: str, sort: str) -> Rule[SetApart, SectionKind]:
    return _rule(name, weight, knows, lambda line: line.says == sort)


def _below(name: str, weight: float, knows: str, *below: Below) -> Rule[SetApart, SectionKind]:
    return _rule(name, weight, knows, lambda line: line.below in below)


SUBHEADING: Recogniser[SetApart, SectionKind] = Recogniser(
    "heading",
    "Is a line that is set apart a heading of the filer's own?",
    (
        *map(_looks, Look),
        _rule("chapter", 3.0, "it names a well-known chapter of annual reports", lambda line: line.chapter),
        _rule("policies", CERTAIN, "it names the accounting policies or estimates", lambda line: line.policies),
        _below("text-below", 2.0, "running text follows", Below.TEXT),
        _below("table-below", 2.0, "a table follows", Below.TABLE),
        _below("heading-below", 1.0, "another heading follows", Below.HEADING, Below.LIKE_HEADING),
        _below("short-line-below", _WEAK, "what follows is no running text", Below.SHORT_LINE),
        _below("like-heading-below", _WEAK - 1.0, "what follows is set alike and leads to no text", Below.LIKE_HEADING),
        _below("nothing-below", _EXCLUDED, "nothing follows that it could be the heading of", Below.NOTHING),
        _below("few-words-below", _UNTOLD, "only a few words follow", Below.FEW_WORDS),
        _says("addressed", _EXCLUDED, "it says to whom a letter or a report is addressed", "addressed"),
        _says("label", _EXCLUDED, "it is the label of a field, as forms and signatures have", "label"),
        _says("answer", _EXCLUDED, "it answers or counts, and names nothing", "answer"),
        _says("begun-above", _EXCLUDED, "its first word goes on with the line above", "begun_above"),
        _says("unit", _EXCLUDED, "it says what figures are in", UNIT),
        _says("time", _EXCLUDED, "it says what time figures are of", "time"),
        _says("first-person", _EXCLUDED, "somebody speaks of himself", "first_person"),
        _says("listed", _EXCLUDED, "it begins an entry of a list", "listed"),
        _says("company", _EXCLUDED, "it is the company's name", COMPANY),
        _says("notes-as-a-whole", _EXCLUDED, "it is the title of the notes as a whole", NOTES_AS_A_WHOLE),
        _says("signed", _EXCLUDED, "it is signed, or an address", SIGNED),
        _says("dated", _EXCLUDED, "it is a date, or ends in a postal code", DATED),
    ),
)
"""What speaks for a heading, and what (below zero) against it; it is one where the sum is over zero."""
