"""The calendar year in which the fiscal year of a report ends."""

from datetime import date

import pytest

from core.read.filing import Header


@pytest.mark.parametrize(
    ("form", "period_end", "year_end", "year"),
    [
        ("10-K", date(2024, 5, 31), (5, 31), 2024),
        ("10-Q", date(2024, 8, 31), (5, 31), 2025),
        ("10-Q", date(2024, 11, 30), (5, 31), 2025),
        ("10-Q/A", date(2025, 2, 28), (5, 31), 2025),
        ("10-Q", date(2024, 9, 30), (12, 31), 2024),
        ("10-QSB", date(1999, 1, 31), (10, 31), 1999),
        ("10-Q", date(2024, 3, 31), (2, 29), 2025),
        ("10-Q", date(2024, 8, 31), None, 2024),
        ("8-K", date(2024, 8, 31), (5, 31), 2024),
        (None, None, (5, 31), None),
    ],
)
def test_the_fiscal_year(
    form: str | None, period_end: date | None, year_end: tuple[int, int] | None, year: int | None
) -> None:
    assert Header(form=form, period_end=period_end, fiscal_year_end=year_end).fiscal_year == year
