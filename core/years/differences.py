"""What it means that two filings print different amounts for one line and period.

Years, Compare and their exports take the same answer from here.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from core.statements.statement import Role, Unit
from core.years.amounts import EXACT, FACTORS, Printed, by_factor, digits, is_point_for_comma, is_slip
from core.years.clusters import Cluster
from core.years.line import caption_key
from core.years.period import Period


class Difference(StrEnum):
    """The kinds of difference, as resources/schema/history.schema.json names them."""

    ROUNDING = "rounding"
    RESTATED = "restated"
    RECLASSIFIED = "reclassified"
    SPLIT = "split"
    SIGN = "sign"
    MISPRINT = "misprint"


_ANCHORS = frozenset(
    {
        "us-gaap:Assets",
        "us-gaap:LiabilitiesAndStockholdersEquity",
        "us-gaap:StockholdersEquity",
        "us-gaap:NetIncomeLoss",
        "us-gaap:ProfitLoss",
        "us-gaap:CashAndCashEquivalentsAtEndOfPeriod",
    }
)
"""The lines that a reclassification leaves as they were, and that a restatement changes."""
_ANCHORED = frozenset(
    {"net income", "net earnings", "total assets", "total stockholders equity", "stockholders equity"}
)
"""The same by their captions, where a table's rows are told no concepts."""
_SPLIT_LINES = 2
"""Lines per share, or of shares, that must have changed by one factor for a split."""


def differs(one: Printed, other: Printed) -> Difference | None:
    """Whether two prints of an amount differ: not at all (None), by their precision alone, by their sign, or in substance
    (RESTATED, until it is told from the rest of the column)."""
    if one.whole == other.whole:
        return None
    if abs(one.whole) == abs(other.whole):
        return Difference.SIGN
    apart = abs(one.whole - other.whole)
    coarse = max(one.grain, other.grain)
    if apart < coarse or (apart == coarse and digits(one.printed) >= EXACT):
        return Difference.ROUNDING
    return Difference.RESTATED


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """One period in a newer and an older filing: what both print of each line, and how they differ."""

    changed: frozenset[int]
    """The lines, by identity, that differ in substance and not by a stock split."""
    anchored: bool
    """Whether a total that a reclassification leaves alone is printed in both and is the same in both."""
    factor: Decimal | None
    """The factor of a stock split between them."""
    same_lines: bool
    """Whether both print the same lines: else what one line lost, another may have won."""

    def kind(self, cluster: Cluster, new: Printed, old: Printed) -> Difference | None:
        """What the difference of a line is."""
        plain = differs(new, old)
        if plain is not Difference.RESTATED:
            return plain
        if is_point_for_comma(new.printed, old.printed):
            return Difference.MISPRINT
        if self.factor is not None and _is_shared(cluster) and by_factor(new, old, self.factor):
            return Difference.SPLIT
        if not self.anchored or _is_anchor(cluster) or cluster.newest.row.unit is not Unit.MONEY:
            return Difference.RESTATED
        if self.same_lines and len(self.changed) == 1 and is_slip(new.printed, old.printed):
            return Difference.MISPRINT
        return Difference.RECLASSIFIED


class _Both(NamedTuple):
    """A line and what the two filings print of it."""

    cluster: Cluster
    new: Printed
    old: Printed


def pair(clusters: Iterable[Cluster], new: int, old: int, period: Period) -> Pair:
    """What two sources print of one period."""
    prints = [(cluster, cluster.printed(new, period), cluster.printed(old, period)) for cluster in clusters]
    both = [_Both(cluster, one, other) for cluster, one, other in prints if one is not None and other is not None]
    same_lines = all((one is None) == (other is None) for _, one, other in prints)
    differing = [each for each in both if differs(each.new, each.old) is Difference.RESTATED]
    anchored = _anchored(both, differing)
    factor = None
    if not any(_are_shares_as_before(each) for each in both):
        factor = _factor([each for each in differing if _is_shared(each.cluster)], alone=anchored)
    changed = frozenset(id(each.cluster) for each in differing if not _is_split(each, factor))
    return Pair(changed, anchored, factor, same_lines)


def _anchored(both: Sequence[_Both], differing: Iterable[_Both]) -> bool:
    """Whether a total that a reclassification leaves alone is among these lines, and none of its kind among those that differ:
    net income, total assets and their like, or where none of them is printed, whatever is a total."""
    is_anchor = _is_anchor if any(_is_anchor(each.cluster) for each in both) else _is_total
    return any(is_anchor(each.cluster) for each in both) and not any(is_anchor(each.cluster) for each in differing)


def _are_shares_as_before(each: _Both) -> bool:
    """Whether a line of shares is the same in both filings, as it is not after a split."""
    plain = differs(each.new, each.old) in (None, Difference.ROUNDING)
    return plain and bool(each.new.whole) and each.cluster.newest.row.unit is Unit.SHARES


def _is_split(each: _Both, factor: Decimal | None) -> bool:
    return factor is not None and _is_shared(each.cluster) and by_factor(each.new, each.old, factor)


def _is_shared(cluster: Cluster) -> bool:
    """Whether a line is of shares, or per share."""
    return cluster.newest.row.unit in (Unit.PER_SHARE, Unit.SHARES)


def _is_anchor(cluster: Cluster) -> bool:
    row = cluster.newest.row
    said = cluster.newest.name, caption_key(row.label)
    named = row.known in _ANCHORS or (row.known is None and not _ANCHORED.isdisjoint(said))
    return named and row.unit is Unit.MONEY


def _is_total(cluster: Cluster) -> bool:
    row = cluster.newest.row
    return row.role is Role.TOTAL and row.unit is Unit.MONEY


def _factor(shared: Sequence[_Both], *, alone: bool) -> Decimal | None:
    """The factor by which the lines per share and of shares differ; None where they do not, or by several. One line is enough
    where the totals are as they were (`alone`)."""
    found = Counter(
        factor
        for each in shared
        for plain in FACTORS
        for factor in (plain, 1 / plain)
        if by_factor(each.new, each.old, factor)
    )
    best = found.most_common(1)
    return best[0][0] if best and best[0][1] >= (1 if alone else _SPLIT_LINES) else None


def of_cell(kinds: Iterable[Difference | None]) -> Difference | None:
    """What a cell is marked with of which several filings print something else than the one before: the gravest."""
    found = set(kinds)
    return next((kind for kind in _GRAVEST if kind in found), None)


_GRAVEST = (
    Difference.RESTATED,
    Difference.MISPRINT,
    Difference.RECLASSIFIED,
    Difference.SPLIT,
    Difference.SIGN,
    Difference.ROUNDING,
)
