"""Two texts side by side, passage by passage, scrolling as one; what changed is coloured, struck out or underlined."""

import time
from collections.abc import Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from core.compare import Aligned, Change, ChangeKind
from core.document.prose import Passage, PassageKind, Word
from gui.text.utf16 import Units
from gui.theme import Theme, monospace

_BUDGET = 0.008
_PAD, _GUTTER, _GAP = 16, 36, 9
_BREAK = "\u2028"


class Half:
    """One side of a row, laid out to a width."""

    def __init__(self, layout: QTextLayout, height: float) -> None:
        self.layout, self.height = layout, height


class Beside(QAbstractScrollArea):
    """Rows of two passages. Rows are laid out a few at a time; those that are not yet are of a likely height."""

    clicked = Signal(int, bool)
    """A row, and whether its newer side was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[Aligned] = []
        self._laid: dict[int, tuple[Half | None, Half | None]] = {}
        self._heights: list[float] = []
        self._tops: list[float] = [0.0]
        self._current: tuple[int, int] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._lay_some)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.setAccessibleName("The two texts side by side")

    @property
    def rows(self) -> Sequence[Aligned]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: Sequence[Aligned]) -> None:
        """Shows other rows, from the top."""
        self._rows, self._heights, self._laid, self._current = [], [], {}, None
        self.verticalScrollBar().setValue(0)
        self.add_rows(rows)

    def add_rows(self, rows: Sequence[Aligned]) -> None:
        """Shows more rows at the end."""
        self._rows += rows
        self._heights += [self._likely(row) for row in rows]
        self._place()
        self._timer.start()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self._laid.clear()
        self._timer.start()
        self.viewport().update()

    def set_current(self, row: int, change: int) -> None:
        """Goes to a change: it is scrolled to, and its row marked."""
        self._current = (row, change)
        self._lay(row)
        self._place()
        bar, view = self.verticalScrollBar(), self.viewport().height()
        top = self._tops[row] + self._line_top(row, change)
        if not bar.value() + 24 <= top <= bar.value() + view - 60:
            bar.setValue(round(top - view / 3))
        self.viewport().update()

    def _line_top(self, row: int, change: int) -> float:
        """How far down its row a change begins."""
        aligned = self._rows[row]
        one = aligned.changes[change]
        tops = []
        for half, words, start in zip(
            self._laid[row], (aligned.old_words, aligned.new_words), (one.old_start, one.new_start), strict=True
        ):
            if half is not None and start < len(words):
                line = half.layout.lineForTextPosition(words[start].at)
                tops.append(line.y() if line.isValid() else 0.0)
        return min(tops, default=0.0)

    # laying out

    def _column(self) -> float:
        return max(80.0, (self.viewport().width() - 2 * _PAD - _GUTTER) / 2)

    def _likely(self, row: Aligned) -> float:
        longest = max((len(side.text) for side in (row.old, row.new) if side is not None), default=0)
        return (1 + longest * 7 // int(self._column())) * 20.0 + _GAP

    def _lay_some(self) -> None:
        """The visible rows first, then the others in order, for a moment."""
        until = time.perf_counter() + _BUDGET
        for row in self._wanted():
            self._lay(row)
            if time.perf_counter() > until:
                break
        else:
            self._timer.stop()
        self._place()
        self.viewport().update()

    def _wanted(self) -> Iterator[int]:
        first = self._row_at(self.verticalScrollBar().value())
        for row in range(first, min(first + 40, len(self._rows))):
            if row not in self._laid:
                yield row
        for row in range(len(self._rows)):
            if row not in self._laid:
                yield row

    def _lay(self, row: int) -> None:
        if row in self._laid:
            return
        aligned = self._rows[row]
        old = self._half(aligned.old, list(self._formats(aligned, newer=False)))
        new = self._half(aligned.new, list(self._formats(aligned, newer=True)))
        self._laid[row] = (old, new)
        self._heights[row] = max((half.height for half in (old, new) if half is not None), default=0) + _GAP

    def _font(self, kind: PassageKind) -> QFont:
        if kind is PassageKind.VERBATIM:
            return monospace(10)
        font = QFont(self.font())
        font.setPixelSize(QFontInfo(self.font()).pixelSize())
        if kind is PassageKind.HEADING:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _half(self, passage: Passage | None, formats: list[QTextLayout.FormatRange]) -> Half | None:
        if passage is None:
            return None
        layout = QTextLayout(passage.text.replace("\n", _BREAK), self._font(passage.kind))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._column())
            line.setPosition(QPointF(0, height))
            height += line.height() * (1.1 if passage.kind is PassageKind.VERBATIM else 1.25)
        layout.endLayout()
        return Half(layout, height)

    def _formats(self, aligned: Aligned, *, newer: bool) -> Iterator[QTextLayout.FormatRange]:
        passage = aligned.new if newer else aligned.old
        words = aligned.new_words if newer else aligned.old_words
        if passage is None:
            return
        units = Units(passage.text)
        form = self._form(newer=newer)
        for change in aligned.changes:
            start, end = _extent(change, newer=newer)
            if change.kind is ChangeKind.EQUAL or end <= start:
                continue
            begin, stop = units.to_qt(words[start].at), units.to_qt(_end(words[end - 1]))
            found = QTextLayout.FormatRange()
            found.start, found.length, found.format = begin, stop - begin, form
            yield found

    def _form(self, *, newer: bool) -> QTextCharFormat:
        """Deleted words are struck out, inserted ones underlined: colour is never alone."""
        form = QTextCharFormat()
        colour = self._theme.gain if newer else self._theme.loss
        ground = QColor(colour)
        ground.setAlphaF(0.16 if self._theme.dark else 0.11)
        form.setForeground(colour)
        form.setBackground(ground)
        form.setFontUnderline(newer)
        form.setFontStrikeOut(not newer)
        return form

    def _place(self) -> None:
        """Where each row begins; the row at the top of the view stays where it is."""
        bar = self.verticalScrollBar()
        first = self._row_at(bar.value())
        inside = bar.value() - (self._tops[first] if first < len(self._tops) else 0)
        self._tops = list(accumulate(self._heights, initial=float(_GAP)))
        view = self.viewport().height()
        bar.setRange(0, max(0, round(self._tops[-1] + _PAD - view)))
        bar.setPageStep(view - 40)
        if bar.value() > 0 and first < len(self._tops):
            bar.setValue(round(self._tops[first] + inside))

    def _row_at(self, y: float) -> int:
        low, high = 0, max(0, len(self._tops) - 1)
        while low < high:
            middle = (low + high) // 2
            if self._tops[middle + 1] <= y:
                low = middle + 1
            else:
                high = middle
        return low

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays out anew to the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._laid.clear()
            self._timer.start()
        self._place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paints anew."""
        del dx, dy
        self.viewport().update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the visible rows."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.ground)
        value, view = self.verticalScrollBar().value(), self.viewport().height()
        middle = _PAD + self._column() + _GUTTER / 2
        painter.setPen(QPen(self._theme.hairline, 1))
        painter.drawLine(QPointF(middle, 0), QPointF(middle, view))
        row = self._row_at(value)
        while row < len(self._rows) and self._tops[row] < value + view:
            self._lay(row)
            self._paint_row(painter, row, self._tops[row] - value, middle)
            row += 1
        painter.end()

    def _paint_row(self, painter: QPainter, row: int, top: float, middle: float) -> None:
        old, new = self._laid[row]
        height = self._heights[row] - _GAP
        if self._current is not None and self._current[0] == row:
            painter.fillRect(QRectF(4, top - 2, 3, height + 4), self._theme.accent)
        if self._rows[row].changed:
            painter.setPen(self._theme.secondary)
            painter.setFont(self._font(PassageKind.PARAGRAPH))
            mark = "≠" if old is not None and new is not None else "+" if old is None else "−"
            box = QRectF(middle - 8, top, 16, 18)
            painter.fillRect(box, self._theme.ground)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark)
        painter.setPen(self._theme.text)
        if old is not None:
            old.layout.draw(painter, QPointF(_PAD, top))
        if new is not None:
            new.layout.draw(painter, QPointF(_PAD + self._column() + _GUTTER, top))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click says which row and side."""
        point: QPoint = event.position().toPoint()
        row = self._row_at(point.y() + self.verticalScrollBar().value())
        if event.button() == Qt.MouseButton.LeftButton and row < len(self._rows):
            self.clicked.emit(row, point.x() > _PAD + self._column() + _GUTTER / 2)


def _extent(change: Change, *, newer: bool) -> tuple[int, int]:
    return (change.new_start, change.new_end) if newer else (change.old_start, change.old_end)


def _end(word: Word) -> int:
    return word.at + len(word.text)
