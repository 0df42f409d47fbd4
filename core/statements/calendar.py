"""When a company's fiscal years end: from the filing's header, and from the whole dates that its statements print."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.dates import MONTHS_A_QUARTER, MONTHS_A_YEAR, is_month_end, on, start_of
from core.read.filing import Header

_NEAR = 20
"""Days by which the end of a fiscal year may be away from its usual day."""
_PARTS = {3: 91, 6: 182, 9: 273}
"""Days of a part of a year, by its months."""
_SLACK = 13
"""Days by which a part of a year of whole weeks may be longer or shorter."""
_QUARTERS, _QUARTER_DAYS, _QUARTER_WEEKS = 4, 91, 13
_WEEK = 7
_YEARS_PRINTED = 1100
"""Days: a filing reports on some three years."""
_LEAST_YEAR, _MOST_YEAR = 350, 380
"""Days. What lies nearer to each other, or farther apart, are no ends of two years that follow one another."""
_FIRST, _LAST = 1900, 2100
"""Years between which a number of four digits can be a fiscal year."""
_NEXT_TO, _BEFORE = (0, -1, 1), (0, -1)
WEEKS_A_YEAR = 52
_ANNUAL = ("10-K", "10K", "20-F", "40-F", "ARS")
"""How the names of forms begin that report on a whole year."""


@dataclass(slots=True)
class FiscalCalendar:
    """`known` are fiscal year ends seen printed, by calendar year; `shift` what is added to the year a filer calls its
    own (a retailer's fiscal 1994 ends in January 1995: 1); `until` is the last day that the filing reports on; `printed` are
    the whole dates that statements print."""

    day: tuple[int, int] | None
    anchor: date | None
    known: dict[int, date] = field(default_factory=dict)
    shift: int = 0
    until: date | None = None
    printed: set[date] = field(default_factory=set)

    @classmethod
    def of(cls, header: Header) -> "FiscalCalendar":
        """From the header: an annual report's period ends with the fiscal year."""
        annual = (header.form or "").upper().startswith(_ANNUAL)
        end = header.period_end
        day = header.fiscal_year_end
        if day is None and annual and end is not None:
            day = (end.month, end.day)
        calendar = cls(day, None, until=end)
        if end is not None and day is not None and calendar.near(end):
            calendar.anchor = end
            calendar.known[end.year] = end
        return calendar

    def near(self, day: date) -> bool:
        """Whether this day is, or nearly is, the end of a fiscal year."""
        if self.day is None or not date.min.year < day.year < date.max.year:
            return False
        for step in _NEXT_TO:  # noqa: SIM110 - asked of every column and heading
            if abs((day - on(day.year + step, *self.day)).days) <= _NEAR:
                return True
        return False

    def ends_quarter(self, day: date) -> bool:
        """Whether this day is, or nearly is, the end of a quarter, not behind the last day of the filing."""
        if self.until is None or day > self.until or (self.until - day).days > _YEARS_PRINTED:
            return False
        off = (self.until - day).days % _QUARTER_DAYS
        return min(off, _QUARTER_DAYS - off) <= _WEEK

    def learn(self, days: Iterable[date]) -> None:
        """Take in whole dates that primary statements print."""
        for day in days:
            self.printed.add(day)
            if self.near(day):
                self.known.setdefault(day.year, day)
                self.anchor = self.anchor or day

    def end(self, year: int) -> date | None:
        """The last day of the fiscal year that the filer calls by this number."""
        year += self.shift
        if year in self.known:
            return self.known[year]
        if self.day is None or not _FIRST < year < _LAST:
            return None
        if self.anchor is None or is_month_end(self.anchor):
            return on(year, *self.day)
        rough = on(year, self.anchor.month, self.anchor.day)
        return _same_weekday(rough, self.anchor)

    def last(self, month: int, day: int) -> date | None:
        """The last such day that the filing can report on: a balance date printed without its year."""
        if self.until is None:
            return None
        here = on(self.until.year, month, day)
        return here if here <= self.until else on(self.until.year - 1, month, day)

    def start(self, end: date, months: int | None, weeks: int | None) -> date:
        """The first day of a period that ends on `end`; a year begins the day after the one before it ended, and so do the
        periods that begin with it. Years that end on a day of the week have quarters of thirteen weeks."""
        found = None
        if (weeks or 0) >= WEEKS_A_YEAR or months == MONTHS_A_YEAR:
            found = self._start_of_year(end, months)
        elif months in _PARTS:
            found = self._start_of_part(end, months)
        return found or start_of(end, months, weeks)

    def _start_of_year(self, end: date, months: int | None) -> date | None:
        """The first day of a year that does not begin with a month."""
        before = self.known.get(end.year - 1)
        if before is None:
            floating = months == MONTHS_A_YEAR and self._floats and self.near(end)
            return start_of(end, None, WEEKS_A_YEAR) if floating else None
        floats = not (is_month_end(end) and is_month_end(before))
        return before + timedelta(days=1) if floats and _LEAST_YEAR <= (end - before).days <= _MOST_YEAR else None

    def _start_of_part(self, end: date, months: int) -> date | None:
        """The first day of three, six or nine months that begin with a year or are a quarter of weeks."""
        before = self._year_before(end)
        if before is None or (is_month_end(end) and (is_month_end(before) or (end - before).days % _WEEK)):
            return None
        if abs((end - before).days - _PARTS[months]) <= _SLACK:
            return before + timedelta(days=1) if self._sure(before) else start_of(end, None, _PARTS[months] // _WEEK)
        return start_of(end, None, _QUARTER_WEEKS) if months == MONTHS_A_QUARTER else None

    @property
    def _floats(self) -> bool:
        """Whether the years are known to end on one day of the week, not on one of the month."""
        days = set(self.known.values())
        return len({day.weekday() for day in days}) == 1 < len({(day.month, day.day) for day in days})

    def _sure(self, ended: date) -> bool:
        """Whether a fiscal year is known to end on this day, or ends with a month."""
        return self.anchor is not None or is_month_end(ended)

    def _year_before(self, end: date) -> date | None:
        """The last day of the fiscal year before the one in which a period ends."""
        years = (self.end(end.year + step - self.shift) for step in _BEFORE)
        return max((day for day in years if day is not None and day < end), default=None)

    def begin(self, end: date) -> date | None:
        """The first day of the fiscal year in which a period ends."""
        before = self._year_before(end)
        return before + timedelta(days=1) if before is not None else None

    def quarter(self, year: int, number: int) -> date | None:
        """The last day of a quarter (1-4) of a fiscal year: as statements print it, where they do."""
        end = self.end(year)
        if end is None or number == _QUARTERS:
            return end
        if is_month_end(end) and all(map(is_month_end, self.known.values())):
            rough = start_of(end, MONTHS_A_QUARTER * (_QUARTERS - number), None) - timedelta(days=1)
        else:
            rough = end - timedelta(days=_QUARTER_DAYS * (_QUARTERS - number))
        return next((day for day in sorted(self.printed) if abs((day - rough).days) <= _WEEK), rough)

    def half(self, year: int, number: int) -> date | None:
        """The last day of a half (1-2) of a fiscal year."""
        return self.quarter(year, 2 * number)


def _same_weekday(day: date, as_of: date) -> date:
    """The nearest day that is the same day of the week as another."""
    half = _WEEK // 2
    return day + timedelta(days=(as_of.weekday() - day.weekday() + half) % _WEEK - half)
