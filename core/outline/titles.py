"""The words by which filers call their statements, notes, reports, schedules and other well-known stretches."""

import re

_CONTINUED = re.compile(
    r"\s*(?:[-\u2013\u2014.,:]*\s*\(?\bcont(?:inued|inuation|['\u2019]d|d|\.)(?:\s+(?:from|on)\b[^)]{0,40})?[\s.:]*\)?[\s.:]*)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]{0,90}\)?\s*$")
_EDGE = " \t.:;,-\u2013\u2014*|_="
_SPACED = re.compile(r"^(?:\S{1,2} ){4,}\S{1,2}$")

_OWNERS = r"(?:(?:common |consolidated )?(?:stock|share|share[ -]?own|member|partner)(?:holder|owner|er)?s?['\u2019`]?s?['\u2019`]?)"
_OF = r"(?:consolidated |condensed |combined |other |net |changes in |change in |changes to |common |unaudited |and |total )*"
_STATEMENT = r"(?:statements? of )"
_KINDS = (
    (
        "comprehensive_income",
        rf"{_STATEMENT}{_OF}comprehensive|comprehensive (?:income|loss|earnings)(?: \(loss\))? statements?",
    ),
    ("cash_flow", rf"{_STATEMENT}{_OF}cash ?flows?|cash ?flows? statements?|{_STATEMENT}changes in financial position"),
    (
        "equity",
        (
            rf"{_STATEMENT}{_OF}(?:{_OWNERS} ?(?:equity|investment|deficit|deficiency|interest|\(deficit|accounts?)|partners['\u2019]? capital"
            rf"|members['\u2019]? (?:equity|capital)|equity\b|capital\b|retained earnings|reinvested earnings|shareholdings)"
            rf"|{_OWNERS} equity statements?"
        ),
    ),
    (
        "balance_sheet",
        rf"balance sheets?|{_STATEMENT}{_OF}(?:financial (?:position|condition)|condition\b|assets)",
    ),
    (
        "income_statement",
        (
            rf"{_STATEMENT}{_OF}(?:income|operations|earnings|loss|profit|results|revenues?)|(?:income|earnings) statements?"
            r"|profit and loss accounts?"
        ),
    ),
)
_KIND = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS))
_BEFORE = (
    r"(?:(?:the|unaudited|audited|consolidated|condensed|consolidating|combined|combining|interim|comparative|supplemental|supplementary"
    r"|reclassified|historical|restated|summary|schedules? of|pro forma|parent company|company|and|in|joint|selected|gecs|ge)[ ,:-]+)*"
)
_AFTER = (
    r"(?:[ ,.:;()-]+(?:consolidated|condensed|unaudited|audited|and|or|of|for|as|at|the|in|to|years?|fiscal|ended|ending"
    r"|months?|three|six|nine|twelve|weeks?|thirteen|twenty-six|thirty-nine|fifty-two|quarters?|periods?|from|date of inception|inception|through|per share|amounts?|share data|per share data|except|where|noted|otherwise|dollars?|thousands?|millions?|expressed"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,4}(?:st|nd|rd|th)?"
    r"|accumulated|other|comprehensive|income|loss|losses|earnings|retained|reinvested|equity|deficits?|changes in|cash|equivalents"
    r"|stockholders['\u2019`]?|shareholders['\u2019`]?|shareowners['\u2019`]?|share owners['\u2019`]?|partners['\u2019`]?|shareowner['\u2019]s|capital|investment|operations|position"
    r"|undistributed|accumulated|redeemable|stock|common|preferred|minority|interests?|development stage|parenthetical|continued|subsidiar(?:y|ies)|company|liabilities|net assets)(?=[ ,.:;()-]|$))*"
)
_WHOLE = re.compile(rf"{_BEFORE}(?:{_KIND.pattern}){_AFTER}[ .,:;()-]*$")
_NEAR = ("statement", "balance sheet", "profit and loss")

