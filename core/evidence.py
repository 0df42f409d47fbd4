"""Why something was decided: rules that have names, the clues they give, and the verdict that comes of them.

A *rule* looks at one thing (a line, a table, a column, a row) and says what it takes it for, or is silent. What it says is a
*clue* with a weight. A *recogniser* is an ordered list of rules for one question; its *verdict* is what its clues speak for
most, with the best alternative. Words for the reader are made from verdicts at the edge (`core/wording.py`) and never read back.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from core.source import Cite

S = TypeVar("S")
T = TypeVar("T", bound=Hashable)

CERTAIN = 10.0
"""The weight of a rule that settles its question alone: what a filing says outright, such as a tag. Weights are points on one
scale for all recognisers: 1 is a hint, 3 a good sign, 5 nearly enough by itself; below zero they speak against."""
THIN = 1.0
"""A verdict whose margin over the next best is smaller is not certain, and is said not to be."""


class Clue(NamedTuple):
    """What one rule said: the rule's whole name (`statement-kind/title-above`), how strongly, for what, and where it saw it."""

    rule: str
    weight: float
    says: Hashable
    cite: Cite | None = None


@dataclass(frozen=True, slots=True)
class Verdict(Generic[T]):
    """What was decided, how strongly, and why. `alternative` is the next best and None where nothing else was thought of;
    `score` and `alternative_score` are the sums of the weights for each. `clues` hold those for and against both."""

    decided: T
    score: float
    clues: tuple[Clue, ...] = ()
    alternative: T | None = None
    alternative_score: float = 0.0

    @property
    def margin(self) -> float:
        """How far the decision is ahead of the next best; all of its score where there is none."""
        return self.score - (self.alternative_score if self.alternative is not None else 0.0)

    @property
    def thin(self) -> bool:
        """Whether the next best is so near that the reader should be told."""
        return self.alternative is not None and self.margin < THIN


@dataclass(frozen=True, slots=True)
class Rule(Generic[S, T]):
    """One thing known of filings. `knows` says it in a plain sentence; `says` looks at a subject and names what it takes it
    for, None where the rule is silent; `weight` is how much that counts (see CERTAIN)."""

    name: str
    weight: float
    knows: str
    says: Callable[[S], T | None]


@dataclass(frozen=True, slots=True, eq=False)
class Recogniser(Generic[S, T]):
    """The rules for one question, in the order in which they are asked. `asks` is the question in plain words."""

    name: str
    asks: str
    rules: tuple[Rule[S, T], ...]
    _says: tuple[Callable[[S], T | None], ...] = field(init=False, repr=False)
    """What is asked of every subject, at hand."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_says", tuple(rule.says for rule in self.rules))

    def first(self, subject: S) -> Verdict[T] | None:
        """The verdict of the first rule that is not silent; for questions whose rules are ordered from sure to unsure.

        Subjects of which the same rule says the same share one verdict.
        """
        for at, says in enumerate(self._says):
            said = says(subject)
            if said is not None:
                verdict = _alone(self, at, said)
                return verdict if _hearing is None else _told(verdict)
        return None

    def decide(self, subject: S) -> T | None:
        """What `first` decides, without its clues: for questions that are asked of every line. `first` and `clues` tell why."""
        if _hearing is not None:
            verdict = self.first(subject)
            return verdict.decided if verdict is not None else None
        for says in self._says:
            said = says(subject)
            if said is not None:
                return said
        return None

    def weigh(self, subject: S) -> Verdict[T] | None:
        """The verdict of all rules together: what most weight speaks for; None where every rule is silent.

        Subjects of which all rules say the same share one verdict, so that it costs no more than asking the rules.
        """
        verdict = _weighed(self, tuple([says(subject) for says in self._says]))
        return _told(verdict) if verdict is not None else None

    def clues(self, subject: S) -> tuple[Clue, ...]:
        """What every rule that is not silent says, in order: also those that `first` did not come to."""
        said = [says(subject) for says in self._says]
        return tuple([self.clue(rule, what) for rule, what in zip(self.rules, said, strict=True) if what is not None])

    def clue(self, rule: Rule[S, T], said: T, cite: Cite | None = None) -> Clue:
        """A rule's word as a clue."""
        return Clue(f"{self.name}/{rule.name}", rule.weight, said, cite)


@lru_cache(maxsize=4096)
def _alone(recogniser: Recogniser[Any, T], at: int, said: T) -> Verdict[T]:
    """The verdict where the rule at this place of a recogniser decides alone."""
    rule = recogniser.rules[at]
    return Verdict(said, rule.weight, (recogniser.clue(rule, said),))


@lru_cache(maxsize=4096)
def _weighed(recogniser: Recogniser[Any, Any], said: tuple[Any, ...]) -> Verdict[Any] | None:
    """The verdict where the rules of a recogniser say this, None where they are silent."""
    rules = zip(recogniser.rules, said, strict=True)
    return judged([recogniser.clue(rule, what) for rule, what in rules if what is not None])


_hearing: list[Verdict[Any]] | None = None
"""Where verdicts are noted while somebody listens."""


def _told(verdict: Verdict[T]) -> Verdict[T]:
    if _hearing is not None:
        _hearing.append(verdict)
    return verdict


@contextmanager
def hearing() -> Iterator[list[Verdict[Any]]]:
    """Every verdict that a recogniser gives inside of this, in order: also those that nobody keeps. Not for threads."""
    global _hearing  # noqa: PLW0603 - there is one listener, and only where rules are counted
    before, _hearing = _hearing, []
    try:
        yield _hearing
    finally:
        _hearing = before


def judged(clues: Sequence[Clue]) -> Verdict[T] | None:
    """The verdict of these clues: what has the largest sum of weights, the first said of several; None without any."""
    sums: dict[Hashable, float] = {}
    for clue in clues:
        sums[clue.says] = sums.get(clue.says, 0.0) + clue.weight
    if not sums:
        return None
    decided = max(sums, key=sums.__getitem__)
    score = sums.pop(decided)
    alternative = max(sums, key=sums.__getitem__, default=None)
    other = sums[alternative] if alternative is not None else 0.0
    return Verdict(decided, score, tuple(clues), alternative, other)  # type: ignore[arg-type] # what the clues say is T


def single(rule: str, decided: T, weight: float = CERTAIN, cite: Cite | None = None) -> Verdict[T]:
    """A verdict on one clue alone."""
    return Verdict(decided, weight, (Clue(rule, weight, decided, cite),))


def counted(verdicts: Iterable[Verdict[T]]) -> dict[str, int]:
    """How often each rule spoke for what was decided, by the rule's whole name."""
    found: dict[str, int] = {}
    for verdict in verdicts:
        for clue in verdict.clues:
            if clue.says == verdict.decided and clue.weight > 0:
                found[clue.rule] = found.get(clue.rule, 0) + 1
    return found
