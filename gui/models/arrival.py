"""Going to a place of a filing that was found among many: the filing is opened if need be, then the place is pointed at."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from core.places import Places
from core.source import Cite
from gui.session import Session, Shown

CHANGED = "{} is not what the library read: bring the library up to date to see the place."


class Wanted(NamedTuple):
    """A place that is gone to: its filing, how it is found there (None where the file is another one by now), and whether the
    page that found it is left for it."""

    path: Path
    place: Callable[[Places], Cite | None]
    leave: bool


class Arrival(QObject):
    """Goes to places for a page of this name, which stays in sight meanwhile."""

    open_asked = Signal(list)
    """list[Path]: the filing of a place."""
    missed = Signal(str)
    """A line that says why a place is not pointed at."""

    def __init__(self, session: Session, page: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._page = session, page
        self._wanted: Wanted | None = None
        self._own = False
        session.shown.connect(self._on_shown)

    def keeps(self, shown: Shown) -> bool:
        """Whether the page goes on with what is shown now: where it asked for that itself."""
        return self._own or (self._wanted is not None and self._wanted.path == shown.path)

    def go(self, wanted: Wanted) -> None:
        """Opens the filing, and points at the place."""
        self._wanted = wanted
        if self._session.is_open(wanted.path):
            self._arrive()
        else:
            self.open_asked.emit([wanted.path])

    def _on_shown(self, shown: Shown | None) -> None:
        if shown is not None and self._wanted is not None and shown.path == self._wanted.path and not self._own:
            QTimer.singleShot(0, self, self._arrive)

    def _arrive(self) -> None:
        """The filing is open: its place is pointed at."""
        wanted = self._wanted
        if wanted is None or not self._session.is_open(wanted.path):
            return
        place = wanted.place(self._session.places(wanted.path))
        self._own = True
        try:
            if place is not None:
                self._session.follow(wanted.path, place)
            else:
                self.missed.emit(CHANGED.format(wanted.path.name))
            self._session.turn("" if wanted.leave and place is not None else self._page)
        finally:
            self._own, self._wanted = False, None
