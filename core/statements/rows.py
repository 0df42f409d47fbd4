"""The rows of a statement: what each is for, what it counts, and the date it carries."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.dates import on, said
from core.evidence import Recogniser, Verdict, single
from core.evidence import Rule as ReadingRule
from core.source import Cite
from core.statements.calendar import FiscalCalendar
from core.statements.concepts import line_of, row_concepts
from core.statements.nesting import depths
from core.statements.statement import PRIMARY, Figure, Role, Row, StatementKind, Unit
from core.statements.tagged_figures import Tags, common_concept, unit_of
from core.statements.units import Table, most, units
from core.tables.grid import GridRow, Rule
from core.vocabulary import entries, single_words

_NONE, _SINGLE, _DOUBLE = Rule
_EQUITY = StatementKind.EQUITY
"""By short names too: an enumeration looks its members up slowly."""
_TOTALS = tuple(sorted(single_words("rows", "total")))
_SUBTOTALS = tuple(sorted(single_words("rows", "subtotal")))
_MONTHS = frozenset(entry.phrase[:3] for entry in entries("months"))
_DIGIT = re.compile(r"\d")
_new = tuple.__new__


class StatementPart(NamedTuple):
    """A part of a statement: its grid rows, for each grid column the statement's, and what its figures count."""

    rows: tuple[GridRow, ...]
    to: Sequence[int]
    table: Table


def rows_of(
    kind: StatementKind, document: int, parts: Sequence[StatementPart], calendar: FiscalCalendar, tags: Tags
) -> tuple[Row, ...]:
    """The rows of a statement from its parts; `tags` what they are tagged as."""
    found: list[Row] = []
    for part in parts:
        _add_part(found, _Making(kind, document, part, calendar, tags))
    if tags.any:
        found = [_tagged(kind, row) for row in found]
    if kind not in PRIMARY:
        return tuple(found)
    concepts = row_concepts(kind, found)
    return tuple(
        row if concept is None and row.concept is None else _with_line(row, concept)
        for row, concept in zip(found, concepts, strict=True)
    )


class _Making(NamedTuple):
    """A part whose rows are being made, with what all of them share."""

    kind: StatementKind
    document: int
    part: StatementPart
    calendar: FiscalCalendar
    tags: Tags


def _add_part(found: list[Row], making: _Making) -> None:
    rows = unparted(making.part.rows)
    if making.kind is StatementKind.BALANCE_SHEET:
        rows = without_closing_lines(rows)
    heading = ""
    for index, (row, depth) in enumerate(zip(rows, depths(rows), strict=True)):
        if row.label and not row.cells:
            heading = row.label.lower()
        above = _above(found, heading) if index else None
        found.append(_row(making, row, depth, index, heading, above))


_PARTED, _FEWEST_PARTED = 0.8, 6
"""Share of the rows with figures that have a line above them where lines part rows and mark no sums; and so many at least."""


_BALANCE, _TOTAL = "balance", "total"


def unparted(rows: tuple[GridRow, ...]) -> tuple[GridRow, ...]:
    """The rows of a table, without single lines above them where nearly all have one: these part the rows, and mark no
    sums but balances, which are sums wherever a line stands above them."""
    ruled = sum(row.above is _SINGLE and bool(row.cells) for row in rows)
    if ruled < _FEWEST_PARTED or ruled < _PARTED * sum(bool(row.cells) for row in rows[1:]):
        return rows
    return tuple(row._replace(above=_NONE) if row.above is _SINGLE and not _is_balance(row) else row for row in rows)


def without_closing_lines(rows: tuple[GridRow, ...]) -> tuple[GridRow, ...]:
    """The rows of a balance sheet, without the line that closes a total below: one that stands between lines is summed up by
    the first, and the row behind it is what the next sum begins with. Elsewhere results stand behind totals."""
    kept = list(rows[:1])
    for before, row in pairwise(rows):
        closes = before.above is _SINGLE and bool(before.cells) and _is_total(before) and row.below is not _DOUBLE
        begins = row.above is _SINGLE and bool(row.label) and bool(row.cells) and not _is_total(row)
        kept.append(row._replace(above=_NONE) if closes and begins else row)
    return tuple(kept)


def _is_total(row: GridRow) -> bool:
    return row.label[: len(_TOTAL)].lower() == _TOTAL


def _is_balance(row: GridRow) -> bool:
    return row.label[: len(_BALANCE)].lower() == _BALANCE


def _above(found: list[Row], heading: str) -> Unit | None:
    """What the row above counts, or the one before a heading that says what is added to it."""
    if found[-1].figures:
        return found[-1].unit
    added = len(found) > 1 and any(word in heading for word in ("dilut", "effect", "add"))
    return found[-2].unit if added else None


def _tagged(kind: StatementKind, row: Row) -> Row:
    """A row with what the tags of its figures say of it."""
    figures = row.figures
    if all(figure.fact is None for figure in figures):
        return row
    found = [unit_of(figure.fact, row.counts(figure)) for figure in figures]
    unit = most([one for one, figure in zip(found, figures, strict=True) if figure.value is not None], kind) or row.unit
    told = tuple([_counted(figure, one, unit) for figure, one in zip(figures, found, strict=True)])
    verdict = row.unit_verdict if unit is row.unit or unit is None else tags_say(unit)
    return row._replace(unit=unit, concept=common_concept(told), figures=told, unit_verdict=verdict)


@cache
def tags_say(unit: Unit) -> Verdict[Unit]:
    """The verdict that a row counts what its figures are tagged with."""
    return single("row-unit/tags", unit)


