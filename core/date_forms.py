"""The forms in which dates, lengths and parts of years are printed, made of named parts and of the words of
`resources/vocabulary` (`months`, `numerals`, `time`). `core/dates.py` says what each means.

A piece is looked for in small letters; the first form that fits at a place is taken, and the groups of a form bear names of
their own.
"""

import re
from functools import cache

from core.vocabulary import entries, expression

YEAR = r"(?:19|20)\d\d"
"""A year in four digits, as a part of other patterns."""
MONTH = expression("months")
"""The name of a month in small letters, short or long, as a part of other patterns."""


def months_in_full(*numbers: int) -> str:
    """The months written out in small letters, these (1 for January) or all: alternatives of a pattern."""
    wanted = [entry.phrase for entry in entries("months") if not numbers or int(entry.means or 0) in numbers]
    return "|".join(phrase.replace("[", "").replace("]", "") for phrase in wanted)


FULL_MONTH = f"(?:{months_in_full()})"
"""A month written out, as a part of other patterns."""

_NAME = rf"{MONTH}\.?"
_GLUED_NAME = rf"{expression('months', edges=False)}\b\.?"
"""Also behind a word: `EndedDecember 31, 2003`."""
_END = r"(?!\d)"
_NTH = r"(?:st|nd|rd|th)?"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9]){_NTH}{_END}"
_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9])"
_DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
_SHORT = rf"(?:{YEAR}|['’]?\d\d){_END}(?![.,]?\d|%)"
"""The year of `4Q21` or `Dec-2021`."""
_SAME = rf"(?<![\d,.$/-]){YEAR}(?![\d%]|,\d|\.\d)"
_ONE, _TEN = expression("numerals", "one"), expression("numerals", "ten")
_COUNT = rf"(?:{_TEN}(?:[ -]{_ONE})?|{_ONE})"
_WEEKS, _MONTHS, _OR_MORE = expression("time", "week"), expression("time", "month"), expression("time", "or_more")
_QUARTER, _HALF = expression("time", "quarter"), expression("time", "half")
_INITIALS = "".join(sorted({entry.phrase[0] for entry in entries("months")}))

OF_MONTHS = {
    "full": rf"(?P<fm>{_GLUED_NAME})(?: {{0,3}}|-)(?P<fd>\d{{1,2}}){_NTH}\b ?[,.-]? {{0,3}}(?P<fy>{YEAR}){_END}",
    "comma": rf"(?P<cm>{_NAME}), ?(?P<cd>{_DAY})(?=,| {YEAR}|$)",
    "monthday": rf"(?P<mm>{_NAME}) {{0,3}}(?P<md>{_DAY})",
    "monthyear": rf"(?P<ym>{_NAME}),? {{1,3}}(?P<yy>{YEAR}){_END}",
    "monthshort": rf"(?P<hm>{_NAME})(?: ?-(?P<hn>\d\d|{YEAR})| ?['’](?P<hy>\d\d))(?![\d-])",
}
OF_DIGITS = {
    "day": rf"\b(?P<dd>\d{{1,2}})(?: |-)(?P<dm>{_NAME})(?:,? {{0,3}}(?P<dy>{YEAR})|-(?P<dz>{YEAR}|\d\d)){_END}",
    "iso": rf"(?<![\d-])(?P<iy>{YEAR})-(?P<im>\d\d)-(?P<id>\d\d){_END}",
    "slash": rf"(?<![\d/])(?P<sm>{_MONTH_NUMBER})[/-](?P<sd>{_DAY_NUMBER})[/-](?P<sy>(?:{YEAR}|\d\d))(?![\d/])",
    "dotted": rf"(?<![\d.])(?P<td>{_DAY_NUMBER})\.(?P<tm>{_DAY_NUMBER})\.(?P<ty>{YEAR})(?![\d.])",
    "nthpart": rf"(?<![\w/.])(?P<pn>[1-4])(?P<pw>q|h)(?:[ -]{{0,2}}(?:fy ?)?(?P<py>{_SHORT}))?\b",
    "years": rf"(?<![\d,.$/-]){YEAR} ?[-–—] ?{YEAR}(?![\d/-])",
    "year": _SAME,
}
OF_SIGNS = {"short": r"(?<!\w)['’]\d\d\b"}
OF_COUNTS = {
    "span": rf"(?:(?P<n1>{_COUNT}),? and )?(?P<n>{_COUNT}|\d{{1,2}})(?: ?\(\d{{1,2}}\))?[ -]{{1,3}}"
    rf"(?:(?P<w>{_WEEKS})|{_MONTHS})(?! {_OR_MORE})",
    "onemonth": r"month end(?:ed|ing)\b",
    "countyears": rf"{_COUNT}[ -]years?\b",
    "nth": rf"(?P<qn>{expression('numerals', 'ordinal')})(?: fiscal)? (?:(?P<qh>{_HALF})|{_QUARTER})",
}
OF_WORDS = {
    "partnth": rf"(?P<rw>q|h)(?P<rn>[1-4])\b(?:[ -]{{0,2}}(?:fy ?)?(?P<ry>{_SHORT}))?",
    "fiscal": rf"fy ?-? ?(?P<ay>{_SHORT})",
    "nthafter": rf"(?:{_QUARTER}) (?P<an>{expression('numerals', 'ordinal')})",
    "quarter": _QUARTER,
    "halfyear": expression("time", "half_year"),
    "instant": rf"{expression('time', 'instant')}|(?<!end )(?<!ed )at (?={MONTH}|year)",
    "todate": expression("time", "to_date"),
    "trailing": expression("time", "trailing"),
    "yearspan": expression("time", "year"),
    "inception": expression("time", "inception"),
}
UNTIL = re.compile(rf"[ ,)]*(?:\([a-z ]{{1,30}}\))?[ ,]*(?:{expression('time', 'until')}|[-–]) ?")
"""What may stand between the first and the last day of a period: `(date of inception) through`."""


def _any(forms: dict[str, str]) -> str:
    return "(?:" + "|".join(f"(?P<{name}>{form})" for name, form in forms.items()) + ")"


_PIECE = (
    rf"(?=[{_INITIALS}]){_any(OF_MONTHS)}|(?=\d){_any(OF_DIGITS)}|(?=['’]){_any(OF_SIGNS)}"
    rf"|(?=[a-z\d])(?<!\w)(?:{_any(OF_COUNTS)}|{_any(OF_WORDS)})"
)


@cache
def piece() -> re.Pattern[str]:
    """A date, a length or a part of a year in small letters. Built when it is first asked for: a start need not wait for it."""
    return re.compile(_PIECE)


@cache
def piece_any_case() -> re.Pattern[str]:
    """The same in letters of any kind."""
    return re.compile(_PIECE, re.IGNORECASE)


OF_DAYS = frozenset(("full", "comma", "monthday", "day", "iso", "slash", "dotted"))
"""The forms of a day: two of them can be the ends of a period."""
