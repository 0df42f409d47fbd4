"""The chart's side of a table over all years."""

from decimal import Decimal
from typing import Protocol

from PySide6.QtCore import QObject

from core.checks.check import Status
from core.statements.statement import Figure, Statement
from core.years.change import bases
from core.years.side_by_side import Cell, Parted, is_of_two, parted
from core.years.stitched import Across
from gui.models.years import KINDS, YearsModel
from gui.plot.chart import Mark
from gui.plot.subject import Credit, Subject


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
        self._by_company: tuple[Across, Parted] | None = None

    @property
    def _parted(self) -> Parted | None:
        """The table of two companies by company; None of one."""
        across = self._page.across
        if across is None or not is_of_two(across):
            return None
        if self._by_company is None or self._by_company[0] is not across:
            self._by_company = across, parted(across)
        return self._by_company[1]

    @property
    def statement(self) -> Statement | None:
        """The stitched table; of two companies the one in which each line is two."""
        across, by_company = self._page.across, self._parted
        if by_company is not None:
            return by_company.statement
        return across.statement if across is not None else None

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows that are selected; of two companies the lines that they became, or the first that a reader asks for."""
        by_company = self._parted
        if by_company is None:
            return self._page.selected_rows
        return by_company.lines_of(self._page.selected_rows) or by_company.first

    @property
    def bases(self) -> dict[int, Decimal]:
        """Revenue or total assets of every year; none of two companies, of which each has its own."""
        statement = self.statement
        return bases(statement, self._page.others) if statement is not None and self._parted is None else {}

    @property
    def in_shares(self) -> bool:
        """Whether the table shows shares."""
        return self._parted is None and bool(self._page.model.bases)

    @property
    def pair(self) -> tuple[int, int] | None:
        """What the table compares, or else the latest two."""
        return super().pair if self._parted is not None else self._page.model.pair or super().pair

    @property
    def credit(self) -> Credit:
        """The company, and its filings from the first to the last; or the two companies."""
        page = self._page
        if page.across is None:
            return Credit()
        if self._parted is not None:
            return Credit(page.across.statement.title or "", KINDS.get(page.across.statement.kind, "Table").lower())
        filings = dict.fromkeys(page.model.filing_of(path) for path in page.across.filings)
        names = list(filings)
        said = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
        kind = page.across.statement.kind
        return Credit(page.company, f"{said}, {KINDS.get(kind, page.across.statement.title or 'Table').lower()}")

    def mark(self, row: int, figure: Figure) -> Mark:
        """Whether it does not tie in its own filing, or was restated."""
        page = self._page
        cell = page.across.cells.get(self._cell(row, figure.column)) if page.across is not None else None
        if cell is None:
            return Mark.NONE
        if any(check.status is Status.OFF for check in page.model.checks_of(cell.told)):
            return Mark.OFF
        return Mark.RESTATED if cell.restated else Mark.NONE

    def point(self, row: int, figure: Figure, rows: tuple[int, ...]) -> None:
        """Points at a figure's place in its filing."""
        here, by_company = self._cell(row, figure.column), self._parted
        self._page.point(here.row, here.column + 1, by_company.rows_of(rows) if by_company is not None else rows)

    def choose(self, rows: tuple[int, ...], columns: tuple[int, ...]) -> None:
        """The table selects their cells."""
        by_company = self._parted
        if by_company is not None:
            rows, columns = by_company.rows_of(rows), by_company.columns_of(columns)
        self._page.choose(rows, columns)

    def _cell(self, row: int, column: int) -> Cell:
        """The cell of the page's table that is charted as this one."""
        by_company = self._parted
        return by_company.cells.get(Cell(row, column), Cell(row, column)) if by_company else Cell(row, column)
