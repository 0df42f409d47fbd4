"""The chart of an answer of the library: its rows over the years, and the way back to a figure's filing."""

from typing import Protocol

from PySide6.QtCore import QObject

from core.statements.statement import Figure, Statement
from gui.plot.subject import Credit, Subject


class Answered(Protocol):
    """A page that shows an answer."""

    selected_rows: tuple[int, ...]

    @property
    def statement(self) -> Statement | None: ...
    def point(self, row: int, column: int) -> None: ...


class AnswerSubject(Subject):
    """The answer of a page and its selected rows."""

    def __init__(self, page: Answered, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page

    @property
    def statement(self) -> Statement | None:
        """The answer."""
        return self._page.statement

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows that are selected."""
        return self._page.selected_rows

    @property
    def title(self) -> str:
        """The line that was asked for."""
        return (self.statement.title or "") if self.statement is not None else ""

    @property
    def credit(self) -> Credit:
        """That several filings stand behind it."""
        return Credit("", "from the filings of the library")

    def point(self, row: int, figure: Figure, rows: tuple[int, ...]) -> None:  # noqa: ARG002 - what is selected stays
        """Goes to a figure's place in its filing."""
        self._page.point(row, figure.column)
