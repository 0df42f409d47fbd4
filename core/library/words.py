"""Texts as the words that are looked for: folded, and every number as what it comes to."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import NamedTuple

from core.figures import LOOSE_AMOUNT

WORDING = 1
"""Which way texts are told as words here: another number with every change of it, so that indexes are made anew."""
_WORD = re.compile(rf"(?<![\w.,])({LOOSE_AMOUNT})(?![^\W_])|[^\W_]++")
"""A number that stands by itself, or a run of letters and digits."""
_AMOUNT = re.compile(r"(?:[0-9](?<![\w.,].)[0-9,]*+(?<!,)(?:\.[0-9]++)?|\.(?<![\w.,].)[0-9]++)(?![^\W_])")
"""A number that stands by itself, in ASCII: it begins with what is looked for, which takes half the time."""
_EASY = re.compile(
    r"[\x01-\x7f\xa0-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7\u2000-\u206f\u20a0-\u20cf\u2122\u2190-\u245f\u2500-\u2775]*+"
)
"""A text in which the index tells words just as they are told here: letters and digits of ASCII, and signs that are neither."""
_SCALED = re.compile(r"\s{1,3}(thousand|million|billion|trillion)s?\b|\s?(%|percent\b|per cent\b)", re.IGNORECASE)
_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_HUNDREDTHS = -2
SIGN = "\u00fe"
"""A letter that filings do not use begins the word of a number."""
_ZERO_POWER, _LEAST, _MOST = 40, 0, 99
"""Powers of ten are written with this added, so that they have two digits and rise as the numbers do."""
_KEPT = 1 << 14
"""Numbers whose words are kept: a filing has most of its numbers several times."""
DIGITS = 15
"""Digits of a number that count."""
MOST_ALIKE = 4
"""Digits by which a range is looked for; the others are compared with what was found."""


class Word(NamedTuple):
    """A word of a text, folded, with its place; of a number nothing but what it comes to, whatever its sign."""

    said: str
    start: int
    end: int
    amount: Decimal | None = None

    @property
    def key(self) -> str:
        """The word as it is in the index."""
        return self.said if self.amount is None else number_key(self.amount)


def words(text: str, known: Mapping[int, Decimal]) -> Iterator[Word]:
    """The words of a text, in order. `known` has what the numbers come to that begin at these places, by a table's scale;
    others come to what is printed, and the word behind it."""
    for match in _WORD.finditer(text):
        digits, (start, end) = match[1], match.span()
        if digits is None or len(digits) > DIGITS * 2:
            yield Word(folded(match[0]), start, end)
        else:
            amount = known.get(start)
            yield Word("", start, end, said(text, end, digits) if amount is None else amount)


def for_index(text: str, known: Mapping[int, Decimal]) -> str:
    """What the index is given of a text: its words, in order; `known` as for `words`. Where the index would tell the words just
    as they are told here, only its numbers are put into words."""
    if _EASY.fullmatch(text) is None:
        return " ".join(word.key for word in words(text, known))

    def as_word(match: re.Match[str]) -> str:
        digits = match[0]
        if len(digits) > DIGITS * 2:
            return digits
        amount = known.get(match.start())
        if amount is not None:
            return number_key(amount)
        by = _power(text, match.end())
        return _printed_key(digits) if not by else number_key(_printed(digits).scaleb(by))

    return " ".join(_AMOUNT.sub(as_word, text).split())


def said(text: str, end: int, digits: str) -> Decimal:
    """What printed digits come to by the word behind them: `1.5 million`, `34%`."""
    by = _power(text, end)
    return _printed(digits).scaleb(by) if by else _printed(digits)


def _printed(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _power(text: str, end: int) -> int:
    """The power of ten by which the word behind a number multiplies it."""
    behind = _SCALED.match(text, end) if text[end : end + 1] not in "\n)" else None
    if behind is None:
        return 0
    return _POWERS[behind[1].lower()] if behind[1] else _HUNDREDTHS


def folded(word: str) -> str:
    """Small letters without accents."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if sign.isalnum())


@lru_cache(maxsize=_KEPT)
def number_key(amount: Decimal) -> str:
    """The word of a number: its power of ten and its digits, so that equal beginnings are near numbers."""
    return SIGN + _padded(amount).rstrip("0") if amount else SIGN


@lru_cache(maxsize=_KEPT)
def _printed_key(digits: str) -> str:
    """The word of a number as it is printed."""
    return number_key(_printed(digits))


def _padded(amount: Decimal) -> str:
    power = min(max(amount.adjusted() + _ZERO_POWER, _LEAST), _MOST)
    digits = "".join(map(str, amount.as_tuple().digits)).lstrip("0")[:DIGITS]
    return f"{power:02}" + digits.ljust(DIGITS, "0")


class Beginning(NamedTuple):
    """How words of numbers begin, or, where `whole`, what they are."""

    key: str
    whole: bool = False


def beginnings(low: Decimal, high: Decimal) -> list[Beginning]:
    """How the words of all numbers between two begin, both of more than nothing; a few others begin so too."""
    first, last = _padded(_shortened(low))[: MOST_ALIKE + 2], _padded(_shortened(high))[: MOST_ALIKE + 2]
    found: list[Beginning] = []
    for prefix in _prefixes(first, last):
        found.append(Beginning(SIGN + prefix))
        bare = prefix.rstrip("0")
        if bare != prefix:
            found.append(Beginning(SIGN + bare, whole=True))
    return list(dict.fromkeys(found))


def _shortened(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(amount.adjusted() - MOST_ALIKE + 1), ROUND_FLOOR)


def _prefixes(first: str, last: str) -> Iterator[str]:
    """The shortest beginnings of all strings of digits from the first to the last, both of one length."""
    if not first:
        yield ""
        return
    if first == "0" * len(first) and last == "9" * len(last):
        yield ""
        return
    for digit in range(int(first[0]), int(last[0]) + 1):
        below = first[1:] if digit == int(first[0]) else "0" * (len(first) - 1)
        above = last[1:] if digit == int(last[0]) else "9" * (len(last) - 1)
        for rest in _prefixes(below, above):
            yield f"{digit}{rest}"
