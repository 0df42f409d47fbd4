"""What the cover page of a bare document says of the filing: form, company, period. What it does not say stays None."""

import re
from collections.abc import Iterator
from datetime import date

from core.read.filing import Header

COVER = 14_000
"""Characters from the top that can be a cover page, or the head of an exhibit."""

_FORM = re.compile(
    r"\bF ?O ?R ?M\s{1,8}(?:N ?-?)?(10 ?- ?K ?(?:SB|405)?|10 ?- ?Q ?(?:SB)?|8 ?- ?K|20 ?- ?F|6 ?- ?K|40 ?- ?F|11 ?- ?K"
    r"|10 ?- ?K ?T)(?![\w-])(\s?/ ?A\b|\s?A\b(?=\n))?",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?<![\w])((?:[\w-] ){3,}[\w-])(?![\w])")
_EXHIBIT = re.compile(
    r"(?:exhibit|ex\.?)[\s-]{0,3}(?:no\.?|number|#)?\s{0,3}(\d{1,2}(?:[.-]\d{1,2})?)\b[\s.:]*", re.IGNORECASE
)
_LABEL = re.compile(
    r"exact\s{1,4}name\s{1,4}of|name\s{1,4}of\s{1,4}(?:small\s{1,4}business\s{1,4})?(?:registrant|issuer|company)",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"(?:year|period|quarter|months|weeks|fiscal)[\s\w()-]{0,40}?\bend(?:ed|ing|s)?\b|\bend(?:ed|ing)\b", re.IGNORECASE
)
_REPORTED = re.compile(r"date\s{1,4}of\s{1,4}\(?(?:earliest\s{1,4}event|report)", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATE = re.compile(
    _MONTH.format("first")
    + r"[\s_]{1,30}(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s_]{0,8},?[\s_]{0,30}(?P<year>(?:19|20)\d\d)\b"
    + r"|\b(?P<early>\d{1,2})\s{1,4}"
    + _MONTH.format("second")
    + r",?\s{1,4}(?P<after>(?:19|20)\d\d)\b"
    + r"|\b(?P<month>\d{1,2})[/-](?P<numeric>\d{1,2})[/-](?P<short>(?:19|20)?\d\d)\b",
    re.IGNORECASE,
)
_SUFFIX = (
    r"(?:incorporated|inc\b\.?|corporation|corp\b\.?|company|co\.|limited|ltd\b\.?|plc\b|p\.l\.c\.|n\.v\.|s\.a\.|a\.g\."
    r"|llc\b|l\.l\.c\.|l\.p\.|partnership|bancorp|bancshares|trust|holdings)"
)
_NAME = re.compile(
    r"\b[A-Z][\w&.'-]*(?:,?[ ]{1,3}(?:(?:and|of|the|for|de)\b|-(?= )|[A-Z&(][\w&.')/-]*)){0,8}?,?[ ]{1,3}"
    rf"(?i:{_SUFFIX})(?![\w])"
)
_NO_NAME = re.compile(
    r"commission|securities|washington|form\b|exchange|file n|i\.?r\.?s|annual report|ended|pursuant|act of|fiscal|mark one"
    r"|registrant|exhibit|employer|identification|transition|\blogo\b",
    re.IGNORECASE,
)


def header_from_cover(text: str) -> Header:
    """Form, company, period and fiscal year end as the cover page says them, or an exhibit's number and company."""
    head = text[:COVER]
    if (exhibit := _exhibit(head)) is not None:
        return Header(form=exhibit, company=_first_name(head), dated=first_date(head[:4000]))
    form = form_on_cover(head)
    period = _period(head, form)
    annual = form is not None and form.startswith(("10-K", "20-F", "40-F"))
    return Header(
        form=form,
        company=_company(head) if form else _first_name(head),
        period_end=period,
        fiscal_year_end=(period.month, period.day) if period and annual else None,
    )


def form_on_cover(head: str) -> str | None:
    """The form's name, `10-K405/A`, where the page has it."""
    found = _FORM.search(head) or _FORM.search(_LETTERED.sub(lambda spaced: spaced[1].replace(" ", ""), head[:3000]))
    if found is None:
        return None
    return found[1].replace(" ", "").upper() + ("/A" if found[2] else "")


def _exhibit(head: str) -> str | None:
    """`EX-99.1` where one of the first lines is an exhibit's number and nothing else."""
    for line in _first_lines(head, 4):
        found = _EXHIBIT.match(line.strip(" ()[]"))
        if found is not None and found.end() == len(line.strip(" ()[]")):
            return f"EX-{found[1].replace('-', '.')}"
    return None


def _first_lines(head: str, count: int) -> Iterator[str]:
    lines = (line.strip() for line in head.split("\n"))
    words = (line for line in lines if line and line.strip("-_=* ") and line[0] != "<")
    for _, line in zip(range(count), words, strict=False):
        yield line


def first_date(text: str) -> date | None:
    """The first whole date in this text."""
    return next((day for found in _DATE.finditer(text) if (day := _day(found)) is not None), None)


def _day(found: re.Match[str]) -> date | None:
    if found["month"]:
        year, month, day = int(found["short"]), int(found["month"]), int(found["numeric"])
        year += 0 if year > 99 else 1900 if year > 60 else 2000
    else:
        name = (found["first"] or found["second"]).lower()[:3]
        year, month = int(found["year"] or found["after"]), _MONTHS.index(name) + 1
        day = int(found["day"] or found["early"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _period(head: str, form: str | None) -> date | None:
    """The day on which the reported period ends; for a current report the day of its earliest event."""
    if form is not None and form.startswith(("8-K", "6-K")):
        found = _REPORTED.search(head)
        return _date_beside(head, found, 300) if found else None
    for found in _ENDED.finditer(head):
        if (day := first_date(head[found.end() : found.end() + 160])) is not None:
            return day
    return None


def _date_beside(head: str, found: re.Match[str], reach: int) -> date | None:
    """The date after a label, or the last one above it."""
    after = first_date(head[found.end() : found.end() + reach])
    if after is not None:
        return after
    above = [
        day for date_ in _DATE.finditer(head, max(0, found.start() - reach), found.start()) if (day := _day(date_))
    ]
    return above[-1] if above else None


def _company(head: str) -> str | None:
    """The registrant's name: over the words "exact name of registrant", else under them, else the first name there is."""
    found = _LABEL.search(head)
    if found is None:
        return _first_name(head)
    begin = head.rfind("\n", 0, found.start()) + 1
    above = head[:begin].split("\n")[:-1]
    after = head[found.end() :].split("\n")[1:]
    return _nearest(reversed(above)) or _first_name(head) or _nearest(iter(after))


def _nearest(lines: Iterator[str]) -> str | None:
    """The name on the nearest of these lines, if it is one; a name that takes two lines is joined."""
    found: list[str] = []
    passed = 0
    for line in lines:
        bare = _piece(line)
        blank = not bare.strip("-_=*. ")
        if found and (blank or _no_name(bare)):
            break
        if not blank and _no_name(bare):
            passed += 1
        elif not blank:
            found.append(bare)
        if passed > 3 or len(found) == 3:
            break
    return " ".join(reversed(found)) or None if len(found) < 3 else found[0]


def _no_name(bare: str) -> bool:
    return _NO_NAME.search(bare) is not None or not any(map(str.isalpha, bare)) or _DATE.fullmatch(bare) is not None


def _piece(line: str) -> str:
    """The words of a line; where it has columns, the first column with words that can be a name."""
    pieces = [piece.strip(" *") for piece in re.split(r" {4,}", line.strip()) if any(map(str.isalpha, piece))]
    good = [piece for piece in pieces if not _NO_NAME.search(piece)]
    return (good or pieces or [line.strip()])[0]


def _first_name(head: str) -> str | None:
    """The first words that end as companies' names do, in small letters where the page has them so too."""
    for line in head.split("\n"):
        for found in _NAME.finditer(line[:400]):
            if not _NO_NAME.search(found[0]):
                return _best_printing(found[0], head)
    return None


def _best_printing(name: str, head: str) -> str:
    if not name.isupper():
        return " ".join(name.split())
    words = r"\s{1,3}".join(re.escape(word) for word in name.split())
    for printed in re.finditer(words, head, re.IGNORECASE):
        if not printed[0].isupper():
            return " ".join(printed[0].split())
    return " ".join(name.split())
