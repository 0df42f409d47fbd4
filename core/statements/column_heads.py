"""What the heads of a table's columns say of time, and what a head lends to its neighbours under one spanner."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from core.date_forms import YEAR
from core.dates import MONTHS_A_QUARTER, MONTHS_A_YEAR, NOTHING, Day, Said, said, without_time
from core.tables.grid import GridColumn
from core.vocabulary import expression

_COMPARES = ("change", "increase", "decrease", "variance", " vs", "percent", "% ", "over ", "compared", "growth")
_ORIGINS = ("originat", "vintage")
"""Words over years in which something began: what there is of it is of the day of its table."""
_PART_OF = ("% of ", "percent of ", "percentage of ")
WEEKS_A_YEAR = 52


class Length(NamedTuple):
    """How long a period lasts, in months or in weeks."""

    months: int | None
    weeks: int | None

    @property
    def part_of_year(self) -> bool:
        """Whether it is shorter than a year."""
        return (self.weeks or WEEKS_A_YEAR) < WEEKS_A_YEAR or (self.months or MONTHS_A_YEAR) < MONTHS_A_YEAR


class ColumnHead(NamedTuple):
    """What a column's own head says: a whole date, or the parts of one. `apart`: its day and its year stand apart; `own` its
    words without those that all columns share; `lent` and `lent_day` what the spanner over its neighbours says of it too;
    `outside`: other columns stand under a spanner that says how long their periods last, this one does not; `origin`: what it
    says of time is when something began, and no time of its figures."""

    label: str
    dates: tuple[date, ...] = ()
    whole: date | None = None
    year: int | None = None
    day: Day | None = None
    apart: bool = False
    said: Said = NOTHING
    own: str = ""
    lent: Length | None = None
    lent_day: Day | None = None
    outside: bool = False
    origin: bool = False

    @property
    def dated(self) -> bool:
        """Whether it names a time of its own."""
        return self.whole is not None or self.year is not None or self.day is not None or self.is_part or self._to_a_day

    @property
    def is_part(self) -> bool:
        """Whether it names a quarter or a half of a year by its number."""
        return self.said.quarter is not None or self.said.half is not None

    @property
    def _to_a_day(self) -> bool:
        return self.said.to_date or self.said.trailing

    @property
    def time(self) -> tuple[object, ...]:
        """All that it says of time, whatever its words."""
        own = (self.dates, self.whole, self.year, self.day, self.apart, self.said)
        return (*own, self.lent, self.lent_day, self.outside)

    @property
    def length(self) -> Length | None:
        """How long its period lasts, as it says itself."""
        return Length(self.said.months, self.said.weeks) if self.said.lasting else None


def heads_of(columns: Sequence[GridColumn]) -> tuple[ColumnHead, ...]:
    """The heads of a table's columns."""
    columns = _joined(_without_title(columns))
    shared = {column.heads[0] for column in columns if column.heads}
    common = len(shared) == 1 and len(columns) > 1
    heads = [
        head_of(column, " ".join(column.heads[1:]) if common and len(column.heads) > 1 else column.label)
        for column in columns
    ]
    if any(_EARLIER.search(head.label) for head in heads):
        return tuple(_of_origins(heads))
    heads = _of_quarters(heads, columns)
    return tuple(_lent(heads) if any(head.said.lasting for head in heads) else heads)


def _of_quarters(heads: list[ColumnHead], columns: Sequence[GridColumn]) -> list[ColumnHead]:
    """The heads, the ordinals `1st` to `4th` side by side being the quarters of the year that is over them."""
    numbers = [_ORDINALS.get(column.heads[-1].lower()) if column.heads else None for column in columns]
    found = list(heads)
    for at in range(len(heads) - len(_QUARTERS) + 1):
        part = slice(at, at + len(_QUARTERS))
        if numbers[part] in (_QUARTERS, _QUARTERS[::-1]):
            found[part] = [
                head._replace(said=head.said._replace(quarter=number, months=MONTHS_A_QUARTER))
                for head, number in zip(heads[part], numbers[part], strict=True)
            ]
    return found


_QUARTERS = [1, 2, 3, 4]
_ORDINALS = {
    ordinal: number
    for ordinals in (("first", "second", "third", "fourth"), ("1st", "2nd", "3rd", "4th"))
    for ordinal, number in zip(ordinals, _QUARTERS, strict=True)
}
_EARLIER = re.compile(r"(?i)(?:^|and |\d )prior(?: years?)?$")
_ORIGIN_YEARS = 3
"""Bare years, at least, beside a column of `Prior` in which something began."""


