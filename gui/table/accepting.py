"""What can be done with a finding: accept it with a word why, take that back, see it in its table."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedLayout, QWidget

from gui.models.checks import Line
from gui.theme import Theme

PROMPT = "Why is this all right?"


class _Why(QLineEdit):
    """The line for the word why; Enter accepts, Escape leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is not for the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Accepting(QWidget):
    """A strip below the list, for the line that is chosen."""

    accepted = Signal(str)
    """The reader accepts the finding; why."""
    undone = Signal()
    """The reader accepts it no longer, or lets a sum of their own go."""
    table_wanted = Signal()
    """The reader wants to see it in its table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.accept = self._button("&Accept…", self._ask)
        self.undo = self._button("&Undo", self.undone)
        self.table = self._button("Show in the &Table", self.table_wanted)
        self.why = _Why(self)
        self.why.setPlaceholderText(PROMPT)
        self.why.setAccessibleName(PROMPT)
        self.why.returnPressed.connect(self._done)
        self.why.left.connect(self._leave)
        self.sure = self._button("Accept", self._done)
        self.cancel = self._button("Cancel", self._leave)
        self.why.textChanged.connect(lambda words: self.sure.setEnabled(bool(words.strip())))
        self.sure.setEnabled(False)
        offered, asking = QWidget(self), QWidget(self)
        for widget, inside in (
            (offered, (self.table, self.accept, self.undo)),
            (asking, (self.why, self.sure, self.cancel)),
        ):
            row = QHBoxLayout(widget)
            row.setContentsMargins(12, 6, 12, 6)
            row.setSpacing(6)
            for part in inside:
                row.addWidget(part, 1 if part is self.why else 0)
            if widget is offered:
                row.addStretch(1)
        self.stack = QStackedLayout(self)
        self.stack.addWidget(offered)
        self.stack.addWidget(asking)
        self._back: QWidget | None = None
        self.hide()

    def _button(self, title: str, does: Callable[[], None] | SignalInstance) -> QPushButton:
        button = QPushButton(title, self, autoDefault=True)
        button.clicked.connect(does)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self.setStyleSheet(f"Accepting {{ border-top: 1px solid {theme.hairline.name()}; }}")

    def show_line(self, line: Line | None, *, may: bool) -> None:
        """Offers what can be done with a line; `may`: whether it may be accepted."""
        self._leave(back=False)
        self.setVisible(line is not None)
        if line is None:
            return
        self.accept.setVisible(may)
        self.undo.setVisible(line.why is not None or line.own is not None)
        self.undo.setText("&Remove This Sum" if line.own is not None else "&Undo Accepting")
        self.table.setEnabled(bool(line.cites))

    def _ask(self) -> None:
        self._back = self.window().focusWidget()
        self.why.clear()
        self.stack.setCurrentIndex(1)
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self) -> None:
        if words := self.why.text().strip():
            self._leave()
            self.accepted.emit(words)

    def _leave(self, *, back: bool = True) -> None:
        if self.stack.currentIndex() == 0:
            return
        self.stack.setCurrentIndex(0)
        if back and self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
