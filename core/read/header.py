"""The header of an EDGAR submission: form, companies, dates."""

import re
from datetime import date

from core.read.filing import Header, Registrant

_FIELD = re.compile(r"^[ \t]*(?:<([A-Z][A-Z0-9-]*)>|([A-Z][A-Z /()-]*):)[ \t]*(.*)$", re.MULTILINE)
_NAMES = {"COMPANY CONFORMED NAME", "CONFORMED-NAME"}
_CIKS = {"CENTRAL INDEX KEY", "CIK"}
_FORMS = {"CONFORMED SUBMISSION TYPE", "TYPE"}
_ACCESSIONS = {"ACCESSION NUMBER", "ACCESSION-NUMBER"}
_PERIODS = {"CONFORMED PERIOD OF REPORT", "PERIOD"}
_FILED = {"FILED AS OF DATE", "FILING-DATE"}
_YEAR_ENDS = {"FISCAL YEAR END", "FISCAL-YEAR-END"}


def header_of(text: str) -> Header:
    """What a submission's header says, in either of its two spellings (`NAME: value`, `<NAME>value`)."""
    first: dict[str, str] = {}
    companies: list[Registrant] = []
    for field in _FIELD.finditer(text):
        name, value = field[1] or field[2], field[3].strip()
        if not value:
            continue
        first.setdefault(name, value)
        if name in _NAMES:
            companies.append(Registrant(value))
        elif name in _CIKS and companies and companies[-1].cik is None and value.isdigit():
            companies[-1] = Registrant(companies[-1].company, value.zfill(10))
    main = companies[0] if companies else Registrant("")
    return Header(
        form=_of(first, _FORMS),
        company=main.company or None,
        cik=main.cik,
        accession=_of(first, _ACCESSIONS),
        period_end=_day(_of(first, _PERIODS)),
        filed=_day(_of(first, _FILED)),
        fiscal_year_end=_month_day(_of(first, _YEAR_ENDS)),
        co_registrants=tuple(dict.fromkeys(companies[1:])),
    )


def _of(fields: dict[str, str], names: set[str]) -> str | None:
    return next((fields[name] for name in names if name in fields), None)


def _day(value: str | None) -> date | None:
    try:
        return date(int(value[:4]), int(value[4:6]), int(value[6:8])) if value else None
    except ValueError:
        return None


def _month_day(value: str | None) -> tuple[int, int] | None:
    try:
        day = date(2000, int(value[:2]), int(value[2:4])) if value else None
    except ValueError:
        return None
    return (day.month, day.day) if day else None
