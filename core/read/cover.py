"""What the cover page of a bare document says of the filing."""

import re
from datetime import date

from core.read.filing import Header

_FORM = re.compile(r"\bform\s+(10-?K(?:SB|405)?|10-?Q|8-?K|20-?F)\b", re.IGNORECASE)
_EXHIBIT = re.compile(r"\s*exhibit\s+(\d{1,2}(?:\.\d{1,2})?)\s*$", re.IGNORECASE | re.MULTILINE)
_ENDED = re.compile(r"ended:?\s+([A-Z][a-z]{2,8})\s+(\d{1,2}),?\s+((?:19|20)\d\d)", re.IGNORECASE)
_CHARTER = re.compile(r"\(exact\s+name", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def header_from_cover(text: str) -> Header:
    """Form, company, period and fiscal year end as the cover page says them; what it does not say is None."""
    head = text[:12_000]
    if (exhibit := _EXHIBIT.match(head)) is not None:
        return Header(form=f"EX-{exhibit[1]}")
    form = _FORM.search(head)
    period = _period(head)
    return Header(
        form=form[1].upper() if form else None,
        company=_company(head),
        period_end=period,
        fiscal_year_end=(period.month, period.day) if period else None,
    )


def _period(head: str) -> date | None:
    found = _ENDED.search(head)
    if found is None or found[1][:3].lower() not in _MONTHS:
        return None
    try:
        return date(int(found[3]), _MONTHS.index(found[1][:3].lower()) + 1, int(found[2]))
    except ValueError:
        return None


def _company(head: str) -> str | None:
    found = _CHARTER.search(head)
    if found is None:
        return None
    above = [line.strip() for line in head[: found.start()].split("\n")[:-1]]
    return next((line for line in reversed(above) if line and line.strip("-_= ")), None)
