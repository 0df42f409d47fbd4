"""Captions to the lines we know (resources/concepts.toml): exact after folding, never a guess."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from core.statements.statement import Row, StatementKind, Unit
from core.vocabulary import single_words

_FILE = Path(__file__).resolve().parents[2] / "resources" / "concepts.toml"
_SAME = _FILE.with_name("same.toml")
_ASIDE_WORDS = "|".join(sorted(single_words("rows", "aside"), key=len, reverse=True))
_ASIDE_MARKS = (
    r"see [^()]*|notes? [^()]*|[a-z]{1,2}|\d{1,2}(?:, ?\d{1,2})*|in (?:thousands|millions)[^()]*|dollars in [^()]*"
)
_ASIDE = re.compile(rf"\((?:{_ASIDE_WORDS}|{_ASIDE_MARKS})\s*\)")
_NOTE = re.compile(
    r"(?: ?[-\u2013\u2014,:;.]+ ?|\s)(?:see )?notes? (?:[a-z]|\d{1,2})(?:(?:, ?| and |, and | & |-)(?:[a-z]|\d{1,2}))*\s*$"
)
_OWNERS = re.compile(
    r"\b(?:stock|share|shareown|share own|stockown)(?:holder|er|owner)s?\b(?: s\b)?|\b(?:shareowner|stockholder)s?\b"
)
_WORDS = re.compile(r"[a-z0-9]+")
_CUTS = (
    ", less ", ", net of ", " less allowance", " less accum", " (less ", " (net of ", ", par ", ", $", " (par ",
    " - par ", ", no par",
    ", stated", ", authorized", " - authorized", ", without par", ", at cost", " - at cost", ", including ",
    " (including ", ", shares",
    ", issued", " - shares", ", at lower", ", at the lower", ", principally", " - $", " ($", ", 1", ", 2", ", 3", ", 4",
    ", 5", ", 6",
    ", 7", ", 8", ", 9", " - 1", " - 2", " - 3", " - 4", " - 5", " - 6", " - 7", " - 8", " - 9", "; ", " (1", " (2", " (3", " (4",
    " (5", " (6", " (7", " (8", " (9", " (note", ", note", " - note", ", net", ", at amort", ", exclusive of", ", excluding",
)  # fmt: skip
_PARTS = (",", " (", " - ", "; ", " less ")
"""With one of these begins every mark at which a caption is cut."""


@cache
def concepts() -> Mapping[str, Mapping[str, str]]:
    """Folded caption to concept, by table of resources/concepts.toml (`balance_sheet.assets`, `income_statement` ...)."""
    data = tomllib.loads(_FILE.read_text("utf-8"))
    sides = data.pop("balance_sheet")
    tables = {**data, **{f"balance_sheet.{side}": table for side, table in sides.items()}}
    return {
        name: {caption: concept for concept, captions in table.items() for caption in captions.split(", ")}
        for name, table in tables.items()
    }


@lru_cache(maxsize=16384)
def fold(caption: str) -> str:
    """A caption for comparing: lower case, words only, without asides such as `(loss)` and `(note 3)`."""
    text = caption.lower()
    if "(" in text:
        text = _ASIDE.sub(" ", text)
    if "note" in text:
        text = _NOTE.sub("", text.rstrip(" .:"))
    words = " ".join(_WORDS.findall(text.replace("'", "").replace("’", "").replace("&", " and ")))
    if "hold" in words or "owner" in words:
        words = _OWNERS.sub("stockholders", words)
    return words.removeprefix("less ") if words.startswith("less income") else words


@lru_cache(maxsize=16384)
def _spellings(caption: str) -> tuple[str, ...]:
    """The folded caption, and the folded caption cut before its `, less allowance of ...` or `, $1 par value ...`."""
    whole = fold(caption)
    lower = caption.lower()
    if not any(map(lower.__contains__, _PARTS)):
        return (whole,)
    cut = min((at for mark in _CUTS if (at := lower.find(mark)) > 2), default=None)
    return (whole,) if cut is None else (whole, fold(caption[:cut]))


def concept_of(caption: str, tables: tuple[str, ...]) -> str | None:
    """The concept of a caption, looked up in these tables of resources/concepts.toml in order."""
    known = concepts()
    for spelling in _spellings(caption):
        for table in tables:
            if (found := known[table].get(spelling)) is not None:
                return found
    return None


def _balance_tables(rows: list[Row]) -> list[tuple[str, ...]]:
    """For each row of a balance sheet, the tables of its side, and of above or below the side's current total."""
    keys = [fold(row.label) for row in rows]
    first = next((i for i, key in enumerate(keys) if key in _OPENS_LIABILITIES), None)
    end = _end_of_assets(rows, keys, first)
    if first is not None and first < end and not any("asset" in key for key in keys[:first]):
        return [()] * len(rows)
    current_assets, current_liabilities = (
        _index(keys, "total current assets", 0),
        _index(keys, "total current liabilities", end),
    )
    return [
        _side("assets", index, current_assets) if index <= end else _side("liabilities", index, current_liabilities)
        for index in range(len(rows))
    ]


