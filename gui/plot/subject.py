"""What a chart is of: a table, the rows of it that are selected, and where a value of it points."""

from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from core.statements.statement import Figure, Statement
from core.years.change import bases
from gui.session import Session, Share


class Subject(QObject):
    """A table that is charted. `changed` tells that it, its rows or its shares are others now."""

    changed = Signal()

    @property
    def statement(self) -> Statement | None:
        """The table, or None."""
        return None

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows that are selected; empty for those that a reader asks for first."""
        return ()

    @property
    def shares(self) -> dict[int, Decimal] | None:
        """For every column what its money is shown as a share of; None for amounts."""
        return None

    def point(self, row: int, figure: Figure, rows: tuple[int, ...]) -> None:
        """The reader points at a figure of a row; `rows` stay selected."""


class ShownTable(Subject):
    """The table that the session shows."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        for signal in (session.shown, session.rows_selected, session.opened):
            signal.connect(lambda _: self.changed.emit())

    @property
    def statement(self) -> Statement | None:
        """What is shown."""
        return self._session.statement

    @property
    def rows(self) -> tuple[int, ...]:
        """What is selected in the sheet."""
        return self._session.selected_rows

    @property
    def shares(self) -> dict[int, Decimal] | None:
        """Revenue or total assets, where common size is asked for."""
        session, statement = self._session, self.statement
        if statement is None or session.current is None or session.options.share is not Share.COMMON_SIZE:
            return None
        return bases(statement, session.places(session.current.path).analysis.statements)

    def point(self, row: int, figure: Figure, rows: tuple[int, ...]) -> None:  # noqa: ARG002 - the cite says the row
        """Points at the figure, and keeps the rows that are drawn."""
        if self._session.current is not None:
            self._session.point_at(self._session.current.path, figure.cite)
            self._session.select_rows(rows)
