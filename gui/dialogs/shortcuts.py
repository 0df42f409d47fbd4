"""Every shortcut, by menu."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui.commands import Command, Commands

IN_CHART = (
    ("Automatic, Bars, Lines", "A   B   L"),
    ("Stacked, Share of Total", "S   H"),
    ("Index, Growth, Bridge", "I   G   R"),
    ("Common Size, Small Multiples", "C   M"),
    ("Logarithmic Scale", "O"),
    ("A Line On or Off", "1 … 8"),
    ("From Value to Value", "←   →   ↑   ↓"),
    ("To Its Cell and Characters", "Enter"),
    ("Choose Years", "Shift+←   Shift+→"),
    ("Closer, Further Away", "+   −"),
    ("Show All", "Home   Double click"),
    ("Zoom to a Band", "Shift+Drag"),
)
"""What keys and mouse do while the chart has the keyboard."""
IN_TABLE = (
    ("Subtract the Figure from the Sum, Add It", "−   +"),
    ("One More Cell", "Ctrl+Click   Ctrl+Space"),
    ("Show in Source", "Enter"),
)
"""What they do while the table has it."""


class ShortcutsDialog(QDialog):
    """A list made from the commands; Escape closes it."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Keyboard Shortcuts")
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        self._grid = grid
        menu = ""
        for command in (command for command in commands if command.keys):
            top = command.menu.partition("/")[0]
            if top != menu:
                menu = top
                self._head(menu)
            self._line(command.plain_title.rstrip("…"), keys(command))
        for title, inside in (("In the Table", IN_TABLE), ("In the Chart", IN_CHART)):
            self._head(title)
            for words, pressed in inside:
                self._line(words, pressed)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(body)
        area.setFocus()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.resize(460, 620)

    def _head(self, words: str) -> None:
        row = self._grid.rowCount()
        head = QLabel(f"<b>{words}</b>")
        head.setContentsMargins(0, 8 if row > 1 else 0, 0, 0)
        self._grid.addWidget(head, row, 0, 1, 2)

    def _line(self, words: str, pressed: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(QLabel(words), row, 0)
        self._grid.addWidget(QLabel(pressed), row, 1, Qt.AlignmentFlag.AlignRight)


def keys(command: Command) -> str:
    """A command's shortcuts as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(QKeySequence(key).toString(native) for key in command.keys)
