"""Filings read in another thread because the reader asked for it: begun, told of in a line, and stopped by a button."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from gui.jobs import Jobs, Step

Read = TypeVar("Read")
LOOKING = "Looking for filings …"


class UnderWay(QObject):
    """One reading of a page. While it goes on, the button that stops it stands where those that `begin` it are, and `foot`
    says how far it is."""

    stopped = Signal()
    """The reader stopped it; what was read is kept."""

    def __init__(
        self, jobs: Jobs, slot: str, begin: Sequence[QWidget], stop: QAbstractButton, foot: QLabel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs, self._slot = jobs, slot
        self._begin, self._stop, self._foot = tuple(begin), stop, foot
        stop.clicked.connect(self.end)
        stop.hide()

    @property
    def goes_on(self) -> bool:
        """Whether it goes on: the foot says so, and nothing else."""
        return self._jobs.busy(self._slot)

    def begin(
        self, work: Callable[[Step], Read], done: Callable[[Read], object], failed: Callable[[Exception], object]
    ) -> None:
        """Begins it; `done` or `failed` is called when it is over."""
        self._show(on=True)
        self._foot.setText(LOOKING)
        self._jobs.run(
            self._slot, work, lambda read: self._over(done, read), lambda error: self._over(failed, error), self._tell
        )

    def end(self) -> None:
        """Stops it."""
        self._jobs.cancel(self._slot)
        self._show(on=False)
        self.stopped.emit()

    def _over(self, hear: Callable[[Read], object], answer: Read) -> None:
        self._show(on=False)
        hear(answer)

    def _show(self, *, on: bool) -> None:
        self._stop.setVisible(on)
        for widget in self._begin:
            widget.setVisible(not on)

    def _tell(self, done: int, of: int) -> None:
        if of:
            self._foot.setText(f"{done:,} of {of:,} filings read")
