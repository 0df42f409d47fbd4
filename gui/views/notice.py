"""A bar above the views for what the reader should know: files that failed, changed or vanished, faults of our own."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

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


class Bar(QFrame):
    """One notice: its words, what can be done about it, and a way to put it away."""

    def __init__(self, words: str, weight: Weight, actions: tuple[Action, ...], away: Callable[[], object]) -> None:
        super().__init__()
        self.weight = weight
        self.label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.mark = QLabel(MARKS[weight])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(8)
        layout.addWidget(self.mark)
        layout.addWidget(self.label, 1)
        self.buttons = []
        for title, run in (*actions, ("✕", away)):
            button = QPushButton(title, autoDefault=True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName("Put away" if title == "✕" else title)
            button.clicked.connect(run)
            self.buttons.append(button)
            layout.addWidget(button)

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

    def say(self, key: str, words: str, weight: Weight = Weight.WARNING, *actions: Action) -> None:
        """Shows a notice; `actions` are buttons, after which the notice goes."""
        self.put_away(key)
        if len(self._bars) >= MOST:
            self.put_away(next(iter(self._bars)))
        wrapped = tuple((title, self._then_away(key, run)) for title, run in actions)
        bar = Bar(words, weight, wrapped, lambda: self.put_away(key))
        bar.set_theme(self._theme)
        self._bars[key] = bar
        self._layout.addWidget(bar)
        self.show()

    def put_away(self, key: str) -> None:
        """Takes a notice away; nothing happens where there is none."""
        bar = self._bars.pop(key, None)
        if bar is not None:
            self._layout.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        if not self._bars:
            self.hide()

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
