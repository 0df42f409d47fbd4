"""Measures on the page of all years: whether they are shown, how they are computed, and the file of the reader's own."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from core.analysis import Analysis
from core.statements.statement import StatementKind
from core.years.by_hand import Rulings
from core.years.measures import Table, measuring
from gui.models.own_measures import OwnMeasures, ShownMeasures
from gui.session import Session, Shown


class YearsMeasures(QObject):
    """The measures of the shown company."""

    written = Signal()
    """The reader was in another program, and may have written measures there."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._own = OwnMeasures(session.folder)
        self._shown = ShownMeasures(self._own, session.current)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._back_in_front)

    @property
    def on(self) -> bool:
        """Whether they are shown."""
        return self._shown.on

    @property
    def fault(self) -> str:
        """What is wrong with the reader's own, empty where nothing is."""
        return self._own.fault

    @property
    def may_be_written(self) -> bool:
        """Whether they are shown, and there is a place for the reader's own."""
        return self.on and self._own.path is not None

    def turn(self, *, on: bool, at: Shown | None) -> None:
        """Shows them or not; `at` is what was shown when they were chosen."""
        self._shown.on = on
        if on:
            self._shown.at = at

    def stay(self, shown: object, kinds: Iterable[StatementKind], *, same: bool, pointing: bool) -> None:
        """They stay in sight as `ShownMeasures.stay` says."""
        self._shown.stay(shown, kinds, same=same, pointing=pointing)

    def computing(self, filings: Sequence[Analysis], rulings: Rulings, *, first: bool) -> Iterator[Table | None]:
        """Computes them in steps, with the reader's own as they are written now."""
        return measuring(filings, self._own.wanted(), first=first, rulings=rulings)

    def open_own(self) -> None:
        """Opens the file of the reader's own in whatever edits such files."""
        path = self._own.begun()
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _back_in_front(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.written.emit()
