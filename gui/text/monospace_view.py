"""A document's text as filed, painted line by line: only what is visible is ever touched, so size does not matter."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from core.document.block import Line as LineKind
from core.source import Source, Span
from gui.text import fit
from gui.text.lines import Line, line_of
from gui.theme import Theme

_PAD = 8
_LIMIT = 1 << 30


class Lit(NamedTuple):
    """A place that is lit; `strong` is the figure in question, the others are what it was made from."""

    span: Span
    strong: bool


class PaintedText(QAbstractScrollArea):
    """Shows a text in a monospace font whose size fits the width, with places lit, found or selected."""

    scrolled = Signal()
    """What is visible has changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source = Source(1, "")
        self._kinds = b""
        self._columns, self._longest = 40, 0
        self._zoom = 0
        self._lit: tuple[Lit, ...] = ()
        self._matches: Sequence[Span] = ()
        self._match = -1
        self._anchor = self._caret = 0
        self._hover: Span | None = None
        self._font = fit.sized(fit.LARGEST)
        self._bold = QFont(self._font)
        self._advance = self._height = self._ascent = 1.0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self._seen_height = 0
        self._measure()

    # what is shown

    @property
    def source(self) -> Source:
        """The text that is shown."""
        return self._source

    @property
    def pixels(self) -> int:
        """The size of the font in pixels."""
        return self._font.pixelSize()

    @property
    def line_height(self) -> float:
        """The height of a line in pixels."""
        return self._height

    def set_text(self, source: Source, kinds: bytes = b"") -> None:
        """Shows another text from its top. `kinds[i]` is what line i is for, where that is known."""
        self._source, self._kinds = source, kinds
        self._columns, self._longest = fit.columns(source), fit.longest(source)
        self._lit, self._matches, self._match, self._hover = (), (), -1, None
        self._anchor = self._caret = 0
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self.viewport().update()

    def set_lit(self, lit: tuple[Lit, ...]) -> None:
        """Lights these places and no others."""
        self._lit = lit
        self.viewport().update()

    @property
    def lit(self) -> tuple[Lit, ...]:
        """The places that are lit."""
        return self._lit

    def set_matches(self, matches: Sequence[Span], current: int = -1) -> None:
        """Marks what was found, in order, and which of it is being looked at."""
        self._matches, self._match = matches, current
        self.viewport().update()

    # size

    def zoom(self, steps: int) -> None:
        """Larger or smaller by steps of one pixel; 0 fits the width again."""
        at = self.top_offset()
        self._zoom = 0 if steps == 0 else (self._zoom or self.pixels) + steps
        if self._zoom:
            self._zoom = max(6, min(40, self._zoom))
        self._measure()
        self.verticalScrollBar().setValue(round((self._source.line_of(at) - 1) * self._height))
        self.viewport().update()

    def _measure(self) -> None:
        width = self.viewport().width() - 2 * _PAD
        self._font = fit.sized(self._zoom) if self._zoom else fit.fitting(self._columns, self._longest, max(width, 100))
        self._bold = QFont(self._font)
        self._bold.setWeight(QFont.Weight.Bold)
        metrics = QFontMetricsF(self._font)
        self._advance = fit.advance(self._font)
        self._ascent = metrics.ascent() + max(1.0, self._font.pixelSize() * 0.08)
        self._height = float(round(metrics.height() + max(1.0, self._font.pixelSize() * 0.12)))
        self._set_ranges()

    def _set_ranges(self) -> None:
        view = self.viewport().size()
        tall = min(_LIMIT, round(len(self._source.lines) * self._height) + 2 * _PAD)
        shown = min(self._longest, self._columns) if not self._zoom else self._longest
        wide = min(_LIMIT, round(max(shown, self._longest) * self._advance) + 2 * _PAD)
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, tall - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(round(self._height * 3))
        horizontal.setRange(0, max(0, wide - view.width()))
        horizontal.setPageStep(view.width())
        horizontal.setSingleStep(round(self._advance * 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the lines to the new width; what is lit stays in sight, or else what was at the top stays there."""
        super().resizeEvent(event)
        seen = self._lit[0].span if self._lit and self._in_sight(self._lit[0].span) else None
        number = self._source.line_of(self.top_offset())
        height = self._height
        self._measure()
        if seen is not None:
            self.reveal_all([lit.span for lit in self._lit])
        elif height != self._height:
            self.verticalScrollBar().setValue(round((number - 1) * self._height))

        self._seen_height = self.viewport().height()

    def _on_scroll(self) -> None:
        self.viewport().update()
        self.scrolled.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paints anew: cheaper than it sounds, and nothing is left behind."""
        del dx, dy
        self.viewport().update()

    # places

    def top_offset(self) -> int:
        """The first code point of the first whole line that is visible."""
        index = round(max(0, self.verticalScrollBar().value() - _PAD) / self._height + 0.49)
        return self._source.starts[min(index, len(self._source.starts) - 1)]

    def _line(self, index: int) -> Line:
        return line_of(self._source.lines[index], self._font, self._advance)

    def _top(self, index: int) -> float:
        return index * self._height + _PAD - self.verticalScrollBar().value()

    def offset_at(self, point: QPoint, *, under: bool = False) -> int:
        """The offset nearest to a point of the viewport; with `under`, of the character under it."""
        row = int((point.y() - _PAD + self.verticalScrollBar().value()) // self._height)
        index = max(0, min(len(self._source.lines) - 1, row))
        line = self._line(index)
        x = point.x() - _PAD + self.horizontalScrollBar().value()
        column = line.column(x)
        if under and column and x < line.x(column):
            column -= 1
        return self._source.starts[index] + min(column, len(self._source.lines[index]))

    def point_of(self, offset: int) -> QPoint:
        """The middle of a character, in the viewport (it may lie outside)."""
        index = self._source.line_of(offset) - 1
        left = self._line(index).x(offset - self._source.starts[index])
        x = left + self._advance / 2 + _PAD - self.horizontalScrollBar().value()
        return QPoint(round(x), round(self._top(index) + self._height / 2))

    def sees(self, offset: int) -> bool:
        """Whether a character's line is visible."""
        return 0 <= self.point_of(offset).y() <= self.viewport().height()

    def _in_sight(self, span: Span) -> bool:
        """Whether a place was visible before the viewport got its new size."""
        return -self._height <= self.point_of(span.start).y() <= self._seen_height

    def is_comfortable(self, span: Span) -> bool:
        """Whether the beginning of a place is visible and not at the very edge."""
        margin = min(4 * self._height, self.viewport().height() / 4)
        middle = self.point_of(span.start).y()
        return margin <= middle <= self.viewport().height() - margin

    def reveal(self, span: Span, *, near_top: bool = False) -> None:
        """Scrolls until a place is visible: to the middle, or near the top, and only if it is not comfortably so."""
        index = self._source.line_of(span.start) - 1
        view = self.viewport()
        if near_top:
            self.verticalScrollBar().setValue(round(index * self._height) + _PAD // 2)
        elif not self.is_comfortable(span):
            self._scroll_to(index * self._height + _PAD - view.height() / 2.4)
        self._reveal_sideways(index, span)

    def reveal_all(self, spans: Sequence[Span]) -> None:
        """Scrolls until the first place is visible, and the others with it if there is room for all."""
        if all(self.is_comfortable(span) for span in spans):
            self._reveal_sideways(self._source.line_of(spans[0].start) - 1, spans[0])
            return
        first, last = min(span.start for span in spans), max(span.end for span in spans)
        top, bottom = self._source.line_of(first) - 1, self._source.line_of(last)
        view = self.viewport().height()
        if (bottom - top + 4) * self._height > view:
            self.reveal(spans[0])
            return
        middle = (top + bottom) / 2 * self._height + _PAD
        self._scroll_to(middle - view / 2)
        self._reveal_sideways(self._source.line_of(spans[0].start) - 1, spans[0])

    def _scroll_to(self, top: float) -> None:
        """Scrolls to a height in pixels, so that the line there is whole."""
        self.verticalScrollBar().setValue(round(round((top - _PAD) / self._height) * self._height) + _PAD // 2)

    def _reveal_sideways(self, index: int, span: Span) -> None:
        line, start = self._line(index), self._source.starts[index]
        left, right = line.x(span.start - start), line.x(min(span.end - start, len(self._source.lines[index])))
        bar, width = self.horizontalScrollBar(), self.viewport().width() - 2 * _PAD
        if right <= width:
            bar.setValue(0)
        elif right - bar.value() > width:
            bar.setValue(round(min(left, right - width) + self._advance))
        if left < bar.value():
            bar.setValue(max(0, round(left - self._advance * 4)))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the visible lines."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.ground)
        first = max(0, int((event.rect().top() - _PAD + self.verticalScrollBar().value()) // self._height))
        last = int((event.rect().bottom() - _PAD + self.verticalScrollBar().value()) // self._height) + 1
        for index in range(first, min(last, len(self._source.lines))):
            self._paint_line(painter, index)
        painter.end()

    def _paint_line(self, painter: QPainter, index: int) -> None:
        line, top = self._line(index), self._top(index)
        left = _PAD - self.horizontalScrollBar().value()
        reach = (-left, -left + self.viewport().width())
        whole = Span(self._source.starts[index], self._source.starts[index] + len(self._source.lines[index]))
        for span, colour in self._grounds(whole):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(self._box(line, whole, span, left, top), 2.5, 2.5)
        kind = self._kinds[index] if index < len(self._kinds) else LineKind.WORDS
        dim = kind in (LineKind.FURNITURE, LineKind.MARKUP)
        painter.setFont(self._font)
        painter.setPen(self._theme.secondary if dim else self._theme.text)
        line.paint(painter, left, top, self._ascent, reach)
        for lit in self._lit:
            if lit.strong and lit.span.start < whole.end and whole.start < lit.span.end:
                self._paint_strong(painter, line, whole, lit.span, left, top)
        self._paint_hover(painter, line, whole, left, top)

    def _grounds(self, whole: Span) -> list[tuple[Span, QColor]]:
        """What lies behind the words of a line, from the back to the front."""
        soft = QColor(self._theme.cite)
        soft.setAlphaF(0.55)
        found = QColor(self._theme.accent)
        found.setAlphaF(0.22)
        grounds = [(lit.span, soft) for lit in self._lit if not lit.strong]
        at = bisect_left(self._matches, whole.start, key=lambda span: span.end)
        while at < len(self._matches) and self._matches[at].start < whole.end:
            looked = QColor(found)
            looked.setAlphaF(0.55 if at == self._match else 0.22)
            grounds.append((self._matches[at], looked))
            at += 1
        start, end = self.selected
        grounds.append((Span(start, end), self._theme.selection))
        return [(span, colour) for span, colour in grounds if span.start < whole.end and whole.start < span.end]

    def _box(self, line: Line, whole: Span, span: Span, left: float, top: float) -> QRectF:
        begin = line.x(max(span.start, whole.start) - whole.start)
        end = line.x(min(span.end, whole.end) - whole.start)
        return QRectF(left + begin - 1.5, top + 0.5, end - begin + 3, self._height - 1)

    def _paint_strong(self, painter: QPainter, line: Line, whole: Span, span: Span, left: float, top: float) -> None:
        """The figure in question: a full ground, a fine edge, and bold."""
        box = self._box(line, whole, span, left, top)
        painter.setBrush(self._theme.cite)
        painter.setPen(QPen(self._theme.warning, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0, -0.5, 0), 2.5, 2.5)
        begin, end = max(span.start, whole.start), min(span.end, whole.end)
        if end - begin > 400:
            return
        painter.setFont(self._bold)
        painter.setPen(self._theme.text)
        at = QPointF(left + line.x(begin - whole.start), top + self._ascent)
        painter.drawText(at, self._source.text[begin:end])

    def _paint_hover(self, painter: QPainter, line: Line, whole: Span, left: float, top: float) -> None:
        hover = self._hover
        if hover is None or not (whole.start <= hover.start < whole.end):
            return
        painter.setPen(QPen(self._theme.accent, 1))
        y = top + self._height - 1.5
        box = self._box(line, whole, hover, left, top)
        painter.drawLine(QPointF(box.left() + 1.5, y), QPointF(box.right() - 1.5, y))

    # what is selected

    @property
    def selected(self) -> Span:
        """The selected characters (empty where nothing is selected)."""
        return Span(min(self._anchor, self._caret), max(self._anchor, self._caret))

    def select(self, start: int, end: int) -> None:
        """Selects characters."""
        self._anchor, self._caret = start, end
        self.viewport().update()

    def select_all(self) -> None:
        """Selects the whole text."""
        self.select(0, len(self._source.text))
