"""When fiscal years, quarters and other parts of years begin and end."""

from datetime import date

import pytest

from core.read.filing import Header
from core.statements.calendar import FiscalCalendar


def calendar(
    *known: str, day: tuple[int, int] | None = (12, 31), shift: int = 0, until: str | None = None
) -> FiscalCalendar:
    """A calendar that knows these days as ends of years."""
    days = [date.fromisoformat(each) for each in known]
    made = FiscalCalendar(day, None, shift=shift, until=date.fromisoformat(until) if until else None)
    made.learn(days)
    return made


@pytest.mark.parametrize(
    ("form", "end", "own", "day", "anchor"),
    [
        ("10-K", date(2003, 6, 30), None, (6, 30), date(2003, 6, 30)),
        ("10-K405", date(2003, 6, 30), None, (6, 30), date(2003, 6, 30)),
        ("20-F", date(2003, 6, 30), None, (6, 30), date(2003, 6, 30)),
        ("10-Q", date(2003, 6, 30), None, None, None),
        ("10-Q", date(2003, 6, 30), (12, 31), (12, 31), None),
        ("10-Q", date(2003, 6, 30), (6, 28), (6, 28), date(2003, 6, 30)),
        ("10-K", date(2003, 2, 1), (1, 31), (1, 31), date(2003, 2, 1)),
        ("10-K", None, None, None, None),
        (None, date(2003, 6, 30), None, None, None),
    ],
)
def test_an_annual_report_ends_with_the_year(
    form: str | None, end: date | None, own: tuple[int, int] | None, day: tuple[int, int] | None, anchor: date | None
) -> None:
    made = FiscalCalendar.of(Header(form=form, period_end=end, fiscal_year_end=own))
    assert (made.day, made.anchor, made.until) == (day, anchor, end)
    assert made.known == ({anchor.year: anchor} if anchor else {})


@pytest.mark.parametrize(
    ("day", "near"),
    [
        ("2003-12-31", True),
        ("2003-12-11", True),
        ("2003-12-10", False),
        ("2004-01-20", True),
        ("2004-01-21", False),
        ("2003-06-30", False),
    ],
)
def test_a_day_near_the_end_of_a_year(day: str, near: bool) -> None:
    assert calendar().near(date.fromisoformat(day)) is near
    assert not calendar(day=None).near(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("made", "year", "end"),
    [
        (calendar(), 2003, "2003-12-31"),
        (calendar("2002-12-31"), 2003, "2003-12-31"),
        (calendar("2003-12-28"), 2003, "2003-12-28"),
        (calendar("2003-12-28"), 2002, "2002-12-29"),
        (calendar("2003-12-28"), 2004, "2004-12-26"),
        (calendar("1995-01-28", day=(1, 31), shift=1), 1994, "1995-01-28"),
        (calendar("1995-01-28", day=(1, 31), shift=1), 1993, "1994-01-29"),
        (calendar(day=None), 2003, None),
        (calendar(), 1900, None),
        (calendar(), 2100, None),
        (calendar(), 1901, "1901-12-31"),
        (calendar(day=(2, 29)), 2003, "2003-02-28"),
    ],
)
def test_the_last_day_of_a_fiscal_year(made: FiscalCalendar, year: int, end: str | None) -> None:
    assert made.end(year) == (date.fromisoformat(end) if end else None)


@pytest.mark.parametrize(
    ("until", "month", "day", "last"),
    [
        ("2003-06-30", 6, 30, "2003-06-30"),
        ("2003-06-30", 3, 31, "2003-03-31"),
        ("2003-06-30", 7, 1, "2002-07-01"),
        ("2003-06-30", 12, 31, "2002-12-31"),
        (None, 12, 31, None),
    ],
)
def test_a_day_without_its_year_is_the_last_one_reported_on(
    until: str | None, month: int, day: int, last: str | None
) -> None:
    assert calendar(until=until).last(month, day) == (date.fromisoformat(last) if last else None)


WEEKLY = ("2001-12-30", "2002-12-29", "2003-12-28")


@pytest.mark.parametrize(
    ("made", "end", "months", "weeks", "start"),
    [
        (calendar("2003-12-31"), "2003-12-31", 12, None, "2003-01-01"),
        (calendar("2003-12-31"), "2003-09-30", 9, None, "2003-01-01"),
        (calendar("2003-12-31"), "2003-09-30", 3, None, "2003-07-01"),
        (calendar(*WEEKLY), "2003-12-28", 12, None, "2002-12-30"),
        (calendar(*WEEKLY), "2003-12-28", None, 52, "2002-12-30"),
        (calendar(*WEEKLY), "2004-12-26", 12, None, "2003-12-29"),
        (calendar(*WEEKLY), "2003-03-30", 3, None, "2002-12-30"),
        (calendar(*WEEKLY), "2003-06-29", 6, None, "2002-12-30"),
        (calendar(*WEEKLY), "2003-06-29", 3, None, "2003-03-31"),
        (calendar(*WEEKLY), "2003-09-28", 9, None, "2002-12-30"),
        (calendar(*WEEKLY), "2003-03-30", None, 13, "2002-12-30"),
        (calendar(day=None), "2003-12-31", 12, None, "2003-01-01"),
    ],
)
def test_the_first_day_of_a_period(
    made: FiscalCalendar, end: str, months: int | None, weeks: int | None, start: str
) -> None:
    assert made.start(date.fromisoformat(end), months, weeks) == date.fromisoformat(start)


@pytest.mark.parametrize(
    ("made", "end", "begin"),
    [
        (calendar("2002-12-31"), "2003-06-30", "2003-01-01"),
        (calendar("2002-12-31"), "2003-12-31", "2003-01-01"),
        (calendar(*WEEKLY), "2003-06-29", "2002-12-30"),
        (calendar("2003-06-30", day=(6, 30)), "2003-09-30", "2003-07-01"),
        (calendar(day=None), "2003-09-30", None),
    ],
)
def test_the_first_day_of_the_year_in_which_a_period_ends(made: FiscalCalendar, end: str, begin: str | None) -> None:
    assert made.begin(date.fromisoformat(end)) == (date.fromisoformat(begin) if begin else None)


@pytest.mark.parametrize(
    ("made", "number", "end"),
    [
        (calendar("2003-12-31"), 1, "2003-03-31"),
        (calendar("2003-12-31"), 2, "2003-06-30"),
        (calendar("2003-12-31"), 3, "2003-09-30"),
        (calendar("2003-12-31"), 4, "2003-12-31"),
        (calendar(*WEEKLY), 1, "2003-03-30"),
        (calendar(*WEEKLY), 3, "2003-09-28"),
        (calendar(*WEEKLY, "2003-04-02"), 1, "2003-04-02"),
        (calendar(*WEEKLY, "2003-04-07"), 1, "2003-03-30"),
        (calendar(day=None), 1, None),
    ],
)
def test_the_last_day_of_a_quarter(made: FiscalCalendar, number: int, end: str | None) -> None:
    assert made.quarter(2003, number) == (date.fromisoformat(end) if end else None)


def test_halves_end_with_quarters() -> None:
    made = calendar("2003-12-31")
    assert [made.half(2003, number) for number in (1, 2)] == [date(2003, 6, 30), date(2003, 12, 31)]


@pytest.mark.parametrize("year", [date.min.year, date.max.year])
def test_the_first_and_the_last_year_that_there_are_end_no_fiscal_year(year: int) -> None:
    made = FiscalCalendar((12, 31), None)
    assert not made.near(date(year, 12, 31))
    assert made.near(date(1997, 12, 31))
