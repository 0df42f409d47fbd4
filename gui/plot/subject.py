"""What a chart is of: a table, the rows of it that are selected, and where a value of it points."""

from decimal import Decimal
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from core.checks.check import Status
from core.statements.statement import Figure, Statement
from core.years.change import bases, latest_two
from gui.models.titles import calm
from gui.options import Share
from gui.plot.chart import Mark
from gui.session import Session


class Credit(NamedTuple):
    """Whose figures a picture shows, and where they were read."""

    company: str = ""
    source: str = ""


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
    def bases(self) -> dict[int, Decimal]:
        """For every column what its money is a share of: revenue or total assets."""
        return {}

    @property
    def in_shares(self) -> bool:
        """Whether the table shows shares where amounts would be."""
        return False

    @property
    def pair(self) -> tuple[int, int] | None:
        """The columns (later, earlier) that are compared."""
        return latest_two(self.statement) if self.statement is not None else None

    @property
    def title(self) -> str:
        """What the chart is called where no rows are selected; empty for what its lines say."""
        return ""

    @property
    def credit(self) -> Credit:
        """What stands below a picture."""
        return Credit()

    def mark(self, row: int, figure: Figure) -> Mark:  # noqa: ARG002 - a table that nobody checked
        """What is the matter with a figure of a row, as the table marks it."""
        return Mark.NONE

    def point(self, row: int, figure: Figure, rows: tuple[int, ...]) -> None:
        """The reader points at a figure of a row; `rows` stay selected."""

    def choose(self, rows: tuple[int, ...], columns: tuple[int, ...]) -> None:
        """The reader chose these years of the rows that are drawn."""


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
    def bases(self) -> dict[int, Decimal]:
        """Revenue or total assets."""
        session, statement = self._session, self.statement
        if statement is None or session.current is None:
            return {}
        return bases(statement, session.places(session.current.path).analysis.statements)

    @property
    def in_shares(self) -> bool:
        """Whether common size is asked for."""
        return self._session.options.share is Share.COMMON_SIZE

    @property
    def pair(self) -> tuple[int, int] | None:
        """What is chosen in the table, or else the latest two."""
        return self._session.options.compare or super().pair

    @property
    def credit(self) -> Credit:
        """The company, its filing and the statement."""
        session, statement = self._session, self.statement
        if statement is None or session.current is None:
            return Credit()
        from gui.models.years import filing_name  # what stitches years is not read for the first paint

        filing = session.places(session.current.path).analysis.filing
        title = calm(" ".join((statement.title or "").split()))
        return Credit(
            calm(filing.header.company or ""), ", ".join(part for part in (filing_name(filing), title) if part)
        )

    def mark(self, row: int, figure: Figure) -> Mark:  # noqa: ARG002 - the cite says the row
        """Whether it does not tie."""
        if self._session.current is None:
            return Mark.NONE
        checks = self._session.places(self._session.current.path).checks_of(figure.cite)
        return Mark.OFF if any(check.status is Status.OFF for check in checks) else Mark.NONE

    def point(self, row: int, figure: Figure, rows: tuple[int, ...]) -> None:  # noqa: ARG002 - the cite says the row
        """Points at the figure, and keeps the rows that are drawn."""
        if self._session.current is not None:
            self._session.point_at(self._session.current.path, figure.cite)
            self._session.select_rows(rows)

    def choose(self, rows: tuple[int, ...], columns: tuple[int, ...]) -> None:
        """The sheet selects their cells."""
        self._session.choose_cells(rows, columns)
