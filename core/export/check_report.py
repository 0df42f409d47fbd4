"""What was checked of filings, as a page that stands alone or as a workbook: findings first, then what is worth a look."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter

from core.analysis import Analysis
from core.checks.check import Check, Status
from core.export.workbook import write_amount

_STYLE = (
    "body{font:14px/1.5 sans-serif;margin:2em auto;max-width:60em;color:#1b2129}h1{font-size:20px}h2{font-size:16px}"
    "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #e3e6eb;padding:4px 8px;text-align:left;"
    "vertical-align:top}td.n{text-align:right;white-space:nowrap}.why{color:#69727f}@media print{body{margin:0}}"
)


class Told(NamedTuple):
    """A check with the filing that it is of, and the line where its figure stands."""

    file: str
    place: str
    check: Check


def told(analyses: Iterable[Analysis]) -> Iterator[Told]:
    """Every check of these filings, with its place."""
    for analysis in analyses:
        for check in analysis.checks:
            yield Told(analysis.filing.name, _place(analysis, check), check)


def _place(analysis: Analysis, check: Check) -> str:
    if not check.cites:
        return ""
    here = check.cites[0]
    return f"{here.document}:{analysis.filing.document(here.document).source.line_of(here.start)}"


def _apart(every: Sequence[Told]) -> dict[str, list[Told]]:
    """What is off, and what is worth a look, the surest first."""
    off = [one for one in every if one.check.status is Status.OFF]
    look = [one for one in every if one.check.worth_a_look]
    surest = {"Does not tie": off, "Worth a look": look}
    return {name: sorted(some, key=lambda one: -(one.check.probability or 1.0)) for name, some in surest.items()}


def as_html(analyses: Sequence[Analysis]) -> str:
    """A page that needs nothing else, and prints."""
    every = list(told(analyses))
    ties = sum(one.check.status is Status.TIES for one in every)
    parts = [
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Checks</title><style>{_STYLE}</style>",
        f"<h1>Checks of {len(analyses)} filing{'s' if len(analyses) != 1 else ''}</h1><p>{ties:,} tie.</p>",
    ]
    for name, some in _apart(every).items():
        parts.append(f"<h2>{name} ({len(some)})</h2>")
        if some:
            rows = "".join(map(_row, some))
            parts.append(f"<table><tr><th>File<th>Line<th>What was found<th>Printed<th>Expected</tr>{rows}</table>")
    return "\n".join([*parts, "</html>\n"])


def _row(one: Told) -> str:
    check = one.check
    others = [words for words in check.explains if words.rstrip(".") not in check.title]
    why = "".join(f"<div class=why>{escape(words)}</div>" for words in others)
    cells = (f"<td class=n>{'' if value is None else f'{value:,}'}</td>" for value in (check.reported, check.expected))
    return f"<tr><td>{escape(one.file)}<td>{one.place}<td>{escape(check.title)}{why}{''.join(cells)}</tr>"


_HEADS = ("Filing", "Line", "Status", "What was checked and found", "Printed", "Expected", "Difference", "Probability")
_WIDTHS = (34, 10, 14, 90, 16, 16, 16, 12)
_PRINTED, _DIFFERENCE, _PROBABILITY = 4, 6, 7


def as_workbook(analyses: Sequence[Analysis]) -> bytes:
    """A sheet with a row a finding, and one with a row a check; differences are formulas over the amounts beside them."""
    every = list(told(analyses))
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    findings = [one for some in _apart(every).values() for one in some]
    for name, some in (("Findings", findings), ("Checks", every)):
        _sheet(book, name, some)
    book.close()
    return target.getvalue()


def _sheet(book: Any, name: str, some: Sequence[Told]) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for column, (head, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head)
    for at, one in enumerate(some, 1):
        _write(sheet, at, one)


def _write(sheet: Any, at: int, one: Told) -> None:
    check = one.check
    status = "worth a look" if check.worth_a_look else check.status.value.replace("_", " ")
    for column, words in enumerate((one.file, one.place, status, check.title)):
        sheet.write_string(at, column, words)
    for column, value in enumerate((check.reported, check.expected), _PRINTED):
        if value is not None:
            write_amount(sheet, at, column, value)
    if check.reported is not None and check.expected is not None:
        difference = float(check.reported - check.expected)
        sheet.write_formula(at, _DIFFERENCE, f"=E{at + 1}-F{at + 1}", None, difference)
    if check.probability is not None:
        sheet.write_number(at, _PROBABILITY, check.probability)
