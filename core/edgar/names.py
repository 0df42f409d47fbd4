"""What filings and companies are called: accession numbers, CIKs, and addresses of EDGAR in all their shapes."""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

_ACCESSION = re.compile(r"(?<!\d)(\d{10})-?(\d{2})-?(\d{6})(?!\d)")
_WHOLE = re.compile(r"(\d{10})-?(\d{2})-?(\d{6})")
_DATA = re.compile(r"/data/0*(\d{1,10})(?:/|$)")
_CIK = re.compile(r"(?:CIK)?[-\s]?0*(\d{1,10})", re.IGNORECASE)
_HOSTS = ("sec.gov", ".sec.gov")
_SENDER = 10
"""Digits of the CIK that an accession number begins with."""
LONGEST_ADDRESS = 2000
"""Characters of an address; longer words are none."""


class Filing(NamedTuple):
    """A submission of EDGAR: the company under which it is found, and its accession number (`0000320193-94-000016`)."""

    cik: int
    accession: str

    @property
    def by_sender(self) -> bool:
        """Whether it is looked for under the one who sent it."""
        return self.cik == int(self.accession[:_SENDER])


def accession_of(words: str) -> str | None:
    """An accession number, with or without its dashes, as EDGAR writes it; None for anything else."""
    match = _WHOLE.fullmatch(words.strip())
    return "-".join(match.groups()) if match else None


def cik_of(words: str) -> int | None:
    """A CIK: `320193`, `0000320193`, `CIK0000320193`; None for anything else."""
    match = _CIK.fullmatch(words.strip())
    return int(match[1]) or None if match else None


def filing_of(words: str) -> Filing | None:
    """The filing that an accession number or an address of EDGAR means; None for anything else.

    A number alone is taken to be of the one who sent it, whose CIK it begins with.
    """
    accession = accession_of(words)
    if accession is not None:
        return Filing(int(accession[:_SENDER]), accession)
    path = _path_of(words)
    match = _ACCESSION.search(path) if path else None
    if path is None or match is None:
        return None
    accession, company = "-".join(match.groups()), _DATA.search(path)
    return Filing(int(company[1]) if company else int(accession[:_SENDER]), accession)


def company_of(words: str) -> int | None:
    """The CIK that an address of EDGAR speaks of; None for anything else, and where it is of a filing."""
    path = _path_of(words)
    if path is None or _ACCESSION.search(path):
        return None
    asked = parse_qs(urlsplit(words.strip()).query)
    named = next((cik_of(value) for key in ("CIK", "cik") for value in asked.get(key, ())), None)
    company = _DATA.search(path)
    return named or (int(company[1]) if company else None)


def _path_of(words: str) -> str | None:
    """The path of an address of EDGAR, of the document shown where it is of the viewer; None for what is no such address."""
    words = words.strip()
    if len(words) > LONGEST_ADDRESS:
        return None
    try:
        parts = urlsplit(words if "://" in words else f"https://{words}")
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not (host == _HOSTS[0] or host.endswith(_HOSTS[1])):
        return None
    shown = parse_qs(parts.query).get("doc")
    return unquote(shown[0] if shown else parts.path)


def path_of(filing: Filing) -> str:
    """Where its full submission is on the server."""
    return f"/Archives/edgar/data/{filing.cik}/{filing.accession}.txt"
