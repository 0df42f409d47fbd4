"""What a page asked for and was refused: the addresses, each counted once."""

import re

from PySide6.QtCore import QObject, QUrl, Signal

_SAID = re.compile(r"\b(?:refused|violates|blocked|not allowed|unsafe)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?!filing:)(?:https?|wss?|ftp|file|blob)://?[^\s'\"<>]+", re.IGNORECASE)


class Refused(QObject):
    """Counts the requests of one page to anywhere but the page itself."""

    changed = Signal(int)
    """How many there are now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.addresses: set[str] = set()

    def clear(self) -> None:
        """Another page."""
        self.addresses.clear()
        self.changed.emit(0)

    def add(self, url: QUrl) -> None:
        """Another request that was refused."""
        self._add(url.toString())

    def hear(self, words: str) -> None:
        """What the engine says of a request that the page's content-security policy or the engine itself has refused."""
        address = _ADDRESS.search(words)
        if address is not None and _SAID.search(words):
            self._add(address[0])

    def _add(self, address: str) -> None:
        if address.rstrip("/.") not in self.addresses:
            self.addresses.add(address.rstrip("/."))
            self.changed.emit(len(self.addresses))
