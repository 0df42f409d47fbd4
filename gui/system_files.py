"""Files that the system hands to a running program, such as those dropped on its icon in the dock."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from gui.opening import Opener


class DockFiles(QObject):
    """Watches the application for such files and opens them."""

    def __init__(self, opener: Opener, parent: QObject) -> None:
        super().__init__(parent)
        self._opener = opener

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Opens the file of a QFileOpenEvent."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._opener.open([Path(event.file())])
            return True
        return False
