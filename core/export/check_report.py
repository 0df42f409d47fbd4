"""What was checked of filings, as a page that stands alone or as a workbook: findings first, then what is worth a look."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from html import escape
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter

from core.analysis import Analysis
from core.checks.check import Check, Status
from core.export.workbook import write_amount
from core.places import Places
from core.relations import Part, arithmetic
from core.search import label, whereabouts
from core.source import Cite

Accepted = Callable[[Analysis, Check], str | None]
"""Why a reader accepts a finding; None where they do not."""

_STYLE = (
    "body{font:14px/1.5 sans-serif;margin:2em auto;max-width:62em;color:#1b2129}h1{font-size:20px}h2{font-size:16px}"
    "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #e3e6eb;padding:4px 8px;text-align:left;"
    "vertical-align:top}td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.why{color:#69727f}"
    "table.sum{width:auto;margin:4px 0}table.sum td{border:0;padding:0 12px 0 0}table.sum tr.total td{border-top:1px solid}"
    "a{color:#2457c5}tr{break-inside:avoid}@media print{body{margin:0;font-size:11px}a{color:inherit;text-decoration:none}}"
)


class Told:
    """A check with the filing that it is of, and where its figure stands."""

    def __init__(self, places: Places, check: Check, why: str | None = None) -> None:
        self.places, self.check, self.why = places, check, why
        self.file = places.analysis.filing.name
        self.address = places.analysis.path.absolute()

    @property
    def status(self) -> str:
        """How it came out."""
        if self.why is not None:
            return "accepted"
        return "worth a look" if self.check.worth_a_look else self.check.status.value.replace("_", " ")

    @property
    def place(self) -> str:
        """Document and line: `1:1318`."""
        return self.line_of(self.check.cites[0]) if self.check.cites else ""

    @property
    def where(self) -> str:
        """`Item 8 · page 24 · line 1,318`."""
        cites = self.check.cites
        return whereabouts(self.places, cites[0].document, cites[0].start) if cites else ""

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What the figure should come to, figure by figure."""
        return arithmetic(self.check, self.places.printed)

    def caption_of(self, cite: Cite) -> str:
        """What a figure's line is called."""
        found = self.places.figure_at(cite.document, cite.start)
        return (
            self.places.row_of(found).label if found is not None and self.places.row_of(found).label else "(no caption)"
        )

    def line_of(self, cite: Cite) -> str:
        """Document and line of a place."""
        source = self.places.analysis.filing.document(cite.document).source
        return f"{cite.document}:{source.line_of(cite.start)}"


def _nobody(_analysis: Analysis, _check: Check) -> str | None:
    return None


def told(analyses: Iterable[Analysis], accepted: Accepted = _nobody) -> Iterator[Told]:
    """Every check of these filings, with its place."""
    for analysis in analyses:
        places = Places(analysis)
        for check in analysis.checks:
            yield Told(places, check, accepted(analysis, check))


def _apart(every: Sequence[Told]) -> dict[str, list[Told]]:
    """What is off, what is worth a look, and what is accepted, the surest first."""
    found = {
        "Does not tie": [one for one in every if one.check.status is Status.OFF and one.why is None],
        "Worth a look": [one for one in every if one.check.worth_a_look and one.why is None],
        "Accepted": [one for one in every if one.why is not None],
    }
    return {name: sorted(some, key=lambda one: -(one.check.probability or 1.0)) for name, some in found.items()}


# a page


def as_html(analyses: Sequence[Analysis], accepted: Accepted = _nobody) -> str:
    """A page that needs nothing else, and prints."""
    every = list(told(analyses, accepted))
    ties = sum(one.check.status is Status.TIES for one in every)
    named = label(analyses[0]) if len(analyses) == 1 else f"{len(analyses)} filings"
    parts = [
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Checks</title><style>{_STYLE}</style>",
        f"<h1>Checks of {escape(named)}</h1><p>{ties:,} tie.</p>",
    ]
    for name, some in _apart(every).items():
        if some or name != "Accepted":
            parts.append(f"<h2>{name} ({len(some)})</h2>")
        if some:
            rows = "".join(map(_row, some))
            parts.append(f"<table><tr><th>File<th>Line<th>What was found<th>Printed<th>Expected</tr>{rows}</table>")
    return "\n".join([*parts, "</html>\n"])


def _row(one: Told) -> str:
    check = one.check
    others = [words for words in check.explains if words.rstrip(".") not in check.title]
    others = [one.where, *others, *([f"Accepted: {one.why}"] if one.why else [])]
    why = "".join(f"<div class=why>{escape(words)}</div>" for words in others if words)
    cells = (f"<td class=n>{'' if value is None else f'{value:,}'}</td>" for value in (check.reported, check.expected))
    link = f'<a href="{escape(one.address.as_uri())}">{escape(one.file)}</a>'
    said = f"{escape(check.title)}{why}{_sum(one)}"
    return f"<tr><td>{link}<td>{one.place}<td>{said}{''.join(cells)}</tr>"


