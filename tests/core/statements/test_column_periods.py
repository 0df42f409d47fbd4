"""By which rules a column's period is told, and what no rule is sure of."""

from datetime import date

import pytest

from core.dates import Day, on
from core.read.filing import Header
from core.source import Cite, Span
from core.statements.calendar import FiscalCalendar
from core.statements.column_heads import Length, heads_of
from core.statements.column_periods import A_DAY, COLUMN_END, COLUMN_LENGTH, asked_of, period_of
from core.statements.statement import Period, StatementKind
from core.statements.table_period import TableContext
from core.tables.grid import GridColumn

INCOME, BALANCE = StatementKind.INCOME_STATEMENT, StatementKind.BALANCE_SHEET
ANNUAL, QUARTERLY = (
    Header(form="10-K", period_end=date(2021, 12, 31)),
    Header(form="10-Q", period_end=date(2021, 6, 30)),
)
ALONE = TableContext()
CITE = Cite(1, (Span(0, 1),))


def _columns(*heads: tuple[str, ...]) -> list[GridColumn]:
    return [GridColumn(" ".join(parts), parts, CITE, at, at + 1) for at, parts in enumerate(heads)]


def _told(
    head: tuple[str, ...], kind: StatementKind = INCOME, header: Header = ANNUAL, around: TableContext = ALONE
) -> tuple[str, list[str]]:
    """The period of a column under this head, and the rules that told it."""
    calendar = FiscalCalendar.of(header)
    verdict = period_of(asked_of(heads_of(_columns(head))[:1], around, kind, calendar)[0], {})
    if verdict is None:
        return "", []
    rules = [clue.rule for clue in verdict.clues if clue.says == verdict.decided]
    return f"{verdict.decided.start or ''}..{verdict.decided.end}", rules


@pytest.mark.parametrize(
    ("head", "period", "end_rule", "length_rule"),
    [
        (("Year ended March 31, 2020",), "2019-04-01..2020-03-31", "own-date", "own-length"),
        (("Q2 2021",), "2021-04-01..2021-06-30", "numbered-part", "own-part"),
        (("2H20",), "2020-07-01..2020-12-31", "numbered-part", "own-part"),
        (("2020",), "2020-01-01..2020-12-31", "fiscal-year", "by-years"),
        (("Three months ended June 30,", "Actual 2020"), "2020-04-01..2020-06-30", "own-day-and-year", "own-length"),
        (("May 3 to June 30, 2020",), "2020-05-03..2020-06-30", "own-date", "both-ends"),
    ],
)
def test_a_period_names_its_rules(head: tuple[str, ...], period: str, end_rule: str, length_rule: str) -> None:
    told, rules = _told(head)
    assert told == period
    assert rules[0] == f"column-end/{end_rule}"
    assert rules[1:] == [f"column-length/{length_rule}"]


def test_a_part_of_a_year_is_never_dated_as_the_year() -> None:
    assert _told(("Three months ended", "2020")) == ("", [])
    assert _told(("Third quarter",), header=Header())[0] == ""


def test_a_part_of_a_year_in_a_quarterly_report_ends_as_its_period_does() -> None:
    assert _told(("Six months ended", "2020"), header=QUARTERLY)[0] == "2020-01-01..2020-06-30"


def test_year_to_date_ends_with_the_period_of_the_report() -> None:
    header = Header(form="10-Q", period_end=date(2021, 6, 30), fiscal_year_end=(12, 31))
    assert _told(("YTD 2020",), header=header)[0] == "2020-01-01..2020-06-30"
    assert _told(("YTD 2022",), header=header)[0] == ""


def test_a_balance_sheet_has_days() -> None:
    assert _told(("December 31, 2020",), BALANCE)[0] == "..2020-12-31"


def test_a_comparison_has_no_period() -> None:
    (head,) = heads_of(_columns(("2021 vs 2020",)))
    assert not head.dated


def test_the_next_best_period_is_kept_with_its_clue() -> None:
    around = TableContext(ends=(date(2020, 9, 30),))
    head = heads_of(_columns(("2020",)))[0]
    verdict = period_of(asked_of((head,), around, INCOME, FiscalCalendar.of(ANNUAL))[0], {})
    assert verdict is not None
    assert (verdict.decided.end, verdict.alternative and verdict.alternative.end) == (
        date(2020, 9, 30),
        date(2020, 12, 31),
    )
    assert not verdict.thin


def test_every_rule_says_what_it_knows_once() -> None:
    for recogniser in (COLUMN_END, COLUMN_LENGTH):
        names = [rule.name for rule in recogniser.rules]
        assert len(set(names)) == len(names)
        assert all(rule.knows for rule in recogniser.rules)
    assert A_DAY.months is None
    assert on(2021, 2, 31) == date(2021, 2, 28)


def test_the_day_on_which_a_report_was_signed_is_no_end_of_a_year() -> None:
    """It stands over the table that follows the auditors' report, in a year behind the last day the filing reports on."""
    signed = TableContext(day=Day(1, 23), title_day=Day(1, 23), ends=(date(2022, 1, 23),))
    calendar = FiscalCalendar((12, 31), date(2021, 12, 31), until=date(2021, 12, 31))
    head = heads_of(_columns(("2021",)))[0]
    verdict = period_of(asked_of((head,), signed, StatementKind.BALANCE_SHEET, calendar)[0], {})
    assert verdict is not None
    assert verdict.decided == Period(None, date(2021, 12, 31))
    reported = signed._replace(ends=(date(2021, 1, 23),))
    verdict = period_of(asked_of((head,), reported, StatementKind.BALANCE_SHEET, calendar)[0], {})
    assert verdict is not None
    assert verdict.decided == Period(None, date(2021, 1, 23))


