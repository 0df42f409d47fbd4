"""How a line of a statement is known again in another year's filing: by its caption, its concept, and its amounts."""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from core.statements.concepts import fold
from core.statements.statement import Role, Row, Statement, Unit

SAME_CAPTION, SAME_CONCEPT, LIKE_CAPTION, PART_OF_CAPTION = 60, 60, 38, 25
SAME_HEADING, SAME_ROLE, SAME_PLACE = 10, 2, 3
A_DIGIT, LEAST_AGREED, MOST_AGREED = 12, 5, 60
"""What each digit that agrees counts, and the least and most that agreeing amounts count together."""
DIFFERS, ALL_DIFFER = 15, -25
"""What each period counts against them that differs beside some that agree, and what it counts where none agrees."""
ENOUGH = 45
"""What a pair must score to be one line: an equal caption though every amount was restated, or equal amounts and more."""
LIKE, PART = 86, 95
"""How alike (of 100) the words of two captions are that may be one line's; or those of the shorter and as many of the other."""
_SHORT = 3
"""Letters. What is cut off a caption leaves more."""
_NEAR = 3
"""Rows. Lines that are no farther apart stand in the same place."""
_MEMORY = 1 << 15
"""Pairs of captions whose likeness is kept: those of a dozen filings."""
_CUTS = (", less ", ", net of", "; ", ", par ", " - ", ", no par", ", $", ", including")
_DIRECTIONS = frozenset(("provided", "used", "from", "for", "by", "in", "to"))
"""What a year's sign changes in the caption of a cash flow."""
_ASIDE = re.compile(r" ?\([^()]*(\)|$)")


class Amount(NamedTuple):
    """A figure in units of the currency, as it is printed, and how many digits it has: two of one are alike by accident."""

    value: Decimal
    printed: Decimal
    digits: int


@dataclass(slots=True, eq=False)
class Line:
    """What a line is known by. `heading` is the line above that it stands under, `above` the last caption without figures
    before it, whatever its depth; `amounts` are by their periods."""

    name: str
    role: Role
    unit: Unit | None
    depth: int
    heading: "Line | None" = None
    above: str = ""
    concept: str | None = None
    amounts: dict[Hashable, Amount] = field(default_factory=dict)

    @property
    def full(self) -> str:
        """Its name after the caption above it, of which it may be the end."""
        return f"{self.above} {self.name}" if self.above else self.name


def caption_key(label: str) -> str:
    """A caption for comparing over the years: folded, and without what changes every year (allowances, numbers of shares)."""
    lower = _ASIDE.sub("", label.lower()) or label.lower()
    words = [word for word in fold(lower[: _cut(lower)]).split() if not word.isdigit()]
    if words[:2] == ["net", "cash"]:
        words = [word for word in words if word not in _DIRECTIONS]
    return " ".join(words) or fold(label)


def _cut(caption: str) -> int:
    """Where a caption goes over to what changes every year; its end where it does not."""
    cuts = [at for mark in _CUTS if (at := caption.find(mark)) > _SHORT]
    return min(cuts, default=len(caption))


def digits(value: Decimal) -> int:
    """How many digits a figure shows, without the noughts at its front: 3 for 1.54 and for 154."""
    return len(str(abs(int(value.scaleb(-min(0, int(value.as_tuple().exponent)))))))


def lines(statement: Statement) -> list[Line]:
    """What every row of a statement is known by, but for its amounts; a row without caption by the heading above it."""
    concepts = [row.known for row in statement.rows if row.figures]
    above: list[Line] = []
    found: list[Line] = []
    last = ""
    for row in statement.rows:
        while above and above[-1].depth >= row.depth:
            above.pop()
        heading = above[-1] if above else None
        line = Line(_name(row), row.role, row.unit, row.depth, heading, last)
        line.concept = row.known if row.figures and concepts.count(row.known) == 1 else None
        found.append(line)
        if not row.figures:
            above.append(line)
            last = line.name
    return found


def _name(row: Row) -> str:
    return caption_key(row.label) if row.label else ""


