"""By what a column's period is told: the rules for its last day and for how long it lasted, from sure to unsure.

What no rule is sure of has no day: a quarter is never dated as the year, nor a year as the quarter beside it.
"""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import NamedTuple

from core.dates import MONTHS_A_HALF, MONTHS_A_QUARTER, MONTHS_A_YEAR, Day, on
from core.evidence import Clue, Recogniser, Rule, Verdict
from core.statements.calendar import FiscalCalendar
from core.statements.column_heads import ColumnHead, Length
from core.statements.statement import PRIMARY, Period, StatementKind
from core.statements.table_period import TableContext

_FLOWS = PRIMARY - {StatementKind.BALANCE_SHEET}
A_DAY = Length(None, None)
"""What does not last: a balance."""
BY_BOTH_ENDS = Length(0, None)
"""As long as from the one day that a head prints to the other."""
A_YEAR, A_HALF, A_QUARTER = Length(MONTHS_A_YEAR, None), Length(MONTHS_A_HALF, None), Length(MONTHS_A_QUARTER, None)
_YEAR_ENDS_LATE = (12, 1)
"""From this day on a fiscal year is the calendar year."""


class Asked(NamedTuple):
    """A column of which the period is asked: its head, what the table says around it, and the fiscal years; `numbered`: the
    head names a part of a year by its number, or a day by the report's own, and only rules for these speak; `behind`: how
    many heads of the table are years that end behind the last day of the filing."""

    head: ColumnHead
    around: TableContext
    kind: StatementKind
    calendar: FiscalCalendar
    numbered: bool
    behind: int

    @property
    def year(self) -> int | None:
        """The year that the head says, or the only one that the titles say."""
        if self.head.year is not None or self.around.blocks:
            return self.head.year
        years = {end.year for end in self.around.ends} | set(self.around.years)
        return years.pop() if len(years) == 1 else None

    @property
    def to_come(self) -> bool:
        """Whether several heads of the table are years that end behind the last day of the filing."""
        return self.behind > 1

    @property
    def day(self) -> Day | None:
        """The day that the spanner over the column says, or else the table."""
        if self.head.outside:
            return self.around.title_day
        return self.head.lent_day or self.around.day

    @property
    def length(self) -> Length | None:
        """How long the period lasts, as its head or the spanner over it says."""
        return self.head.length or self.head.lent


def asked_of(
    heads: Sequence[ColumnHead], around: TableContext, kind: StatementKind, calendar: FiscalCalendar
) -> list[Asked]:
    """The columns of a table, each as its period is asked for."""
    behind = _behind(around, calendar)
    return [Asked(head, around, kind, calendar, _is_numbered(head), behind) for head in heads]


def _is_numbered(head: ColumnHead) -> bool:
    return head.day is None and (head.is_part or head.said.to_date or head.said.trailing)


def _behind(around: TableContext, calendar: FiscalCalendar) -> int:
    """How many heads of a table are years that end behind the last day of the filing."""
    until = calendar.until
    if until is None:
        return 0
    ends = [calendar.end(year) for year in around.head_years]
    return sum([end is not None and end > until for end in ends])


def _to_come(asked: Asked) -> date | None:
    """One of several years that lie behind the last day of the filing: what is due in them is told as of that day."""
    head, calendar = asked.head, asked.calendar
    if not asked.to_come or calendar.until is None or asked.kind in PRIMARY:
        return None
    end = head.whole or (calendar.end(head.year) if head.year is not None else None)
    return calendar.until if end is not None and end > calendar.until else None


def _own_date(asked: Asked) -> date | None:
    return asked.head.whole


def _numbered_part(asked: Asked) -> date | None:
    said, year = asked.head.said, asked.year if asked.numbered else None
    if year is None:
        return None
    if said.quarter is not None:
        return asked.calendar.quarter(year, said.quarter)
    return asked.calendar.half(year, said.half) if said.half is not None else None


def _quarter_of_told_year(asked: Asked) -> date | None:
    """A quarter of the one year of which the sentence before the table tells when it ended."""
    ended, calendar, head = asked.around.year_ended, asked.calendar, asked.head
    if ended is None or not calendar.near(ended):
        return None
    if head.day is not None:
        return _last(head.day, ended) if head.year is None and head.said.months == MONTHS_A_QUARTER else None
    quarter = head.said.quarter
    return calendar.quarter(ended.year - calendar.shift, quarter) if asked.numbered and quarter is not None else None


