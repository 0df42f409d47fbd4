"""What lines between rows say of them."""

import re
from decimal import Decimal

import pytest

from core.source import Span, cite
from core.statements.rows import unparted, without_closing_lines
from core.tables.grid import GridCell, GridRow, Rule

CELL = GridCell(0, "1", Decimal(1), cite(1, 0, 1))


def rows(lines: str) -> tuple[GridRow, ...]:
    """A row for each sign: `-` with a line above it, `=` with two, `.` without; `h` is a heading."""
    rules = {"-": Rule.SINGLE, "=": Rule.DOUBLE}
    return tuple(
        GridRow(f"Row {at}", None, 0, () if sign == "h" else (CELL,), Span(at, at + 1), rules.get(sign, Rule.NONE))
        for at, sign in enumerate(lines)
    )


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (".------", "......."),
        (".------=", ".......="),
        (".----.--.--", "..........."),
        ("..--..--..--", "..--..--..--"),
        (".-----", ".-----"),
        ("h.-----", "h.-----"),
        (".....-", ".....-"),
    ],
)
def test_lines_above_nearly_all_rows_part_them_and_mark_no_sum(lines: str, told: str) -> None:
    assert unparted(rows(lines)) == rows(told)


def test_a_balance_stays_a_sum_where_lines_part_the_rows() -> None:
    of = tuple(
        row._replace(label="Balance at December 31, 2003") if at == 3 else row for at, row in enumerate(rows(".------"))
    )
    assert [row.above for row in unparted(of)] == [Rule.SINGLE if at == 3 else Rule.NONE for at in range(7)]


@pytest.mark.parametrize(
    ("captions", "told"),
    [
        ("-Total current assets -Property -Other", "-.-"),
        ("-Total current assets -Total assets", "--"),
        (".Total current assets -Property", ".-"),
        ("-Current assets -Property", "--"),
        ("-Total liabilities =Minority interest", "-="),
        ("-Total liabilities -", "--"),
    ],
)
def test_a_line_below_a_total_marks_no_other_sum(captions: str, told: str) -> None:
    parts = [part for part in re.split(r"(?=[-=.][A-Z]|(?<= )-$)", captions) if part.strip()]
    of = tuple(
        row._replace(label=part[1:].strip())
        for row, part in zip(rows("".join(part[0] for part in parts)), parts, strict=True)
    )
    assert [row.above for row in without_closing_lines(of)] == [row.above for row in rows(told)]


def test_a_double_line_below_closes_a_sum_of_its_own() -> None:
    total, after = (row._replace(label=label) for row, label in zip(rows("--"), ("Total", "Net assets"), strict=True))
    after = after._replace(below=Rule.DOUBLE)
    assert without_closing_lines((total, after)) == (total, after)
