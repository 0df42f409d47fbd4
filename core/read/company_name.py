"""Names of companies as covers, press releases and exhibits print them."""

import re
from collections.abc import Iterator

from core.dates import said, without_time
from core.vocabulary import single_words, words

LONGEST_LINE = 400
"""Characters of a line that are looked through for a name."""
_MOST_WORDS = 8
"""Words of a name before the last."""
_MOST_LINES = 3
"""Lines that a name takes at most; more are no name. So many lines with other words are passed over to reach one."""
_COLUMNS_APART = re.compile(" {4,}")
_RULE = "-_=*. "

_LAST = "|".join(sorted(map(re.escape, single_words("covers", "suffix")), key=len, reverse=True))
_INNER = r"(?:(?:and|of|the|for|de)\b|-(?= )|[A-Z&(][\w&.')/-]*)"
_NAME = re.compile(
    rf"(?<![\w-])[A-Z][\w&.'-]*(?:,?[ ]{{1,3}}{_INNER}){{0,{_MOST_WORDS}}}?,?[ ]{{1,3}}(?i:(?P<last>{_LAST}))(?!\w)"
)
_OTHER = words("covers", "other")
_JOINING = single_words("covers", "joining")
_VERB = re.compile(rf"\s+(?:{'|'.join(sorted(single_words('covers', 'verb')))})\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"([^\W\d_]+)[\s,(]*$")


def first_name(head: str) -> str | None:
    """The first words that end as companies' names do and stand in no sentence about something else; in small letters
    where the page has them so too."""
    at = 0
    for line in head.split("\n"):
        for found in _NAME.finditer(line[:LONGEST_LINE]):
            start, end = at + found.start(), at + found.end()
            if not (_OTHER.search(found[0]) or _is_verb(found["last"], head, end) or in_a_sentence(head, start)):
                return _best_printing(found[0], head)
        at += len(line) + 1
    return None


def nearest_name(lines: Iterator[str]) -> str | None:
    """The name on the nearest of these lines, going up; one that takes several lines is joined."""
    found: list[str] = []
    passed = 0
    for line in lines:
        bare = _piece(line)
        if not bare.strip(_RULE) or is_no_name(bare):
            if found:
                break
            passed += bool(bare.strip(_RULE))
        else:
            found.append(bare)
        if passed > _MOST_LINES or len(found) == _MOST_LINES:
            break
    return " ".join(reversed(found)) or None if len(found) < _MOST_LINES else found[0]


def is_no_name(text: str) -> bool:
    """Whether a text labels something else on a cover, is a date, or has no letters."""
    if _OTHER.search(text) is not None or not any(map(str.isalpha, text)):
        return True
    return bool(said(text).dates) and not without_time(text)


def in_a_sentence(text: str, at: int) -> bool:
    """Whether what begins here stands in the middle of a sentence: behind a word in small letters on its line, or behind
    one that joins (`of`, `ended`) at the end of the line above."""
    before = text[:at].rstrip(" ")
    same_line = not before.endswith("\n")
    if before.endswith("\n\n"):
        return False
    word = _LAST_WORD.search(before[-LONGEST_LINE:])
    if word is None:
        return False
    begins = word[1].istitle()  # `On March 2, 2003, the company ...`
    return (word[1].lower() in _JOINING and not begins) or (same_line and word[1].islower())


def _is_verb(last: str, text: str, end: int) -> bool:
    """Whether `incorporated` at the end of a supposed name says what was done, and is no part of it."""
    return last.lower() == "incorporated" and _VERB.match(text, end) is not None


def _piece(line: str) -> str:
    """The words of a line; where it has columns, the first column with words that can be a name."""
    pieces = [piece.strip(" *") for piece in _COLUMNS_APART.split(line.strip()) if any(map(str.isalpha, piece))]
    good = [piece for piece in pieces if not _OTHER.search(piece)]
    return (good or pieces or [line.strip()])[0]


def _best_printing(name: str, head: str) -> str:
    """A name in capitals as it is printed elsewhere on the page in small letters."""
    if name.isupper():
        pattern = r"\s{1,3}".join(map(re.escape, name.split()))
        for printed in re.finditer(pattern, head, re.IGNORECASE):
            if not printed[0].isupper():
                return " ".join(printed[0].split())
    return " ".join(name.split())
