"""Words that change from year to year though nothing else is said: dates, and figures."""

import re
from collections.abc import Sequence

from core.compare.change import ChangeKind
from core.dates import MONTH_WORDS
from core.vocabulary import single_words

_NUMBER = re.compile(r"\d[\d.,/]*(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)\d\d|(?:fy|')\d\d")
_DAYS = 31
_NUMBER_WORDS = single_words("numerals") | {"half"}
_UNITS = frozenset(("$", "%", "(", ")", ".", ",", "€", "£", "¥", "million", "billion", "thousand", "percent", "cents"))
_DATE_SIGNS = frozenset((",", "."))


def kind_of(old: Sequence[str], new: Sequence[str], before: str) -> ChangeKind:
    """What a replacement of words is; `before` is the word that both stand after."""
    if not old or not new:
        return ChangeKind.DELETE if old else ChangeKind.INSERT
    if _is_date(old, before) and _is_date(new, before):
        return ChangeKind.DATE
    return ChangeKind.FIGURE if _is_figure(old) and _is_figure(new) else ChangeKind.REPLACE


def _is_date(words: Sequence[str], before: str) -> bool:
    """A year, a month, or a day beside a month."""
    told = [word for word in words if word not in _DATE_SIGNS]
    month = before in MONTH_WORDS
    for word in told:
        if word in MONTH_WORDS:
            month = True
        elif not (_YEAR.fullmatch(word) or (month and word.isdecimal() and 0 < int(word) <= _DAYS)):
            return False
    return bool(told)


def _is_figure(words: Sequence[str]) -> bool:
    """A figure, in digits or words, with what it counts."""
    told = [word for word in words if word not in _UNITS]
    return bool(told) and all(_NUMBER.fullmatch(word) or word in _NUMBER_WORDS for word in told)
