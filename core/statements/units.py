"""What the figures of a row count: what is printed at them, then what their caption says, then their column, then the table."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.statements.statement import StatementKind, Unit
from core.tables.grid import CellUnit, GridCell, GridRow

_SHARES = re.compile(
    r"\b(?:weighted|average)\b.*\b(?:shares|stock|equivalents|outstanding)\b|\bshares (?:outstanding|issued|authorized|used)\b"
    r"|^number of (?:common )?shares|common shares$"
    r"|^outstanding shares|shares outstanding|shares\)?$|\bdilutive (?:effect|impact|securities|potential|stock|shares|common)"
    r"|effect of dilut"
)
_SHARES_ALONE = re.compile(
    r"(?:total |remaining )*number of (?:\S+ ){0,2}shares|(?:common )?shares (?:re)?purchased$|anti-?dilutive\b"
    r"|.*would be anti-?dilutive|common stock outstanding"
)
"""Captions that count shares, whatever else they say."""
_SHARES_UNDER = re.compile(r"number of (?:\S+ ){0,2}shares|shares (?:outstanding|issued)$")
"""Headings over rows that count shares."""
_DILUTES = re.compile(
    r"(?:assumed |conversion of |effect of )?(?:employee |restricted |performance|stock|share|options?|warrant|convert)"
)
"""Captions that count shares below a row which does."""
_NO_SHARES = re.compile(
    r"earnings|income|proceeds|dividends|\bvalue|\bcosts?\b|price|fees|\bdebt|borrowing|\bloans?\b|\bnotes\b|balance"
    r"|commercial paper|expense"
)
"""What tells, before the word in a caption, that no shares are counted."""
_PER_SHARE = re.compile(
    r"\bper (?:\S+ ){0,4}?(?:share|unit|ads|adr)\b|/share|a share\b|per-share"
    r"|grant[- ]date fair value|fair value of (?:stock )?options|exercise price"
)
_NUMBER = re.compile(
    r"number of (?:employees|stockholders|shareholders|holders|stores|offices)"
    r"|(?<!to )(?<!by )(?<!for )(?<!of )(?<!from )(?<!with )\bemployees\b(?!['\u2019]| stock)"
    r"|\bexpected (?:life|lives)\b|\((?:in )?years\)|^(?:stock|share)holders of record"
    r"|^year (?:that|in which) |\bunit sales\b|\bunits (?:sold|shipped)"
)
_PERCENT = re.compile(
    r"\bpercent|\brates?$|^rates?\b|\brates? of\b|\bratio\b|%\)?$|^return on (?!plan assets)|\bmargin \("
)
_LENT = re.compile(r"\b(?:notes?|bonds?|debentures?|loans?|debt|due)\b.*%")
"""What is lent at so many per cent is no percentage."""
_COUNTED = ("number", "holders", "employees", "expected li", "years)", "year ", "unit sales", "units s")
_OPTIONS = ("grant", "exercis", "cancel", "forfeit", "expired", "available for", "outstanding", "option")
_OPTION = re.compile(
    r"(?:options? )?(?:granted|exercised|exercisable|cancell?ed|forfeited|expired|available for (?:future )?grant|outstanding)"
    r"(?: (?:and|or) (?:cancell?ed|expired|forfeited|exercisable)|,? (?:at )?(?:beginning|end) of|,? (?:at )?\w+\.? \d|$)"
)
_RATES = ("rate", "ratio", "percent", "%", "margin", "return on")
_CENTS = re.compile(r"\.\d\d\)?$")
_PARTS = ("basic", "diluted", "assuming")
_SMALL, _DEAR = 1_000, 10_000
"""Rates and amounts per share are smaller than this; no share costs as much."""
_PLAIN, _MONEY, _PERCENTAGE = CellUnit


class Table(NamedTuple):
    """What a table says of its figures: what a row counts that does not say it; what each column counts, where its head
    or its figures tell; `whole`: amounts are printed without decimals."""

    kind: StatementKind
    usual: Unit
    columns: Sequence[Unit | None] = ()
    whole: bool = False


def units(row: GridRow, heading: str, above: Unit | None, table: Table) -> tuple[Unit, list[Unit | None] | None]:
    """What a row counts, and of each of its cells what it counts instead; None where all count the same.
    `above` is what the row before it counts."""
    label = row.label.lower()
    said = _said(row, label, heading, table)
    if said is Unit.SHARES and table.kind is StatementKind.EQUITY and Unit.SHARES in table.columns:
        said = None
    columns = [table.columns[cell.column] for cell in row.cells] if any(table.columns) else []
    if not columns and not any(cell.unit is _PERCENTAGE for cell in row.cells):
        return said or _otherwise(row, label, above, table.usual), None
    otherwise = said or _otherwise(row, label, above, table.usual)
    if said is None and _is_percentage(row, table):
        said = otherwise = Unit.PERCENT
    found = [
        _of_cell(cell, said, column, otherwise)
        for cell, column in zip(row.cells, columns or [None] * len(row.cells), strict=True)
    ]
    unit = (
        most([one for one, cell in zip(found, row.cells, strict=True) if cell.value is not None], table.kind)
        or otherwise
    )
    if found.count(unit) == len(found):
        return unit, None
    return unit, [
        None if one is unit or cell.value is None else one for one, cell in zip(found, row.cells, strict=True)
    ]


def most(found: list[Unit], kind: StatementKind) -> Unit | None:
    """What most figures of a row count, the first of several; in a statement of equity money, if any does."""
    if kind is StatementKind.EQUITY and Unit.MONEY in found:
        return Unit.MONEY
    return max(found, key=found.count, default=None)


def _of_cell(cell: GridCell, said: Unit | None, column: Unit | None, otherwise: Unit) -> Unit:
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


def _said(row: GridRow, label: str, heading: str, table: Table) -> Unit | None:
    """What the caption of a row says that it counts, or the heading it stands under."""
    small = is_small(row)
    if small and _is_per_share(label, row):
        return Unit.PER_SHARE
    if _counts_shares(label, heading, row):
        return Unit.SHARES
    if small and _under_per_share(label, heading, row):
        return Unit.PER_SHARE
    if _says(label, _COUNTED, _NUMBER) or (small and "(years)" in heading and not _is_money(row)):
        return Unit.NUMBER
    if small and _is_cents(row, table):
        return Unit.PER_SHARE
    if small and not _is_money(row) and _is_rate(label.rstrip(" .:"), heading, table):
        return Unit.PERCENT
    return None


def _is_rate(label: str, heading: str, table: Table) -> bool:
    """Whether a caption of small figures, or the heading over it, names a rate."""
    if _says(label, _RATES, _PERCENT):
        return _LENT.search(label) is None
    return table.usual is Unit.MONEY and "(%)" in heading


def _otherwise(row: GridRow, label: str, above: Unit | None, usual: Unit) -> Unit:
    """What a row counts that does not say it: as its table, but options granted and exercised are shares, and so is what
    is added to shares."""
    if above is Unit.SHARES and _DILUTES.match(label) and "$" not in label and not _is_money(row):
        return above
    if not label.startswith(_OPTIONS) or "$" in label or _is_money(row) or not _OPTION.match(label):
        return usual
    return usual if any("." in cell.text for cell in row.cells) else Unit.SHARES


def _says(label: str, words: tuple[str, ...], pattern: re.Pattern[str]) -> bool:
    """Whether a caption matches a pattern that needs one of these words; they are cheaper to look for."""
    for word in words:
        if word in label:
            return pattern.search(label) is not None
    return False


def is_small(row: GridRow) -> bool:
    """Whether all numbers of a row are small, as rates and amounts per share are."""
    small = False
    for cell in row.cells:
        if cell.value is not None:
            if not -_SMALL < cell.value < _SMALL:
                return False
            small = True
    return small


def _is_money(row: GridRow) -> bool:
    """Whether a figure of the row bears a currency sign."""
    for cell in row.cells:  # noqa: SIM110 - said of every row
        if cell.unit is _MONEY:
            return True
    return False


def _is_cents(row: GridRow, table: Table) -> bool:
    """Whether a row prints dollars and cents where other rows print whole amounts."""
    if not table.whole or not _is_money(row):
        return False
    texts = [cell.text for cell in row.cells if cell.value]
    return all(_CENTS.search(text) for text in texts)


def _is_per_share(label: str, row: GridRow) -> bool:
    """Whether a caption of small figures names an amount per share; with `$` it is that of a sum."""
    if "$" in label and not any("." in cell.text for cell in row.cells):
        return False
    if not ("share" in label or " per " in label or "unit" in label or "price" in label or "fair value" in label):
        return False
    if "dilutive" in label or (found := _PER_SHARE.search(label)) is None:
        return False
    return "share" in found[0] or " per " in label or any("." in cell.text for cell in row.cells)


def _under_per_share(label: str, heading: str, row: GridRow) -> bool:
    """Whether a row stands under `Earnings per share:` and prints cents as such rows do."""
    if "share" not in heading or ("$" in label and not any("." in cell.text for cell in row.cells)):
        return False
    if _PER_SHARE.search(heading) is None or not label:
        return False
    told = [cell for cell in row.cells if cell.value is not None]
    return any("." in cell.text for cell in told) or not any(cell.value for cell in told)


def _counts_shares(label: str, heading: str, row: GridRow) -> bool:
    """Whether a caption, or the heading over it, says that a row counts shares."""
    if "$" in label or "price" in label or _is_money(row):
        return False
    if _SHARES_ALONE.match(label) or ("share" in heading and _SHARES_UNDER.match(heading)):
        return True
    if label.startswith(_PARTS) and "share" in heading and _SHARES.search(heading) is not None:
        return True
    if not ("share" in label or "average" in label or "outstanding" in label or "dilut" in label):
        return False
    if _SHARES.search(label) is None or "par " in label or "purchase" in label or "(" in label[:40]:
        return False
    return _NO_SHARES.search(label.partition("share")[0]) is None
