"""The amber bar above a statement whose sums do not all add up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from core.checks.check import Check
from gui.plain import tip
from gui.reasons import sentence
from gui.theme import Theme


class OneLine(QLabel):
    """Words on one line, as many of them as there is room for; all of them after a click."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.unfolded = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Shows other words, on one line."""
        self._words, self.unfolded = words, False
        self.setToolTip(tip(words))
        self._fit()

    def _fit(self) -> None:
        self.setWordWrap(self.unfolded)
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(self.width(), 40))
        if cut != self._words:
            cut = f"{cut.rpartition(' ')[0]} …"  # whole words
        self.setText(self._words if self.unfolded else cut)
        self.setCursor(Qt.CursorShape.PointingHandCursor if self.cut else Qt.CursorShape.ArrowCursor)

    @property
    def cut(self) -> bool:
        """Whether there is more than is shown, or was before the click."""
        return self.unfolded or self.text() != self._words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many words as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """All words, or one line again."""
        if self.cut:
            self.unfolded = not self.unfolded
            self._fit()
        super().mousePressEvent(event)


class Notice(QWidget):
    """Says what is off, one check at a time, and offers to show the arithmetic."""

    arithmetic_wanted = Signal(object)
    """The cites of the check: the figure in question, then what it was computed from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = OneLine(self)
        self.arithmetic = QPushButton("Show the Arithmetic", self, autoDefault=True)
        self.next = QPushButton(self, autoDefault=True)
        self.arithmetic.clicked.connect(self._show)
        self.next.clicked.connect(self._go_on)
        self.bar = QFrame(self)
        self.bar.setObjectName("bar")
        inside = QHBoxLayout(self.bar)
        inside.setContentsMargins(12, 3, 6, 3)
        inside.setSpacing(4)
        inside.addWidget(self.label, 1)
        for button in (self.arithmetic, self.next):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            inside.addWidget(button)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 0, 14, 6)
        box.addWidget(self.bar)
        self._checks: list[Check] = []
        self._at = 0
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self.bar.setStyleSheet(
            f"#bar {{ background: {theme.warning_ground.name()}; border-radius: 4px; }}"
            f"QLabel {{ color: {theme.warning.name()}; }}"
            f"QPushButton {{ background: transparent; color: {theme.accent.name()}; padding: 2px 6px;"
            " border: 1px solid transparent; border-radius: 4px; min-height: 16px; }"
            "QPushButton:hover { text-decoration: underline; }"
            f"QPushButton:focus {{ border-color: {theme.accent.name()}; }}"
        )

    def show_checks(self, checks: list[Check]) -> None:
        """Takes the checks that are off; hides where there are none."""
        self._checks, self._at = checks, 0
        self._say()
        self.setVisible(bool(checks))

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return sentence(self._checks[self._at]) if self._checks else ""

    def _say(self) -> None:
        self.label.say(f"▲ {self.text}")
        self.label.setAccessibleName(f"Does not tie: {self.text}")
        self.next.setText(f"Next ({self._at + 1} of {len(self._checks)})")
        self.next.setVisible(len(self._checks) > 1)

    def _show(self) -> None:
        self.arithmetic_wanted.emit(self._checks[self._at].cites)

    def _go_on(self) -> None:
        self._at = (self._at + 1) % len(self._checks)
        self._say()
        self._show()
