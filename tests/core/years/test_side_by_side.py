"""Two companies' table as one that is charted: each line is two, over the same years, and every figure knows its cell."""

import pytest

from core.years.side_by_side import Cell, Parted, is_of_two, parted
from core.years.stitched import Across
from tests.core.years.test_beside import table
from tests.core.years.test_measures import flows


@pytest.fixture(scope="module")
def shared() -> Across:
    """Two companies that have 2001 and 2002 in common."""
    one = [flows(2001, Sales="100", Profit="9"), flows(2002, Sales="110", Research="4", Profit="11")]
    return table(one, [flows(2001, Sales="700", Profit="80"), flows(2002, Sales="750", Licences="20", Profit="88")])


@pytest.fixture
def by_company(shared: Across) -> Parted:
    """The same by company."""
    assert is_of_two(shared)
    return parted(shared)


def test_a_line_is_two_over_the_same_years(by_company: Parted) -> None:
    assert [column.label for column in by_company.statement.columns] == ["2001", "2002"]
    assert not any(column.member for column in by_company.statement.columns)
    drawn = {row.label: [(one.column, one.text) for one in row.figures] for row in by_company.statement.rows}
    assert drawn["Sales · One"] == [(0, "100"), (1, "110")]
    assert drawn["Sales · Other"] == [(0, "700"), (1, "750")]
    assert drawn["Research · One"] == [(1, "4")]
    assert "Research · Other" not in drawn


def test_every_figure_knows_its_cell(shared: Across, by_company: Parted) -> None:
    figures = [(row, one) for row, line in enumerate(by_company.statement.rows) for one in line.figures]
    assert len(figures) == len(shared.cells)
    for row, figure in figures:
        there = by_company.cells[Cell(row, figure.column)]
        assert shared.cells[there].told.figure.text == figure.text


def test_rows_and_columns_both_ways(shared: Across, by_company: Parted) -> None:
    sales = next(at for at, row in enumerate(shared.statement.rows) if row.label == "Sales")
    lines = by_company.lines_of([sales])
    assert [by_company.statement.rows[line].label for line in lines] == ["Sales · One", "Sales · Other"]
    assert by_company.rows_of(lines) == (sales,)
    assert by_company.columns_of([1]) == (2, 3)
    assert len(by_company.first) == 2