def paired(known: Sequence[Line], fresh: Sequence[Line]) -> dict[int, int]:
    """Which of the fresh lines is which of the known ones, each once, the surest first; then the headings above them."""
    scores = [
        (score, -abs(i - j), i, j)
        for i, one in enumerate(fresh)
        if one.amounts
        for j, other in enumerate(known)
        if other.amounts and (score := _score(one, other, abs(i - j))) >= ENOUGH
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(scores, reverse=True):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    _pair_headings(known, fresh, found)
    return found


def _score(one: Line, other: Line, apart: int) -> int:
    """How sure it is that two lines are one."""
    agreed = _agreed(one, other)
    same_concept = one.concept is not None and one.concept == other.concept
    if agreed <= 0 and not same_concept and _units_differ(one, other):
        return 0
    named = SAME_CONCEPT if same_concept else _named(one, other, agreed)
    if not named and agreed <= 0:
        return 0
    beside = (
        (SAME_HEADING, _same_heading(one, other)),
        (SAME_ROLE, one.role is other.role),
        (SAME_PLACE, apart <= _NEAR),
    )
    return named + agreed + sum(score for score, holds in beside if holds)


def _units_differ(one: Line, other: Line) -> bool:
    """Whether two lines are known to count something else."""
    return one.unit is not other.unit and None not in (one.unit, other.unit)


def _named(one: Line, other: Line, agreed: int) -> int:
    """How alike two captions are; what the concepts tell apart must have the same words, and so must other amounts."""
    at_odds = one.concept is not None and other.concept is not None
    if one.name and one.name == other.name:
        return LIKE_CAPTION if at_odds else SAME_CAPTION
    if at_odds or agreed < 0:
        return 0
    if _reads_like(one, other):
        return LIKE_CAPTION
    return PART_OF_CAPTION if agreed and _is_part(one, other) else 0


def _reads_like(one: Line, other: Line) -> bool:
    """Whether two captions have about the same words; of totals, whether one has about all words of the other."""
    if one.name and other.name and _like(one.name, other.name) >= LIKE:
        return True
    totals = one.role is not Role.LINE and other.role is not Role.LINE
    return totals and _part(one.name, other.name) >= LIKE


def _is_part(one: Line, other: Line) -> bool:
    """Whether one caption, perhaps after the caption above it, has all the words of the other."""
    pairs = (one.name, other.name), (one.name, other.full), (one.full, other.name)
    return any(_part(a, b) >= PART for a, b in pairs)


@lru_cache(maxsize=_MEMORY)
def _like(one: str, other: str) -> float:
    """How alike two captions are, in whatever order their words are, of 100."""
    return fuzz.token_sort_ratio(one, other, score_cutoff=LIKE)


def _part(one: str, other: str) -> float:
    """How near one caption, of two words at least, is to having all the words of the other."""
    return _shared(one, other) if " " in one and " " in other else 0


@lru_cache(maxsize=_MEMORY)
def _shared(one: str, other: str) -> float:
    return fuzz.token_set_ratio(one, other, score_cutoff=LIKE)


class _Both(NamedTuple):
    """What two lines say of one period."""

    one: Amount
    other: Amount

    @property
    def agree(self) -> bool:
        """Whether they say the same, and something."""
        return bool(self.one.value) and (self.one.value == self.other.value or self.one.printed == self.other.printed)

    @property
    def digits(self) -> int:
        """How many digits agree, where they do."""
        return min(self.one.digits, self.other.digits)


def _agreed(one: Line, other: Line) -> int:
    """What the periods that both tell of say: the more digits agree the more, less than nothing where none do."""
    both = [_Both(amount, other.amounts[key]) for key, amount in one.amounts.items() if key in other.amounts]
    same = [pair.digits for pair in both if pair.agree]
    differing = sum(1 for pair in both if pair.one.value or pair.other.value) - len(same)
    if same:
        return max(LEAST_AGREED, min(MOST_AGREED, A_DIGIT * sum(same)) - DIFFERS * differing)
    return ALL_DIFFER if differing else 0


def _same_heading(one: Line, other: Line) -> bool:
    if one.heading is None or other.heading is None:
        return one.heading is other.heading
    return one.heading.name == other.heading.name or _shared(one.heading.name, other.heading.name) >= LIKE


def _pair_headings(known: Sequence[Line], fresh: Sequence[Line], found: dict[int, int]) -> None:
    """A heading is the one that most of what stands under it stands under now, or else the next of the same name."""
    taken = set(found.values())
    under = _under(known, fresh, found)
    for i, one in enumerate(fresh):
        if one.amounts or i in found:
            continue
        heading = _heading(known, one, under.get(id(one), []), taken)
        if heading is not None:
            found[i] = heading
            taken.add(heading)


def _under(known: Sequence[Line], fresh: Sequence[Line], found: dict[int, int]) -> dict[int, list[int]]:
    """The headings of the known lines that stand where those do which stand under each fresh heading, by its identity."""
    at = {id(line): j for j, line in enumerate(known)}
    under: dict[int, list[int]] = {}
    for i, j in found.items():
        above, now = fresh[i].heading, known[j].heading
        if above is not None and now is not None:
            under.setdefault(id(above), []).append(at[id(now)])
    return under


def _heading(known: Sequence[Line], one: Line, votes: list[int], taken: set[int]) -> int | None:
    """Which of the known headings a fresh one is: one of its name, that with votes first, else the one with most votes."""
    named = [j for j, other in enumerate(known) if not other.amounts and other.name == one.name and j not in taken]
    voted = [j for j in named if j in votes] or named[:1] or sorted(set(votes), key=votes.count)[-1:]
    return voted[0] if voted else None
