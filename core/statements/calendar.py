"""When a company's fiscal years end: from the filing's header, and from the whole dates that its statements print."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.dates import is_month_end, on, start_of
from core.read.filing import Header

_NEAR = 20
_PARTS = {3: 91, 6: 182, 9: 273}
"""Days of a part of a year, by its months."""
_WEEKS = 13
"""Days by which a part of a year of whole weeks may be longer or shorter."""


@dataclass(slots=True)
class FiscalCalendar:
    """`known` are fiscal year ends seen printed, by calendar year; `shift` what is added to the year a filer calls its
    own (a retailer's fiscal 1994 ends in January 1995: 1); `until` is the last day that the filing reports on."""

    day: tuple[int, int] | None
    anchor: date | None
    known: dict[int, date] = field(default_factory=dict)
    shift: int = 0
    until: date | None = None

    @classmethod
    def of(cls, header: Header) -> "FiscalCalendar":
        """From the header: an annual report's period ends with the fiscal year."""
        annual = (header.form or "").upper().startswith(("10-K", "10K", "20-F", "10-KT", "40-F", "ARS"))
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
        if self.day is None:
            return False
        return any(abs((day - on(day.year + step, *self.day)).days) <= _NEAR for step in (-1, 0, 1))

    def learn(self, days: Iterable[date]) -> None:
        """Take in whole dates that primary statements print."""
        for day in days:
            if self.day is None:
                self.day = (day.month, day.day)
            if self.near(day):
                self.known.setdefault(day.year, day)
                self.anchor = self.anchor or day

    def end(self, year: int) -> date | None:
        """The last day of the fiscal year that the filer calls by this number."""
        year += self.shift
        if year in self.known:
            return self.known[year]
        if self.day is None or not 1900 < year < 2100:
            return None
        if self.anchor is None or is_month_end(self.anchor):
            return on(year, *self.day)
        rough = on(year, self.anchor.month, self.anchor.day)
        return rough + timedelta(days=(self.anchor.weekday() - rough.weekday() + 3) % 7 - 3)

    def last(self, month: int, day: int) -> date | None:
        """The last such day that the filing can report on: a balance date printed without its year."""
        if self.until is None:
            return None
        here = on(self.until.year, month, day)
        return here if here <= self.until else on(self.until.year - 1, month, day)

    def start(self, end: date, months: int | None, weeks: int | None) -> date:
        """The first day of a period that ends on `end`; a year begins the day after the one before it ended, and so do the
        periods that begin with it. Years that end on a day of the week have quarters of thirteen weeks."""
        if (weeks or 0) >= 52 or months == 12:
            before = self.known.get(end.year - 1)
            floats = before is not None and not (is_month_end(end) and is_month_end(before))
            if before is not None and floats and 350 <= (end - before).days <= 380:
                return before + timedelta(days=1)
            if before is None and months == 12 and self._floats and self.near(end):
                return start_of(end, None, 52)
        elif months in _PARTS and not is_month_end(end) and (before := self._year_before(end)) is not None:
            if abs((end - before).days - _PARTS[months]) <= _WEEKS:
                return before + timedelta(days=1)
            if months == 3:
                return start_of(end, None, 13)
        return start_of(end, months, weeks)

    @property
    def _floats(self) -> bool:
        """Whether the years are known to end on one day of the week, not on one of the month."""
        days = set(self.known.values())
        return len({day.weekday() for day in days}) == 1 < len({(day.month, day.day) for day in days})

    def _year_before(self, end: date) -> date | None:
        """The last day of the fiscal year before the one in which a period ends."""
        found = [
            day for year in (end.year, end.year - 1) if (day := self.end(year - self.shift)) is not None and day < end
        ]
        return max(found, default=None)

    def quarter(self, year: int, number: int) -> date | None:
        """The last day of a quarter (1-4) of a fiscal year."""
        end = self.end(year)
        if end is None or number == 4:
            return end
        return start_of(end, 3 * (4 - number), None) - timedelta(days=1)
