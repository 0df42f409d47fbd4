"""Which filings are of one company: by the number that the Commission gave it, else by its name."""

import re

from core.read.filing import Header
from core.statements.concepts import fold

_ENDINGS = frozenset(
    ("co", "company", "corp", "corporation", "inc", "incorporated", "ltd", "limited", "the", "plc", "llc", "lp")
)
"""Words of a name that one filing writes and the next leaves out."""
_SUBSIDIARIES = re.compile(r" (?:and|&) (?:its )?(?:consolidated )?(?:subsidiar|affiliate)")
"""What follows is nothing of a company's own name."""


def company(header: Header) -> str | None:
    """What tells a company from others: its CIK, or else its name without what is written now one way, now another."""
    return header.cik or company_name(header)


def company_name(header: Header) -> str | None:
    """A company's name for comparing; None where none is known."""
    return plain_name(header.company or "") or None


def plain_name(name: str) -> str:
    """A name without what is written now one way, now another, and without those that belong to the company."""
    named = _SUBSIDIARIES.split(fold(name))[0]
    return " ".join(word for word in named.split() if word not in _ENDINGS)


def same_company(one: Header, other: Header) -> bool:
    """Whether two filings are of one company: by CIK, where both have one, else by name."""
    if one.cik and other.cik:
        return one.cik == other.cik
    name = company_name(one)
    return name is not None and name == company_name(other)


def strangers(one: Header, other: Header) -> bool:
    """Whether two filings are known to be of different companies: both tell of theirs, and it is not the same."""
    known = (one.cik and other.cik) or (company_name(one) is not None and company_name(other) is not None)
    return bool(known) and not same_company(one, other)
