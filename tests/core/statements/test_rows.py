"""What lines between rows say of them."""

import re
from datetime import date
from decimal import Decimal

import pytest

from core.source import Span, cite
from core.statements.calendar import FiscalCalendar
from core.statements.rows import row_date, unparted, without_closing_lines
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


CALENDAR = FiscalCalendar((6, 30), date(1998, 6, 30), known={1998: date(1998, 6, 30)}, until=date(1998, 6, 30))


@pytest.mark.parametrize(
    ("caption", "day"),
    [
        ("Balance at December 31, 1997", date(1997, 12, 31)),
        ("Balance, June 30, 1996 and June 30, 1997", date(1997, 6, 30)),
        ("December 31, 1997", date(1997, 12, 31)),
        ("Dec 31, 1997", date(1997, 12, 31)),
        ("At September 30, 1997", date(1997, 9, 30)),
        ("As of September 30, 1997", date(1997, 9, 30)),
        ("Opening balance 1998", date(1998, 6, 30)),
        ("1997 balance at September 30", date(1997, 9, 30)),
        ("Balance 1997", date(1997, 6, 30)),
        ("Balance at June 30", None),
        ("Balance at beginning of year", None),
        ("Net income, June 30, 1998", None),
        ("Net income 1998", None),
        ("Junior preferred stock of 1998", None),
        ("Decline of 1997", None),
    ],
)
def test_the_day_of_a_balance_in_a_statement_of_equity(caption: str, day: date | None) -> None:
    assert row_date(caption, CALENDAR) == day
