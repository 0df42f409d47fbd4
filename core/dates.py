"""The grammar of dates and spans of time, as column heads, titles and captions print them: `Year ended December 31, 2003`,
`13 weeks ended 9/30/98`, `4Q21`, `Period from July 22 to December 31, 2021`.

A text is read as *pieces*, each of one of the forms of `core/date_forms.py`.
"""

import re
from calendar import isleap, monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from core.date_forms import OF_DAYS, OF_DIGITS, OF_MONTHS, OF_SIGNS, UNTIL, piece, piece_any_case
from core.vocabulary import entries, expression, meanings, single_words, words

MONTHS_A_YEAR, MONTHS_A_QUARTER, MONTHS_A_HALF, DAYS_A_WEEK = 12, 3, 6, 7
_FIRST_YEAR, _LAST_YEAR = 1930, 2049
"""A bare number of four digits is a year from the one to the other; other years are printed only in whole dates."""
_CENTURY, _TURN = 100, 50
"""A year in two digits is of this century below 50, else of the last."""


class Day(NamedTuple):
    """A day without its year."""

    month: int
    day: int


class Said(NamedTuple):
    """What a piece of text says of time.

    `dates` whole dates in order; `days` days without a year; `years` years alone; `months`/`weeks` the length of the
    period if said (a year is 12); `quarter` and `half` which one; `instant`: a balance date; `inception`: from the beginning;
    `begins` the first day of a period whose last is also said, or that `first_day` where its year is not told; `to_date`
    from the beginning of the fiscal year; `trailing` twelve months to a day that need not end a fiscal year; `lengths` how many
    different lengths are said, of which `months` or `weeks` is the first.
    """

    dates: tuple[date, ...]
    days: tuple[Day, ...]
    years: tuple[int, ...]
    months: int | None
    weeks: int | None
    quarter: int | None
    instant: bool
    inception: bool
    half: int | None = None
    begins: date | None = None
    first_day: Day | None = None
    to_date: bool = False
    trailing: bool = False
    lengths: int = 0

    @property
    def lasting(self) -> bool:
        """Whether a length is said."""
        return self.months is not None or self.weeks is not None


NOTHING = Said((), (), (), None, None, None, instant=False, inception=False)

_LIMITS = tuple(f"{word} " for word in sorted(single_words("time", "limit")))
_NUMBERS = {name: int(number) for name, number in meanings("numerals").items()}
_MONTHS = tuple(tuple(accumulate(entry.phrase.replace("]", "").split("["))) for entry in entries("months"))
MONTH_NAMES = frozenset(names[-1] for names in _MONTHS)
"""The months in small letters, written out."""
MONTH_WORDS = frozenset(name for names in _MONTHS for name in names)
"""The same, and shortened as filings shorten them (`sep`, `sept`)."""
_MONTH_NUMBERS = {entry.phrase[:3]: int(entry.means or 0) for entry in entries("months")}


@lru_cache(maxsize=8192)
def said(text: str) -> Said:
    """What a head, a title or a caption says of time."""
    lower = " ".join(text.lower().split())
    reader = _Reader()
    for match in piece().finditer(lower):
        reader.take(match)
    return reader.said()