def _of_origins(heads: list[ColumnHead]) -> list[ColumnHead]:
    """The heads, bare years beside `Prior` being those in which something began."""
    years = [head for head in heads if head.year is not None and not (head.dates or head.said.lasting or head.day)]
    if len(years) < _ORIGIN_YEARS:
        return heads
    return [ColumnHead(head.label, own=head.own, origin=True) if head in years else head for head in heads]


def _without_title(columns: Sequence[GridColumn]) -> Sequence[GridColumn]:
    """The columns without the title of their statement, where that stands over all of them with heads below it."""
    first = columns[0].heads[0] if columns and len(columns[0].heads) > 1 else ""
    if not first or not all(len(column.heads) > 1 and column.heads[0] == first for column in columns):
        return columns
    if not _TITLE.search(first):
        return columns
    return [
        replace(column, label=" ".join(column.heads[1:]), heads=column.heads[1:])
        if column.heads[0] == first
        else column
        for column in columns
    ]


_TITLE = re.compile(
    r"(?i)^(?:consolidated |combined |condensed )*(?:statements? of|balance sheets?\b)|\(continued\)"
    rf"|^(?:for the )?(?:fiscal )?(?:years|\w+ months) ended .*(?:,|\band) {YEAR}$"
)
"""The title of a statement, or the line below it that tells the times of all of its columns."""


def head_of(column: GridColumn, own: str = "") -> ColumnHead:
    """Read one column's head; `own` are its words without those that all columns share."""
    label = column.label
    if not label:
        return ColumnHead("", own=own)
    whole = _nearest_length(said(label), column.heads)
    lower = label.lower()
    if any(map(lower.__contains__, _ORIGINS)):
        return ColumnHead(label, own=own, origin=True)
    if _is_comparison(lower, whole):
        if not _is_compared(column.heads):
            return ColumnHead(label, own=own)
        whole = said(column.heads[-1])
    if not (whole.dates or whole.years or whole.days):
        return ColumnHead(label, said=whole, own=own)
    return _dated_head(column, whole, own)


def _dated_head(column: GridColumn, whole: Said, own: str) -> ColumnHead:
    """A head that names a date or a part of one."""
    label = column.label
    lowest = next((part for head in reversed(column.heads) if (part := said(head)).dates or part.years), None)
    year = _last_year(whole, lowest)
    end = _whole_date(whole, lowest) or next((one for one in whole.dates if one.year == year), None)
    if end is not None:
        return ColumnHead(label, whole.dates, end, said=whole, own=own)
    return ColumnHead(label, year=year, day=_last_day(whole), apart=bool(whole.days), said=whole, own=own)


def _nearest_length(whole: Said, heads: Sequence[str]) -> Said:
    """What a whole head says, with the length nearest to the figures: a title `For the three and six months` over it is of
    all its columns."""
    if not whole.lengths or whole.months is None or len(heads) < 2:
        return whole
    low = next((part for head in reversed(heads) if (part := said(head)).lengths and part.months is not None), whole)
    return whole if low.months == whole.months else whole._replace(months=low.months)


def _last_year(whole: Said, lowest: Said | None) -> int | None:
    """The year nearest to the figures."""
    years = lowest.years if lowest is not None and lowest.years else whole.years
    return years[-1] if years else None


def _last_day(whole: Said) -> Day | None:
    """The day that a head says without its year, or of a date that bears another year."""
    if whole.days:
        return whole.days[-1]
    return Day(whole.dates[-1].month, whole.dates[-1].day) if whole.dates else None


def _is_comparison(lower: str, whole: Said) -> bool:
    """Whether a column holds one period against another, and so has none of its own."""
    if not any(map(lower.__contains__, _COMPARES)):
        return False
    part = any(map(lower.__contains__, _PART_OF))
    return len(whole.years) + len(whole.dates) != 1 or "change" in lower or ("%" in lower and not part)


def _is_compared(heads: Sequence[str]) -> bool:
    """Whether the lowest head is one of the two times that a head above it compares: `2023 Compared to 2022` over the amounts of
    each."""
    if len(heads) < 2 or without_time(heads[-1]):
        return False
    lowest, above = said(heads[-1]), said(" ".join(heads[:-1]))
    one = len(lowest.dates) + len(lowest.years) == 1
    return one and len(above.years) + len(above.dates) == 2


