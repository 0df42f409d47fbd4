"""Parts of a year that are named without it: which they are, and when in a fiscal year."""

from datetime import date, timedelta

import pytest

from core.dates import Day
from core.statements.calendar import FiscalCalendar
from core.statements.parts_of_year import YearPart, in_year, is_year, part_in, part_of, whole_part, whole_time
from core.statements.statement import Period

END = date(1998, 6, 30)
CALENDAR = FiscalCalendar((6, 30), END, known={1998: END}, until=END)
YEAR = Period(date(1997, 7, 1), END)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("First Quarter", YearPart(1, None, None, 3, None)),
        ("4th quarter (a)", YearPart(4, None, None, 3, None)),
        ("H2", YearPart(None, 2, None, 6, None)),
        ("Quarter ended March 31", YearPart(None, None, Day(3, 31), 3, None)),
        ("March 31", YearPart(None, None, Day(3, 31), None, None)),
        ("First quarter 1998", None),
        ("First quarter dividend", None),
        ("March 31, 1998", None),
        ("As of March 31", None),
        ("Net sales", None),
    ],
)
def test_which_part_a_caption_names(text: str, part: YearPart | None) -> None:
    assert part_of(text) == part


def test_a_head_may_say_more() -> None:
    assert part_in("First Quarter Sales") == YearPart(1, None, None, 3, None)


@pytest.mark.parametrize(
    ("text", "lasts", "period"),
    [
        ("First Quarter", True, (date(1997, 7, 1), date(1997, 9, 30))),
        ("Fourth Quarter", True, (date(1998, 4, 1), END)),
        ("Second half", True, (date(1998, 1, 1), END)),
        ("September 30", True, (date(1997, 7, 1), date(1997, 9, 30))),
        ("March 31", False, (None, date(1998, 3, 31))),
        ("Six months ended December 31", False, (date(1997, 7, 1), date(1997, 12, 31))),
    ],
)
def test_when_a_part_is(text: str, lasts: bool, period: tuple[date | None, date]) -> None:
    part = part_of(text)
    assert part is not None
    assert in_year(part, YEAR, CALENDAR, lasts=lasts) == Period(*period)


def test_what_is_no_known_year_has_no_parts() -> None:
    part = part_of("First quarter")
    assert part is not None
    assert in_year(part, Period(None, None), CALENDAR) is None
    assert in_year(part, Period(None, date(1998, 12, 31)), CALENDAR) is None
    assert is_year(YEAR, CALENDAR)
    assert is_year(Period(None, END), CALENDAR)
    assert not is_year(Period(date(1998, 1, 1), END), CALENDAR)
    assert not is_year(Period(None, date(1998, 3, 31)), CALENDAR)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Second quarter 1998", Period(date(1997, 10, 1), date(1997, 12, 31))),
        ("Quarter ended March 31, 1998", Period(date(1998, 1, 1), date(1998, 3, 31))),
        ("Fourth quarter (from June 3, 1998)", None),
        ("March 31, 1998", None),
        ("Dividend of the second quarter 1998", None),
    ],
)
def test_a_caption_that_names_the_year_too(text: str, period: Period | None) -> None:
    assert whole_part(text, CALENDAR) == period


HALF = Period(date(1997, 7, 1), date(1997, 12, 31))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("First half 1998", HALF),
        ("First quarter 1990", Period(date(1989, 7, 1), date(1989, 9, 30))),
        ("1998", None),
        ("Second quarter 1998 and 1997", None),
        ("Quarter ended 1998", None),
        ("Second quarter ended December 31, 1997", None),
        ("Year to date 1998", None),
        ("Trailing quarter 1998", None),
    ],
)
def test_a_part_of_the_one_year_that_is_named(text: str, period: Period | None) -> None:
    assert whole_part(text, CALENDAR) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Costs incurred for the six months ended December 31, 1997", HALF),
        ("Costs of the quarter ended December 31, 1997", Period(date(1997, 10, 1), date(1997, 12, 31))),
        ("Costs, six months ended December 31, 1997 and year ended June 30, 1998", None),
        ("Costs incurred December 31, 1997", None),
        ("Costs from June 3, 1997 to December 31, 1997", None),
        ("for the period ended December 31, 1997", None),
        ("Costs for the second quarter ended December 31, 1997", None),
    ],
)
def test_a_time_among_other_words(text: str, period: Period | None) -> None:
    assert whole_time(text, CALENDAR) == period


@pytest.mark.parametrize(("days", "year"), [(-8, False), (-7, True), (0, True), (7, True), (8, False)])
def test_the_year_of_a_part_ends_within_a_week_of_its_known_end(days: int, year: bool) -> None:
    quarter = part_of("Fourth quarter")
    assert quarter is not None
    assert (in_year(quarter, Period(None, END + timedelta(days=days)), CALENDAR) is not None) == year


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (Day(6, 30), date(1998, 6, 30)),
        (Day(7, 7), date(1998, 7, 7)),
        (Day(7, 8), date(1997, 7, 8)),
        (Day(1, 31), date(1998, 1, 31)),
    ],
)
def test_a_day_is_the_last_such_one_up_to_a_week_behind_the_year(day: Day, end: date) -> None:
    part = YearPart(None, None, day, None, None)
    assert in_year(part, YEAR, CALENDAR, lasts=False) == Period(None, end)


@pytest.mark.parametrize(("days", "year"), [(349, False), (350, True), (380, True), (381, False)])
def test_a_year_lasts_about_as_long_as_one(days: int, year: bool) -> None:
    assert is_year(Period(END - timedelta(days=days), END), CALENDAR) == year
