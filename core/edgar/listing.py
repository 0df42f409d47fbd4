"""Which companies there are, and which filings each has sent."""

import json
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from core.edgar.client import Client
from core.edgar.names import Filing, accession_of, cik_of, company_of
from core.edgar.trouble import AnswerError, MissingError, UnknownError
from core.target import put

FORMS = ("10-K", "10-K405", "10-KSB", "10-KSB40", "10-KT")
"""Annual reports: what is listed where nobody says which forms."""
_NAMES = "/files/company_tickers.json"
_KEPT = "company_tickers.json"
_DAY = 86400.0
"""Seconds for which a list of names is good."""
_MOST_NAMED = 12
"""Companies named where more than one may be meant."""
_PAGE = re.compile(r"CIK\d{10}-submissions-\d{3,6}\.json")
_ALWAYS = (0, 9999)
_YEAR = len("1994")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Company(NamedTuple):
    """One that files: its number, its name, its ticker where it has one."""

    cik: int
    name: str
    ticker: str = ""


class Listed(NamedTuple):
    """A filing as the list has it: its form, when it was filed and the end of its period (ISO), its size in bytes as the
    list tells it."""

    filing: Filing
    form: str
    filed: str
    period: str
    size: int


class Wanted(NamedTuple):
    """Which filings are wanted: of these forms (`10-K*` for all that begin so), filed in these years, and not before a day
    (ISO)."""

    forms: tuple[str, ...] = FORMS
    years: tuple[int, int] | None = None
    since: str = ""

    def takes(self, listed: Listed) -> bool:
        """Whether this is one of them."""
        form = listed.form.upper()
        return self.spans(listed.filed, listed.filed) and any(fnmatchcase(form, each.upper()) for each in self.forms)

    def spans(self, first: str, last: str) -> bool:
        """Whether one filed between these days may be one of them."""
        begin, end = self.years or _ALWAYS
        return f"{begin:04}" <= last and f"{end:04}" >= first[:_YEAR] and last >= self.since


class History(NamedTuple):
    """A company, and those of its filings that are wanted, the first filed first."""

    company: Company
    filings: tuple[Listed, ...]


# companies


def company(client: Client, words: str) -> Company:
    """The company that a ticker, a CIK, an address or a name means. Raises UnknownError where there is none, or more."""
    cik = cik_of(words) or company_of(words)
    if cik is not None:
        return Company(cik, f"CIK {cik}")
    found = named(words, names(client))
    if not found:
        raise UnknownError(f"no company that trades today is called {words}; others are found by their CIK")
    if len(found) > 1:
        told = ", ".join(f"{each.name} ({each.ticker}, {each.cik})" for each in found[:_MOST_NAMED])
        more = f" and {len(found) - _MOST_NAMED:,} more" if len(found) > _MOST_NAMED else ""
        raise UnknownError(f"{words} may be any of {told}{more}: name one by its ticker or its number")
    return found[0]


def named(words: str, known: Iterable[Company]) -> list[Company]:
    """The companies that words may mean: the one with this ticker or this very name, else all whose names have all the
    words; each once."""
    companies = list(known)
    ticker, plain = words.strip().upper().replace(".", "-"), _plain(words)
    exact = [each for each in companies if each.ticker.upper() == ticker]
    exact = exact or [each for each in companies if _plain(each.name) == plain]
    if not exact and plain:
        asked = set(plain.split())
        exact = [each for each in companies if asked <= set(_plain(each.name).split())]
    return list({each.cik: each for each in reversed(exact)}.values())[::-1]


def _plain(name: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in name.replace("'", "").casefold()).split())


def names(client: Client) -> list[Company]:
    """All companies with a ticker, asked for once a day. Raises EdgarError."""
    kept = client.places.cache / _KEPT
    with suppress(OSError, ValueError, AnswerError):
        if 0 <= time.time() - kept.stat().st_mtime < _DAY:
            return _companies(json.loads(kept.read_bytes()))
    said = client.json(client.settings.www + _NAMES)
    found = _companies(said)
    with suppress(OSError):
        put(kept, json.dumps(said).encode())
    return found


def _companies(said: Any) -> list[Company]:
    try:
        return [Company(int(each["cik_str"]), str(each["title"]), str(each["ticker"])) for each in said.values()]
    except (AttributeError, KeyError, TypeError, ValueError):
        raise AnswerError("the server's list of companies is not as it should be") from None


# filings


def history(client: Client, asked: Company, wanted: Wanted) -> History:
    """The filings of a company that are wanted; older pages of its list are asked for as far as they may have some. Raises
    EdgarError."""
    root = f"{client.settings.data}/submissions/"
    try:
        said = client.json(f"{root}CIK{asked.cik:010}.json")
    except MissingError:
        raise UnknownError(f"there is no company with the CIK {asked.cik}") from None
    try:
        named = Company(asked.cik, str(said["name"]) or asked.name, asked.ticker)
        recent, older = said["filings"]["recent"], said["filings"].get("files") or ()
        pages = [str(page["name"]) for page in older if wanted.spans(_day(page["filingFrom"]), _day(page["filingTo"]))]
    except (KeyError, TypeError, ValueError):
        raise AnswerError(f"the server's list of the filings of {asked.name} is not as it should be") from None
    found = list(_rows(recent, asked))
    for page in pages:
        if not _PAGE.fullmatch(page):
            raise AnswerError(f"the server's list of the filings of {asked.name} goes on at {page!r}, which is no page")
        found += _rows(client.json(root + page), asked)
    once = {each.filing.accession: each for each in found if wanted.takes(each)}
    return History(named, tuple(sorted(once.values(), key=lambda each: (each.filed, each.filing.accession))))


def _day(said: object) -> str:
    if not isinstance(said, str) or not _DATE.fullmatch(said):
        raise ValueError(said)
    return said


def _rows(page: Mapping[str, Sequence[Any]], asked: Company) -> list[Listed]:
    """The filings of one page, which has a list for each column."""
    try:
        columns = [page[name] for name in ("accessionNumber", "form", "filingDate", "reportDate", "size")]
        return [
            Listed(Filing(asked.cik, _accession(accession)), str(form), _day(filed), str(period or ""), int(size or 0))
            for accession, form, filed, period, size in zip(*columns, strict=True)
        ]
    except (KeyError, TypeError, ValueError):
        raise AnswerError(f"the server's list of the filings of {asked.name} is not as it should be") from None


def _accession(said: object) -> str:
    found = accession_of(str(said))
    if found is None:
        raise ValueError(said)
    return found
