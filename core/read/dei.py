"""What a document's own tags say of the filing: form, company, CIK, period."""

import re
from dataclasses import replace
from datetime import date

from core.evidence import single
from core.facts.fact import Fact
from core.markup.hypertext import Hypertext
from core.read.filing import CIK_DIGITS, Header, Verdicts

_FORM = re.compile(r"(?:FORM )?(\d{1,2}-[KQF](?:T|SB|405)?)( ?/ ?A)?$", re.IGNORECASE)


def with_facts(header: Header, markup: Hypertext) -> Header:
    """The header with what is tagged (`dei:DocumentType`, `dei:EntityRegistrantName` ...), which the cover only prints."""
    told = _told(markup)
    if not told:
        return header
    form, company, day = _form(told), _text(told, "EntityRegistrantName"), _period_end(told)
    end = day or header.period_end
    why = header.verdicts
    return replace(
        header,
        form=form or header.form,
        company=company or header.company,
        cik=_cik(told) or header.cik,
        period_end=end,
        fiscal_year_end=_year_end(_text(told, "CurrentFiscalYearEndDate"), end) or header.fiscal_year_end,
        verdicts=Verdicts(
            single("form/tagged", form) if form else why.form,
            single("company/tagged", company) if company else why.company,
            single("period-end/tagged", day) if day else why.period_end,
        ),
    )


def _told(markup: Hypertext) -> dict[str, Fact]:
    """What the document says of itself, by concept; of two facts the first."""
    told: dict[str, Fact] = {}
    for fact in (*markup.hidden, *(placed.fact for placed in markup.facts)):
        if fact.prefix == "dei" and fact.text:
            told.setdefault(fact.concept.removeprefix("dei:"), fact)
    return told


def _period_end(told: dict[str, Fact]) -> date | None:
    fact = told.get("DocumentPeriodEndDate")
    return fact.period.end if fact is not None and fact.period is not None else None


def _cik(told: dict[str, Fact]) -> str | None:
    cik = _text(told, "EntityCentralIndexKey")
    return cik.zfill(CIK_DIGITS) if cik and cik.isdecimal() and len(cik) <= CIK_DIGITS else None


def _text(told: dict[str, Fact], name: str) -> str | None:
    fact = told.get(name)
    return fact.text if fact is not None else None


def _form(told: dict[str, Fact]) -> str | None:
    """The form as EDGAR calls it."""
    kind = _text(told, "DocumentType")
    if kind is None or (found := _FORM.match(kind)) is None:
        return kind
    amended = found[2] or (_text(told, "AmendmentFlag") or "").lower() == "true"
    return found[1].upper() + ("/A" if amended else "")


def _year_end(text: str | None, end: date | None) -> tuple[int, int] | None:
    """Month and day of `--12-31`; the end of an annual period where they are near."""
    found = re.fullmatch(r"-{0,2}(\d{1,2})-(\d{1,2})", text or "")
    if found is None:
        return None
    month, day = int(found[1]), int(found[2])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return (
        (end.month, end.day) if end is not None and abs((end.month - month) * 30 + end.day - day) < 12 else (month, day)
    )