def _last(day: Day, until: date) -> date:
    """The last such day up to another."""
    here = on(until.year, *day)
    return here if here <= until else on(until.year - 1, *day)


def _to_date(asked: Asked) -> date | None:
    """The day of the year on which the filing's period ends; of a later year than that nothing is known."""
    said, until = asked.head.said, asked.calendar.until
    if not asked.numbered or asked.head.is_part or not (said.to_date or said.trailing) or until is None:
        return None
    year = asked.year or until.year
    return on(year, until.month, until.day) if year <= until.year else None


def _own_day(asked: Asked) -> date | None:
    """A day in the head with a year. The first quarters of a fiscal year may lie in the calendar year before its number."""
    head, calendar, year = asked.head, asked.calendar, asked.year if asked.head.day is not None else None
    if head.day is None or year is None:
        return None
    early = calendar.day is not None and calendar.day < _YEAR_ENDS_LATE and head.day > calendar.day
    return on(year - 1 if head.apart and head.said.months == MONTHS_A_QUARTER and early else year, *head.day)


def _titles_date(asked: Asked) -> date | None:
    """A date of a title, in the year of the head; what lies behind the filing's last day is when a report was signed."""
    if not _year_only(asked) or asked.head.lent_day is not None:
        return None
    year, until = (asked.head.year or 0) + asked.calendar.shift, asked.calendar.until
    ends = (end for end in asked.around.ends if until is None or end <= until)
    return next((end for end in ends if end.year == year), None)


def _tables_day(asked: Asked) -> date | None:
    """A year in the head and the day in its spanner or over the table: a fiscal year's end where they are near."""
    day, year, calendar = asked.day, asked.head.year, asked.calendar
    if not _year_only(asked) or day is None or year is None or asked.around.is_later(day, calendar.until):
        return None
    if asked.around.day_in_prose and asked.head.lent_day is None and not calendar.near(on(year, *day)):
        return None
    return calendar.end(year) if calendar.near(on(year + calendar.shift, *day)) else on(year, *day)


def _reports_day(asked: Asked) -> date | None:
    """A part of a year and no day: that of the filing's own period, in a report on a part of a year."""
    year, until, length = asked.head.year, asked.calendar.until, asked.length
    if length is None and not asked.around.length_in_prose:
        length = asked.around.length
    if not _year_only(asked) or year is None or until is None or length is None or not length.part_of_year:
        return None
    return on(year, until.month, until.day) if year <= until.year and not asked.calendar.near(until) else None


def _year_so_far(asked: Asked) -> date | None:
    """In a report on a part of a year, a year beside the one that goes on: to the day on which the report's part ends."""
    until, calendar, year = asked.calendar.until, asked.calendar, asked.head.year
    if year is None or until is None or asked.behind != 1 or asked.kind in PRIMARY or not _year_only(asked):
        return None
    whole = asked.length is not None and not asked.length.part_of_year
    if whole or year > until.year or calendar.near(until):
        return None
    return on(year, *(asked.day or Day(until.month, until.day)))


def _fiscal_year(asked: Asked) -> date | None:
    """A year alone is a fiscal year, but for a column that says it is a part of one."""
    if not _year_only(asked) or (asked.length is not None and asked.length.part_of_year):
        return None
    return asked.calendar.end(asked.head.year or 0)


def _prose_day(asked: Asked) -> date | None:
    if not _year_only(asked) or asked.day is None:
        return None
    return on(asked.head.year or 0, *asked.day)


def _last_such_day(asked: Asked) -> date | None:
    if asked.head.day is None or asked.kind is not StatementKind.BALANCE_SHEET:
        return None
    return asked.calendar.last(*asked.head.day)


def _year_only(asked: Asked) -> bool:
    head = asked.head
    return head.year is not None and head.day is None and not asked.numbered


