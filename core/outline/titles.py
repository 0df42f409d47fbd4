"""The words by which filers call their statements, notes, reports, schedules and other well-known stretches."""

import re
from functools import cache, lru_cache
from string import ascii_lowercase


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CONTINUED = re.compile(
    r"\s*(?:[-\u2013\u2014.,:]*\s*\(?\bcont(?:inued|inuation|['\u2019]d|d|\.)"
    r"(?:\s+(?:from|on)\b[^)]{0,40})?[\s.:]*\)?[\s.:]*)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]{0,90}\)?\s*$")
_EDGE = " \t.:;,-\u2013\u2014*|_="
_SPACED = re.compile(r"^(?:\S{1,2} ){4,}\S{1,2}$")
_TOKEN = re.compile(r"[a-z0-9]+")

_OWNERS = (
    r"(?:(?:common |consolidated )?(?:stock|share[ -]?own|share|member|partner)"
    r"(?:holder|owner|er)?s?['\u2019`]?s?['\u2019`]?)"
)
_OF = (
    r"(?:statements? of )"
    r"(?:consolidated |condensed |combined |other |net |changes in |change in |changes to |common |unaudited |and |total "
    r"|redeemable |convertible |preferred |stock |non-?controlling |minority |interests? |mezzanine |temporary )*"
)
_HELD = r"(?:equity|investment|deficit|deficiency|interest|\(deficit|accounts?)"
_KIND = re.compile(
    rf"(?P<comprehensive_income>{_OF}comprehensive|comprehensive (?:income|loss|earnings)(?: \(loss\))? statements?)"
    rf"|(?P<cash_flow>{_OF}cash ?flows?|cash ?flows? statements?|{_OF}changes in financial position)"
    rf"|(?P<equity>{_OF}(?:{_OWNERS} ?{_HELD}|partners['\u2019]? capital|members['\u2019]? capital|equity\b|capital\b"
    rf"|retained earnings|reinvested earnings|shareholdings)|{_OWNERS} equity statements?)"
    rf"|(?P<balance_sheet>balance sheets?|{_OF}(?:financial (?:position|condition)|condition\b|assets))"
    rf"|(?P<income_statement>{_OF}(?:income|operations|earnings|loss|profit|results|revenues?)|(?:income|earnings) statements?"
    r"|profit and loss accounts?)"
)
_NEAR = ("statement", "balance sheet", "profit and loss")
_LIKE = ("statement", "statment", "sheet", "balance s", "profit and loss")
_SPELLED = _words(
    """statement statements balance sheet sheets income operations earnings flows stockholders shareholders
    equity position condition comprehensive"""
)
_MONTHS = _words(
    """january february march april may june july august september october november
    december"""
)
_BEFORE = _words(
    """the unaudited audited consolidated condensed consolidating combined combining interim comparative supplemental
    supplementary statement statements
    reclassified historical restated summary schedule schedules of pro forma parent company and in joint selected"""
)
_AFTER = _MONTHS | _words(
    """consolidated condensed unaudited audited and or of for as at the in to
    year years fiscal ended ending month months three six
    nine twelve week weeks thirteen twenty thirty fifty two quarter quarters period periods from date inception through per share
    shares amount amounts except where noted otherwise dollar dollars thousand thousands million millions expressed accumulated
    other comprehensive income loss losses earnings retained reinvested equity deficit deficits change changes cash equivalents
    stockholder stockholders shareholder shareholders shareowner shareowners owners s partners capital investment operations
    position undistributed redeemable stock common preferred minority interest interests development stage parenthetical continued
    subsidiary subsidiaries company liabilities net assets deficiency flow flows statement"""
)
_UNENDED = _MONTHS | frozenset(("the", "from", "of", "for", "and", "as", "in", "to"))

