"""The chart's side of a table over all years."""

from decimal import Decimal
from typing import Protocol

from PySide6.QtCore import QObject

from core.statements.statement import Figure, Statement, StatementKind
from core.years.stitched import Across
from gui.models.years import YearsModel
from gui.plot.subject import Subject

KINDS = {
    StatementKind.BALANCE_SHEET: "Balance sheets",
    StatementKind.INCOME_STATEMENT: "Income",
    StatementKind.COMPREHENSIVE_INCOME: "Comprehensive income",
    StatementKind.CASH_FLOW: "Cash flows",
    StatementKind.SELECTED_DATA: "Selected data",
}


class Charted(Protocol):
    """A page whose table is charted."""

    across: Across | None
    model: YearsModel
    selected_rows: tuple[int, ...]

    def point(self, row: int, column: int, rows: tuple[int, ...]) -> None: ...


class YearsSubject(Subject):
    """The stitched table of a page, its selected rows, and the way back to a figure's filing."""

    def __init__(self, page: Charted, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page

    @property
    def statement(self) -> Statement | None:
        """The stitched table."""
        return self._page.across.statement if self._page.across else None

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows that are selected."""
        return self._page.selected_rows

    @property
    def shares(self) -> dict[int, Decimal] | None:
        """What the sheet takes shares of."""
        return self._page.model.bases or None

    def point(self, row: int, figure: Figure, rows: tuple[int, ...]) -> None:
        """Points at a figure's place in its filing."""
        self._page.point(row, figure.column + 1, rows)
