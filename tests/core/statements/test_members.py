"""What narrows a figure: what its column stands for, and the headings over its row."""

from core.statements.members import headings_of, members_of
from core.statements.statement import Statement, StatementKind
from tests.core.drawn_statement import drawn

TABLE = """
                        Trucks   Vans
Europe (Note 4):
  Sales                    1,200    300
  2021:
    Returns                   12      3
Total                      1,200    300
"""


def told(statement: Statement) -> dict[str, list[tuple[str, ...]]]:
    """The members of the figures of each row."""
    over = headings_of(statement)
    return {
        row.label: [members_of(statement, figure, headings) for figure in row.figures]
        for row, headings in zip(statement.rows, over, strict=True)
        if row.figures
    }


def test_heads_and_headings_from_the_outside_in() -> None:
    found = told(drawn(TABLE, StatementKind.NOTE))
    assert found["Sales"] == [("Trucks", "Europe"), ("Vans", "Europe")]
    assert found["Total"] == [("Trucks",), ("Vans",)]


def test_a_heading_that_says_when_is_no_member() -> None:
    assert told(drawn(TABLE, StatementKind.NOTE))["Returns"] == [("Trucks", "Europe"), ("Vans", "Europe")]


def test_headings_of_a_balance_sheet_part_the_whole() -> None:
    assert told(drawn(TABLE, StatementKind.BALANCE_SHEET))["Sales"] == [("Trucks",), ("Vans",)]