def _end_of_assets(rows: list[Row], keys: list[str], first: int | None) -> int:
    """The row that totals the assets; else the one before the liabilities, the last where none are headed."""
    total = next((i for i, key in enumerate(keys) if key == "total assets" and rows[i].figures), None)
    return total if total is not None else first - 1 if first is not None else len(rows)


def _side(side: str, index: int, total: int | None) -> tuple[str, ...]:
    """The tables of a row on this side; `total` is the row of the side's current total, None where it has none."""
    if total is None:
        return (
            (f"balance_sheet.{side}",)
            if side == "assets"
            else (f"balance_sheet.{side}", "balance_sheet.other_liabilities")
        )
    return (f"balance_sheet.{side}", f"balance_sheet.{'current' if index <= total else 'other'}_{side}")


_OPENS_LIABILITIES = frozenset(
    {
        "liabilities and stockholders equity",
        "liabilities",
        "current liabilities",
        "liabilities and equity",
        "capitalization and liabilities",
    }
)


def _flow_tables(rows: list[Row]) -> list[tuple[str, ...]]:
    """For each row of a cash flow its table: what stands below the closing cash is supplemental."""
    ends = [index for index, row in enumerate(rows) if row.figures and concept_of(row.label, ("cash_flow",)) in _LAST]
    last = ends[-1] if ends else len(rows)
    return [("cash_flow",) if index <= last else ("supplemental_cash_flow",) for index in range(len(rows))]


_LAST = frozenset({"us-gaap:CashAndCashEquivalentsAtEndOfPeriod", "us-gaap:NetCashProvidedByUsedInFinancingActivities"})


def _index(keys: list[str], key: str, start: int) -> int | None:
    return next((i for i in range(start, len(keys)) if keys[i] == key), None)


_TABLES = {
    StatementKind.INCOME_STATEMENT: ("income_statement", "comprehensive_income"),
    StatementKind.COMPREHENSIVE_INCOME: ("comprehensive_income",),
    StatementKind.EQUITY: ("equity",),
}


@cache
def _lines() -> Mapping[str, str]:
    """The line that we know for each concept of the standard taxonomies: itself, or the one that means the same."""
    known = {concept for table in concepts().values() for concept in table.values()}
    same = tomllib.loads(_SAME.read_text("utf-8"))
    return {**{concept: concept for concept in known}, **{tag: line for line, tags in same.items() for tag in tags}}


def line_of(tag: str, named: str | None) -> str | None:
    """The line that a row is which is tagged so and whose caption is that of the line `named`; None where neither tells.

    Cash at the beginning and at the end of a year bear one tag; which is which, only the caption says.
    """
    return named if named in _BALANCES else _lines().get(tag) or named


_BALANCES = frozenset(f"us-gaap:CashAndCashEquivalentsAt{when}OfPeriod" for when in ("Beginning", "End"))


def row_concepts(kind: StatementKind, rows: list[Row]) -> list[str | None]:
    """The concept of every row of a primary statement, None where the caption is not one we know."""
    tables = _tables_of(kind, rows)
    if tables is None:
        return [None] * len(rows)
    found = [
        concept_of(row.label, where) if row.figures and row.label else None
        for row, where in zip(rows, tables, strict=True)
    ]
    if kind is StatementKind.EQUITY:
        return [_EQUITY if row.date and _is_balance(row) else concept for row, concept in zip(rows, found, strict=True)]
    return found


def _tables_of(kind: StatementKind, rows: list[Row]) -> list[tuple[str, ...]] | None:
    """The tables in which the caption of each row is looked up; None for what is no primary statement."""
    if kind is StatementKind.BALANCE_SHEET:
        return _balance_tables(rows)
    if kind is StatementKind.CASH_FLOW:
        return _flow_tables(rows)
    if kind in _TABLES:
        return [("per_share",) if row.unit is Unit.PER_SHARE else _TABLES[kind] for row in rows]
    return None


_EQUITY = "us-gaap:StockholdersEquity"


def _is_balance(row: Row) -> bool:
    """Whether a row of a statement of equity is a dated balance, with figures."""
    return bool(row.figures) and row.label.lower().startswith("balance")
