"""A bar above the views for what the reader should know: files that failed, changed or vanished, faults of our own."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.plain import PlainLabel, tip
from gui.theme import Theme

Action = tuple[str, Callable[[], object]]
MOST = 4
"""Bars at once; the oldest goes first."""


class Weight(StrEnum):
    """How much a notice matters."""

    HINT = "hint"
    WARNING = "warning"
    ERROR = "error"


MARKS = {Weight.HINT: "●", Weight.WARNING: "▲", Weight.ERROR: "■"}


ALL = "Put All Away"
AWAY = "✕"


class OneLine(PlainLabel):
    """Words on one line, cut at its end where they need more; a click shows all of them."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def cut(self) -> bool:
        """Whether some of the words are not in sight."""
        return not self.wordWrap() and (self._needed() > self.contentsRect().width() or "\n" in self.text())

    def _line(self) -> str:
        return " ".join(self.text().split())

    def _needed(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._line())

    def sizeHint(self) -> QSize:
        """One line, however many words there are; all lines once they are asked for."""
        return super().sizeHint() if self.wordWrap() else QSize(self._needed(), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as it may be: the words are cut."""
        return QSize(0, super().minimumSizeHint().height() if self.wordWrap() else self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A hand over what can be unfolded, and all the words as a tip."""
        super().resizeEvent(event)
        cut = self.cut
        self.setToolTip(tip(self.text()) if cut else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if cut else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, with an ellipsis where it is cut."""
        if self.wordWrap():
            super().paintEvent(event)
            return
        painter, room = QPainter(self), self.contentsRect()
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(self._line(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Shows all the words, which can be selected then."""
        if self.cut and event.button() == Qt.MouseButton.LeftButton:
            self.setWordWrap(True)
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.updateGeometry()
        else:
            super().mouseReleaseEvent(event)


class Bar(QFrame):
    """One notice: its words, what can be done about it, and ways to put it, or all of them, away."""

    def __init__(
        self, words: str, weight: Weight, actions: tuple[Action, ...], away: Action, every: Action, of: Path | None
    ) -> None:
        super().__init__()
        self.weight, self.of = weight, of
        self.label = OneLine(words)
        self.mark = QLabel(MARKS[weight])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(8)
        layout.addWidget(self.mark)
        layout.addWidget(self.label, 1)
        self.buttons = []
        for title, run in (*actions, every, away):
            button = QPushButton(title, autoDefault=True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName("Put away" if title == AWAY else title)
            button.clicked.connect(run)
            self.buttons.append(button)
            layout.addWidget(button)
        self.every = self.buttons[-2]
        self.every.hide()

    def set_theme(self, theme: Theme) -> None:
        """Colours the bar: amber or red for its mark and edge, never for its words alone."""
        ground = theme.selection if self.weight is Weight.HINT else theme.warning_ground
        edge = {Weight.HINT: theme.accent, Weight.WARNING: theme.warning, Weight.ERROR: theme.loss}[self.weight]
        self.setStyleSheet(
            f"Bar {{ background: {ground.name()}; border-radius: 4px; }}"
            f"QLabel {{ color: {theme.text.name()}; }}"
            f"QPushButton {{ color: {theme.accent.name()}; background: transparent; border: 1px solid transparent;"
            " border-radius: 4px; padding: 2px 8px; min-height: 16px; min-width: 0; }"
            f"QPushButton:hover, QPushButton:focus {{ border-color: {theme.accent.name()}; }}"
        )
        self.mark.setStyleSheet(f"color: {edge.name()}")


class NoticeBar(QWidget):
    """Notices, the latest below; each under a key, so that a newer one takes the older one's place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: dict[str, Bar] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(8, 8, 8, 8)
        self._layout.setSpacing(4)
        self.hide()

    def say(
        self, key: str, words: str, weight: Weight = Weight.WARNING, *actions: Action, of: Path | None = None
    ) -> None:
        """Shows a notice; `actions` are buttons, after which the notice goes; it goes too with the filing that it is of."""
        self.put_away(key)
        if len(self._bars) >= MOST:
            self.put_away(next(iter(self._bars)))
        wrapped = tuple((title, self._then_away(key, run)) for title, run in actions)
        away: Action = (AWAY, lambda: self.put_away(key))
        bar = Bar(words, weight, wrapped, away, (ALL, self.put_all_away), of)
        bar.set_theme(self._theme)
        self._bars[key] = bar
        self._layout.addWidget(bar)
        self._offer_all()
        self.show()

    def put_away(self, key: str) -> None:
        """Takes a notice away; nothing happens where there is none."""
        bar = self._bars.pop(key, None)
        if bar is not None:
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self._offer_all()
        if not self._bars:
            self.hide()

    def put_all_away(self) -> None:
        """Takes every notice away."""
        for key in tuple(self._bars):
            self.put_away(key)

    def put_away_of(self, path: Path) -> None:
        """Takes away what is said of a filing."""
        for key in [key for key, bar in self._bars.items() if bar.of == path]:
            self.put_away(key)

    def _offer_all(self) -> None:
        """The last of several notices has a button for all."""
        last = next(reversed(self._bars), None)
        for key, bar in self._bars.items():
            bar.every.setVisible(key == last and len(self._bars) > 1)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said now."""
        return tuple(bar.label.text() for bar in self._bars.values())

    def bar(self, key: str) -> Bar | None:
        """The notice under this key."""
        return self._bars.get(key)

    def set_theme(self, theme: Theme) -> None:
        """Colours every bar."""
        self._theme = theme
        for bar in self._bars.values():
            bar.set_theme(theme)

    def _then_away(self, key: str, run: Callable[[], object]) -> Callable[[], object]:
        def both() -> None:
            self.put_away(key)
            run()

        return both
