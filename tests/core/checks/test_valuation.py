"""Additions of a schedule that a statement prints as a provision."""

from datetime import date

import pytest

from core.checks.statement_lines import lines_of
from core.checks.tie_out import tie
from core.checks.valuation import valuations
from core.statements.statement import Period, Statement, StatementKind
from tests.core.checks.equations_told import told
from tests.core.drawn_statement import drawn

FLOW = """
                                        2003        2002        2001
    Provision for doubtful accounts   94,100     111,300     248,900
"""
SCHEDULE = """
                              Opening     Additions    Closing
    Doubtful accounts         333,000      94,100      371,000
    Doubtful accounts         249,000     111,300      333,000
    Doubtful accounts         324,000      15,200      249,000
"""


def schedule(text: str) -> Statement:
    """The schedule, with the years of its rows: 2003, 2002, 2001."""
    table = drawn(text, StatementKind.SCHEDULE)
    rows = []
    for year, row in zip((2003, 2002, 2001), table.rows, strict=True):
        times = (
            Period(None, date(year - 1, 12, 31)),
            Period(date(year, 1, 1), date(year, 12, 31)),
            Period(None, date(year, 12, 31)),
        )
        figures = [figure._replace(time=time) for figure, time in zip(row.figures, times, strict=True)]
        rows.append(row._replace(figures=tuple(figures)))
    object.__setattr__(table, "rows", tuple(rows))
    return table


def compared(flow: str, text: str) -> list[str]:
    lines = list(lines_of(drawn(flow, StatementKind.CASH_FLOW)))
    return [status for status, _ in told(valuations(schedule(text), lines))]


def test_the_years_of_a_provision() -> None:
    assert compared(FLOW, SCHEDULE) == ["ties", "ties", "off"]


def test_a_provision_that_agrees_in_one_year_is_another() -> None:
    assert compared(FLOW.replace("111,300", "117,500"), SCHEDULE) == []


def test_a_difference_that_no_slip_explains_is_worth_a_look() -> None:
    checks = tie((drawn(FLOW, StatementKind.CASH_FLOW),), (schedule(SCHEDULE),))
    assert [check.title.partition(";")[2] for check in checks if check.worth_a_look]
    assert not [check for check in checks if check.status == "off"]


@pytest.mark.parametrize(
    ("caption", "amounts", "told"),
    [
        ("Provision for losses", "14 17 19", ["ties"] * 3),
        ("Net change in cash", "14 17 19", []),
        ("Provision for losses", "8 9 7", []),
        ("Net change in cash", "94 111 152", ["ties"] * 3),
    ],
)
def test_small_amounts_agree_by_accident_but_in_a_line_called_a_provision(
    caption: str, amounts: str, told: list[str]
) -> None:
    flow = f"""
                                        2003        2002        2001
    {caption:30}    {"          ".join(amounts.split())}
    """
    rows = [f"    Doubtful accounts             333          {amount}          371" for amount in amounts.split()]
    head = "                              Opening     Additions    Closing"
    assert compared(flow, "\n".join(("", head, *rows, ""))) == told
