"""The words of a caption as captions are compared by: small, without brackets, plurals, notes and small words."""

import re
from functools import lru_cache

_BRACKETS = re.compile(r"\([^()]*\)?|\[[^\]]*\]?")
_NOTE = re.compile(r"(?:[-\u2013\u2014,:;.]+ ?|\s)(?:see )?notes? (?:[a-z]|\d{1,2})\b.*$")
_WORD = re.compile(r"[a-z]+")
_CUTS = (
    re.compile(r"[;$]|\s(?:less|net of|par value|no par|stated value)\b"),
    re.compile(
        r"(?:,| -| \u2013|\u2014) ?(?:less|net of|par|no par|authorized|issued|including|excluding|at cost|principally|stated|"
        r"without par|of which|shares|\d)\b"
    ),
)
_LEAST = 3
"""Letters that a caption keeps where it is cut."""
_SMALL = frozenset((
    "a", "an", "and", "are", "as", "at", "by", "for", "from", "her", "his", "in", "into", "its", "of", "on", "or",
    "our", "per", "provided", "resulting", "s", "such", "than", "that", "the", "their", "to", "used", "with", "flows",
    "flow", "related", "item", "items",
))  # fmt: skip
_SAME = {
    "accrual": "accrued", "affiliated": "affiliate", "amortisation": "amortization", "antidilutive": "dilutive",
    "associate": "affiliate", "capitalised": "capitalized", "decreased": "decrease", "dilution": "diluted",
    "disposition": "disposal", "earning": "income", "earned": "income",
    "investee": "affiliate", "labour": "labor", "lending": "loan", "loss": "income",
    "minority": "noncontrolling", "quarter": "period",
    "repurchased": "repurchase", "securitie": "security", "shareholder": "stockholder", "shareowner": "stockholder",
    "six": "period", "month": "period", "nine": "period", "three": "period",
    "week": "period", "year": "period", "yr": "period",
}  # fmt: skip
"""Words that say the same in a caption; a loss is an income of less."""
_JOINED = (
    ("non ", "non"), ("long term", "longterm"), ("short term", "shortterm"), ("right of use", "rou"),
    ("paid in", "paidin"), ("share owner", "shareowner"), ("in process", "inprocess"), ("work in progress", "work inprocess"),
    ("write off", "writeoff"), ("write down", "writedown"), ("pre tax", "pretax"), ("off balance", "offbalance"),
)  # fmt: skip
_GOES_TO = frozenset(("attributable", "available", "applicable", "allocable"))
_COMMON, _OTHERS, _PARENT = "common", "noncontrolling", "parent"
_STEMS = ((("sses",), "ss"), (("ies",), "y"), (("xes",), "x"))


@lru_cache(maxsize=16384)
def words_of(caption: str) -> tuple[str, ...]:
    """The words of a caption in order: `Net (loss) earnings attributable to Acme's shareholders` is net, income, parent."""
    text = caption.lower().replace("\u2019", "'").replace("'s", "s").replace("'", "")
    if "note" in text:
        text = _NOTE.sub("", text.rstrip(" .:"))
    bare = _BRACKETS.sub(" ", text) if "(" in text or "[" in text else text
    found = [_stem(word) for word in _WORD.findall(_joined(bare)) if word not in _SMALL]
    if not found and bare != text:
        found = [_stem(word) for word in _WORD.findall(_joined(text)) if word not in _SMALL]
    return _whose(found)


def _joined(text: str) -> str:
    """A text in which words that are written in two are one."""
    plain = text.replace("-", " ").replace("\u2010", " ").replace("\u2011", " ")
    for apart, one in _JOINED:
        if apart in plain:
            plain = plain.replace(apart, one)
    return plain


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """A word without its plural, and the usual one of several that say the same."""
    one = word
    for ends, instead in _STEMS:
        if word.endswith(ends):
            one = word[: -len(ends[0])] + instead
            break
    else:
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            one = word[:-1]
    return _SAME.get(one, one)


def _whose(words: list[str]) -> tuple[str, ...]:
    """Words in which an income goes to `parent`, `common` or `noncontrolling`, whatever the company is called."""
    at = next((i for i, word in enumerate(words) if word in _GOES_TO), None)
    if at is None:
        return tuple(words)
    after = words[at + 1 :]
    whose = _OTHERS if _OTHERS in after else _COMMON if _COMMON in after else _PARENT
    kept = [word for word in after if word in ("basic", "diluted")]
    return (*words[:at], whose, *kept)


@lru_cache(maxsize=16384)
def short_words(caption: str) -> tuple[str, ...]:
    """The words of a caption before its `, less allowance of ...` or `, $1 par value ...`; all where it has no such."""
    lower = caption.lower()
    starts = [found.start() for cut in _CUTS if (found := cut.search(lower, _LEAST)) is not None]
    return words_of(caption[: min(starts)]) if starts else words_of(caption)
