"""What the cover page of a bare document says of the filing: form, company, period. What it does not say stays None."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from core.dates import said
from core.evidence import Recogniser, Rule, Verdict
from core.read.company_name import first_name, in_a_sentence, nearest_name
from core.read.filing import Header, Verdicts
from core.vocabulary import words

T = TypeVar("T")

COVER = 14_000
"""Characters from the top that can be a cover page, or the head of an exhibit."""
_TITLE = 3_000
"""Characters from the top in which letters set apart (`F O R M`) are read as words."""
_FIRST_LINES = 4
"""Lines in which an exhibit says its number."""
_EXHIBIT_HEAD = 4_000
"""Characters from the top of an exhibit in which it says its date."""
_DATE_BEHIND = 160
"""Characters behind `ended` in which the day stands, with what else stands in the line."""
_DATE_BESIDE = 300
"""Characters after or before the label of an event's date in which it stands."""
_AMENDED_NEAR = 300
"""Characters around a form's name in which `(Amendment No. 1)` belongs to it."""
CURRENT = ("8-K", "6-K")
ANNUAL = ("10-K", "20-F", "40-F")
FORMS = frozenset(
    f"{form}{kind}"
    for form, kinds in (
        ("10-K", ("", "SB", "405", "SB40", "T")), ("10-Q", ("", "SB", "T")), ("8-K", ("",)), ("20-F", ("",)), ("6-K", ("",)),
        ("40-F", ("",)), ("11-K", ("",)),
    )
    for kind in kinds
)  # fmt: skip
"""The reports that are known by name."""

_HYPHEN = r" ?[-\u2010-\u2015\u2212]? ?"
_NUMBER = rf"(?:N{_HYPHEN})?(?P<number>10|11|20|40|8|6){_HYPHEN}(?P<letter>[KQF])(?:{_HYPHEN}(?P<kind>SB40|SB|405|T))?"
_FORM = re.compile(rf"\bF ?O ?R ?M\s{{1,8}}{_NUMBER}(?![\w-])(?P<amended>\s?/ ?A\b|\s?A\b(?=\n))?", re.IGNORECASE)
_LETTERED = re.compile(r"(?<![\w])((?:[\w-] ){3,}[\w-])(?![\w])")
_AMENDMENT = re.compile(
    r"^\W*amendment\W{1,4}(?:no|number)?\W{0,3}(?:\d{1,2}|one|two|three|four|five)\W*$", re.IGNORECASE | re.MULTILINE
)
_EXHIBIT = re.compile(
    r"(?:exhibit|ex\.?)[\s-]{0,3}(?:no\.?|number|#)?\s{0,3}(\d{1,2}(?:[.-]\d{1,2})?)\b[\s.:]*", re.IGNORECASE
)
_SHAPES = (
    r"[a-z]{3,9}\.?[\s_]{1,30}\d{1,2}(?:st|nd|rd|th)?[\s_,]{1,40}\d{4}",
    r"\d{1,2}\s{1,4}[a-z]{3,9}\.?,?\s{1,4}\d{4}",
    r"\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d\d)",
)
_DATE = re.compile(rf"\b(?:{'|'.join(_SHAPES)})\b", re.IGNORECASE)
"""What is shaped as a whole date; `core.dates` tells whether it is one."""
_BETWEEN = re.compile(r"(?P<first>.{3,40}?)\s(?:to|through|and ending)\s(?P<last>.{8,40})", re.IGNORECASE | re.DOTALL)
_LABEL, _ENDED = words("covers", "label"), words("covers", "ended")
_REPORTED, _TRANSITION = words("covers", "reported"), words("covers", "transition")


class Cover(NamedTuple):
    """The top of a document, and the form that it is found to be."""

    head: str
    form: str | None = None


def header_from_cover(text: str) -> Header:
    """Form, company, period and fiscal year end as the cover page says them, or an exhibit's number and company."""
    head = text[:COVER]
    form = FORM.first(Cover(head))
    if form is not None and form.decided.startswith("EX-"):
        company = COMPANY.first(Cover(head))
        return Header(
            form.decided, _decided(company), dated=exhibit_date(head), verdicts=Verdicts(form=form, company=company)
        )
    cover = Cover(head, _decided(form))
    company, end = COMPANY.first(cover), PERIOD_END.first(cover)
    day = _decided(end)
    return Header(
        form=cover.form,
        company=_decided(company),
        period_end=day,
        fiscal_year_end=(day.month, day.day) if day and (cover.form or "").startswith(ANNUAL) else None,
        verdicts=Verdicts(form, company, end),
    )


def _decided(verdict: Verdict[T] | None) -> T | None:
    return verdict.decided if verdict is not None else None


def whole_dates(text: str) -> Iterator[date]:
    """The dates that a text prints with day, month and year."""
    return (printed.day for printed in _printed_dates(text))


