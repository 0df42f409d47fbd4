"""Whose figures are shown: of the latest filing, of the first, of those that were there on a day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.analysis import Analysis
from core.statements.statement import StatementKind
from core.years.differences import Difference
from core.years.known import days, first_reported, known_on
from core.years.series import Stitched, stitch
from tests.core.drawn_statement import drawn
from tests.core.years.test_series import filed

INCOME = StatementKind.INCOME_STATEMENT
TEXT = "              {}    {}\n    Net sales      {}   {}\n    Rent      1,150   1,112"


def of(year: int, sales: str, before: str, day: date | None) -> Analysis:
    one = filed(year, drawn(TEXT.format(year, year - 1, sales, before), INCOME))
    return replace(one, filing=replace(one.filing, header=replace(one.filing.header, filed=day)))


OLD, NEW = of(2002, "4,100", "4,000", date(2003, 3, 1)), of(2003, "4,400", "4,177", date(2004, 3, 1))


def sales(table: Stitched) -> list[str]:
    row = next(one for one in table.rows if one.label == "Net sales")
    return [cell.told.figure.text if cell else "" for cell in row.cells]


def told(analyses: Sequence[Analysis]) -> list[str]:
    return sales(stitch(analyses, INCOME))


def test_what_the_first_filing_said_stands_beside_what_later_ones_say() -> None:
    latest = stitch([OLD, NEW], INCOME)
    first = first_reported(latest)
    assert sales(latest) == ["4,000", "4,177", "4,400"]
    assert sales(first) == ["4,000", "4,100", "4,400"]
    cell = next(one for one in first.rows if one.label == "Net sales").cells[1]
    assert cell is not None
    assert [one.figure.text for one in cell.others] == ["4,177"]
    assert cell.difference is not None
    assert cell.difference is not Difference.ROUNDING
    assert sales(first_reported(first)) == sales(latest)


def test_on_a_day_only_what_was_filed_was_known() -> None:
    assert days([NEW, OLD]) == (date(2003, 3, 1),)
    assert told(known_on([NEW, OLD], date(2003, 12, 31))) == ["4,000", "4,100"]
    assert known_on([NEW, OLD], date(2002, 12, 31)) == []
    assert told(known_on([NEW, OLD], date(2004, 3, 1))) == told([NEW, OLD])


def test_where_a_filing_does_not_say_when_it_was_filed_no_day_can_be_asked_about() -> None:
    undated = of(2003, "4,400", "4,177", None)
    assert days([OLD, undated]) == ()
    assert known_on([OLD, undated], date(2099, 1, 1)) == [OLD]
