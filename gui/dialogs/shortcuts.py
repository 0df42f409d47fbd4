"""Every shortcut, by menu."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui.commands import Command, Commands


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
        row, menu = 0, ""
        for command in (command for command in commands if command.keys):
            top = command.menu.partition("/")[0]
            if top != menu:
                menu = top
                head = QLabel(f"<b>{menu}</b>")
                head.setContentsMargins(0, 8 if row else 0, 0, 0)
                grid.addWidget(head, row, 0, 1, 2)
                row += 1
            grid.addWidget(QLabel(command.plain_title.rstrip("…")), row, 0)
            grid.addWidget(QLabel(keys(command)), row, 1, Qt.AlignmentFlag.AlignRight)
            row += 1
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(body)
        area.setFocus()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.resize(460, 620)


def keys(command: Command) -> str:
    """A command's shortcuts as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(QKeySequence(key).toString(native) for key in command.keys)
