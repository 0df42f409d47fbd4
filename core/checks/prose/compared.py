"""Sentences that tell two amounts and the change between them: `sales were $5.2 in 2003 compared with $4.1 in 2002, an
increase of $1.1, or 27%`. They say one thing twice, so a slip in one of them shows."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from core.checks.prose.relations import rounds_to
from core.checks.prose.said import Counts, Mention
from core.checks.slips import is_slip

_COMPARED = re.compile(r"(?i)\b(?:compared|versus|from|over|to)\b")
_A_CHANGE_OF = re.compile(
    r"(?i),?\s*(?:an?|or)\s+(?:\w+\s+)?(?:increase|decrease|decline|growth|reduction|improvement)\s+of\s+(?:\w+\s+)?$"
)
_LONGEST = 260
"""Characters from the first of the three amounts to the last."""
_PERCENT_NEAR = 40
"""Characters from the change to the percentage that tells it again."""
_HUNDRED = 100


class Compared(NamedTuple):
    """Two amounts of a sentence, the change that it tells between them, and that change in percent, where it is told."""

    one: Mention
    other: Mention
    change: Mention
    percent: Mention | None

    @property
    def amounts(self) -> tuple[Mention, Mention, Mention]:
        """The three of them, as they stand."""
        return self.one, self.other, self.change

    @property
    def agree(self) -> bool:
        """Whether the change is the difference, as far as the amounts are rounded."""
        unit = max(one.unit for one in self.amounts)
        return abs(abs(self.one.value - self.other.value) - self.change.value) <= unit

    def is_so(self, one: Decimal, other: Decimal, change: Decimal) -> bool:
        """Whether amounts are such as the sentence tells them: with its percentage, and more or less as it says."""
        grew = one - other
        if grew * self.change.cue <= 0 or not other:
            return False
        return self.percent is None or rounds_to(change / other * _HUNDRED, self.percent.value, self.percent.unit)


class Corrected(NamedTuple):
    """An amount, and what it should be."""

    false: Mention
    expected: Decimal


def compared(sentence: list[Mention]) -> Iterator[Compared]:
    """The comparisons of a sentence whose change it tells; `sentence` its amounts in their order."""
    money = [one for one in sentence if one.counts is Counts.MONEY]
    for one, other, change in zip(money, money[1:], money[2:], strict=False):
        if change.cue and not one.cue and not other.cue and _is_told(one, other, change):
            yield Compared(one, other, change, _percent(change, sentence))


def _is_told(one: Mention, other: Mention, change: Mention) -> bool:
    if change.at - one.at > _LONGEST or len({one.unit, other.unit, change.unit}) > 1:
        return False
    text = one.said.text
    between, behind = (text[a.at + len(a.text) : b.at] for a, b in pairwise((one, other, change)))
    return _COMPARED.search(between) is not None and _A_CHANGE_OF.search(behind) is not None


def _percent(change: Mention, sentence: list[Mention]) -> Mention | None:
    behind = [one for one in sentence if one.counts is Counts.PERCENT and 0 < one.at - change.at < _PERCENT_NEAR]
    return behind[0] if behind else None


def corrected(told: Compared) -> list[Corrected]:
    """Which of the three a slip of the hand may have made, such that all is as the sentence says when it is mended."""
    one, other, change = (each.value for each in told.amounts)
    grew = change * told.change.cue
    choices = (
        (told.one, other + grew, (other + grew, other, change)),
        (told.other, one - grew, (one, one - grew, change)),
        (told.change, abs(one - other), (one, other, abs(one - other))),
    )
    return [Corrected(false, to) for false, to, mended in choices if _is_slip(false, to) and told.is_so(*mended)]


def _is_slip(false: Mention, wanted: Decimal) -> bool:
    return wanted > 0 and is_slip(*(str(int(value / false.unit)) for value in (false.value, wanted)))
