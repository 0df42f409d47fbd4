"""What stands above a chart: its title, a legend whose entries switch their lines on and off, and what was left out."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget

from gui.plain import PlainLabel, tip
from gui.plot.look import Look
from gui.theme import Theme, blend, load

SWATCH = 10
LONGEST = 300
"""Pixels of a name in the legend."""
PAD, GAP, ABOVE = 12, 14, 4
LOW, MOST_LINES = 170, 5
"""Pixels of a chart that is low; lines of words above one that is not."""
LEAST_NAME = 80
"""Pixels of an entry that is cut short; where each would have fewer, the last ones are left out."""
LEAST_NOTE = 120
"""Pixels of a note that is cut short; all of it is in its tip."""
_BETWEEN = 8
_LEADING = 5


class Entry(NamedTuple):
    """A line of the legend: its name, its look, whether it is drawn as a line, and whether it is shown."""

    name: str
    look: Look
    lines: bool
    shown: bool


class EntryButton(QAbstractButton):
    """One entry: a click, Space or Enter shows or hides its line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.theme = load("light")
        self.entry: Entry | None = None

    def show_entry(self, entry: Entry, theme: Theme) -> None:
        """Takes an entry."""
        self.entry, self.theme = entry, theme
        self.setChecked(entry.shown)
        self.setText(entry.name)
        self.setToolTip(tip(f"{entry.name}: {'shown' if entry.shown else 'hidden'}; click to switch"))
        self.setAccessibleName(entry.name)
        self.update()

    def sizeHint(self) -> QSize:
        """Sign and name."""
        words = min(self.fontMetrics().horizontalAdvance(self.text()) + 2, LONGEST)
        return QSize(SWATCH + _BETWEEN + words + 4, self.fontMetrics().height() + _LEADING)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Sign and name; grey and struck through where the line is hidden."""
        if self.entry is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sign = QRectF(2, (self.height() - SWATCH) / 2, SWATCH, SWATCH)
        if not self.isChecked():
            painter.setOpacity(0.35)
        self.entry.look.swatch(painter, sign, lines=self.entry.lines)
        painter.setOpacity(1)
        font = QFont(self.font())
        font.setStrikeOut(not self.isChecked())
        painter.setFont(font)
        painter.setPen(self.theme.text if self.isChecked() else self.theme.secondary)
        room = QRect(SWATCH + _BETWEEN + 2, 0, self.width() - SWATCH - _BETWEEN - 2, self.height())
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
        if self.hasFocus():
            painter.setPen(blend(self.theme.accent, self.theme.ground, 0.2))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Head(QWidget):
    """Title, legend and note in as few lines as they need, and at the right a button for how the chart is drawn."""

    switched = Signal(int)
    """The entry that the reader switched."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = load("light")
        self.title, self.note = PlainLabel(parent=self), PlainLabel(parent=self)
        self.entries: list[EntryButton] = []
        self._shown = 0
        self._repeats = False
        self.button = QToolButton(self)
        self.button.setAutoRaise(True)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.button.setToolTip("How the lines are drawn")
        bold = self.title.font()
        bold.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(bold)

    def show_words(self, title: str, note: str, entries: Sequence[Entry], theme: Theme, *, repeats: bool) -> None:
        """Takes what it says; `repeats` where the title says no more than the legend."""
        self.theme, self._repeats, self._shown = theme, repeats, len(entries)
        self.title.setText(title)
        self.note.setText(note)
        self.note.setToolTip(tip(note))
        for label, colour in ((self.title, theme.text), (self.note, theme.secondary)):
            palette = label.palette()
            palette.setColor(palette.ColorRole.WindowText, colour)
            label.setPalette(palette)
        while len(self.entries) < len(entries):
            made = EntryButton(self)
            made.clicked.connect(lambda _, made=made: self.switched.emit(self.entries.index(made)))
            self.entries.append(made)
        for at, button in enumerate(self.entries):
            button.setVisible(at < len(entries))
            if at < len(entries):
                button.show_entry(entries[at], theme)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks its lines anew."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Puts everything on its line, and takes the height that it needs."""
        self.button.adjustSize()
        self.button.move(self.width() - self.button.width() - PAD // 2, ABOVE // 2)
        right = self.width() - PAD - (self.button.width() if self.button.isVisibleTo(self) else 0)
        line = self.fontMetrics().height() + _LEADING
        legend = [button.sizeHint().width() + GAP for button in self.entries[: self._shown]]
        title = self.title.sizeHint().width()
        said = bool(self.title.text()) and not (self._repeats and legend and PAD + title + sum(legend) > right)
        self.title.setVisible(said)
        x, y = PAD, ABOVE
        if said:
            self.title.setGeometry(x, y, min(title, right - x), line)
            x += min(title, right - x) + GAP
        bottom = ABOVE + line * (self._lines() - 1)
        if self._lines() == 1:
            legend = in_a_row(legend, right + GAP - x)
        for button in self.entries[len(legend) : self._shown]:
            button.hide()
        for button, width in zip(self.entries, legend, strict=False):
            if x + width - GAP > right and x > PAD and y < bottom:
                x, y, right = PAD, y + line, self.width() - PAD
            button.setVisible(x + width - GAP <= right or x == PAD)
            button.setGeometry(x, y, min(width - GAP, right - x), line)
            x += width
        y = self._place_note(x, y, right, line)
        if self.height() != y + line:
            self.setFixedHeight(y + line)

    def _lines(self) -> int:
        """How many lines it may take: a low chart keeps its room for itself."""
        parent = self.parentWidget()
        return 1 if parent is not None and parent.height() < LOW else MOST_LINES

    def _place_note(self, x: int, y: int, right: int, line: int) -> int:
        """The note after the legend, or on a line of its own; where that line is. It is always there: it says what is not."""
        self.note.setVisible(bool(self.note.text()))
        if not self.note.text():
            return y
        fits = x + self.note.sizeHint().width() <= right
        if not fits and x > PAD and (self._lines() > 1 or right - x < LEAST_NOTE):
            x, y, right = PAD, y + line, self.width() - PAD
        self.note.setGeometry(x, y, max(0, right - x), line)
        return y


def in_a_row(widths: Sequence[int], room: int) -> list[int]:
    """These widths as they fit into a row: the widest give way; where all would be too narrow, the last ones are left out."""
    kept = list(widths)
    while kept:
        left, most = room, 0
        for at, width in enumerate(sorted(kept)):
            most = left // (len(kept) - at)
            if width > most:
                break
            left -= width
        else:
            return kept
        if most >= LEAST_NAME or len(kept) == 1:
            return [min(width, most) for width in kept]
        kept.pop()
    return kept


def label_of(words: str, parent: QWidget) -> QLabel:
    """A word in the middle of an empty chart."""
    label = PlainLabel(words, parent)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label
