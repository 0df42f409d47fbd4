"""What the rows of a table are told their time by: its columns, the fiscal years, what it says of time besides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.statements.calendar import FiscalCalendar
from core.statements.parts_of_year import YearPart, in_year, is_year, part_in
from core.statements.row_dates import closes, opens
from core.statements.statement import Column, Period, StatementKind
from core.statements.table_period import TableContext

NOTHING_AROUND = TableContext()
"""Of a table that says nothing of time besides its heads."""
UNKNOWN = Period(None, None)


@dataclass(frozen=True)
class Timing:
    """What the rows of a table are told their time by; `quarters`: what is headed by a day alone is the quarter to it;
    `around` what the table says of time besides."""

    kind: StatementKind
    columns: Sequence[Column]
    calendar: FiscalCalendar
    quarters: bool = False
    around: TableContext = NOTHING_AROUND

    @property
    def year_ended(self) -> date | None:
        """The last day of the one year of which prose announces the quarters."""
        return self.around.year_ended

    @cached_property
    def one_time(self) -> bool:
        """Whether the columns tell no different times: what they have was said once for all of them."""
        dated = [column for column in self.columns if column.end is not None]
        return len({one.end for one in dated}) < 2 and len({one.start for one in dated if one.start is not None}) < 2

    @cached_property
    def by_parts(self) -> bool:
        """Whether the columns are parts of a year that is told for each block of rows."""
        return sum(column.end is None and part_in(column.label) is not None for column in self.columns) > 1

    @property
    def across(self) -> bool:
        """Whether the columns go from the balances at the beginning of a time to those at its end."""
        labels = [column.label.lower() for column in self.columns]
        return any(map(opens, labels)) and any(map(closes, labels))

    def within(self, part: YearPart, year: Period) -> Period | None:
        """A part of a fiscal year; what is not known of it is not told."""
        if not is_year(year, self.calendar):
            return None
        return in_year(part, year, self.calendar, lasts=self.quarters) or UNKNOWN
