"""The words in which decisions and their clues are told. Made from verdicts, at the edge; nothing ever reads them back."""

from collections.abc import Hashable, Iterable
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from core.evidence import CERTAIN, Clue, Verdict
from core.judgements import Judgement, Question
from core.outline.section import SectionKind
from core.rules import rules
from core.statements.caption_table import OWN, Known
from core.statements.statement import Period, Unit

_STRENGTHS = ((CERTAIN, "settles it"), (5.0, "nearly enough by itself"), (3.0, "a good sign"), (2.0, "a sign"))
"""Points from which on a clue is called so; the scale is that of `core.evidence`."""
_HINT = "a hint"
_AGAINST = ((CERTAIN, "rules it out"), (5.0, "speaks strongly against it"), (0.0, "speaks against it"))
_SCALES = {1: "units", 1_000: "thousands", 1_000_000: "millions", 1_000_000_000: "billions"}
_QUESTIONS = {
    Question.HEADING: "What the heading opens",
    Question.STATEMENT: "Which statement the table is",
    Question.SCALE: "What its money is in",
    Question.SHARE_SCALE: "What its shares are in",
    Question.CURRENCY: "Which currency it is in",
    Question.PERIOD: "The time of the column",
    Question.ROLE: "What the row is for",
    Question.UNIT: "What its figures count",
    Question.CONCEPT: "Which concept it would be tagged with",
}
_SECTIONS = {
    SectionKind.DOCUMENT: "a document",
    SectionKind.COVER: "the cover page",
    SectionKind.CONTENTS: "the contents page",
    SectionKind.PART: "a Part",
    SectionKind.ITEM: "an Item",
    SectionKind.STATEMENT: "a financial statement",
    SectionKind.NOTE: "a note",
    SectionKind.SCHEDULE: "a schedule",
    SectionKind.SIGNATURES: "the signatures",
    SectionKind.EXHIBIT_INDEX: "the exhibit index",
    SectionKind.HEADING: "a heading of the filer's own",
}
_UNITS = {
    Unit.MONEY: "money",
    Unit.PER_SHARE: "money a share",
    Unit.SHARES: "shares",
    Unit.PERCENT: "percent",
    Unit.NUMBER: "a plain number",
}


class Told(NamedTuple):
    """A clue in words: `mark` is `+` for what was decided, `-` against it and for something else; `strength` in words;
    `knows` what the rule knows; `instead` what it speaks for where that is not what was decided, else empty."""

    mark: str
    strength: str
    knows: str
    instead: str
    clue: Clue


def question(asked: Question) -> str:
    """A question as a heading: `The time of the column`."""
    return _QUESTIONS[asked]


def thing(value: Hashable, asked: Question | None = None) -> str:
    """What was decided, in words: `an Item`, `July 1, 2003 to December 31, 2003`, `thousands`."""
    if asked in (Question.SCALE, Question.SHARE_SCALE) and isinstance(value, int):
        return _SCALES.get(value, f"{value:,}s")
    if asked is Question.CONCEPT and value == OWN:
        return "a concept of the filer's own"
    if isinstance(value, SectionKind):
        return _SECTIONS[value]
    if isinstance(value, Unit):
        return _UNITS[value]
    if isinstance(value, Period):
        return _period(value)
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    return _other(value)


def _other(value: Hashable) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, tuple):
        return ", ".join(_other(part) for part in value)
    return str(value)


def _period(value: Period) -> str:
    if value.end is None:
        return "no known time"
    return f"{day(value.start)} to {day(value.end)}" if value.start else f"the day {day(value.end)}"


def day(value: date) -> str:
    """`December 31, 2003`."""
    return f"{value:%B} {value.day}, {value.year}"


def strength(weight: float) -> str:
    """A weight in words."""
    if weight > 0:
        return next((words for least, words in _STRENGTHS if weight >= least), _HINT)
    return next((words for least, words in _AGAINST if -weight >= least and weight), "is noted")


_BRIEF = ((CERTAIN, "certain"), (5.0, "strong"), (3.0, "good sign"), (2.0, "sign"), (0.0, "hint"))


def brief(told: "Told") -> str:
    """How strongly a clue speaks in a word or two: `good sign`, `against`; for a narrow column."""
    return "or else" if told.instead and told.clue.weight > 0 else weighed(told.clue)


def weighed(clue: Clue) -> str:
    """The same of a clue by itself."""
    if clue.weight <= 0:
        return "against"
    return next(words for least, words in _BRIEF if clue.weight >= least)


def knows(rule: str) -> str:
    """What a rule knows, by its whole name; the name in plain words where no recogniser lists it."""
    named = rules().get(rule)
    return named.rule.knows if named is not None else rule.rpartition("/")[2].replace("-", " ")


def clues(verdict: Verdict[Any], asked: Question | None = None) -> tuple[Told, ...]:
    """The clues of a verdict in words, those for what was decided first, each kind by falling weight."""
    told = [_clue(verdict, clue, asked) for clue in verdict.clues]
    return tuple(sorted(told, key=lambda each: (each.mark != "+", -abs(each.clue.weight))))


def _clue(verdict: Verdict[Any], clue: Clue, asked: Question | None) -> Told:
    same = clue.says == verdict.decided
    mark = "+" if same and clue.weight > 0 else "-"
    return Told(mark, strength(clue.weight), knows(clue.rule), "" if same else thing(clue.says, asked), clue)


def sureness(verdict: Verdict[Any], asked: Question | None = None) -> str:
    """How sure a verdict is and what it could have been else, in one sentence."""
    if verdict.alternative is None:
        return "No rule spoke for anything else."
    other = thing(verdict.alternative, asked)
    if verdict.thin:
        return f"It could as well be {other}: the clues are nearly even ({_points(verdict)})."
    return f"It could have been {other}, for which less speaks ({_points(verdict)})."


def _points(verdict: Verdict[Any]) -> str:
    return f"{verdict.score:g} points against {verdict.alternative_score:g}"


def because(verdict: Verdict[Any]) -> str:
    """The strongest clue for what was decided, in the words of its rule; for one short line."""
    for told in clues(verdict):
        if told.mark == "+":
            return told.knows
    return ""


def tagged_so(counts: Iterable[Known]) -> str:
    """How often filers tag a caption as what: `Revenues: usual, and 5 companies in 8 filings; Assets: usual`."""
    return "; ".join(f"{thing(known.concept, Question.CONCEPT)}: {_often(known)}" for known in counts)


def _often(known: Known) -> str:
    companies, filings = _many(known.companies, "company", "companies"), _many(known.filings, "filing", "filings")
    parts = ("usual" if known.listed else "", f"{companies} in {filings}" if known.companies else "")
    return ", and ".join(part for part in parts if part)


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def decided(judgement: Judgement) -> str:
    """What was decided of a thing, in words."""
    return thing(judgement.decided, judgement.question)


def listed(names: Iterable[object], most: int) -> str:
    """Names one after another: `2, 3 and 4`; the rest of a long list by its number: `2, 3 and 7 more`."""
    every = [str(name) for name in names]
    if len(every) > most + 1:
        every = [*every[:most], f"{len(every) - most} more"]
    return " and ".join([", ".join(every[:-1]), every[-1]] if len(every) > 1 else every)
