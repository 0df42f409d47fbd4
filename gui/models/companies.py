"""The companies whose filings are open, by what they are known by."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.analysis import Analysis
from core.years.by_hand import company_key
from core.years.company import same_company
from gui.models.titles import calm

_FORMS = frozenset(
    ["inc", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "lp", "sa", "ag", "nv"]
)
"""What the name of a company ends with that tells it from no other."""
_LONGEST = 14
"""Characters of a company's name over a column."""


class Company(NamedTuple):
    """A company: its name, and what it is known by."""

    name: str
    key: str


def company_of(filings: Sequence[Analysis]) -> str:
    """The name of the company whose filings these are, as the last of them has it."""
    return calm(filings[-1].filing.header.company or "") if filings else ""


def other_companies(every: Iterable[Analysis], own: Sequence[Analysis]) -> list[Company]:
    """The companies that are not the one whose filings these are, by name; those that do not tell their name are none."""
    found: dict[str, str] = {}
    for one in every:
        key = company_key(one.filing.header)
        if own and key and one.filing.header.company and not same_company(one.filing.header, own[-1].filing.header):
            found[key] = company_of([one])
    return sorted(Company(name, key) for key, name in found.items())


def filings_of_key(every: Iterable[Analysis], key: str) -> list[Analysis]:
    """The filings of the company that is known so."""
    return [one for one in every if company_key(one.filing.header) == key]


def short_name(name: str) -> str:
    """A company's name as it fits over a column: `Apple Computer`."""
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip(".,") in _FORMS:
        words.pop()
    short = " ".join(words).rstrip(",")
    return short if len(short) <= _LONGEST else short[: _LONGEST - 1].rstrip() + "…"
