"""Dates and spans of time as column heads and titles say them: `Year ended December 31, 2003`, `13 weeks ended 9/30/98`."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "twenty-six": 26, "twenty-seven": 27, "thirty-nine": 39, "forty": 40,
    "fifty-two": 52, "fifty-three": 53, "twenty six": 26, "thirty nine": 39, "fifty two": 52, "fifty three": 53,
}  # fmt: skip
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_COUNT = r"(?:fifty|twenty|thirty)[ -](?:two|three|six|seven|nine)|" + "|".join(_COUNTS)
_PIECE = re.compile(
    r"(?=[\d'’acdefijmnopqsty])(?:"  # most characters begin no piece: one look tells
    r"(?=jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:"
    rf"(?P<full>(?P<fm>{_NAME}) {{0,3}}(?P<fd>\d{{1,2}})(?:st|nd|rd|th)?\b ?[,.]? {{0,3}}(?P<fy>(?:19|20)\d\d)(?!\d))"
    rf"|\b(?:(?P<monthday>(?P<mm>{_NAME}) {{0,3}}(?P<md>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d))"
    rf"|(?P<monthyear>(?P<ym>{_NAME}),? {{1,3}}(?P<yy>(?:19|20)\d\d)(?!\d))))"
    rf"|(?=\d)(?:(?P<day>\b(?P<dd>\d{{1,2}}) (?P<dm>{_NAME}),? {{0,3}}(?P<dy>(?:19|20)\d\d)(?!\d))"
    r"|(?P<slash>(?<![\d/])(?P<sm>1[0-2]|0?[1-9])[/-](?P<sd>3[01]|[12]\d|0?[1-9])[/-](?P<sy>(?:19|20)?\d\d)(?![\d/]))"
    r"|(?P<year>(?<![\d,.$/-])(?:19[3-9]\d|20[0-4]\d)(?![\d%]|,\d|\.\d)))"
    r"|(?P<short>(?<![\w])['’]\d\d\b)"
    r"|(?P<yearspan>\b(?:(?:fiscal |calendar )?years? (?:ended|ending|end)|for the (?:fiscal )?years?"
    r"|fiscal years?\b|years? end|(?:one|two|three|four|five|ten)[ -]years?\b)|years?\b)"
    r"|\b(?:(?P<quarter>(?P<qn>first|second|third|fourth|1st|2nd|3rd|4th)(?: fiscal)? (?:quarter|qtr\.?)"
    r"|(?P<qs>q[1-4])\b|quarters? ended|quarter\b|quarterly)"
    rf"|(?P<span>(?<!than )(?<!over )(?<!within )(?P<n>{_COUNT}|\d{{1,2}})(?: ?\(\d{{1,2}}\))?"
    r"[ -]{1,3}(?P<unit>months?\b|weeks?\b|mos\.?)"
    r"(?! or (?:more|less|longer|greater)))"
    r"|(?P<instant>as of\b|as at\b|(?<!end )(?<!ed )at (?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|year)))"
    r"|(?P<inception>inception\b|period from\b)))",
)


class Said(NamedTuple):
    """What a piece of text says of time.

    `dates` whole dates in order; `days` (month, day) without a year; `years` alone; `months`/`weeks` the length of the
    period if said (a year is 12); `quarter` which one; `instant`: a balance date; `inception`: from the beginning.
    """

    dates: tuple[date, ...]
    days: tuple[tuple[int, int], ...]
    years: tuple[int, ...]
    months: int | None
    weeks: int | None
    quarter: int | None
    instant: bool
    inception: bool


NOTHING = Said((), (), (), None, None, None, instant=False, inception=False)


@lru_cache(maxsize=8192)
def said(text: str) -> Said:
    """What a head, a title or a caption says of time."""
    lower = " ".join(text.lower().split())
    reader = _Reader()
    for match in _PIECE.finditer(lower):
        reader.take(match)
    return Said(
        tuple(reader.dates), tuple(reader.days), tuple(reader.years), reader.months, reader.weeks, reader.quarter,
        reader.instant, reader.inception,
    )  # fmt: skip


class _Reader:
    """Collects the pieces of one text."""

    def __init__(self) -> None:
        self.dates: list[date] = []
        self.days: list[tuple[int, int]] = []
        self.years: list[int] = []
        self.months: int | None = None
        self.weeks: int | None = None
        self.quarter: int | None = None
        self.instant = self.inception = False

    def take(self, match: re.Match[str]) -> None:
        """Take one piece in."""
        getattr(self, f"_{match.lastgroup}")(match)

    def _date(self, year: int, month: int, day: int) -> None:
        if 1 <= day <= monthrange(year, month)[1]:
            self.dates.append(date(year, month, day))

    def _full(self, match: re.Match[str]) -> None:
        self._date(int(match["fy"]), _MONTH[match["fm"][:3]], int(match["fd"]))

    def _day(self, match: re.Match[str]) -> None:
        self._date(int(match["dy"]), _MONTH[match["dm"][:3]], int(match["dd"]))

    def _slash(self, match: re.Match[str]) -> None:
        self._date(_century(int(match["sy"])), int(match["sm"]), int(match["sd"]))

    def _monthday(self, match: re.Match[str]) -> None:
        self.days.append((_MONTH[match["mm"][:3]], int(match["md"])))

    def _monthyear(self, match: re.Match[str]) -> None:
        year, month = int(match["yy"]), _MONTH[match["ym"][:3]]
        self._date(year, month, monthrange(year, month)[1])

    def _year(self, match: re.Match[str]) -> None:
        self.years.append(int(match[0]))

    def _short(self, match: re.Match[str]) -> None:
        self.years.append(_century(int(match[0][1:])))

    def _quarter(self, match: re.Match[str]) -> None:
        self.months = self.months or 3
        if match["qn"]:
            self.quarter = _ORDER[match["qn"]]
        elif match["qs"]:
            self.quarter = int(match["qs"][1])

    def _span(self, match: re.Match[str]) -> None:
        word = match["n"].replace(" ", "-")
        count = _COUNTS.get(word) or _COUNTS.get(match["n"]) or int(word if word.isdigit() else 0)
        if match["unit"].startswith("w"):
            self.weeks = self.weeks or count
        else:
            self.months = self.months or count

    def _yearspan(self, match: re.Match[str]) -> None:
        if match[0] not in ("year", "years") or self.months is None:
            self.months = self.months or 12

    def _instant(self, _match: re.Match[str]) -> None:
        self.instant = True

    def _inception(self, _match: re.Match[str]) -> None:
        self.inception = True


def _century(year: int) -> int:
    if year >= 100:
        return year
    return year + (1900 if year >= 50 else 2000)


def on(year: int, month: int, day: int) -> date:
    """This day of the year, or the last day of the month where the month is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def is_month_end(day: date) -> bool:
    """Whether it is the last day of its month."""
    return day.day == monthrange(day.year, day.month)[1]


