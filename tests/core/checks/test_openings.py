"""The balances of a schedule from year to year."""

from dataclasses import replace
from datetime import date

from core.checks.check import Status
from core.checks.openings import openings
from core.checks.tie_out import foot
from core.statements.statement import Column, Period, Row, Statement, StatementKind
from tests.core.checks import equations_told
from tests.core.drawn_statement import drawn

HEADS = ("Balance at beginning", "Charged to expense", "Written off", "Balance at end")


def schedule(*rows: str) -> Statement:
    """A schedule of balances; each row is called by its account and a year."""
    table = drawn(
        "\n".join(["                    A          B          C          D", *rows]), StatementKind.SCHEDULE, scale=1000
    )
    years = [int(row.label[-4:]) for row in table.rows if row.figures]
    timed = iter(years)
    dated = tuple(_of_year(row, next(timed)) if row.figures else row for row in table.rows)
    return replace(table, columns=tuple(Column(head) for head in HEADS), rows=dated)


def _of_year(row: Row, year: int) -> Row:
    time = Period(date(year, 1, 1), date(year, 12, 31))
    return row._replace(figures=tuple(figure._replace(time=time) for figure in row.figures))


DEBTS = (
    "Bad debts 2003        1,420        310        (95)      1,635",
    "Bad debts 2002        1,187        402       (169)      1,420",
    "Bad debts 2001        1,096        255       (164)      1,187",
)
STOCKS = (
    "Slow stocks 2003        512        120        (60)        572",
    "Slow stocks 2002        480         77        (45)        512",
)


def told(*rows: str) -> list[tuple[str, str]]:
    return equations_told.told(openings(schedule(*rows)))


def test_each_year_begins_with_what_the_one_before_ended_with() -> None:
    assert told(*DEBTS, *STOCKS) == [
        ("ties", "Bad debts 2003, 2003: 1,420 is what the year before ended with."),
        ("ties", "Bad debts 2002, 2002: 1,187 is what the year before ended with."),
        ("ties", "Slow stocks 2003, 2003: 512 is what the year before ended with."),
    ]


def test_a_balance_that_was_misprinted_is_held_by_two_sums() -> None:
    wrong = DEBTS[0].replace("1,420", "1,240")
    off = [check for check in foot(schedule(wrong, *DEBTS[1:], *STOCKS)) if check.status is Status.OFF]
    assert [(str(check.reported), str(check.expected)) for check in off] == [("1240", "1420")]
    assert "only so" in off[0].title


def test_too_few_years_or_too_many_that_differ_say_nothing() -> None:
    assert told(*DEBTS[:2]) == []
    assert told(DEBTS[0].replace("1,420", "1,444"), DEBTS[1].replace("1,187", "1,181"), DEBTS[2]) == []


def test_an_account_of_two_rows_of_one_year_is_not_followed() -> None:
    assert told(*DEBTS, DEBTS[1]) == []


def test_a_table_that_is_no_schedule_of_balances() -> None:
    table = schedule(*DEBTS)
    assert list(openings(replace(table, kind=StatementKind.OTHER))) == []
    bare = replace(table, columns=tuple(Column(f"Column {n}") for n in "1234"))
    assert len(list(openings(bare))) == len(list(openings(table)))  # rows begin with what others end with
    assert list(openings(replace(bare, rows=bare.rows[:1]))) == []
