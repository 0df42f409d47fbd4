"""What a caption says of the day of its figures, whatever its column's period: opening and closing balances, rows that are dates.

A caption tells a day, or that its figures are of the first or the last moment of the period of their column.
"""

import re
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from core.dates import Day, Said, said, without_time
from core.evidence import Recogniser, Rule
from core.statements.calendar import FiscalCalendar
from core.vocabulary import words

_OPENING, _CLOSING, _ABOUT = (
    words("periods", "at_opening"),
    words("periods", "at_closing"),
    words("periods", "about_balance"),
)
_BALANCE_OF, _HELD = words("periods", "balance_of"), words("periods", "held")
_REMARK = re.compile(r"\s*(?:\([^()]*\)|[:.,*]|[-–—, ]+(?:gross|net))$")
"""What may stand behind a caption: a reference to a note, a mark."""
_AT_ITS_DAY = re.compile(r"(?:^|\b(?:at|as of) |, )(?:[a-z]{3,9}\.? )\d{1,2},? \d{4}$")
_ON_A_DAY = re.compile(r"(?:\b(?:at|as of)|,) [a-z]{3,9}\.? \d{1,2}$")
_DIGIT, _TIMELY = re.compile(r"\d"), re.compile(r"begin|open|\bend|clos")
_TIMELY_PARTS = ("begin", "open", "end", "clos")


class Edge(Enum):
    """The moment of a period that a balance is of."""

    OPENING = "opening"
    CLOSING = "closing"


class Caption(NamedTuple):
    """A caption of which it is asked what day its figures are of: its bare words in small letters, without remarks behind
    them, what it says of time, and the fiscal years."""

    bare: str
    time: Said
    calendar: FiscalCalendar

    @property
    def whole(self) -> date | None:
        """The one whole date that it says, not as the end of a time that lasted."""
        time = self.time
        lasts = time.lasting or time.begins is not None or time.inception or time.days
        return time.dates[0] if len(set(time.dates)) == 1 and not lasts else None

    @property
    def known(self) -> date | None:
        """The same, where the company reports on that day."""
        whole, calendar = self.whole, self.calendar
        if whole is None:
            return None
        reported = (
            whole in calendar.printed or whole in calendar.known.values() or (whole.month, whole.day) == calendar.day
        )
        return whole if reported or calendar.ends_quarter(whole) else None


Moment = date | Day | Edge
"""What a caption says: a day, a day of whatever year its column is of, or an edge of the period of its column."""


def _is_about(bare: str) -> bool:
    """Whether a caption is about a balance and is not one: `allowance for losses` is one."""
    return _ABOUT.search(bare) is not None and _BALANCE_OF.search(bare) is None


def _balance_on(caption: Caption) -> Moment | None:
    held = caption.whole is not None and _HELD.search(caption.bare) and not _is_about(caption.bare)
    return caption.whole if held else None


def _as_of(caption: Caption) -> Moment | None:
    named = caption.known is not None and _AT_ITS_DAY.search(caption.bare) and not _is_about(caption.bare)
    return caption.known if named else None


def _date_alone(caption: Caption) -> Moment | None:
    return caption.known if caption.known is not None and not without_time(caption.bare) else None


def _opening(caption: Caption) -> Moment | None:
    bare = caption.bare
    return Edge.OPENING if _OPENING.search(bare) and not _is_about(bare) else None


def _closing(caption: Caption) -> Moment | None:
    bare = caption.bare
    return Edge.CLOSING if _CLOSING.search(bare) and not _is_about(bare) else None


def _balance_day(caption: Caption) -> Moment | None:
    time, bare = caption.time, caption.bare
    if len(time.days) != 1 or time.dates or time.years or time.lasting:
        return None
    held = _HELD.search(bare) or _ON_A_DAY.search(bare)
    return time.days[0] if held and not _is_about(bare) else None


ROW_DATE: Recogniser[Caption, Moment] = Recogniser(
    "row-date",
    "On which day do the figures of a row stand, whatever its column's period?",
    (
        Rule("balance-on", 9.0, "the caption is of a balance and prints the whole date", _balance_on),
        Rule("as-of", 7.0, "the caption ends in a day on which the company reports", _as_of),
        Rule("date-alone", 6.0, "the caption is a day on which the company reports", _date_alone),
        Rule("opening", 8.0, "a balance at the beginning is of the day before the period", _opening),
        Rule("closing", 8.0, "a balance at the end is of the last day of the period", _closing),
        Rule("balance-day", 6.0, "a balance of a day without year is of an end of the period", _balance_day),
    ),
)


def moment(label: str, calendar: FiscalCalendar) -> Moment | None:
    """What a caption says of the day of its figures; None where no rule is sure."""
    bare = _timely(label)
    return ROW_DATE.decide(Caption(bare, said(label), calendar)) if bare is not None else None


@lru_cache(maxsize=8192)
def _timely(label: str) -> str | None:
    """The bare words of a caption in small letters, without remarks behind them; None where they can't tell a day."""
    lower = label.lower()
    if _DIGIT.search(lower) is None and not _names_an_end(lower):
        return None
    bare = " ".join(lower.split())
    while (shorter := _REMARK.sub("", bare)) != bare:
        bare = shorter
    return bare


def _names_an_end(lower: str) -> bool:
    return any(map(lower.__contains__, _TIMELY_PARTS)) and _TIMELY.search(lower) is not None


def opens(text: str) -> bool:
    """Whether a caption or a head is that of an opening balance."""
    return _OPENING.search(text) is not None


def closes(text: str) -> bool:
    """Whether it is that of a closing balance."""
    return _CLOSING.search(text) is not None


@lru_cache(maxsize=64)
def edge_of(head: str) -> Edge | None:
    """The balance that the head of a column names; it is asked for every row."""
    lower = head.lower()
    if opens(lower):
        return Edge.OPENING
    return Edge.CLOSING if closes(lower) else None
