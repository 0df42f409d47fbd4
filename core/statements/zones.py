"""In which part of its statement a row stands: current assets, operating activities, per share."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from core.statements.caption_words import words_of
from core.statements.statement import Row, StatementKind, Unit


class Zone(StrEnum):
    """A part of a primary statement, by its name in resources/concepts."""

    INCOME = "income"
    PER_SHARE = "per_share"
    SHARES = "shares"
    COMPREHENSIVE = "comprehensive"
    ASSETS = "assets"
    CURRENT_ASSETS = "current_assets"
    OTHER_ASSETS = "other_assets"
    LIABILITIES = "liabilities"
    CURRENT_LIABILITIES = "current_liabilities"
    OTHER_LIABILITIES = "other_liabilities"
    EQUITY = "equity"
    OPERATING = "operating"
    CHANGES = "changes"
    INVESTING = "investing"
    FINANCING = "financing"
    CASH = "cash"
    SUPPLEMENTAL = "supplemental"
    CHANGES_IN_EQUITY = "changes_in_equity"


BESIDE = {
    Zone.INCOME: (Zone.COMPREHENSIVE,),
    Zone.PER_SHARE: (),
    Zone.SHARES: (),
    Zone.COMPREHENSIVE: (Zone.INCOME,),
    Zone.ASSETS: (Zone.OTHER_ASSETS, Zone.CURRENT_ASSETS),
    Zone.CURRENT_ASSETS: (Zone.ASSETS,),
    Zone.OTHER_ASSETS: (Zone.ASSETS,),
    Zone.LIABILITIES: (Zone.EQUITY, Zone.OTHER_LIABILITIES, Zone.CURRENT_LIABILITIES),
    Zone.CURRENT_LIABILITIES: (Zone.LIABILITIES,),
    Zone.OTHER_LIABILITIES: (Zone.LIABILITIES, Zone.EQUITY),
    Zone.EQUITY: (Zone.LIABILITIES, Zone.OTHER_LIABILITIES),
    Zone.OPERATING: (Zone.CHANGES, Zone.CASH),
    Zone.CHANGES: (Zone.OPERATING,),
    Zone.INVESTING: (),
    Zone.FINANCING: (Zone.CASH,),
    Zone.CASH: (Zone.FINANCING, Zone.SUPPLEMENTAL),
    Zone.SUPPLEMENTAL: (Zone.CASH,),
    Zone.CHANGES_IN_EQUITY: (),
}
"""Where else a caption of a part is looked up, the nearest first."""
_SHARE_UNITS = {Unit.PER_SHARE: Zone.PER_SHARE, Unit.SHARES: Zone.SHARES}


def zones(kind: StatementKind, rows: Sequence[Row]) -> list[Zone | None]:
    """The part in which each row stands; None in what is no primary statement."""
    if kind is StatementKind.BALANCE_SHEET:
        return list(_balance(rows))
    if kind is StatementKind.CASH_FLOW:
        return list(_flows(rows))
    whole = _WHOLE.get(kind)
    if whole is None:
        return [None] * len(rows)
    return [_SHARE_UNITS.get(row.unit, whole) if row.unit else whole for row in rows]


_WHOLE = {
    StatementKind.INCOME_STATEMENT: Zone.INCOME,
    StatementKind.COMPREHENSIVE_INCOME: Zone.COMPREHENSIVE,
    StatementKind.EQUITY: Zone.CHANGES_IN_EQUITY,
}


# balance sheet


def _balance(rows: Sequence[Row]) -> Iterable[Zone]:
    words = [frozenset(words_of(row.label)) for row in rows]
    end = _end_of_assets(rows, words)
    assets_end = _total(rows, words, ("current", "asset"), 0, end)
    opens = _opens(rows, words, end)
    closes = _total(rows, words, ("current", "liability"), end, len(rows))
    equity = _equity_from(rows, words, max(end, closes or 0))
    for at in range(len(rows)):
        if at <= end:
            yield Zone.ASSETS if assets_end is None else Zone.CURRENT_ASSETS if at <= assets_end else Zone.OTHER_ASSETS
        elif closes is not None and opens <= at <= closes:
            yield Zone.CURRENT_LIABILITIES
        elif at >= equity:
            yield Zone.EQUITY
        else:
            yield Zone.LIABILITIES if closes is None else Zone.OTHER_LIABILITIES


def _end_of_assets(rows: Sequence[Row], words: Sequence[frozenset[str]]) -> int:
    """The row that totals the assets; else the one before the first that speaks of liabilities."""
    for at, said in enumerate(words):
        if said == {"total", "asset"} and rows[at].figures:
            return at
    first = next((at for at, said in enumerate(words) if "liability" in said and not rows[at].figures), len(rows))
    return first - 1


def _total(
    rows: Sequence[Row], words: Sequence[frozenset[str]], of: Iterable[str], first: int, last: int
) -> int | None:
    """The row that is the total of something, between two others."""
    wanted = {"total", *of}
    found = (at for at in range(max(first, 0), min(last + 1, len(rows))) if rows[at].figures and words[at] == wanted)
    return next(found, None)


def _opens(rows: Sequence[Row], words: Sequence[frozenset[str]], end: int) -> int:
    """Where the current liabilities begin: at their heading, else behind the assets."""
    heads = (at for at in range(end + 1, len(rows)) if words[at] == {"current", "liability"} and not rows[at].figures)
    return next(heads, end + 1)


def _equity_from(rows: Sequence[Row], words: Sequence[frozenset[str]], end: int) -> int:
    """Where the equity begins: at a heading that speaks of it alone, else behind the total of the liabilities."""
    for at in range(end + 1, len(rows)):
        said = words[at]
        if said == {"total", "liability"} and rows[at].figures:
            return at + 1
        if not rows[at].figures and said & _EQUITY and not said & _NOT_EQUITY:
            return at
    return len(rows)


_EQUITY = frozenset(("equity", "stockholder", "deficit", "investment", "capital", "deficiency"))
_NOT_EQUITY = frozenset(("liability", "asset", "redeemable", "temporary", "mezzanine", "subject"))


# cash flow


def _flows(rows: Sequence[Row]) -> Iterable[Zone]:
    zone = Zone.OPERATING
    under: int | None = None
    for row in rows:
        said = frozenset(words_of(row.label))
        if not row.figures:
            zone, under = _headed(zone, under, row, said)
            yield zone
            continue
        if zone is Zone.CHANGES and under is not None and row.depth <= under:
            zone = Zone.OPERATING
        own = _own(said)
        if own is not None and zone is not Zone.SUPPLEMENTAL:
            yield own
            zone = _AFTER[own]
        else:
            yield zone
            zone = Zone.SUPPLEMENTAL if zone is Zone.CASH and "end" in said else zone


def _headed(zone: Zone, under: int | None, row: Row, said: frozenset[str]) -> tuple[Zone, int | None]:
    """The part that begins at a heading, and the depth of the heading of changes in working capital."""
    if said & _SUPPLEMENTAL:
        return Zone.SUPPLEMENTAL, None
    activity = next((zone for word, zone in _ACTIVITIES.items() if word in said), None)
    if activity is not None and "activity" in said and "reconcile" not in said and "adjustment" not in said:
        return activity, None
    if zone in (Zone.OPERATING, Zone.CHANGES) and said & _CHANGES:
        return (Zone.CHANGES, row.depth) if zone is Zone.OPERATING else (zone, under)
    return zone, under


def _own(said: frozenset[str]) -> Zone | None:
    """The part of which a row is the total."""
    if "activity" not in said or "other" in said or not said & _FLOW:
        return None
    return next((zone for word, zone in _ACTIVITIES.items() if word in said), None)


_FLOW = frozenset(("cash", "total", "net"))
_SUPPLEMENTAL = frozenset(("supplemental", "supplementary", "noncash", "disclosure", "disclosures"))
_CHANGES = frozenset(("change", "increase", "decrease", "working"))
_ACTIVITIES = {"operating": Zone.OPERATING, "investing": Zone.INVESTING, "financing": Zone.FINANCING}
_AFTER = {Zone.OPERATING: Zone.INVESTING, Zone.INVESTING: Zone.FINANCING, Zone.FINANCING: Zone.CASH}
