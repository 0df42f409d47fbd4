"""The time of figures that is not their column's: of balances, of what lies between them, of blocks and of parts of a year."""

from collections.abc import Sequence
from datetime import date

from core.source import Cite, Span
from core.statements.calendar import FiscalCalendar
from core.statements.row_times import timed
from core.statements.statement import Column, Figure, Period, Role, Row, StatementKind
from core.statements.timing import Timing

END = date(2021, 12, 31)
CALENDAR = FiscalCalendar((12, 31), END, known={2021: END}, until=END)
YEAR = Column("2021", date(2021, 1, 1), END)
BEFORE = Column("2020", date(2020, 1, 1), date(2020, 12, 31))
MEMBERS = (Column("Goods"), Column("Services"))
_CITE = Cite(1, (Span(0, 1),))
A_YEAR = "2021-01-01..2021-12-31"


def rows(*captions: str, columns: int) -> tuple[Row, ...]:
    """Rows with a figure in each column; a caption that ends in `#` is a heading."""
    made = []
    for caption in captions:
        heading = caption.endswith("#")
        figures = () if heading else tuple(Figure(at, "1", None, _CITE) for at in range(columns))
        made.append(Row(caption.rstrip("#"), 0, Role.LINE, None, None, _CITE, figures))
    return tuple(made)


def times(columns: Sequence[Column], *captions: str, kind: StatementKind = StatementKind.NOTE) -> list[str]:
    """The own times of the figures of each row that has figures, `-` where it is the column's."""
    told = timed(rows(*captions, columns=len(columns)), Timing(kind, columns, CALENDAR))
    return [" ".join(map(drawn, (figure.time for figure in row.figures))) for row in told if row.figures]


def drawn(time: Period | None) -> str:
    return "-" if time is None else str(time.end) if time.start is None else f"{time.start}..{time.end}"


def test_balances_at_both_ends_have_the_days_of_each_column() -> None:
    assert times([YEAR, BEFORE], "Beginning balance", "Additions", "Ending balance") == [
        "2020-12-31 2019-12-31",
        "- -",
        "2021-12-31 2020-12-31",
    ]
    cash = times([YEAR], "Net change in cash", "Cash at beginning of year", "Cash at end of year")
    assert cash == ["-", "2020-12-31", "2021-12-31"]


def test_a_roll_forward_under_days_goes_over_the_year() -> None:
    a_day = [Column("2021", None, END)]
    assert times(a_day, "Balance at beginning of year", "Additions", "Balance at end of year") == [
        "2020-12-31",
        A_YEAR,
        "-",
    ]
    assert times(a_day, "Additions", "Balance at end of year") == ["-", "-"]


def test_days_without_a_year_are_ends_of_the_period() -> None:
    assert times([YEAR], "Balance at January 1", "Additions", "Balance at June 30") == ["2020-12-31", "-", "-"]
    assert times([YEAR], "Balance at December 31", "Additions", "Balance at December 31") == [
        "2020-12-31",
        "-",
        "2021-12-31",
    ]
    assert times([YEAR], "Balance at December 31") == ["-"]


def test_between_two_dated_balances_lies_what_happened() -> None:
    assert times(
        MEMBERS[:1], "Balance at December 31, 2020", "Additions", "Goodwill, gross", "Balance at December 31, 2021"
    ) == [
        "2020-12-31",
        A_YEAR,
        "-",
        "2021-12-31",
    ]
    backwards = times(MEMBERS[:1], "Balance at December 31, 2021", "Additions", "Balance at December 31, 2020")
    assert backwards == ["2021-12-31", "-", "2020-12-31"]
    assert times(MEMBERS[:1], "Balance at June 30, 2018", "Additions", "Balance at December 31, 2021")[1] == "-"


def test_an_opening_balance_on_the_first_day_is_of_the_day_before() -> None:
    captions = ("Balance at January 1, 2021", "Additions", "Balance at December 31, 2021")
    assert times(MEMBERS[:1], *captions) == ["2020-12-31", A_YEAR, "2021-12-31"]
    printed = FiscalCalendar((12, 31), END, until=END, printed={date(2021, 1, 1)})
    told = timed(rows(*captions, columns=1), Timing(StatementKind.NOTE, MEMBERS[:1], printed))
    assert drawn(told[0].figures[0].time) == "2021-01-01"


def test_dated_balances_do_not_speak_where_the_columns_are_of_different_times() -> None:
    assert times([YEAR, BEFORE], "Balance at December 31, 2019", "Additions") == ["- -", "- -"]
    assert times([YEAR], "Balance at December 31, 2020", "Additions", kind=StatementKind.BALANCE_SHEET) == ["-", "-"]


def test_headings_of_time_tell_it_for_the_rows_below() -> None:
    captions = ("Three months ended June 30, 2021#", "Sales", "Three months ended June 30, 2020#", "Sales")
    assert times(MEMBERS[:1], *captions) == ["2021-04-01..2021-06-30", "2020-04-01..2020-06-30"]
    assert times(MEMBERS[:1], "December 31, 2021#", "Bonds", "December 31, 2020#", "Bonds") == [
        "2021-12-31",
        "2020-12-31",
    ]
    assert times([YEAR], "December 31, 2021#", "Bonds") == ["-"]
    assert times([YEAR, BEFORE], *captions) == ["- -", "- -"]


def test_blocks_of_years_with_balances_at_both_ends() -> None:
    block = ("Balance at beginning of year", "Additions", "Balance at end of year")
    assert times(MEMBERS[:1], "2020#", *block, "2021#", *block)[3:] == ["2020-12-31", A_YEAR, "2021-12-31"]
    ends = (Column("Balance at Beginning of Year"), Column("Charged"), Column("Balance at End of Year"))
    years = ("2019#", "Bad debts", "2020#", "Bad debts", "2021#", "Bad debts")
    assert times(ends, *years)[2] == f"2020-12-31 {A_YEAR} 2021-12-31"


