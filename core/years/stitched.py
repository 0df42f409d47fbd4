"""A stitched table as a statement: periods of one length, all amounts in one scale, every figure with its filing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis
from core.source import Cite
from core.statements.statement import Column, Figure, Row, Statement, StatementKind, Unit
from core.years.company import same_company
from core.years.measures import Value
from core.years.period import Period
from core.years.series import Stitched, StitchedCell, StitchedRow
from core.years.sources import KINDS
from core.years.tables import can_be_followed

LENGTHS = {12: "Years", 3: "Quarters", 6: "Six months", 9: "Nine months"}
YEAR_ENDS, OTHER_DATES = "Year ends", "Other dates"
_NEAR = 20


class Group(NamedTuple):
    """Periods that belong beside each other: `periods` are their indexes in the stitched table, in order of time."""

    name: str
    periods: tuple[int, ...]


class Computed(NamedTuple):
    """How a cell of measures was computed: its formula as written, what it comes to, and why it cannot be computed at all."""

    formula: str
    value: Value
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Across:
    """A stitched table as a statement. `cells[row, column]` is what every filing says of a figure of it; `filings` names
    for every column the filing that most of its figures were read from. Of measures `computed` tells of every cell how it
    was computed, of column -1 what the whole row is."""

    statement: Statement
    cells: dict[tuple[int, int], StitchedCell]
    filings: tuple[Path, ...]
    paths: tuple[Path, ...]
    computed: Mapping[tuple[int, int], Computed] = field(default_factory=dict)
    lines: tuple[StitchedRow, ...] = ()
    """What its rows are over the years; none of measures."""

    @property
    def restated(self) -> int:
        """How many figures are restated."""
        return sum(cell.restated for cell in self.cells.values())


def filings_of(analyses: Iterable[Analysis], of: Analysis) -> list[Analysis]:
    """The filings of one company, that of `of`, as they come."""
    return [one for one in analyses if one is of or same_company(one.filing.header, of.filing.header)]


def in_time(analyses: Iterable[Analysis]) -> list[Analysis]:
    """Filings in order of the periods they are for; those that tell of none come first."""

    def age(one: Analysis) -> tuple[date, date]:
        header = one.filing.header
        return header.period_end or date.min, header.filed or date.min

    return sorted(analyses, key=age)


def kinds_across(analyses: Iterable[Analysis]) -> list[StatementKind]:
    """The kinds of statement that at least two of the filings have."""
    found = Counter(kind for one in analyses for kind in {each.kind for each in (*one.statements, *one.tables)})
    return [kind for kind in KINDS if found[kind] > 1]


def has_years(analyses: Iterable[Analysis], of: Analysis, statement: Statement) -> bool:
    """Whether another of these filings of the same company has a statement of this kind too, or may have the same table."""
    filings = filings_of(analyses, of)
    return statement.kind in kinds_across(filings) or (len(filings) > 1 and can_be_followed(statement))


def groups(stitched: Stitched, year_end: date | None = None) -> tuple[Group, ...]:
    """The periods by their length, the years first; balance dates: those at the end of a fiscal year, then the others."""
    found: dict[str, list[int]] = {}
    for at, period in enumerate(stitched.periods):
        found.setdefault(_name(period, year_end), []).append(at)
    order = [*LENGTHS.values(), YEAR_ENDS]
    names = sorted(found, key=lambda name: order.index(name) if name in order else len(order))
    return tuple(Group(name, tuple(found[name])) for name in names)


def _name(period: Period, year_end: date | None) -> str:
    if period.months is not None:
        return LENGTHS.get(period.months, f"{period.months} months")
    return YEAR_ENDS if year_end is None or _ends_year(period.end, year_end) else OTHER_DATES


_YEAR, _DAYS, _MONTH = 12, 365, 30.44
"""Months and days of a year, and days of a month on average."""


def _ends_year(day: date, year_end: date) -> bool:
    """Whether a day is some days around the end of a fiscal year, in whatever year."""
    apart = (day.timetuple().tm_yday - year_end.timetuple().tm_yday) % _DAYS
    return min(apart, _DAYS - apart) <= _NEAR


def year_end(analyses: Iterable[Analysis]) -> date | None:
    """The end of the latest fiscal year that an annual report among them is for."""
    ends = []
    for one in analyses:
        header = one.filing.header
        if header.period_end and (header.form or "").upper().startswith(("10-K", "20-F", "40-F", "10-KT")):
            ends.append(header.period_end)
    return max(ends, default=None)


def across(stitched: Stitched, group: Group) -> Across:
    """The table of one group of periods. Lines without a figure in it are left out, but for headings."""
    rows = _rows(stitched, group)
    scale = _scale(rows)
    cells = {
        (number, column): cell
        for number, row in enumerate(rows)
        for column, at in enumerate(group.periods)
        if (cell := row.cells[at]) is not None
    }
    columns = tuple(_column(stitched.periods[at], [stitched.periods[n] for n in group.periods]) for at in group.periods)
    made = tuple(_row(row, number, cells, len(columns), scale) for number, row in enumerate(rows))
    statement = Statement(
        f"years-{stitched.kind.value}-{group.name}",
        stitched.kind,
        stitched.title,
        None,
        Cite(1, ()),
        stitched.currency,
        scale,
        columns,
        made,
    )
    filings = tuple(filing_of(cells, column) or stitched.paths[0] for column in range(len(columns)))
    return Across(statement, cells, filings, stitched.paths, lines=tuple(rows))


def _rows(stitched: Stitched, group: Group) -> list[StitchedRow]:
    """The lines with figures in these periods, and the headings but for those of which every line was left out."""
    every = stitched.rows
    left = [row for row in every if not any(row.cells) or any(row.cells[at] for at in group.periods)]
    if len(left) == len(every):
        return left
    headings = _headings(every)
    gone = headings - _headings(left)
    return [row for row in left if id(row) not in gone]


def _headings(rows: Sequence[StitchedRow]) -> set[int]:
    """The identities of the lines without figures under which a line with figures stands."""
    return {id(row) for at, row in enumerate(rows) if not any(row.cells) and _heads(rows, at)}


def _heads(rows: Sequence[StitchedRow], at: int) -> bool:
    """Whether a line with figures stands under a heading, before the next heading of its depth."""
    for row in rows[at + 1 :]:
        if any(row.cells):
            return True
        if row.depth <= rows[at].depth:
            return False
    return False


def _scale(rows: list[StitchedRow]) -> int:
    """The scale of most money amounts; the coarser among equals."""
    found = Counter(cell.told.scale for row in rows if row.unit is Unit.MONEY for cell in row.cells if cell is not None)
    return max(found, key=lambda scale: (found[scale], scale), default=1)


def filing_of(cells: Mapping[tuple[int, int], StitchedCell], column: int) -> Path | None:
    """The filing that most figures of a column were read from."""
    told = Counter(cell.told.path for (_, at), cell in cells.items() if at == column)
    return max(told, key=lambda path: told[path], default=None)


def _column(period: Period, beside: list[Period]) -> Column:
    start = None
    if period.months is not None:
        start = period.end - timedelta(days=round(period.months * _MONTH) - 1)
    years = [one.end.year for one in beside]
    alone = years.count(period.end.year) == 1 and (period.months or _YEAR) >= _YEAR
    label = str(period.end.year) if alone else f"{period.end:%B} {period.end.day}, {period.end.year}"
    return Column(label, start, period.end)


def _row(row: StitchedRow, number: int, cells: dict[tuple[int, int], StitchedCell], columns: int, scale: int) -> Row:
    figures = tuple(
        _figure(cells[number, column], column, scale if row.unit is Unit.MONEY else 1)
        for column in range(columns)
        if (number, column) in cells
    )
    place = figures[0].cite if figures else Cite(1, ())
    return Row(row.label, row.depth, row.role, row.unit, row.concept, place, figures)


def _figure(cell: StitchedCell, column: int, scale: int) -> Figure:
    told = cell.told
    if told.scale == scale:
        return told.figure._replace(column=column)
    value = told.value / scale
    return Figure(column, f"{round(value):,}", value, told.cite)