COLUMN_END: Recogniser[Asked, date] = Recogniser(
    "column-end",
    "On which day does the period of a column end?",
    (
        Rule("to-come", 11.0, "years that end behind the filing's last day are told as of that day", _to_come),
        Rule("own-date", 10.0, "the head prints the whole date", _own_date),
        Rule("numbered-part", 9.0, "the head names a quarter or a half of a fiscal year", _numbered_part),
        Rule(
            "quarter-of-told-year",
            8.5,
            "the sentence before the table names the year of its quarters",
            _quarter_of_told_year,
        ),
        Rule("year-to-date", 8.0, "year to date ends when the period of the filing does", _to_date),
        Rule("own-day-and-year", 8.0, "the head prints the day, and the year on another line", _own_day),
        Rule("titles-date", 7.0, "a title prints a date of the year in the head", _titles_date),
        Rule("tables-day", 6.0, "the head prints a year, and a spanner or a title the day", _tables_day),
        Rule("reports-day", 5.0, "a part of a year ends as the period of the filing does", _reports_day),
        Rule("year-so-far", 4.5, "a year beside the one that goes on, in a report on a part of it", _year_so_far),
        Rule("fiscal-year", 4.0, "a year alone is a fiscal year", _fiscal_year),
        Rule("prose-day", 2.0, "the head prints a year, and the prose before the table a day", _prose_day),
        Rule(
            "last-such-day",
            2.0,
            "a balance is of the last such day before the end of the filing's period",
            _last_such_day,
        ),
    ),
)


class Ended(NamedTuple):
    """A column whose last day is told, of which it is asked how long its period lasted."""

    asked: Asked
    end: date

    @property
    def whole_year(self) -> bool:
        """Whether it ends with a fiscal year."""
        return self.asked.calendar.near(self.end)


def _as_of_today(ended: Ended) -> Length | None:
    return A_DAY if _to_come(ended.asked) is not None else None


def _balance(ended: Ended) -> Length | None:
    return A_DAY if ended.asked.kind is StatementKind.BALANCE_SHEET else None


def _by_both_ends(ended: Ended) -> Length | None:
    """The head says the first day too, or from where on: a date, the beginning of the company or of the fiscal year."""
    head = ended.asked.head
    told = head.said.begins is not None or head.said.first_day is not None or head.said.to_date
    return BY_BOTH_ENDS if told or (head.said.inception and len(head.dates) > 1) else None


def _own_part(ended: Ended) -> Length | None:
    said = ended.asked.head.said
    if said.half is not None:
        return A_HALF
    return A_QUARTER if said.quarter is not None and said.weeks is None else None


def _own_length(ended: Ended) -> Length | None:
    return ended.asked.head.length


def _spanners_length(ended: Ended) -> Length | None:
    return ended.asked.head.lent


def _beside_a_part(ended: Ended) -> Length | None:
    """A year beside columns that say how long they last is the fiscal year."""
    asked = ended.asked
    lasting = asked.kind in _FLOWS or asked.kind is StatementKind.SELECTED_DATA or asked.around.flows is not False
    return A_YEAR if asked.head.outside and _year_only(asked) and ended.whole_year and lasting else None


def _by_quarters(ended: Ended) -> Length | None:
    asked = ended.asked
    if asked.kind is not StatementKind.QUARTERLY or asked.around.length is not None or asked.around.instant:
        return None
    return A_YEAR if _year_only(asked) and asked.day is None and ended.whole_year else A_QUARTER


def _by_years(ended: Ended) -> Length | None:
    """A statement of flows, or a table of such lines, whose columns end with fiscal years."""
    asked = ended.asked
    if asked.around.length is not None:
        return None
    lasting = asked.kind in _FLOWS or (asked.around.flows is True and not asked.around.instant)
    return A_YEAR if asked.kind is StatementKind.SELECTED_DATA or (lasting and ended.whole_year) else None


def _titles_length(ended: Ended) -> Length | None:
    return ended.asked.around.length if ended.asked.kind in _FLOWS else None


def _a_day(ended: Ended) -> Length | None:
    """Prose says how long something else lasted, or the table says `as of` and prints whole dates."""
    around, whole = ended.asked.around, ended.asked.head.whole is not None
    prose = around.length_in_prose and (around.flows is False or (whole and around.flows is None))
    return A_DAY if prose or (around.instant and whole and around.flows is not True) else None


def _proses_length(ended: Ended) -> Length | None:
    around = ended.asked.around
    if not around.length_in_prose or around.length is None:
        return None
    whole_year = ended.asked.head.whole is None and ended.whole_year
    return A_YEAR if whole_year and (around.length.months or MONTHS_A_YEAR) < MONTHS_A_YEAR else around.length


def _tables_length(ended: Ended) -> Length | None:
    return ended.asked.around.length


