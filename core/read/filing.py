"""A filing as it was sent: a header and its documents."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from core.dates import on
from core.evidence import Verdict
from core.finding import Finding
from core.markup.hypertext import Hypertext
from core.source import Source


class Format(StrEnum):
    """What a document, or a whole file, is written in. `SUBMISSION` is for files, `DATA` and `BINARY` for documents."""

    TEXT = "text"
    SUBMISSION = "submission"
    HTML = "html"
    IXBRL = "ixbrl"
    DATA = "data"
    BINARY = "binary"


QUARTERLY = ("10-Q", "10Q")
"""How the forms of quarterly reports begin."""
CIK_DIGITS = 10
"""Digits of the number that the Commission gives a company, with zeros at the left."""
YEAR_END_MOVES = 10
"""Days by which the year of a filer with years of 52 or 53 weeks may end after the day that its header names."""

READ = frozenset({Format.TEXT, Format.HTML, Format.IXBRL})
"""The formats of documents whose text is laid out and outlined."""


@dataclass(frozen=True, slots=True)
class Registrant:
    """A company named in a submission's header. `cik` has ten digits."""

    company: str
    cik: str | None = None


class Verdicts(NamedTuple):
    """Why a header says what it says; None for what it does not say."""

    form: Verdict[str] | None = None
    company: Verdict[str] | None = None
    period_end: Verdict[date] | None = None


NOT_TOLD = Verdicts()


@dataclass(frozen=True, slots=True)
class Header:
    """What the submission's header says of the filing, or, for a bare document, what its cover page says."""

    form: str | None = None
    company: str | None = None
    cik: str | None = None
    accession: str | None = None
    period_end: date | None = None
    filed: date | None = None
    fiscal_year_end: tuple[int, int] | None = None  # month and day
    co_registrants: tuple[Registrant, ...] = ()
    dated: date | None = None  # the first date that a bare exhibit bears
    verdicts: Verdicts = NOT_TOLD

    @property
    def fiscal_year(self) -> int | None:
        """The calendar year in which the fiscal year ends, for an annual or quarterly period: for a quarter the year of the
        next year end, where its day is known."""
        end = self.period_end
        if end is None:
            return None
        if self.fiscal_year_end is None or not (self.form or "").upper().startswith(QUARTERLY):
            return end.year
        near = on(end.year, *self.fiscal_year_end)
        return end.year if (end - near).days <= YEAR_END_MOVES else end.year + 1


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a filing. `sequence` counts from 1 in the order of the file and is what a `Cite` names.

    The text of a `BINARY` document is empty: it is listed, not shown. `DATA` (EX-27) is shown as text and not outlined.
    `raw` is the markup of an HTML document or an XBRL instance as it stands in the file, `hypertext` what was read of
    the markup; the text of an HTML document is that of its `hypertext`.
    """

    sequence: int
    type: str | None
    filename: str | None
    description: str | None
    format: Format
    source: Source
    raw: str = field(default="", repr=False)
    hypertext: Hypertext | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Filing:
    """A file as it was sent. `sha256` is of the bytes; `encoding` is what was assumed to read them."""

    name: str
    size: int
    sha256: str
    format: Format
    encoding: str
    header: Header
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...] = field(default=())

    def document(self, sequence: int) -> Document:
        """The document of this sequence number (from 1)."""
        return self.documents[sequence - 1]
