"""Two texts side by side, passage by passage, scrolling as one; what changed is coloured, struck out or underlined, and a
map beside the scroll bar shows where."""

import time
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from core.compare.change import ROLLED, Change, ChangeKind
from core.document.prose import Passage, PassageKind
from gui.text.redline_layout import Folded, Half, Setter, Shown, is_line
from gui.text.redline_map import WIDTH as MAP
from gui.text.redline_map import Map, Marked
from gui.text.selection import word_at
from gui.text.utf16 import Units
from gui.theme import Theme

_BUDGET = 0.008
_PAD, _GUTTER, _GAP = 16, 36, 9
_FOLDED = 26.0
"""Pixels of a line that stands for passages without a change."""
_LINE_GAP = 2
"""Pixels between the lines of a table."""


class Place(NamedTuple):
    """A place in one side of a row, in UTF-16 units of the passage's text."""

    row: int
    at: int
    newer: bool


class Beside(QAbstractScrollArea):
    """Rows of two passages. Rows are laid out a few at a time; those that are not yet are of a likely height."""

    clicked = Signal(int, bool)
    """A row, and whether its newer side was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._setter = theme, Setter(theme)
        self._rows: list[Shown] = []
        self._laid: dict[int, tuple[Half | None, Half | None]] = {}
        self._heights: list[float] = []
        self._tops: list[float] = [0.0]
        self._current: tuple[int, int] | None = None
        self._anchor: Place | None = None
        self._head: Place | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._lay_some)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.setAccessibleName("The two texts side by side")
        self.setViewportMargins(0, 0, MAP, 0)
        self.map = Map(self, self)

    @property
    def rows(self) -> Sequence[Shown]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: Sequence[Shown]) -> None:
        """Shows other rows, from the top."""
        self._rows, self._heights, self._laid, self._current = [], [], {}, None
        self._anchor = self._head = None
        self.verticalScrollBar().setValue(0)
        self.add_rows(rows)

    def add_rows(self, rows: Sequence[Shown]) -> None:
        """Shows more rows at the end."""
        self._rows += rows
        self._heights += [self._likely(row) for row in rows]
        self._place()
        self._timer.start()

    def unfold(self, row: int) -> None:
        """Shows the rows that a folded one stands for, in its place."""
        folded = self._rows[row]
        if isinstance(folded, Folded):
            top = self.verticalScrollBar().value()
            self.set_rows([*self._rows[:row], *folded.rows, *self._rows[row + 1 :]])
            self.verticalScrollBar().setValue(top)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = self._setter.theme = theme
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
        if isinstance(aligned, Folded):
            return 0.0
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

    def _likely(self, row: Shown) -> float:
        if isinstance(row, Folded):
            return _FOLDED + _GAP
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
        if isinstance(aligned, Folded):
            self._laid[row] = (None, None)
            return
        old, new = self._laid[row] = self._setter.row(aligned, self.font(), self._column())
        height = max((half.height for half in (old, new) if half is not None), default=0)
        self._heights[row] = height + (_LINE_GAP if is_line(aligned) else _GAP)

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
        self.map.update()

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
        area = self.viewport().geometry()
        self.map.setGeometry(area.right() + 1, area.top(), MAP, area.height())
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
            painter.setFont(self._setter.font(PassageKind.PARAGRAPH, self.font()))
            mark = _mark(self._rows[row].changes, old, new)
            box = QRectF(middle - 8, top, 16, 18)
            painter.fillRect(box, self._theme.ground)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark)
        folded = self._rows[row]
        if isinstance(folded, Folded):
            self._paint_folded(painter, folded, top)
            return
        painter.setPen(self._theme.text)
        for half, newer in ((old, False), (new, True)):
            if half is not None:
                half.layout.draw(painter, QPointF(self._left(newer=newer), top), self._lit(row, newer=newer))

    def _paint_folded(self, painter: QPainter, folded: Folded, top: float) -> None:
        """A line with how much it stands for."""
        box = QRectF(_PAD, top, self.viewport().width() - 2 * _PAD, _FOLDED)
        painter.fillRect(box, self._theme.panel)
        painter.setPen(self._theme.secondary)
        painter.setFont(self._setter.font(PassageKind.PARAGRAPH, self.font()))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, folded.says)

    def marks(self) -> Iterator[Marked]:
        """Where changed rows begin and end, as parts of the whole height, and their colour."""
        whole = max(1.0, self._tops[-1])
        for row, aligned in enumerate(self._rows):
            if aligned.changed:
                kinds = [one.kind for one in aligned.changes if one.kind is not ChangeKind.EQUAL]
                kind = next((one for one in kinds if one not in ROLLED), kinds[0])
                colour = self._setter.colour(kind, newer=aligned.new is not None)
                yield Marked(self._tops[row] / whole, self._tops[row + 1] / whole, colour)

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self._theme

    def go_to(self, part: float) -> None:
        """Scrolls to a part (0 to 1) of the whole."""
        self.verticalScrollBar().setValue(round(self._tops[-1] * part - self.viewport().height() / 2))

    def _left(self, *, newer: bool) -> float:
        return _PAD + self._column() + _GUTTER if newer else _PAD

    def _lit(self, row: int, *, newer: bool) -> list[QTextLayout.FormatRange]:
        """What is selected of one side of a row."""
        start, end = self._selected_in(row, newer=newer)
        if start == end:
            return []
        found = QTextLayout.FormatRange()
        found.start, found.length = start, end - start
        found.format.setBackground(self._theme.selection)
        found.format.setForeground(self._theme.text)
        return [found]

    # selecting

    def _selected_in(self, row: int, *, newer: bool) -> tuple[int, int]:
        """The UTF-16 units that are selected in one side of a row; an empty stretch where none are."""
        side = self._side(row, newer=newer)
        if self._anchor is None or self._head is None or self._anchor.newer is not newer or side is None:
            return 0, 0
        first, last = sorted((self._anchor, self._head))
        if not first.row <= row <= last.row:
            return 0, 0
        whole = Units(side.text).to_qt(len(side.text))
        return first.at if row == first.row else 0, last.at if row == last.row else whole

    def _side(self, row: int, *, newer: bool) -> Passage | None:
        return self._rows[row].new if newer else self._rows[row].old

    @property
    def selected(self) -> str:
        """The words that are selected, a passage a line."""
        if self._anchor is None or self._head is None:
            return ""
        first, last = sorted((self._anchor, self._head))
        found = []
        for row in range(first.row, last.row + 1):
            side = self._side(row, newer=first.newer)
            start, end = self._selected_in(row, newer=first.newer)
            if side is not None and start < end:
                units = Units(side.text)
                found.append(side.text[units.from_qt(start) : units.from_qt(end)])
        return "\n".join(found)

    def select(self, anchor: Place | None, head: Place | None) -> None:
        """Selects from one place to another of the same side."""
        self._anchor, self._head = anchor, head
        self.viewport().update()

    def place_at(self, point: QPoint, newer: bool | None = None) -> Place | None:
        """The place under a point of the viewport; with a side given, the nearest one there."""
        y = point.y() + self.verticalScrollBar().value()
        row = min(self._row_at(y), len(self._rows) - 1)
        if row < 0:
            return None
        if newer is None:
            newer = point.x() > _PAD + self._column() + _GUTTER / 2
        self._lay(row)
        half = self._laid[row][newer]
        if half is None:
            return Place(row, 0, newer)
        lines = [half.layout.lineAt(number) for number in range(half.layout.lineCount())]
        above = [line for line in lines if line.y() <= y - self._tops[row]]
        line = (above or lines)[-1 if above else 0]
        return Place(row, line.xToCursor(point.x() - self._left(newer=newer)), newer)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A selection begins; with Shift it goes on."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        on = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._anchor is not None
        place = self.place_at(event.position().toPoint(), self._anchor.newer if on and self._anchor else None)
        self.select(self._anchor if on else place, place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The selection follows the pointer, on the side where it began."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._anchor is not None:
            self.select(self._anchor, self.place_at(event.position().toPoint(), self._anchor.newer))
            self._scroll_to(event.position().y())

    def _scroll_to(self, y: float) -> None:
        """Scrolls on while a selection is drawn beyond an edge."""
        bar = self.verticalScrollBar()
        beyond = min(0.0, y) + max(0.0, y - self.viewport().height())
        if beyond:
            bar.setValue(bar.value() + round(beyond / 2))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Selects a word."""
        place = self.place_at(event.position().toPoint())
        side = self._side(place.row, newer=place.newer) if place is not None else None
        if place is not None and side is not None:
            units = Units(side.text)
            word = word_at(side.text, units.from_qt(place.at))
            self.select(place._replace(at=units.to_qt(word.start)), place._replace(at=units.to_qt(word.end)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that selects nothing says which row and side."""
        if event.button() == Qt.MouseButton.LeftButton and self._anchor is not None and self._anchor == self._head:
            self.clicked.emit(self._anchor.row, self._anchor.newer)


def _mark(changes: Sequence[Change], old: object, new: object) -> str:
    """What stands between the sides of a changed row."""
    if any(one.kind is ChangeKind.MOVED for one in changes):
        return "⇅"
    return "≠" if old and new else "−" if old else "+"
