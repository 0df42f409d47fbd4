"""Finding words in a text of any size, a little at a time, so that nothing waits for it."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from core.search import occurrences
from core.source import Span

_BUDGET = 0.008
_PLENTY = 50_000


class Finder(QObject):
    """Looks for one query at a time; a new one ends the one before."""

    found = Signal()
    """More was found, or the end reached; see `matches` and `done`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matches: list[Span] = []
        self.done = True
        self._pieces: Iterator[list[Span]] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def look(self, text: str, query: str) -> None:
        """Begins to look for a query; the first piece at once, so that a small text is done when this returns."""
        self.matches, self.done = [], not query.strip()
        self._pieces = occurrences(text, query)
        self._timer.stop()
        if self.done:
            self.found.emit()
        else:
            self._go_on()

    def stop(self) -> None:
        """Looks no further."""
        self._timer.stop()
        self.done = True

    def _go_on(self) -> None:
        until = time.perf_counter() + _BUDGET
        while time.perf_counter() < until and not self.done:
            piece = next(self._pieces, None)
            self.done = piece is None or len(self.matches) > _PLENTY
            self.matches += piece or []
        if self.done:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.found.emit()