class _Reader:
    """Collects the pieces of one text."""

    def __init__(self) -> None:
        self.dates: list[date] = []
        self.days: list[Day] = []
        self.years: list[int] = []
        self.unsure: list[Day] = []
        self.months: int | None = None
        self.weeks: int | None = None
        self.quarter: int | None = None
        self.half: int | None = None
        self.begins: date | None = None
        self.first_day: Day | None = None
        self.lengths: set[int] = set()
        self.flags: set[str] = set()
        self.last: re.Match[str] | None = None

    def take(self, match: re.Match[str]) -> None:
        """Take one piece in."""
        form = str(match.lastgroup)
        _TAKEN[form](self, match)
        if form not in OF_DAYS:
            return
        first = self.last
        self.last = match
        if first is not None and UNTIL.fullmatch(match.string, first.end(), match.start()) is not None:
            self._from_to()

    def _from_to(self) -> None:
        """The last two days are the ends of one period; where the first has no year, it is the last such day before."""
        if len(self.dates) > 1 and not self.days:
            self.begins = self.dates.pop(-2)
        elif self.dates and self.days:
            first, last = self.days.pop(), self.dates[-1]
            self.begins = _date(last.year if first <= (last.month, last.day) else last.year - 1, *first)
        elif len(self.days) > 1:
            self.first_day = self.days.pop(-2)

    def said(self) -> Said:
        """What all pieces say."""
        for day in self.unsure:
            self._two_digits(day)
        return Said(
            tuple(self.dates), tuple(self.days), tuple(self.years), self.months, self.weeks, self.quarter,
            "instant" in self.flags, "inception" in self.flags, self.half, self.begins, self.first_day,
            "to_date" in self.flags, "trailing" in self.flags, len(self.lengths),
        )  # fmt: skip

    def date(self, year: int, month: int, day: int) -> None:
        """A whole date, if there is such a day."""
        if (whole := _date(year, month, day)) is not None:
            self.dates.append(whole)

    def full(self, match: re.Match[str]) -> None:
        self.date(int(match["fy"]), _month(match["fm"]), int(match["fd"]))

    def comma(self, match: re.Match[str]) -> None:
        self.days.append(Day(_month(match["cm"]), _number(match["cd"])))

    def monthday(self, match: re.Match[str]) -> None:
        self.days.append(Day(_month(match["mm"]), _number(match["md"])))

    def monthyear(self, match: re.Match[str]) -> None:
        self._month_of(int(match["yy"]), _month(match["ym"]))

    def monthshort(self, match: re.Match[str]) -> None:
        month = _month(match["hm"])
        if match["hy"]:
            self._month_of(_century(int(match["hy"])), month)
        elif len(match["hn"]) > 2:
            self._month_of(int(match["hn"]), month)
        else:
            self.unsure.append(Day(month, int(match["hn"])))

    def _two_digits(self, day: Day) -> None:
        """`Dec-21`: a day of December where a year is printed besides, else December of 2021."""
        if (self.years or self.dates) and 1 <= day.day <= days_in(_LEAP, day.month):
            self.days.append(day)
        else:
            self._month_of(_century(day.day), day.month)

    def _month_of(self, year: int, month: int) -> None:
        self.date(year, month, days_in(year, month))

    def day(self, match: re.Match[str]) -> None:
        self.date(_century(int(match["dy"] or match["dz"])), _month(match["dm"]), int(match["dd"]))

    def iso(self, match: re.Match[str]) -> None:
        self.date(int(match["iy"]), int(match["im"]), int(match["id"]))

    def slash(self, match: re.Match[str]) -> None:
        self.date(_century(int(match["sy"])), int(match["sm"]), int(match["sd"]))

    def dotted(self, match: re.Match[str]) -> None:
        """`31.12.2021`: the day stands first, where it can."""
        first, second = int(match["td"]), int(match["tm"])
        day, month = (first, second) if second <= MONTHS_A_YEAR else (second, first)
        self.date(int(match["ty"]), month, day)

    def years_(self, _match: re.Match[str]) -> None:
        """`2021-2023`: no single year."""

    def year(self, match: re.Match[str]) -> None:
        if _FIRST_YEAR <= int(match[0]) <= _LAST_YEAR:
            self.years.append(int(match[0]))

    def short(self, match: re.Match[str]) -> None:
        self.years.append(_century(int(match[0][1:])))

    def nthpart(self, match: re.Match[str]) -> None:
        self._part(match["pw"], int(match["pn"]), match["py"])

    def partnth(self, match: re.Match[str]) -> None:
        self._part(match["rw"], int(match["rn"]), match["ry"])

    def _part(self, word: str, number: int, year: str | None) -> None:
        """`4Q21`, `H1 2021`: a quarter or a half, with its year or without."""
        if word == "h" and number > 2:
            return
        if word == "h":
            self.half, self.months = number, self.months or MONTHS_A_HALF
        else:
            self.quarter, self.months = number, self.months or MONTHS_A_QUARTER
        if year:
            self.years.append(_century(int(year.lstrip("'’"))))

    def nth(self, match: re.Match[str]) -> None:
        self._part("h" if match["qh"] else "q", _NUMBERS[match["qn"]], None)

    def nthafter(self, match: re.Match[str]) -> None:
        self._part("q", _NUMBERS[match["an"]], None)

    def onemonth(self, _match: re.Match[str]) -> None:
        self.months = self.months or 1

    def quarter_(self, _match: re.Match[str]) -> None:
        self.months = self.months or MONTHS_A_QUARTER

    def halfyear(self, _match: re.Match[str]) -> None:
        self.months = self.months or MONTHS_A_HALF

    def fiscal(self, match: re.Match[str]) -> None:
        self.years.append(_century(int(match["ay"].lstrip("'’"))))
        self.months = self.months or MONTHS_A_YEAR

    def span(self, match: re.Match[str]) -> None:
        if _is_limit(match):
            return
        counts = [_counted(words) for words in match.group("n1", "n") if words]
        if match["w"]:
            self.weeks = self.weeks or counts[0]
        else:
            self.months = self.months or counts[0]
        self.lengths.update(counts)

    def yearspan(self, _match: re.Match[str]) -> None:
        self.months = self.months or MONTHS_A_YEAR

    def to_date(self, _match: re.Match[str]) -> None:
        self.flags.add("to_date")

    def trailing(self, _match: re.Match[str]) -> None:
        self.flags.add("trailing")
        self.months = self.months or MONTHS_A_YEAR

    def instant(self, _match: re.Match[str]) -> None:
        self.flags.add("instant")

    def inception(self, _match: re.Match[str]) -> None:
        self.flags.add("inception")


