"""Which tables are one statement that runs over pages: assets here and liabilities there, a cash flow in two parts."""

from core.document.block import Layout
from core.outline.titles import is_continued, statement_kind
from core.source import Span
from core.statements.lead_in import Above, between, is_prose, is_statement_title
from core.statements.statement import PRIMARY, StatementKind
from core.statements.telling_lines import Marks
from core.tables.grid import Grid

_MOST_LINES = 16
_WORDS = {
    StatementKind.BALANCE_SHEET: ("balance sheet", "financial position", "condition"),
    StatementKind.INCOME_STATEMENT: ("income", "operations", "earnings", "loss"),
    StatementKind.COMPREHENSIVE_INCOME: ("comprehensive",),
    StatementKind.CASH_FLOW: ("cash flow",),
    StatementKind.EQUITY: ("equity", "investment", "retained earnings", "deficit", "capital"),
}


def near(layout: Layout, before: Span, after: Span) -> bool:
    """Whether no prose parts two tables: a page's foot, a title, a head at most."""
    if after.start - before.end > 6000:
        return False
    lines = between(layout, before, after)
    return len(lines) <= _MOST_LINES and not any(is_prose(line) for line in lines)


def continues(
    kind: StatementKind, before: list[Marks], grid_before: Grid, found: Marks, grid: Grid, over: Above
) -> bool:
    """Whether a table goes on where the one before it stopped; `before` are the marks of the parts so far."""
    if kind not in PRIMARY:
        return False
    columns = len(grid_before.columns), len(grid.columns)
    if not columns[0] or columns[1] > columns[0] + 2 or columns[0] > columns[1] + 2:
        return False
    told = [line for line in (*over.titles, *over.head) if is_statement_title(line)]
    kinds = {statement_kind(line) for line in told}
    if kinds and str(kind) not in kinds:
        return False
    lines = (*over.titles, *over.head)
    if any(is_continued(line) and any(word in line.lower() for word in _WORDS[kind]) for line in lines):
        return True
    return _completes(kind, before, found)


def _completes(kind: StatementKind, before: list[Marks], found: Marks) -> bool:
    """Whether this part holds what the parts before it lack."""
    if kind is StatementKind.BALANCE_SHEET:
        begun = sum(part.assets for part in before) >= 2 and all(part.liabilities < 4 for part in before)
        return begun and found.liabilities >= 3
    if kind is StatementKind.CASH_FLOW:
        return sum(part.cash_flow for part in before) < 6 and found.cash_flow >= 1 and not _whole_flow(found)
    return False


def _whole_flow(found: Marks) -> bool:
    return found.cash_flow >= 5
