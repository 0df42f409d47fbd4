"""Looks after the process that draws a page: one that takes too long, or too much memory, is ended, and no other with it."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

LOOK = 500
"""Milliseconds between two looks."""
SLOWEST = 45.0
"""Seconds in which a page must be drawn; the largest filings take five."""
CALM = 10.0
"""Seconds after which a page that is drawn has shown what it takes; then nobody looks any more."""
MOST = 2 << 30
"""Bytes of memory; the largest filings take a fifth of it."""
TOO_LONG = "it took too long"
TOO_MUCH = "it took too much memory"
_END = getattr(signal, "SIGKILL", signal.SIGTERM)


class Watch(QObject):
    """Watches one page after another. `process` tells the number of the process, 0 where there is none."""

    ended = Signal(str)
    """The page's process was ended; why, in words."""

    def __init__(self, process: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = process
        self._since, self._drawn = 0.0, False
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """A page is on its way."""
        self._since, self._drawn = time.monotonic(), False
        self._timer.start()

    def drawn(self) -> None:
        """It is drawn."""
        self._since, self._drawn = time.monotonic(), True

    def stop(self) -> None:
        """There is no page any more."""
        self._timer.stop()

    @property
    def looks(self) -> bool:
        """Whether it still looks."""
        return self._timer.isActive()

    def _look(self) -> None:
        took, process = time.monotonic() - self._since, self._process()
        if memory(process) > MOST:
            self._end(process, TOO_MUCH)
        elif not self._drawn and took > SLOWEST:
            self._end(process, TOO_LONG)
        elif self._drawn and took > CALM:
            self.stop()

    def _end(self, process: int, why: str) -> None:
        self.stop()
        self.ended.emit(why)
        if process > 0:
            os.kill(process, _END)


def memory(process: int) -> int:
    """Bytes that a process holds in memory; 0 where the system does not tell."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
