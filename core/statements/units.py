"""What the figures of a row count: what is printed at them, then what their caption says, then their column, then the table."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from core.evidence import Recogniser, Rule, Verdict, single
from core.statements.statement import StatementKind, Unit
from core.tables.grid import CellUnit, GridCell, GridRow
from core.tables.grid import Rule as Line
from core.tables.heads import without_mark
from core.vocabulary import words

_SHARES, _SHARES_ALONE, _SHARES_UNDER = (words("units", sort) for sort in ("shares", "shares_alone", "shares_under"))
_DILUTES, _NO_SHARES = words("units", "dilutes"), words("units", "no_shares")
_PER_SHARE, _NUMBER, _PERCENT = words("units", "per_share"), words("units", "number"), words("units", "percent")
_ANY_CAPTION = words("units", "shares", "shares_alone", "per_share", "number", "percent")
"""What a caption says that its figures count, whatever it is: its quick look turns most captions of money away."""
_ANY_HEADING = ("share", "(years)", "(%)")
_OF_SHARES = re.compile(r"dilutive|^denominator")
"""Captions that speak of earnings per share and count shares."""
_DIVIDENDS = ("dividend", "cash dividend", "common dividend")
_TOTAL = frozenset(("total", "totals", "total shares", ""))
_RATE_OF = words("units", "rate_of")
_LENT = re.compile(r"\b(?:notes?|bonds?|debentures?|loans?|debt|due)\b.*%")
"""What is lent at so many per cent is no percentage."""
_OPTIONS = ("grant", "exercis", "cancel", "forfeit", "expired", "available for", "outstanding", "option")
_DONE = r"(?:granted|exercised|exercisable|cancell?ed|forfeited|expired|available for (?:future )?grant|outstanding)"
_THEN = rf"(?: (?:and|or) {_DONE}|,? (?:at )?(?:beginning|end) of|,? (?:at )?\w+\.? \d|$)"
_OPTION = re.compile(rf"(?:options? )?{_DONE}{_THEN}")
"""Captions of the moves of options, which are shares."""
_CENTS = re.compile(r"\.\d\d\)?$")
_PARTS = ("basic", "diluted", "assuming")
BELOW_RATES, ABOVE_RATES, _DEAR = Decimal(-1_000), Decimal(1_000), Decimal(10_000)
"""Rates and amounts per share lie between these; no share costs as much as the last. Decimals: numbers of another kind would
be turned into such at every figure."""
_CAPTION = 40
"""Characters in which a bracket tells that a caption is of something else, the shares being an aside."""
_PLAIN, _MONEY, _PERCENTAGE = CellUnit
_new = tuple.__new__


class Table(NamedTuple):
    """What a table says of its figures: what a row counts that does not say it, None where nothing tells; what each column
    counts, where its head or its figures tell; `whole`: amounts are printed without decimals."""

    kind: StatementKind
    usual: Unit | None
    columns: Sequence[Unit | None] = ()
    whole: bool = False


class Captioned(NamedTuple):
    """A row of which the unit is asked: its caption and the heading it stands under in small letters, what the row before it
    counts, whether all its numbers are small, and whether one bears a currency sign."""

    row: GridRow
    label: str
    heading: str
    above: Unit | None
    table: Table
    small: bool
    money: bool

    @property
    def points(self) -> bool:
        """Whether a figure has decimals."""
        return any("." in cell.text for cell in self.row.cells)


def _per_share(of: Captioned) -> Unit | None:
    """An amount per share is small; with `$` in its caption it is that of a sum, unless it prints cents."""
    if not of.small or ("$" in of.label and not of.points) or _OF_SHARES.search(of.label) is not None:
        return None
    found = _PER_SHARE.search(of.label)
    if found is None:
        return None
    return Unit.PER_SHARE if "share" in found[0] or " per " in of.label or of.points else None


def _shares(of: Captioned) -> Unit | None:
    label = of.label
    if _says_money(of):
        return None
    if _SHARES_ALONE.search(label) or ("share" in of.heading and _SHARES_UNDER.match(of.heading.rstrip(" .:"))):
        return Unit.SHARES
    return Unit.SHARES if label.startswith(_PARTS) and "share" in of.heading and _SHARES.search(of.heading) else None


def _shares_in_words(of: Captioned) -> Unit | None:
    label = without_mark(of.label)
    if _says_money(of) or _SHARES.search(label) is None:
        return None
    if "par " in label or "purchase" in label or "(" in label[:_CAPTION]:
        return None
    return Unit.SHARES if _NO_SHARES.search(label.partition("share")[0]) is None else None


def _says_money(of: Captioned) -> bool:
    return "$" in of.label or "price" in of.label or of.money


def _under_per_share(of: Captioned) -> Unit | None:
    """A row under `Earnings per share:` that prints cents as such rows do."""
    if not of.small or "share" not in of.heading or not of.label or ("$" in of.label and not of.points):
        return None
    if _PER_SHARE.search(of.heading) is None:
        return None
    nil = not any(cell.value for cell in of.row.cells)
    return Unit.PER_SHARE if of.points or nil else None


def _number(of: Captioned) -> Unit | None:
    years = of.small and "(years)" in of.heading and not of.money
    return Unit.NUMBER if years or _NUMBER.search(of.label) is not None else None


def _cents(of: Captioned) -> Unit | None:
    """A row that prints dollars and cents where other rows print whole amounts; of dividends, without the sign too."""
    dividends = of.label.startswith(_DIVIDENDS) and of.points
    if not (of.small and of.table.whole and (of.money or dividends) and of.points):
        return None
    cents = all(_CENTS.search(cell.text) for cell in of.row.cells if cell.value)
    return Unit.PER_SHARE if cents else None


def _is_named_rate(of: Captioned, label: str) -> bool:
    """Whether a caption, among amounts, names what is hedged or taxed and prints no rate: `Interest rate` over gains."""
    amounts = of.table.usual is Unit.MONEY and (not of.points or label.startswith("interest"))
    return amounts and _RATE_OF.search(label) is not None


def _rate(of: Captioned) -> Unit | None:
    """Small figures whose caption, or the heading over it, names a rate; flows of cash are none: `Effect of exchange rates`."""
    if not of.small or of.money or of.table.kind is StatementKind.CASH_FLOW:
        return None
    label = of.label.rstrip(" .:")
    if _PERCENT.search(label) is not None:
        return Unit.PERCENT if _LENT.search(label) is None and not _is_named_rate(of, label) else None
    return Unit.PERCENT if "(%)" in of.heading else None


CAPTION_UNIT: Recogniser[Captioned, Unit] = Recogniser(
    "caption-unit",
    "What does the caption of a row say that its figures count?",
    (
        Rule("per-share", 8.0, "small amounts per share, unit or option", _per_share),
        Rule("shares", 8.0, "a number of shares, or a part of it", _shares),
        Rule("shares-in-words", 7.0, "shares outstanding, issued, weighted, dilutive", _shares_in_words),
        Rule("under-per-share", 6.0, "cents under a heading of earnings per share", _under_per_share),
        Rule("number", 6.0, "a number of people or things, or of years", _number),
        Rule("cents", 5.0, "dollars and cents among whole amounts", _cents),
        Rule("rate", 5.0, "a rate, a ratio or a per cent sign", _rate),
    ),
)


def _added_shares(of: Captioned) -> Unit | None:
    """What is added to shares is shares."""
    added = of.above is Unit.SHARES and "$" not in of.label and not of.money
    return Unit.SHARES if added and _DILUTES.match(of.label) else None


def _sum_of_shares(of: Captioned) -> Unit | None:
    """A total right below shares, with a line between."""
    total = of.label in _TOTAL and of.row.above is not Line.NONE and not of.money
    return Unit.SHARES if total and of.above is Unit.SHARES else None


def _cents_below(of: Captioned) -> Unit | None:
    """Decimals below a row of amounts per share, where whole amounts are printed."""
    below = of.above is Unit.PER_SHARE and of.table.whole and of.small and of.table.usual is Unit.MONEY
    valued = [cell for cell in of.row.cells if cell.value] if below else []
    return Unit.PER_SHARE if valued and all(_CENTS.search(cell.text) for cell in valued) else None


def _option_moves(of: Captioned) -> Unit | None:
    """Options granted and exercised are shares, unless decimals are printed."""
    if not of.label.startswith(_OPTIONS) or "$" in of.label or of.money or of.points:
        return None
    return Unit.SHARES if _OPTION.match(of.label) else None


OTHERWISE_UNIT: Recogniser[Captioned, Unit] = Recogniser(
    "row-unit",
    "What do the figures of a row count whose caption does not say it?",
    (
        Rule("added-shares", 5.0, "what is added to a row of shares", _added_shares),
        Rule("sum-of-shares", 5.0, "a total below a row of shares", _sum_of_shares),
        Rule("cents-below", 4.0, "decimals below amounts per share, among whole amounts", _cents_below),
        Rule("option-moves", 4.0, "options granted, exercised, outstanding", _option_moves),
        Rule("as-its-table", 3.0, "a row counts what its table counts", lambda of: of.table.usual),
    ),
)


class RowUnit(NamedTuple):
    """What a row counts, by which rule, and of each of its cells what it counts instead; None where all count the same."""

    unit: Unit | None
    apart: list[Unit | None] | None
    verdict: Verdict[Unit] | None


def units(row: GridRow, heading: str, above: Unit | None, table: Table) -> RowUnit:
    """What a row counts. `above` is what the row before it counts."""
    cells = row.cells
    of = _new(Captioned, (row, row.label.lower(), heading, above, table, is_small(row), is_money(row)))
    said = _said(of)
    verdict = said or OTHERWISE_UNIT.first(of)
    columns = [table.columns[cell.column] for cell in cells] if table.columns else []
    if not any(columns) and [cell.unit for cell in cells].count(_PLAIN) == len(cells):
        return _new(RowUnit, (verdict.decided if verdict is not None else None, None, verdict))
    if said is None and _is_percentage(row, table):
        said = verdict = _SIGNED
    return _by_cells(of, said, verdict, columns or [None] * len(cells))


def _said(of: Captioned) -> Verdict[Unit] | None:
    """What the caption says; in a statement of equity whose columns say which of them are shares, nothing of shares."""
    if not (_may_say(of.label) or _may_be_cents(of) or (of.heading and _heads_units(of.heading))):
        return None
    said = CAPTION_UNIT.first(of)
    shares = said is not None and said.decided is Unit.SHARES and of.table.kind is StatementKind.EQUITY
    return None if shares and Unit.SHARES in of.table.columns else said


@lru_cache(maxsize=16384)
def _may_say(label: str) -> bool:
    """Whether one of the rules for captions may speak of a caption in small letters: a quick look."""
    return _ANY_CAPTION.might(label)


def _may_be_cents(of: Captioned) -> bool:
    return of.small and (of.money or of.label.startswith(_DIVIDENDS))


def _heads_units(heading: str) -> bool:
    """The same of the heading over it."""
    return any(map(heading.__contains__, _ANY_HEADING))


_SIGNED = single("row-unit/percent-sign", Unit.PERCENT)


def _by_cells(
    of: Captioned, said: Verdict[Unit] | None, verdict: Verdict[Unit] | None, columns: Sequence[Unit | None]
) -> RowUnit:
    """What a row counts whose cells or columns speak for themselves: what most of its figures do; nothing known where it is
    not known of one, which else would count what the others do."""
    own, otherwise = _decided(said), _decided(verdict)
    found = [_of_cell(cell, own, column, otherwise) for cell, column in zip(of.row.cells, columns, strict=True)]
    valued = [one for one, cell in zip(found, of.row.cells, strict=True) if cell.value is not None]
    unit = None if None in valued else most(valued, of.table.kind) or otherwise
    if unit is not otherwise:
        verdict = figures_say(unit) if unit is not None else None
    if found.count(unit) == len(found):
        return RowUnit(unit, None, verdict)
    apart = [None if one is unit or cell.value is None else one for one, cell in zip(found, of.row.cells, strict=True)]
    return RowUnit(unit, apart, verdict)


def _decided(verdict: Verdict[Unit] | None) -> Unit | None:
    return verdict.decided if verdict is not None else None


@cache
def figures_say(unit: Unit) -> Verdict[Unit]:
    """The verdict that a row counts what most of its figures do, by their signs or their columns."""
    return single("row-unit/its-figures", unit)


def most(found: Sequence[Unit | None], kind: StatementKind) -> Unit | None:
    """What most figures of a row count, the first of several; in a statement of equity money, if any does."""
    if kind is StatementKind.EQUITY and Unit.MONEY in found:
        return Unit.MONEY
    return max(found, key=found.count, default=None)


def _of_cell(cell: GridCell, said: Unit | None, column: Unit | None, otherwise: Unit | None) -> Unit | None:
    if cell.unit is _PERCENTAGE:
        return Unit.PERCENT
    if cell.unit is _MONEY:
        return Unit.PER_SHARE if Unit.PER_SHARE in (said, column) else Unit.MONEY
    if column is Unit.PERCENT and said is not Unit.NUMBER:
        return column
    if column is Unit.PER_SHARE and cell.value is not None and abs(cell.value) >= _DEAR:
        column = None
    return said or column or otherwise


def _is_percentage(row: GridRow, table: Table) -> bool:
    """Whether a percent sign in a row speaks for all of it, as none does that stands in a column of percentages."""
    signed = [cell for cell in row.cells if cell.unit is _PERCENTAGE]
    return any(not table.columns or table.columns[cell.column] is not Unit.PERCENT for cell in signed)


def is_small(row: GridRow) -> bool:
    """Whether all numbers of a row are small, as rates and amounts per share are."""
    small = False
    for cell in row.cells:
        if cell.value is not None:
            if not BELOW_RATES < cell.value < ABOVE_RATES:
                return False
            small = True
    return small


def is_money(row: GridRow) -> bool:
    """Whether a figure of the row bears a currency sign."""
    for cell in row.cells:  # noqa: SIM110 - said of every row
        if cell.unit is _MONEY:
            return True
    return False