def test_a_sum_without_caption_closes_the_balances_below_a_heading() -> None:
    told = times(
        MEMBERS[:1],
        "Balance, December 31, 2020#", "Goodwill", "Impairment to date", "", "Acquired",
        "Balance, December 31, 2021#", "Goodwill", "Impairment to date", "",
    )  # fmt: skip
    assert told == [*["2020-12-31"] * 3, A_YEAR, *["2021-12-31"] * 3]


QUARTERS = (Column("First Quarter"), Column("Fourth Quarter"), Column("Year"), Column("Change"))


def test_blocks_of_years_under_columns_that_are_quarters() -> None:
    assert times(QUARTERS, "2021:#", "Sales", "2020:#", "Sales", "Customers at end of period") == [
        f"2021-01-01..2021-03-31 2021-10-01..2021-12-31 {A_YEAR} -",
        "2020-01-01..2020-03-31 2020-10-01..2020-12-31 2020-01-01..2020-12-31 -",
        "2020-03-31 2020-12-31 2020-12-31 -",
    ]


def test_quarters_down_the_side_of_blocks_of_years() -> None:
    captions = ("2021#", "First quarter", "Quarter ended June 30", "Year", "2020#", "First quarter")
    assert times(MEMBERS[:1], *captions) == [
        "2021-01-01..2021-03-31",
        "2021-04-01..2021-06-30",
        A_YEAR,
        "2020-01-01..2020-03-31",
    ]


def test_a_quarter_down_the_side_is_never_its_columns_year() -> None:
    assert times([YEAR, BEFORE], "Second quarter", "Year") == [
        "2021-04-01..2021-06-30 2020-04-01..2020-06-30",
        "- -",
    ]
    half = [Column("2021", date(2021, 1, 1), date(2021, 6, 30))]
    assert times(half, "Second quarter") == ["-"]
    assert times(MEMBERS[:1], "First quarter 2021", "Quarter ended June 30, 2020") == [
        "2021-01-01..2021-03-31",
        "2020-04-01..2020-06-30",
    ]


def test_years_down_the_side_of_what_goes_from_balance_to_balance() -> None:
    ends = (Column("Beginning balance"), Column("Additions"), Column("Ending balance"))
    assert times(ends, "2021", "2020") == [
        f"2020-12-31 {A_YEAR} 2021-12-31",
        "2019-12-31 2020-01-01..2020-12-31 2020-12-31",
    ]
    assert times(MEMBERS[:1], "2021", "2020") == ["-", "-"]


def test_totals_that_close_blocks_give_them_their_day() -> None:
    told = times(
        MEMBERS, "Stocks", "Bonds", "Total at December 31, 2021", "Stocks", "Bonds", "Total at December 31, 2020"
    )
    assert told == ["2021-12-31 2021-12-31"] * 3 + ["2020-12-31 2020-12-31"] * 3


def test_gross_and_net_balances_are_of_one_day() -> None:
    told = times(
        [YEAR], "Reserves at beginning of year", "Less recoverables", "Net reserves at beginning of year", "Paid"
    )
    assert told == ["2020-12-31", "2020-12-31", "2020-12-31", "-"]


def test_days_without_a_year_are_the_ends_of_each_column() -> None:
    captions = ("Tax benefits at January 1", "Additions", "Tax benefits at December 31")
    assert times([YEAR, BEFORE], *captions) == ["2020-12-31 2019-12-31", "- -", "2021-12-31 2020-12-31"]


def test_a_caption_says_its_time_among_other_words() -> None:
    told = times(MEMBERS, "Costs incurred for the six months ended June 30, 2021", "Costs")
    assert told == ["2021-01-01..2021-06-30 2021-01-01..2021-06-30", "- -"]
    assert times(MEMBERS, "Quarterly results for the three years ended December 31, 2021") == ["- -"]


def test_the_opening_balance_opens_what_rolls_by_quarters() -> None:
    columns = [Column("Goods", *YEAR_OF), Column("Services", *YEAR_OF)]
    told = times(columns, "Beginning balance", "Paid", "Balance at March 31, 2021", "Paid", "Balance at June 30, 2021")
    assert [one.split()[0] for one in told] == [
        "2020-12-31",
        "2021-01-01..2021-03-31",
        "2021-03-31",
        "2021-04-01..2021-06-30",
        "2021-06-30",
    ]


YEAR_OF = (date(2021, 1, 1), END)


def test_rows_below_an_earlier_day_are_of_that_day() -> None:
    columns = [Column("Level 1", None, END), Column("Level 2", None, END)]
    assert times(columns, "Assets", "December 31, 2020#", "Assets") == ["- -", "2020-12-31 2020-12-31"]
    assert times(columns, "December 31, 2021#", "Assets") == ["- -"]


def test_sums_of_equity_and_cash_held_are_of_the_last_day() -> None:
    equity = times([YEAR], "Dividends", "Total shareholders\u2019 equity", kind=StatementKind.EQUITY)
    assert equity == ["-", "2021-12-31"]
    owned = (
        "Minority interest",
        "Balance at end of year",
        "The Company's stockholder's equity",
        "Noncontrolling interests",
    )
    assert times([YEAR], *owned, kind=StatementKind.EQUITY) == ["-"] + ["2021-12-31"] * 3
    captions = ("Cash at end of year", "Cash and cash equivalents", "Restricted cash", "Cash paid for interest")
    assert times([YEAR], *captions, kind=StatementKind.CASH_FLOW) == ["2021-12-31"] * 3 + ["-"]
