"""The bar that finds words in what is shown: a line, how many, next and previous."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from gui.plain import PlainLabel
from gui.theme import Theme


class FindLine(QLineEdit):
    """The line; Enter finds the next, Shift+Enter the previous, Escape closes."""

    step = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Up, Down and Escape are the bar's; everything else is typing."""
        key, back = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step.emit(-1 if back else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Hidden until it is opened. Who shows it listens to `asked` and `step`, and says `tell` what came of it."""

    asked = Signal(str)
    """The words to look for, as they are typed; empty when the bar closes."""
    step = Signal(int)
    """To the next (1) or the previous (-1) match."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FindLine(self)
        self.line.setPlaceholderText("Find in this text")
        self.line.setAccessibleName("Find in this text")
        self.line.setClearButtonEnabled(True)
        self.count = PlainLabel(parent=self)
        self.count.setMinimumWidth(84)
        previous, following, close = (
            self._button(*one) for one in (("‹", "Previous (Shift+Enter)"), ("›", "Next (Enter)"), ("×", "Close (Esc)"))
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        for widget in (self.count, previous, following, close):
            row.addWidget(widget)
        self.line.textChanged.connect(self.asked)
        self.line.step.connect(self.step)
        self.line.left.connect(self.leave)
        previous.clicked.connect(lambda: self.step.emit(-1))
        following.clicked.connect(lambda: self.step.emit(1))
        close.clicked.connect(self.leave)
        self.hide()

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def enter(self, words: str = "") -> None:
        """Opens the bar with these words (or those it had) selected."""
        self.show()
        if words:
            self.line.setText(words)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.asked.emit(self.line.text())

    def leave(self) -> None:
        """Closes the bar; nothing is marked any more."""
        self.hide()
        self.asked.emit("")
        self.closed.emit()

    def tell(self, current: int, count: int, *, more: bool = False) -> None:
        """Says which match of how many; `more` while it is still looking. `current` counts from 0, -1 for none."""
        words = bool(self.line.text().strip())
        some = f"{current + 1:,} of {count:,}" if current >= 0 else f"{count:,} found"
        none = "looking…" if more else "not found"
        self.count.setText("" if not words else (some + ("…" if more else "")) if count else none)

    def set_theme(self, theme: Theme) -> None:
        """The count is secondary."""
        self.count.setStyleSheet(f"color: {theme.secondary.name()};")
