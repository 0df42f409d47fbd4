"""What speaks for two rows of two filings being one line: clues in log-odds, by weights that are data (resources/years)."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from math import inf, log
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from core.evidence import Clue
from core.statements.statement import Unit
from core.years.amounts import FACTORS, Printed, by_factor, digits
from core.years.line import Line
from core.years.period import Period

_FILE = Path(__file__).resolve().parents[2] / "resources" / "years" / "joins.toml"
LIKE, PART, AKIN, FOREIGN = 86, 95, 70, 45
"""How alike (of 100) the words of two captions are that are alike, a part of the other, akin, without likeness below."""
_SHARED = (Unit.PER_SHARE, Unit.SHARES)
"""What a stock split changes."""
_SPLIT_PERIODS = 2
"""Periods that differ by the factor of a split that count at most."""
_MEMORY = 1 << 16
"""Pairs of captions whose likeness is kept: those of some dozen filings."""


class Likeness(StrEnum):
    """How alike two captions are; the names are those of their weights."""

    EQUAL = "equal"
    ALIKE = "alike"
    PART = "part"
    AKIN = "akin"
    NEUTRAL = "neutral"
    FOREIGN = "foreign"
    BARE = "bare"
    TELLING = "telling"


class Stage(NamedTuple):
    """A line that every statement of a kind has once, by its words: one of each of `words`, in this order, none of `but`; at
    most so many words in all."""

    words: tuple[tuple[str, ...], ...]
    but: tuple[str, ...]
    most: float

    def holds(self, caption: str) -> bool:
        """Whether a folded caption is that of such a line."""
        text = f" {caption} "
        if caption.count(" ") >= self.most:
            return False
        at = 0
        for choice in self.words:
            found = [place + len(word) for word in choice if (place := text.find(f" {word} ", at)) >= 0]
            if not found:
                return False
            at = min(found)
        return not any(f" {word} " in text for word in self.but)


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of resources/years/joins.toml, which says what each is for."""

    start: float
    enough: float
    of: Mapping[str, Mapping[str, float]]
    telling: tuple[frozenset[str], ...]
    parts: tuple[frozenset[str], ...]
    stages: tuple[Stage, ...]


@cache
def weights() -> Weights:
    """The weights, read once."""
    data = tomllib.loads(_FILE.read_text("utf-8"))
    telling = data.pop("telling")
    del data["unsure"]
    groups, parts = (tuple(frozenset(group) for group in telling[name]) for name in ("groups", "parts"))
    stages = tuple(
        Stage(tuple(map(tuple, one["words"])), tuple(one["not"]), one.get("most", inf)) for one in data.pop("stage")
    )
    return Weights(data.pop("start"), data.pop("enough"), data, groups, parts, stages)


@lru_cache(maxsize=_MEMORY)
def _stage(caption: str) -> int | None:
    """Which stage a folded caption is of, as an index of the weights' stages."""
    return next((at for at, stage in enumerate(weights().stages) if stage.holds(caption)), None)


class Join(NamedTuple):
    """Two rows that may be one line. `score` is the logarithm of the odds that they are; `clues` are what it is the sum of."""

    score: float
    one: Line
    other: Line
    clues: tuple[Clue, ...]