def _sum(one: Told) -> str:
    """The arithmetic under a sentence, where it is a sum."""
    if len(one.parts) < 2:
        return ""
    rows = "".join(
        f"<tr><td class=n>{'−' if part.minus else ''}<td class=n>{part.value:,}"
        f"<td>{escape(one.caption_of(part.cite))}<td class=why>{one.line_of(part.cite)}</tr>"
        for part in one.parts
    )
    total = f"<tr class=total><td><td class=n>{one.check.expected:,}<td>come to<td></tr>"
    return f"<table class=sum>{rows}{total}</table>"


# a workbook


class _Column(NamedTuple):
    head: str
    width: int


_COLUMNS = (
    _Column("Filing", 34),
    _Column("Line", 10),
    _Column("Status", 14),
    _Column("What was checked and found", 90),
    _Column("Printed", 16),
    _Column("Expected", 16),
    _Column("Difference", 16),
    _Column("Probability", 12),
    _Column("Where", 34),
    _Column("Accepted because", 34),
)
_LINE, _PRINTED, _EXPECTED, _DIFFERENCE, _PROBABILITY, _WHERE, _WHY = 1, 4, 5, 6, 7, 8, 9
_SUMS = "Arithmetic"
_SUM_COLUMNS = (_Column("Check", 60), _Column("Line", 10), _Column("Figure", 44), _Column("Amount", 16), _Column("", 4))
_AMOUNT = 3
_MOST_LINKS = 60_000
"""Links that a sheet of a workbook may have, for some programs refuse more."""


def as_workbook(analyses: Sequence[Analysis], accepted: Accepted = _nobody) -> bytes:
    """A sheet with a row a finding, one with a row a check, and one with their arithmetic: what is expected and the
    differences are formulas over cells that hold the figures; a line's number opens its file."""
    every = list(told(analyses, accepted))
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    findings = [one for some in _apart(every).values() for one in some]
    sheets = {name: _sheet(book, name, _COLUMNS) for name in ("Findings", "Checks")}
    sums = _Sums(book)
    where = {id(one): sums.write(one) for one in (*findings, *(one for one in every if one not in findings))}
    for name, some in (("Findings", findings), ("Checks", every)):
        for at, one in enumerate(some, 1):
            _write(sheets[name], at, one, where[id(one)])
    book.close()
    return target.getvalue()


def _sheet(book: Any, name: str, columns: Sequence[_Column]) -> Any:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.head, bold)
    return sheet


def _write(sheet: Any, at: int, one: Told, comes_to: str | None) -> None:
    """A check in a row; `comes_to` is the cell of its arithmetic, where there is one."""
    check = one.check
    for column, words in enumerate((one.file, one.place, one.status, check.title)):
        sheet.write_string(at, column, words)
    if one.place and at < _MOST_LINKS:
        sheet.write_url(at, _LINE, f"external:{one.address}", None, one.place, f"{one.file}, line {one.place}")
    if check.reported is not None:
        write_amount(sheet, at, _PRINTED, check.reported)
    if check.expected is not None and comes_to is not None:
        sheet.write_formula(at, _EXPECTED, f"={_SUMS}!{comes_to}", None, float(check.expected))
    elif check.expected is not None:
        write_amount(sheet, at, _EXPECTED, check.expected)
    if check.reported is not None and check.expected is not None:
        difference = float(check.reported - check.expected)
        sheet.write_formula(at, _DIFFERENCE, f"=E{at + 1}-F{at + 1}", None, difference)
    if check.probability is not None:
        sheet.write_number(at, _PROBABILITY, check.probability)
    sheet.write_string(at, _WHERE, one.where)
    if one.why is not None:
        sheet.write_string(at, _WHY, one.why)


class _Sums:
    """The sheet of the arithmetic: for each check its figures below one another, and what they come to."""

    def __init__(self, book: Any) -> None:
        self._sheet = _sheet(book, _SUMS, _SUM_COLUMNS)
        self._bold = book.add_format({"bold": True, "top": 1})
        self._at = 1

    def write(self, one: Told) -> str | None:
        """Writes a check's arithmetic; the cell that holds what its figures come to, None where they are not known."""
        if not one.parts:
            return None
        first = self._at
        self._sheet.write_string(first, 0, one.check.subject or one.check.title)
        for part in one.parts:
            self._line(one, part.cite, part.value)
            self._sheet.write_string(self._at - 1, _AMOUNT + 1, "−" if part.minus else "+")
        signs = ("-" if part.minus else "+" for part in one.parts)
        terms = "".join(f"{sign}D{first + at + 1}" for at, sign in enumerate(signs)).removeprefix("+")
        self._sheet.write_string(self._at, _AMOUNT - 1, "come to", self._bold)
        self._sheet.write_formula(self._at, _AMOUNT, f"={terms}", self._bold, float(one.check.expected or 0))
        self._at += 2
        return f"D{self._at - 1}"

    def _line(self, one: Told, cite: Cite, value: Decimal) -> None:
        self._sheet.write_string(self._at, 1, one.line_of(cite))
        self._sheet.write_string(self._at, 2, one.caption_of(cite))
        write_amount(self._sheet, self._at, _AMOUNT, value)
        self._at += 1
