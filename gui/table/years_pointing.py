"""Pointing on the page of all years, both ways: from a cell to its filings, and from a figure shown elsewhere to its cell."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, QModelIndex

from core.years.series import Told
from gui.models.years import YearsModel
from gui.session import Pointed, Session
from gui.table.frozen import Table

_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class YearsPointing:
    """Points from the table of all years, and in it. While it is `quiet` what it hears comes from itself."""

    def __init__(self, table: Table, model: YearsModel, session: Session) -> None:
        self._table, self._model, self._session = table, model, session
        self._step = 0
        self.quiet = False

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """What changes meanwhile is no reader's doing."""
        self.quiet = True
        try:
            yield
        finally:
            self.quiet = False

    def moved(self, index: QModelIndex, *_: object) -> None:
        """Points at what the newest filing says of the cell that became the current one."""
        self._step = 0
        if not self.quiet and index.isValid() and self._table.selectionModel().isSelected(index):
            self.show_places(self._model.told_of(index.row(), index.column()))

    def stepped(self, index: QModelIndex) -> None:
        """A click on the cell that is current already, or Enter: the next of a restated figure's places."""
        told = self._model.told(index.row(), index.column())
        here = self._session.pointing
        places = [(one.path, one.cite) for one in told]
        at = (here.path, here.cites[0]) if here is not None and here.cites else None
        if len(told) > 1 and at in places and self._step:
            self.show_places((told[(places.index(at) + 1) % len(told)],))
        elif at not in places:
            self.moved(index)
        self._step += 1

    def show_places(self, told: tuple[Told, ...]) -> None:
        """Points at what the filings say; of several filings at the first one's."""
        told = tuple(one for one in told if self._session.is_open(one.path))
        if told:
            path = told[0].path
            with self.quietly():
                self._session.point_at(path, *(one.cite for one in told if one.path == path))

    def select(self, pointed: Pointed | None) -> None:
        """Selects the cell of the figure that is pointed at elsewhere, if it is in the table."""
        if self.quiet or pointed is None or pointed.figure is None:
            return
        place = self._model.place_of(pointed.path, pointed.figure.figure)
        if place is None:
            return
        index = self._model.index(*place)
        with self.quietly():
            self._table.selectionModel().setCurrentIndex(index, _ALONE)
        self._table.scrollTo(index)

    def to(self, row: int, column: int) -> None:
        """Makes a cell the current one, and points at its place."""
        self._table.selectionModel().setCurrentIndex(self._model.index(row, column), _ALONE)