class Side:
    """The lines of one source that print something, with how often a name and an amount stand among them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = [line for line in lines if line.printed]
        self.names = Counter(line.name for line in self.lines)
        self.captions = Counter(line.words for line in self.lines)
        self.headings = _names_over(self.lines)
        self.amounts = Counter(
            (period, abs(one.printed)) for line in self.lines for period, one in line.printed.items() if one.whole
        )
        self.periods = {period for line in self.lines for period in line.printed}
        self._at = {line.index: number for number, line in enumerate(self.lines)}
        self.sizes = {line.index: frozenset(_sizes(line)) for line in self.lines}
        self.near = {index: _next_to(sizes) for index, sizes in self.sizes.items()}
        self._stages = _stages(self.lines)

    def stage(self, line: Line) -> int | None:
        """The stage that this line alone is of; None where others are too."""
        return self._stages.get(line.index)

    def beside(self, line: Line, step: int) -> str:
        """The name of the line before (-1) or after (1) it."""
        at = self._at[line.index] + step
        return self.lines[at].name if 0 <= at < len(self.lines) else ""


def _names_over(lines: Iterable[Line]) -> frozenset[str]:
    """The names of the headings that lines stand under."""
    return frozenset(line.heading.name for line in lines if line.heading is not None)


def _stages(lines: Iterable[Line]) -> dict[int, int]:
    """The stages of money that one line alone is of, by the index of the line."""
    of = {
        line.index: stage for line in lines if line.row.unit is Unit.MONEY and (stage := _stage(line.words)) is not None
    }
    often = Counter(of.values())
    return {index: stage for index, stage in of.items() if often[stage] == 1}


class _Size(NamedTuple):
    """About how large an amount of a period is: a quick look at whether two may be the same."""

    period: Period
    size: int


def _sizes(line: Line) -> Iterator[_Size]:
    for period, amount in line.printed.items():
        size = amount.size
        if size is not None:
            yield _Size(period, size)


def _next_to(sizes: Iterable[_Size]) -> frozenset[_Size]:
    """These sizes and those beside them."""
    return frozenset(_Size(one.period, one.size + step) for one in sizes for step in (-1, 0, 1))


_PIECE = 8
"""Lines that are held against all of another source between two pauses: a few milliseconds."""


def joins(one: Side, other: Side) -> Iterator[list[Join]]:
    """The pairs of rows of two sources whose evidence comes to enough, some lines of the first source at a time."""
    enough, restated = weights().enough, restated_share(one, other)
    found: list[Join] = []
    for number, line in enumerate(one.lines, 1):
        for candidate in other.lines:
            if _may_be_one(one, other, line, candidate):
                told = weighed(one, other, line, candidate, restated)
                if told.score >= enough:
                    found.append(told)
        if not number % _PIECE:
            yield found
            found = []
    yield found


def join(one: Side, other: Side, line: Line, candidate: Line) -> Join | None:
    """The join of two rows where their evidence comes to enough."""
    found = weighed(one, other, line, candidate, restated_share(one, other))
    return found if found.score >= weights().enough else None


def _may_be_one(one: Side, other: Side, line: Line, candidate: Line) -> bool:
    """A quick look: nothing is one line that has neither words, nor a concept, stage or amount in common."""
    if line.concept is not None and line.concept == candidate.concept:
        return True
    if _are_of_one_stage(one, other, line, candidate):
        return True
    if _likeness(line, candidate) not in (Likeness.FOREIGN, Likeness.TELLING, Likeness.BARE):
        return True
    return not one.sizes[line.index].isdisjoint(other.near[candidate.index])


def restated_share(one: Side, other: Side) -> float:
    """The part of the lines of one name, each the only one of it, that print other amounts in the other source: where much was
    restated, other amounts do not speak against a line."""
    named = {line.name: line for line in other.lines if other.names[line.name] == 1 and line.name}
    both = [(line, named[line.name]) for line in one.lines if one.names[line.name] == 1 and line.name in named]
    compared = [_compared(line, beside) for line, beside in both]
    told = [each for each in compared if each.agreed or each.differing]
    return sum(not each.agreed for each in told) / len(told) if told else 0.0


class _Compared(NamedTuple):
    """How many of the periods that two rows print agree, differ, and are nought in both."""

    agreed: int
    differing: int


def _compared(line: Line, candidate: Line) -> _Compared:
    both = [
        (amount, candidate.printed[period]) for period, amount in line.printed.items() if period in candidate.printed
    ]
    both = [(a, b) for a, b in both if a.whole or b.whole]
    agreed = sum(_agree(a, b) for a, b in both)
    return _Compared(agreed, len(both) - agreed)


def weighed(one: Side, other: Side, line: Line, candidate: Line, restated: float) -> Join:
    """All that speaks for and against two rows being one line; `restated` is the part of the lines that was restated."""
    clues = (
        *_captions(one, other, line, candidate),
        *_concepts(line, candidate),
        *_milestones(one, other, line, candidate),
        *_values(one, other, line, candidate, restated),
        *_places(one, other, line, candidate),
    )
    return Join(weights().start + sum(clue.weight for clue in clues), line, candidate, clues)


def _clue(group: str, name: str, less: float = 0.0) -> Clue:
    return Clue(f"same-line/{group}-{name}".replace("_", "-"), weights().of[group][name] - less, says=True)


# captions


def _captions(one: Side, other: Side, line: Line, candidate: Line) -> Iterator[Clue]:
    kind = _likeness(line, candidate)
    if kind is Likeness.EQUAL:
        yield _clue("caption", kind, log(_often(one, other, line, candidate)))
        return
    if kind in (Likeness.NEUTRAL, Likeness.AKIN, Likeness.FOREIGN) and _is_part(line, candidate):
        kind = Likeness.PART
    if kind is Likeness.FOREIGN and _are_of_one_stage(one, other, line, candidate):
        return
    if kind is not Likeness.NEUTRAL:
        yield _clue("caption", kind)


def _often(one: Side, other: Side, line: Line, candidate: Line) -> int:
    """How many lines of a source bear the name of two lines: where their captions are the same to the last word, the caption."""
    if line.words == candidate.words:
        return max(one.captions[line.words], other.captions[candidate.words])
    return max(one.names[line.name], other.names[candidate.name])


def _likeness(line: Line, candidate: Line) -> Likeness:
    """How alike two captions are: as they are compared, or else with all the words that they have."""
    if line.issue and candidate.issue and line.issue != candidate.issue:
        return Likeness.TELLING
    kind = likeness(line.name, candidate.name)
    if kind in (Likeness.EQUAL, Likeness.ALIKE, Likeness.BARE):
        return kind
    whole = likeness(line.words, candidate.words)
    return whole if whole is not Likeness.FOREIGN else kind


@lru_cache(maxsize=_MEMORY)
def likeness(one: str, other: str) -> Likeness:
    """How alike two folded captions are, in whatever order their words stand."""
    if not one or not other:
        return Likeness.BARE
    if one == other or _singular(one) == _singular(other):
        return Likeness.EQUAL
    if _told_apart(one, other):
        return Likeness.TELLING
    ratio = fuzz.token_sort_ratio(one, other, score_cutoff=FOREIGN)
    if ratio >= LIKE:
        return Likeness.ALIKE
    if _has_words_of(one, other):
        return Likeness.PART
    return Likeness.AKIN if ratio >= AKIN else Likeness.NEUTRAL if ratio else Likeness.FOREIGN


def _singular(caption: str) -> str:
    """A caption without the s at the ends of its words."""
    return " ".join(word.removesuffix("s") for word in caption.split())


def _told_apart(one: str, other: str) -> bool:
    """Whether the captions have different words of a group that tells lines apart."""
    return _differ_in(weights().telling, one, other)


def _differ_in(groups: Iterable[frozenset[str]], one: str, other: str) -> bool:
    """Whether both have words of a group, and none in common."""
    words, others = frozenset(one.split()), frozenset(other.split())
    return any(group & words and group & others and not group & words & others for group in groups)


@lru_cache(maxsize=_MEMORY)
def _in_other_part(one: str, other: str) -> bool:
    """Whether two captions, after the headings over them, belong to parts of a statement that words tell apart."""
    return _differ_in(weights().parts, one, other)


def _is_part(one: Line, other: Line) -> bool:
    """Whether one caption, perhaps after the caption above it, has all the words of the other."""
    pairs = (one.name, other.full), (one.full, other.name), (one.name, other.words), (one.words, other.name)
    return any(not _told_apart(a, b) and _has_words_of(a, b) for a, b in pairs if a and b)


@lru_cache(maxsize=_MEMORY)
def _has_words_of(one: str, other: str) -> bool:
    """Whether one caption, of two words at least, has nearly all words of the other."""
    return " " in one and " " in other and fuzz.token_set_ratio(one, other, score_cutoff=PART) > 0


# concepts


def _concepts(line: Line, candidate: Line) -> Iterator[Clue]:
    if line.concept is None or candidate.concept is None:
        return
    apart = "differ_alike" if line.name == candidate.name else "differ"
    yield _clue("concept", "equal" if line.concept == candidate.concept else apart)


def _milestones(one: Side, other: Side, line: Line, candidate: Line) -> Iterator[Clue]:
    told = line.concept is not None and candidate.concept is not None
    if not told and line.name != candidate.name and _are_of_one_stage(one, other, line, candidate):
        yield _clue("milestone", "equal")


def _are_of_one_stage(one: Side, other: Side, line: Line, candidate: Line) -> bool:
    """Whether each is the one line of its source that is of a stage, and the stage is the same."""
    stage = one.stage(line)
    return stage is not None and stage == other.stage(candidate)


# values


def _values(one: Side, other: Side, line: Line, candidate: Line, restated: float) -> Iterator[Clue]:
    group = weights().of["values"]
    agreed, differing, turned, noughts = 0.0, 0, False, False
    for period, amount in line.printed.items():
        beside = candidate.printed.get(period)
        if beside is None:
            continue
        if not amount.whole and not beside.whole:
            noughts = True
        elif _agree(amount, beside):
            agreed += _strength(one, other, period, amount, beside)
            turned |= amount.whole * beside.whole < 0
        else:
            differing += 1
    if agreed:
        yield Clue("same-line/values-agree", min(group["most"], agreed) + group["differ"] * differing, says=True)
        if turned:
            yield _clue("values", "sign")
    elif differing > 1 and _one_factor(line, candidate):
        yield Clue("same-line/values-split", group["split"] * min(differing, _SPLIT_PERIODS), says=True)
    elif differing:
        yield Clue("same-line/values-differ", log(max(group["never"], restated)), says=True)
    elif noughts:
        yield _clue("values", "zero")


def _agree(one: Printed, other: Printed) -> bool:
    """Whether two prints of an amount say the same, as far as the coarser of them says anything, whatever their signs."""
    if abs(one.printed) == abs(other.printed):
        return True
    apart = abs(abs(one.whole) - abs(other.whole))
    return bool(one.whole and other.whole) and apart < max(one.grain, other.grain) and one.grain != other.grain


def _one_factor(line: Line, candidate: Line) -> bool:
    """Whether two lines per share, or of shares, differ by the factor of a stock split in every period."""
    if line.row.unit not in _SHARED and candidate.row.unit not in _SHARED:
        return False
    both = [
        (amount, candidate.printed[period]) for period, amount in line.printed.items() if period in candidate.printed
    ]
    return any(all(by_factor(new, old, factor) for new, old in both) for factor in FACTORS)


def _strength(one: Side, other: Side, period: Period, amount: Printed, beside: Printed) -> float:
    """What an amount that both print is worth: the more digits and the fewer rows that print it, the more."""
    shown = min(digits(amount.printed), digits(beside.printed))
    rows = max(one.amounts[period, abs(amount.printed)], other.amounts[period, abs(beside.printed)], 1)
    return max(0.0, weights().of["values"]["digit"] * shown - log(rows))


# places


def _places(one: Side, other: Side, line: Line, candidate: Line) -> Iterator[Clue]:
    if line.row.unit is not candidate.row.unit and None not in (line.row.unit, candidate.row.unit):
        yield _clue("place", "unit")
    yield from _headings(one, other, line, candidate)
    if _in_other_part(line.full, candidate.full):
        yield _clue("place", "other_part")
    yield _clue("place", "role" if line.is_total == candidate.is_total else "other_role")
    if any((name := one.beside(line, step)) and name == other.beside(candidate, step) for step in (-1, 1)):
        yield _clue("place", "beside")


def _headings(one: Side, other: Side, line: Line, candidate: Line) -> Iterator[Clue]:
    if line.heading is None or candidate.heading is None:
        return
    mine, theirs = line.heading.name, candidate.heading.name
    kind = likeness(mine, theirs)
    if kind is Likeness.EQUAL:
        yield _clue("place", "heading")
    elif kind in (Likeness.ALIKE, Likeness.PART):
        yield _clue("place", "akin_heading")
    else:
        yield _clue("place", "outside_heading" if mine in other.headings or theirs in one.headings else "other_heading")