_NOTES = re.compile(
    r"(?:selected |condensed |combined |unaudited |supplemental |general )*(?:foot)?notes? "
    r"(?:to|on|and schedules to|forming part of)"
    r" (?:the |our )?(?:unaudited |audited |consolidated |condensed |combined |interim |comparative |and |annual )*"
    r"(?:financial |consolidated |summarized )*(?:statements?|information|data|accounts|balance sheets?)\b"
)
_TOGETHER = re.compile(r"notesto(?:the)?(?:consolidated|condensed|unaudited)*financialstatements(?:continued)?")
"""The same without its blanks, for words that are broken by some."""
_AFTER_NOTES = _MONTHS | _words(
    """continued unaudited and subsidiary subsidiaries of for the company concluded dollars in thousands millions year years
    ended"""
)
_FEW = r"(?:\S+ ){0,6}?"
_SIGNERS = r"(?:auditors?|accountants?|public accounting firm)"
_PERIODS = r"(?:selected|summary|supplementary|supplemental|condensed|unaudited|five|six|ten|eleven|twenty)"
_MAJOR = re.compile(
    rf"(?:the )?(?:(?:report|opinion|statement) of (?:the )?{_FEW}(?:{_SIGNERS}|management|audit committee)"
    rf"|{_FEW}{_SIGNERS}['\u2019`]*(?: s)? (?:report|opinion)"
    rf"|(?:\S+ ){{0,4}}?report of {_FEW}(?:{_SIGNERS}|management)"
    r"|management(?:['\u2019` ]*s)? (?:report|responsibilit\S+|statement)|(?:statement of )?management responsibilit\S+"
    r"|(?:\S+ ){0,3}?management(?:['\u2019` ]*s)? discussion and analysis|financial (?:review|section|highlights|summary|data)"
    rf"|(?:\S+ ){{0,3}}?{_PERIODS} (?:\S+ ){{0,4}}?(?:data|summary|results|information|review|highlights)"
    r"|historical (?:\S+ ){0,3}?(?:review|summary|data)|quarterly (?:\S+ ){0,4}?(?:data|results|information|summary)"
    r"|(?:\S+ ){0,3}?(?:stock|share|shareholder|stockholder|investor|market|dividend|corporate) (?:price |market )?"
    r"(?:prices?|information|data)"
    r"|(?:letter )?to (?:our|the) (?:\S+ )?(?:share|stock)\s?(?:holders|owners)"
    r"|letter to (?:\S+ )?(?:share|stock)\s?(?:holders|owners)"
    r"|directors and (?:\S+ )?officers|board of directors|corporate officers"
    r"|index to (?:\S+ ){0,3}?(?:statements|schedules?)|audit committee|glossary)"
)
_SCHEDULE = re.compile(
    r"(?:financial statement )?schedules?\s+(?P<number>[ivx]{1,5}|\d{1,2})(?P<letter>-?[a-c])?\b(?!\.\d)"
    r"[\s.:,\u2013\u2014-]*(?P<title>.*)$",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """White space folded, letter-spaced words closed up (`T O  O U R` reads `TO OUR`)."""
    folded = " ".join(text.split())
    if len(folded) > 6 and " " in folded[1:3] and _SPACED.match(folded):
        return " ".join("".join(word.split()) for word in re.split(r"\s{2,}", text.strip()))
    return folded


def is_continued(title: str) -> bool:
    """Whether a title says that it was begun on an earlier page."""
    return ("ont" in title or "ONT" in title) and _CONTINUED.search(title) is not None


@lru_cache(maxsize=2048)
def clean(title: str) -> str:
    """A title as shown: white space folded, without `(continued)` and the punctuation around it."""
    folded = fold(title)
    if is_continued(folded):
        folded = _CONTINUED.sub("", folded)
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


def statement_kind(title: str) -> str | None:
    """The primary statement that a title names (`balance_sheet`, `cash_flow` ...), or None.

    Lenient: the name may stand among other words, such as a company's name and dates.
    """
    text = " ".join(title.lower().split())
    if not any(map(text.__contains__, _NEAR)):
        return "cash_flow" if text in ("cash flows", "consolidated cash flows") else None
    found = _KIND.search(text)
    if found is None:
        return None
    kind = found.lastgroup
    if kind == "comprehensive_income" and re.search(
        r"(?:operations|income|earnings)\b.{0,12}\band\b", text[: found.end()]
    ):
        return "income_statement"
    return kind


def is_statement_title(title: str) -> bool:
    """Strict: whether a title names a statement and says little else (dates, units, `unaudited`, a company before it)."""
    if not any(map(title.lower().__contains__, _LIKE)):
        return False
    plain = _plain(title)
    found = _KIND.search(plain)
    if found is None and len(plain) < 90:
        plain = _spelled(plain)
        found = _KIND.search(plain)
    if found is None:
        return False
    after = _TOKEN.findall(plain[found.end() :])
    if after and (
        after[-1] in _UNENDED or not all(word in _AFTER or word.isdigit() or _ordinal(word) for word in after)
    ):
        return False
    before = plain[: found.start()]
    return all(word in _BEFORE for word in _TOKEN.findall(before.rpartition(" - ")[2]))


def _spelled(title: str) -> str:
    """A title in small letters with the words of statements put right where one letter is wrong, too many or missing."""
    return _TOKEN.sub(lambda word: _misprints().get(word[0], word[0]), title)


@cache
def _misprints() -> dict[str, str]:
    """The words of statements by everything that is one letter off."""
    wrong: dict[str, str] = {}
    for word in sorted(_SPELLED):
        for at in range(len(word) + 1):
            before, here, after = word[:at], word[at : at + 1], word[at + 1 :]
            wrong[before + after] = wrong[before + after[:1] + here + after[1:]] = word
            for letter in ascii_lowercase:
                wrong[before + letter + here + after] = wrong[before + letter + after] = word
    return {**wrong, **{word: word for word in (*_SPELLED, "balances", "incomes", "flow")}}


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
