"""A company over the years as an Excel workbook: a sheet a series, growth and common size as formulas, every figure linked to its
source."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import pandas as pd
from xlsxwriter.utility import xl_rowcol_to_cell

from core.export.heads import KINDS
from core.export.measured import write_measures
from core.export.workbook import Book, Heading, Look, write_amount, write_heads, write_text
from core.export.years import write_across
from core.statements.statement import Role, Unit
from core.years.arithmetic import arithmetic, column_of, in_words
from core.years.change import ASSETS, REVENUES
from core.years.frames import PERCENT, Frames, frames, growth, share_of
from core.years.history import History
from core.years.measured_table import TITLE as MEASURES
from core.years.measured_table import as_across
from core.years.measures import Measures, measured, shipped
from core.years.series import Stitched, StitchedCell, StitchedRow, Told

_HEADS, _TOP = 2, 3
"""The row of the heads, and the first row of the lines."""
_CAPTIONS, _FIGURES = 56, 14
"""Characters that columns are wide."""
_DEEPEST, _FINEST = 15, 4
"""Levels to which a caption can be indented, and the most decimals that are shown."""
_SOURCES = (
    Heading("Statement", 24),
    Heading("Line", 56),
    Heading("Period", 24),
    Heading("Filing", 44),
    Heading("Printed", 16),
    Heading("Amount", 18),
    Heading("Document", 10),
    Heading("Line of the text", 14),
    Heading("Difference", 16),
)
_AMOUNT = 5
"""The column of the amounts among these."""
_LEFT_OUT = (Heading("Filing", 44), Heading("Statement", 28), Heading("Why", 80))


class _Source(NamedTuple):
    """A row of the sheet of sources."""

    series: str
    row: StitchedRow
    period: str
    told: Told
    difference: str


def workbook(history: History, wanted: Measures | None = None) -> bytes:
    """The whole workbook as bytes; of the measures those `wanted`, or those that Tieout knows."""
    return _Writer(history, wanted or shipped()).bytes()


class _Writer:
    def __init__(self, history: History, wanted: Measures) -> None:
        self.history, self.wanted, self.book = history, wanted, Book()
        self.analyses = {one.path: one for one in history.filings}
        self.sources: list[_Source] = []
        self.sources_name = self.book.name("Sources")

    def bytes(self) -> bytes:
        for series in self.history.series:
            of = f" {series.member}" if series.member else ""
            self._series(self.book.book.add_worksheet(self.book.name(KINDS[series.kind] + of)), series)
        self._measures()
        self._list_sources(self.book.book.add_worksheet(self.sources_name))
        if self.history.left_out:
            self._list_left_out(self.book.book.add_worksheet(self.book.name("Left out")))
        return self.book.bytes()

    # a series

    def _series(self, sheet: Any, series: Stitched) -> None:
        """The amounts, and beside them how they changed and what part of the base they are."""
        told, width = frames(series), len(series.periods)
        scale = _scale(series)
        write_text(sheet, 0, 0, series.title or KINDS[series.kind], self.book.look(Look(bold=True)))
        write_text(sheet, 1, 0, _amounts(series, scale), self.book.look(Look(grey=True)))
        self._head(sheet, series)
        for number, row in enumerate(series.rows):
            self._line(sheet, series, number, row, scale)
        self._formulas(sheet, series, told, width)
        sheet.set_column(0, 0, _CAPTIONS)
        sheet.set_column(1, 3 * width + 1, _FIGURES)
        sheet.freeze_panes(_TOP, 1)

    def _head(self, sheet: Any, series: Stitched) -> None:
        width, base = len(series.periods), _base(series)
        look = self.book.look(Look(head=True))
        for at, period in enumerate(series.periods):
            write_text(sheet, _HEADS, 1 + at, period.label, look)
            if at:
                write_text(sheet, _HEADS, 1 + width + at, f"Change {period.label}", look)
            if base is not None:
                share = f"{period.label}, % of {series.rows[base].label or 'total assets'}"
                write_text(sheet, _HEADS, 1 + 2 * width + at, share, look)

    def _line(self, sheet: Any, series: Stitched, number: int, row: StitchedRow, scale: int) -> None:
        bold = row.role in (Role.SUBTOTAL, Role.TOTAL)
        if row.label:
            write_text(
                sheet, _TOP + number, 0, row.label, self.book.look(Look(bold=bold, indent=min(row.depth, _DEEPEST)))
            )
        for at, cell in enumerate(row.cells):
            if cell is not None:
                self._cell(sheet, series, _Place(number, at), row, cell, scale if row.unit is Unit.MONEY else 1)

    def _cell(
        self, sheet: Any, series: Stitched, place: "_Place", row: StitchedRow, cell: StitchedCell, scale: int
    ) -> None:
        bold = row.role in (Role.SUBTOTAL, Role.TOTAL)
        amount = cell.value / scale
        look = Look(_places(amount), percent=row.unit is Unit.PERCENT, bold=bold, top=bold, amber=cell.restated)
        x, y = _TOP + place.line, 1 + place.period
        first = len(self.sources)
        difference = cell.difference.value if cell.difference else ""
        period = series.periods[place.period].label
        for told in (cell.told, *cell.others):
            self.sources.append(_Source(KINDS[series.kind], row, period, told, difference))
        sheet.write_url(
            x, y, f"internal:'{self.sources_name}'!A{first + 2}", self.book.look(look), tip=cell.told.path.name
        )
        write_amount(sheet, x, y, amount, self.book.look(look))
        if cell.restated:
            said = [f"{difference}: " + "; ".join(self._said(told) for told in (cell.told, *cell.others))]
            found = arithmetic(cell, column_of(series, place.period))
            sheet.write_comment(x, y, "\n".join([*said, *([in_words(found)] if found is not None else [])]))

    def _said(self, told: Told) -> str:
        header = self.analyses[told.path].filing.header
        named = " ".join(str(word) for word in (header.form, header.fiscal_year) if word) or told.path.name
        return f"{told.figure.text} in the {named}"

    def _formulas(self, sheet: Any, series: Stitched, told: Frames, width: int) -> None:
        """Change against the period before, where both are of one length, and common size; as parts, shown as percent."""
        base = _base(series)
        changes = growth(told.latest)
        shares = share_of(told.latest, base) if base is not None else None
        for number, row in enumerate(series.rows):
            for at, cell in enumerate(row.cells):
                if cell is None:
                    continue
                here = xl_rowcol_to_cell(_TOP + number, 1 + at)
                if at and row.cells[at - 1] is not None and series.periods[at].months == series.periods[at - 1].months:
                    before = xl_rowcol_to_cell(_TOP + number, at)
                    formula = f'=IF({before}*{here}>0,({here}-{before})/ABS({before})*{PERCENT},"")'
                    self._formula(sheet, _Place(number, 1 + width + at), formula, changes.loc[number, at])
                if shares is not None and base is not None and row.unit is Unit.MONEY and series.rows[base].cells[at]:
                    whole = xl_rowcol_to_cell(_TOP + base, 1 + at)
                    formula = f'=IF({whole}>0,{here}/{whole}*{PERCENT},"")'
                    self._formula(sheet, _Place(number, 1 + 2 * width + at), formula, shares.loc[number, at])

    def _formula(self, sheet: Any, place: "_Place", formula: str, part: Any) -> None:
        shown = "" if pd.isna(part) else float(part) * PERCENT
        sheet.write_formula(_TOP + place.line, place.period, formula, self.book.look(Look(1, percent=True)), shown)

    # measures

    def _measures(self) -> None:
        """A sheet of measures over the amounts of the sheet of sources; none where no year is known."""
        table = measured(self.history.series, self.wanted, self.history.calendar)
        if not any(value.amount is not None for one in table.rows for value in one.values):
            return
        across = as_across(table)
        sheet = self.book.book.add_worksheet(self.book.name(MEASURES))
        write_across(self.book, sheet, across, self.analyses)
        at = {(one.told.path, one.told.cite): number for number, one in enumerate(self.sources, 1)}

        def cell(told: Told) -> str | None:
            row = at.get((told.path, told.cite))
            return f"'{self.sources_name}'!{xl_rowcol_to_cell(row, _AMOUNT)}" if row is not None else None

        write_measures(self.book, sheet, across, cell)

    # what it was read from

    def _list_sources(self, sheet: Any) -> None:
        write_heads(self.book, sheet, _SOURCES)
        sheet.freeze_panes(1, 0)
        plain = self.book.look(Look())
        for at, one in enumerate(self.sources, 1):
            cite = one.told.cite
            line = self.analyses[one.told.path].filing.document(cite.document).source.line_of(cite.start)
            texts = (one.series, one.row.label, one.period, one.told.path.name, one.told.figure.text)
            for column, text in enumerate(texts):
                write_text(sheet, at, column, text, plain)
            write_amount(sheet, at, len(texts), one.told.value, plain)
            for column, number in enumerate((cite.document, line), len(texts) + 1):
                sheet.write_number(at, column, number, plain)
            write_text(sheet, at, len(_SOURCES) - 1, one.difference, plain)

    def _list_left_out(self, sheet: Any) -> None:
        write_heads(self.book, sheet, _LEFT_OUT)
        plain = self.book.look(Look())
        for at, left in enumerate(self.history.left_out, 1):
            for column, text in enumerate((left.path.name, left.statement.id, left.why)):
                write_text(sheet, at, column, text, plain)


class _Place(NamedTuple):
    """A line and a column, by their numbers."""

    line: int
    period: int


def _scale(series: Stitched) -> int:
    """The scale of most money amounts."""
    scales = [
        cell.told.scale for row in series.rows if row.unit is Unit.MONEY for cell in row.cells if cell is not None
    ]
    return max(set(scales), key=lambda scale: (scales.count(scale), scale), default=1)


def _amounts(series: Stitched, scale: int) -> str:
    money = series.currency or "the filings' currency"
    return (
        f"Amounts in {f'{scale:,} ' if scale > 1 else ''}{money}; others as printed. Every figure links to its source."
    )


def _base(series: Stitched) -> int | None:
    """The line that amounts are a share of: total assets or revenue."""
    wanted: Sequence[str] = (*ASSETS, *REVENUES)
    return next((number for number, row in enumerate(series.rows) if row.concept in wanted and any(row.cells)), None)


def _places(amount: Decimal) -> int:
    """The decimals with which an amount is shown."""
    return min(_FINEST, max(0, -int(amount.normalize().as_tuple().exponent)))
