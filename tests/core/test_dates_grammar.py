"""The shapes in which heads print dates and spans of time, one by one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dates import Day, said, without_time


@pytest.mark.parametrize(
    ("text", "quarter", "half", "years", "months"),
    [
        ("4Q21", 4, None, (2021,), 3),
        ("4Q 2021", 4, None, (2021,), 3),
        ("Q4'21", 4, None, (2021,), 3),
        ("Q4 FY21", 4, None, (2021,), 3),
        ("Third Quarter 1998", 3, None, (1998,), 3),
        ("Quarter 2nd 1995", 2, None, (1995,), 3),
        ("Month Ended January 31, 1998", None, None, (), 1),
        ("2nd Quarter(a)", 2, None, (), 3),
        ("FY21", None, None, (2021,), 12),
        ("FY 2021", None, None, (2021,), 12),
        ("H1 2021", None, 1, (2021,), 6),
        ("1H21", None, 1, (2021,), 6),
        ("Second half of 1999", None, 2, (1999,), 6),
        ("96/2Q", None, None, (), None),
        ("first and second quarters of 1999", None, None, (1999,), None),
    ],
)
def test_quarters_halves_and_fiscal_years(
    text: str, quarter: int | None, half: int | None, years: tuple[int, ...], months: int | None
) -> None:
    told = said(text)
    assert (told.quarter, told.half, told.years, told.months) == (quarter, half, years, months)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Dec-21", date(2021, 12, 31)),
        ("Feb '00", date(2000, 2, 29)),
        ("Jun-1998", date(1998, 6, 30)),
        ("30-Jun-98", date(1998, 6, 30)),
        ("SEP-28-1996", date(1996, 9, 28)),
        ("31.12.2021", date(2021, 12, 31)),
        ("12.31.2021", date(2021, 12, 31)),
        ("2021-03-31", date(2021, 3, 31)),
    ],
)
def test_dates_in_other_dress(text: str, end: date) -> None:
    assert said(text).dates == (end,)


@pytest.mark.parametrize(
    ("text", "day"),
    [("Six Months Ended Dec, 31", Day(12, 31)), ("2001 Dec-31", Day(12, 31)), ("June 30th", Day(6, 30))],
)
def test_days_without_their_year(text: str, day: Day) -> None:
    assert said(text).days == (day,)


@pytest.mark.parametrize("text", ["in May, 20 people left", "Section 1.2.2021.4", "5H", "Dec-31-98-7"])
def test_what_only_looks_like_a_date(text: str) -> None:
    told = said(text)
    assert (told.dates, told.days, told.half) == ((), (), None)


@pytest.mark.parametrize(
    ("text", "begins", "end"),
    [
        ("Period from July 22 to December 31, 2021", date(2021, 7, 22), date(2021, 12, 31)),
        ("For the period November 5 through March 31, 1998", date(1997, 11, 5), date(1998, 3, 31)),
        ("May 4, 1996 (date of inception) through June 30, 1998", date(1996, 5, 4), date(1998, 6, 30)),
        ("transition period from July 1, 2015 to December 31, 2015", date(2015, 7, 1), date(2015, 12, 31)),
        ("10/1/98 - 12/31/98", date(1998, 10, 1), date(1998, 12, 31)),
    ],
)
def test_a_period_by_both_its_ends(text: str, begins: date, end: date) -> None:
    told = said(text)
    assert (told.begins, told.dates) == (begins, (end,))


def test_a_period_by_both_its_ends_without_a_year() -> None:
    told = said("January 1 to July 21")
    assert (told.first_day, told.days) == (Day(1, 1), (Day(7, 21),))


def test_two_dates_that_are_compared_are_no_period() -> None:
    told = said("December 31, 2021 and December 31, 2020")
    assert (told.begins, len(told.dates)) == (None, 2)


@pytest.mark.parametrize(
    ("text", "to_date", "trailing"),
    [
        ("YTD 2021", True, False),
        ("Year-to-date", True, False),
        ("LTM June 30, 2021", False, True),
        ("Year 2021", False, False),
    ],
)
def test_year_to_date_and_last_twelve_months(text: str, to_date: bool, trailing: bool) -> None:
    told = said(text)
    assert (told.to_date, told.trailing) == (to_date, trailing)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Successor Period from July 22 to December 31, 2021", "Successor"),
        ("For the three months ended March 31, 1999 Retail", "Retail"),
        ("4Q21", ""),
        ("YTD 2021", ""),
        ("Less than 12 months", "Less than 12 months"),
        ("December 31, 2008 Less than 12 months", "Less than 12 months"),
    ],
)
def test_what_is_left_of_a_head_without_its_time(text: str, left: str) -> None:
    assert without_time(text) == left


@given(
    st.dates(date(1950, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%m/%d/%y", "%Y-%m-%d", "%d %b %Y", "%d-%b-%y"]),
)
def test_a_date_reads_back_in_every_dress(day: date, dress: str) -> None:
    assert said(day.strftime(dress)).dates == (day,)
