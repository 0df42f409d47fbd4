"""A figure as a row of data: the one list of columns that every table of figures has, and how each is filled."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from core.analysis import Analysis
from core.checks.check import Check, Status
from core.dates import on
from core.export.heads import KINDS, UNITS, head, tables, title
from core.read.filing import QUARTERLY, Header
from core.source import Cite
from core.statements.amount import scale_of, whole
from core.statements.members import captions_over, headings_of, members_of
from core.statements.statement import Figure, Period, Row, Statement

BETWEEN = " | "
"""What parts the members of a figure, and the captions over it, from the outside in."""
_DAYS_A_QUARTER = 365 / 4
_STRAY = 16
"""Days by which a quarter may end beside its calendar's day: years of 52 or 53 weeks."""
_QUARTERS = 4

Value = str | int | Decimal | date | None


class Kind(StrEnum):
    """What a column holds."""

    WORDS = "words"
    COUNT = "count"
    AMOUNT = "amount"
    DAY = "day"


_MOST = 26
"""Digits before the point of what a database takes; what is longer has no value there, and is still as printed."""


class Ties(StrEnum):
    """What the checks say of a figure; nothing where none says anything of it."""

    OFF = "off"
    WORTH_A_LOOK = "worth a look"
    TIES = "ties"
    UNKNOWN = ""


_RANK = (Ties.UNKNOWN, Ties.TIES, Ties.WORTH_A_LOOK, Ties.OFF)
"""By rising weight: one sum that is off counts more than others that tie."""


class Of(NamedTuple):
    """A figure with all that it stands in, once."""

    analysis: Analysis
    statement: Statement
    number: int
    row: Row
    figure: Figure
    time: Period
    headings: tuple[str, ...]
    path: tuple[str, ...]
    ties: Ties

    @property
    def header(self) -> Header:
        """Of its filing."""
        return self.analysis.filing.header

    @property
    def scale(self) -> int:
        """What it is multiplied by; 1 where nothing says what it counts."""
        return 1 if self.row.counts(self.figure) is None else scale_of(self.statement, self.row, self.figure)


class Field(NamedTuple):
    """A column: its name, what it holds, what it says, and how it is told of a figure."""

    name: str
    kind: Kind
    says: str
    of: Callable[[Of], Value]


def _line(one: Of) -> int:
    return one.analysis.filing.document(one.figure.cite.document).source.line_of(one.figure.cite.start)


def _value(one: Of) -> Decimal | None:
    return None if one.figure.value is None else one.figure.value * one.scale


def _concept(one: Of) -> str | None:
    """What the figure itself is tagged as; of a figure without a tag, what its row is, unless its row is several things."""
    if one.figure.fact is not None:
        return one.figure.fact.concept
    tagged = {figure.fact.concept for figure in one.row.figures if figure.fact is not None}
    return one.row.concept or one.row.line if len(tagged) < 2 else None


def _unit(one: Of) -> str | None:
    counted = one.row.counts(one.figure)
    return None if counted is None else UNITS[counted]


def _member(one: Of) -> str | None:
    return one.statement.columns[one.figure.column].member


def _members(one: Of) -> str:
    return BETWEEN.join(members_of(one.statement, one.figure, one.headings))


def _whole(one: Of) -> Decimal | None:
    return whole(one.statement, one.row, one.figure)


