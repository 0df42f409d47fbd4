"""Something worth telling the reader, with the places that show it."""

from dataclasses import dataclass
from enum import StrEnum

from core.source import Cite


class Severity(StrEnum):
    """How much a finding matters: `error` means that something could not be read."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in a filing, or an assumption made in reading it. Never an exception: those are our own bugs. `kind` names the
    rule that found it (`note-gap`); findings are told apart by it, never by their words."""

    severity: Severity
    message: str
    cites: tuple[Cite, ...] = ()
    kind: str = ""
