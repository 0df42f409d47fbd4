"""A fact as XBRL tags it: a concept with its value, period, unit and dimensions, whether inline or in an instance."""

import datetime
import re
from decimal import Decimal
from typing import NamedTuple

from core.source import Cite

STANDARD = frozenset(
    ("us-gaap", "dei", "srt", "ecd", "cyd", "country", "currency", "exch", "invest", "naics", "sic", "stpr", "ifrs-full")
)  # fmt: skip
"""Prefixes of the taxonomies that everyone uses; any other is the filer's own."""


EXACT = "INF"
"""The `decimals` of an amount that is not rounded."""
POWER = re.compile(r"[+-]?[0-9]{1,5}", re.ASCII)
"""How a power of ten is written; no amount has one of more digits."""


class Period(NamedTuple):
    """A period from its first day to its last; an instant has no `start`."""

    start: datetime.date | None
    end: datetime.date


class Dimension(NamedTuple):
    """One way in which a fact is broken down: `us-gaap:StatementBusinessSegmentsAxis` by `ko:EuropeMember`. The member of
    a typed dimension is the text of its value."""

    axis: str
    member: str


class Fact(NamedTuple):
    """One fact. `concept` keeps its prefix; `value` is the whole amount with its sign, scale applied (None for words and
    nil); `text` as printed, white space folded; `unit` `USD`, `USD/shares`, `shares`, `pure` (None for words); `scale` the
    power of ten that the printed number was multiplied by; `decimals` as tagged (`-6`, `INF`; None for what is neither);
    `format` the transform without its prefix (`num-dot-decimal`); `continued` the id of the `ix:continuation` in which its
    text goes on."""

    concept: str
    value: Decimal | None
    text: str
    period: Period | None
    unit: str | None = None
    scale: int = 0
    decimals: str | None = None
    dimensions: tuple[Dimension, ...] = ()
    format: str | None = None
    nil: bool = False
    id: str | None = None
    continued: str | None = None
    numeric: bool = True

    @property
    def prefix(self) -> str:
        """The taxonomy's prefix: `us-gaap`, or the filer's own."""
        return self.concept.partition(":")[0]

    @property
    def standard(self) -> bool:
        """Whether the concept is one of the taxonomies that everyone uses."""
        return self.prefix in STANDARD

    @property
    def block(self) -> bool:
        """Whether it holds a stretch of the filing: a note, a policy, a table."""
        return not self.numeric and self.concept.endswith(("TextBlock", "PolicyTextBlock"))


class PlacedFact(NamedTuple):
    """A fact with the characters it tags."""

    fact: Fact
    cite: Cite


def decimals_of(text: str | None) -> str | None:
    """What a tag says of how exact its amount is: a power of ten or `INF`; None for anything else."""
    said = (text or "").strip()
    return said if said == EXACT or POWER.fullmatch(said) else None
