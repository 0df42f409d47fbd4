"""The chart's side of a table over all years."""

from decimal import Decimal
from typing import Protocol

from PySide6.QtCore import QObject

from core.checks.check import Status
from core.statements.statement import Figure, Statement, StatementKind
from core.years.change import bases
from core.years.stitched import Across
from gui.models.years import YearsModel
from gui.plot.chart import Mark
from gui.plot.subject import Credit, Subject

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

    @property
    def others(self) -> tuple[Statement, ...]: ...
    @property
    def company(self) -> str: ...
    def choose(self, rows: tuple[int, ...], columns: tuple[int, ...]) -> None: ...
    def point(self, row: int, column: int, rows: tuple[int, ...]) -> None: ...


class YearsSubject(Subject):
    """The stitched table of a page, its selected rows, and the way back to a figure's filing."""

    def __init__(self, page: Charted, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page

    @property
    def statement(self) -> Statement | None:
        """The stitched table; none of two companies, whose figures of one line are not one line."""
        across = self._page.across
        if across is None or any(column.member for column in across.statement.columns):
            return None
        return across.statement

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows that are selected."""
        return self._page.selected_rows

    @property
    def bases(self) -> dict[int, Decimal]:
        """Revenue or total assets of every year."""
        statement = self.statement
        return bases(statement, self._page.others) if statement is not None else {}

    @property
    def in_shares(self) -> bool:
        """Whether the table shows shares."""
        return bool(self._page.model.bases)

    @property
    def pair(self) -> tuple[int, int] | None:
        """What the table compares, or else the latest two."""
        return self._page.model.pair or super().pair

    @property
    def credit(self) -> Credit:
        """The company, and its filings from the first to the last."""
        page = self._page
        if page.across is None:
            return Credit()
        filings = dict.fromkeys(page.model.filing_of(path) for path in page.across.filings)
        names = list(filings)
        said = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
        kind = page.across.statement.kind
        return Credit(page.company, f"{said}, {KINDS.get(kind, page.across.statement.title or 'Table').lower()}")

    def mark(self, row: int, figure: Figure) -> Mark:
        """Whether it does not tie in its own filing, or was restated."""
        page = self._page
        cell = page.across.cells.get((row, figure.column)) if page.across is not None else None
        if cell is None:
            return Mark.NONE
        if any(check.status is Status.OFF for check in page.model.checks_of(cell.told)):
            return Mark.OFF
        return Mark.RESTATED if cell.restated else Mark.NONE

    def point(self, row: int, figure: Figure, rows: tuple[int, ...]) -> None:
        """Points at a figure's place in its filing."""
        self._page.point(row, figure.column + 1, rows)

    def choose(self, rows: tuple[int, ...], columns: tuple[int, ...]) -> None:
        """The table selects their cells."""
        self._page.choose(rows, columns)