def _counted(figure: Figure, unit: Unit | None, row: Unit | None) -> Figure:
    """A figure with what it counts, if that is not what its row counts."""
    own = None if unit is row or figure.value is None else unit
    return figure if figure.unit is own else figure._replace(unit=own)


def _with_line(row: Row, named: str | None) -> Row:
    """A row with the line that it is: by its tag where that is one we know, else by its caption."""
    return row._replace(line=line_of(row.concept, named) if row.concept is not None else named)


def _row(making: _Making, row: GridRow, depth: int, index: int, heading: str, above: Unit | None) -> Row:
    if row.cells and not row.label:
        row = _with_total(row)
    place = row.label_cite or Cite(making.document, (row.span,))
    when = row_date(row.label, making.calendar) if making.kind is _EQUITY else None
    ruled = index > 0 and row.above is not _NONE
    role = role_of(_new(Ruled, (_named(row.label), bool(row.cells), ruled, row.above, row.below)))
    if not row.cells:
        return Row(row.label, depth, role.decided, None, None, place, (), date=when, role_verdict=role)
    counted = units(row, heading, above, making.part.table)
    figures = _figures(row, making)
    if counted.apart is not None:
        figures = tuple([figure._replace(unit=one) for figure, one in zip(figures, counted.apart, strict=True)])
    return _new(
        Row,
        (
            row.label,
            depth,
            role.decided,
            counted.unit,
            None,
            place,
            figures,
            ruled,
            when,
            None,
            role,
            counted.verdict,
            None,
        ),
    )


def _figures(row: GridRow, making: _Making) -> tuple[Figure, ...]:
    """The figures of a row, with what they are tagged as."""
    to = making.part.to
    if not making.tags.any:
        return tuple(
            [
                _new(Figure, (to[column], text, value, cite, None, None, None))
                for column, text, value, cite, _, _, _ in row.cells
            ]
        )
    tag = making.tags.at
    return tuple(
        [
            _new(Figure, (to[column], text, value, cite, tag(cite), None, None))
            for column, text, value, cite, _, _, _ in row.cells
        ]
    )


def _with_total(row: GridRow) -> GridRow:
    """A row whose `TOTAL` stands in a column of words before the figures: that is its caption."""
    if row.cells[0].value is not None or row.cells[0].text.lower() not in ("total", "totals"):
        return row
    return row._replace(label=row.cells[0].text, label_cite=row.cells[0].cite, cells=row.cells[1:])


class Named(NamedTuple):
    """What a caption says of what its row is for: whether it is one of a total, one of a subtotal, and whether there is one
    at all."""

    total: bool
    subtotal: bool
    printed: bool


@lru_cache(maxsize=8192)
def _named(label: str) -> Named:
    lower = label.lower()
    subtotal = not lower or lower == "total" or lower.startswith(_SUBTOTALS)
    return Named(lower.startswith(_TOTALS), subtotal, bool(lower))


class Ruled(NamedTuple):
    """A row of which it is asked what it is for: what its caption says, whether it has figures, whether a line is drawn above
    them that is not the head's, and which lines are drawn above and below."""

    named: Named
    figures: bool
    ruled: bool
    above: Rule
    below: Rule


def _heading(of: Ruled) -> Role | None:
    return None if of.figures else Role.HEADING


def _named_total(of: Ruled) -> Role | None:
    return Role.TOTAL if of.named.total else None


def _double_rule(of: Ruled) -> Role | None:
    closed = of.below is _DOUBLE and of.above is not _DOUBLE and (of.ruled or not of.named.printed)
    return Role.TOTAL if closed else None


def _named_subtotal(of: Ruled) -> Role | None:
    return Role.SUBTOTAL if of.named.subtotal else None


def _single_rule(of: Ruled) -> Role | None:
    return Role.SUBTOTAL if of.ruled and of.above is _SINGLE else None


def _line(_of: Ruled) -> Role:
    return Role.LINE


ROW_ROLE: Recogniser[Ruled, Role] = Recogniser(
    "row-role",
    "What is a row for?",
    (
        ReadingRule("heading", 9.0, "a row without figures heads those below it", _heading),
        ReadingRule("named-total", 8.0, "total assets, total liabilities and equity", _named_total),
        ReadingRule("double-rule", 7.0, "a double line is drawn below its figures", _double_rule),
        ReadingRule("named-subtotal", 6.0, "a total by its caption, or without one", _named_subtotal),
        ReadingRule("single-rule", 4.0, "a line is drawn above its figures", _single_rule),
        ReadingRule("line", 1.0, "what nothing marks is a line", _line),
    ),
)


@lru_cache(maxsize=256)
def role_of(of: Ruled) -> Verdict[Role]:
    """What a row is for, by the first rule that speaks; asked of every row, and there are few kinds of rows."""
    verdict = ROW_ROLE.first(of)
    assert verdict is not None  # noqa: S101 - the last rule always speaks
    return verdict


def row_date(label: str, calendar: FiscalCalendar) -> date | None:
    """The date of a balance row in a statement of equity: `Balance at December 31, 2001`."""
    if _DIGIT.search(label) is None:
        return None
    lower = label.lower()
    balance = lower.startswith(("balance", "at ", "as of")) or " balance" in lower
    if not (balance or lower[:3] in _MONTHS):
        return None
    time = said(label)
    if time.dates:
        return time.dates[-1]
    if time.years and time.days:
        return on(time.years[-1], *time.days[-1])
    return calendar.end(time.years[-1]) if time.years and balance else None
