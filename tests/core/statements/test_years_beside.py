"""Rows under columns without a time are of the year printed beside them."""

from datetime import date
from decimal import Decimal

from core.source import Cite, Span
from core.statements.calendar import FiscalCalendar
from core.statements.statement import Column, Figure, Role, Row
from core.statements.years_beside import with_years
from tests.core.statements.test_row_times import drawn

END = date(2021, 12, 31)
_CITE = Cite(1, (Span(0, 1),))


def times(columns: list[str], *lines: str, end: date = END) -> list[str]:
    """The own times of the figures of rows drawn as `caption | figure | figure`."""
    known = {year: date(year, 12, 31) for year in range(2017, end.year + 1)}
    calendar = FiscalCalendar((12, 31), END, known=known, until=end)
    rows = tuple(_row(*line.split("|")) for line in lines)
    told = with_years(rows, [Column(label) for label in columns], calendar)
    return [" ".join(drawn(figure.time) for figure in row.figures) for row in told]


def _row(caption: str, *cells: str) -> Row:
    figures = tuple(
        Figure(at, cell.strip(), None if cell.strip()[0].isalpha() else Decimal(1), _CITE)
        for at, cell in enumerate(cells)
    )
    return Row(caption.strip(), 0, Role.LINE, None, None, _CITE, figures)


A_YEAR, BEFORE = "2021-01-01..2021-12-31", "2020-01-01..2020-12-31"


def test_a_column_of_years_tells_the_time_of_its_rows() -> None:
    told = times(["", "Net sales", "Total assets"], "Doors | 2021 | 12 | 30", " | 2020 | 11 | 29")
    assert told == [f"- {A_YEAR} 2021-12-31", f"- {BEFORE} 2020-12-31"]


def test_a_head_makes_it_a_part_of_that_year() -> None:
    heads = ["", "Three Months Ended March 31 Net sales"]
    told = times(heads, "Doors | 2021 | 12", " | 2020 | 11", end=date(2021, 3, 31))
    assert told == ["- 2021-01-01..2021-03-31", "- 2020-01-01..2020-03-31"]
    assert times(["", "Fourth Quarter"], "Doors | 2021 | 12", " | 2020 | 11") == ["- -", "- -"]


def test_captions_that_are_years_tell_it_too() -> None:
    told = times(["Net sales", "2017 Tax Act Payments", "Net income"], "2021 | 12 | 30 | 1", "2020 | 11 | 29 | 1")
    assert told == [f"{A_YEAR} {A_YEAR} {A_YEAR}", f"{BEFORE} {BEFORE} {BEFORE}"]


def test_years_in_which_something_began_or_will_be_due_tell_none() -> None:
    assert times(["Year of origination", "Loans"], "Prime | 2021 | 12", " | 2020 | 11") == ["- -", "- -"]
    assert times(["Payments"], "2021 | 12", "2030 | 11") == ["-", "-"]
    assert times(["Age", "Office"], "2021 | 57 | President", "2020 | 43 | Treasurer") == ["- -", "- -"]
    assert times(["Net sales"], "2021 | 12", "Other | 11") == ["-", "-"]
