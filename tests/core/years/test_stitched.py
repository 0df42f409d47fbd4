"""A stitched table as a statement: which filings belong together, which periods, in what scale."""

from dataclasses import replace
from datetime import date

import pytest

from core.read.filing import Header
from core.statements.statement import StatementKind
from core.years.company import same_company
from core.years.series import stitch
from core.years.stitched import across, groups, has_years, kinds_across, year_end
from tests.core.drawn_statement import drawn
from tests.core.years.test_series import filed

INCOME, BALANCE = StatementKind.INCOME_STATEMENT, StatementKind.BALANCE_SHEET


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Header(company="KETTLE CO", cik="1"), Header(company="Pots Inc", cik="1"), True),
        (Header(company="KETTLE CO", cik="1"), Header(company="KETTLE CO", cik="2"), False),
        (Header(company="The Kettle Company"), Header(company="KETTLE CO", cik="2"), True),
        (Header(), Header(), False),
    ],
)
def test_same_company(one: Header, other: Header, same: bool) -> None:
    assert same_company(one, other) is same


def test_kinds_that_two_filings_have() -> None:
    income = drawn("              2002\n    Net income      1,812", INCOME)
    balance = drawn("              2002\n    Total assets      1,812", BALANCE)
    old, new = filed(2002, income), filed(2003, income, balance)
    assert kinds_across([old, new]) == [INCOME]
    assert has_years([old, new], new, income)
    assert not has_years([old, new], new, balance)


def test_dates_within_a_year_stand_apart() -> None:
    balance = drawn("              2003        2002\n    Total assets      1,812   1,790", BALANCE)
    ends = (date(2003, 6, 30), date(2002, 12, 28))
    columns = tuple(replace(column, end=end) for column, end in zip(balance.columns, ends, strict=True))
    quarter, year = filed(2003, replace(balance, columns=columns)), filed(2002, balance)
    found = groups(stitch([quarter, year], BALANCE), year_end([year]))
    assert [group.name for group in found] == ["Year ends", "Other dates"]


def test_one_scale() -> None:
    """Amounts that a filing prints in units are shown in the thousands of the others; their text says so."""
    units = drawn("              2001\n    Net sales      4,100,417", INCOME)
    thousands = drawn("              2003    2002\n    Net sales    4,300    4,200", INCOME, scale=1000)
    table = stitch([filed(2001, units), filed(2003, thousands)], INCOME)
    shown = across(table, groups(table)[0])
    assert shown.statement.scale == 1000
    assert [figure.text for figure in shown.statement.rows[0].figures] == ["4,100", "4,200", "4,300"]
    assert [column.label for column in shown.statement.columns] == ["2001", "2002", "2003"]
    assert [path.name for path in shown.filings] == ["2001.txt", "2003.txt", "2003.txt"]