@pytest.mark.parametrize(
    ("printed", "end"), [(Day(6, 30), Day(6, 30)), (Day(7, 1), Day(6, 30)), (Day(5, 2), Day(5, 2))]
)
def test_a_date_over_the_table_ends_the_year_of_the_head_up_to_the_last_day_of_the_filing(
    printed: Day, end: Day
) -> None:
    """Below the report of an auditor who signed it later, in that same year."""
    calendar = FiscalCalendar((6, 30), date(2021, 6, 30), until=date(2021, 6, 30))
    above = TableContext(ends=(on(2021, *printed),))
    verdict = period_of(asked_of(heads_of(_columns(("2021",)))[:1], above, BALANCE, calendar)[0], {})
    assert verdict is not None
    assert verdict.decided == Period(None, on(2021, *end))


NOTE, QUARTERS = StatementKind.NOTE, StatementKind.QUARTERLY


@pytest.mark.parametrize(
    ("head", "kind", "period"),
    [
        ("November 3 to June 30, 2020", INCOME, "2019-11-03..2020-06-30"),
        ("June 29 to June 30, 2020", INCOME, "2020-06-29..2020-06-30"),
        ("June 30 to June 30, 2020", INCOME, "..2020-06-30"),
        ("March 5, 2019 (inception) to June 30, 2020", INCOME, "2019-03-05..2020-06-30"),
        ("March 5, 2019 (inception) to June 30, 2020", BALANCE, "..2020-06-30"),
        ("Inception to June 30, 2020", INCOME, "..2020-06-30"),
        ("Year to date June 30, 2020", INCOME, "2020-01-01..2020-06-30"),
        ("TTM", INCOME, "2021-01-01..2021-12-31"),
        ("First half 2020", NOTE, "2020-01-01..2020-06-30"),
        ("June 30", BALANCE, "..2021-06-30"),
        ("June 30", INCOME, ""),
    ],
)
def test_where_a_period_begins_and_ends_by_its_head(head: str, kind: StatementKind, period: str) -> None:
    assert _told((head,), kind)[0] == period


@pytest.mark.parametrize(
    ("head", "around", "period"),
    [
        ("2020", ALONE, "2020-01-01..2020-12-31"),
        ("2020", TableContext(day=Day(6, 30)), "2020-04-01..2020-06-30"),
        ("2020", TableContext(day=Day(12, 31)), "2020-10-01..2020-12-31"),
        ("December 31, 2020", ALONE, "2020-10-01..2020-12-31"),
        ("2020", TableContext(instant=True), "..2020-12-31"),
    ],
)
def test_a_column_of_quarters_lasts_a_quarter_but_for_a_year_alone(
    head: str, around: TableContext, period: str
) -> None:
    assert _told((head,), QUARTERS, around=around)[0] == period


@pytest.mark.parametrize(
    ("head", "told", "period"),
    [
        ("Quarter ended March 31", date(2021, 12, 31), "2021-01-01..2021-03-31"),
        ("Quarter ended December 31", date(2021, 12, 31), "2021-10-01..2021-12-31"),
        ("Quarter ended December 31", date(2021, 12, 30), "2020-10-01..2020-12-31"),
        ("Six months ended June 30", date(2021, 12, 31), ""),
        ("Second quarter", date(2020, 12, 31), "2020-04-01..2020-06-30"),
        ("Second quarter", date(2020, 9, 30), ""),
        ("Second half", date(2020, 12, 31), ""),
    ],
)
def test_quarters_of_the_year_of_which_the_sentence_before_the_table_tells(head: str, told: date, period: str) -> None:
    assert _told((head,), NOTE, around=TableContext(year_ended=told))[0] == period


@pytest.mark.parametrize(
    ("head", "around", "period"),
    [
        ("2020", TableContext(length=Length(6, None)), "2020-01-01..2020-06-30"),
        ("2021", TableContext(length=Length(6, None)), "2021-01-01..2021-06-30"),
        ("2022", TableContext(length=Length(6, None)), ""),
        ("2020", TableContext(length=Length(12, None)), ""),
    ],
)
def test_years_in_a_report_on_a_part_of_a_year_end_as_it_does(head: str, around: TableContext, period: str) -> None:
    assert _told((head,), INCOME, QUARTERLY, around)[0] == period


def _early(head: tuple[str, ...], end: Day) -> str:
    """The period of a head in a filing whose years end on this day."""
    calendar = FiscalCalendar((end.month, end.day), on(2021, *end), until=on(2021, *end))
    verdict = period_of(asked_of(heads_of(_columns(head))[:1], ALONE, INCOME, calendar)[0], {})
    return "" if verdict is None else f"{verdict.decided.start or ''}..{verdict.decided.end}"


@pytest.mark.parametrize(
    ("day", "end", "period"),
    [
        ("October 31", Day(1, 31), "2019-08-01..2019-10-31"),
        ("January 31", Day(1, 31), "2019-11-01..2020-01-31"),
        ("April 30", Day(1, 31), "2019-02-01..2019-04-30"),
        ("December 31", Day(11, 30), "2019-10-01..2019-12-31"),
        ("December 31", Day(12, 1), "2020-10-01..2020-12-31"),
    ],
)
def test_the_first_quarters_of_a_year_that_ends_early_lie_in_the_calendar_year_before(
    day: str, end: Day, period: str
) -> None:
    assert _early((f"Three months ended {day},", "Actual 2020"), end) == period
