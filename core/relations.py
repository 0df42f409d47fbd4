"""What a figure has to do with others by the checks: what it was computed from, what it goes into, where else it stands."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from core.checks.check import Check, Rule, Status
from core.source import Cite

_SAME = frozenset({Rule.ARTICULATION, Rule.NOTE_TIE, Rule.REPEAT_TIE, Rule.PROSE_TIE, Rule.EQUATION})
"""Rules by which two figures should be one."""
_MOST_TAKEN = 3
"""Parts of a sum that may be taken away; all but one may be, too."""
_MOST_PARTS = 24
"""Parts of a sum among which those are looked for that are taken away."""
Printed = Callable[[Cite], Decimal | None]
"""The amount that is printed at a place; None where no figure is."""


class Relation(NamedTuple):
    """Another figure, and whether the check that relates the two is off."""

    cite: Cite
    off: bool


@dataclass(frozen=True, slots=True)
class Relations:
    """The other figures by what they are to one: its parts, the totals that it is part of, the same figure elsewhere."""

    parts: tuple[Relation, ...] = ()
    totals: tuple[Relation, ...] = ()
    same: tuple[Relation, ...] = ()

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.parts or self.totals or self.same)


class _Tie(NamedTuple):
    """A check as what relates figures: a figure, and its parts or (`same`) the one that it should be."""

    whole: Cite
    parts: tuple[Cite, ...]
    same: bool
    off: bool


class Related:
    """Answers "what has this figure to do with others?" in a time that does not grow with the filing. `printed` tells the
    amount that is printed at a place."""

    def __init__(self, checks: Iterable[Check], printed: Printed) -> None:
        self._with: dict[Cite, list[_Tie]] = defaultdict(list)
        for check in checks:
            tie = _tie(check, printed)
            for cite in dict.fromkeys((tie.whole, *tie.parts)) if tie is not None else ():
                self._with[cite].append(tie)  # type: ignore[arg-type]
        self._places = sorted(self._with, key=lambda cite: (cite.document, cite.start))

    def of(self, cite: Cite) -> Relations:
        """What stands at a place, in its relations."""
        sums = [tie for tie in self._with.get(cite, ()) if not tie.same]
        parts = {part: Relation(part, tie.off) for tie in sums if tie.whole == cite for part in tie.parts}
        totals = {tie.whole: Relation(tie.whole, tie.off) for tie in sums if tie.whole != cite}
        return Relations(tuple(parts.values()), tuple(totals.values()), tuple(self._same(cite)))

    def at(self, document: int, offset: int) -> Cite | None:
        """The place of a checked figure that holds an offset: an amount in a sentence, too."""
        at = bisect_right(self._places, (document, offset), key=lambda cite: (cite.document, cite.start)) - 1
        found = self._places[at] if at >= 0 else None
        return found if found is not None and found.document == document and offset < found.end else None

    def _same(self, cite: Cite) -> Iterator[Relation]:
        """Where the same figure stands, and where that stands again; not on from a place that prints another one."""
        seen, waiting = {cite}, [cite]
        while waiting:
            here = waiting.pop(0)
            for tie in self._with.get(here, ()):
                other = tie.parts[0] if tie.whole == here else tie.whole
                if tie.same and other not in seen:
                    seen.add(other)
                    if not tie.off:
                        waiting.append(other)
                    yield Relation(other, tie.off)


def _tie(check: Check, printed: Printed) -> _Tie | None:
    """What a check relates; None where it relates nothing, or where it cannot be told what."""
    if check.rule is Rule.TAG_TIE or (check.status is Status.NOT_CHECKED and not check.worth_a_look):
        return None
    off, parts = check.status is not Status.TIES, check.cites[1:]
    same = check.rule in _SAME and len(parts) == 1
    if off and not same:
        parts = tuple(part.cite for part in arithmetic(check, printed))
    return _Tie(check.cites[0], parts, same, off) if parts else None


class Part(NamedTuple):
    """A figure of a sum: its place, its amount as printed, and whether it is taken away."""

    cite: Cite
    value: Decimal
    minus: bool


def arithmetic(check: Check, printed: Printed) -> tuple[Part, ...]:
    """The parts that come to what a check expects, exactly; none where the printed figures do not come to it as they are.
    Behind the parts of a finding stand the figures that bear it out: those are left out."""
    if check.expected is None:
        return ()
    parts = list(_parts(check.cites[1:], printed))
    minus = taken_away([part.value for part in parts], check.expected)
    for last in range(len(parts), 0, -1):
        if minus is not None:
            return tuple(part._replace(minus=at in minus) for at, part in enumerate(parts[:last]))
        minus = taken_away([part.value for part in parts[: last - 1]], check.expected, 1)
    return ()


def _parts(cites: Sequence[Cite], printed: Printed) -> Iterator[Part]:
    """The figures at these places, up to the first that is none."""
    for cite in cites[:_MOST_PARTS]:
        value = printed(cite)
        if value is None:
            return
        yield Part(cite, value, minus=False)


def taken_away(values: Sequence[Decimal], total: Decimal, most: int = _MOST_TAKEN) -> frozenset[int] | None:
    """The fewest of these amounts that must be taken away, not added, for the rest to come to the total; None where neither so
    few nor all but one do."""
    over = sum(values, Decimal(0)) - total
    for some in _candidates(len(values), most):
        if 2 * sum((values[at] for at in some), Decimal(0)) == over:
            return frozenset(some)
    return None


def _candidates(count: int, most: int) -> Iterator[tuple[int, ...]]:
    for many in range(min(most, count - 1) + 1):
        yield from combinations(range(count), many)
    for kept in range(count):
        yield tuple(at for at in range(count) if at != kept)
