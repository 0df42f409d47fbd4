"""Statements that run over pages."""

import pytest

from core.document.plain import lay_out
from core.source import Source
from core.statements.continuation import CONTINUATION, Joint
from core.statements.lead_in import Above
from core.statements.statement import StatementKind
from core.statements.telling_lines import marks
from core.tables.grid import Grid
from core.tables.text.read import grids

ASSETS = ("Cash", "Receivables", "Inventories", "Total assets")
OWED = ("Accounts payable", "Accrued wages", "Common stock", "Retained earnings")


def _grid(*captions: str, columns: int = 2) -> Grid:
    heads = "".join(f"{1998 - at:>12}" for at in range(columns))
    rules = "     -------" * columns
    rows = "\n".join(f"{name:<40}" + "".join(f"{1000 + at:>12,}" for at in range(columns)) for name in captions)
    return grids(lay_out(Source(1, f"\n{'':<40}{heads}\n{'':<40}{rules}\n{rows}\n")))[0]


def _joint(kind: StatementKind, before: Grid, grid: Grid, *titles: str) -> Joint:
    return Joint(kind, [marks(before)], before, marks(grid), grid, Above(titles, "", ()))


@pytest.mark.parametrize(
    ("kind", "before", "after", "titles", "rule", "goes_on"),
    [
        (StatementKind.BALANCE_SHEET, ASSETS, OWED, (), "is-owed", True),
        (StatementKind.BALANCE_SHEET, ASSETS, OWED[:2], ("BALANCE SHEETS",), "same-title", True),
        (StatementKind.BALANCE_SHEET, ASSETS, OWED[:1], (), None, False),
        (StatementKind.BALANCE_SHEET, (*ASSETS, *OWED), OWED, (), None, False),
        (StatementKind.BALANCE_SHEET, ASSETS, OWED, ("STATEMENTS OF INCOME",), "other-title", False),
        (StatementKind.INCOME_STATEMENT, ("Sales", "Net income"), ("Per share",), ("Income (continued)",), "says-so", True),
        (StatementKind.INCOME_STATEMENT, ("Sales", "Net income"), ("Per share",), (), None, False),
        (
            StatementKind.CASH_FLOW, ("Operating activities", "Depreciation"), ("Financing activities",), (),
            "other-flows", True,
        ),
        (StatementKind.NOTE, ASSETS, OWED, (), "no-statement", False),
    ],
)  # fmt: skip
def test_what_goes_on(
    kind: StatementKind,
    before: tuple[str, ...],
    after: tuple[str, ...],
    titles: tuple[str, ...],
    rule: str | None,
    goes_on: bool,
) -> None:
    verdict = CONTINUATION.first(_joint(kind, _grid(*before), _grid(*after), *titles))
    assert (verdict.clues[0].rule if verdict else None) == (rule and f"continuation/{rule}")
    assert bool(verdict and verdict.decided) is goes_on


def test_a_table_with_many_more_columns_is_another_one() -> None:
    verdict = CONTINUATION.first(
        _joint(StatementKind.BALANCE_SHEET, _grid(*ASSETS), _grid(*OWED, columns=5), "BALANCE SHEETS")
    )
    assert verdict is not None
    assert (verdict.decided, verdict.clues[0].rule) == (False, "continuation/other-columns")