_NOTES = re.compile(
    r"(?:selected |condensed |combined |unaudited |supplemental |general )*(?:foot)?notes? (?:to|on|and schedules to|forming part of)"
    r" (?:the |our )?(?:unaudited |audited |consolidated |condensed |combined |interim |comparative |and |annual )*"
    r"(?:financial |consolidated |summarized )*(?:statements?|information|data|accounts|balance sheets?)\b(?:[ .,:;()-]+(?:continued|unaudited|and|subsidiar(?:y|ies)|of|for|the|company|concluded|dollars|in|thousands|millions|years?|ended|\d{1,4}|(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october)(?=[ .,:;()-]|$)){0,14}[ .,:;()-]*$"
)
_MAJOR = re.compile(
    r"(?:the )?(?:(?:report|opinion|statement) of (?:the )?(?:\S+ ){0,6}?(?:auditors?|accountants?|public accounting firm|management|audit committee|management responsibilit\S+)"
    r"|(?:\S+ ){0,6}?(?:auditors?|accountants?|public accounting firm)['\u2019`]*s?['\u2019`]? (?:report|opinion)"
    r"|(?:\S+ ){0,4}?report of (?:\S+ ){0,5}?(?:auditors?|accountants?|management|registered public accounting firm)"
    r"|management['\u2019`]*s? (?:report|responsibilit\S+|statement|discussion)|(?:statement of )?(?:management|responsibilit\S+) (?:for|of|responsibilit\S+)"
    r"|(?:\S+ ){0,3}?management['\u2019`]*s?['\u2019`]? discussion and analysis|financial review|financial section|audit committee"
    r"|(?:\S+ ){0,3}?(?:selected|summary|supplementary|supplemental|condensed|unaudited|five|six|ten|eleven|twenty)[ -](?:\S+ ){0,4}?(?:data|summary|results|information|review|highlights)"
    r"|financial (?:highlights|summary|data)|historical (?:\S+ ){0,3}?(?:review|summary|data)|quarterly (?:\S+ ){0,4}?(?:data|results|information|summary)"
    r"|(?:\S+ ){0,3}?(?:common stock|stock|share|shareholder|stockholder|investor|market|dividend|corporate) (?:price |market )?(?:prices?|information|data)"
    r"|(?:letter )?to (?:our|the) (?:\S+ )?(?:share|stock)\s?(?:holders|owners)|letter to (?:\S+ )?(?:share|stock)\s?(?:holders|owners)|directors and (?:\S+ )?officers"
    r"|(?:board of directors|corporate officers)|index to (?:\S+ ){0,3}?(?:statements|schedules?)|glossary)"
)
_SCHEDULE = re.compile(
    r"(?:financial statement )?schedules?\s+(?P<number>[ivx]{1,5}|\d{1,2})(?P<letter>-?[a-c])?\b(?!\.\d)[\s.:,\u2013\u2014-]*(?P<title>.*)$",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """White space folded, letter-spaced words closed up (`T O  O U R` reads `TO OUR`)."""
    folded = " ".join(text.split())
    if len(folded) > 6 and _SPACED.match(folded):
        return " ".join("".join(word.split()) for word in re.split(r"\s{2,}", text.strip()))
    return folded


def is_continued(title: str) -> bool:
    """Whether a title says that it was begun on an earlier page."""
    return ("ont" in title or "ONT" in title) and _CONTINUED.search(title) is not None


def clean(title: str) -> str:
    """A title as shown: white space folded, without `(continued)` and the punctuation around it."""
    folded = fold(title)
    if is_continued(folded):
        folded = _CONTINUED.sub("", folded)
    folded = folded.strip(_EDGE)
    return folded + ")" if folded.count("(") > folded.count(")") else folded


def key(title: str) -> str:
    """A title for comparing: lower case, words and figures only."""
    return " ".join(re.findall(r"[a-z0-9]+", clean(title).lower()))


def _plain(title: str) -> str:
    text = clean(title).lower()
    for _ in range(3):
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
    if not any(word in text for word in _NEAR):
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
    text = title.lower()
    if not any(word in text for word in _NEAR):
        return False
    plain = _plain(title)
    if plain.endswith(
        (" the", " from", " of", " for", " and", " as", " in", " to", " january", " december", " june", " september")
    ):
        return False
    if _WHOLE.match(plain):
        return True
    found = _KIND.search(plain)
    if found is None or " - " not in plain[: found.start()] + " ":
        return False
    return bool(_WHOLE.match(plain[plain.rfind(" - ", 0, found.start() + 1) + 3 :]))


def is_notes_title(title: str) -> bool:
    """Whether a title opens the notes to the financial statements."""
    text = title.lower()
    return "note" in text and _NOTES.match(_plain(title)) is not None


def is_major(title: str) -> bool:
    """Whether a title is one of the well-known stretches of an annual report, which no note holds."""
    return _MAJOR.match(key(title)) is not None or _MAJOR.match(_plain(title)) is not None


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
