"""The words by which filers call their statements, notes, reports, schedules and other well-known stretches."""

import re
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from core.dates import MONTH_NAMES
from core.document.continued import CONTINUED, is_continued
from core.vocabulary import single_words, words

_AND_CONTINUED = re.compile(rf"\s*[-\u2013\u2014.,:]*\s*\(?{CONTINUED}", re.IGNORECASE)
"""What says that a title is continued, with the signs before it; slow, as it may begin anywhere."""
_ASIDE = re.compile(r"\s*\([^()]{0,90}\)?\s*$")
_EDGE = " \t.:;,-\u2013\u2014*|_="
_SPACED = re.compile(r"^(?:\S{1,2} ){4,}\S{1,2}$")
_TOKEN = re.compile(r"[a-z0-9]+")

_TITLES = "statement_titles"
_KIND = words(_TITLES, "comprehensive_income", "cash_flow", "equity", "balance_sheet", "income_statement")
_WITH_INCOME = re.compile(r"(?:operations|income|earnings)\b.{0,12}\band\b")
"""A statement of income *and* comprehensive income is one of income first."""
_BRACKETS = str.maketrans("()", "  ")
_MISSPELT = 90
"""Characters. Longer titles are not looked at for misprints."""
_CASH_FLOWS = ("cash flows", "consolidated cash flows")
_LIKE = ("statement", "statment", "sheet", "balance s", "profit and loss")
_SPELLED, _SPELLED_OTHERWISE = single_words(_TITLES, "spelled"), single_words(_TITLES, "spelled_otherwise")
_LETTERS = frozenset(ascii_lowercase)
_BEFORE = single_words(_TITLES, "before")
_AFTER = MONTH_NAMES | single_words(_TITLES, "after")
_UNENDED = MONTH_NAMES | single_words(_TITLES, "unended")