COLUMN_LENGTH: Recogniser[Ended, Length] = Recogniser(
    "column-length",
    "How long does the period of a column last?",
    (
        Rule("as-of-today", 13.0, "what lies in the future is told as of a day", _as_of_today),
        Rule("balance-sheet", 12.0, "a balance sheet is of a day", _balance),
        Rule("both-ends", 11.0, "the head says on which day it begins, or that it begins with the year", _by_both_ends),
        Rule("own-part", 10.0, "the head names a quarter or a half", _own_part),
        Rule("own-length", 9.0, "the head says so many months or weeks", _own_length),
        Rule("spanner", 8.0, "the spanner over the columns beside goes on over this one", _spanners_length),
        Rule("beside-a-part", 7.0, "a year beside columns of a part of one is a whole year", _beside_a_part),
        Rule("titles-length", 6.0, "a title of a statement of flows says how long", _titles_length),
        Rule("by-quarters", 5.0, "a table of quarterly data goes by quarters", _by_quarters),
        Rule("by-years", 5.0, "flows to the end of a fiscal year are those of the year", _by_years),
        Rule("a-day", 4.0, "prose tells of another time, or the table says it is of a day", _a_day),
        Rule("prose-length", 3.0, "the prose before the table says how long", _proses_length),
        Rule("tables-length", 2.0, "the table says how long", _tables_length),
    ),
)


Told = dict[tuple[object, ...], Verdict[Period] | None]
"""The periods that were told in a filing, by all that they were told by: many of its tables have heads alike."""


def period_of(asked: Asked, known: Told) -> Verdict[Period] | None:
    """The period of a column by its head; None where no rule is sure of its last day."""
    by = (asked.head.time, asked.around, asked.kind)
    if by not in known:
        clues = COLUMN_END.clues(asked)
        known[by] = lasting(asked, clues) if clues else None
    return known[by]


def lasting(asked: Asked, ends: tuple[Clue, ...]) -> Verdict[Period]:
    """The period whose last day these clues tell, the surest first, and the next best."""
    end = _day(ends[0].says)
    ended = Ended(asked, end)
    lengths = COLUMN_LENGTH.clues(ended)
    period = Period(_start(ended, lengths[0].says if lengths else A_DAY), end)
    told = [Clue(clue.rule, clue.weight, period, clue.cite) for clue in (ends[0], *lengths[:1])]
    score = min([clue.weight for clue in told])
    other = _other_period(ended, ends, lengths, period)
    if other is None:
        return Verdict(period, score, tuple(told))
    return Verdict(period, score, (*told, other.clue), other.clue.says, score - other.behind)  # type: ignore[arg-type]


class _Other(NamedTuple):
    """The clue for another period, and by how much its rule counts less than the one that was followed."""

    clue: Clue
    behind: float


def _other_period(ended: Ended, ends: tuple[Clue, ...], lengths: tuple[Clue, ...], period: Period) -> _Other | None:
    """The next best period: another last day, else another length."""
    other_end = next((clue for clue in ends[1:] if clue.says != ended.end), None)
    if other_end is not None:
        there = Ended(ended.asked, _day(other_end.says))
        start = _start(there, lengths[0].says) if lengths else None
        return _Other(other_end._replace(says=Period(start, there.end)), ends[0].weight - other_end.weight)
    for clue in lengths[1:]:
        if clue.says != lengths[0].says and (other := Period(_start(ended, clue.says), ended.end)) != period:
            return _Other(clue._replace(says=other), lengths[0].weight - clue.weight)
    return None


def _day(says: Hashable) -> date:
    assert isinstance(says, date)  # noqa: S101 - what the rules for the last day say
    return says


def _start(ended: Ended, length: Hashable) -> date | None:
    """The first day of a period of this length; None for a day."""
    assert isinstance(length, Length)  # noqa: S101 - what the rules for the length say
    if length == BY_BOTH_ENDS:
        return _first_day(ended)
    return None if length == A_DAY else ended.asked.calendar.start(ended.end, length.months, length.weeks)


def _first_day(ended: Ended) -> date | None:
    """The first day that the head tells of its period."""
    said, end = ended.asked.head.said, ended.end
    if said.begins is not None:
        return said.begins if said.begins < end else None
    if said.first_day is not None:
        return _before(end, said.first_day)
    return ended.asked.calendar.begin(end) if said.to_date else min(ended.asked.head.dates)


def _before(end: date, day: Day) -> date:
    """The last such day before a period ends: the first of that period."""
    here = on(end.year, *day)
    return here if here < end else on(end.year - 1, *day)