_TAKEN: dict[str, Callable[[_Reader, re.Match[str]], None]] = {
    **{name: getattr(_Reader, name) for name in (*OF_MONTHS, *OF_DIGITS, *OF_SIGNS) if name != "years"},
    "years": _Reader.years_,
    "span": _Reader.span, "nth": _Reader.nth, "nthafter": _Reader.nthafter, "onemonth": _Reader.onemonth,
    "partnth": _Reader.partnth, "fiscal": _Reader.fiscal, "quarter": _Reader.quarter_, "instant": _Reader.instant,
    "countyears": _Reader.yearspan, "yearspan": _Reader.yearspan, "todate": _Reader.to_date, "trailing": _Reader.trailing,
    "inception": _Reader.inception, "halfyear": _Reader.halfyear,
}  # fmt: skip
_LEAP, _USUAL = 2000, 2001
"""A year in which every month is as long as it can be, and one in which February is not."""
_MONTH_DAYS = (0, *(monthrange(_USUAL, month)[1] for month in range(1, MONTHS_A_YEAR + 1)))


def _date(year: int, month: int, day: int) -> date | None:
    """This day; None where there is none such."""
    if not 1 <= month <= MONTHS_A_YEAR or not 1 <= day <= days_in(year, month):
        return None
    return date(year, month, day)


def _month(name: str) -> int:
    return _MONTH_NUMBERS[name[:3]]


def _number(day: str) -> int:
    """The number of `31st`."""
    return int(day.rstrip("stndrh"))


def _counted(count: str) -> int:
    """What a count comes to, in words or in digits: `thirty-nine`, `13`."""
    if count.isdecimal():
        return int(count)
    return sum(_NUMBERS[word] for word in count.replace("-", " ").split())


def _century(year: int) -> int:
    if year >= _CENTURY:
        return year
    return year + (1900 if year >= _TURN else 2000)  # the last century and this one


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    return _MONTH_DAYS[month] + (month == 2 and isleap(year))


def on(year: int, month: int, day: int) -> date:
    """This day of the year, or the last day of the month where the month is shorter."""
    return date(year, month, day if day <= _SHORTEST_MONTH else min(day, days_in(year, month)))


def is_month_end(day: date) -> bool:
    """Whether it is the last day of its month."""
    return day.day >= _SHORTEST_MONTH and day.day == days_in(day.year, day.month)


def start_of(end: date, months: int | None, weeks: int | None) -> date:
    """The first day of a period of so many months or weeks that ends on `end`."""
    if weeks is not None:
        return end - timedelta(days=DAYS_A_WEEK * weeks - 1)
    month = end.month - (months or MONTHS_A_YEAR)
    year, month = end.year + (month - 1) // MONTHS_A_YEAR, (month - 1) % MONTHS_A_YEAR + 1
    before = on(year, month, _LONGEST_MONTH) if is_month_end(end) else on(year, month, end.day)
    return before + timedelta(days=1)


_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31
_IDLE = words("time", "idle")
_NO_WORDS = re.compile(r"&\s*[a-z]{2,6}\s*;|\([a-z\d]{1,2}\)|[^\w\s%()]|\(\s*\)|(?<!\w)\d{1,2}(?!\w)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{2}|%")
_JOINT, _ARTICLE = expression("time", "joint"), expression("time", "article")
_JOINTS = re.compile(
    rf"^(?:{_ARTICLE}\s+)*(?:[\s,]*{_JOINT})+(?:\s+{_ARTICLE})*|(?:(?:^|\s){_ARTICLE})*(?:\s*{_JOINT}[\s,]*)+$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def without_time(text: str) -> str:
    """The words of a head that are not about time: `2003 Options` gives `Options`, `Year ended June 30, 1998` nothing."""
    whole = " ".join(text.split())
    left = " ".join(piece_any_case().sub(_gap, whole).split())
    if not _WORD.search(_NO_WORDS.sub(" ", _IDLE.pattern.sub(" ", left))):
        return ""
    return left if left == whole else _JOINTS.sub("", left).strip(" ,;")


def time_alone(text: str) -> bool:
    """Whether words are about time alone, and name a year: `1998`, `Year ended June 30, 1998`."""
    if _DIGIT.search(text) is None or without_time(text):
        return False
    told = said(text)
    return bool(told.dates or told.years)


def _gap(piece: re.Match[str]) -> str:
    """What stays of a piece of time in a head: nothing, but a limit is no time (`Less than 12 months`)."""
    return piece[0] if piece.lastgroup == "span" and _is_limit(piece) else " "


def _is_limit(span: re.Match[str]) -> bool:
    """Whether a length is a limit and no period's: `within 12 months`."""
    return span.string[: span.start()].lower().endswith(_LIMITS)