def exhibit_date(head: str) -> date | None:
    """The first date of an exhibit that stands in no sentence about something else: over it, or in its dateline."""
    found = _printed_dates(head[:_EXHIBIT_HEAD])
    return next((printed.day for printed in found if not in_a_sentence(head, printed.at)), None)


class _Printed(NamedTuple):
    day: date
    at: int


def _printed_dates(text: str) -> Iterator[_Printed]:
    for found in _DATE.finditer(text):
        days = said(found[0].replace("_", " ")).dates
        if days:
            yield _Printed(days[0], found.start())


def _exhibit_number(cover: Cover) -> str | None:
    for line in _first_lines(cover.head, _FIRST_LINES):
        bare = line.strip(" ()[]")
        found = _EXHIBIT.fullmatch(bare)
        if found is not None:
            return f"EX-{found[1].replace('-', '.')}"
    return None


def _first_lines(head: str, count: int) -> Iterator[str]:
    lines = (line.strip() for line in head.split("\n"))
    spoken = (line for line in lines if line and line.strip("-_=* ") and line[0] != "<")
    for _, line in zip(range(count), spoken, strict=False):
        yield line


def _form_by_name(cover: Cover) -> str | None:
    return _form_in(cover.head)


def _form_in_letters(cover: Cover) -> str | None:
    return _form_in(_LETTERED.sub(lambda spaced: spaced[1].replace(" ", ""), cover.head[:_TITLE]))


def _form_in(head: str) -> str | None:
    for found in _FORM.finditer(head):
        form = f"{found['number']}-{found['letter']}{found['kind'] or ''}".upper()
        if form in FORMS:
            near = head[max(0, found.start() - _AMENDED_NEAR) : found.end() + _AMENDED_NEAR]
            return f"{form}/A" if found["amended"] or _AMENDMENT.search(near) else form
    return None


def _name_over_label(cover: Cover) -> str | None:
    label = _LABEL.search(cover.head) if cover.form else None
    return nearest_name(reversed(cover.head[: label.start()].split("\n")[:-1])) if label is not None else None


def _name_by_its_end(cover: Cover) -> str | None:
    return first_name(cover.head)


def _name_under_label(cover: Cover) -> str | None:
    label = _LABEL.search(cover.head) if cover.form else None
    return nearest_name(iter(cover.head[label.end() :].split("\n")[1:])) if label is not None else None


def _day_of_event(cover: Cover) -> date | None:
    label = _REPORTED.search(cover.head) if (cover.form or "").startswith(CURRENT) else None
    if label is None:
        return None
    after = next(whole_dates(cover.head[label.end() : label.end() + _DATE_BESIDE]), None)
    above = cover.head[max(0, label.start() - _DATE_BESIDE) : label.start()]
    return after or next(reversed(list(whole_dates(above))), None)


def _end_of_transition(cover: Cover) -> date | None:
    label = None if (cover.form or "").startswith(CURRENT) else _TRANSITION.search(cover.head)
    between = _BETWEEN.match(cover.head, label.end()) if label is not None else None
    if between is None:
        return None
    first = said(between["first"])
    return next(whole_dates(between["last"]), None) if first.dates or first.days else None


def _day_behind_ended(cover: Cover) -> date | None:
    if (cover.form or "").startswith(CURRENT):
        return None
    for label in _ENDED.pattern.finditer(cover.head):
        day = next(whole_dates(cover.head[label.end() : label.end() + _DATE_BEHIND]), None)
        if day is not None:
            return day
    return None


FORM: Recogniser[Cover, str] = Recogniser(
    "form",
    "Which form, or which exhibit, is a document without a header?",
    (
        Rule("exhibit-number", 6.0, "an exhibit says its number alone on one of its first lines", _exhibit_number),
        Rule("named", 6.0, "the cover says FORM and the form's name; an amendment says so there", _form_by_name),
        Rule("spaced-letters", 5.0, "some covers set the form's name in letters apart", _form_in_letters),
    ),
)
COMPANY: Recogniser[Cover, str] = Recogniser(
    "company",
    "Whose report, or whose exhibit, is it?",
    (
        Rule("over-label", 6.0, "the registrant's name stands over the words that label it", _name_over_label),
        Rule(
            "ends-as-names-do",
            3.0,
            "a name ends in Inc., Corporation ... and heads a line or a sentence",
            _name_by_its_end,
        ),
        Rule("under-label", 3.0, "some covers have the label over the name", _name_under_label),
    ),
)
PERIOD_END: Recogniser[Cover, date] = Recogniser(
    "period-end",
    "On which day does the reported period end, or did the event happen?",
    (
        Rule("event", 6.0, "a current report says the date of its earliest event", _day_of_event),
        Rule("transition", 6.0, "a transition report says from which day to which it goes", _end_of_transition),
        Rule("ended", 5.0, "the day stands behind `year ended`, `quarterly period ended`", _day_behind_ended),
    ),
)