_CHAPTERS = "chapter_titles"
_NOTES = words(_CHAPTERS, "notes")
_TOGETHER = re.compile(r"notesto(?:the)?(?:consolidated|condensed|unaudited)*financialstatements(?:continued)?")
"""The same without its blanks, for words that are broken by some."""
_AFTER_NOTES = MONTH_NAMES | single_words(_CHAPTERS, "after_notes")
_MAJOR = words(_CHAPTERS, "major")
_NUMBERED = r"schedules?\s+(?P<number>[ivx]{1,5}|\d{1,2})(?P<letter>-?[a-c])?\b(?!\.\d)"
_SCHEDULE = re.compile(
    rf"(?:financial statement )?{_NUMBERED}[\s.:,\u2013\u2014-]*(?P<title>.*)$",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """White space folded, letter-spaced words closed up (`T O  O U R` reads `TO OUR`)."""
    folded = " ".join(text.split())
    if len(folded) > 6 and " " in folded[1:3] and _SPACED.match(folded):
        return " ".join("".join(word.split()) for word in re.split(r"\s{2,}", text.strip()))
    return folded


@lru_cache(maxsize=2048)
def clean(title: str) -> str:
    """A title as shown: white space folded, without `(continued)` and the punctuation around it."""
    folded = fold(title)
    if is_continued(folded):
        folded = _AND_CONTINUED.sub("", folded)
    folded = folded.strip(_EDGE)
    return folded + ")" if folded.count("(") > folded.count(")") else folded


@lru_cache(maxsize=2048)
def key(title: str) -> str:
    """A title for comparing: lower case, words and figures only."""
    return " ".join(_TOKEN.findall(clean(title).lower()))


def _plain(title: str) -> str:
    text = clean(title).lower()
    for _ in range(3 * ("(" in text)):
        shorter = _ASIDE.sub("", text)
        if shorter == text or len(shorter) < 9:
            break
        text = shorter.strip(_EDGE)
    return text


@lru_cache(maxsize=2048)
def statement_kind(title: str) -> str | None:
    """The primary statement that a title names (`balance_sheet`, `cash_flow` ...), or None.

    Lenient: the name may stand among other words, such as a company's name and dates.
    """
    text = " ".join(title.lower().split())
    if text in _CASH_FLOWS:
        return "cash_flow"
    if not _KIND.might(text) or (named := _named(text)) is None:
        return None
    if named.kind == "comprehensive_income" and _WITH_INCOME.search(named.upto):
        return "income_statement"
    return named.kind


class _Named(NamedTuple):
    """The statement that a title names, and the title's words before, up to the end of, and behind its name."""

    kind: str
    before: str
    upto: str
    behind: str


def _named(title: str) -> _Named | None:
    """The statement named in a title in small letters, its brackets read as blanks."""
    text = " ".join(title.translate(_BRACKETS).split()) if "(" in title or ")" in title else title
    found = _KIND.pattern.search(text)
    if found is None:
        return None
    kind = _KIND.meanings[int(str(found.lastgroup)[1:])]
    return _Named(str(kind), text[: found.start()], text[: found.end()], text[found.end() :])


@lru_cache(maxsize=8192)
def is_statement_title(title: str) -> bool:
    """Strict: whether a title names a statement and says little else (dates, units, `unaudited`, a company before it)."""
    if not any(map(title.lower().__contains__, _LIKE)):
        return False
    plain = _plain(title)
    named = _named(plain)
    if named is None and len(plain) < _MISSPELT:
        named = _named(_spelled(plain))
    if named is None:
        return False
    after = _TOKEN.findall(named.behind)
    if after and (
        after[-1] in _UNENDED or not all(word in _AFTER or word.isdigit() or _ordinal(word) for word in after)
    ):
        return False
    return all(word in _BEFORE for word in _TOKEN.findall(named.before.rpartition(" - ")[2]))


def _spelled(title: str) -> str:
    """A title in small letters with the words of statements put right where one letter is wrong, too many or missing."""
    return _TOKEN.sub(lambda word: _put_right(word[0]), title)


@lru_cache(maxsize=2048)
def _put_right(word: str) -> str:
    if word in _SPELLED or word in _SPELLED_OTHERWISE:
        return word
    return next((right for right in _LAST_FIRST if _is_misprint(word, right)), word)


_LAST_FIRST = sorted(_SPELLED, reverse=True)


def _is_misprint(word: str, right: str) -> bool:
    """Whether a word is another one but for a letter that is wrong, too many or missing, or two that are exchanged."""
    if abs(len(word) - len(right)) > 1:
        return False
    at = next(
        (n for n, (one, other) in enumerate(zip(word, right, strict=False)) if one != other), min(len(word), len(right))
    )
    rest, meant = word[at:], right[at:]
    if rest == meant[1:] or (rest[:2] == meant[1::-1] and rest[2:] == meant[2:]):
        return True
    return rest[:1] in _LETTERS and rest[1:] in (meant, meant[1:])


def _ordinal(word: str) -> bool:
    return word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th")


def is_notes_title(title: str) -> bool:
    """Whether a title opens the notes to the financial statements."""
    if "ote" not in title and "OTE" not in title:
        return False
    plain = _plain(title)
    found = _NOTES.match(plain)
    if found is None:
        return _TOGETHER.fullmatch("".join(_TOKEN.findall(plain))) is not None
    return all(word in _AFTER_NOTES or word.isdigit() for word in _TOKEN.findall(plain[found.end() :]))


def is_major(title: str) -> bool:
    """Whether a title is one of the well-known stretches of an annual report, which no note holds."""
    return _MAJOR.match(key(title)) is not None


def is_report(title: str) -> bool:
    """Whether a title is that of an auditors' or a management's report."""
    low = title.lower()
    return ("report" in low or "responsib" in low or "opinion" in low) and any(
        word in low for word in ("auditor", "accountant", "management", "audit committee")
    )


def schedule_of(title: str) -> tuple[str, str] | None:
    """The number and the title of a financial statement schedule (`II`, `Valuation and Qualifying Accounts`)."""
    found = _SCHEDULE.match(fold(title))
    if found is None:
        return None
    return (found["number"] + (found["letter"] or "").lstrip("-")).upper(), clean(found["title"])
