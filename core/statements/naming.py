"""Which concept of the us-gaap taxonomy a row without tags would be tagged with: by its caption, in its part of the statement.

What captions are tagged as stands in resources/concepts/captions.tsv: learned from filings that are, and what is usual. Every
rule looks a caption up in its own way; what it says counts the more, the more companies tag it so and the fewer otherwise.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from core.evidence import Clue, Recogniser, Rule, Verdict, judged
from core.statements.caption_table import OWN, Known, ZoneCaptions, table
from core.statements.caption_words import short_words, words_of
from core.statements.concepts import line_of
from core.statements.spelled_concepts import spelled
from core.statements.zones import BESIDE, Zone

ENOUGH, MARGIN = 2.4, 1.6
"""Points that speak for a concept at least, and how far it is ahead of the next best; else a row stays without."""
_USUAL = 2.0
"""As many companies does what is known as usual count for."""
_UNSURE = 1.0
"""Companies. So much less is a caption's word worth, the fewer have it: two of two count for 2 / 3."""
_OWN = 0.4
"""What a company counts that has a concept of its own there."""
_BESIDE = 0.5
"""What a caption of a part counts in another one."""
_SEVERAL = 3
"""Concepts of which a rule speaks at most."""
FEW = 2
"""Words of a caption that says little without its heading."""


class Line(NamedTuple):
    """A row as its concept is asked for: part of the statement, caption, the caption over it, whether it is a total, and the
    concept that its place among the other rows tells (empty where it tells none)."""

    zone: Zone
    label: str
    heading: str = ""
    total: bool = False
    placed: str = ""


class ReadCaption(NamedTuple):
    """A line with its words: of its caption, of the same before what is told aside, and of its heading."""

    line: Line
    words: tuple[str, ...]
    short: tuple[str, ...]
    heading: tuple[str, ...]


Votes = Mapping[str, float]
"""For each concept how many companies speak for it; those that the program's authors know of count too."""
Look = Callable[[ReadCaption, Mapping[str, ZoneCaptions]], Votes]


def read(line: Line) -> ReadCaption:
    """A line with its words."""
    words, short = words_of(line.label), short_words(line.label)
    heading = words_of(line.heading) if line.heading else ()
    added = _from_heading(line.zone, words, heading)
    return ReadCaption(line, (*words, *added), (*short, *added), heading)


def _from_heading(zone: Zone, words: tuple[str, ...], heading: tuple[str, ...]) -> tuple[str, ...]:
    """What a caption has from the one over it: whether a share is basic or diluted, and what is discontinued."""
    if zone in (Zone.PER_SHARE, Zone.SHARES):
        told = [word for word in ("basic", "diluted") if word in heading]
        return tuple(told) if len(told) == 1 and not {"basic", "diluted"} & set(words) else ()
    return ("discontinued", "operation") if "discontinued" in heading and "discontinued" not in words else ()


# the rules


def _places(of: ReadCaption, _parts: Mapping[str, ZoneCaptions]) -> Votes:
    return {of.line.placed: _SURE} if of.line.placed else {}


_SURE = 1000.0
"""Companies that what needs no table counts for."""


def _spelled(of: ReadCaption, _parts: Mapping[str, ZoneCaptions]) -> Votes:
    concept = spelled(of.line.zone, frozenset(of.words))
    return {concept: _SURE} if concept else {}


def _under_heading(of: ReadCaption, parts: Mapping[str, ZoneCaptions]) -> Votes:
    if not of.heading or not 0 < len(of.words) <= FEW:
        return {}
    return _votes(of.line.zone, parts, lambda part: part.at((*of.heading, *of.words)))


def _same(of: ReadCaption, parts: Mapping[str, ZoneCaptions]) -> Votes:
    return _votes(of.line.zone, parts, lambda part: part.at(of.words))


def _cut(of: ReadCaption, parts: Mapping[str, ZoneCaptions]) -> Votes:
    return _votes(of.line.zone, parts, lambda part: part.at(of.short)) if of.short != of.words else {}


def _bare(of: ReadCaption, parts: Mapping[str, ZoneCaptions]) -> Votes:
    """The votes of the first of some barer captions that is known."""
    for words in _barer(of.words, of.short):
        if votes := _votes(of.line.zone, parts, lambda part, words=words: part.at(words)):  # type: ignore[misc]
            return votes
    return {}


