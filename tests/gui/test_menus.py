"""How two columns that are compared are named: in the menu whole, on the toolbar briefly."""

import datetime

import pytest

from core.source import Cite, Span
from core.statements.statement import Column, Statement, StatementKind
from gui.menus import compared


def statement(*heads: tuple[str, int]) -> Statement:
    """An income statement with columns of these heads, each ending on September 30 of its year."""
    columns = tuple(Column(label, end=datetime.date(year, 9, 30)) for label, year in heads)
    cite = Cite(1, (Span(0, 1),))
    return Statement("income", StatementKind.INCOME_STATEMENT, None, None, cite, "USD", 1, columns, ())


QUARTERS = tuple(
    (f"{months} Months Ended September 30, {year}", year) for months in ("Three", "Nine") for year in (1999, 1998)
)


@pytest.mark.parametrize(
    ("heads", "pair", "whole", "brief"),
    [
        ((("2003", 2003), ("2002", 2002)), (0, 1), "2003 against 2002", "2003 against 2002"),
        (QUARTERS, (0, 1), "Three Months Ended September 30, 1999 against 1998", "1999 against 1998"),
        (QUARTERS, (2, 3), "Nine Months Ended September 30, 1999 against 1998", "1999 against 1998"),
        ((("Restated", 2003), ("As filed", 2003)), (0, 1), "Restated against As filed", "Restated against As filed"),
        ((("GE 1993", 1993), ("GECS 1993", 1993)), (0, 1), "GE 1993 against GECS 1993", "GE 1993 against GECS 1993"),
    ],
)
def test_columns_are_named_by_what_tells_them_apart(
    heads: tuple[tuple[str, int], ...], pair: tuple[int, int], whole: str, brief: str
) -> None:
    assert compared(statement(*heads), pair) == whole
    assert compared(statement(*heads), pair, brief=True) == brief
