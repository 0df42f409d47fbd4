"""Whole numbers written out in English: `one hundred twenty-three`, `none`."""

import re

_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_GREAT = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NOTHING = frozenset(("no", "none", "nil", "zero"))
_ROOM = {**dict.fromkeys(_ONES, 10), **dict.fromkeys(_TEENS, 100), **dict.fromkeys(_TENS, 100)}
_SMALL = {**_ONES, **_TEENS, **_TENS}
_BETWEEN = re.compile("[\\s,\u058a\u05be\u2010-\u2015\ufe58\ufe63\uff0d-]+")


def number_of(text: str) -> int | None:
    """The number that these words say, up to the trillions; None where they say none."""
    words = [word for word in _BETWEEN.split(text.lower()) if word]
    if len(words) == 1 and words[0] in _NOTHING:
        return 0
    if words[:1] in (["a"], ["an"]) and len(words) > 1:
        words[0] = "one"
    return _count(words) if words and words[0] != "and" and words[-1] != "and" else None


def _count(words: list[str]) -> int | None:
    """Adds the words up, group by group: the thousands, the millions."""
    total, group, below = 0, _Group(), 10**15
    for word in words:
        if word in _GREAT:
            if not group.amount or _GREAT[word] >= below:
                return None
            below = _GREAT[word]
            total, group = total + group.amount * below, _Group()
        elif word != "and" and not group.take(word):
            return None
    return total + group.amount


class _Group:
    """A number below a thousand in the making. `room`: what the next word must stay below, for after twenty comes no more
    than nine."""

    def __init__(self) -> None:
        self.amount = 0
        self.room = 100

    def take(self, word: str) -> bool:
        """Takes one word in; whether it could stand here."""
        if word == "hundred":
            fits = 0 < self.amount < 100
            self.amount, self.room = self.amount * 100, 100
            return fits
        if word not in _SMALL or _ROOM[word] > self.room:
            return False
        self.amount += _SMALL[word]
        self.room = 10 if word in _TENS else 1
        return True
