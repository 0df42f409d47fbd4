"""Which statement a table is, by how many telling lines and rows it has: just enough of them, and one too few."""

import pytest

from core.document.plain import lay_out
from core.outline.section import Section, SectionKind
from core.source import Source, Span
from core.statements.lead_in import Above
from core.statements.place import Place
from core.statements.recognise import Subject, recognise
from core.statements.statement import StatementKind
from core.statements.telling_lines import Marks
from core.tables.text.read import grids

BALANCE, INCOME, CASH, EQUITY = (
    StatementKind.BALANCE_SHEET,
    StatementKind.INCOME_STATEMENT,
    StatementKind.CASH_FLOW,
    StatementKind.EQUITY,
)
OTHER = StatementKind.OTHER
TITLES = {
    BALANCE: "CONSOLIDATED BALANCE SHEETS",
    INCOME: "CONSOLIDATED STATEMENTS OF INCOME",
    CASH: "CONSOLIDATED STATEMENTS OF CASH FLOWS",
    EQUITY: "CONSOLIDATED STATEMENTS OF STOCKHOLDERS' EQUITY",
    StatementKind.COMPREHENSIVE_INCOME: "CONSOLIDATED STATEMENTS OF COMPREHENSIVE INCOME",
}
BESIDE = {
    BALANCE: "Halls and their balance sheets at the mill",
    INCOME: "Halls and the statements of income of the mill",
    CASH: "Halls and their statements of cash flows by year",
}
"""Lines that name a statement among other words."""
WITH_EARNINGS = "Earnings and statements of stockholders' equity"


def kind(rows: int, marks: dict[str, int], title: str = "", columns: int = 2) -> StatementKind:
    """The kind of a table of so many rows and columns with so many telling lines, under a title."""
    heads = "".join(f"{year:>14}" for year in range(1998, 1998 - columns, -1))
    text = f"{'':30}{heads}\n{'':30}{'     ---------' * columns}\n"
    figures = "".join(f"{figure:>14}" for figure in ("1,234", "1,110", "990", "880")[:columns])
    text += "".join(f"Hall {chr(65 + at)}{'':24}{figures}\n" for at in range(rows))
    grid = grids(lay_out(Source(1, text)))[0]
    assert len(grid.rows) == rows
    document = Section("doc", SectionKind.DOCUMENT, None, "EX-13", 1, Span(0, len(text)), Span(0, 0))
    found = Marks(*(marks.get(name, 0) for name in Marks._fields))
    return recognise(Subject(grid, Above((title,) if title else (), "", ()), Place((document,)), found)).kind


@pytest.mark.parametrize(
    ("rows", "marks", "expected"),
    [
        (6, {"cash_flow": 4}, CASH),
        (6, {"cash_flow": 3}, OTHER),
        (5, {"cash_flow": 4}, OTHER),
        (6, {"assets": 4}, BALANCE),
        (6, {"assets": 3, "liabilities": 3}, OTHER),
        (6, {"liabilities": 4}, BALANCE),
        (5, {"liabilities": 4}, OTHER),
        (6, {"assets": 4, "income": 5}, BALANCE),
        (6, {"assets": 4, "income": 6}, OTHER),
        (6, {"equity": 4}, EQUITY),
        (3, {"equity": 4}, EQUITY),
        (6, {"equity": 3}, OTHER),
        (6, {"equity": 4, "assets": 2}, EQUITY),
        (6, {"equity": 4, "assets": 3}, OTHER),
        (6, {"income": 6}, INCOME),
        (6, {"income": 5}, OTHER),
        (5, {"income": 6}, OTHER),
        (6, {"income": 6, "assets": 3, "cash_flow": 2}, INCOME),
        (6, {"income": 6, "assets": 3, "cash_flow": 3}, OTHER),
        (6, {"cash_flow": 4, "assets": 9}, CASH),
    ],
)
def test_by_its_lines_alone(rows: int, marks: dict[str, int], expected: StatementKind) -> None:
    assert kind(rows, marks) is expected


@pytest.mark.parametrize(
    ("titled", "rows", "marks", "expected"),
    [
        (BALANCE, 4, {"assets": 3}, BALANCE),
        (BALANCE, 4, {"assets": 1, "liabilities": 2}, BALANCE),
        (BALANCE, 3, {"assets": 3}, OTHER),
        (BALANCE, 4, {"assets": 3, "cash_flow": 3}, BALANCE),
        (BALANCE, 4, {"assets": 3, "cash_flow": 4}, OTHER),
        (CASH, 4, {"cash_flow": 2}, CASH),
        (CASH, 3, {"cash_flow": 2}, OTHER),
        (INCOME, 3, {"income": 2}, INCOME),
        (INCOME, 3, {"income": 2, "cash_flow": 3}, INCOME),
        (INCOME, 3, {"income": 2, "cash_flow": 4}, OTHER),
        (INCOME, 5, {"income": 2, "assets": 5, "liabilities": 4}, INCOME),
        (INCOME, 5, {"income": 2, "assets": 5, "liabilities": 5}, OTHER),
    ],
)
def test_under_a_line_that_names_it(
    titled: StatementKind, rows: int, marks: dict[str, int], expected: StatementKind
) -> None:
    assert kind(rows, marks, BESIDE[titled]) is expected


@pytest.mark.parametrize(
    ("titled", "rows", "marks", "expected"),
    [
        (BALANCE, 3, {"assets": 1}, BALANCE),
        (BALANCE, 3, {}, OTHER),
        (CASH, 3, {"cash_flow": 1}, CASH),
        (INCOME, 6, {"income": 1, "assets": 5, "liabilities": 5}, BALANCE),
        (INCOME, 6, {"income": 1, "cash_flow": 4}, CASH),
        (EQUITY, 3, {"equity": 1}, EQUITY),
        (EQUITY, 3, {}, OTHER),
    ],
)
def test_under_its_title(titled: StatementKind, rows: int, marks: dict[str, int], expected: StatementKind) -> None:
    assert kind(rows, marks, TITLES[titled]) is expected


@pytest.mark.parametrize(
    ("title", "marks", "expected"),
    [
        (TITLES[StatementKind.COMPREHENSIVE_INCOME], {"income": 6}, StatementKind.COMPREHENSIVE_INCOME),
        (TITLES[StatementKind.COMPREHENSIVE_INCOME], {"income": 7}, INCOME),
        (TITLES[StatementKind.COMPREHENSIVE_INCOME], {"income": 2, "equity": 3}, StatementKind.COMPREHENSIVE_INCOME),
        (TITLES[StatementKind.COMPREHENSIVE_INCOME], {"income": 2, "equity": 4}, EQUITY),
        (WITH_EARNINGS, {"income": 4, "equity": 1}, INCOME),
        (WITH_EARNINGS, {"income": 3, "equity": 1}, EQUITY),
    ],
)
def test_a_title_that_names_two(title: str, marks: dict[str, int], expected: StatementKind) -> None:
    assert kind(8, marks, title) is expected


@pytest.mark.parametrize(
    ("columns", "title", "expected"),
    [
        (4, "Five-Year Summary", StatementKind.SELECTED_DATA),
        (2, "Halls of the Mill", OTHER),
        (4, "Halls of the Mill", OTHER),
    ],
)
def test_years_side_by_side_are_a_summary_under_such_a_title(columns: int, title: str, expected: StatementKind) -> None:
    assert kind(4, {}, title, columns) is expected
