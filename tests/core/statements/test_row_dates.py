"""The day of a row by its caption: what each rule says, and what it must not."""

from datetime import date

import pytest

from core.dates import Day
from core.statements.calendar import FiscalCalendar
from core.statements.row_dates import Edge, Moment, moment

END = date(2021, 12, 31)
CALENDAR = FiscalCalendar((12, 31), END, known={2021: END}, until=END)


@pytest.mark.parametrize(
    ("caption", "says"),
    [
        ("Balance at December 31, 2020", date(2020, 12, 31)),
        ("Balances as of July 1, 2021", date(2021, 7, 1)),
        ("BALANCE AT JUNE 30, 2021 (Note 4)", date(2021, 6, 30)),
        ("Unvested shares, March 31, 2021", date(2021, 3, 31)),
        ("Funded status as of December 31, 2021", END),
        ("December 31, 2021", END),
        ("Balance at beginning of year", Edge.OPENING),
        ("Beginning balance", Edge.OPENING),
        ("Cash and cash equivalents at beginning of the period (a)", Edge.OPENING),
        ("Outstanding at end of year", Edge.CLOSING),
        ("Ending balances", Edge.CLOSING),
        ("Net liability recognized at end of year", Edge.CLOSING),
        ("Balance at January 1", Day(1, 1)),
    ],
)
def test_a_caption_tells_a_day_or_an_end_of_the_period(caption: str, says: Moment) -> None:
    assert moment(caption, CALENDAR) == says


@pytest.mark.parametrize(
    "caption",
    [
        "Net income",
        "Total for the year ended December 31, 2021",
        "Notes due June 15, 2021",
        "June 15, 2021",
        "Change in unrealized gains on assets held at end of period",
        "Gains recognized on assets held at end of year",
        "Adjustment to beginning balance",
        "Balance, beginning and end of year",
        "Revenue that was included in contract liabilities at the beginning of the period",
        "Balances from January 1, 2021 to June 30, 2021",
        "Shares issued at December 31, 2021",
        "2024",
    ],
)
def test_what_is_no_balance_of_a_sure_day_tells_none(caption: str) -> None:
    assert moment(caption, CALENDAR) is None
