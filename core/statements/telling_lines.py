"""The telling lines of a table: how much of each primary statement its captions hold."""

import re
from typing import NamedTuple

from core.statements.statement import StatementKind
from core.tables.grid import Grid
from core.vocabulary import stems

_LINES = "statement_lines"
_ASSETS, _LIABILITIES, _INCOME, _CASH_FLOW, _MOVES, _BALANCE, _COMPONENT = (
    stems(_LINES, sort) for sort in ("assets", "liabilities", "income", "cash_flow", "moves", "balance", "component")
)
_DATED = re.compile(r"\n(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d")
"""A caption that is a date stands for the balance of that day."""
_MOVED = 2
"""So many captions of what moves equity are those of a statement of equity; they count as so many of its columns."""


class Marks(NamedTuple):
    """How much of each primary statement a table holds: the number of its telling lines."""

    assets: int
    liabilities: int
    income: int
    cash_flow: int
    equity: int

    def of(self, kind: StatementKind) -> int:
        """The telling lines for one kind."""
        if kind is StatementKind.BALANCE_SHEET:
            return self.assets + self.liabilities
        return int(getattr(self, _FIELD[kind]))


_FIELD = {
    StatementKind.INCOME_STATEMENT: "income",
    StatementKind.COMPREHENSIVE_INCOME: "income",
    StatementKind.CASH_FLOW: "cash_flow",
    StatementKind.EQUITY: "equity",
}


def marks(grid: Grid) -> Marks:
    """Count the telling lines of a table."""
    text = ("\n" + "\n".join([row.label for row in grid.rows])).lower().replace("(", "")
    has = text.__contains__
    return Marks(
        sum(map(has, _ASSETS)),
        sum(map(has, _LIABILITIES)),
        sum(map(has, _INCOME)),
        sum(map(has, _CASH_FLOW)),
        _equity(grid, text),
    )


def _equity(grid: Grid, text: str) -> int:
    """The columns that are parts of equity; where columns are years, what moves it."""
    if not any(map(text.__contains__, _BALANCE)) and not _DATED.search(text):
        return 0
    parts = sum(any(map(column.label.lower().__contains__, _COMPONENT)) for column in grid.columns)
    moved = sum(map(text.__contains__, _MOVES)) >= _MOVED
    return max(parts if len(grid.columns) > 1 else 0, _MOVED * moved)
