"""Periods, currencies and units in small filings that show one fault of reading each: what every column is of."""

import pytest

from core.analysis import Analysis, analyse
from core.statements.statement import Statement
from tests.filings_dir import CASES, needs_cases

pytestmark = needs_cases

PERIODS = {
    "37-quarters-4q21.htm": [
        "2021-10-01..2021-12-31",
        "2021-07-01..2021-09-30",
        "2020-10-01..2020-12-31",
        "2021-01-01..2021-12-31",
        "2020-01-01..2020-12-31",
    ],
    "39-halves-and-year-to-date.htm": [
        "2021-01-01..2021-06-30",
        "2020-01-01..2020-06-30",
        "2021-01-01..2021-06-30",
        "2020-07-01..2021-06-30",
    ],
    "40-successor-periods.htm": ["2021-07-22..2021-12-31", "2021-01-01..2021-07-21"],
    "42-change-head-over-the-years.htm": ["2021-01-01..2021-06-30", "2020-01-01..2020-06-30", ".."],
    "43-text-last-column-of-six-months.txt": [
        "2000-04-01..2000-06-30",
        "1999-04-01..1999-06-30",
        "2000-01-01..2000-06-30",
        "1999-01-01..1999-06-30",
    ],
    "46-two-quarters-of-13-weeks.htm": [
        "2016-12-31..2017-03-31",
        "2016-01-02..2016-04-01",
        "2016-07-02..2017-03-31",
        "2015-07-04..2016-04-01",
    ],
    "104-two-blanks-in-a-column-head.txt": [
        "1998-03-28..1998-06-26",
        "1997-03-29..1997-06-27",
        "1997-09-27..1998-06-26",
        "1996-09-28..1997-06-27",
    ],
    "107-column-heads-beside-the-title.txt": ["..1997-09-27", "..1996-12-28"],
    "109-years-beside-interim-columns.txt": [
        "1996-01-01..1996-12-31",
        "1997-01-01..1997-12-31",
        "1998-01-01..1998-12-31",
        "1998-01-01..1998-09-30",
        "1999-01-01..1999-09-30",
    ],
}


def _tables(analysis: Analysis) -> list[Statement]:
    return [*analysis.statements, *analysis.tables]


def _periods(statement: Statement) -> list[str]:
    return [f"{column.start or ''}..{column.end or ''}" for column in statement.columns]


@pytest.mark.parametrize("name", PERIODS)
def test_periods(name: str) -> None:
    assert _periods(_tables(analyse(CASES / name))[0]) == PERIODS[name]


def test_a_comma_behind_the_month_is_no_other_day() -> None:
    flows = next(one for one in _tables(analyse(CASES / "106-comma-behind-the-month.txt")) if "cash" in one.id)
    assert _periods(flows) == ["1996-07-01..1996-12-31", "1997-07-01..1997-12-31"]


def test_members_are_what_is_left_of_a_head() -> None:
    (found,) = _tables(analyse(CASES / "40-successor-periods.htm"))
    assert [column.member for column in found.columns] == ["Successor", "Predecessor"]


def test_each_currency_of_a_translation_is_told() -> None:
    (found,) = _tables(analyse(CASES / "55-convenience-translation.htm"))
    assert (found.currency, [column.member for column in found.columns]) == ("CNY", ["RMB", "RMB", "USD"])


def test_a_currency_that_is_named_is_not_taken_for_dollars() -> None:
    (found,) = _tables(analyse(CASES / "53-foreign-currencies.htm"))
    assert (found.currency, found.scale) == ("CNY", 1_000)


def test_quantities_are_in_no_currency() -> None:
    (found,) = _tables(analyse(CASES / "101-quantities-as-dollars.txt"))
    assert (found.currency, found.scale) == (None, 1_000_000)
    assert {row.unit and row.unit.value for row in found.rows} == {"number"}


def test_a_tag_has_the_value_of_what_is_printed_in_words() -> None:
    (found,) = _tables(analyse(CASES / "61-tag-knows-the-value.htm"))
    values = {row.label: [str(figure.value) for figure in row.figures] for row in found.rows if row.figures}
    assert values["Impairment"] == ["0", "12"]
    assert [float(value) for value in values["Income taxes"]] == [1234.5, 1100.0]
    assert values["Net loss"] == ["-154", "-20"]
