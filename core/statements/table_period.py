"""The one time that a table speaks of as a whole, where its columns are no periods: `as of June 30, 2025`, `during 2024`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.dates import Said, said
from core.statements.lead_in import Above
from core.tables.grid import Grid

_SENTENCE = re.compile(r"(?<=[a-z\d)])[.;] +(?=[A-Z])")
_LASTS = re.compile(
    r"\b(?:ended|ending|during|for (?:the )?(?:fiscal |calendar )?(?:year|period|(?:19|20)\d\d))\b|^[\W\d]*$|\bfiscal\b"
)
"""What tells that something lasted so long, not only until when."""
_STANDING = re.compile(
    r"carrying|fair value|amortized cost|unrealized|outstanding|\bcost\b|\bassets|liabilit|principal"
)
_TO_COME = re.compile(r"\b(?:thereafter|20\d\d ?(?:-|–|to) ?20\d\d)\b|^20\d\d$")


class Spoken(NamedTuple):
    """The words that name the time, what they say, and whether it is one that lasted; a day if not."""

    time: Said
    lasted: bool


def spoken(grid: Grid, over: Above, titles: tuple[str, ...]) -> Spoken | None:
    """The one time that is said over a table: in its head or its first heading, in its titles, or in the sentence that
    leads up to it; None where there is none, or more than one."""
    sections = [said(row.label) for row in grid.rows if not row.cells and row.label]
    if len({_key(one) for one in sections if _tells(one)}) > 1:
        return None
    for text in _texts(grid, over, titles):
        if not _tells(one := said(text)):
            continue
        if _key(one) is None:
            return None
        return Spoken(one, _lasted(text, one) and not (_is_to_come(grid) or (_is_bare(text) and _stands(grid))))
    return None


def _texts(grid: Grid, over: Above, titles: tuple[str, ...]) -> Iterator[str]:
    """The places where the time may be said, the nearest first."""
    yield grid.stub
    yield from (row.label for row in grid.rows if not row.cells)
    yield from reversed((*titles, *over.head))
    if over.lead:
        yield _SENTENCE.split(over.lead)[-1]


def _tells(time: Said) -> bool:
    return bool(time.dates or time.years)


def _key(time: Said) -> tuple[object, ...] | None:
    """The one date or year that is said; None where several are."""
    dates, years = set(time.dates), set(time.years)
    if len(dates) == 1 and years <= {date.year for date in dates}:
        return (*dates, time.months)
    return (*years, *time.days[:1]) if len(years) == 1 and not dates and len(time.days) < 2 else None


def _lasted(text: str, time: Said) -> bool:
    """Whether the time is one that lasted: `the year ended`, `during 2024`, a year by itself."""
    lower = text.lower()
    if time.dates or time.days:
        ended = "ended" in lower or "ending" in lower or "during" in lower
        return ended and (time.months is not None or time.weeks is not None)
    return _LASTS.search(lower) is not None and not time.instant


def _is_bare(text: str) -> bool:
    """Whether a text is a year and no more."""
    return not any(map(str.isalpha, text))


def _stands(grid: Grid) -> bool:
    """Whether the columns are what there is on a day: values, and what they cost."""
    return any(_STANDING.search(column.label.lower()) for column in grid.columns)


def _is_to_come(grid: Grid) -> bool:
    """Whether the rows are years to come: what is due in them is owed today."""
    return sum(_TO_COME.search(row.label.lower().strip()) is not None for row in grid.rows if row.cells) > 1
