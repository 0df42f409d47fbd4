"""In which order and under what the open filings stand in the tree: company, fiscal year, filing."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from core.analysis import Analysis
from core.read.filing import QUARTERLY, Header
from core.years.company import company_name
from core.years.period import FiscalCalendar, Period, calendar, is_annual
from gui.models.titles import calm, filing_title

COMPANY, YEAR, FILING = "company", "year", "filing"
_AMENDED = "/A"
_ANNUAL, _INTERIM, _OTHER = range(3)
"""How the filings of a year are ordered before their dates are looked at."""

Key = tuple[str, ...]


class Branch(NamedTuple):
    """A company, a fiscal year or a filing (`path`) with what stands below it. `key` stays the same as filings come and go."""

    key: Key
    kind: str
    title: str
    path: Path | None = None
    below: tuple["Branch", ...] = ()


class Entry(NamedTuple):
    """An open filing and what is compared of its company: its CIK and its name."""

    analysis: Analysis
    cik: str | None
    name: str | None

    @property
    def header(self) -> Header:
        """What its header says."""
        return self.analysis.filing.header


class _Dated(NamedTuple):
    """A filing of a company with its fiscal year and quarter, as far as they are known."""

    entry: Entry
    year: int | None
    quarter: int | None

    @property
    def form(self) -> str:
        return (self.entry.header.form or "").upper()

    @property
    def order(self) -> tuple[int, int, int, date, str]:
        """Later years first; in a year the annual report, the quarters, the rest by date."""
        kind = _ANNUAL if is_annual(self.entry.header) else _INTERIM if self.form.startswith(QUARTERLY) else _OTHER
        quarter = self.quarter or 0 if kind == _INTERIM else 0
        return (-(self.year or 0), kind, quarter, _day(self.entry.header) or date.min, self.entry.analysis.filing.name)


def entry(analysis: Analysis) -> Entry:
    """What the arrangement needs of a filing."""
    header = analysis.filing.header
    return Entry(analysis, header.cik, company_name(header))


def arranged(entries: Iterable[Entry]) -> tuple[Branch, ...]:
    """The open filings as they stand in the tree: companies by name; a company with one filing is that filing."""
    companies = [_company(key, found) for key, found in _by_company(entries).items()]
    return tuple(sorted(companies, key=lambda one: (one.title.casefold(), one.key)))


def _by_company(entries: Iterable[Entry]) -> dict[Key, list[Entry]]:
    """Filings by company: those with a CIK by it, the others with those of the same name, or alone where they have none."""
    found: dict[Key, list[Entry]] = {}
    named: dict[str, Key] = {}
    for one in sorted(entries, key=lambda one: one.cik is None):
        key: Key = (
            (COMPANY, one.cik) if one.cik else (COMPANY, "", one.name) if one.name else (COMPANY, "", "", _path(one))
        )
        if one.cik is None and one.name in named:
            key = named[one.name]
        if one.name is not None:
            named.setdefault(one.name, key)
        found.setdefault(key, []).append(one)
    return found


def _path(one: Entry) -> str:
    return str(one.analysis.path)


def _company(key: Key, entries: Sequence[Entry]) -> Branch:
    if len(entries) == 1:
        return _filing(entries[0], filing_title(entries[0].analysis.filing))
    known = calendar(one.analysis for one in entries)
    dated = sorted((_dated(one, known) for one in entries), key=lambda one: one.order)
    tops = [one for one in dated if _amends(one, dated) is None]
    below: dict[str, list[_Dated]] = {}
    for one in dated:
        amended = _amends(one, dated)
        if amended is not None:
            below.setdefault(_path(amended.entry), []).append(one)
    filings = {one: _with_amendments(one, below) for one in tops}
    years = [one.year for one in tops]
    if len(set(years)) < len(years) and len(set(years)) > 1:
        parts = tuple(_year(key, year, filings) for year in dict.fromkeys(years))
    else:
        parts = tuple(filings.values())
    latest = next((one.entry.header.company for one in dated if one.entry.header.company), None)
    return Branch(key, COMPANY, calm(latest) if latest else "", None, parts)


def _year(key: Key, year: int | None, filings: dict[_Dated, Branch]) -> Branch:
    title = f"Fiscal {year}" if year else "Without a date"
    return Branch(
        (YEAR, *key[1:], str(year)), YEAR, title, None, tuple(b for one, b in filings.items() if one.year == year)
    )


def _dated(one: Entry, known: FiscalCalendar) -> _Dated:
    day = _day(one.header)
    fiscal = known.of(Period(day)) if day is not None and known.year_ends else None
    if fiscal is None:
        return _Dated(one, one.header.fiscal_year or (day.year if day else None), None)
    return _Dated(one, fiscal.year, fiscal.quarter)


def _day(header: Header) -> date | None:
    return header.period_end or header.dated or header.filed


def _amends(one: _Dated, others: Iterable[_Dated]) -> _Dated | None:
    """The filing that an amendment amends, where it is open: of the same form, year and quarter."""
    if not one.form.endswith(_AMENDED):
        return None
    base = one.form.removesuffix(_AMENDED)
    same = [each for each in others if (each.year, each.quarter) == (one.year, one.quarter)]
    plain = [each for each in same if not each.form.endswith(_AMENDED)]
    exact = next((each for each in plain if each.form == base), None)
    return exact or next((each for each in plain if is_annual(each.entry.header) and is_annual(one.entry.header)), None)


def _with_amendments(one: _Dated, below: dict[str, list[_Dated]]) -> Branch:
    amendments = tuple(_filing(each.entry, _title(each)) for each in below.get(_path(one.entry), ()))
    return _filing(one.entry, _title(one))._replace(below=amendments)


def _filing(one: Entry, title: str) -> Branch:
    return Branch((FILING, _path(one)), FILING, title, one.analysis.path)


def _title(one: _Dated) -> str:
    """A filing among those of its company: `10-K 2003`, `10-Q 2003 · Q2`, `8-K 2003-04-17`."""
    header = one.entry.header
    if header.form is None:
        return one.entry.analysis.filing.name
    if is_annual(header) or one.form.startswith(QUARTERLY):
        told = " ".join(str(word) for word in (header.form, one.year) if word)
        return f"{told} · Q{one.quarter}" if one.quarter and not is_annual(header) else told
    day = _day(header)
    return f"{header.form} {day.isoformat()}" if day else header.form