def start_of(end: date, months: int | None, weeks: int | None) -> date:
    """The first day of a period of so many months or weeks that ends on `end`."""
    if weeks is not None:
        return end - timedelta(days=7 * weeks - 1)
    month = end.month - (months or 12)
    year, month = end.year + (month - 1) // 12, (month - 1) % 12 + 1
    before = on(year, month, 31) if is_month_end(end) else on(year, month, end.day)
    return before + timedelta(days=1)


_IDLE = re.compile(
    r"(?i)\b(?:ended|ending|end|and|the|for|of|as|to|in|on|unaudited|audited|restated|(?:as )?reclassified|thousands|millions"
    r"|dollars|except|per share(?: data| amounts?)?|data|amounts?|through|from|date|days|fiscal|calendar|notes?|u\.?s\.?"
    r"|compared with|period|year|months?)\b"
    r"|\([a-z\d]{1,2}\)|[^\w\s%()]|\(\s*\)|(?<!\w)\d{1,2}(?!\w)"
)


@lru_cache(maxsize=8192)
def without_time(text: str) -> str:
    """The words of a head that are not about time: `2003 Options` gives `Options`, `Year ended June 30, 1998` nothing."""
    words = " ".join(_PIECE_ANY_CASE.sub(" ", text).split())
    return words if re.search(r"[^\W\d_]{2}|%", _IDLE.sub(" ", words)) else ""


_PIECE_ANY_CASE = re.compile(_PIECE.pattern, re.IGNORECASE)
