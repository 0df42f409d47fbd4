"""Quarters and twelve months that no filing prints."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.statements.statement import Statement, StatementKind, Unit
from core.years.derived import derived
from core.years.period import Period
from core.years.series import Stitched, stitch
from tests.core.drawn_statement import drawn
from tests.core.years.test_series import filed

INCOME, CASH = StatementKind.INCOME_STATEMENT, StatementKind.CASH_FLOW


def spans(statement: Statement, *ends: tuple[date, date]) -> Statement:
    """The same with columns of these first and last days."""
    columns = tuple(
        replace(each, start=start, end=end) for each, (start, end) in zip(statement.columns, ends, strict=True)
    )
    return replace(statement, columns=columns)


def year(number: int, sales: str, per_share: str = "1.00", kind: StatementKind = INCOME) -> Statement:
    text = f"              {number}\n    Net sales      {sales}\n    Earnings a share      {per_share}"
    made = spans(drawn(text, kind), (date(number, 1, 1), date(number, 12, 31)))
    units = (Unit.MONEY, Unit.PER_SHARE)
    return replace(made, rows=tuple(row._replace(unit=unit) for row, unit in zip(made.rows, units, strict=True)))


def months(number: int, last: date, sales: str, kind: StatementKind = INCOME) -> Statement:
    """What has gone of a year, up to a day."""
    return spans(year(number, sales, ".70", kind), (date(number, 1, 1), last))


def told(series: Stitched) -> dict[tuple[str, Period], Decimal]:
    return {(series.rows[one.row].label, one.period): one.value for one in derived(series)}


def test_the_fourth_quarter_is_the_year_less_nine_months() -> None:
    nine = filed(2002, months(2002, date(2002, 9, 30), "3,000"))
    series = stitch([filed(2003, year(2002, "4,100")), nine], INCOME)
    assert told(series) == {("Net sales", Period(date(2002, 12, 31), 3)): Decimal(1100)}
    (one,) = derived(series)
    assert [term.figure.text for term in one.terms] == ["4,100", "3,000"]


def test_the_quarters_of_a_cash_flow_that_cumulates() -> None:
    filings = [
        filed(2005, months(2002, date(2002, 9, 30), "3,000", CASH)),
        filed(2004, months(2002, date(2002, 6, 30), "1,900", CASH)),
        filed(2003, months(2002, date(2002, 3, 31), "1,000", CASH)),
    ]
    assert told(stitch(filings, CASH)) == {
        ("Net sales", Period(date(2002, 6, 30), 3)): Decimal(900),
        ("Net sales", Period(date(2002, 9, 30), 3)): Decimal(1100),
    }


def test_a_quarter_that_is_printed_is_not_computed() -> None:
    third = spans(year(2002, "1,100", ".20"), (date(2002, 10, 1), date(2002, 12, 31)))
    filings = [
        filed(2005, year(2002, "4,100")),
        filed(2004, third),
        filed(2003, months(2002, date(2002, 9, 30), "3,000")),
    ]
    assert told(stitch(filings, INCOME)) == {}


def test_twelve_months_up_to_the_latest_quarter() -> None:
    filings = [
        filed(2005, months(2003, date(2003, 6, 30), "2,300")),
        filed(2004, months(2002, date(2002, 6, 30), "1,900")),
        filed(2003, year(2002, "4,100")),
    ]
    assert told(stitch(filings, INCOME))["Net sales", Period(date(2003, 6, 30), 12)] == Decimal(4100 + 2300 - 1900)


def test_balances_of_cash_are_no_sums() -> None:
    text = "              2002\n    Cash at end of year      {}"
    whole = spans(drawn(text.format("4,100"), CASH), (date(2002, 1, 1), date(2002, 12, 31)))
    nine = spans(drawn(text.format("3,000"), CASH), (date(2002, 1, 1), date(2002, 9, 30)))
    assert told(stitch([filed(2003, whole), filed(2002, nine)], CASH)) == {}
