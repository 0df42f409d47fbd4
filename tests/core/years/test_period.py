"""The periods of a company: lengths, fiscal years and quarters."""

from dataclasses import replace
from datetime import date

import pytest

from core.analysis import Analysis
from core.statements.statement import Column, StatementKind
from core.years.period import FiscalCalendar, Period, calendar, known_as, period_of
from tests.core.years.test_series import filed

INCOME, BALANCE = StatementKind.INCOME_STATEMENT, StatementKind.BALANCE_SHEET


@pytest.mark.parametrize(
    ("end", "year", "quarter"),
    [
        (date(1999, 1, 31), 1999, 4),
        (date(1998, 4, 30), 1999, 1),
        (date(1998, 10, 31), 1999, 3),
        (date(1997, 1, 31), 1997, 4),
        (date(2004, 7, 31), 2005, 2),
    ],
)
def test_a_fiscal_year_bears_the_number_of_the_year_it_ends_in(end: date, year: int, quarter: int) -> None:
    assert FiscalCalendar((date(1999, 1, 31),)).of(Period(end, 3)) == (year, quarter)


def test_a_year_of_52_weeks_that_ends_after_new_year_is_the_year_before() -> None:
    assert FiscalCalendar((date(1999, 1, 2),)).of(Period(date(1999, 1, 2), 12)) == (1998, 4)


def test_without_a_year_end_nothing_is_claimed() -> None:
    assert FiscalCalendar(()).of(Period(date(1999, 1, 2), 12)) == (None, None)


def test_the_year_that_ends_is_the_one_of_the_reports_near_by() -> None:
    """A company that moved its year from June to December: what lies near a report goes by that report."""
    moved = FiscalCalendar((date(1995, 6, 30), date(1999, 12, 31)))
    assert moved.of(Period(date(1994, 9, 30), 3)) == (1995, 1)
    assert moved.of(Period(date(1999, 3, 31), 3)) == (1999, 1)


def _with(form: str, end: date) -> Analysis:
    one = filed(2002)
    header = replace(one.filing.header, form=form, period_end=end, fiscal_year_end=(9, 30))
    return replace(one, filing=replace(one.filing, header=header))


def test_annual_reports_tell_the_calendar_and_others_where_there_are_none() -> None:
    quarter = _with("10-Q", date(2002, 12, 28))
    assert calendar([quarter]).year_ends == (date(2003, 9, 30),)
    assert calendar([quarter, _with("10-K", date(2002, 9, 28))]).year_ends == (date(2002, 9, 28),)


def test_the_length_of_a_flow_is_never_made_up() -> None:
    column = Column("2002", None, date(2002, 12, 31))
    assert period_of(column, INCOME, None) is None
    assert period_of(column, INCOME, 3) == Period(date(2002, 12, 31), 3)
    assert period_of(column, BALANCE, None) == Period(date(2002, 12, 31))
    assert period_of(Column("", date(2002, 1, 1), date(2002, 12, 28)), INCOME) == Period(date(2002, 12, 28), 12)
    assert period_of(Column("Options"), INCOME) is None


def test_some_days_apart_is_one_period() -> None:
    known = [Period(date(2002, 12, 28), 12), Period(date(2002, 12, 28), 3)]
    assert known_as(Period(date(2002, 12, 31), 12), known) is known[0]
    assert known_as(Period(date(2003, 1, 31), 12), known) == Period(date(2003, 1, 31), 12)


def test_the_first_day() -> None:
    start = Period(date(2002, 12, 31), 12).start
    assert start is not None
    assert abs((start - date(2002, 1, 1)).days) <= 1
    assert Period(date(2002, 12, 31)).start is None
