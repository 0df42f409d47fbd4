"""Dates, lengths and fiscal calendars as heads and titles say them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dates import MONTH_NAMES, MONTH_WORDS, said, start_of, without_time
from core.read.filing import Header
from core.statements.calendar import FiscalCalendar


@pytest.mark.parametrize(
    ("text", "end", "months", "weeks"),
    [
        ("Year ended December 31, 2003", date(2003, 12, 31), 12, None),
        ("Three Months Ended March 31, 1999", date(1999, 3, 31), 3, None),
        ("13 weeks ended Sept. 25, 1998", date(1998, 9, 25), None, 13),
        ("Thirty-nine weeks ended October 29, 1994", date(1994, 10, 29), None, 39),
        ("9/30/98", date(1998, 9, 30), None, None),
        ("quarter ended June 30, 1997", date(1997, 6, 30), 3, None),
        ("31 December 2000", date(2000, 12, 31), None, None),
        ("Nine months ended September 1996", date(1996, 9, 30), 9, None),
        ("Q3 ended September 30, 1996", date(1996, 9, 30), 3, None),
    ],
)
def test_a_head_says_its_date_and_length(text: str, end: date, months: int | None, weeks: int | None) -> None:
    told = said(text)
    assert (told.dates, told.months, told.weeks) == ((end,), months, weeks)


def test_a_title_says_more_years_after_its_date() -> None:
    told = said("For the years ended June 30, 1996, 1995 and 1994")
    assert (told.dates, told.years) == ((date(1996, 6, 30),), (1995, 1994))


@pytest.mark.parametrize("text", ["$1,995", "30.1998", "Form 10-K", "", "February 30, 1999", "section 1998.5"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert said(text).dates == ()


def test_the_words_left_over_are_a_member() -> None:
    assert without_time("2003 Options") == "Options"
    assert without_time("Year ended June 30, 1998") == ""
    assert without_time("GE 1993") == "GE"
    assert without_time("Total, December 31, 2010") == "Total"
    assert without_time("December 31, & nbsp; 2008") == ""  # an entity that was written wrong is no word
    assert without_time("AT & T; 2008") == "AT & T"


@pytest.mark.parametrize(
    ("text", "months", "weeks"),
    [
        ("For the three and six months ended June 30, 2006", 3, None),
        ("Three and nine month periods ended September 30, 1999", 3, None),
        ("Thirteen and thirty-nine weeks ended October 29, 1994", None, 13),
        ("Three months and six months ended June 30, 2006", 3, None),
    ],
)
def test_two_lengths_in_one_title_are_two(text: str, months: int | None, weeks: int | None) -> None:
    told = said(text)
    assert (told.months, told.weeks, told.lengths) == (months, weeks, 2)
    assert without_time(text) == ""


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)), st.sampled_from([1, 3, 6, 9, 12]))
def test_a_period_of_months_is_as_long_as_it_says(end: date, months: int) -> None:
    days = (end - start_of(end, months, None)).days + 1
    assert 28 * months <= days <= 31 * months


HEADS = (
    "Year ended",
    "December 31,",
    "1998",
    "June",
    "30",
    "9/30/97",
    "Dec. 31",
    "and",
    "Options",
    "Three months",
    "1997",
)


@given(st.lists(st.sampled_from(HEADS), max_size=7).map(" ".join) | st.text(max_size=60))
def test_every_date_that_a_head_says_has_its_year_printed(text: str) -> None:
    assert all(str(day.year) in text or f"{day.year % 100:02}" in text for day in said(text).dates)
    assert len(without_time(text)) <= len(text)


def test_half_a_year_lasts_six_months() -> None:
    assert said("Half year ended June 30, 2021").months == 6
    assert said("half-year to June 30, 2021").months == 6
    assert said("year ended June 30, 2021").months == 12


def test_a_range_of_years_is_no_year() -> None:
    assert said("2004-2006 Awards").years == ()
    assert without_time("2004-2006 Awards") == "Awards"
    assert said("2004 and 2006").years == (2004, 2006)


def test_fifty_two_week_years_end_on_the_same_weekday() -> None:
    calendar = FiscalCalendar.of(Header(form="10-K", period_end=date(1998, 9, 26)))
    assert calendar.end(1997) == date(1997, 9, 27)
    calendar.learn([date(1997, 9, 27)])
    assert calendar.start(date(1998, 9, 26), 12, None) == date(1997, 9, 28)


def test_a_retailers_year_may_end_in_the_next_calendar_year() -> None:
    calendar = FiscalCalendar.of(Header(form="10-K", period_end=date(1995, 1, 28)))
    calendar.shift = 1
    assert calendar.end(1994) == date(1995, 1, 28)


@given(st.integers(1, 4))
def test_quarters_follow_one_another(number: int) -> None:
    calendar = FiscalCalendar.of(Header(form="10-K", period_end=date(1998, 6, 30)))
    end = calendar.quarter(1998, number)
    assert end is not None
    assert end <= date(1998, 6, 30)
    assert (date(1998, 6, 30) - end) // timedelta(days=89) == 4 - number


def _weekly() -> FiscalCalendar:
    """A year that ends on the last Saturday of September, and once had 53 weeks."""
    calendar = FiscalCalendar.of(Header(form="10-K", period_end=date(2024, 9, 28)))
    calendar.learn([date(2023, 9, 30), date(2022, 9, 24)])
    return calendar


@pytest.mark.parametrize(
    ("end", "months", "start"),
    [
        (date(2024, 9, 28), 12, date(2023, 10, 1)),
        (date(2023, 9, 30), 12, date(2022, 9, 25)),
        (date(2022, 9, 24), 12, date(2021, 9, 26)),
        (date(2023, 7, 1), 9, date(2022, 9, 25)),
        (date(2023, 7, 1), 3, date(2023, 4, 2)),
        (date(2022, 12, 31), 3, date(2022, 9, 25)),
    ],
)
def test_years_of_weeks_have_parts_of_weeks(end: date, months: int, start: date) -> None:
    assert _weekly().start(end, months, None) == start


@pytest.mark.parametrize(
    ("end", "months", "start"),
    [
        (date(2025, 6, 27), 6, date(2025, 1, 1)),
        (date(2025, 6, 27), 3, date(2025, 3, 29)),
        (date(2025, 3, 28), 3, date(2025, 1, 1)),
        (date(2024, 12, 31), 12, date(2024, 1, 1)),
        (date(2025, 6, 30), 3, date(2025, 4, 1)),
    ],
)
def test_parts_that_end_on_a_friday_begin_with_a_calendar_year(end: date, months: int, start: date) -> None:
    calendar = FiscalCalendar.of(Header(form="10-K", period_end=date(2024, 12, 31)))
    assert calendar.start(end, months, None) == start


def test_the_names_of_the_months() -> None:
    assert len(MONTH_NAMES) == 12
    assert {"january", "may", "september", "december"} <= MONTH_NAMES
    assert {"jan", "sep", "sept"} == {"jan", "sep", "sept"} & (MONTH_WORDS - MONTH_NAMES)
