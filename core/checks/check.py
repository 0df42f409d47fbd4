"""One sum or agreement that was checked, and how it came out."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.source import Cite


class Status(StrEnum):
    """How a check came out."""

    TIES = "ties"
    OFF = "off"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class Check:
    """A reported figure held against what it should be. `cites`: first the figure in question, then what it was
    computed from. `difference` is reported less expected, in the figure's own printed scale."""

    rule: str
    status: Status
    title: str
    reported: Decimal | None
    expected: Decimal | None
    difference: Decimal | None
    cites: tuple[Cite, ...]
