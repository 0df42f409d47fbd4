"""Whether a table is the next part of a statement: each rule by itself, at its bounds."""

from types import SimpleNamespace

import pytest

from core.statements.continuation import CONTINUATION
from core.statements.statement import StatementKind
from tests.core.asked import asked

BALANCE, CASH, NOTE = StatementKind.BALANCE_SHEET, StatementKind.CASH_FLOW, StatementKind.NOTE


def joint(
    kind: StatementKind = BALANCE,
    *,
    parts: tuple[tuple[int, int, int], ...] = ((2, 0, 0),),
    found: tuple[int, int, int] = (0, 0, 0),
    columns: tuple[int, int] = (2, 2),
    told: tuple[str, ...] = (),
    lines: tuple[str, ...] = (),
) -> SimpleNamespace:
    """A table below the parts of a statement; each with its telling lines of assets, of liabilities and of cash flows."""
    marks = [SimpleNamespace(assets=a, liabilities=b, cash_flow=c) for a, b, c in (*parts, found)]
    before, grid = (SimpleNamespace(columns=[None] * count) for count in columns)
    return SimpleNamespace(
        kind=kind, parts=marks[:-1], found=marks[-1], before=before, grid=grid, told=set(told), lines=lines
    )


CONTINUED = "Consolidated Balance Sheets (continued)"


@pytest.mark.parametrize(
    ("rule", "table", "says"),
    [
        ("no-statement", joint(), None),
        ("no-statement", joint(NOTE), False),
        ("other-columns", joint(columns=(2, 4)), None),
        ("other-columns", joint(columns=(2, 5)), False),
        ("other-columns", joint(columns=(5, 3)), None),
        ("other-columns", joint(columns=(5, 2)), False),
        ("other-columns", joint(columns=(0, 1)), False),
        ("other-title", joint(told=("cash_flow",)), False),
        ("other-title", joint(told=("cash_flow", "balance_sheet")), None),
        ("other-title", joint(), None),
        ("says-so", joint(lines=(CONTINUED,)), True),
        ("says-so", joint(lines=("The Mill", CONTINUED)), True),
        ("says-so", joint(lines=("Statements of Cash Flows (continued)",)), None),
        ("says-so", joint(lines=("Consolidated Balance Sheets",)), None),
        ("is-owed", joint(found=(0, 3, 0)), True),
        ("is-owed", joint(found=(0, 2, 0)), None),
        ("is-owed", joint(parts=((1, 0, 0),), found=(0, 3, 0)), None),
        ("is-owed", joint(parts=((1, 0, 0), (1, 0, 0)), found=(0, 3, 0)), True),
        ("is-owed", joint(parts=((2, 3, 0),), found=(0, 3, 0)), True),
        ("is-owed", joint(parts=((2, 4, 0),), found=(0, 3, 0)), None),
        ("is-owed", joint(CASH, found=(0, 3, 0)), None),
        ("same-title", joint(told=("balance_sheet",), found=(1, 1, 0)), True),
        ("same-title", joint(told=("balance_sheet",), found=(2, 1, 0)), None),
        ("same-title", joint(told=("balance_sheet",), found=(1, 0, 0)), None),
        ("same-title", joint(found=(1, 1, 0)), None),
        ("same-title", joint(told=("balance_sheet",), parts=((1, 0, 0),), found=(1, 1, 0)), None),
        ("other-flows", joint(CASH, parts=((0, 0, 5),), found=(0, 0, 4)), True),
        ("other-flows", joint(CASH, parts=((0, 0, 5),), found=(0, 0, 1)), True),
        ("other-flows", joint(CASH, parts=((0, 0, 5),), found=(0, 0, 0)), None),
        ("other-flows", joint(CASH, parts=((0, 0, 5),), found=(0, 0, 5)), None),
        ("other-flows", joint(CASH, parts=((0, 0, 3), (0, 0, 3)), found=(0, 0, 4)), None),
        ("other-flows", joint(parts=((0, 0, 5),), found=(0, 0, 4)), None),
    ],
)
def test_what_speaks_for_the_next_part(rule: str, table: SimpleNamespace, says: bool | None) -> None:
    assert asked(CONTINUATION, rule, table) is says
