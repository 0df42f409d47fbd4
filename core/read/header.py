"""The header of an EDGAR submission: form, companies, dates."""

import re
from collections.abc import Hashable, Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from core.evidence import Verdict, single
from core.read.filing import CIK_DIGITS, Header, Registrant, Verdicts

T = TypeVar("T", bound=Hashable)

_FIELD = re.compile(r"^[ \t]*(?:<([A-Z][A-Z0-9-]*)>|([A-Z][A-Z /()-]*):)[ \t]*(.*)$", re.MULTILINE)
_NAMES = {"COMPANY CONFORMED NAME", "CONFORMED-NAME"}
_CIKS = {"CENTRAL INDEX KEY", "CIK"}
_FORMS = {"CONFORMED SUBMISSION TYPE", "TYPE"}
_ACCESSIONS = {"ACCESSION NUMBER", "ACCESSION-NUMBER"}
_PERIODS = {"CONFORMED PERIOD OF REPORT", "PERIOD"}
_FILED = {"FILED AS OF DATE", "FILING-DATE"}
_YEAR_ENDS = {"FISCAL YEAR END", "FISCAL-YEAR-END"}


class _Field(NamedTuple):
    name: str
    value: str


def header_of(text: str) -> Header:
    """What a submission's header says, in either of its two spellings (`NAME: value`, `<NAME>value`)."""
    fields = [_Field(found[1] or found[2], value) for found in _FIELD.finditer(text) if (value := found[3].strip())]
    first: dict[str, str] = {}
    for field in fields:
        first.setdefault(field.name, field.value)
    companies = _companies(fields)
    main = companies[0] if companies else Registrant("")
    form, company, end = _of(first, _FORMS), main.company or None, _day(_of(first, _PERIODS))
    return Header(
        form=form,
        company=company,
        cik=main.cik,
        accession=_of(first, _ACCESSIONS),
        period_end=end,
        filed=_day(_of(first, _FILED)),
        fiscal_year_end=_month_day(_of(first, _YEAR_ENDS)),
        co_registrants=tuple(dict.fromkeys(companies[1:])),
        verdicts=Verdicts(_said("form", form), _said("company", company), _said("period-end", end)),
    )


def _companies(fields: Iterable[_Field]) -> list[Registrant]:
    """The companies in their order, each with the number that follows its name."""
    found: list[Registrant] = []
    for name, value in fields:
        if name in _NAMES:
            found.append(Registrant(value))
        elif name in _CIKS and found and found[-1].cik is None and value.isdecimal():
            found[-1] = Registrant(found[-1].company, value.zfill(CIK_DIGITS))
    return found


def _said(what: str, value: T | None) -> Verdict[T] | None:
    """That the header says it, which settles it."""
    return single(f"{what}/header", value) if value is not None else None


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