def _whole_date(whole: Said, lowest: Said | None) -> date | None:
    """The one date that a head prints; None where a year beside it stands nearer to the figures."""
    if lowest is None or not whole.dates:
        return None
    if lowest.dates and not lowest.years:
        return lowest.dates[-1]
    return whole.dates[-1] if not whole.years else None


_COUNT = re.compile(
    rf"^(?:for |the )*({expression('numerals', 'ten', 'one')})(?!.*{expression('time', 'month', 'week')})",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"^({expression('time', 'month', 'week')}(?: {expression('time', 'joint')})*) *", re.IGNORECASE)


def _joined(columns: Sequence[GridColumn]) -> list[GridColumn]:
    """The columns, a spanner that was parted between its count and its unit (`NINE  MONTHS ENDED`) being one again."""
    found = list(columns)
    for at in range(len(found) - 1):
        left, right = found[at], found[at + 1]
        if not (left.heads and right.heads):
            continue
        count, unit = _COUNT.match(left.heads[0]), _UNIT.match(right.heads[0])
        if count is not None and unit is not None:
            spanner = f"{count[0]} {unit[1]}"
            found[at] = _under(spanner, left, left.heads[0][count.end() :])
            found[at + 1] = _under(spanner, right, right.heads[0][unit.end() :])
    return found


def _under(spanner: str, column: GridColumn, rest: str) -> GridColumn:
    """A column under this spanner, `rest` being what its first head says besides."""
    heads = tuple(text for text in (spanner, rest.strip(), *column.heads[1:]) if text)
    return GridColumn(" ".join(heads), heads, column.cite, column.left, column.right)


class _Run(NamedTuple):
    """Neighbours that say the same length, or none: the heads from `start` to before `end`."""

    start: int
    end: int
    length: Length | None


def _lent(heads: list[ColumnHead]) -> list[ColumnHead]:
    """The heads, those that say a year and no length having the length of the run beside them where they go on in it: `2000
    (six months) 1999`; and those that say no day having the day of their run."""
    runs = _runs(heads)
    found: list[ColumnHead] = []
    for number, run in enumerate(runs):
        lender = _lender(heads, runs, number)
        length = lender.length if lender is not None else None
        day = _day_of(heads[lender.start : lender.end]) if lender is not None else None
        for head in heads[run.start : run.end]:
            lent_day = day if _day(head) is None else None
            found.append(head._replace(lent=length, lent_day=lent_day, outside=lender is None))
    return found


def _lender(heads: list[ColumnHead], runs: list[_Run], number: int) -> _Run | None:
    """The run whose spanner is over this one too: itself, or the one beside it in which it goes on."""
    run = runs[number]
    if run.length is not None:
        return run
    return next((one for one in _beside(runs, number) if _goes_on(heads, run, one)), None)


def _day_of(heads: Sequence[ColumnHead]) -> Day | None:
    """The first day that one of these says."""
    return next((day for head in heads if (day := _day(head)) is not None), None)


def _runs(heads: list[ColumnHead]) -> list[_Run]:
    runs: list[_Run] = []
    for at, head in enumerate(heads):
        if runs and runs[-1].length == head.length:
            runs[-1] = runs[-1]._replace(end=at + 1)
        else:
            runs.append(_Run(at, at + 1, head.length))
    return runs


def _beside(runs: list[_Run], number: int) -> list[_Run]:
    """The runs to the left and to the right."""
    return [runs[at] for at in (number - 1, number + 1) if 0 <= at < len(runs)]


def _goes_on(heads: list[ColumnHead], run: _Run, lender: _Run) -> bool:
    """Whether columns go on under the spanner over the run beside them: they are no more than it has, and other years. What
    a year of the run has already is of another length."""
    told, more = heads[lender.start : lender.end], heads[run.start : run.end]
    if lender.length is None or len(more) > len(told) or any(head.year is None for head in more):
        return False
    years = [head.whole.year if head.whole is not None else head.year for head in (*told, *more)]
    return len(set(years)) == len(years)


def _day(head: ColumnHead) -> Day | None:
    return Day(head.whole.month, head.whole.day) if head.whole is not None else head.day
