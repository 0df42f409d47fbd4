"""Whose a statement is, where one filing holds those of several companies (a utility and its subsidiaries)."""

from core.outline.titles import clean, key
from core.statements.lead_in import Above
from core.vocabulary import single_words

_LONGEST = 90
"""Characters of a company's name over its statements."""
_SUFFIXES = single_words("covers", "suffix") | {"subsidiaries", "subsidiary"}


def owner_of(over: Above, title: str | None) -> str | None:
    """The company named in the line right above the title of a statement; None where none is."""
    wanted = key(title or "")
    at = next((at for at, line in enumerate(over.titles) if wanted and wanted in key(line)), 0)
    return _company(over.titles[at - 1]) if at else None


def _company(line: str) -> str | None:
    words = line.lower().rstrip(" ,").split()
    named = bool(words) and len(line) <= _LONGEST and words[-1] in _SUFFIXES
    return clean(line) if named else None