FIELDS: tuple[Field, ...] = (
    Field("company", Kind.WORDS, "name of the filer", lambda one: one.header.company),
    Field("cik", Kind.WORDS, "the Commission's number of the filer, ten digits", lambda one: one.header.cik),
    Field("form", Kind.WORDS, "form of the filing: 10-K, 10-Q", lambda one: one.header.form),
    Field("accession", Kind.WORDS, "accession number of the submission", lambda one: one.header.accession),
    Field("filed", Kind.DAY, "day of filing", lambda one: one.header.filed),
    Field("period_end", Kind.DAY, "last day that the filing reports on", lambda one: one.header.period_end),
    Field("fiscal_year", Kind.COUNT, "year in which the filing's fiscal year ends", lambda one: one.header.fiscal_year),
    Field("fiscal_quarter", Kind.COUNT, "quarter that a quarterly report ends with", lambda one: quarter(one.header)),
    Field("file", Kind.WORDS, "name of the file", lambda one: one.analysis.filing.name),
    Field("table", Kind.WORDS, "id of the statement or table in its filing", lambda one: one.statement.id),
    Field("kind", Kind.WORDS, "which statement it is", lambda one: KINDS[one.statement.kind]),
    Field("title", Kind.WORDS, "title as printed, else its kind", lambda one: title(one.statement)),
    Field("row", Kind.COUNT, "row in the table, from 1", lambda one: one.number),
    Field("caption", Kind.WORDS, "caption of the row, wrapped lines joined", lambda one: one.row.label),
    Field("path", Kind.WORDS, "headings over the row, then its caption, parted by ' | '", lambda one: BETWEEN.join(one.path)),
    Field("depth", Kind.COUNT, "nesting of the row, from 0", lambda one: one.row.depth),
    Field("role", Kind.WORDS, "line, subtotal, total or heading", lambda one: one.row.role.value),
    Field("unit", Kind.WORDS, "what is counted: money, per share, shares, percent, number; none where unknown", _unit),
    Field("concept", Kind.WORDS, "concept as tagged, else as told by the caption", _concept),
    Field("column", Kind.COUNT, "column in the table, from 1", lambda one: one.figure.column + 1),
    Field("head", Kind.WORDS, "head of the column", lambda one: head(one.statement.columns[one.figure.column])),
    Field("start", Kind.DAY, "first day that the figure is of; none for a balance", lambda one: one.time.start),
    Field("end", Kind.DAY, "last day that the figure is of, or the day of a balance", lambda one: one.time.end),
    Field("member", Kind.WORDS, "what the column stands for: a segment, a component of equity", _member),
    Field("members", Kind.WORDS, "all that narrows the figure, column and headings, parted by ' | '", _members),
    Field("printed", Kind.WORDS, "the figure as printed", lambda one: one.figure.text),
    Field("value", Kind.AMOUNT, "what is printed, after its scale; none for words", _value),
    Field("scale", Kind.COUNT, "what is printed is multiplied by this", lambda one: one.scale),
    Field("currency", Kind.WORDS, "currency of the table's money", lambda one: one.statement.currency),
    Field("document", Kind.COUNT, "document in the filing, from 1", lambda one: one.figure.cite.document),
    Field("line", Kind.COUNT, "line of the document's text, from 1", _line),
    Field("begin", Kind.COUNT, "first character of the figure in that text, from 0", lambda one: one.figure.cite.start),
    Field("finish", Kind.COUNT, "one past its last character", lambda one: one.figure.cite.end),
    Field("whole", Kind.AMOUNT, "what the figure comes to: as tagged, else as value; per cent as a fraction", _whole),
    Field("ties", Kind.WORDS, "ties, off or worth a look; none where nothing checks it", lambda one: one.ties.value),
)  # fmt: skip
"""The columns, in order."""


def quarter(header: Header) -> int | None:
    """Which quarter of its fiscal year a quarterly report ends with; None for other forms, and where its year is not known."""
    year, end = header.fiscal_year, header.period_end
    if year is None or end is None or header.fiscal_year_end is None:
        return None
    if not (header.form or "").upper().startswith(QUARTERLY):
        return None
    left = (on(year, *header.fiscal_year_end) - end).days
    quarters = round(left / _DAYS_A_QUARTER)
    near = abs(left - quarters * _DAYS_A_QUARTER) <= _STRAY
    return _QUARTERS - quarters if near and 0 < quarters < _QUARTERS else None


def told(checks: Sequence[Check]) -> Mapping[Cite, Ties]:
    """What the checks say of the figures at these places: of the figure in question how it came out, of what it was computed
    from only that it ties."""
    found: dict[Cite, Ties] = defaultdict(lambda: Ties.UNKNOWN)
    for check in checks:
        came_out = _came_out(check)
        about = check.cites if came_out is Ties.TIES else check.cites[:1]
        for cite in about:
            found[cite] = max(found[cite], came_out, key=_RANK.index)
    return found


def _came_out(check: Check) -> Ties:
    if check.worth_a_look:
        return Ties.WORTH_A_LOOK
    return {Status.TIES: Ties.TIES, Status.OFF: Ties.OFF}.get(check.status, Ties.UNKNOWN)


def figures(analysis: Analysis) -> Iterator[Of]:
    """Every figure of a filing: the primary statements first, then the other tables, row by row."""
    ties = told(analysis.checks)
    for statement in tables(analysis):
        headings, over = headings_of(statement), captions_over(statement)
        for at, row in enumerate(statement.rows):
            path = (*over[at], row.label) if row.label else over[at]
            for figure in row.figures:
                told_of = ties.get(figure.cite, Ties.UNKNOWN)
                time = statement.time(row, figure)
                yield Of(analysis, statement, at + 1, row, figure, time, headings[at], path, told_of)


def rows(analysis: Analysis) -> Iterator[list[str]]:
    """Every figure of a filing as words, a column each: days as 1998-06-30, amounts in plain digits, nothing where nothing is
    known."""
    return map(row, figures(analysis))


def row(one: Of) -> list[str]:
    """One figure so."""
    return [written(field.of(one)) for field in FIELDS]


def written(value: Value) -> str:
    """A value in plain characters: a day as 1998-06-30, an amount in plain digits."""
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def fits(cell: str, kind: Kind) -> str:
    """What a database can hold of a cell: nothing of an amount of too many digits."""
    return cell if kind is not Kind.AMOUNT or len(cell.partition(".")[0].lstrip("-")) <= _MOST else ""
