"""All statements of one company over all the filings given: what is followed, and what is left out and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.analysis import Analysis
from core.years.company import same_company, strangers
from core.years.period import FiscalCalendar, calendar
from core.years.series import Stitched, every_series
from core.years.sources import KINDS, LeftOut, age, left_out, sources


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """A company over the years. `filings` are in order of time; `series` by kind, the company's own before its members'."""

    filings: tuple[Analysis, ...]
    series: tuple[Stitched, ...]
    left_out: tuple[LeftOut, ...]
    calendar: FiscalCalendar

    @property
    def company(self) -> str | None:
        """The name in the latest filing that tells one."""
        return next((one.filing.header.company for one in reversed(self.filings) if one.filing.header.company), None)

    @property
    def cik(self) -> str | None:
        """The company's number with the SEC, of the latest filing that tells it."""
        return next((one.filing.header.cik for one in reversed(self.filings) if one.filing.header.cik), None)


class Company(NamedTuple):
    """The filings of the company that most are of, and those that are known to be of others."""

    own: tuple[Analysis, ...]
    others: tuple[Analysis, ...]


def of_one_company(analyses: Sequence[Analysis]) -> Company:
    """Parts filings by company. A filing that does not tell its company stays with the others."""
    if not analyses:
        return Company((), ())
    headers = [one.filing.header for one in analyses]
    most = max(headers, key=lambda one: sum(same_company(one, other) for other in headers))
    own = tuple(one for one in analyses if not strangers(most, one.filing.header))
    return Company(own, tuple(one for one in analyses if one not in own))


def history(analyses: Iterable[Analysis]) -> History:
    """The history that filings of one company tell."""
    filings = tuple(sorted(analyses, key=age))
    found = [sources(filings, kind) for kind in KINDS]
    return History(
        filings=filings,
        series=tuple(series for one in found for series in every_series(one) if series.rows),
        left_out=(*(left for one in found for left in one.left_out), *left_out(filings)),
        calendar=calendar(filings),
    )
