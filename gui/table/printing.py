"""A table on paper: light whatever the theme, heads and captions on every page, with title, company, unit and source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QLocale, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from core.export.one_table import OneTable, TableCell, TableLine
from gui.theme import Theme, load, tabular

SIZES = (9.0, 8.0, 7.0, 6.0)
"""Points of the words, from what reads best to what is still read: the first with which the table fits."""
POINTS = 72.0
"""Points in an inch."""
MARGIN = 15.0
"""Millimetres that are left free at each side of a page."""
RESOLUTION = 600
"""Dots in an inch of a PDF."""
TITLE = 1.5
"""Size of the title beside the words'."""
LEAST_CAPTIONS, MOST_CAPTIONS = 0.24, 0.5
"""Shares of a page's width that captions are given at least, and at most while columns need it."""
INDENT, PAD, LEADING = 1.1, 0.9, 0.35
"""How far a level is set in, what stands between columns, and what between lines, in sizes of the font."""
WIDER = 1.6
"""How much more than its words need a column may be given."""
HEAVY, FINE = 0.9, 0.45
"""Points of the rules below the heads, and of the others."""
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
HEAD = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
FIGURE = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
WORDS = int(Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
TALL = 100_000.0
"""Higher than any page: where words are wrapped to see how high they are."""


class _Fonts(NamedTuple):
    """Fonts of one size on a device, and what a size is there in its pixels."""

    plain: QFont
    bold: QFont
    title: QFont
    em: float


@dataclass(frozen=True, slots=True)
class _Part:
    """Columns that stand beside one another on a page: the first, those behind it, their widths; that of the captions."""

    first: int
    widths: tuple[float, ...]
    captions: float


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page: its columns, and its lines from one up to another."""

    part: _Part
    start: int
    end: int


def prefers_landscape(table: OneTable, device: QPagedPaintDevice, family: str) -> bool:
    """Whether the columns have no room on an upright page with words of the usual size."""
    page = device.pageLayout().paintRectPoints()
    fonts = _fonts(family, SIZES[1], device)
    needed = sum(_needs(table, fonts, device)) * POINTS / device.logicalDpiX()
    return needed > min(page.width(), page.height()) * (1 - LEAST_CAPTIONS)


class Paper:
    """A table laid out for a device, in its pixels."""

    def __init__(self, table: OneTable, device: QPagedPaintDevice, family: str) -> None:
        self.table, self.device = table, device
        self.theme: Theme = load("light")
        resolution = device.logicalDpiX()
        page = device.pageLayout().paintRectPixels(resolution)
        self.width, self.height = float(page.width()), float(page.height())
        for size in SIZES:
            self.fonts = _fonts(family, size, device)
            self.needs = _needs(table, self.fonts, device)
            if sum(self.needs) <= self.width * (1 - LEAST_CAPTIONS):
                break
        self.metrics = QFontMetricsF(self.fonts.plain, device)
        self.bold = QFontMetricsF(self.fonts.bold, device)
        self.line = self.metrics.height() + LEADING * self.fonts.em
        self.sheets = tuple(self._laid_out())

    # where everything stands

    def _parts(self) -> Iterator[_Part]:
        """The columns, as many beside one another as have room."""
        first, needs = 0, self.needs
        while True:
            end, used = first, 0.0
            while end < len(needs) and (end == first or used + needs[end] <= self.width * (1 - LEAST_CAPTIONS)):
                used += needs[end]
                end += 1
            yield self._part(first, needs[first:end])
            if end >= len(needs):
                return
            first = end

    def _part(self, first: int, needs: Sequence[float]) -> _Part:
        widest = max((self._indent(line) + self._advance(line) for line in self.table.lines), default=0.0)
        room = self.width - sum(needs)
        captions = min(widest + PAD * self.fonts.em, room, self.width * MOST_CAPTIONS if needs else self.width)
        spare = (room - captions) / len(needs) if needs else 0.0
        return _Part(first, tuple(min(need + spare, need * WIDER) for need in needs), captions)

    def _advance(self, line: TableLine) -> float:
        return (self.bold if line.bold else self.metrics).horizontalAdvance(line.caption)

    def _indent(self, line: TableLine) -> float:
        return min(line.depth, 8) * INDENT * self.fonts.em

    def _laid_out(self) -> Iterator[_Sheet]:
        for part in self._parts():
            start, lines = 0, self.table.lines
            while start < len(lines) or start == 0:
                room = self.height - self._top(part, first=start == 0 and part.first == 0) - self._foot()
                end, used = start, 0.0
                while end < len(lines) and (end == start or used + self._high(part, lines[end]) <= room):
                    used += self._high(part, lines[end])
                    end += 1
                if end < len(lines) and end - start > 1 and not any(cell.text for cell in lines[end - 1].cells):
                    end -= 1  # a heading goes with what it is over
                yield _Sheet(part, start, end)
                start = max(end, 1)

    def _high(self, part: _Part, line: TableLine) -> float:
        alone = not any(cell.text for cell in line.cells)
        width = (self.width if alone else part.captions) - self._indent(line)
        metrics = self.bold if line.bold else self.metrics
        box = metrics.boundingRect(QRectF(0, 0, max(width, self.fonts.em), TALL), WRAP, line.caption)
        return max(self.line, box.height() + LEADING * self.fonts.em)

    def _heads(self, part: _Part) -> float:
        boxes = [
            self.bold.boundingRect(QRectF(0, 0, width - PAD * self.fonts.em, TALL), HEAD, head).height()
            for width, head in zip(part.widths, self.table.heads[part.first :], strict=False)
        ]
        return max([*boxes, self.line]) + LEADING * self.fonts.em

    def _words(self, *, first: bool) -> list[str]:
        """What stands above the table: below the title all that is known, on later pages the company alone."""
        table = self.table
        return [words for words in ((table.company, table.unit) if first else ()) if words]

    def _title_high(self, *, first: bool) -> float:
        font = self.fonts.title if first else self.fonts.bold
        metrics = QFontMetricsF(font, self.device)
        return metrics.boundingRect(QRectF(0, 0, self.width, TALL), WRAP, self._title(first=first)).height()

    def _title(self, *, first: bool) -> str:
        if first:
            return self.table.title
        return " · ".join(part for part in (self.table.company, f"{self.table.title} (continued)") if part)

    def _top(self, part: _Part, *, first: bool) -> float:
        return self._title_high(first=first) + self.line * (len(self._words(first=first)) + 1) + self._heads(part)

    def _foot(self) -> float:
        return 2 * self.line

    # painting

    def paint(self, painter: QPainter) -> None:
        """Every page, one after the other."""
        for number, sheet in enumerate(self.sheets, 1):
            if number > 1:
                self.device.newPage()
            self._paint_sheet(painter, sheet, number)

    def _paint_sheet(self, painter: QPainter, sheet: _Sheet, number: int) -> None:
        first = number == 1
        painter.setPen(self.theme.text)
        painter.setFont(self.fonts.title if first else self.fonts.bold)
        y = self._title_high(first=first)
        painter.drawText(QRectF(0, 0, self.width, y + self.line), WRAP, self._title(first=first))
        painter.setFont(self.fonts.plain)
        painter.setPen(self.theme.secondary)
        for words in self._words(first=first):
            painter.drawText(QRectF(0, y + LEADING * self.fonts.em, self.width, self.line), WORDS, words)
            y += self.line
        y = self._paint_heads(painter, sheet.part, y + self.line)
        for line in self.table.lines[sheet.start : sheet.end]:
            high = self._high(sheet.part, line)
            self._paint_line(painter, sheet.part, line, QRectF(0, y, self.width, high))
            y += high
        self._paint_foot(painter, number)

    def _rule(self, painter: QPainter, start: float, end: float, y: float, points: float) -> None:
        painter.setPen(QPen(self.theme.text, points * self.device.logicalDpiX() / POINTS))
        painter.drawLine(round(start), round(y), round(end), round(y))
        painter.setPen(self.theme.text)

    def _columns(self, part: _Part) -> Iterator[tuple[int, float, float]]:
        """The index of every column, where it begins and where its words end."""
        x = part.captions
        for at, width in enumerate(part.widths, part.first):
            yield at, x + PAD * self.fonts.em, x + width
            x += width

    def _paint_heads(self, painter: QPainter, part: _Part, y: float) -> float:
        high = self._heads(part)
        painter.setFont(self.fonts.bold)
        painter.setPen(self.theme.text)
        for at, left, right in self._columns(part):
            place = QRectF(left, y, right - left, high - LEADING * self.fonts.em)
            painter.drawText(place, HEAD, self.table.heads[at])
        self._rule(painter, 0, part.captions + sum(part.widths), y + high - LEADING * self.fonts.em / 2, HEAVY)
        return y + high

    def _paint_line(self, painter: QPainter, part: _Part, line: TableLine, place: QRectF) -> None:
        painter.setFont(self.fonts.bold if line.bold else self.fonts.plain)
        painter.setPen(self.theme.text)
        indent, alone = self._indent(line), not any(cell.text for cell in line.cells)
        width = (self.width if alone else part.captions) - indent
        painter.drawText(QRectF(indent, place.top(), width, place.height()), WRAP, line.caption)
        foot = place.bottom() - LEADING * self.fonts.em
        for at, left, right in self._columns(part):
            cell = line.cells[at]
            if line.total and cell.text and cell.place is not None:
                self._rule(painter, left, right, foot - self.metrics.height(), FINE)
            self._paint_cell(painter, cell, QRectF(left, place.top(), right - left, foot - place.top()))

    def _paint_cell(self, painter: QPainter, cell: TableCell, place: QRectF) -> None:
        painter.setPen(self.theme.warning if cell.off else self.theme.text)
        closes = self.metrics.horizontalAdvance(")") if not cell.text.endswith((")", "%")) else 0.0
        words = f"▲ {cell.text}" if cell.off else cell.text
        painter.drawText(place.adjusted(0, 0, -closes, 0), FIGURE | Qt.TextFlag.TextDontClip.value, words)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        painter.setFont(self.fonts.plain)
        y = self.height - self.line
        self._rule(painter, 0, self.width, y - LEADING * self.fonts.em, FINE)
        painter.setPen(self.theme.secondary)
        counted = f"{number} of {len(self.sheets)}"
        room = self.width - self.metrics.horizontalAdvance(counted) - 2 * self.fonts.em
        source = self.metrics.elidedText(f"Source: {self.table.source}", Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(0, y, room, self.line), WORDS, source)
        painter.drawText(QRectF(0, y, self.width, self.line), int(Qt.AlignmentFlag.AlignRight), counted)


def _fonts(family: str, size: float, device: QPagedPaintDevice) -> _Fonts:
    plain = tabular(QFont(family))
    plain.setPointSizeF(size)
    bold, title = QFont(plain), QFont(plain)
    bold.setWeight(QFont.Weight.DemiBold)
    title.setWeight(QFont.Weight.DemiBold)
    title.setPointSizeF(size * TITLE)
    return _Fonts(plain, bold, title, size * device.logicalDpiX() / POINTS)


def _needs(table: OneTable, fonts: _Fonts, device: QPagedPaintDevice) -> list[float]:
    """How wide each column must be for its figures, and for the longest word of its head."""
    plain, bold = QFontMetricsF(fonts.plain, device), QFontMetricsF(fonts.bold, device)
    needs = []
    for at, head in enumerate(table.heads):
        figures = [(bold if line.bold else plain).horizontalAdvance(line.cells[at].text) for line in table.lines]
        words = [bold.horizontalAdvance(word) for word in head.split()]
        needs.append(max([*figures, *words, fonts.em]) + (PAD + INDENT) * fonts.em)
    return needs


def paint_on(device: QPagedPaintDevice, table: OneTable, family: str) -> None:
    """Paints a table on a printer, or into what stands for one."""
    painter = QPainter(device)
    Paper(table, device, family).paint(painter)
    painter.end()


def set_up(device: QPagedPaintDevice, table: OneTable, family: str) -> None:
    """Gives a device the paper that is usual here, and turns it as the table needs it."""
    american = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    device.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if american else QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    sides = QPageLayout.Orientation
    device.setPageOrientation(sides.Landscape if prefers_landscape(table, device, family) else sides.Portrait)


def as_pdf(table: OneTable, family: str) -> bytes:
    """A table as a PDF."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(" · ".join(part for part in (table.company, table.title) if part))
    writer.setCreator("Tieout")
    writer.setResolution(RESOLUTION)
    set_up(writer, table, family)
    paint_on(writer, table, family)
    return bytes(buffer.data().data())
