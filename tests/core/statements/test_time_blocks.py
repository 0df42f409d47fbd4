"""Headings of time over blocks of rows: what each rule says, and what it must not."""

from datetime import date

import pytest

from core.dates import Day, said
from core.statements.calendar import FiscalCalendar
from core.statements.statement import Period
from core.statements.time_blocks import BLOCK_TIME, Heading
from core.statements.timing import NOTHING_AROUND

END = date(2021, 12, 31)
CALENDAR = FiscalCalendar((12, 31), END, known={2021: END}, until=END)
A_YEAR = "2021-01-01..2021-12-31"


def drawn(time: Period | None) -> str:
    return "-" if time is None else str(time.end) if time.start is None else f"{time.start}..{time.end}"


@pytest.mark.parametrize(
    ("heading", "lasts", "period"),
    [
        ("Year ended December 31, 2021", False, A_YEAR),
        ("2021", True, A_YEAR),
        ("2021", False, "2021-12-31"),
        ("December 31, 2020", False, "2020-12-31"),
        ("2024", False, "-"),
        ("June 30, 2022", False, "-"),
        ("Goods", False, "-"),
    ],
)
def test_what_a_heading_says_of_its_block(heading: str, lasts: bool, period: str) -> None:
    assert drawn(BLOCK_TIME.decide(Heading(said(heading), CALENDAR, lasts))) == period


def test_a_heading_that_says_a_whole_year_is_of_no_part_of_it() -> None:
    """The day of an auditor's report above a schedule is not the end of its years."""
    signed = NOTHING_AROUND._replace(title_day=Day(2, 24))
    year = Heading(said("Year ended 2021"), CALENDAR, lasts=True, around=signed)
    assert drawn(BLOCK_TIME.decide(year)) == A_YEAR
    part = Heading(said("2021"), CALENDAR, lasts=True, around=signed._replace(title_day=Day(9, 30)))
    assert drawn(BLOCK_TIME.decide(part)) == "2021-09-30"