def _barer(*captions: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Captions without words that say little: net, total, less in front, expense."""
    for words in dict.fromkeys(captions):
        for kept in (tuple(word for word in words if word not in leaves) for leaves in _LEAVES):
            if kept != words:
                yield kept
        if len(words) > 1 and words[0] in _FORE:
            yield words[1:]


_LEAVES = (frozenset(("net",)), frozenset(("total",)), frozenset(("expense", "cost", "charge")))
_FORE = frozenset(("less", "plus", "add", "deduct", "change", "increase", "decrease", "consolidated"))


def _nameless(of: ReadCaption, parts: Mapping[str, ZoneCaptions]) -> Votes:
    if of.words or not of.heading or not of.line.total:
        return {}
    return _votes(of.line.zone, parts, lambda part: part.at(("total", *of.heading)) or part.at(of.heading))


def _votes(zone: Zone, parts: Mapping[str, ZoneCaptions], get: Callable[[ZoneCaptions], tuple[Known, ...]]) -> Votes:
    """The votes in a part and in those beside it."""
    votes: dict[str, float] = {}
    for at, share in _where(zone):
        part = parts.get(at)
        for known in get(part) if part is not None else ():
            votes[known.concept] = votes.get(known.concept, 0.0) + share * _count(known)
    return votes


@cache
def _where(zone: Zone) -> tuple[tuple[str, float], ...]:
    return ((zone.value, 1.0), *((beside.value, _BESIDE) for beside in BESIDE[zone]))


def _count(known: Known) -> float:
    return (known.companies + (_USUAL if known.listed else 0.0)) * (_OWN if known.concept == OWN else 1.0)


class Way(NamedTuple):
    """A rule as it is asked: its name, what it can count, what it knows, how it looks; whether only where no other spoke."""

    name: str
    weight: float
    knows: str
    look: Look
    last: bool = False


WAYS = (
    Way("place", 10.0, "its place among other rows tells which of two it is", _places),
    Way("spelled", 8.0, "of shares and of cash a few words tell all", _spelled),
    Way("under-heading", 6.5, "so it is tagged under this heading", _under_heading),
    Way("same-caption", 6.0, "so it is tagged with this caption in this part of the statement", _same),
    Way("caption-cut", 4.0, "so it is tagged with this caption before what is told aside", _cut),
    Way("nameless-total", 3.2, "a total without a caption is that of its heading", _nameless),
    Way("barer", 4.5, "so it is tagged without words that say little: net, total, less", _bare, last=True),
)


class Namer:
    """Tells concepts by one table of captions; what was told once is kept."""

    def __init__(self, parts: Mapping[str, ZoneCaptions]) -> None:
        self.parts = parts
        self._told: dict[Line, Verdict[str] | None] = {}

    def verdict(self, line: Line) -> Verdict[str] | None:
        """Which concept a line has by all rules (its name in us-gaap), however sure; None where no rule speaks."""
        if line not in self._told:
            told: Verdict[str] | None = judged(list(self._clues(read(line))))
            self._told[line] = _as_one_line(told) if told is not None and not sure(told) else told
        return self._told[line]

    def name(self, line: Line) -> str | None:
        """The concept of a line where enough speaks for it and little for another, and none of the filer's own."""
        told = self.verdict(line)
        return told.decided if told is not None and sure(told) else None

    def _clues(self, of: ReadCaption) -> Iterator[Clue]:
        spoken = False
        for way in WAYS:
            if not (way.last and spoken):
                for clue in _said(way, way.look(of, self.parts), of.line.zone):
                    spoken = True
                    yield clue


def _as_one_line(told: Verdict[str]) -> Verdict[str] | None:
    """A verdict that wavers between two concepts of one line (revenues by contracts or of all kinds) is for the line."""
    both = (told.decided, told.alternative)
    lines = {line_of(f"{_PREFIX}{concept}", None) for concept in both}
    line = lines.pop() if len(lines) == 1 else None
    if line is None:
        return told
    name = line.removeprefix(_PREFIX)
    return judged([clue._replace(says=name) if clue.says in both else clue for clue in told.clues])


_PREFIX = "us-gaap:"


def _said(way: Way, votes: Votes, zone: Zone) -> list[Clue]:
    """What a rule says for each concept, by its share of the votes and how many there are."""
    if not votes:
        return []
    total = sum(votes.values())
    most = sorted(votes.items(), key=lambda vote: -vote[1])[:_SEVERAL]
    worth = way.weight / (total + _UNSURE)
    return [
        Clue(f"{_NAME}/{way.name}", round(worth * count, 2), concept) for concept, count in most if _fits(concept, zone)
    ]


def _fits(concept: str, zone: Zone) -> bool:
    """Whether a concept may stand in a part: what is current not among what is not."""
    if zone in (Zone.OTHER_ASSETS, Zone.OTHER_LIABILITIES):
        return not concept.endswith("Current")
    return zone not in (Zone.CURRENT_ASSETS, Zone.CURRENT_LIABILITIES) or not concept.endswith("Noncurrent")


def counted(line: Line) -> tuple[Known, ...]:
    """How often filers tag this caption as what, in its part of the statement, what most do first."""
    of = read(line)
    part = table().get(line.zone.value)
    captions = ((*of.heading, *of.words), of.words, of.short)
    found = next((known for words in captions if part is not None and (known := part.at(words))), ())
    return tuple(sorted(found, key=_count, reverse=True)[:_SEVERAL])


def sure(verdict: Verdict[str]) -> bool:
    """Whether a verdict is told to the reader."""
    return verdict.decided != OWN and verdict.score >= ENOUGH and verdict.margin >= MARGIN


_NAME = "row-concept"


def _first(way: Way) -> Callable[[Line], str | None]:
    def says(line: Line) -> str | None:
        votes = way.look(read(line), table())
        return max(votes, key=votes.__getitem__) if votes else None

    return says


ROW_CONCEPT: Recogniser[Line, str] = Recogniser(
    _NAME,
    "Which concept of the taxonomy is a row without tags?",
    tuple(Rule(way.name, way.weight, way.knows, _first(way)) for way in WAYS),
)


@cache
def namer() -> Namer:
    """The one that stands on the table of the program."""
    return Namer(table())
